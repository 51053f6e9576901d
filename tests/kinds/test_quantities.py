"""Figures and number words, and how far a figure may have been rounded."""

from __future__ import annotations

from decimal import Decimal

import pytest
import re2
from hypothesis import given
from hypothesis import strategies as st

from newslint.kinds.shared.quantities import COUNT, WORD, WORDS, count_value, rounded, shown


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("seven", 7),
        ("Twelve", 12),
        ("twenty-one", 21),
        ("ninety", 90),
        ("1,200", 1200),
        ("a", 1),
        ("twelve-one", None),
        ("", None),
    ],
)
def test_count_value(word, value):
    assert count_value(word) == value


@given(st.integers(1, 99))
def test_every_number_word_up_to_ninety_nine_is_matched_whole(number):
    tens, ones = divmod(number, 10)
    names = {value: word for word, value in WORDS.items()}
    word = names.get(number) or f"{names[tens * 10]}-{names[ones]}"
    assert count_value(word) == number
    assert re2.compile(WORD).match(word + " men").group() == word
    assert re2.compile(COUNT).match(word + " men").group() == word


@pytest.mark.parametrize(
    ("figure", "scale", "low", "high"),
    [
        ("3.5", "million", "3450000", "3550000"),
        ("1,200", "", "1150", "1250"),
        ("400", "", "395", "405"),
        ("10,000", "", "9500", "10500"),
        ("7", "", "6.5", "7.5"),
        ("123", "", "122.5", "123.5"),
    ],
)
def test_rounding(figure, scale, low, high):
    value = rounded(figure, scale)
    assert (value.low, value.high) == (Decimal(low), Decimal(high))
    assert value.low < value.value < value.high


def test_a_value_is_shown_like_its_model():
    assert shown(Decimal("6.2137"), "16") == "6"
    assert shown(Decimal("6.2137"), "9.9") == "6.2"
    assert shown(Decimal("1235.5"), "500") == "1236"
    assert shown(Decimal("12355"), "500") == "12,355"
