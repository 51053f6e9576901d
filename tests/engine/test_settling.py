"""Fix, check again, until nothing more changes; whatever the checks do, it ends."""

from __future__ import annotations

import pytest

from newslint.engine.checking import Checked, Copy
from newslint.engine.settling import ROUNDS, settle
from newslint.issue import Edit, Issue
from newslint.text.story import Story


def swapper(*swaps):
    """A checker whose checks each put one text in the place of another: (rule, old, new, fixable)."""

    def check(text):
        issues = []
        for rule, old, new, *safe in swaps:
            at = text.find(old)
            while at >= 0:
                end = at + len(old)
                edits = (Edit(at, end, new),)
                issues.append(Issue("p.txt", rule, "error", at, end, old, "m", fixable=(*safe, "safe")[0], edits=edits))
                at = text.find(old, end)
        return Checked(Copy("p.txt", Story(text), "en-GB"), tuple(issues), ())

    return check


def settled(text, *swaps, unsafe=False):
    check = swapper(*swaps)
    result = settle(check(text), check, unsafe=unsafe)
    again = settle(result.checked, check, unsafe=unsafe)
    assert again.checked.copy.story.text == result.checked.copy.story.text  # a second run changes nothing
    return result.checked.copy.story.text, result.fixed, result.checked


def test_one_fix_may_make_room_for_the_next():
    text, fixed, left = settled("a b c", ("r/a", "a b", "ab"), ("r/b", "ab c", "abc!"))
    assert (text, fixed, left.issues, left.not_run) == ("abc!", 2, (), ())


def test_unsafe_fixes_are_made_when_asked_for():
    swaps = (("r/a", "one", "1", "unsafe"), ("r/b", "two", "2"))
    assert settled("one or two", *swaps)[:2] == ("one or 2", 1)
    assert settled("one or two", *swaps, unsafe=True)[:2] == ("1 or 2", 2)


def test_two_checks_that_undo_each_other_are_named_and_neither_has_its_way():
    text, fixed, left = settled("one and red", ("x/down", "one", "two"), ("x/up", "two", "one"), ("y/z", "red", "blue"))
    assert text == "one and blue"
    assert fixed == 1
    assert [issue.rule for issue in left.issues] == ["x/down"]
    (note,) = left.not_run
    assert (note.what, note.path, note.why) == ("fixes", "p.txt", "unavailable")
    assert "x/down and x/up undo each other" in note.mend


def test_a_ring_of_three_is_named_too():
    swaps = (("r/a", "one", "two"), ("r/b", "two", "three"), ("r/c", "three", "one"))
    text, fixed, left = settled("one", *swaps)
    assert (text, fixed) == ("one", 0)
    assert "r/a, r/b and r/c undo" in left.not_run[0].mend


@pytest.mark.parametrize("new", ["aa", "ab a", "a" * 50_000])
def test_a_fix_that_calls_for_itself_is_named_and_left_out(new):
    text, fixed, left = settled("a. x.", ("r/more", "a.", f"{new}."), ("r/x", "x", "y"))
    assert (text, fixed) == ("a. y.", 1)
    assert "r/more never come to an end" in left.not_run[0].mend


def test_two_independent_pairs_are_two_notes_or_one_and_the_rest_is_mended():
    swaps = (("a/1", "p", "q"), ("a/2", "q", "p"), ("b/1", "m.", "n."), ("b/2", "n.", "m."), ("c/c", "z", "y"))
    text, _, left = settled("p x m. z", *swaps)
    assert text == "p x m. y"
    assert {rule for note in left.not_run for rule in ("a/1", "a/2", "b/1", "b/2") if rule in note.mend} == {
        "a/1",
        "a/2",
        "b/1",
        "b/2",
    }


def test_a_chain_as_long_as_the_limit_allows_is_followed_to_its_end():
    swaps = [(f"r/{n}", f"<{n}>", f"<{n + 1}>") for n in range(ROUNDS - 1)]
    text, fixed, left = settled("<0>", *swaps)
    assert (text, fixed, left.not_run) == (f"<{ROUNDS - 1}>", ROUNDS - 1, ())
