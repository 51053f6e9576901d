"""Offsets to lines and columns."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.text.lines import index_lines

TEXT = st.text(st.sampled_from("ab \t\r\n\f\v\x85\u2028🎾e\u0301"), max_size=40)


@pytest.mark.parametrize(
    ("text", "offset", "position"),
    [
        ("", 0, (1, 1)),
        ("ab", 2, (1, 3)),
        ("a\nb", 2, (2, 1)),
        ("a\r\nb", 3, (2, 1)),
        ("a\rb", 2, (2, 1)),
        ("a\n", 2, (2, 1)),
        ("🎾🎾x", 2, (1, 3)),
        ("a\u2028b\x85c\fd", 6, (1, 7)),
        ("\n\r\n\r", 4, (4, 1)),
    ],
)
def test_position(text, offset, position):
    assert index_lines(text).position(offset) == position


@given(TEXT)
def test_lines_are_what_lies_between_terminators(text):
    lines = index_lines(text)
    contents = re.split(r"\r\n|\r|\n", text)
    assert len(lines) == len(contents)
    assert [text[slice(*lines.span(row))] for row in range(1, len(lines) + 1)] == contents


@given(TEXT)
def test_every_offset_has_its_place(text):
    lines = index_lines(text)
    places = [lines.position(offset) for offset in range(len(text) + 1)]
    assert places == sorted(places)
    assert len(set(places)) == len(places)
    for offset, (line, column) in enumerate(places):
        assert lines.starts[line - 1] + column - 1 == offset
