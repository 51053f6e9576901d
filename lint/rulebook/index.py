"""The prefilter: which checks can have a finding in a text at all, asked for all of them together.

A compiled book has one table of the signs by which its checks can be told from a text (see `signs`): what a check costs
where it has nothing to look at is nothing. It is the same for the first text and the thousandth. Checks that come from
no compiled book are candidates until it pays to make a table for them. A check that names no needles is always one.

A kind of many checks may know of a quicker way: after some stories, those that are candidates by their signs are told
apart by one search of the kind's own for all of them (`joint` in a kind's module), and needles of others that have been
candidates all the time are looked for in the text, those of several checks at once (see `screen`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from ..kinds.shared.base import Joint, KindModule
from ..kinds.shared.signs import Haystack, SignTable, all_ways, haystack, sign_table
from .check import Check
from .kindsource import load_kind

if TYPE_CHECKING:
    from ..text.story import Story
    from .screen import Screen

_WORTH_IT = 25
"""Texts after which a table is made for checks that have none: it takes a second for a book of 400 checks."""

_JOINED_AFTER = 8
"""Stories after which kinds search for their checks together: making that ready costs what ten stories save."""

_SCREENED_AFTER = 30
"""Stories after which the needles of usual candidates are looked for: making that ready costs what forty save."""
_USUAL = 0.5
"""A check that was a candidate in more of these stories is a usual one."""


class _Part(NamedTuple):
    """Some of the checks: their table, their places by their numbers in it, and the numbers of all others there."""

    table: SignTable
    places: Mapping[int, int]
    others: frozenset[int]


class _Joined(NamedTuple):
    """The checks of a kind, by their places, and what is asked for them."""

    places: tuple[int, ...]
    search: Joint


class Index:
    """A book with its prefilter; ``checks`` are in the order in which they run. What is asked changes no answer.

    ``narrow``: they are a part of their book, and texts enough will be asked about for a table of their own to pay.
    """

    def __init__(self, checks: Sequence[Check], worth_it: int = _WORTH_IT, *, narrow: bool = False) -> None:
        self.checks = tuple(checks)
        self._texts_to_go = worth_it
        self._narrow = narrow
        self._loose: list[int] = []
        self._parts: list[_Part] | None = None
        self._always: frozenset[int] = frozenset()
        self._stories = 0
        self._joined: list[_Joined] = []
        self._counted = 0
        self._met: Counter[int] = Counter()  # of checks that have a table of signs, in so many stories
        self._screens: list[Screen] = []

    @cached_property
    def halves(self) -> tuple[Index, Index]:
        """The checks that read each block for itself, and those that look across blocks (a kind's `REACH`).

        Each half is asked about texts of its own. A kind that cannot be imported looks across.
        """
        reach = {kind: _reach(kind) for kind in {check.head.kind for check in self.checks}}
        inner = [check for check in self.checks if reach[check.head.kind] == "block"]
        outer = [check for check in self.checks if reach[check.head.kind] != "block"]
        return Index(inner, narrow=True), Index(outer, narrow=True)

    def candidates(self, text: str) -> tuple[Check, ...]:
        """Return the checks that may have a finding in ``text``, in order."""
        return self._checks(self._places(Haystack(text)))

    def candidates_of(self, story: Story) -> tuple[Check, ...]:
        """Return the checks that may have a finding in a story: `candidates`, with what kinds will ask of it too."""
        hay = haystack(story)
        places = self._places(hay)
        if self._stories == _JOINED_AFTER:
            self._join(places)
        for kind in self._joined:
            found = set(map(kind.places.__getitem__, kind.search.search(story)))
            places.difference_update([place for place in kind.places if place not in found])
        if self._counted < _SCREENED_AFTER and not self._loose:
            self._met.update(places)
            self._counted += 1
        elif self._counted == _SCREENED_AFTER:
            from .screen import screens

            self._screens = screens(self._usual(), story.text)
            self._counted += 1
        self._stories += 1
        for screen in self._screens:
            if not places.isdisjoint(screen.places):
                places -= screen.silent(hay.data)
        return self._checks(places)

    def _checks(self, places: Iterable[int]) -> tuple[Check, ...]:
        return tuple(map(self.checks.__getitem__, sorted(places)))

    def _usual(self) -> dict[int, tuple[str, ...]]:
        """Return the needles of the checks that have been candidates in most stories, by their places."""
        joined = {place for kind in self._joined for place in kind.places}
        usual = [place for place, count in self._met.items() if count > _USUAL * _SCREENED_AFTER]
        needles = {place: _needles(self.checks[place]) for place in sorted(usual) if place not in joined}
        return {place: patterns for place, patterns in needles.items() if patterns}

    def _join(self, places: Iterable[int]) -> None:
        """Have those kinds search for all their checks together that offer it, of the kinds that have run by now."""
        makers: dict[str, Callable[[Sequence[Any]], Joint]] = {}
        for check in self._checks(places):
            if check.head.kind not in makers and (make := getattr(_module(check), "joint", None)):
                makers[check.head.kind] = make
        for kind, make in makers.items():
            ready = [
                place
                for place, check in enumerate(self.checks)
                if check.head.kind == kind and _module(check) is not None
            ]
            self._joined.append(_Joined(tuple(ready), make([self.checks[place].state for place in ready])))

    def _places(self, hay: Haystack) -> set[int]:
        if self._parts is None:
            self._parts = self._parts_of_books()
        if self._loose:
            if self._texts_to_go <= 0:
                self._parts.append(self._part(self._loose, sign_table(map(all_ways, self._needles(self._loose)))))
                self._loose = []
            self._texts_to_go -= 1
        wanted = {*self._always, *self._loose}
        for table, places, others in self._parts:
            wanted.update(map(places.__getitem__, table.owners(hay, others)))
        return wanted

    def _parts_of_books(self) -> list[_Part]:
        """Sort the checks by the books that they are from; those of none are loose."""
        by_book: dict[int, tuple[SignTable, dict[int, int]]] = {}
        for place, check in enumerate(self.checks):
            table = check.book.signs if check.book is not None else None
            if table is None:
                self._loose.append(place)
            else:
                by_book.setdefault(id(table), (table, {}))[1][check.number] = place
        if self._narrow:
            return [self._part(places, table.narrowed(places.keys())) for table, places in by_book.values()]
        return [self._part(places, table) for table, places in by_book.values()]

    def _part(self, places: Mapping[int, int] | Sequence[int], table: SignTable) -> _Part:
        known = places if isinstance(places, Mapping) else dict(enumerate(places))
        self._always |= {known[number] for number in table.always if number in known}
        return _Part(table, known, frozenset(range(table.count)).difference(known))

    def _needles(self, places: Sequence[int]) -> list[tuple[str, ...] | None]:
        return [self.checks[place].needles for place in places]


def _reach(kind: str) -> str:
    try:
        return getattr(load_kind(kind), "REACH", "story")
    except Exception:
        return "story"


def _module(check: Check) -> KindModule | None:
    """Return the kind of a check that can be made ready, None for any other: that fails when it runs."""
    try:
        return check.module
    except Exception:
        return None


def _needles(check: Check) -> tuple[str, ...] | None:
    """Return the needles of a check; None where it has none, or its book is damaged: that is reported when it runs."""
    try:
        return check.needles
    except (OSError, ValueError):
        return None
