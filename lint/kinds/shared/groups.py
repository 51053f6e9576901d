"""Named groups of an RE2 match: the wrapper takes names for a group's text, but only numbers for its place."""

from __future__ import annotations

from typing import Any


def span_of(match: Any, name: str) -> tuple[int, int]:
    """Return the span of a named group, (-1, -1) where it took no part. Raises KeyError for an unknown name."""
    start, end = match.span(match.re.groupindex[name])
    return start, end
