"""What a pattern's matches are sure to hold, for a look at a text that costs less than the search."""

from __future__ import annotations

import re
import warnings


def required_text(pattern: str) -> str:
    """Return the longest row of characters that every match of a pattern holds, "" where none is known.

    ``pattern`` is RE2's syntax; what Python's parser cannot read, or reads without regard to case, holds nothing.
    """
    return max((row.replace(_BOUND, "") for row in _rows(pattern)), key=len)


def required_word(pattern: str) -> str:
    """Return the longest whole word that every match of a pattern holds, "" where none is known."""
    return max((word for row in _rows(pattern) for word in re.findall(r"(?<=\W)\w+(?=\W)", row)), key=len, default="")


_BOUND = "\b"
"""Stands in a row for a word's bound, which takes no room."""


def _rows(pattern: str) -> list[str]:
    from re import _parser  # type: ignore[attr-defined]

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            items = _parser.parse(pattern)
    except (re.error, OverflowError, RecursionError, ValueError):
        return [""]
    if items.state.flags & re.IGNORECASE:
        return [""]
    rows = [""]
    for op, value in items:
        if op is _parser.LITERAL:
            rows[-1] += chr(value)
        elif op is not _parser.AT:
            rows.append("")
        elif value is _parser.AT_BOUNDARY:
            rows[-1] += _BOUND
    return rows
