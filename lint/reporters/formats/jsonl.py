"""One JSON value a line: each issue, then what is said of the run; `jsonl.schema.json` describes a line."""

from __future__ import annotations

from ...engine.run import Result
from ..jsontext import to_json
from ..rows import full_row, head_rows
from ..view import View

LINES = False
TEXTS = False


def render(result: Result, view: View) -> bytes:
    """Return the report as UTF-8 lines; the last is the only one with `summary`."""
    rows = [full_row(issue) for issue in result.issues]
    return b"".join(to_json(row) + b"\n" for row in (*rows, head_rows(result, statistics=view.statistics)))
