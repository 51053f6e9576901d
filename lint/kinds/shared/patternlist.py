"""Many RE2 patterns of one check: those are tried on a story that can match there, by the signs that they need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from ...text.regex import regex
from ...text.story import Story
from .base import OptionError
from .matching import compile_pattern
from .phrasebook import Phrasebook, phrase_needles
from .signs import SignTable, all_ways, haystack, sign_table

_FEW = 60
"""So many patterns are tried together as one; more have a table of their own."""

_MANY = 200
"""Patterns of one check after which it is always run."""


class Patterns(msgspec.Struct, frozen=True):
    """Patterns by their source; ``table`` is of their signs, None where they are few.

    ``together`` matches wherever one of a few does. It is asked first, in a text's bytes: a search that finds nothing
    takes 8 us for fifteen patterns of 4.7 KB, while one by one in the text they take 290.
    """

    sources: tuple[str, ...]
    together: str | None = None
    table: SignTable | None = None


def pattern_list(sources: Iterable[str], *where: str | int, named: bool = False) -> Patterns:
    """Take patterns over; raises OptionError for one that RE2 refuses, at its number or, where ``named``, by itself."""
    sources = tuple(sources)
    for number, source in enumerate(sources):
        compile_pattern(source, *where, source if named else number)
    if len(sources) > _FEW:
        return Patterns(sources, table=sign_table(all_ways((one,)) for one in sources))
    return Patterns(sources, together=_together(sources) if sources else None)


def _together(sources: Iterable[str]) -> str | None:
    """Return one pattern for several, None where RE2 does not take it. Groups lose their names: they have to differ."""
    parts: list[str] = []
    for source in sources:
        part, names = _NAME.subn("(", source)
        if names != len(compile_pattern(source).groupindex):
            return None
        parts.append(f"(?:{part})")
    try:
        compile_pattern("|".join(parts))
    except OptionError:
        return None
    return "|".join(parts)


_NAME = regex(r"(?<!\\)\(\?P?<\w+>")


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
    if patterns.together is not None:
        if compile_pattern(patterns.together).search(haystack(story).data) is None:
            return
    elif patterns.table is not None:
        hay = haystack(story)
        numbers = sorted(patterns.table.owners(hay).union(patterns.table.always))
    for number in numbers:
        yield number, compile_pattern(patterns.sources[number])
