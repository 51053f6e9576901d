"""The kind `posts`: offices and ranks beside what the checks' own tests hold."""

from __future__ import annotations

import pytest

from newslint.kinds import posts
from newslint.kinds.shared.base import Context, OptionError
from newslint.text.story import Story

_TABLE = {
    "offices": ["minister", "treasurer", "secretary"],
    "modifiers": ["former", "shadow", "deputy"],
    "same": [["treasurer", "finance minister"]],
    "heads": [["chairman", "chair"], ["chairwoman", "chair"], ["president"], ["mayor"], ["deputy mayor"]],
    "families": [["mayor", "deputy mayor"]],
    "rivals": [[["chairman"], ["chief executive", "ceo"]], [["mayor"], ["deputy mayor"]]],
}


class _Lists:
    def __init__(self, table: object) -> None:
        self.table = table

    def get(self, name: str) -> object:
        return self.table


def marked(fault: str, text: str) -> list[tuple[str, tuple[str, ...]]]:
    state = posts.prepare(posts.Options(fault=fault), _Lists(_TABLE))  # type: ignore[arg-type]
    found = posts.check(state, Context(Story(text, layout="body")))
    return [(text[f.start : f.end], f.suggestions) for f in found]


def test_a_list_without_its_parts_is_an_error() -> None:
    with pytest.raises(OptionError, match="`offices`"):
        posts.prepare(posts.Options(fault="post-drift"), _Lists({"offices": []}))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Treasurer Rosa Quill spoke. The Finance Minister, Ms Quill, left.", "The Finance Minister"),
        ("Rosa Quill, the Treasurer, spoke. Ms Quill, the Finance Minister, left.", "Finance Minister"),
        ("Transport Minister Rosa Quill spoke. Health Minister Quill left.", "Health Minister"),
    ],
)
def test_one_person_in_two_offices(text: str, office: str) -> None:
    assert [found for found, _ in marked("post-drift", text)] == [office]


@pytest.mark.parametrize(
    "text",
    [
        "Treasurer Rosa Quill spoke. The minister, Ms Quill, left.",
        "Treasurer and Arts Minister Rosa Quill spoke. The Arts Minister, Ms Quill, left.",
        "Foreign Minister Rosa Quill spoke. The Minister for Foreign Affairs, Ms Quill, left.",
        "Treasurer Rosa Quill spoke. Ms Quill, the former Finance Minister, left.",
        "Treasurer Rosa Quill spoke. Ivo Pell, the Finance Minister, left.",
        "Health Minister Rosa Quill was moved in a reshuffle. Now the Arts Minister, Ms Quill, left.",
    ],
)
def test_offices_that_do_not_clash(text: str) -> None:
    assert marked("post-drift", text) == []


def test_short_forms_of_a_rank_do_not_clash() -> None:
    assert marked("rank-drift", "Lt Col Ivo Pell led. Col Pell slept. Lieutenant-Colonel Pell woke.") == []
    assert marked("rank-drift", "Maj Ivo Pell led. Col Pell slept.") == [("Col Pell", ())]


@pytest.mark.parametrize(
    ("text", "stranger"),
    [
        ("Water Minister Rosa Quill spoke. Ivo Pell said the Arts Minister had no case.", ["the Arts Minister"]),
        ("The Water Minister, Rosa Quill, spoke. The arts minister was wrong.", ["The arts minister"]),
        ("Rosa Quill, president of the club, spoke. It was late, the chairman said.", ["chairman"]),
        ("The chairwoman of the club, Rosa Quill, spoke. It was late, the chairman said.", ["chairman"]),
        ("Water Minister Rosa Quill spoke. She wrote to the Arts Minister in May.", []),
        ("Water Minister Rosa Quill spoke. The Minister had no case. The Water and Arts Minister said no.", []),
        ("Water Minister Rosa Quill met Roads Minister Ivo Pell. The Arts Minister had no case.", []),
        ("French Water Minister Rosa Quill spoke. The Arts Minister had no case.", []),
        ("Water Minister Rosa Quill spoke. The former Arts Minister had no case.", []),
        ("Water Minister Rosa Quill spoke. The foreign minister had no case.", []),
        ("The Arts Minister had no case. Water Minister Rosa Quill spoke.", []),
        ("Rosa Quill, chairwoman of the club, spoke. It was late, the chair said.", []),
        ("Rosa Quill, president of the club, spoke. A chairman was elected. The chairman said no.", []),
        ("Rosa Quill, president of the club, met its chairman, Ivo Pell. The chairman said no.", []),
        ("Rosa Quill, a farmer, spoke. It was late, the chairman said.", []),
    ],
)
def test_offices_that_nobody_has(text: str, stranger: list[str]) -> None:
    assert [found for found, _ in marked("post-stranger", text)] == stranger


def test_the_office_that_was_given_is_suggested() -> None:
    text = "The Water Minister, Rosa Quill, spoke. Ivo Pell said the Arts Minister had no case."
    assert marked("post-stranger", text) == [("the Arts Minister", ("the Water Minister",))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The chairman, Ivo Pell, spoke. The chief executive, Mr Pell, left.", [("chief executive", ("chairman",))]),
        ("Mayor Ivo Pell spoke. Mr Pell, the deputy mayor, left.", [("deputy mayor", ("Mayor",))]),
        ("Ivo Pell, the mayor, spoke. The deputy mayor, Cr Pell, left.", [("deputy mayor", ("mayor",))]),
        ("Ivo Pell, the mayor, spoke. They saw Deputy Mayor Mr Pell.", [("Deputy Mayor", ("mayor",))]),
        ("The chairman, Ivo Pell, spoke. The chairman, Mr Pell, left.", []),
        ("The chairman, Ivo Pell, spoke. The mayor, Mr Pell, left.", []),
        ("The chairman, Ivo Pell, spoke. The firm's chief executive, Mr Pell, left.", []),
        ("The chairman, Ivo Pell, spoke. Now the chief executive, Mr Pell, left.", []),
        ("The former chairman, Ivo Pell, spoke. The chief executive, Mr Pell, left.", []),
        ("The chairman, Ivo Pell, spoke. The chief executive, Rosa Quill, left.", []),
        ("The chief executive, Mr Pell, left. The chairman, Ivo Pell, spoke.", []),
        ("Ivo Pell spoke. The chief executive, Mr Pell, left.", []),
    ],
)
def test_posts_that_one_person_does_not_hold_together(text: str, found: list[tuple[str, tuple[str, ...]]]) -> None:
    assert marked("post-drift", text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sen. Ivo Pell spoke. Rep. Pell left.", ["Rep. Pell"]),
        ("Sen. Ivo Pell spoke. Senator Pell left.", []),
        ("Lt Gov. Ivo Pell spoke. Gov. Pell left.", []),
    ],
)
def test_chambers_are_not_mixed(text: str, found: list[str]) -> None:
    assert [place for place, _ in marked("rank-drift", text)] == found
