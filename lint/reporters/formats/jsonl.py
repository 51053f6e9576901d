"""One JSON value a line: each issue, then what is said of the run; `jsonl.schema.json` describes a line."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine.run import Result
from ..jsontext import to_json
from ..rows import full_row, head_rows
from ..view import View

LINES = False
TEXTS = False


def render(result: Result, view: View) -> bytes:
    """Return the report as UTF-8 lines; the last is the only one with `summary`."""
    return b"".join(pieces(result, view))


def pieces(result: Result, view: View) -> Iterator[bytes]:
    """Yield the report line by line."""
    for issue in result.issues:
        yield to_json(full_row(issue)) + b"\n"
    yield to_json(head_rows(result, statistics=view.statistics)) + b"\n"
