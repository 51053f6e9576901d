"""The Code Quality report that GitLab shows in a merge request."""

from __future__ import annotations

from hashlib import blake2b
from typing import Any

from ...engine.placed import PlacedIssue
from ...engine.run import Result
from ...issue import Severity
from ..fingerprint import fingerprints
from ..jsontext import to_pretty_json
from ..paths import repository_path
from ..view import View
from ..words import NotRunLine, NotRunReason, clean, not_run_rows

LINES = False
TEXTS = False

_SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor", "advice": "info"}
_NOT_RUN: dict[NotRunReason, str] = {"failed": "blocker", "unavailable": "info", "off": "info"}


def render(result: Result, view: View) -> bytes:
    """Return the report as UTF-8 JSON with a final line end: an array, empty for a clean run."""
    rows = [_issue(issue, mark, view) for issue, mark in zip(result.issues, fingerprints(result.issues), strict=True)]
    return to_pretty_json([*rows, *(_not_run(row, view) for row in not_run_rows(result))])


def _issue(issue: PlacedIssue, mark: str, view: View) -> dict[str, Any]:
    path = repository_path(issue.path, view)
    return {
        "description": clean(issue.message),
        "check_name": issue.rule,
        "fingerprint": _hash(path, mark),
        "severity": _SEVERITIES[issue.severity],
        "location": {
            "path": path,
            "positions": {
                "begin": {"line": issue.line, "column": issue.column},
                "end": {"line": issue.end_line, "column": issue.end_column},
            },
        },
    }


def _hash(*parts: str) -> str:
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _not_run(row: NotRunLine, view: View) -> dict[str, Any]:
    """Return what did not run as an entry of its own: the format has no other place for it."""
    named = [path for path in row.paths if path is not None]
    start = {"line": 1, "column": 1}
    return {
        "description": clean(row.text),
        "check_name": "newslint/not-run",
        "fingerprint": _hash("not run", row.text),
        "severity": _NOT_RUN[row.why],
        "location": {
            "path": repository_path(named[0], view) if named else ".",
            "positions": {"begin": start, "end": start},
        },
    }
