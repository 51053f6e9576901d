"""Numbers in words, and whether a number counts what stands after it."""

from __future__ import annotations

import pytest

from newslint.kinds.shared.number_words import (
    begins_sentence,
    counts_things,
    in_words,
    is_plural,
    number_values,
    stands_alone,
    word_before,
    words_after,
)
from newslint.kinds.shared.quantities import WORD, count_value
from newslint.text.regex import regex
from newslint.text.story import Story


def test_every_number_below_a_hundred_is_written_and_read() -> None:
    assert [in_words(n) for n in (0, 7, 12, 20, 21, 99)] == [
        "zero",
        "seven",
        "twelve",
        "twenty",
        "twenty-one",
        "ninety-nine",
    ]
    word = regex(WORD)
    for number in range(1, 100):
        assert count_value(in_words(number)) == number == number_values()[in_words(number)]
        assert word.fullmatch(in_words(number))


@pytest.mark.parametrize(
    ("after", "counts"),
    [
        (" people left", True),
        (" more young men left", True),
        (" miles off", False),
        (" goals to nil", False),
        (" years 6 months", False),
        (" or six men", False),
        (" said he was", False),
        (" thirds of it", False),
        (", people", False),
        ("\nmen", False),
    ],
)
def test_what_a_number_counts(after: str, counts: bool) -> None:
    assert counts_things("5" + after, 1) is counts


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("It hit # men.", True),
        ("In # cases it hit.", True),
        ("# men left.", True),
        ("It left. # men came.", True),
        ("The Boeing # parts.", False),
        ("In phase # trials.", False),
        ("Six or # men.", False),
        ("Bo and # men.", True),
        ("No. # seeds.", False),
        ("It cost $ # men.", False),
    ],
)
def test_what_stands_before_a_number(text: str, alone: bool) -> None:
    text = text.replace("#", "5")
    assert stands_alone(Story(text, layout="body"), text.index("5")) is alone


def test_words_around() -> None:
    text = "Two\nthe men who left Rome today"
    assert words_after(text, 7, 5) == ["men", "who", "left"]
    assert word_before(text, 8) == ("the", 4)
    assert word_before(text, 4) == ("", 4)
    assert [word for word in ("boats", "men", "glass", "bus", "says", "its", "his") if is_plural(word)] == [
        "boats",
        "men",
    ]
    assert begins_sentence(Story("“Five left.”", layout="body"), 1)
