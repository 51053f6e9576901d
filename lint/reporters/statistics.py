"""`--statistics`: how often each rule fired."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from ..engine.run import Result
from ..issue import SEVERITIES, Severity
from .words import clean, count

MOST = 40
"""Cells of the longest bar."""
LEAST = 5
"""Cells: a chart of shorter bars says nothing."""

_PARTS = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")


class ChartLine(NamedTuple):
    """A line of the chart; ``severity`` is that of its rule, None where it is about none."""

    text: str
    bar: str
    severity: Severity | None


class _Row(NamedTuple):
    text: str
    number: int
    severity: Severity


def counts(result: Result) -> list[str]:
    """Return one line a rule, the most frequent first, and how many errors and warnings there are in 1,000 words."""
    return [*(row.text for row in _rows(result)), _rate(result)]


def chart(result: Result, width: int, *, blocks: bool = True) -> list[ChartLine]:
    """Return the same for a terminal of ``width`` cells, with a bar behind each rule.

    Not ``blocks``: the terminal cannot show block characters. A bar is as long beside the longest as its count is, and
    never empty; where fewer than `LEAST` cells are left beside the longest rule, there are none.
    """
    rows = _rows(result)
    text = max((len(row.text) for row in rows), default=0)
    room = min(MOST, width - text - 2)
    longest = max((row.number for row in rows), default=1)
    lines = [
        ChartLine(
            f"{row.text:<{text}}  " if room >= LEAST else row.text,
            _bar(row.number, longest, room, blocks) if room >= LEAST else "",
            row.severity,
        )
        for row in rows
    ]
    return [*lines, ChartLine(_rate(result), "", None)]


def _bar(number: int, longest: int, room: int, blocks: bool) -> str:
    if not blocks:
        return "#" * max(1, number * room // longest)
    eighths = max(1, number * room * 8 // longest)
    return "█" * (eighths // 8) + _PARTS[eighths % 8]


def _rows(result: Result) -> list[_Row]:
    rules = Counter((issue.rule, issue.severity) for issue in result.issues)
    rows = sorted(rules.items(), key=lambda row: (-row[1], SEVERITIES.index(row[0][1]), row[0][0]))
    width = max((len(f"{number:,}") for _, number in rows), default=1)
    return [
        _Row(clean(f"{number:>{width},} {severity:<7} {rule}"), number, severity) for (rule, severity), number in rows
    ]


def _rate(result: Result) -> str:
    grave = sum(issue.severity != "advice" for issue in result.issues)
    rate = 1000 * grave / result.words if result.words else 0.0
    return f"{count(result.words, 'word')}; {rate:.2f} errors and warnings per 1,000 words"
