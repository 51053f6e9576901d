"""House styles as rows: what a house says of each option, in the options' order, and where two houses differ."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, Literal

import msgspec

from ..kinds.shared.style import Certainty
from ..rulebook.house import DatedFact, DatedTerm, House, holds
from ..rulebook.houses import SECTIONS, StyleOption

Sort = Literal["fact", "term"]


class StyleRow(msgspec.Struct, frozen=True, omit_defaults=True):
    """A fact, or a preferred form. ``option`` is the fact's, or the form that the house writes; ``value`` is the fact's
    value, or the forms that the house does not write.
    """

    sort: Sort
    option: str
    value: str
    certainty: Certainty
    source: str
    since: str | None = None
    until: str | None = None
    note: str = ""
    but: tuple[str, ...] = ()
    unchecked: str = ""
    """Why no check reports what goes against it, "" where one does."""

    @property
    def dates(self) -> str:
        """The row's days in words: "from 2019-08-14 to 2024-01", with the last as the first on which it no longer
        holds; empty where it has none.
        """
        parts = (("from", self.since), ("until", self.until))
        return " ".join(f"{word} {day}" for word, day in parts if day)

    @property
    def told(self) -> str:
        """Who says so, the note, and why it is not checked, as text shows them."""
        note = f": {self.note}" if self.note else ""
        return f"{self.source}{note}{f' (not checked: {self.unchecked})' if self.unchecked else ''}"

    @property
    def shown(self) -> str:
        """The value as text shows it."""
        return self.value if self.sort == "fact" else f"for {self.value}"


def style_rows(house: House, options: Mapping[str, StyleOption], day: dt.date | None = None) -> list[StyleRow]:
    """Return what a house says, by option and then its preferred forms: on a day, or on any (None), oldest first."""
    when = None if day is None else day.isoformat()
    rows = []
    for option in ordered(house, options):
        known = options.get(option) or options[option.rpartition(".")[0]]
        for fact in house.facts[option]:
            row = _row("fact", option, fact.value, fact, house)
            rows.append(msgspec.structs.replace(row, unchecked=known.unchecked(fact.value)))
    dated: list[DatedFact | DatedTerm] = [fact for option in ordered(house, options) for fact in house.facts[option]]
    for term in house.terms:
        rows.append(_row("term", term.use, ", ".join(term.for_), term, house))
        dated.append(term)
    return [row for row, said in zip(rows, dated, strict=True) if when is None or holds(said, when)]


def _row(sort: Sort, option: str, value: str, said: DatedFact | DatedTerm, house: House) -> StyleRow:
    return StyleRow(
        sort,
        option,
        value,
        said.certainty,
        house.sources.get(said.source, said.source),
        said.since,
        said.until,
        said.note,
        said.except_ if isinstance(said, DatedTerm) else (),
    )


def ordered(house: House, options: Mapping[str, StyleOption]) -> list[str]:
    """Return the options that a house sets, in their list's order, each with its sections after it."""
    return [key for key in _keys(options) if key in house.facts]


def unset(house: House, options: Mapping[str, StyleOption]) -> list[str]:
    """Return the options of which a house says nothing on any day."""
    return [name for name in options if name not in house.facts]


def differences(
    first: House, second: House, options: Mapping[str, StyleOption], day: dt.date
) -> Iterator[tuple[str, StyleRow | None, StyleRow | None]]:
    """Yield what two houses say where it is not the same on a day, in the options' order; None: one says nothing.

    Where one house alone speaks of a section, the other's section is as its news.
    """
    one, other = ({(row.sort, row.option): row for row in style_rows(house, options, day)} for house in (first, second))
    places = {key: place for place, key in enumerate(_keys(options))}
    news = {f"{name}.{section}": name for name in options for section in SECTIONS}
    both = sorted({*one, *other}, key=lambda key: (key[0], places.get(key[1], len(places)), key[1].lower()))
    for key in both:
        base: tuple[Sort, str] | None = ("fact", news[key[1]]) if key[0] == "fact" and key[1] in news else None
        left, right = (rows.get(key) or (rows.get(base) if base else None) for rows in (one, other))
        if left is None or right is None or left.value != right.value:
            yield key[1], left, right


def _keys(options: Mapping[str, StyleOption]) -> list[str]:
    return [key for name in options for key in (name, *(f"{name}.{section}" for section in SECTIONS))]


def columns(rows: list[tuple[str, ...]]) -> str:
    """Return rows in columns that stand under one another, each on a line; the last is not padded."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)] if rows else []
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)
    return "".join(f"{line}\n" for line in lines)


def as_json(row: StyleRow | None) -> dict[str, Any] | None:
    """Return a row as plain data, under the names of a style's file."""
    if row is None:
        return None
    said: dict[str, Any] = {"option": row.option, "value": row.value}
    if row.sort == "term":
        said = {"use": row.option, "for": row.value.split(", "), "except": list(row.but)}
    said |= {key: getattr(row, key) for key in ("certainty", "source", "since", "until", "note")}
    return said | ({"unchecked": row.unchecked} if row.unchecked else {})
