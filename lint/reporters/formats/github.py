"""Workflow commands that make GitHub Actions annotate the changed lines."""

from __future__ import annotations

from ...engine.placed import PlacedIssue
from ...engine.run import Result
from ..lines import suggestions_line
from ..paths import repository_path
from ..view import View
from ..words import NotRunReason, clean, not_run_rows

LINES = True
TEXTS = False

_COMMANDS = {"error": "error", "warning": "warning", "advice": "notice"}
_NOT_RUN: dict[NotRunReason, str] = {"failed": "error", "unavailable": "warning", "off": "notice"}


def render(result: Result, view: View) -> bytes:
    """Return a command for each issue, and for each thing that did not run, as UTF-8 lines; nothing for a clean run."""
    lines = [_issue(issue, view) for issue in result.issues]
    for row in not_run_rows(result):
        named = [path for path in row.paths if path is not None]
        file = {"file": clean(repository_path(named[0], view))} if len(named) == 1 else {}
        lines.append(_command(_NOT_RUN[row.why], {"title": "newslint", **file}, clean(row.text)))
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")


def _issue(issue: PlacedIssue, view: View) -> str:
    place = {"line": str(issue.line), "endLine": str(issue.end_line)}
    if issue.line == issue.end_line:  # the runner takes columns only within one line
        place |= {"col": str(issue.column), "endColumn": str(issue.end_column)}
    told = [clean(issue.message)]
    if any(each not in issue.message for each in issue.suggestions if each):
        told.append(suggestions_line(issue))
    told += [
        clean(f"{there.line}:{there.column}: {other.message}")
        for other, there in zip(issue.related, issue.related_places, strict=True)
    ]
    properties = {"title": issue.rule, "file": clean(repository_path(issue.path, view)), **place}
    return _command(_COMMANDS[issue.severity], properties, "\n".join(told))


def _command(name: str, properties: dict[str, str], message: str) -> str:
    pairs = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {pairs}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
