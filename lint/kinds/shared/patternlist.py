"""Many RE2 patterns of one check: those are tried on a story that can match there, by what they need to match."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any

import msgspec

from ...text.story import Story
from .literals import Way, characters
from .matching import compile_pattern, has_twin, late_pattern
from .phrasebook import Phrasebook, phrase_needles
from .signs import Haystack, SignTable, all_ways, haystack, sign_table

_FEW = 60
"""So many patterns are looked through one by one, and tried together; more have a table of signs of their own."""

_ALONE = 2
"""So many patterns that can match are tried by themselves; for more, those that do match are found in one search."""

_FIRST = 4
"""Texts in which patterns are looked for one by one, before that is done in one search."""

_SET_SIZE = 50_000
"""Instructions of patterns that are searched for together, at most: where RE2 has no room left for a set's states, it
says that nothing matches. Of its 8 MB, a state of so many takes 0.2, and it needs room for twenty."""

_MANY = 200
"""Patterns of one check after which it is always run."""

_Ways = tuple[tuple[bytes, ...], ...]
"""The ways in which a pattern can match, each as clauses that a text has to hold (`Haystack.holds`)."""


class Patterns(msgspec.Struct, frozen=True, dict=True):
    """Patterns by their source; ``table`` is of their signs, None where they are few.

    ``together``: they can be searched for as a set. Compiling a pattern takes up to 7 ms, so that a process that checks
    one story compiles only what can match there; the ways are pickled with the rest, and found out when first asked for
    where there is no pickle.
    """

    sources: tuple[str, ...]
    together: bool = False
    table: SignTable | None = None
    known: tuple[_Ways | None, ...] | None = None

    @cached_property
    def ways(self) -> tuple[_Ways | None, ...]:
        """Return the ways of each of a few patterns, None for one that is always tried."""
        return tuple(map(_ways, self.sources)) if self.known is None else self.known

    def __reduce__(self) -> Any:
        return Patterns, (self.sources, self.together, self.table, () if self.table else self.ways)


def pattern_list(sources: Iterable[str], *where: str | int, named: bool = False) -> Patterns:
    """Take patterns over; raises OptionError for one that RE2 refuses, at its number or, where ``named``, by itself."""
    sources = tuple(sources)
    size = 0
    for number, source in enumerate(sources):
        size += compile_pattern(source, *where, source if named else number).programsize
    if len(sources) > _FEW:
        return Patterns(sources, table=sign_table(all_ways((one,)) for one in sources))
    return Patterns(sources, together=size <= _SET_SIZE)


def _ways(source: str) -> _Ways | None:
    ways = [_clauses(way) for way in all_ways((source,)) or ((),)]
    return tuple(dict.fromkeys(ways)) if all(ways) else None


def _clauses(way: Way) -> tuple[bytes, ...]:
    """Return a way's clauses but for those that are of classes of characters: they hold in nearly every story."""
    return tuple("\n".join(clause).encode() for clause in way if all(characters(literal) is None for literal in clause))


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
    hay = haystack(story)
    if patterns.table is not None:
        numbers: Sequence[int] = sorted(patterns.table.owners(hay).union(patterns.table.always))
    else:
        numbers = _few(patterns.sources).that_can_match(patterns, hay)
    for number in numbers:
        yield number, late_pattern(patterns.sources[number])


class _Few:
    """A few patterns in this process: what finds those that can match a text.

    For the first texts, that is what the patterns need to match; for all after them, one search for the patterns as a
    set, which takes 8 us for fifteen patterns and 4.7 KB where asking for 400 literals takes 400, but first 3 to 8 ms
    for compiling them. A set looks for no places, so it needs no automaton that runs backwards: of some patterns that
    one takes 7 ms to make.
    """

    def __init__(self, sources: tuple[str, ...]) -> None:
        self._sources = sources
        self._asked = 0

    def that_can_match(self, patterns: Patterns, hay: Haystack) -> Sequence[int]:
        """Return the numbers of the patterns that can match, in order."""
        self._asked += 1
        if self._asked > _FIRST and patterns.together:
            return sorted(self._set.Match(hay.data) or ())
        numbers = [number for number, ways in enumerate(patterns.ways) if _can_match(ways, hay)]
        if len(numbers) > _ALONE and patterns.together and not all(has_twin(self._sources[n]) for n in numbers):
            return sorted(self._set.Match(hay.data) or ())
        return numbers

    @cached_property
    def _set(self) -> Any:
        import re2

        options = re2.Options()
        options.log_errors = False
        patterns = re2.Set.SearchSet(options)
        for source in self._sources:
            patterns.Add(source)
        patterns.Compile()
        return patterns


@lru_cache(maxsize=1024)
def _few(sources: tuple[str, ...]) -> _Few:
    return _Few(sources)


def _can_match(ways: _Ways | None, hay: Haystack) -> bool:
    return ways is None or hay.is_odd or any(all(map(hay.holds, way)) for way in ways)
