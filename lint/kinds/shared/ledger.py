"""A newsroom's ledger of people: who they are, how they are spelled, and which post they held when.

`build` makes the tables that a story's names are looked up in; they are plain data, so that a copy of them can be kept.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Literal

import msgspec

from ...text.name_parts import plain
from ...text.regex import regex
from .near_names import one_edit, sounds_like


class Row(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One row of a person: what they are called and what they are, from one day to another, both included.

    Days are ISO dates, "" for no limit; ``since`` and ``until`` are as the newsroom wrote them, a year or a month too.
    """

    honorific: str = ""
    post: str = ""
    first_day: str = ""
    last_day: str = ""
    since: str = ""
    until: str = ""

    def holds(self, day: str) -> bool:
        """Say whether a day, an ISO date, lies within."""
        return (not self.first_day or self.first_day <= day) and (not self.last_day or day <= self.last_day)


class Listed(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One person of a ledger, with every row that names them."""

    name: str
    aliases: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()


class Ledger(msgspec.Struct, frozen=True, eq=False, array_like=True):
    """People, and the tables they are found by; the numbers are indexes of ``people``.

    ``exact``: by each name and alias as `exact_form` has it, and by its first and last word alone. ``nearly``: by keys
    that names one slip apart share. ``surnames``: by the last word of a name, as `folded` has it, how many people bear
    it; ``givens``: the same of the first word. ``words``: all words of names and aliases in their own capitals, with
    straight apostrophes.
    """

    people: tuple[Listed, ...]
    exact: dict[str, tuple[int, ...]]
    nearly: dict[str, tuple[int, ...]]
    surnames: dict[str, int]
    givens: dict[str, int]
    words: frozenset[str]

    def find(self, names: Sequence[str]) -> tuple[Listed, ...]:
        """Return the people who are listed in these very words; one of the two may lack the middle ones."""
        found = self.exact.get(exact_form(" ".join(names)), ())
        if found or len(names) < 3:
            return tuple(self.people[number] for number in found)
        ends = exact_form(f"{names[0]} {names[-1]}")
        return tuple(
            listed
            for number in self.exact.get(ends, ())
            for listed in (self.people[number],)
            if any(exact_form(form) == ends for form in (listed.name, *listed.aliases))
        )

    def near(self, names: Sequence[str]) -> Iterator[tuple[Listed, str, Difference]]:
        """Yield people whose name, or alias, is nearly this one, with that name: see `difference`."""
        nearly = self.nearly
        found_by = [nearly[key] for key in _keys(names) if key in nearly]
        if found_by:
            for number in dict.fromkeys(chain.from_iterable(found_by)):
                listed = self.people[number]
                for form in (listed.name, *listed.aliases):
                    found = difference(names, tuple(form.split()))
                    if found is not None:
                        yield listed, form, found
                        break


def aliases_of(cell: str) -> tuple[str, ...]:
    """Return the aliases in a cell, which semicolons separate."""
    return tuple(part for part in (" ".join(alias.split()) for alias in cell.split(";")) if part)


_DAY = regex(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@lru_cache(maxsize=4096)
def days_of(written: str) -> tuple[str, str] | None:
    """Return the first and the last day of a year, a month or a day, as ISO dates, None where it is none."""
    found = _DAY.fullmatch(written)
    if found is None:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        first = dt.date(year, month or 1, day or 1)
        if day:
            last = first
        elif month:
            last = dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(1)
        else:
            last = dt.date(year, 12, 31)
    except ValueError:
        return None
    return first.isoformat(), last.isoformat()


def row_of(cells: Mapping[str, str]) -> Row | None:
    """Return the row of cells by their columns: honorific, post, from, to. None where one of the days is none."""
    since, until = cells.get("from", ""), cells.get("to", "")
    first, last = days_of(since) if since else ("", ""), days_of(until) if until else ("", "")
    if first is None or last is None:
        return None
    return Row(cells.get("honorific", ""), cells.get("post", ""), first[0], last[1], since, until)


def people_of(rows: Iterable[tuple[str, tuple[str, ...], Row]]) -> list[Listed]:
    """Return the people whom rows of name, aliases and the rest describe: those of one name are one person's."""
    named: dict[str, Listed] = {}
    for name, aliases, row in rows:
        own = (row,) if row.post or row.honorific else ()
        known = named.get(name)
        if known is not None:
            aliases, own = (*known.aliases, *aliases), (*known.rows, *own)
        named[name] = Listed(name, tuple(dict.fromkeys(aliases)) if len(aliases) > 1 else aliases, own)
    return list(named.values())


class Day(msgspec.Struct, frozen=True):
    """The day that a story is of, an ISO date; ``said``: by the story, its path or the run, and not only today's."""

    iso: str
    said: bool


def build(people: Iterable[Listed]) -> Ledger:
    """Return the ledger of these people. A name of one word is known as a word, and found by its exact form alone."""
    everyone = tuple(people)
    exact: dict[str, tuple[int, ...]] = {}
    nearly: dict[str, tuple[int, ...]] = {}
    surnames: dict[str, int] = {}
    givens: dict[str, int] = {}
    words: set[str] = set()

    for number, listed in enumerate(everyone):
        alone = (number,)  # one for all tables: of these there are five a person
        for form in (listed.name, *listed.aliases):
            names = form.split()
            words.update(form.replace("’", "'").split() if "’" in form else names)
            _put(exact, exact_form(form), alone)
            if len(names) > 2:
                _put(exact, exact_form(f"{names[0]} {names[-1]}"), alone)
            if len(names) > 1:
                for key in _keys(names):
                    _put(nearly, key, alone)
        names = listed.name.split()
        surname = folded(names[-1])
        surnames[surname] = surnames.get(surname, 0) + 1
        if len(names) > 1:
            given = folded(names[0])
            givens[given] = givens.get(given, 0) + 1
    return Ledger(everyone, exact, nearly, surnames, givens, frozenset(words))


def _put(table: dict[str, tuple[int, ...]], key: str, alone: tuple[int]) -> None:
    held = table.setdefault(key, alone)
    if held[-1] != alone[0]:  # people come in order
        table[key] = held + alone


_MARKS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", ".": " "})


def exact_form(name: str) -> str:
    """Return a name so that two are alike that differ in points, apostrophes or white space alone: J.K. and J K."""
    if name.isalpha():
        return name
    words = (name if name.isascii() and "." not in name else name.translate(_MARKS)).split()
    # "JK Rowling" is "J. K. Rowling" in another house's style.
    if len(words) > 1 and 1 < len(words[0]) < 4 and words[0].isupper() and not name.isupper():
        words[0:1] = list(words[0])
    return " ".join(words)


@lru_cache(maxsize=8192)
def folded(word: str) -> str:
    """Return the letters of a word, small and without diacritics: "O’Néill" as "oneill"."""
    low = plain(word).lower()
    return low if low.isalpha() else "".join(filter(str.isalpha, low))


_SAME_INITIALS = dict(zip("cqgzyiw", "kkjseev", strict=True))
_SKELETON = str.maketrans({**dict.fromkeys("aeiouyjh"), "c": "k", "q": "k", "g": "k", "z": "s", "x": "s", "w": "v"})


@lru_cache(maxsize=8192)
def _skeleton(word: str) -> str:
    """Return the consonants of a folded word, those that alphabets write in several ways made one, none doubled."""
    if "h" in word:
        word = word.replace("ph", "f").replace("sch", "s").replace("kh", "h")
    return _undoubled(word.translate(_SKELETON))


_DOUBLED = regex(r"(.)\1+")


def _undoubled(word: str) -> str:
    return _DOUBLED.sub(r"\1", word)


def _keys(names: Sequence[str]) -> tuple[str, str, str]:
    """Return what two names share of which one is nearly the other: at least one of the three."""
    first, last = folded(names[0]), folded(names[-1])
    if not first or not last:
        return ("", "", "")
    letters = first + last if len(names) == 2 else "".join(map(folded, names))
    one, two = first[0], last[0]
    return (
        f"{first} {_SAME_INITIALS.get(two, two)}",
        f"{_SAME_INITIALS.get(one, one)}~{_skeleton(last)}",
        f"={letters}",
    )


Difference = Literal["marks", "script", "surname", "ending", "given", "both"]
"""How two names differ that may be one person's: in diacritics, capitals or hyphens alone; as the same name does that
comes through two alphabets or two languages' spellings; by one letter of the surname, or by one that makes another
surname of it as a rule (Clark, Clarke); by one letter of the given name; in both."""


def difference(story: Sequence[str], listed: Sequence[str]) -> Difference | None:
    """Return how a story's name differs from a listed one, None where they are the same or two people's.

    Words between the first and the last may be missing in one of them; where both have some, these are the same.
    """
    if len(listed) < 2 or len(story) < 2:
        return None
    if exact_form(" ".join(story)) == exact_form(" ".join(listed)):
        return None
    ours, theirs = [folded(word) for word in story], [folded(word) for word in listed]
    if not all(ours) or not all(theirs):
        return None
    if "".join(ours) == "".join(theirs) or _written_out(story) == _written_out(listed):
        return "marks"
    if len(ours) == len(theirs) and len(ours) > 2 and ours[1:-1] != theirs[1:-1]:
        return None
    if len(ours) != len(theirs) and ours[0] == theirs[0] and ours[-1] == theirs[-1]:
        return _marks_of_ends(story, listed)
    given_same, surname_same = ours[0] == theirs[0], ours[-1] == theirs[-1]
    if min(len(ours[0]), len(theirs[0])) < 3 and not given_same:
        return None
    if given_same:
        if surname_same:
            return None  # middle initials and names of one word: as many, and others
        return _of_surnames(ours[-1], theirs[-1])
    if surname_same:
        return "given" if _given_slips(ours[0], theirs[0]) or sounds_like(story[0], listed[0]) else None
    if sounds_like(story[0], listed[0]) and _of_surnames(ours[-1], theirs[-1]) == "script":
        return "both"
    return None


_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe"}
)


def _written_out(names: Sequence[str]) -> str:
    """Return the letters of a name as they are written where there are no marks: Mueller for Müller."""
    return "".join(folded(word.translate(_OUT)) for word in names)


def _marks_of_ends(story: Sequence[str], listed: Sequence[str]) -> Difference | None:
    """Compare first and last words that have the same letters: Jose M. Lal and José Lal."""
    ends = exact_form(f"{story[0]} {story[-1]}") == exact_form(f"{listed[0]} {listed[-1]}")
    return None if ends else "marks"


_SHORTEST = 4


def _of_surnames(ours: str, theirs: str) -> Difference | None:
    if min(len(ours), len(theirs)) < _SHORTEST:
        return None
    # One consonant doubled or not (Philips, Phillips) is another family's spelling, not another alphabet's.
    script = transcribed(ours) == transcribed(theirs) and (
        _undoubled(ours) != _undoubled(theirs) or "yy" in ours + " " + theirs or "ii" in ours + " " + theirs
    )
    if not script and not one_edit(theirs, ours):
        return None
    short, long = sorted((ours, theirs), key=len)
    if _FEMALE.get(long[-1:]) and long[:-1] == short and short.endswith(_FEMALE[long[-1:]]):
        return None  # Ivanov and Ivanova
    if script:
        return "script"
    if (long.startswith(short) and long[len(short) :] in _ENDINGS) or _swapped_endings(ours, theirs):
        return "ending"
    if ours[0] != theirs[0] and len(ours) < 7:
        return None
    return "surname"


_FEMALE = {"a": ("ov", "ev", "in", "yn", "sk")}
_ENDINGS = frozenset("seaniyoh")
"""A letter more at the end makes another family's name: Robert and Roberts, Clark and Clarke, Brown and Browne."""
_SWAPPED = frozenset(map(frozenset, (("sen", "son"), ("ley", "lay"), ("man", "men"), ("ton", "tin"), ("er", "ar"))))


def _swapped_endings(ours: str, theirs: str) -> bool:
    """Say whether two surnames differ in an ending of which both forms are names (Hansen, Hanson), or before "son"."""
    if ours.endswith("son") and theirs.endswith("son"):
        return True
    return any(ours[:-n] == theirs[:-n] and frozenset((ours[-n:], theirs[-n:])) in _SWAPPED for n in (2, 3))


def _given_slips(ours: str, theirs: str) -> bool:
    return min(len(ours), len(theirs)) > 3 and ours[0] == theirs[0] and one_edit(theirs, ours)


_RULES = (
    ("tsch", "ch"),
    ("tch", "ch"),
    ("sch", "sh"),
    ("kh", "h"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("ph", "f"),
    ("tz", "ts"),
    ("ck", "k"),
    ("q", "k"),
    ("x", "ks"),
    ("w", "v"),
    ("ae", "a"),
    ("oe", "o"),
    ("ue", "u"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ye", "e"),
    ("ie", "e"),
    ("yo", "o"),
    ("j", "i"),
    ("y", "i"),
)


@lru_cache(maxsize=8192)
def transcribed(word: str) -> str:
    """Return what the usual transcriptions of one name, as `folded` has them, share: Zelenskiy, Zelensky, Zelenskyy."""
    for written, common in _RULES:
        word = word.replace(written, common)
    return _undoubled(word)
