"""One report a place."""

from __future__ import annotations

import pytest

from newslint.engine.overlap import without_doubles
from newslint.issue import Edit, Issue

TEXT = "They held a round of intense talk with Moscow on Friday."


def issue(rule, start, end, severity="warning", new=None):
    edits = () if new is None else (Edit(start, end, new),)
    return Issue(
        "a.txt", rule, severity, start, end, TEXT[start:end], "m", edits=edits, fixable="unsafe" if edits else "no"
    )


def kept(*issues):
    forwards = [i.rule for i in without_doubles(issues, TEXT)]
    assert forwards == [i.rule for i in without_doubles(reversed(issues), TEXT)], "the order must not matter"
    return forwards


def test_issues_come_in_order_of_place():
    assert kept(issue("b/b", 30, 33), issue("a/a", 40, 45), issue("c/c", 0, 4)) == ["c/c", "b/b", "a/a"]


def test_of_two_on_one_span_the_more_severe_stays():
    assert kept(issue("a/a", 0, 4), issue("b/b", 0, 4, "error")) == ["b/b"]
    assert kept(issue("a/a", 0, 4), issue("b/b", 0, 4, new="We")) == ["b/b"]
    assert kept(issue("a/a", 0, 4), issue("b/b", 0, 4)) == ["a/a"]


def test_of_two_with_one_repair_the_narrower_stays():
    # "intense talk" -> "intense talks" and "talk" -> "talks" put the same letter at the same place.
    assert kept(issue("a/wide", 21, 33, new="intense talks"), issue("b/narrow", 29, 33, new="talks")) == ["b/narrow"]
    assert kept(issue("a/wide", 21, 33, new="tense talk"), issue("b/narrow", 29, 33, new="talks")) == [
        "a/wide",
        "b/narrow",
    ]


def test_different_faults_of_overlapping_words_both_stay():
    assert kept(issue("a/a", 10, 20), issue("b/b", 15, 25)) == ["a/a", "b/b"]


@pytest.mark.parametrize(("start", "end", "there"), [(0, 21, True), (0, 22, False), (25, 30, False), (33, 40, True)])
def test_grammar_gives_way_to_our_own_where_they_overlap(start, end, there):
    assert ("grammar/x" in kept(issue("a/a", 21, 33), issue("grammar/x", start, end))) is there


def test_grammar_does_not_give_way_to_what_weighs_less():
    assert kept(issue("a/a", 21, 33, "advice"), issue("grammar/x", 29, 33)) == ["a/a", "grammar/x"]
    assert kept(issue("a/a", 21, 33, "error"), issue("grammar/x", 29, 33)) == ["a/a"]


def test_grammar_finds_the_long_issue_that_began_far_before():
    assert kept(issue("a/long", 0, 50), issue("b/short", 1, 2), issue("grammar/x", 45, 47)) == ["a/long", "b/short"]


def test_a_place_between_characters_is_a_place():
    assert kept(issue("a/stop", 55, 55, new="."), issue("b/stop", 55, 55, new=".")) == ["a/stop"]
