"""Kind `house-numerals`: whole numbers in words or in figures, by the limit that the house sets.

The value of the option is the first number that takes figures: "10" writes nine people and 10 people. Only a number
that counts a plural ("5 people", "ten more houses") or that is the first part of a length or size ("3-day") is looked
at: units, money, percentages, times, ages, scores, votes, ratios, series of numbers and numbers that are names stay as
they are, and so does any number that begins a sentence in words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from ..text.regex import regex
from .shared.base import Context, Finding, KindOptions, Lists
from .shared.matching import compile_pattern
from .shared.number_words import (
    begins_sentence,
    counts_things,
    in_words,
    is_number,
    number_values,
    stands_alone,
    word_before,
    words,
    words_after,
)
from .shared.quantities import WORD

REACH = "block"
FIELDS = ("form", "limit")

_ALONE = rf"(?:^|[\s(“\"‘'–—])(?P<n>[0-9]|10|{WORD})[ \x{{a0}}][a-z]"
_PART = (
    rf"(?:^|[\s(“\"‘'–—])(?P<n>[0-9]|10|{WORD})-(?P<part>day|week|month|year|hour|minute|storey|story|bedroom|member|man"
    r"|woman|person|part|page|party|seat|seater|nation|state|judge|strong|time)\b"
)
_FINANCE = words("bond bonds note notes gilt gilts treasury treasuries yield yields swap swaps fixed paper")
_SINGULAR = words("person man woman child boy girl day week month year hour house school day")
_SCALES = frozenset(("million", "billion", "trillion"))
_UNIT = "(?:hours?|minutes?|seconds?|days?|weeks?|months?|years?)"
# "3 hours, 12 minutes": one measure, whose parts are all in figures.
_DURATION = regex(rf" {_UNIT}(?:,| and|, and)? [0-9]+ {_UNIT}\b")
_DURATION_BEFORE = regex(rf"\b[0-9]+ {_UNIT}(?:,| and|, and)? $")
_IDIOM_BEFORE = words("top number past ranked seeded first")


class Options(KindOptions, frozen=True):
    pass


class State(msgspec.Struct, frozen=True):
    alone: Any
    part: Any


def prepare(options: Options, lists: Lists) -> State:
    return State(compile_pattern(_ALONE), compile_pattern(_PART))


def needles(state: State) -> tuple[str, ...]:
    return (_ALONE, _PART)


def check(state: State, context: Context) -> Iterator[Finding]:
    if context.fact is None:
        return
    limit = int(context.fact.value)
    text = context.story.text
    for match in state.alone.finditer(text):
        start, end = match.span(1)
        found = text[start:end]
        right = _right(found, limit)
        if right and stands_alone(context.story, start):
            if found.isdecimal():
                yield from _to_words(context, start, end, right, limit)
            else:
                yield from _to_figures(context, start, end, right, limit)
    for match in state.part.finditer(text):
        start, end = match.span(1)
        right = _right(text[start:end], limit)
        begin, after = match.span(2)
        if not right or text.startswith("-old", after) or is_number(word_before(text, start)[0]):
            continue
        following = words_after(text, after, 2)
        if text[begin:after] in ("year", "month") and not _FINANCE.isdisjoint(following):
            continue
        yield _finding(context, start, end, right, limit)


def _right(found: str, limit: int) -> str:
    """Return the other form of a number that is on the wrong side of the limit, "" where it is on the right one."""
    if found.isdecimal():
        return in_words(int(found)) if int(found) < limit and found != "0" else ""
    value = number_values()[found]
    return str(value) if value >= limit else ""


def _to_words(context: Context, start: int, end: int, right: str, limit: int) -> Iterator[Finding]:
    text = context.story.text
    following = words_after(text, end, 2)
    if (
        following[1:] == ["old"]
        or _DURATION.match(text, end)
        or _DURATION_BEFORE.search(text, max(0, start - 30), start)
    ):
        return
    if counts_things(text, end) or (right == "one" and following[0] in _SINGULAR):
        yield _finding(context, start, end, right, limit)


def _to_figures(context: Context, start: int, end: int, right: str, limit: int) -> Iterator[Finding]:
    text = context.story.text
    following = words_after(text, end, 2)
    first = following[0] if following else ""
    if word_before(text, start)[0].lower() in _IDIOM_BEFORE or following[1:] == ["old"]:
        return
    if first == "thousand":
        yield _finding(context, start, end + len(" thousand"), f"{right},000", limit)
    elif first in _SCALES or counts_things(text, end):
        yield _finding(context, start, end, right, limit)


def _finding(context: Context, start: int, end: int, right: str, limit: int) -> Finding:
    form = "figures" if right[0].isdigit() else "words"
    if begins_sentence(context.story, start):
        right = right[0].upper() + right[1:]
    values = {"form": form, "limit": "zero and one" if limit == 2 else f"numbers up to {in_words(limit - 1)}"}
    return Finding(start, end, suggestions=(right,), values=values)
