"""An issue with the line of copy it stands in, as rows of pieces: with colour or without, the words are the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from textwrap import wrap
from typing import Literal, NamedTuple

from rich.cells import cell_len

from ..engine.placed import PlacedIssue
from .lines import suggestions_line
from .view import Rule
from .words import clean

Role = Literal["plain", "place", "rule", "severity", "marked", "pointer", "aside"]

_FIXES = {"safe": "--fix makes it", "unsafe": "--unsafe-fixes makes it"}


class Piece(NamedTuple):
    """A bit of a row, and what it is there for."""

    text: str
    role: Role = "plain"


Row = list[Piece]


def passage_rows(issue: PlacedIssue, width: int, rule: Callable[[str], Rule | None] | None = None) -> Iterator[Row]:
    """Return an issue's rows for ``width`` cells; with ``rule`` the reason and the suggestions too."""
    yield [
        Piece(clean(f"{issue.path}:{issue.line}:{issue.column}"), "place"),
        Piece(" "),
        Piece(issue.severity, "severity"),
        Piece(" "),
        Piece(clean(issue.rule), "rule"),
    ]
    yield [Piece(f"  {clean(issue.message)}")]
    yield from _context(issue, width - 4)
    for other, place in zip(issue.related, issue.related_places, strict=True):
        yield [Piece(f"  {place.line}:{place.column}: {clean(other.message)}", "aside")]
    if rule is None:
        return
    known = rule(issue.rule)
    if known is not None and (known.why or known.url):
        yield from _told(f"Why: {clean(known.why or known.url)}", width)
    if issue.suggestions:
        yield from _told(suggestions_line(issue), width)
    if issue.fixable != "no":
        yield from _told(f"Fix: {issue.fixable}, {_FIXES[issue.fixable]}", width)


def _told(text: str, width: int) -> Iterator[Row]:
    lines = wrap(f"  {text}", max(30, width), subsequent_indent="    ", break_long_words=False)
    for line in lines:
        yield [Piece(line, "aside")]


def _context(issue: PlacedIssue, width: int) -> Iterator[Row]:
    """Return the line of copy around the issue, cut to so many cells, and a line that points at the place."""
    at = issue.column - issue.excerpt_column
    further = issue.end_line > issue.line
    length = len(issue.excerpt) - at if further else issue.end_column - issue.column
    before, marked, after = (
        clean(issue.excerpt[:at]),
        clean(issue.excerpt[at : at + length]),
        clean(issue.excerpt[at + length :]),
    )
    room = max(20, width)
    if cell_len(marked) > room - 2:
        marked, after = _cut_end(marked, room - 2), ""
    left = max(0, room - cell_len(marked))
    before = _cut_start(before, max(left // 2, left - cell_len(after)))
    after = _cut_end(after, max(0, room - cell_len(before) - cell_len(marked)))
    pointer = " " * cell_len(before) + "^" * max(1, cell_len(marked))
    yield [Piece("  | "), Piece(before), Piece(marked, "marked"), Piece(after)]
    until = f" to {issue.end_line}:{issue.end_column}" if further else ""
    yield [Piece("  | "), Piece(f"{pointer}{until}", "pointer")]


def _cut_end(text: str, cells: int) -> str:
    if cell_len(text) <= cells:
        return text
    while text and cell_len(text) > cells - 1:
        text = text[: max(0, min(len(text) - 1, cells - 1))]
    return f"{text}…"


def _cut_start(text: str, cells: int) -> str:
    if cell_len(text) <= cells:
        return text
    while text and cell_len(text) > cells - 1:
        text = text[max(1, len(text) - cells + 1) :]
    return f"…{text}"
