"""The report for a terminal: each issue with the line it stands in, the place marked, in colour."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO

from rich.console import Console
from rich.text import Text

from ..engine.run import Result
from .passages import Role, passage_rows
from .statistics import chart
from .view import Rule, Terminal
from .words import not_run_lines, summary

COLOURS = {"error": "bold red", "warning": "bold yellow", "advice": "bold cyan"}
_STYLES: dict[Role, str] = {"plain": "", "place": "bold", "rule": "dim", "aside": "dim"}


def render(
    result: Result, terminal: Terminal, *, statistics: bool = False, rule: Callable[[str], Rule | None] | None = None
) -> str:
    """Return the report for a terminal; with ``rule``, with the reasons and the suggestions."""
    out = StringIO()
    console = console_to(out, width=terminal.width, colour=terminal.colour)
    for issue in result.issues:
        colour = COLOURS[issue.severity]
        styles = {**_STYLES, "severity": colour, "marked": f"{colour} underline", "pointer": colour}
        for row in passage_rows(issue, terminal.width, rule):
            console.print(Text.assemble(*((piece.text, styles[piece.role]) for piece in row)), soft_wrap=True)
        console.print()
    for drawn in chart(result, terminal.width, blocks=terminal.blocks) if statistics else ():
        bar = (drawn.bar, COLOURS[drawn.severity].removeprefix("bold ")) if drawn.severity else ""
        console.print(Text.assemble(drawn.text, bar), soft_wrap=True)
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
