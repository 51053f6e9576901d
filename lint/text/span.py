"""Half-open spans of code points."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Code points ``start`` (in) to ``end`` (out) of the decoded text."""

    start: int
    end: int
