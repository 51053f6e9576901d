"""The plain report: one issue a line, `path:line:column: severity rule message`."""

from __future__ import annotations

from ..engine.placed import PlacedIssue
from ..engine.run import Result
from .statistics import counts
from .words import clean, not_run_lines, summary


def render(result: Result, *, statistics: bool = False) -> str:
    """Return the report; every line ends in a line feed, and nothing in it can steer a terminal."""
    lines = [issue_line(issue) for issue in result.issues]
    lines += [*(counts(result) if statistics else ()), summary(result), *not_run_lines(result)]
    return "".join(f"{line}\n" for line in lines)


def issue_line(issue: PlacedIssue) -> str:
    """Return the line for one issue."""
    place = f"{issue.path}:{issue.line}:{issue.column}"
    return clean(f"{place}: {issue.severity} {issue.rule} {_what(issue)}{issue.message}")


def _what(issue: PlacedIssue) -> str:
    """Return the words in question, shortened; nothing where the message has them or the issue marks a place."""
    shown = " ".join(issue.text.split())
    if not shown or issue.text in issue.message:
        return ""
    return f'"{shown if len(shown) <= 40 else shown[:30] + " …"}": '
