"""The states of checks as pickles: see `states`."""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO
from pickle import Pickler
from typing import Any

import re2

from ..kinds.shared.matching import LateRe2Pattern, late_pattern
from ..kinds.shared.patternlist import Patterns
from ..text.regex import LatePattern, regex
from .states import StateReader

_RE2_PATTERN = type(re2.compile(""))
_TABLES = (dict, frozenset, list, set, tuple)
_SHARED = 16
"""Entries from which a table is pickled by itself."""
_LONG = 256
"""Characters from which a string is."""


class StateWriter:
    """Pickles states into numbered pieces, and takes down the patterns that they hold.

    ``apart`` are the identities of the parts that become pieces of their own, as `shared` of a writer that has seen all
    states says; None: all large ones do.
    """

    def __init__(self, apart: frozenset[int] | None = None) -> None:
        self._apart = apart
        self._uses: Counter[int] = Counter()
        self.pieces: list[bytes] = []
        self.patterns: set[tuple[str, int]] = set()
        self.re2_patterns: set[str] = set()
        self._reader = StateReader(self.pieces.__getitem__)
        self._numbers: dict[int, int] = {}
        self._alive: list[Any] = []  # what has a number: else another object might get its identity
        self._known: dict[Any, int] = {}

    def add(self, state: Any) -> int | None:
        """Return the number of a state; None for one that does not pickle, or that `StateReader` would refuse."""
        before = len(self.pieces)
        try:
            number = self.append(self._pickled(state))
            self._reader.state(number)
        except Exception:  # a lambda, a lock, a class of a third party's: kinds are anybody's code
            self._forget(before)
            return None
        return number

    def share(self, part: Any) -> int:
        """Return the number of a part of a state, the same for the same part, and for an equal one that is fixed."""
        number = self._numbers.get(id(part))
        if number is None:
            number = self._number_by_content(part)
            self._numbers[id(part)] = number
            self._alive.append(part)
        self._uses[number] += 1
        return number

    def shared(self) -> frozenset[int]:
        """Return the identities of the parts that were met more than once. They are those of living objects."""
        return frozenset(part for part, number in self._numbers.items() if self._uses[number] > 1)

    def is_apart(self, part: Any) -> bool:
        """Say whether a part is, or would be, a piece of its own."""
        kind = type(part)
        large = len(part) >= _LONG if kind is str else kind in _TABLES and len(part) >= _SHARED
        return large and (self._apart is None or id(part) in self._apart)

    def append(self, piece: bytes) -> int:
        """Add a piece as it is and return its number."""
        self.pieces.append(piece)
        return len(self.pieces) - 1

    def _number_by_content(self, part: Any) -> int:
        # The order in a set differs from one to the next with the same words: its pickle does not tell.
        words = isinstance(part, frozenset) and all(type(each) is str for each in part)
        if words or isinstance(part, str):
            if part not in self._known:
                self._known[part] = self.append(self._pickled(part))
            return self._known[part]
        pickled = self._pickled(part)
        if not isinstance(part, (tuple, frozenset)):  # somebody may change it
            return self.append(pickled)
        if pickled not in self._known:
            self._known[pickled] = self.append(pickled)
        return self._known[pickled]

    def _pickled(self, value: Any) -> bytes:
        out = BytesIO()
        _StatePickler(out, value, self).dump(value)
        return out.getvalue()

    def _forget(self, limit: int) -> None:
        del self.pieces[limit:]
        self._reader.forget(limit)
        for numbers in (self._numbers, self._known):
            for key in [key for key, number in numbers.items() if number >= limit]:
                del numbers[key]


class _StatePickler(Pickler):
    def __init__(self, out: BytesIO, top: Any, writer: StateWriter) -> None:
        super().__init__(out, 5)
        self._top = top
        self._writer = writer

    def persistent_id(self, part: Any) -> int | None:
        return self._writer.share(part) if self._writer.is_apart(part) and part is not self._top else None

    def reducer_override(self, part: Any) -> Any:
        if isinstance(part, re.Pattern) and isinstance(part.pattern, str):
            given = (part.pattern, int(part.flags) & ~int(re.UNICODE))
            self._writer.patterns.add(given)
            return regex, given
        if isinstance(part, LatePattern):
            self._writer.patterns.add(part.given())
        elif isinstance(part, _RE2_PATTERN):
            self._writer.re2_patterns.add(part.pattern)
            return late_pattern, (part.pattern,)
        elif isinstance(part, LateRe2Pattern):
            self._writer.re2_patterns.add(part.pattern)
        elif isinstance(part, Patterns):
            self._writer.re2_patterns.update(part.sources)
        return NotImplemented
