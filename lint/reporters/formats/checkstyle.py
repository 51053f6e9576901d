"""The XML of Checkstyle, which many build servers and review programs read."""

from __future__ import annotations

from itertools import groupby
from xml.etree.ElementTree import Element

from ...engine.placed import PlacedIssue
from ...engine.run import Result
from ...issue import Severity
from ..view import View
from ..words import NotRunReason, not_run_rows
from ..xmltext import element, to_xml

LINES = False
TEXTS = False

_SEVERITIES: dict[Severity, str] = {"error": "error", "warning": "warning", "advice": "info"}
_NOT_RUN: dict[NotRunReason, str] = {"failed": "error", "unavailable": "warning", "off": "info"}


def render(result: Result, view: View) -> bytes:
    """Return the document: a `file` for each file that was checked, and `.` for what did not run on any."""
    files: dict[str, list[Element]] = {path: [] for path in result.files}
    for path, issues in groupby(result.issues, key=lambda issue: issue.path):
        files.setdefault(path, []).extend(map(_error, issues))
    for row in not_run_rows(result):
        attributes = {"line": "1", "severity": _NOT_RUN[row.why], "message": row.text, "source": "newslint/not-run"}
        for path in dict.fromkeys(row.paths):
            files.setdefault("." if path is None else path, []).append(element("error", attributes))
    rows = [element("file", {"name": path}, *errors) for path, errors in files.items()]
    return to_xml(element("checkstyle", {"version": "4.3"}, *rows))


def _error(issue: PlacedIssue) -> Element:
    attributes = {
        "line": str(issue.line),
        "column": str(issue.column),
        "severity": _SEVERITIES[issue.severity],
        "message": issue.message,
        "source": issue.rule,
    }
    return element("error", attributes)
