"""The repetition kind: words and phrases typed twice, and what only looks so."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.kinds import repetition
from newslint.kinds.shared.base import Context, OptionError
from newslint.rulebook.lists import ListFolder
from newslint.rulebook.packs import shipped_pack
from newslint.text.story import Story

LISTS = ListFolder(shipped_pack().folder / "lists")


def find(text: str, **options: object) -> list[str]:
    state = repetition.prepare(msgspec.convert(options, repetition.Options), LISTS)
    return [text[f.start : f.end] for f in repetition.check(state, Context(Story(text, layout="body")))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He saw the the ship.", ["the the"]),
        ("He saw the\nthe ship.", ["the\nthe"]),
        ("He saw the\r\nthe ship.", ["the\r\nthe"]),
        ("He saw the\n\nthe ship.", []),
        ("He saw the, the ship.", []),
        ("He ate gado gado and met Duran Duran.", []),
        ("The constitutional constitutional court.", ["constitutional constitutional"]),
        ("The score was 10 10.", []),
        ("A step-by-step by step guide.", []),
        ("the the the hat", ["the the the"]),
        ("I I went.", ["I I"]),
    ],
)
def test_doubled_words(text, found):
    assert find(text) == found


def test_allowed_words():
    assert find("He had had the the hat.", allow=["had"]) == ["the the"]


def test_only_function_words():
    assert find("a very very good good the the hat", only="function", allow=["very"]) == ["the the"]


def test_capitals_in_the_allowance_are_refused():
    with pytest.raises(OptionError):
        find("", allow=["Had"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was in the in the end.", ["in the in the"]),
        ("Day after day after day it rained.", []),
        ("The department of Art and Art and Law.", []),
        ("He told the court told the court so.", ["told the court told the court"]),
        ("the the the the", []),
        ("It rained in the in the in the end.", ["in the in the in the"]),
        ("In the end, in the end.", []),
    ],
)
def test_doubled_phrases(text, found):
    assert find(text, words=2) == found


@given(st.lists(st.sampled_from(["the", "ship", "of", ",", "\n", "\n\n", "Hull"]), max_size=30))
def test_findings_do_not_overlap_and_repeat_a_word(parts):
    text = " ".join(parts)
    state = repetition.prepare(repetition.Options(), LISTS)
    last = 0
    for finding in repetition.check(state, Context(Story(text, layout="body"))):
        assert last <= finding.start < finding.end
        words = text[finding.start : finding.end].split()
        assert len(words) > 1
        assert len(set(words)) == 1
        last = finding.end


@given(st.lists(st.sampled_from(["a", "the", "The", "x’s", "x's", "of", "it"]), max_size=14), st.integers(1, 4))
def test_repeats_are_those_of_all_words(words, length):
    story = Story(" ".join(words))
    lows = story.lows
    near = repetition._near_themselves(story)
    every = list(range(len(lows)))
    assert list(repetition._repeats(lows, near, length)) == list(repetition._repeats(lows, every, length))


def test_a_story_without_words_near_themselves_is_left_alone():
    story = Story("The old barn by a mill burnt down while nobody was there to see the fire.")
    assert repetition._near_themselves(story) == []
    assert repetition._near_themselves(story) is repetition._near_themselves(story)
