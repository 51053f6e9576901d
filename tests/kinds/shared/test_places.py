"""Where words stand, and which heads of bodies a story has."""

from __future__ import annotations

from newslint.kinds.shared.bodies import find_bodies, find_heads, head_spellings
from newslint.kinds.shared.places import any_between, starts_of
from newslint.text.story import Story


def test_words_are_found_where_their_tokens_start() -> None:
    story = Story("The Mayor said. A mayor's car; mayors do not.", "body")
    assert starts_of(frozenset({"mayor", "mayor's", "premier"}), story) == [4, 18]


def test_a_place_is_near_if_it_is_between_two_offsets_both_included() -> None:
    assert [any_between([4, 18], low, high) for low, high in ((0, 3), (0, 4), (5, 17), (18, 30), (19, 30))] == [
        False,
        True,
        False,
        True,
        False,
    ]


HEADS = {"Board": "Board", "Co-operative": "Co-operative"}


def test_heads_are_found_as_written_in_the_possessive_too() -> None:
    story = Story(
        "The Roads Board met. Its board slept. The Roads Board’s chief and the Fen Co-operative left.", "body"
    )
    found = find_heads(story, HEADS, head_spellings(HEADS))
    assert [story.token_texts[at] for at in found] == ["Board", "Board’s", "Co-operative"]
    bodies = list(find_bodies(story, HEADS, found))
    assert [story.text[body.start : body.end] for body in bodies] == ["Roads Board", "Roads Board", "Fen Co-operative"]


def test_no_token_object_is_made_for_finding_bodies() -> None:
    story = Story("The Roads Board met. The Board of Roads of Mali slept.", "body")
    assert len(list(find_bodies(story, HEADS, find_heads(story, HEADS, head_spellings(HEADS))))) == 2
    assert "tokens" not in story.__dict__
