"""Needles of several checks are looked for in one search: what it calls silent has no match."""

from __future__ import annotations

import re2

from newslint.rulebook import index as prefilter
from newslint.rulebook import screen
from newslint.rulebook.index import Index
from newslint.rulebook.lists import ListFolder
from newslint.rulebook.loader import parse_check
from newslint.rulebook.screen import Screen, screens
from newslint.text.story import Story

NEEDLES = {
    3: (r"\botters?\b", "(?i)heron"),
    5: ("newts?",),
    8: (r"\pL{3}-\d",),
}


def test_checks_are_silent_of_which_no_needle_matches():
    some = Screen(NEEDLES)
    for text in ("An otter.", "HERON and newt", "abc-1", "äöü-2 newts", "hotter", "", "\ud800 otter"):
        data = text.encode("utf-8", "replace")
        matching = {place for place, needles in NEEDLES.items() if any(re2.search(n.encode(), data) for n in needles)}
        assert some.silent(data) == NEEDLES.keys() - matching


def test_what_matches_in_the_text_that_stands_for_all_is_left_out():
    assert [some.places for some in screens(NEEDLES, "An otter.")] == [{5, 8}]
    assert screens(NEEDLES, "otter, newt, abc-1") == []


def test_needles_that_re2_does_not_take_are_left_out():
    assert [some.places for some in screens({1: ("(?=x)", "newt"), 2: ("newt",)}, "")] == [{2}]


def test_long_needles_are_left_out_and_large_ones_share_no_set(monkeypatch):
    monkeypatch.setattr(screen, "_LONGEST", 12)
    assert {place for some in screens(NEEDLES, "") for place in some.places} == {5, 8}
    sizes = {place: sum(re2.compile(n).programsize for n in needles) for place, needles in NEEDLES.items()}
    monkeypatch.setattr(screen, "_SET_SIZE", sizes[8])
    assert [some.places for some in screens(NEEDLES, "")] == [{5}, {8}]
    monkeypatch.setattr(screen, "_SET_SIZE", sizes[8] - 1)
    assert [some.places for some in screens(NEEDLES, "")] == [{5}]
    monkeypatch.setattr(screen, "_TOGETHER", 1)
    assert [some.places for some in screens({1: ("a",), 2: ("b",)}, "")] == [{1}, {2}]


CHECK = """id: words/{name}
kind: existence
message: m
why: w
severity: error
patterns: ['{pattern}']
tests: [{{flag: '[[{found}]]'}}, {{pass: x}}]
"""


def test_after_some_stories_usual_candidates_are_screened(tmp_path, monkeypatch):
    monkeypatch.setattr(prefilter, "_SCREENED_AFTER", 2)
    lists = ListFolder(tmp_path)
    capital, figure = (
        parse_check(CHECK.format(name=name, pattern=pattern, found=found), "x.yml", f"words/{name}", lists)
        for name, pattern, found in (("capital", "[A-Z]{4}", "ABCD"), ("figure", "[0-9]{4}", "1234"))
    )
    index = Index([capital, figure], worth_it=0)  # by their signs, both are always candidates
    assert [index.candidates_of(Story("Nothing.")) for _ in range(2)] == [(capital, figure)] * 2
    assert index.candidates_of(Story("Nothing.")) == ()
    assert index.candidates_of(Story("In 2026.")) == (figure,)
    assert index.candidates_of(Story("NASA in 2026.")) == (capital, figure)
    assert index.candidates("Nothing.") == (capital, figure)  # without a story, by the signs alone


def test_checks_without_a_table_of_signs_are_not_screened(tmp_path, monkeypatch):
    monkeypatch.setattr(prefilter, "_SCREENED_AFTER", 1)
    check = parse_check(
        CHECK.format(name="x", pattern="[A-Z]{4}", found="ABCD"), "x.yml", "words/x", ListFolder(tmp_path)
    )
    index = Index([check], worth_it=3)
    assert [len(index.candidates_of(Story("Nothing."))) for _ in range(6)] == [1, 1, 1, 1, 0, 0]
