"""Needles of several checks that RE2 looks for in one search of a text.

A check that has nothing to look at costs 25 us a story of 4.7 KB to find that out; a search for the needles of eight
takes 15. The automaton of a set grows with each text that is new to it, the faster the more patterns the set has: so
few checks share one, none with long needles, and only those that nearly always are candidates and nearly never match.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import re2

from ..kinds.shared.base import OptionError
from ..kinds.shared.matching import compile_pattern

_LONGEST = 1500
"""Code points of a check's needles: longer ones take longer to compile than is saved."""
_TOGETHER = 8
"""Checks whose needles are searched for at once."""
_SET_SIZE = 20_000
"""Instructions of a set, at most: one with no room left for its states would say that nothing matches."""
_MEMORY = 3 << 20
"""Bytes of an automaton: 20 states of the largest set take 1.6 MB, and RE2 begins anew where others have no room."""


class Screen:
    """Some checks, by their places, and the set of their needles."""

    def __init__(self, needles: Mapping[int, Iterable[str]]) -> None:
        self.places = frozenset(needles)
        self._owners = [place for place, patterns in needles.items() for _ in patterns]
        options = re2.Options()
        options.log_errors = False
        options.max_mem = _MEMORY
        self._set: Any = re2.Set.SearchSet(options)
        for patterns in needles.values():
            for pattern in patterns:
                self._set.Add(pattern)
        self._set.Compile()

    def silent(self, data: bytes) -> frozenset[int]:
        """Return the checks of which no needle matches in a text in UTF-8."""
        matches = self._set.Match(data)
        return self.places.difference(map(self._owners.__getitem__, matches)) if matches else self.places


def screens(needles: Mapping[int, tuple[str, ...]], text: str) -> list[Screen]:
    """Sort checks by their places into screens; those that match in ``text``, which stands for all, are left out."""
    sizes: dict[int, int] = {}
    for place, patterns in needles.items():
        if sum(map(len, patterns)) <= _LONGEST:
            try:
                compiled = [compile_pattern(pattern) for pattern in patterns]
            except OptionError:
                continue  # nothing is known of what RE2 does not take
            if not any(pattern.search(text) for pattern in compiled):
                sizes[place] = sum(pattern.programsize for pattern in compiled)
    found: list[dict[int, tuple[str, ...]]] = []
    left = 0
    for place in sorted(sizes, key=sizes.__getitem__):
        if sizes[place] > _SET_SIZE:
            break
        if not found or len(found[-1]) == _TOGETHER or sizes[place] > left:
            found.append({})
            left = _SET_SIZE
        found[-1][place] = needles[place]
        left -= sizes[place]
    return [Screen(some) for some in found]
