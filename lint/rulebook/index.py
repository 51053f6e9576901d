"""The prefilter: which checks can have a finding in a text at all, asked once for all of them together.

Every check's needles go into one RE2 set, which reads a text once, however many checks there are. A check that names no
needles is always a candidate. Building the set costs as much as it saves on some thirty stories, so that a run on a few
files does without.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import re2

from .check import Check

_WORTH_IT = 30
"""Texts after which the set is built."""

_SET_MEMORY = 64 << 20
"""Bytes that the set's automaton may use; it grows only as far as the copy makes it."""


class Index:
    """A book with its prefilter; ``checks`` are in the order in which they run. What is asked changes no answer."""

    def __init__(self, checks: Sequence[Check], worth_it: int = _WORTH_IT) -> None:
        self.checks = tuple(checks)
        self._texts_to_go = worth_it
        self._set: Any = None
        self._owners: tuple[int, ...] = ()  # of each pattern in the set, which check asked for it
        self._always: frozenset[int] = frozenset()

    def candidates(self, text: str) -> tuple[Check, ...]:
        """Return the checks that may have a finding in ``text``, in order; all of them where the set cannot tell."""
        if self._set is None:
            self._texts_to_go -= 1
            if self._texts_to_go >= 0:
                return self.checks
            if not self._build():
                self._texts_to_go = sys.maxsize
                return self.checks
        hits = self._set.Match(text)
        # The first pattern matches every text: where it is missing, the set ran out of memory and knows nothing.
        if not hits or 0 not in hits:
            return self.checks
        wanted = self._always | {self._owners[hit] for hit in hits if hit}
        return tuple(check for number, check in enumerate(self.checks) if number in wanted)

    def _build(self) -> bool:
        options = re2.Options()
        options.log_errors = False
        options.max_mem = _SET_MEMORY
        needles = re2.Set.SearchSet(options)
        needles.Add("")
        owners = [-1]
        always: set[int] = set()
        for number, check in enumerate(self.checks):
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
        except re2.error:  # more than the memory allows; such a set must not be asked
            return False
        self._set, self._owners, self._always = needles, tuple(owners), frozenset(always)
        return True
