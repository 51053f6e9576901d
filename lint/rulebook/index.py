"""The prefilter: which checks can have a finding in a text at all, asked for all of them together.

For the first texts of a run, a check is a candidate where its gate admits the text: a check that is never a candidate
is never made ready. Then every check's needles go into RE2 sets, each of which reads a text once, however many needles
it holds, and tells more exactly. Building the sets costs as much as they save on some fifty stories. A check that names
no needles is always a candidate.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import re2

from .check import Check
from .literals import Haystack, admits

_WORTH_IT = 25
"""Texts after which the sets are built."""

_SET_SIZE = 25
"""Needles in a set. Measured on news copy with 350 needles: one set of them all has so many states that it forgets and
rebuilds them all the time (9 ms a story); sets of 25 take 0.7 ms, needle by needle takes 1.5 ms."""

_LONG = 800
"""Characters in the needles of a check that has a set of its own: together, two such have the product of their states
(3.5 ms a story until all are made; each alone takes 1.8 ms)."""

_TRIAL = 30
"""Texts after which a set of its own is given up where it lets most of them through: the check then asks itself."""

_SET_MEMORY = 64 << 20
"""Bytes that a set's automaton may use; it grows only as far as the copy makes it."""


class _Needles:
    """A set and, for each of its patterns, the number of the check that asked for it. The first fits every text."""

    def __init__(self, rows: Sequence[tuple[int, str]]) -> None:
        options = re2.Options()
        options.log_errors = False
        options.max_mem = _SET_MEMORY
        self._set = re2.Set.SearchSet(options)
        for pattern in ("", *(needle for _, needle in rows)):
            self._set.Add(pattern)
        self._set.Compile()
        self._owners = (-1, *(number for number, _ in rows))
        self._asked = self._hit = 0

    def owners(self, data: bytes) -> set[int] | None:
        """Return the checks that have a needle in the text; None where the set ran out of memory and knows nothing."""
        hits = self._set.Match(data)
        self._asked += 1
        if not hits or 0 not in hits:  # the pattern that fits every text is missing
            return None
        self._hit += len(hits) > 1
        return {self._owners[hit] for hit in hits if hit}

    def is_useless(self) -> bool:
        """Say whether the set is that of one check, and has let through most of its first texts."""
        return self._asked == _TRIAL and self._hit > _TRIAL / 2 and len(set(self._owners)) == 2

    @property
    def owner(self) -> int:
        return self._owners[-1]


class Index:
    """A book with its prefilter; ``checks`` are in the order in which they run. What is asked changes no answer."""

    def __init__(self, checks: Sequence[Check], worth_it: int = _WORTH_IT) -> None:
        self.checks = tuple(checks)
        self._texts_to_go = worth_it
        self._sets: list[_Needles] = []
        self._always: set[int] = set()

    def candidates(self, text: str) -> tuple[Check, ...]:
        """Return the checks that may have a finding in ``text``, in order; all of them where the sets cannot tell."""
        if self._texts_to_go > 0:
            self._texts_to_go -= 1
            hay = Haystack(text)
            return tuple(check for check in self.checks if admits(check.gate, hay))
        if not self._sets and not self._build():
            self._texts_to_go = sys.maxsize
            return self.checks
        data = text.encode("utf-8", "replace")
        wanted = set(self._always)
        for needles in self._sets:
            owners = needles.owners(data)
            if owners is None:
                return self.checks
            wanted |= owners
        for useless in [needles for needles in self._sets if needles.is_useless()]:
            self._sets.remove(useless)
            self._always.add(useless.owner)
        return tuple(check for number, check in enumerate(self.checks) if number in wanted)

    def _build(self) -> bool:
        rows = [(number, check.needles) for number, check in enumerate(self.checks) if check.needles]
        self._always = set(range(len(self.checks))) - {number for number, _ in rows}
        long = [row for row in rows if sum(map(len, row[1])) > _LONG]
        short = [(number, needle) for number, needles in rows for needle in needles if (number, needles) not in long]
        groups = [[(number, needle) for needle in needles] for number, needles in long]
        groups += [short[at : at + _SET_SIZE] for at in range(0, len(short), _SET_SIZE)]
        try:
            self._sets = [_Needles(group) for group in groups]
        except re2.error:  # a needle that RE2 refuses, or more than the memory allows
            return False
        return bool(self._sets)
