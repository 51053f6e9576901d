"""What an earlier text of a story saves its next one: after an edit, all blocks but one or two are as they were.

Only what pays is kept: tokens, sentences and runs of names, a third of the time that a story takes. Whatever is taken
over is what would have been found without it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import msgspec

from .block import Block
from .name_runs import NameRun, holds_runs
from .span import Span
from .tokens import Scan, scan

Part = TypeVar("Part")


class Known(msgspec.Struct, frozen=True):
    """What was found in one block: where that began, and the sentences and runs of names, None if nobody asked."""

    start: int
    sentences: tuple[Span, ...] | None
    runs: tuple[NameRun, ...] | None


class Earlier(msgspec.Struct, frozen=True):
    """An earlier text, its tokens and their spellings (None if nobody asked), and its blocks by what they say."""

    text: str
    scan: Scan | None
    spellings: tuple[str, ...] | None
    blocks: dict[str, Known]

    def sentences(self, text: str, block: Block) -> tuple[Span, ...] | None:
        """Return the sentences of a block of a later text that was in this one too, None where they are not known."""
        known = self.blocks.get(_key(text, block))
        if known is None or known.sentences is None:
            return None
        by = block.start - known.start
        return tuple([Span(start + by, end + by) for start, end in known.sentences]) if by else known.sentences

    def runs(self, text: str, block: Block, index: int) -> tuple[NameRun, ...] | None:
        """Return the runs of names of a block of a later text, whose number is ``index``, None if not known."""
        if not holds_runs(block):
            return ()
        known = self.blocks.get(_key(text, block))
        if known is None or known.runs is None:
            return None
        by = block.start - known.start
        return tuple([_moved(run, by, index) for run in known.runs])


def keep(
    text: str,
    found: Scan | None,
    spellings: tuple[str, ...] | None,
    blocks: Sequence[Block],
    sentences: Sequence[tuple[Span, ...]] | None,
    runs: Sequence[tuple[NameRun, ...]] | None,
) -> Earlier:
    """Keep what is known of a text; ``sentences`` and ``runs`` go with the blocks."""
    known: dict[str, Known] = {}
    for index, block in enumerate(blocks):
        known[_key(text, block)] = Known(
            block.start,
            None if sentences is None else sentences[index],
            runs[index] if runs is not None and holds_runs(block) else None,
        )
    known.pop("", None)
    return Earlier(text, found, spellings, known)


def _key(text: str, block: Block) -> str:
    """Return what the sentences and names of a block hang on: its text, and the white space after a last apostrophe.

    "" for a block that no white space parts from what stands before or after it (a dateline with a mark lost).
    """
    before, after = text[max(0, block.start - 1) : block.start], text[block.end : block.end + 1]
    if (before and not before.isspace()) or (after and not after.isspace()):
        return ""
    return text[block.start : block.end + 1]


def _moved(run: NameRun, by: int, block: int) -> NameRun:
    if not by and run.block == block:
        return run
    return NameRun(run.start + by, run.end + by, run.name_start + by, *run[3:8], block, *run[9:])


class Rescan(msgspec.Struct, frozen=True):
    """The tokens of a text, and how many of the first and of the last are those of the earlier one."""

    scan: Scan
    first: int
    last: int

    def take_over(
        self, earlier: Sequence[Part], work_out: Callable[[Iterable[str]], Iterable[Part]]
    ) -> tuple[Part, ...]:
        """Return what a function gives for the text of each token, taken from the earlier tokens' where it can be."""
        texts = self.scan.texts
        between = work_out(texts[self.first : len(texts) - self.last])
        return (*earlier[: self.first], *between, *earlier[len(earlier) - self.last :])


def rescan(text: str, earlier: str, known: Scan) -> Rescan:
    """Find the tokens of a text from those of an earlier one: only what differs, and the words around it, is read."""
    longest = min(len(text), len(earlier))
    left = _common(longest, lambda a, b: text[a:b] == earlier[a:b])
    by = len(text) - len(earlier)
    right = _common(
        longest - left, lambda a, b: text[len(text) - b : len(text) - a] == earlier[len(earlier) - b : len(earlier) - a]
    )
    # No token has white space in it, and none looks beyond it.
    start = left - 1
    while start >= 0 and not text[start].isspace():
        start -= 1
    start = max(start, 0)
    end = len(text) - right
    while end < len(text) and not text[end].isspace():
        end += 1
    first, last = bisect_left(known.starts, start), len(known.starts) - bisect_left(known.starts, end - by)
    between = scan(text[start:end])
    after = known.starts[len(known.starts) - last :]
    starts = (
        *known.starts[:first],
        *[at + start for at in between.starts],
        *([at + by for at in after] if by else after),
    )
    texts = (*known.texts[:first], *between.texts, *known.texts[len(known.texts) - last :])
    return Rescan(Scan(starts, texts), first, last)


def _common(longest: int, same: Callable[[int, int], bool]) -> int:
    """Return how far two texts agree, at most ``longest``; ``same`` compares them between two distances."""
    low, high = 0, longest
    while low < high:
        middle = (low + high + 1) // 2
        if same(low, middle):
            low = middle
        else:
            high = middle - 1
    return low
