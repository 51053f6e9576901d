"""What is sent of a story, piece by piece, and the way back: a piece is a paragraph of body copy.

LanguageTool counts in UTF-16 units: every character above U+FFFF is replaced by one below before it is sent, and the
units are code points. Line breaks inside a paragraph are made spaces, so that copy set in short lines reads as prose
and the same paragraph, set anew, is the same piece.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

import msgspec

from ..text.block import Block, BlockKind
from ..text.regex import regex
from ..text.story import Story

LIMIT = 20_000
"""Code points in a piece at most: memory in the server grows with it, and a limit in time can be kept."""

_BREAK = regex(r"[ \t]*(?:\r\n|\r|\n)[ \t]*")
# Above U+FFFF, and half a character, which no encoding can carry.
_UNSENDABLE = regex("[\U00010000-\U0010ffff\ud800-\udfff]")
# A mark that no rule takes for a letter, a figure or punctuation.
_STAND_IN = "\u25a1"


class Piece(msgspec.Struct, frozen=True):
    """One text to send. Its run ``i`` starts at ``sent[i]`` of ``text`` and stood at ``origin[i]`` in the story."""

    text: str
    sent: tuple[int, ...]
    origin: tuple[int, ...]

    @property
    def start(self) -> int:
        """Where the piece begins in the story."""
        return self.origin[0]

    def story_span(self, start: int, end: int) -> tuple[int, int] | None:
        """Return a span of ``text`` as one of the story; None where it is empty or not inside."""
        if not 0 <= start < end <= len(self.text):
            return None
        return self._origin(start), self._origin(end - 1) + 1

    def _origin(self, offset: int) -> int:
        run = bisect_right(self.sent, offset) - 1
        return self.origin[run] + offset - self.sent[run]


def split_pieces(
    story: Story, kinds: frozenset[BlockKind] = frozenset({BlockKind.BODY}), limit: int = LIMIT
) -> tuple[Piece, ...]:
    """Return the pieces of a story's blocks of these kinds, in order.

    A paragraph of more than ``limit`` code points is several pieces, cut where a sentence ends; a sentence as long as
    that is cut at a space.
    """
    return tuple(
        _piece(story.text, start, end)
        for index, block in enumerate(story.blocks)
        if block.kind in kinds
        for start, end in _spans(story, index, block, limit)
    )


def _spans(story: Story, index: int, block: Block, limit: int) -> Iterator[tuple[int, int]]:
    if block.end - block.start <= limit:
        if block.start < block.end:
            yield block.start, block.end
        return
    start = end = block.start
    for sentence in story.block_sentences[index]:
        if sentence.end - start > limit and end > start:
            yield start, end
            start = sentence.start
        while sentence.end - start > limit:
            cut = story.text.rfind(" ", start + limit * 9 // 10, start + limit)
            cut = cut if cut > start else start + limit
            yield start, cut
            start = cut + (story.text[cut] == " ")
        end = sentence.end
    if block.end > start:
        yield start, block.end


def _piece(text: str, start: int, end: int) -> Piece:
    runs: list[str] = []
    sent: list[int] = []
    origin: list[int] = []
    length = 0

    def add(run: str, at: int) -> None:
        nonlocal length
        if run:
            runs.append(run)
            sent.append(length)
            origin.append(at)
            length += len(run)

    at = start
    for line_break in _BREAK.finditer(text, start, end):
        add(text[at : line_break.start()], at)
        add(" ", line_break.start())
        at = line_break.end()
    add(text[at:end], at)
    return Piece(_UNSENDABLE.sub(_STAND_IN, "".join(runs)), tuple(sent), tuple(origin))
