"""What newslint's work takes, in calls and lines: a regression of a fifth fails, on any machine, however busy."""

from __future__ import annotations

import json
import warnings
from pathlib import Path

import counts
import pytest
from counted import count_calls, count_lines


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("counts")


@pytest.fixture(scope="module")
def now(place: Path) -> counts.Counts:
    return counts.count_all(place)


def test_no_count_has_grown_by_a_fifth(now):
    """After a change that is worth it: `python tests/bench/counts.py --update`."""
    record = counts.recorded()
    before = record.get(counts.version())
    if before is None:
        warnings.warn(f"no counts for Python {counts.version()} in {counts.RECORD.name}: ratios only", stacklevel=1)
        changes = counts.compare_ratios(now, next(iter(record.values())))
    else:
        assert before.keys() == now.keys(), "record the counts anew: tests/bench/counts.py --update"
        changes = counts.compare(now, before)
        for change in counts.far_fewer(changes):
            warnings.warn(f"record the gain with tests/bench/counts.py --update: {change}", stacklevel=1)
    assert changes
    assert [str(change) for change in counts.too_many(changes)] == []


def test_a_hundred_times_the_rules_take_a_fraction_more(now):
    for name in counts.PACKS:
        few, many = now[f"20 stories with 10 {name}"], now[f"20 stories with 1,000 {name}"]
        assert many["calls"] < 1.5 * few["calls"]
        assert many["lines"] < 2 * few["lines"]


def test_the_story_model_is_at_most_half_of_the_work(now):
    model, whole = now["the model of 20 stories"], now["20 stories"]
    assert model["calls"] < 0.5 * whole["calls"]
    assert model["lines"] < 0.5 * whole["lines"]


def test_counts_are_the_same_every_time_and_a_quarter_more_work_is_seen(now, place):
    """Six of twenty stories once more: the sample's shorter ones, so that it is some quarter of the work."""
    slower = counts.count_stories(place, again=6)
    assert slower["the model of 20 stories"] == now["the model of 20 stories"]
    changes = counts.compare(slower, {"20 stories": now["20 stories"]})
    assert len(changes) == 2
    assert all(1.2 < change.times < 1.4 for change in changes), [str(change) for change in changes]
    assert counts.too_many(changes) == changes


def test_a_loop_that_calls_nothing_shows_in_lines():
    def busy(times: int) -> int:
        total = 0
        for number in range(times):
            total += number
        return total

    def of(times: int) -> tuple[int, int]:
        return count_calls(lambda: busy(times)), count_lines(lambda: busy(times), str(Path(__file__).parent))

    (few_calls, few), (many_calls, many) = of(10), of(1_010)
    assert few_calls == many_calls
    assert many - few >= 1_000
    assert count_lines(lambda: busy(10), "elsewhere") == 0


def test_what_is_compared():
    before = {"a": {"calls": 100, "lines": 1000}, "b": {"calls": 50, "lines": 10}}
    now = {"a": {"calls": 121, "lines": 1200}, "b": {"calls": 41, "lines": 10}, "new": {"calls": 1, "lines": 1}}
    changes = counts.compare(now, before)
    assert [change.what for change in counts.too_many(changes)] == ["a, calls"]
    assert [change.what for change in counts.far_fewer(changes)] == ["b, calls"]
    assert str(changes[0]) == "a, calls: 121, recorded 100: +21.0%"


def test_ratios_are_compared_across_versions():
    record = {name: {"calls": 100, "lines": 100} for pair in counts.RATIOS for name in pair}
    now = {name: {"calls": 300, "lines": 300} for name in record}
    assert counts.too_many(counts.compare_ratios(now, record)) == []
    now["20 stories with 1,000 rules of a phrase"] = {"calls": 400, "lines": 300}
    (change,) = counts.too_many(counts.compare_ratios(now, record))
    assert change.what == "20 stories with 1,000 rules of a phrase to 20 stories with 10 rules of a phrase, calls"


def test_the_record_holds_every_count():
    for record in json.loads(counts.RECORD.read_text(encoding="utf-8")).values():
        assert all(set(each) == {"calls", "lines"} for each in record.values())
        assert {name for pair in counts.RATIOS for name in pair} <= record.keys()
