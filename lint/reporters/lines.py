"""An issue on one line."""

from __future__ import annotations

from ..engine.placed import PlacedIssue
from .words import clean


def issue_line(issue: PlacedIssue) -> str:
    """Return `path:line:column: severity rule message`, with nothing in it that can steer a terminal."""
    place = f"{issue.path}:{issue.line}:{issue.column}"
    return clean(f"{place}: {issue.severity} {issue.rule} {_what(issue)}{issue.message}")


def _what(issue: PlacedIssue) -> str:
    """Return the words in question, shortened; nothing where the message has them or the issue marks a place."""
    shown = " ".join(issue.text.split())
    if not shown or issue.text in issue.message:
        return ""
    return f'"{shown if len(shown) <= 40 else shown[:30] + " …"}": '


def suggestions_line(issue: PlacedIssue) -> str:
    """Return what may stand in the place of the marked words, on one line; "" where nothing is suggested."""
    if not issue.suggestions:
        return ""
    said = "; ".join(each or "leave it out" for each in issue.suggestions)
    return clean(f"Suggestion{'s' if len(issue.suggestions) > 1 else ''}: {said}")
