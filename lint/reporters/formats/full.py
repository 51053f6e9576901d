"""Each issue with the passage, the place marked, the reason and what may stand there instead."""

from __future__ import annotations

from ...engine.run import Result
from ..passages import passage_rows
from ..statistics import counts
from ..view import View
from ..words import not_run_lines, summary

LINES = True
TEXTS = False

_WIDTH = 100
"""Cells of a line where there is no terminal."""


def render(result: Result, view: View) -> str:
    """Return the report; nothing in it can steer a terminal."""
    if view.terminal is not None:
        from .. import terminal

        return terminal.render(result, view.terminal, statistics=view.statistics, rule=view.rule)
    blocks = [
        "".join(f"{''.join(piece.text for piece in row).rstrip()}\n" for row in passage_rows(issue, _WIDTH, view.rule))
        for issue in result.issues
    ]
    lines = [*(counts(result) if view.statistics else ()), summary(result), *not_run_lines(result)]
    return "".join(f"{block}\n" for block in blocks) + "".join(f"{line}\n" for line in lines)
