"""Bar charts as rows of parts in percent of the axis: a table of them is a chart that can be read aloud."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil, floor, log10

import msgspec

from ...issue import SEVERITIES, Severity

_TICKS = 5
"""Steps of an axis, at most."""


class Part(msgspec.Struct, frozen=True):
    """A part of a bar, from ``x`` over ``width`` percent of the axis; ``title`` says what it stands for."""

    severity: Severity
    x: float
    width: float
    title: str


class Bar(msgspec.Struct, frozen=True):
    """A row of a chart: its name, its value in words, and what a press on the name leaves of the page."""

    label: str
    parts: tuple[Part, ...]
    value: str
    rule: str = ""
    path: str = ""


class Tick(msgspec.Struct, frozen=True):
    """A mark of an axis at ``x`` percent."""

    x: float
    label: str


class Chart(msgspec.Struct, frozen=True):
    """A chart of horizontal bars from zero; ``of`` names the rows, ``unit`` what the axis counts."""

    title: str
    of: str
    unit: str
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    note: str = ""


class Row(msgspec.Struct, frozen=True):
    """What a bar shows: a value for each severity that has one."""

    label: str
    values: Mapping[Severity, float]
    rule: str = ""
    path: str = ""


def bar_chart(title: str, of: str, unit: str, rows: Sequence[Row], *, note: str = "", decimals: int = 0) -> Chart:
    """Return a chart of rows in the order given, the severities stacked, the gravest first. The axis begins at zero."""
    step, steps = _axis(max((sum(row.values.values()) for row in rows), default=0.0), whole=not decimals)
    most = step * steps
    bars = []
    for row in rows:
        parts, x = [], 0.0
        for severity in SEVERITIES:
            value = row.values.get(severity, 0)
            if value:
                title_ = f"{row.label}: {value:,.{decimals}f} {unit}, {severity}"
                parts.append(Part(severity, round(100 * x / most, 3), round(100 * value / most, 3), title_))
                x += value
        bars.append(Bar(row.label, tuple(parts), f"{x:,.{decimals}f}", row.rule, row.path))
    ticks = tuple(Tick(round(100 * number / steps, 3), f"{number * step:,.10g}") for number in range(steps + 1))
    return Chart(title, of, unit, tuple(bars), ticks, note)


def _axis(most: float, *, whole: bool) -> tuple[float, int]:
    """Return a round step and how many of them hold the value, at most `_TICKS`."""
    if most <= 0:
        return 1.0, 1
    size = 10.0 ** floor(log10(most))
    for factor in (0.1, 0.2, 0.5, 1.0, 2.0):
        step = max(1.0, size * factor) if whole else size * factor
        steps = ceil(most / step - 1e-9)
        if steps <= _TICKS:
            break
    return step, steps
