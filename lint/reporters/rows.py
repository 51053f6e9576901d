"""An issue as a row of JSON: what all reports that list issues have in common."""

from __future__ import annotations

from typing import Any

from ..engine.placed import PlacedIssue


def issue_row(issue: PlacedIssue) -> dict[str, Any]:
    """Return what an issue says and where, without its path: lines and columns are 1-based, columns code points."""
    return {
        "rule": issue.rule,
        "severity": issue.severity,
        "line": issue.line,
        "column": issue.column,
        "end_line": issue.end_line,
        "end_column": issue.end_column,
        "text": issue.text,
        "message": issue.message,
        "suggestions": list(issue.suggestions),
    }
