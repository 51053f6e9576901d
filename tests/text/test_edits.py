"""Edits in memory."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newslint.issue import Edit
from newslint.text.edits import apply_edits

TEXT = st.text("abcdef\r\n", max_size=20)


@st.composite
def edits_of(draw):
    text = draw(TEXT)
    ends = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(ends, ends), max_size=6))
    news = draw(st.lists(st.text("XYZ", max_size=3), min_size=len(spans), max_size=len(spans)))
    return text, [Edit(min(a, b), max(a, b), new) for (a, b), new in zip(spans, news, strict=True)]


def test_edits_are_made_in_order_of_their_start():
    assert apply_edits("The pool closed", [Edit(9, 15, "leaks"), Edit(0, 3, "Our")]) == "Our pool leaks"


def test_the_later_of_two_overlapping_edits_is_left_out():
    assert apply_edits("abcdef", [Edit(0, 3, "X"), Edit(2, 4, "Y")]) == "Xdef"


def test_two_insertions_at_one_place_overlap():
    assert apply_edits("ab", [Edit(1, 1, "X"), Edit(1, 1, "Y")]) == "aXb"


def test_an_insertion_beside_a_replacement_is_made():
    assert apply_edits("abc", [Edit(0, 1, "X"), Edit(1, 1, "Y")]) == "XYbc"


@given(edits_of())
def test_what_no_edit_touches_stays(case):
    text, edits = case
    touched = {at for edit in edits for at in range(edit.start, edit.end)}
    kept = "".join(char for at, char in enumerate(text) if at not in touched)
    left = iter(apply_edits(text, edits))
    assert all(char in left for char in kept), "the characters outside the edits come in the same order"


@given(edits_of())
def test_order_of_the_edits_does_not_count(case):
    text, edits = case
    assert apply_edits(text, edits) == apply_edits(text, reversed(edits))


@given(TEXT)
def test_no_edit_changes_nothing(text):
    assert apply_edits(text, []) == text
