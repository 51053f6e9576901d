"""Many RE2 patterns of one check: those are tried on a story that can match there, by the signs that they need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from ...text.story import Story
from .matching import compile_pattern
from .phrasebook import Phrasebook, phrase_needles
from .signs import SignTable, all_ways, haystack, sign_table

_FEW = 8
"""So many patterns are tried one by one: the book's own table says whether one of them can match."""

_MANY = 200
"""Patterns of one check after which it is always run."""


class Patterns(msgspec.Struct, frozen=True):
    """Patterns by their source; ``table`` is of their signs, None where they are few."""

    sources: tuple[str, ...]
    table: SignTable | None = None


def pattern_list(sources: Iterable[str], *where: str | int, named: bool = False) -> Patterns:
    """Take patterns over; raises OptionError for one that RE2 refuses, at its number or, where ``named``, by itself."""
    sources = tuple(sources)
    for number, source in enumerate(sources):
        compile_pattern(source, *where, source if named else number)
    return Patterns(sources, sign_table(all_ways((one,)) for one in sources) if len(sources) > _FEW else None)


def needles_of(words: Phrasebook | None, patterns: Patterns) -> tuple[str, ...] | None:
    """Return RE2 patterns, one of which matches a text in which a check may find something; None for too many.

    Such a check looks itself up whether it has anything to look at, more cheaply than all could be filed for it.
    """
    phrases = () if words is None else phrase_needles(words)
    if phrases is None or len(patterns.sources) > _MANY:
        return None
    return phrases + patterns.sources


def matching(patterns: Patterns, story: Story) -> Iterator[tuple[int, Any]]:
    """Yield, with its number, each pattern that can match in a story, compiled, in order."""
    numbers: Iterable[int] = range(len(patterns.sources))
    if patterns.table is not None:
        numbers = sorted(patterns.table.owners(haystack(story)).union(patterns.table.always))
    for number in numbers:
        yield number, compile_pattern(patterns.sources[number])
