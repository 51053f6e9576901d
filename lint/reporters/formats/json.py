"""One JSON document, which `report.schema.json` describes."""

from __future__ import annotations

from typing import Any

from ...engine.run import Result
from ..jsontext import to_pretty_json
from ..rows import full_row, head_rows
from ..view import View

LINES = False
TEXTS = False


def render(result: Result, view: View) -> bytes:
    """Return the report as UTF-8 JSON with a final line end."""
    return to_pretty_json(report(result, statistics=view.statistics))


def report(result: Result, *, statistics: bool = False) -> dict[str, Any]:
    """Return the report as plain data. ``statistics`` adds how often each rule fired."""
    head = head_rows(result, statistics=statistics)
    return {"version": head.pop("version"), "issues": [full_row(issue) for issue in result.issues], **head}
