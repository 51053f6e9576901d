"""Sketches of texts, by which near-duplicates are found without comparing every text with every other.

The method is the bottom-k sketch of w-shingles: A. Broder, "On the resemblance and containment of documents" (1997),
with the estimate of E. Cohen and H. Kaplan, "Summarizing data using bottom-k sketches" (2007). Texts that share one of
their few smallest hashes are candidates, and their sketches say how alike they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from zlib import crc32

WIDTH = 3
"""Words in a shingle: a changed word costs three, of the 40 that a paragraph has."""


def shingles(words: Sequence[str]) -> set[int]:
    """Return the 32-bit hashes of all runs of WIDTH words; the same in every process and on every machine."""
    return {crc32(f"{a} {b} {c}".encode()) for a, b, c in zip(words, words[1:], words[2:], strict=False)}


def bottom(hashes: Iterable[int], size: int) -> tuple[int, ...]:
    """Return the sketch of a set of hashes: its ``size`` smallest, in order."""
    return tuple(sorted(hashes)[:size])


def resemblance(one: Iterable[int], other: Iterable[int], size: int) -> float:
    """Estimate from two sketches what share of the shingles of both texts is in both (0 to 1).

    Of sketches shorter than ``size``, which are whole sets, it is no estimate but the share. A 0 fills a sketch up.
    """
    ours, theirs = {*one}, {*other}
    common = ours & theirs
    both = ours | theirs
    both.discard(0)
    if not both or not common:
        return 0.0
    least = sorted(both)[:size]
    return sum(each in common for each in least) / len(least)


def containment(alike: float, first: int, second: int) -> float:
    """Return what share of the smaller of two sets is in the larger, from their resemblance and their sizes."""
    smaller = min(first, second)
    return min(1.0, alike * (first + second) / (1 + alike) / smaller) if smaller else 0.0
