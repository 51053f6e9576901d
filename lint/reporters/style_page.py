"""The page that compares the house styles: option by option, with how sure each fact is and since when it holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, get_args

from ..kinds.shared.style import Certainty
from ..rulebook.house import House, first_day
from ..rulebook.houses import SECTIONS, StyleOption
from .markdown import code, escaped, page, table
from .style_rows import StyleRow, style_rows

MARK = "<!-- Made by `newslint rules docs`: edit the styles, not this page. -->"


class _Said(NamedTuple):
    house: House
    row: StyleRow


def style_page(houses: Sequence[House], options: Mapping[str, StyleOption]) -> str:
    """Return the page; the houses in the order in which it shows them."""
    said = [_Said(house, row) for house in houses for row in style_rows(house, options)]
    blocks: list[Sequence[str] | str] = [
        MARK,
        "# House styles",
        "What the houses write, as far as it is known: `style: NAME` in the settings, or `--style NAME`, asks for one. "
        "*sure* is read in the house's guide, its announcements or its own copy, *known* is common knowledge, *likely* "
        "is read in one digest, *guess* is remembered. Sure and known facts warn, the others advise; where a house is "
        "not named, nothing is known, and nothing is reported. *not checked* are facts that leave all forms open, or "
        "that a text cannot show; *left out* is what no option holds. `newslint style show NAME` prints one house, "
        "`newslint style diff NAME NAME` two.",
        _houses(houses, said),
        "## Options",
    ]
    for name, option in options.items():
        blocks += _option(name, option, said)
    blocks += [
        "## Preferred forms",
        _terms(said),
        "## Changes",
        "What changed, and when, guesses left out: a story is judged by the style of its day.",
        _changes(said),
        "## Left out",
        "What is known of a house and no option holds.",
        _left_out(houses),
        "## Sources",
        [f"- {house.name}: {escaped('; '.join(dict.fromkeys(house.sources.values())))}" for house in houses],
    ]
    return page(*blocks)


def _houses(houses: Iterable[House], said: Iterable[_Said]) -> list[str]:
    rows = []
    for house in houses:
        own = [row for other, row in said if other is house]
        counts = [str(sum(row.certainty == word for row in own)) for word in get_args(Certainty)]
        terms = sum(row.sort == "term" for row in own)
        without = str(sum(bool(row.unchecked) for row in own)), str(len(house.left_out))
        facts = str(len(own) - terms), str(terms)
        rows.append((code(house.key), house.name, house.language or "", *facts, *counts, *without))
    head = ("style", "house", "English", "facts", "forms", *get_args(Certainty), "not checked", "left out")
    return table(head, rows)


def _option(name: str, option: StyleOption, said: Iterable[_Said]) -> list[Sequence[str] | str]:
    """Return an option's part: a row for each value, with the houses that have it."""
    keys = (name, *(f"{name}.{section}" for section in SECTIONS))
    facts = [(house, row) for house, row in said if row.sort == "fact" and row.option in keys]
    rows = []
    for value, meaning in option.values.items():
        having = [
            _who(house, row, row.option.removeprefix(name).lstrip(".")) for house, row in facts if row.value == value
        ]
        if having:
            rows.append((code(value), escaped(meaning), "; ".join(having)))
    notes = [f"- {row.option} of {house.key}: {escaped(row.note)}" for house, row in facts if row.note]
    without = [
        f"{code(value)} is not checked: {escaped(why)}" for value in option.values if (why := _why(option, value))
    ]
    if isinstance(option.unserved, str):
        without = [f"Not checked: {escaped(option.unserved)}"]
    words = [f"{escaped(option.what)}.", *(["; ".join(without) + "."] if without else [])]
    return [f"### {name}", " ".join(words), table(("value", "meaning", "houses"), rows), notes]


def _why(option: StyleOption, value: str) -> str:
    """Return why nothing is reported against a value that some check might serve, "" where it only permits all."""
    return "" if value in option.permits else option.unchecked(value)


def _left_out(houses: Iterable[House]) -> list[str]:
    return table(
        ("house", "fact", "certainty", "why"),
        [
            (house.name, escaped(left.fact), left.certainty, escaped(left.why))
            for house in houses
            for left in house.left_out
        ],
    )


def _who(house: House, row: StyleRow, section: str = "") -> str:
    where = f" in {section}" if section else ""
    dates = f", {row.dates}" if row.dates else ""
    return f"{house.key}{where} ({row.certainty}{dates})"


def _terms(said: Iterable[_Said]) -> list[str]:
    groups: dict[tuple[str, str], list[str]] = {}
    for house, row in said:
        if row.sort == "term":
            groups.setdefault((row.option, row.value), []).append(_who(house, row))
    ordered = sorted(groups.items(), key=lambda item: (item[0][0].lower(), item[0]))
    return table(
        ("form", "in place of", "houses"),
        [(escaped(use), escaped(for_), "; ".join(who)) for (use, for_), who in ordered],
    )


def _changes(said: Iterable[_Said]) -> list[str]:
    days: dict[tuple[str, str, str], list[str]] = {}
    for house, row in said:
        if row.certainty == "guess":
            continue
        what = escaped(f"{row.option} {row.shown}") if row.sort == "term" else f"{row.option} {code(row.value)}"
        for verb, day in (("", row.since), ("no longer ", row.until)):
            if day:
                days.setdefault((first_day(day), day, house.name), []).append(f"{verb}{what} ({row.certainty})")
    return table(
        ("date", "house", "from then on"),
        [(day, house, "; ".join(what)) for (_, day, house), what in sorted(days.items())],
    )
