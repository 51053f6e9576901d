"""The plot of the figures: an SVG of four panels that reads in light and in dark."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor, log10
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

Figures = dict[str, Any]

WIDTH, PANEL, HEIGHT = 920, 460, 330
"""Pixels: the picture's width, a panel's, and a panel's height."""

_STYLE = """
text { font: 12px system-ui, sans-serif; fill: var(--ink); }
.title { font-weight: 600; font-size: 14px; }
.small { font-size: 11px; fill: var(--pale); }
.us { font-weight: 600; }
.paper { fill: var(--paper); }
.grid { stroke: var(--grid); stroke-width: 1; }
.bar { fill: var(--other); }
.bar.us { fill: var(--c0); }
path { fill: none; stroke-width: 2; }
svg { --paper: #ffffff; --ink: #1c2024; --pale: #5b6470; --grid: #dfe3e8; --other: #a9b3bf;
  --c0: #b3261e; --c1: #0b6bcb; --c2: #2e7d32; --c3: #8e24aa; --c4: #ad6800;
  --c5: #00796b; --c6: #5d4037; --c7: #546e7a; --c8: #7b8a00; --c9: #c2185b; }
@media (prefers-color-scheme: dark) {
  svg { --paper: #14181d; --ink: #e6e9ed; --pale: #a4adb8; --grid: #303840; --other: #65717e;
    --c0: #ff8a80; --c1: #74b9ff; --c2: #7fd787; --c3: #d9a3e8; --c4: #f0b35a;
    --c5: #5fd0c0; --c6: #c9a899; --c7: #a6bac4; --c8: #c9d75a; --c9: #ff8fb3; }
}
"""


class Scale(NamedTuple):
    """A logarithmic scale from ``low`` to ``high``, both powers of ten, onto pixels."""

    low: float
    high: float
    begin: float
    end: float

    def at(self, value: float) -> float:
        part = log10(value / self.low) / log10(self.high / self.low)
        return self.begin + part * (self.end - self.begin)

    def marks(self) -> list[float]:
        steps = round(log10(self.high / self.low))
        return [self.low * 10**step for step in range(steps + 1)]


def scale(values: Sequence[float], begin: float, end: float) -> Scale:
    """Return the scale that holds all values, which are above 0."""
    low, high = floor(log10(min(values)) + 1e-9), ceil(log10(max(values)) - 1e-9)
    return Scale(10.0**low, 10.0 ** max(high, low + 1), begin, end)


def plot(result: Figures) -> str:
    """Return the picture, with a panel for each section that was measured."""
    panels: list[str] = []
    if "start" in result:
        rows = _rows(result["start"])
        panels.append(bars("Start on one story, milliseconds", [(name, value * 1000) for name, value in rows]))
    if "throughput" in result:
        title = f"{result['stories_are']['count']:,} stories of {result['stories_are']['mean'] / 1000:.1f} KB, seconds"
        panels.append(bars(title, _rows(result["throughput"])))
    if "rules" in result:
        curves = {name: _curve(points, per=False) for name, points in result["rules"].items()}
        panels.append(lines("The same stories, seconds by number of rules", curves))
    if "stories" in result:
        curves = {name: _curve(points, per=True) for name, points in result["stories"].items()}
        panels.append(lines("Seconds per 1,000 stories by number of stories", curves))
    return _picture(panels)


def _rows(figures: Figures) -> list[tuple[str, float]]:
    rows = [(name, float(each["seconds"])) for name, each in figures.items() if "seconds" in each]
    return sorted(rows, key=lambda row: row[1])


def _curve(points: Figures, *, per: bool) -> list[tuple[int, float]]:
    return [
        (int(count), float(point["seconds"]) * (1000 / int(count) if per else 1))
        for count, point in points.items()
        if "seconds" in point
    ]


def bars(title: str, rows: Sequence[tuple[str, float]]) -> str:
    """Return a panel of a bar a row, on a logarithmic scale, with its value."""
    left, top, bottom = 200, 44, HEIGHT - 34
    across = scale([value for _, value in rows], left, PANEL - 60)
    step = (bottom - top) / max(1, len(rows))
    parts = [_title(title)]
    for mark in across.marks():
        parts.append(
            f'<line class="grid" x1="{across.at(mark):.1f}" x2="{across.at(mark):.1f}" y1="{top}" y2="{bottom}"/>'
        )
        parts.append(_text(across.at(mark), bottom + 16, number(mark), "small", "middle"))
    for row, (name, value) in enumerate(rows):
        us = " us" if name == "newslint" else ""
        y = top + row * step
        thick = min(18, step - 5)
        width = max(2.0, across.at(value) - left)
        parts.append(
            f'<rect class="bar{us}" x="{left}" y="{y + (step - thick) / 2:.1f}" '
            f'width="{width:.1f}" height="{thick:.1f}" rx="2"/>'
        )
        parts.append(_text(left - 8, y + step / 2 + 4, name, us.strip(), "end"))
        parts.append(_text(left + width + 6, y + step / 2 + 4, number(value), us.strip()))
    return "\n".join(parts)


def lines(title: str, curves: dict[str, list[tuple[int, float]]]) -> str:
    """Return a panel of a line a curve, both scales logarithmic, with the names at the ends of the lines."""
    curves = {name: points for name, points in curves.items() if points}
    values = [value for points in curves.values() for _, value in points]
    counts = [count for points in curves.values() for count, _ in points]
    left, right, top, bottom = 46, PANEL - 214, 44, HEIGHT - 34
    across, up = scale(counts, left, right), scale(values, bottom, top)
    parts = [_title(title)]
    for mark in across.marks():
        parts.append(
            f'<line class="grid" x1="{across.at(mark):.1f}" x2="{across.at(mark):.1f}" y1="{top}" y2="{bottom}"/>'
        )
        parts.append(_text(across.at(mark), bottom + 16, number(mark), "small", "middle"))
    for mark in up.marks():
        parts.append(f'<line class="grid" x1="{left}" x2="{right}" y1="{up.at(mark):.1f}" y2="{up.at(mark):.1f}"/>')
        parts.append(_text(left - 6, up.at(mark) + 4, number(mark), "small", "end"))
    labels: list[tuple[float, float, str, str, str]] = []
    for index, (name, points) in enumerate(curves.items()):
        colour = f"var(--c{index % 10})"
        places = [(across.at(count), up.at(value)) for count, value in points]
        way = " L".join(f"{x:.1f} {y:.1f}" for x, y in places)
        thick = ' stroke-width="3"' if name.startswith("newslint") else ""
        parts.append(f'<path d="M{way}" style="stroke: {colour}"{thick}/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" style="fill: {colour}"/>' for x, y in places]
        labels.append((places[-1][1], places[-1][0], name, colour, "us" if name.startswith("newslint") else ""))
    heights = apart([label[0] for label in labels], 14, top, bottom)
    for height, (_, _, name, colour, kind) in zip(heights, labels, strict=True):
        parts.append(f'<circle cx="{right + 14}" cy="{height:.1f}" r="4" style="fill: {colour}"/>')
        parts.append(_text(right + 22, height + 4, name, kind))
    return "\n".join(parts)


def apart(heights: Sequence[float], gap: float, top: float, bottom: float) -> list[float]:
    """Return the heights moved so that none is nearer than ``gap`` to another, in the same order from top to bottom."""
    order = sorted(range(len(heights)), key=lambda index: heights[index])
    moved = list(heights)
    last = top - gap
    for index in order:
        moved[index] = last = max(moved[index], last + gap)
    limit = bottom + gap
    for index in reversed(order):
        moved[index] = limit = min(moved[index], limit - gap)
    return moved


def number(value: float) -> str:
    """Return a number as short as it can be read: 0.01, 0.43, 3.1, 25, 1,000."""
    if value >= 10:
        return f"{value:,.0f}"
    return f"{value:.3g}" if value >= 1 else f"{value:.2g}"


def _picture(panels: Sequence[str]) -> str:
    rows = (len(panels) + 1) // 2
    height = max(1, rows) * HEIGHT
    placed = [
        f'<g transform="translate({index % 2 * PANEL} {index // 2 * HEIGHT})">\n{panel}\n</g>'
        for index, panel in enumerate(panels)
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'role="img" aria-label="Speed of newslint and its peers">\n<style>{_STYLE}</style>\n'
        f'<rect class="paper" width="{WIDTH}" height="{height}"/>\n' + "\n".join(placed) + "\n</svg>\n"
    )


def _title(text: str) -> str:
    return _text(12, 24, text, "title")


def _text(x: float, y: float, text: str, kind: str = "", anchor: str = "start") -> str:
    named = f' class="{kind}"' if kind else ""
    turned = f' text-anchor="{anchor}"' if anchor != "start" else ""
    return f'<text x="{x:.1f}" y="{y:.1f}"{named}{turned}>{escape(text)}</text>'
