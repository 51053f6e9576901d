"""One JSON document, which `report.schema.json` describes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...engine.run import Result
from ..jsontext import to_pretty_json
from ..rows import full_row, head_rows
from ..view import View

LINES = False
TEXTS = False


def render(result: Result, view: View) -> bytes:
    """Return the report as UTF-8 JSON with a final line end."""
    return b"".join(pieces(result, view))


def pieces(result: Result, view: View) -> Iterator[bytes]:
    """Yield `report` bit by bit, an issue a piece: a million issues need not be in memory."""
    if not result.issues:
        yield to_pretty_json(report(result, statistics=view.statistics))
        return
    head = head_rows(result, statistics=view.statistics)
    begin = to_pretty_json({"version": head.pop("version"), "issues": []})
    yield begin[: -len(b"]\n}\n")]
    mark = b"\n"
    for issue in result.issues:
        yield mark + b"  " + to_pretty_json(full_row(issue))[:-1].replace(b"\n", b"\n  ")
        mark = b",\n"
    yield b"\n ]," + to_pretty_json(head)[1:]


def report(result: Result, *, statistics: bool = False) -> dict[str, Any]:
    """Return the report as plain data. ``statistics`` adds how often each rule fired."""
    head = head_rows(result, statistics=statistics)
    return {"version": head.pop("version"), "issues": [full_row(issue) for issue in result.issues], **head}
