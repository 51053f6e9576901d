"""The prefilter: which checks can have a finding in a text at all, asked for all of them together.

For the first texts of a run, a check is a candidate where its gate admits the text: a check that is never a candidate
is never made ready. Then every check's needles go into RE2 sets, each of which reads a text once, however many needles
it holds, and tells more exactly. Building the sets costs as much as they save on some fifty stories. A check that names
no needles is always a candidate.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any, NamedTuple

import re2

from .check import Check
from .literals import Haystack, admits

_WORTH_IT = 50
"""Texts after which the sets are built."""

_SET_SIZE = 25
"""Needles in a set. Measured on news copy with 350 needles: one set of them all has so many states that it forgets and
rebuilds them all the time (9 ms a story); sets of 25 take 0.7 ms, needle by needle takes 1.5 ms."""

_SET_MEMORY = 64 << 20
"""Bytes that a set's automaton may use; it grows only as far as the copy makes it."""


class _Needles(NamedTuple):
    """A set and, for each of its patterns, the number of the check that asked for it. The first fits every text."""

    set: Any
    owners: tuple[int, ...]


class Index:
    """A book with its prefilter; ``checks`` are in the order in which they run. What is asked changes no answer."""

    def __init__(self, checks: Sequence[Check], worth_it: int = _WORTH_IT) -> None:
        self.checks = tuple(checks)
        self._texts_to_go = worth_it
        self._sets: tuple[_Needles, ...] = ()
        self._always: frozenset[int] = frozenset()

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
        for needles, owners in self._sets:
            hits = needles.Match(data)
            # Where the pattern that fits every text is missing, the set ran out of memory and knows nothing.
            if not hits or 0 not in hits:
                return self.checks
            wanted.update(owners[hit] for hit in hits if hit)
        return tuple(check for number, check in enumerate(self.checks) if number in wanted)

    def _build(self) -> bool:
        self._always = frozenset(number for number, check in enumerate(self.checks) if not check.needles)
        rows = [(number, needle) for number, check in enumerate(self.checks) for needle in check.needles or ()]
        try:
            self._sets = tuple(_build(rows[at : at + _SET_SIZE]) for at in range(0, len(rows), _SET_SIZE))
        except re2.error:  # a needle that RE2 refuses, or more than the memory allows
            return False
        return bool(self._sets)


def _build(rows: Sequence[tuple[int, str]]) -> _Needles:
    options = re2.Options()
    options.log_errors = False
    options.max_mem = _SET_MEMORY
    needles = re2.Set.SearchSet(options)
    for pattern in ("", *(needle for _, needle in rows)):
        needles.Add(pattern)
    needles.Compile()
    return _Needles(needles, (-1, *(number for number, _ in rows)))
