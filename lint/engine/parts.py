"""Very long copy in parts, so that memory stays bounded: a story of newspaper length is always one part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..text.regex import regex

PART = 500_000
"""Code points in a part, at most."""

_SEAM = 300
"""Code points at an end that a cut made, in which nothing counts: a cut can look like a fault. Parts overlap by twice
as much, so that every place counts in one part."""

_LINE_END = regex(r"[\r\n]+")
_GAP = regex(r"\s+")


class Part(NamedTuple):
    """``text[start:end]`` of the whole; an issue counts where it begins in ``sure_start:sure_end``."""

    start: int
    end: int
    sure_start: int
    sure_end: int


def split_parts(text: str) -> Iterator[Part]:
    """Cut a text into parts of at most PART code points; the spans in which issues count tile the text."""
    start = sure = 0
    while True:
        end = _cut(text, start)
        last = end == len(text)
        yield Part(start, end, sure, end + 1 if last else end - _SEAM)
        if last:
            return
        sure = end - _SEAM
        start = sure - _SEAM


def _cut(text: str, start: int) -> int:
    """Return where a part ends: at the end of a line if one is near, else between words, else anywhere."""
    limit = start + PART
    if limit >= len(text):
        return len(text)
    for pattern in (_LINE_END, _GAP):
        ends = [gap.end() for gap in pattern.finditer(text, limit - PART // 10, limit)]
        if ends:
            return ends[-1]
    return limit


def count_words(text: str) -> int:
    """Count the words of a text, a part at a time: a list of all words of a very long text would fill the memory."""
    if len(text) <= PART:
        return len(text.split())
    words = start = 0
    while start < len(text):
        end = _cut(text, start)
        words += len(text[start:end].split())
        start = end
    return words
