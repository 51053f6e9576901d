"""The Reviewdog Diagnostic Format, which reviewdog turns into comments with suggestions."""

from __future__ import annotations

from typing import Any

from ...engine.placed import Place, PlacedIssue
from ...engine.run import Result
from ...issue import Severity
from ..bytecolumns import ByteColumns
from ..jsontext import to_pretty_json
from ..lines import issue_line
from ..view import View
from ..words import NotRunLine, NotRunReason, clean, no_surrogates, not_run_rows

LINES = False
TEXTS = True

_SEVERITIES: dict[Severity, str] = {"error": "ERROR", "warning": "WARNING", "advice": "INFO"}
_NOT_RUN: dict[NotRunReason, str] = {"failed": "ERROR", "unavailable": "WARNING", "off": "INFO"}


def render(result: Result, view: View) -> bytes:
    """Return the document as UTF-8 JSON with a final line end.

    Its columns count bytes of UTF-8. Where the result lacks the copy of a file, its issues have lines alone.
    """
    copies: dict[str, tuple[str, ByteColumns]] = {}
    rows = []
    for issue in result.issues:
        if issue.path in result.texts and issue.path not in copies:
            text = result.texts[issue.path]
            copies = {issue.path: (text, ByteColumns(text))}  # issues come file by file: one copy at a time
        rows.append(_issue(issue, copies.get(issue.path), view))
    rows += [_not_run(row) for row in not_run_rows(result)]
    return to_pretty_json({"source": {"name": "newslint"}, "diagnostics": rows})


def _issue(issue: PlacedIssue, copy: tuple[str, ByteColumns] | None, view: View) -> dict[str, Any]:
    known = view.rule(issue.rule)
    code = {"value": issue.rule, **({"url": known.url} if known and known.url else {})}
    place = Place(issue.line, issue.column, issue.end_line, issue.end_column)
    row: dict[str, Any] = {
        "message": issue.message,
        "location": {"path": issue.path, "range": _range(place, copy)},
        "severity": _SEVERITIES[issue.severity],
        "code": code,
        "original_output": issue_line(issue),
    }
    suggestions = _suggestions(issue, place, copy)
    if suggestions:
        row["suggestions"] = suggestions
    if issue.related:
        row["related_locations"] = [
            {"message": other.message, "location": {"path": issue.path, "range": _range(there, copy)}}
            for other, there in zip(issue.related, issue.related_places, strict=True)
        ]
    return row


def _suggestions(issue: PlacedIssue, place: Place, copy: tuple[str, ByteColumns] | None) -> list[dict[str, Any]]:
    """Return what may be put in the copy, each by itself: the edits of a fix are one, with what is between them."""
    if copy is None:
        return []
    made: dict[tuple[Place, str], None] = {}
    if issue.edits:
        text, _ = copy
        order = sorted(range(len(issue.edits)), key=lambda index: issue.edits[index].start)
        first, last = issue.edit_places[order[0]], issue.edit_places[order[-1]]
        new, at = "", issue.edits[order[0]].start
        for index in order:
            edit = issue.edits[index]
            new += text[at : edit.start] + edit.new
            at = edit.end
        made[Place(first.line, first.column, last.end_line, last.end_column), new] = None
    for suggestion in issue.suggestions[1:] if issue.edits else issue.suggestions:
        made[place, suggestion] = None
    return [{"range": _range(where, copy), "text": new} for where, new in made]


def _range(place: Place, copy: tuple[str, ByteColumns] | None) -> dict[str, Any]:
    if copy is None:
        return {"start": {"line": place.line}, "end": {"line": place.end_line}}
    _, columns = copy
    return {
        "start": {"line": place.line, "column": columns.column(place.line, place.column)},
        "end": {"line": place.end_line, "column": columns.column(place.end_line, place.end_column)},
    }


def _not_run(row: NotRunLine) -> dict[str, Any]:
    named = [path for path in row.paths if path is not None]
    return {
        "message": clean(no_surrogates(row.text)),
        "location": {"path": named[0] if named else "."},
        "severity": _NOT_RUN[row.why],
        "code": {"value": "newslint/not-run"},
    }
