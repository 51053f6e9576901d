"""Line index: from code-point offsets to 1-based lines and columns."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

import msgspec

from .regex import regex
from .span import Span

# Only these end a line, whatever str.splitlines thinks of form feeds and U+2028.
_TERMINATOR = regex(r"\r\n|\n|\r")


class Lines(msgspec.Struct, frozen=True):
    """Where each line starts and where its content (without the terminator) ends; offsets are code points."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def position(self, offset: int) -> tuple[int, int]:
        """Return the 1-based line and column, in code points, of an offset from 0 to the length of the text."""
        row = bisect_right(self.starts, offset) - 1
        return row + 1, offset - self.starts[row] + 1

    def span(self, line: int) -> Span:
        """Return the content of a 1-based line, without its terminator."""
        return Span(self.starts[line - 1], self.ends[line - 1])

    def __len__(self) -> int:
        return len(self.starts)


def index_lines(text: str) -> Lines:
    """Index the lines of a text; a text has at least one line, and a final terminator opens an empty last one."""
    if "\r" not in text:
        # One character ends a line: `split` is a tenth of the pattern's time.
        last = tuple(accumulate([len(line) + 1 for line in text.split("\n")]))
        return Lines((0, *last[:-1]), tuple([end - 1 for end in last]))
    starts = [0]
    ends: list[int] = []
    for terminator in _TERMINATOR.finditer(text):
        ends.append(terminator.start())
        starts.append(terminator.end())
    ends.append(len(text))
    return Lines(tuple(starts), tuple(ends))
