"""`--statistics`: columns for a pipe, a chart for a terminal of any width."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from sample_results import everything

from newslint.engine.run import Result
from newslint.reporters.statistics import LEAST, MOST, chart, counts


@pytest.mark.parametrize("width", [10, 30, 44, 60, 80, 100, 200])
@pytest.mark.parametrize("blocks", [True, False])
def test_the_chart_says_what_the_columns_say_and_fits(width, blocks):
    plain = counts(everything())
    drawn = chart(everything(), width, blocks=blocks)
    assert [line.text.rstrip() for line in drawn] == plain
    bars = [line.bar for line in drawn if line.bar]
    rules = len(plain) - 1
    assert len(bars) in (0, rules)
    if bars:
        assert all(cell_len(line.text + line.bar) <= width for line in drawn[:-1])
        assert LEAST <= cell_len(bars[0]) <= MOST
        assert len({cell_len(line.text) for line in drawn[:-1]}) == 1
    if width >= 100:
        assert bars


def test_bars_are_as_long_as_their_counts():
    result = everything()
    one = result.issues[0]
    many = Result(issues=(one,) * 40 + tuple(i for i in result.issues if i.rule != one.rule)[:1], words=10)
    longest, least, rate = chart(many, 100)
    assert longest.bar == "█" * 40
    assert least.bar == "█"
    assert rate.bar == ""
    assert chart(many, 100, blocks=False)[1].bar == "#"


def test_a_clean_run_has_no_chart():
    assert [line.bar for line in chart(Result(words=3), 80)] == [""]
