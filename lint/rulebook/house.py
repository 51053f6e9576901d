"""A house style with all its dates: plain data, and what it says on one day."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property, lru_cache
from typing import Annotated

import msgspec

from ..kinds.shared.style import Certainty, Fact, Section, Style, Term
from .schema import Variant

Day = Annotated[str, msgspec.Meta(pattern=r"^\d{4}(?:-\d\d(?:-\d\d)?)?$")]
"""A year, a month or a day: 2019, 2019-08, 2019-08-14."""
Text = Annotated[str, msgspec.Meta(min_length=1)]


class DatedFact(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """One value of an option. ``since`` is the first day on which it holds, ``until`` the first on which it no longer
    does: a year, a month or a day.
    """

    value: Text
    certainty: Certainty
    source: Text
    since: Day | None = None
    until: Day | None = None
    note: str = ""


class DatedTerm(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """A form that the house writes in place of others, but not within the phrases of ``except``.

    Without ``for`` in a file, ``use`` is a name of the list of places: what else the place is or was called is read
    there, with its exceptions and the words of which a story must have one (``near``).
    """

    use: Text
    for_: Annotated[tuple[Text, ...], msgspec.Meta(min_length=1)] = msgspec.field(name="for", default=())
    certainty: Certainty
    source: Text
    except_: tuple[Text, ...] = msgspec.field(name="except", default=())
    near: tuple[Text, ...] = ()
    place: bool = False
    since: Day | None = None
    until: Day | None = None
    note: str = ""


class LeftOut(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """What is known of a house and no option holds, with the reason."""

    fact: Text
    certainty: Certainty
    why: Text


class House(msgspec.Struct, frozen=True, dict=True):
    """A house style with all its dates. ``key`` is what settings call it; facts by option, the oldest first."""

    key: str
    name: str
    language: Variant | None
    facts: dict[str, tuple[DatedFact, ...]]
    terms: tuple[DatedTerm, ...]
    sources: dict[str, str]
    left_out: tuple[LeftOut, ...] = ()

    def __hash__(self) -> int:
        return hash((self.key, self.name))

    def at(self, day: str, section: Section = "news") -> Style:
        """Return the style as it was on a day ("2019-08-14")."""
        turns = self.turns
        place = bisect_right(turns, day)
        return _between(self, turns[place - 1] if place else "0000-01-01", section)

    @cached_property
    def turns(self) -> tuple[str, ...]:
        """The days on which something changes, in order: between two of them the style is the same."""
        rows: list[DatedFact | DatedTerm] = [*(row for rows in self.facts.values() for row in rows), *self.terms]
        return tuple(sorted({first_day(day) for row in rows for day in (row.since, row.until) if day}))


@lru_cache(maxsize=256)
def _between(house: House, day: str, section: Section) -> Style:
    """Return the style on a day: stories of a decade have few of them, and share the result."""
    facts = {
        option: Fact(fact.value, fact.certainty, house.sources.get(fact.source, fact.source))
        for option, rows in house.facts.items()
        for fact in rows
        if holds(fact, day)
    }
    terms = tuple(
        Term(
            term.use,
            term.for_,
            Fact(term.use, term.certainty, house.sources.get(term.source, term.source)),
            term.except_,
            term.near,
            term.place,
        )
        for term in house.terms
        if holds(term, day)
    )
    return Style(house.name, facts, terms, section)


def holds(row: DatedFact | DatedTerm, day: str) -> bool:
    """Say whether a fact or a term holds on a day ("2019-08-14")."""
    return (row.since is None or first_day(row.since) <= day) and (row.until is None or day < first_day(row.until))


def first_day(day: str) -> str:
    """Return the first day of a year or a month, a day itself."""
    return day + "-01" * (3 - len(day.split("-")))
