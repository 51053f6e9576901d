"""The plain report: one issue a line, `path:line:column: severity rule message`."""

from __future__ import annotations

from ..engine.run import Result
from .words import clean, not_run_lines, summary


def render(result: Result) -> str:
    """Return the report; every line ends in a line feed, and nothing in it can steer a terminal."""
    lines = [
        clean(
            f"{issue.path}:{issue.line}:{issue.column}: {issue.severity} {issue.rule} {_what(issue.text)}{issue.message}"
        )
        for issue in result.issues
    ]
    return "".join(f"{line}\n" for line in [*lines, summary(result), *not_run_lines(result)])


def _what(text: str) -> str:
    """Return the words in question, shortened; nothing where the issue marks a place between words."""
    shown = " ".join(text.split())
    return f'"{shown if len(shown) <= 40 else shown[:30] + " …"}": ' if shown else ""
