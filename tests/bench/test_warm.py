"""What is measured in one warm process: the edits, the sums, and that a story goes the way of a run."""

from __future__ import annotations

import random
from itertools import count, islice

import pytest
import warm
from sample_stories import ROOT, shuffled_stories

from newslint.engine.book import load
from newslint.engine.checking import Copy
from newslint.engine.language import variant_of_story
from newslint.engine.options import Options
from newslint.engine.run import check_copy
from newslint.text.story import Story


def test_a_clock_adds_up_milliseconds_by_what_was_done():
    ticks = count(1.0, 0.25)
    clock = warm.Clock(lambda: next(ticks))
    assert clock.time("a", lambda: "done") == "done"
    clock.time("a", lambda: next(ticks))
    clock.time("b", lambda: None)
    assert clock.spent == {"a": [250.0, 500.0], "b": [250.0]}


def test_a_percentile_is_one_of_the_values():
    assert warm.percentile([9, 1, 2, 3, 4, 5, 6, 7, 8, 10], 0.9) == 9
    assert warm.percentile([3, 1, 2], 0.5) == 2
    assert warm.percentile([7], 0.9) == 7


def test_items_are_taken_from_all_over():
    assert warm.spread(range(10), 3) == [0, 3, 6]
    assert warm.spread(range(2), 3) == [0, 1]


def test_edits_are_small_and_follow_one_another():
    texts = list(islice(shuffled_stories(), 8))
    seen = set()
    for text in texts:
        before = text
        states = list(warm.edits(text, texts, random.Random(text)))
        assert states == list(warm.edits(text, texts, random.Random(text)))
        assert len(states) == warm.EDITS
        for name, state in states:
            more = state.count("\n\n") - before.count("\n\n")
            assert more == {"a paragraph put in": 1, "a paragraph taken out": -1}.get(name, 0)
            if name == "a letter typed":
                assert len(state) == len(before) + 1
            seen.add(name)
            before = state
    assert len(seen) == 4


def test_live_figures_are_of_every_edit_and_of_each_kind():
    spent = {"b": [4.0, 2.0], warm.FIRST: [9.0], "a": [1.0, 3.0, 5.0]}
    found = warm.live_figures(spent, ["four", "sixsix"])
    assert (found["stories"], found["mean"]) == (2, 5)
    assert list(found["checks"]) == [warm.FIRST, warm.EVERY, "a", "b"]
    assert found["checks"][warm.EVERY] == {"count": 5, "median": 3.0, "p90": 5.0}


def test_a_profile_is_per_story_and_by_kind():
    spent = {warm.MODEL: [3.0, 5.0], "x-one": [1.0, 1.0], "x-two": [0.5], "y-one": [2.0], warm.PLACING: [0.2, 0.2]}
    found = warm.profile_figures(spent, 20.0, {"x-one": "x", "x-two": "x", "y-one": "y", "z": "z"}, 2)
    assert found["parts"][warm.MODEL] == 4.0
    assert found["parts"][warm.CANDIDATES] == 0.0
    assert found["parts"][warm.REST] == pytest.approx(10.0 - 4.0 - 0.2 - 2.25)
    assert found["kinds"] == {"x": {"ms": 1.25, "runs": 1.5}, "y": {"ms": 1.0, "runs": 0.5}}


def test_of_several_rounds_the_quietest_counts():
    assert warm.quietest([{"a": [1.0, 9.0], "b": [1.0]}, {"a": [4.0, 4.0], "b": [2.0]}]) == {
        "a": [4.0, 4.0],
        "b": [1.0],
    }


def test_a_story_goes_the_way_of_a_run():
    text = (ROOT / "seeds" / "county-budget.txt").read_text(encoding="utf-8")
    options, clock = Options(grammar="off"), warm.Clock()
    index = load().index(options)
    found = warm.check_story(text, index, options, clock)
    assert found
    story = Story(text)
    assert (found, []) == check_copy(Copy("<text>", story, variant_of_story(story, "auto")), index, options)
    parts = {warm.MODEL, warm.ENGLISH, warm.CANDIDATES, warm.PLACING}
    ran = {check.id for check in index.candidates(text) if not check.languagetool_rules}
    assert clock.spent.keys() - parts <= {check.id for check in index.checks}
    assert clock.spent.keys() >= parts | {issue.rule for issue in found} & ran


def test_a_story_has_parts_to_be_worked_out():
    assert {"blocks", "people", "quotes", "sentences", "tokens"} <= set(warm.all_parts(Story))
