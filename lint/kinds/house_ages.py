"""Kind `house-ages`: ages in figures, or by the house's rule for other numbers (its option `words-below`, else ten).

Read are "a nine-year-old", "aged nine", "at the age of nine", "she is nine years old" and "Ana Obi, nine,". Where
figures are the rule only people and animals are sure to be meant; by the rule for numbers an age between commas is left
as it is, for houses differ there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from .shared.base import Context, Finding, KindOptions, Lists
from .shared.matching import compile_pattern
from .shared.number_words import (
    FUNCTION_WORDS,
    begins_sentence,
    in_words,
    number_values,
    word_before,
    words,
    words_after,
)
from .shared.quantities import WORD

REACH = "block"
FIELDS = ("rule",)


_NUMBER = rf"(?P<n>[0-9]{{1,2}}\b|{WORD})"
_JOINED = rf"(?:^|[\s(“\"‘'–—,]){_NUMBER}[- ](?P<unit>year|month|week|day)s?-olds?\b"
_AGED = (
    r"\b(?:[Aa]ged(?: just| only| about| around)?|[Aa]t(?: just)? age|(?:the|an) age of(?: just| only)?)[ \x{a0}]"
    rf"{_NUMBER}(?P<after>[ \x{{a0}}](?:and|or|to)[ \x{{a0}}](?:[0-9]|{WORD})|[-–][a-z0-9]"
    r"|[ \x{a0}](?:hundred|months?|weeks?|days?))?"
)
_SPELLED = (
    r"\b(?:[Hh]e|[Ss]he|who|boy|girl|son|daughter|child|I)(?: is| was|['’]s| were| are| turned)"
    rf"(?: just| only| now| about| almost| nearly)?[ \x{{a0}}]{_NUMBER}"
    r"[ \x{a0}](?:years|months|weeks|days)[ \x{a0}]old\b"
)
_COMMAS = rf"\b[A-Z][a-z’'-]+ [A-Z][A-Za-z’'-]+, {_NUMBER}(?P<close>, (?:[a-z]|[A-Z][a-z]+ [A-Z])|[.;]|,? and\b)"

_PERSONS = words(
    """boy boys girl girls child children man men woman women baby babies toddler toddlers son sons daughter daughters
    brother brothers sister sisters twin twins grandson granddaughter grandmother grandfather nephew niece mother
    father boyfriend girlfriend teenager teenagers pupil pupils student students schoolboy schoolgirl victim victims
    infant infants newborn orphan striker midfielder defender goalkeeper winger player driver suspect dog cat horse
    gelding mare filly colt stallion puppy kitten pony"""
)


class Options(KindOptions, frozen=True):
    pass


class State(msgspec.Struct, frozen=True):
    joined: Any
    aged: Any
    spelled: Any
    commas: Any


def prepare(options: Options, lists: Lists) -> State:
    return State(*map(compile_pattern, _SOURCES))


_SOURCES = (_JOINED, _AGED, _SPELLED, _COMMAS)


def needles(state: State) -> tuple[str, ...]:
    return _SOURCES


def check(state: State, context: Context) -> Iterator[Finding]:
    if context.fact is None or context.style is None:
        return
    figures = context.fact.value == "figures"
    limit = 0 if figures else int(context.style.value("words-below") or 10)
    text = context.story.text
    for match in state.joined.finditer(text):
        if not figures or text.endswith("olds", 0, match.end()) or _is_alive(text, match.end()):
            yield from _finding(context, match, limit)
    for match in state.aged.finditer(text):
        if match.span(2)[0] < 0:
            yield from _finding(context, match, limit)
    for match in state.spelled.finditer(text):
        yield from _finding(context, match, limit)
    if context.fact.value in ("figures", "figures-after-names"):
        for match in state.commas.finditer(text):
            yield from _finding(context, match, 0)


def _is_alive(text: str, end: int) -> bool:
    """Say whether "five-year-old" is or describes a person or an animal, as far as the next word tells."""
    following = words_after(text, end, 2)
    return not following or following[0] in FUNCTION_WORDS or not _PERSONS.isdisjoint(following)


def _finding(context: Context, match: Any, limit: int) -> Iterator[Finding]:
    """Report the number of a match where it is on the wrong side of the limit, 0 for a house of figures alone."""
    story = context.story
    start, end = match.span(1)
    found = story.text[start:end]
    if found.isdecimal():
        if int(found) >= limit or found.startswith("0") or _is_range(story.text, start):
            return
        right = in_words(int(found))
        if begins_sentence(story, start):
            right = right.capitalize()
    else:
        value = number_values()[found]
        if value < max(limit, 1) or begins_sentence(story, start) or _is_range(story.text, start):
            return
        right = str(value)
    rule = "in figures" if limit == 0 else f"up to {in_words(limit - 1)} in words, others in figures"
    yield Finding(start, end, suggestions=(right,), values={"rule": rule})


def _is_range(text: str, start: int) -> bool:
    """Say whether another number stands before one and goes with it: "8 to 9-year-olds"."""
    word, at = word_before(text, start)
    if word not in ("to", "and", "or", "-", "–", "/"):
        return False
    before = word_before(text, at)[0]
    return before[:1].isdigit() or before.rstrip("-") in number_values()
