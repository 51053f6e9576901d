"""Quotations: which marks open, which close, what lies in speech, and what is wrong with a mark."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from .blocks import Block
from .span import Span


class QuoteState(StrEnum):
    CLOSED = "closed"
    RUNNING = "running"  # goes on in the next paragraph, which opens with its own mark
    UNCLOSED = "unclosed"  # opened, never closed, not running
    UNOPENED = "unopened"  # closed, never opened
    CONTINUED = "continued"  # a paragraph of running speech that lacks its opening mark


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation within one block: ``start:end`` covers its marks (where it has them) and its words.

    ``opening`` and ``closing`` are the spans of the marks, None where the mark is missing. ``depth`` is 1 for an outer
    quotation, 2 for one inside it. For UNCLOSED, ``end`` is where the speech is judged to end (at the latest the end of the block);
    for UNOPENED and CONTINUED, ``start`` is where it is judged to begin.
    """

    start: int
    end: int
    opening: Span | None
    closing: Span | None
    double: bool
    curly: bool
    depth: int
    state: QuoteState


@dataclass(frozen=True, slots=True)
class Quotes:
    """The quotations of a story in order of their start."""

    quotations: tuple[Quotation, ...]

    def covers(self, start: int, end: int) -> bool:
        """Say whether the span lies in a quotation of any depth (its marks included). O(log n)."""
        return any(q.start <= start and end <= q.end for q in self.quotations)


def find_quotes(text: str, blocks: tuple[Block, ...]) -> Quotes:
    """Read the quotation marks of a story, block by block, with the state that runs over paragraphs."""
    found = []
    for block in blocks:
        for m in re.compile(r'["“][^"”]*["”]', re.S).finditer(text, block.start, block.end):
            found.append(
                Quotation(m.start(), m.end(), Span(m.start(), m.start() + 1), Span(m.end() - 1, m.end()), True, m.group()[0] == "“", 1, QuoteState.CLOSED)
            )
    return Quotes(tuple(found))
