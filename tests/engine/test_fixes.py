"""Which fixes are made together, and what they give: nothing outside an edit moves."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.engine.fixes import apply_choice, choose, fixable
from newslint.issue import Edit, Issue


def issue(start, end, *news, rule="a/b", severity="error", safe="safe", edits=None):
    edits = edits or tuple(Edit(start, end, new) for new in news)
    return Issue("p", rule, severity, start, end, "", "m", fixable=safe, edits=edits)


def fixed(text, *issues, unsafe=False):
    return apply_choice(text, choose(issues, text, unsafe=unsafe).edits)


TEXT = "One two three four five six."


def test_edits_that_are_apart_are_made_together():
    assert fixed(TEXT, issue(0, 3, "1"), issue(8, 13, "3"), issue(27, 28, "!")) == "1 two 3 four five six!"


def test_of_two_fixes_that_overlap_one_waits_and_the_order_they_come_in_does_not_matter():
    wide, narrow = issue(0, 7, "ab", rule="w/w"), issue(4, 7, "2", rule="n/n")
    grave, light = issue(14, 23, "g", rule="g/g"), issue(19, 23, "l", rule="l/l", severity="warning")
    for order in ([wide, narrow, grave, light], [light, grave, narrow, wide]):
        assert fixed(TEXT, *order) == "One 2 three g six."
        assert [found.rule for found in choose(order, TEXT).issues] == ["n/n", "g/g"]


def test_a_safe_fix_goes_before_an_unsafe_one_and_our_own_before_languagetools():
    unsafe, safe = issue(0, 3, "u", safe="unsafe"), issue(0, 7, "s", severity="warning")
    assert fixed(TEXT, unsafe, safe, unsafe=True) == "s three four five six."
    assert fixed(TEXT, issue(0, 3, "lt", rule="grammar/x"), issue(0, 7, "own")) == "own three four five six."


@pytest.mark.parametrize("second", [(3, 7), (4, 7), (3, 3), (4, 4)])
def test_what_touches_another_edit_or_has_only_space_between_waits(second):
    assert fixed(TEXT, issue(0, 3, "1"), issue(*second, "X", severity="warning")) == "1 two three four five six."


def test_a_fix_is_made_whole_or_not_at_all():
    pair = issue(8, 18, edits=(Edit(8, 9, "T"), Edit(14, 15, "F")), severity="warning")
    assert fixed(TEXT, pair) == "One two Three Four five six."
    assert fixed(TEXT, pair, issue(14, 18, "4")) == "One two three 4 five six."


def test_what_two_fixes_change_alike_is_changed_once():
    first, second = issue(0, 3, "1", rule="a/a"), issue(0, 9, edits=(Edit(0, 3, "1"), Edit(8, 13, "3")), rule="b/b")
    choice = choose([first, second], TEXT)
    assert apply_choice(TEXT, choice.edits) == "1 two 3 four five six."
    assert len(choice.issues) == 2


def test_only_what_is_fixable_at_this_level_is():
    assert fixed(TEXT, issue(0, 3, "1", safe="unsafe"), issue(8, 13, "3", safe="no")) == TEXT
    assert fixed(TEXT, issue(0, 3, "1", safe="unsafe"), issue(8, 13, "3", safe="no"), unsafe=True) == f"1{TEXT[3:]}"


@pytest.mark.parametrize(
    "edits",
    [
        (Edit(0, 3, "One"),),  # changes nothing
        (Edit(3, 0, "x"),),
        (Edit(20, 99, "x"),),
        (Edit(-2, 3, "x"),),
        (Edit(0, 7, "x"), Edit(4, 9, "y")),
        (Edit(4, 4, "x"), Edit(4, 4, "y")),
        (),
    ],
)
def test_an_edit_that_cannot_be_made_is_none(edits):
    broken = issue(0, 3, edits=edits)
    assert not fixable(broken, TEXT, unsafe=True)
    assert fixed(TEXT, broken) == TEXT


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("a b\r\nc\r\n", "a\r\nb\r\nc\r\n"),
        ("a b\rc", "a\rb\rc"),
        ("a b\nc", "a\nb\nc"),
        ("a b", "a\nb"),
        ("a b\nc\r\nd\r\n", "a\r\nb\nc\r\nd\r\n"),
    ],
)
def test_a_new_line_ends_as_those_of_the_file_do(text, want):
    assert fixed(text, issue(1, 2, "\n")) == want


def test_no_edit_comes_between_carriage_return_and_line_feed():
    assert fixed("a\r\nb", issue(2, 4, "x"), issue(0, 2, "y"), issue(2, 2, "z")) == "a\r\nb"


@st.composite
def texts_and_issues(draw):
    text = draw(st.text(st.sampled_from("ab c\r\n\ufeffé😀"), max_size=60))
    dice = random.Random(draw(st.integers(0, 2**32)))
    issues = []
    for number in range(dice.randrange(8)):
        points = sorted(dice.randrange(len(text) + 1) for _ in range(dice.choice([2, 2, 4])))
        edits = tuple(
            Edit(points[i], points[i + 1], "".join(dice.choices("xy\U0001f600 ", k=dice.randrange(3))))
            for i in range(0, len(points), 2)
        )
        level = dice.choice(["safe", "unsafe", "no"])
        issues.append(issue(points[0], points[-1], edits=edits, rule=f"r/{number}", safe=level))
    return text, issues


@given(texts_and_issues(), st.booleans())
def test_what_is_outside_the_edits_is_as_it_was(case, unsafe):
    text, issues = case
    choice = choose(issues, text, unsafe=unsafe)
    assert choice == choose(issues[::-1], text, unsafe=unsafe)
    offered = {edit for found in issues if found.fixable != "no" for edit in found.edits}
    assert set(choice.edits) <= offered
    new, at, done = apply_choice(text, choice.edits), 0, 0
    for edit in choice.edits:
        assert edit.start >= done
        kept = text[done : edit.start]
        assert new[at : at + len(kept)] == kept
        at += len(kept)
        assert new[at : at + len(edit.new)] == edit.new
        at += len(edit.new)
        done = edit.end
    assert new[at:] == text[done:]
