"""Issues and what is said of the run as rows of JSON: what all reports that list issues have in common."""

from __future__ import annotations

from collections import Counter
from typing import Any

from ..engine.placed import PlacedIssue
from ..engine.run import Result
from ..version import VERSION


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


def full_row(issue: PlacedIssue) -> dict[str, Any]:
    """Return all that is known of an issue."""
    return {
        "path": issue.path,
        **issue_row(issue),
        "fixable": issue.fixable,
        "edits": [
            {**place._asdict(), "new": edit.new} for edit, place in zip(issue.edits, issue.edit_places, strict=True)
        ],
        "related": [
            {"path": issue.path, **place._asdict(), "message": other.message}
            for other, place in zip(issue.related, issue.related_places, strict=True)
        ],
    }


def head_rows(result: Result, *, statistics: bool = False) -> dict[str, Any]:
    """Return all of the report but its issues. ``statistics`` adds how often each rule fired."""
    severities = Counter(issue.severity for issue in result.issues)
    summary: dict[str, Any] = {
        "files": len(result.files),
        "issues": len(result.issues),
        "errors": severities["error"],
        "warnings": severities["warning"],
        "advice": severities["advice"],
        "not_run": [{"what": n.what, "path": n.path, "why": n.why, "mend": n.mend} for n in result.not_run],
    }
    if result.accepted:
        summary["accepted"] = result.accepted
    if result.fixes is not None:
        summary["fixed"] = result.fixes.fixed
        summary["more_with_unsafe_fixes"] = result.fixes.unsafe
    if statistics:
        summary["words"] = result.words
        summary["rules"] = dict(sorted(Counter(issue.rule for issue in result.issues).items()))
    return {
        "version": 1,
        "summary": summary,
        "tool": {"version": VERSION, "language": result.languages, "languagetool": result.languagetool},
    }
