"""What a pattern's matches are sure to hold, for a look at a text that costs less than the search."""

from __future__ import annotations

import re
import warnings


def required_text(pattern: str) -> str:
    """Return the longest row of characters that every match of a pattern holds, "" where none is known.

    ``pattern`` is RE2's syntax; what Python's parser cannot read, or reads without regard to case, holds nothing.
    """
    from re import _parser  # type: ignore[attr-defined]

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            items = _parser.parse(pattern)
    except (re.error, OverflowError, RecursionError, ValueError):
        return ""
    if items.state.flags & re.IGNORECASE:
        return ""
    rows = [""]
    for op, value in items:
        if op is _parser.LITERAL:
            rows[-1] += chr(value)
        elif op is not _parser.AT:  # a word's bound takes no room
            rows.append("")
    return max(rows, key=len)
