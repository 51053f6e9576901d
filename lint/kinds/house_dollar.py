"""Kind `house-dollar`: the house's own dollar takes the bare sign, and other dollars their country's.

The value of the option says whose dollar the bare sign is: `us`, `au`, `ca`; `none` asks for nothing. "US$10" is "$10"
for a house whose dollar is American, unless the story has other dollars as well, or names a country of one, where the
mark keeps them apart; and "10 million dollars" is "$10 million".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from .shared.base import Context, Finding, KindOptions, Lists
from .shared.groups import text_of
from .shared.matching import compile_pattern

REACH = "story"

_MARKED = (
    r"(?:^|[^A-Za-z$])(?P<sum>(?:(?P<before>US|AU?|CA?|NZ|HK|S)\$|\$(?P<after>US|A|C|NZ|HK|S))"
    r"(?P<n>[0-9](?:[0-9.,]*[0-9])?))"
)
_BEFORE, _AFTER, _AMOUNT = 2, 3, 4
_WORDED = (
    r"(?:^|[\s(“\"‘'–—])(?P<sum>(?P<n>[0-9][0-9,]*(?:\.[0-9]+)?)(?P<scale>[ \x{a0}](?:million|billion|trillion))?"
    r"[ \x{a0}](?:(?P<whose>US|U\.S\.|American|Australian|Canadian)[ \x{a0}])?dollars)\b"
)
_PLACES = r"Australia|Canad|Hong Kong|New Zealand|Singapore|Taiwan|Zimbabwe|Jamaica"
"""Where a dollar is at home that is not the American one: there "US$" may well stand."""
_OWN = {"us": ("US", "U.S.", "American"), "au": ("A", "AU", "Australian"), "ca": ("C", "CA", "Canadian")}


class Options(KindOptions, frozen=True):
    pass


class State(msgspec.Struct, frozen=True):
    marked: Any
    worded: Any
    places: Any


def prepare(options: Options, lists: Lists) -> State:
    return State(compile_pattern(_MARKED), compile_pattern(_WORDED), compile_pattern(_PLACES))


def needles(state: State) -> tuple[str, ...]:
    return (r"[A-Z]\$[0-9]|\$[A-Z]{1,2}[0-9]", _WORDED)


def check(state: State, context: Context) -> Iterator[Finding]:
    own = _OWN.get(context.fact.value) if context.fact is not None else None
    if own is None:
        return
    text = context.story.text
    marked = list(state.marked.finditer(text))
    has_others = own[0] == "US" and bool(marked) and state.places.search(text) is not None
    has_others = has_others or any(
        (text_of(match, _BEFORE, text) or text_of(match, _AFTER, text)) not in own for match in marked
    )
    if not has_others:
        for match in marked:
            start, end = match.span(1)
            yield Finding(start, end, suggestions=("$" + text_of(match, _AMOUNT, text),))
    for match in state.worded.finditer(text):
        whose = text_of(match, 4, text)
        if not whose or (whose in own and not has_others):
            right = f"${text_of(match, 2, text)}{text_of(match, 3, text)}"
            start, end = match.span(1)
            yield Finding(start, end, suggestions=(right,), fix="unsafe")
