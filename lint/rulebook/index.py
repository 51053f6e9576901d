"""The prefilter: which checks can have a finding in a text at all, asked once for all of them together.

Every check's needles go into one RE2 set, which reads a text once, however many checks there are. A check that names no
needles is always a candidate.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import re2

from .check import Check

_SET_MEMORY = 64 << 20
"""Bytes that the set's automaton may use; it grows only as far as the copy makes it."""


@dataclass(frozen=True, slots=True)
class Index:
    """A book with its prefilter; ``checks`` are in the order in which they run."""

    checks: tuple[Check, ...]
    _owners: tuple[int, ...]  # of each pattern in the set, which check asked for it
    _always: frozenset[int]
    _set: Any  # None: no check has needles, or the set could not be built

    def candidates(self, text: str) -> tuple[Check, ...]:
        """Return the checks that may have a finding in ``text``, in order; all of them where the set cannot tell."""
        if self._set is None:
            return self.checks
        hits = self._set.Match(text)
        # The first pattern matches every text: where it is missing, the set ran out of memory and knows nothing.
        if not hits or 0 not in hits:
            return self.checks
        wanted = self._always | {self._owners[hit] for hit in hits if hit}
        return tuple(check for number, check in enumerate(self.checks) if number in wanted)


def build_index(checks: Sequence[Check]) -> Index:
    """Build the prefilter of a book. Costs some 4 ms for 200 patterns, once a run."""
    options = re2.Options()
    options.log_errors = False
    options.max_mem = _SET_MEMORY
    needles = re2.Set.SearchSet(options)
    needles.Add("")
    owners = [-1]
    always: set[int] = set()
    for number, check in enumerate(checks):
        if not check.needles:
            always.add(number)
            continue
        for pattern in check.needles:
            try:
                needles.Add(pattern)
            except re2.error:  # a third party's needle that RE2 refuses: the check runs always
                always.add(number)
                break
            owners.append(number)
    try:
        needles.Compile()
    except re2.error:
        return Index(tuple(checks), (), frozenset(), None)
    return Index(tuple(checks), tuple(owners), frozenset(always), needles)
