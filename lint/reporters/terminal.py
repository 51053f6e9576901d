"""The report for a terminal: each issue with the line it stands in, the place marked, in colour."""

from __future__ import annotations

from io import StringIO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from ..engine.placed import PlacedIssue
from ..engine.run import Result
from .statistics import counts
from .words import clean, not_run_lines, summary

COLOURS = {"error": "bold red", "warning": "bold yellow", "advice": "bold cyan"}


def render(result: Result, *, width: int, colour: bool, statistics: bool = False) -> str:
    """Return the report for a terminal of ``width`` cells."""
    out = StringIO()
    console = console_to(out, width=width, colour=colour)
    for issue in result.issues:
        for row in _issue(issue, width):
            console.print(row, soft_wrap=True)
        console.print()
    for line in counts(result) if statistics else ():
        console.print(Text(line), soft_wrap=True)
    console.print(Text(summary(result), style="bold"), soft_wrap=True)
    for line in not_run_lines(result):
        console.print(Text(line, style="bold red"), soft_wrap=True)
    return out.getvalue()


def console_to(out: StringIO, *, width: int, colour: bool) -> Console:
    """Return a console that prints what it is given, and nothing of its own devising, for a terminal of that width."""
    return Console(
        file=out,
        width=width,
        force_terminal=True,
        no_color=not colour,
        color_system="standard" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )


def _issue(issue: PlacedIssue, width: int) -> list[Text]:
    colour = COLOURS[issue.severity]
    head = Text.assemble(
        (clean(f"{issue.path}:{issue.line}:{issue.column}"), "bold"),
        " ",
        (issue.severity, colour),
        " ",
        (clean(issue.rule), "dim"),
    )
    lines = [head, Text(f"  {clean(issue.message)}")]
    lines += _context(issue, width - 4, colour)
    lines += [
        Text(f"  {place.line}:{place.column}: {clean(other.message)}", style="dim")
        for other, place in zip(issue.related, issue.related_places, strict=True)
    ]
    return lines


def _context(issue: PlacedIssue, width: int, colour: str) -> list[Text]:
    """Return the line of copy around the issue, cut to the terminal's width, and a line that points at the place."""
    at = issue.column - issue.excerpt_column
    length = len(issue.excerpt) - at if issue.end_line > issue.line else issue.end_column - issue.column
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
    return [
        Text.assemble("  | ", before, (marked, f"{colour} underline"), after),
        Text.assemble("  | ", (pointer, colour)),
    ]


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
