"""Very long copy in parts, so that memory stays bounded: a story of newspaper length is always one part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

PART = 500_000
"""Code points in a part, at most."""

_SEAM = 300
"""Code points on either side of a cut in which nothing is reported: a cut can look like a fault."""

_LINE_END = re.compile(r"[\r\n]+")
_GAP = re.compile(r"\s+")


class Part(NamedTuple):
    """``text[start:end]`` of the whole; issues count where they lie in ``sure_start:sure_end``."""

    start: int
    end: int
    sure_start: int
    sure_end: int


def split_parts(text: str) -> Iterator[Part]:
    """Cut a text into parts of at most PART code points, at the end of a line if one is near, else between words."""
    start = 0
    while True:
        end = _cut(text, start)
        first, last = start == 0, end == len(text)
        yield Part(start, end, start if first else start + _SEAM, end if last else end - _SEAM)
        if last:
            return
        start = end


def _cut(text: str, start: int) -> int:
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
    return sum(len(text[part.start : part.end].split()) for part in split_parts(text))
