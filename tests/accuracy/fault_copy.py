"""The ground for seeded faults: clean copy, where in it a fault may stand, and how one is put in."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from random import Random

import msgspec

Place = tuple[int, int]
"""A half-open span in code points."""

_SPEECH = re.compile(r"[“”\"‘]|(?<!\w)'")
_ENDS = re.compile(r"[.!?][”\"’']?$")
_ITEM = re.compile(r"(?:\d+\.|[•–*-]) ")
_WORDS = 8


class Clean(msgspec.Struct, frozen=True, dict=True):
    """A clean story; ``language`` is its variant."""

    name: str
    language: str
    text: str

    @cached_property
    def paragraphs(self) -> tuple[Place, ...]:
        """The lines that are running text for certain: eight words or more, a stop, and no headline or list item."""
        lines = [line.span() for line in re.finditer(r"[^\n]+", self.text)][1:]
        return tuple(
            (start, end)
            for start, end in lines
            if len(self.text[start:end].split()) >= _WORDS
            and _ENDS.search(self.text, start, end)
            and not _ITEM.match(self.text, start, end)
        )

    @cached_property
    def narration(self) -> tuple[Place, ...]:
        """The paragraphs without a quotation mark."""
        return tuple(place for place in self.paragraphs if not _SPEECH.search(self.text, *place))


class Seeded(msgspec.Struct, frozen=True):
    """A story with one fault, and the places of which an issue has to touch one."""

    text: str
    places: tuple[Place, ...]


Seed = Callable[[Clean, Random], Seeded | None]
"""Puts one fault into a story, at a place that chance picks; None where the story has no place for it."""


class Fault(msgspec.Struct, frozen=True):
    kind: str
    group: str
    seed: Seed


def put(clean: Clean, start: int, end: int, new: str, *, around: int = 0) -> Seeded:
    """Replace a span; its place is the new text with ``around`` characters on either side."""
    text = clean.text[:start] + new + clean.text[end:]
    return Seeded(text, ((max(0, start - around), min(len(text), start + len(new) + around)),))


def found_in(clean: Clean, pattern: str | re.Pattern[str], where: Sequence[Place]) -> list[re.Match[str]]:
    """Return every match of a pattern that lies in one of these spans."""
    compiled = re.compile(pattern)
    return [match for start, end in where for match in compiled.finditer(clean.text, start, end)]


def swap(
    pattern: str,
    new: str | Callable[[re.Match[str]], str],
    *,
    around: int = 0,
    speech: bool = False,
    languages: Sequence[str] = (),
) -> Seed:
    """Return a fault that replaces a match (its group 1, where it has one) in narration or, ``speech``, anywhere."""
    compiled = re.compile(pattern)

    def seed(clean: Clean, chance: Random) -> Seeded | None:
        if languages and clean.language not in languages:
            return None
        matches = found_in(clean, compiled, clean.paragraphs if speech else clean.narration)
        if not matches:
            return None
        match = chance.choice(matches)
        fresh = match.expand(new) if isinstance(new, str) else new(match)
        return put(clean, *match.span(1 if compiled.groups else 0), fresh, around=around)

    return seed


def word_for_word(table: dict[str, str], *, around: int = 0, languages: Sequence[str] = ()) -> Seed:
    """Return a fault that writes one word or phrase of a table for another, the first letter's case kept."""
    pattern = r"\b(?:" + "|".join(sorted(map(re.escape, table), key=len, reverse=True)) + r")\b"

    def fresh(match: re.Match[str]) -> str:
        return table[match.group()]

    return swap(pattern, fresh, around=around, languages=languages)


def line_between(*lines: str) -> Seed:
    """Return a fault that puts a line of its own before a narrating paragraph."""

    def seed(clean: Clean, chance: Random) -> Seeded | None:
        if len(clean.narration) < 2:
            return None
        start = chance.choice(clean.narration[1:])[0]
        line = chance.choice(lines)
        text = f"{clean.text[:start]}{line}\n\n{clean.text[start:]}"
        return Seeded(text, ((start, start + len(line)),))

    return seed


def percent_of(clean: Clean) -> str:
    """Return how a story writes a percentage: what follows the figure."""
    return next((sign for sign in (" per cent", " percent") if sign in clean.text), "%")


def sentences(*rows: str | tuple[str, ...]) -> Seed:
    """Return a fault that adds a paragraph to a story, before a narrating one; the fault is marked [[so]].

    A row of several adds them in their order, apart from each other; any of the marks may be reported. `%` stands for
    the story's own way of writing it.
    """

    def seed(clean: Clean, chance: Random) -> Seeded | None:
        row = chance.choice(rows)
        parts = (row,) if isinstance(row, str) else row
        if len(clean.narration) <= len(parts):
            return None
        starts = sorted(chance.sample([start for start, _ in clean.narration[1:]], len(parts)))
        text, places, shift = clean.text, [], 0
        for start, part in zip(starts, parts, strict=True):
            at = start + shift
            part = part.replace("%", percent_of(clean))
            before, mark, rest = part.partition("[[")
            inside, _, after = rest.rpartition("]]")
            plain = f"{before}{inside}{after}" if mark else part
            text = f"{text[:at]}{plain}\n\n{text[at:]}"
            shift += len(plain) + 2
            if mark:
                places.append((at + len(before), at + len(before) + len(inside)))
        return Seeded(text, tuple(places))

    return seed
