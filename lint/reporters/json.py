"""The machine's report: the JSON that `report.schema.json` describes."""

from __future__ import annotations

from collections import Counter
from typing import Any

import msgspec

from ..engine.placed import Place, PlacedIssue
from ..engine.run import Result
from ..version import VERSION
from .rows import issue_row


def render(result: Result, *, statistics: bool = False) -> bytes:
    """Return the report as UTF-8 JSON with a final line end. ``statistics`` adds how often each rule fired."""
    return msgspec.json.format(msgspec.json.encode(report(result, statistics=statistics)), indent=1) + b"\n"


def report(result: Result, *, statistics: bool = False) -> dict[str, Any]:
    """Return the report as plain data."""
    severities = Counter(issue.severity for issue in result.issues)
    summary: dict[str, Any] = {
        "files": len(result.files),
        "issues": len(result.issues),
        "errors": severities["error"],
        "warnings": severities["warning"],
        "advice": severities["advice"],
        "not_run": [{"what": n.what, "path": n.path, "why": n.why, "mend": n.mend} for n in result.not_run],
    }
    if result.fixes is not None:
        summary["fixed"] = result.fixes.fixed
        summary["more_with_unsafe_fixes"] = result.fixes.unsafe
    if statistics:
        summary["words"] = result.words
        summary["rules"] = dict(sorted(Counter(issue.rule for issue in result.issues).items()))
    return {
        "version": 1,
        "issues": [_issue(issue) for issue in result.issues],
        "summary": summary,
        "tool": {"version": VERSION, "language": result.languages, "languagetool": result.languagetool},
    }


def _issue(issue: PlacedIssue) -> dict[str, Any]:
    return {
        "path": issue.path,
        **issue_row(issue),
        "fixable": issue.fixable,
        "edits": [
            {**_place(place), "new": edit.new} for edit, place in zip(issue.edits, issue.edit_places, strict=True)
        ],
        "related": [
            {"path": issue.path, **_place(place), "message": other.message}
            for other, place in zip(issue.related, issue.related_places, strict=True)
        ],
    }


def _place(place: Place) -> dict[str, int]:
    return place._asdict()
