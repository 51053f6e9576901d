"""Applying edits in memory."""

from __future__ import annotations

from collections.abc import Iterable

from ..issue import Edit


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return ``text`` with the edits made; an edit that overlaps an earlier one is left out.

    Edits are taken in order of their start; two insertions at one place count as overlapping.
    """
    parts: list[str] = []
    done = 0
    last_start = -1
    for edit in sorted(set(edits), key=lambda e: (e.start, e.end, e.new)):
        if edit.start < done or edit.start == last_start:
            continue
        parts.append(text[done : edit.start])
        parts.append(edit.new)
        done = edit.end
        last_start = edit.start
    parts.append(text[done:])
    return "".join(parts)
