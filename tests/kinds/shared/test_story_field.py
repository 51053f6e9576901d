"""Whether a story is plainly one of sport or the arts."""

from __future__ import annotations

from newslint.kinds.shared.story_field import is_arts, is_sport
from newslint.text.story import Story

MATCH = "The striker and the goalkeeper missed the cup match after an injury, and the coach blamed the referee."
FILM = "The actress sings in the film, whose director won an Oscar for the screenplay of a novel."
BUDGET = (
    "The final vote on the budget was a victory for the mayor, whose season as captain of the town had begun badly."
)


def test_words_tell_the_field() -> None:
    assert is_sport(Story(MATCH))
    assert is_arts(Story(FILM))
    assert not is_arts(Story(MATCH))
    assert not is_sport(Story(FILM))


def test_a_word_or_two_do_not() -> None:
    assert not is_sport(Story(BUDGET))
    assert not is_arts(Story(BUDGET))
    assert not is_sport(Story("match " * 20))
