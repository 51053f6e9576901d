"""Kind `house-thousands`: commas in numbers of four figures and more.

Values: `comma-4` (1,000 and 10,000) and `comma-5` (1000 and 10,000). A number of four figures without a comma may be a
year, a time, a model or a number in a street: it is read only before a unit of money or measure, after a currency sign,
or where it counts a plural and is no year. Track and swimming distances ("1500m") never take a comma.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from .shared.base import Context, Finding, KindOptions, Lists
from .shared.groups import text_of
from .shared.matching import compile_pattern
from .shared.number_words import counts_things, stands_alone, word_before, words, words_after

REACH = "block"

_BARE = (
    r"(?:^|[\s(“\"‘'–—])(?P<sign>(?:[A-Z]{1,3})?[$£€¥])?(?P<n>[1-9][0-9]{3,5})(?P<cents>\.[0-9]{2})?"
    r"(?:\b|(?P<unit>km|kg|mph|ha|ft)\b)"
)
_SIGN, _N, _CENTS, _UNIT = 1, 2, 3, 4
_COMMA = r"(?:^|[^0-9.,:/])(?P<n>[1-9],[0-9]{3})(?P<next>[.,/:-]?[0-9A-Za-z])?"
_NEEDLES = {"comma-4": _BARE, "comma-5": r"[1-9],[0-9]{3}"}

_COUNTED = words(
    """people men women children jobs homes houses troops soldiers workers employees staff students pupils votes seats
    passengers members fans visitors cattle sheep head hectares acres tonnes tons kilometres kilometers miles litres
    barrels dollars pounds euros megawatts square animals deaths cases refugees prisoners buildings shares companies
    patients beds complaints residents households families"""
)
"""What a number is sure to count, be it like a year or not."""
_HEDGES = words("than about around some nearly almost over least roughly approximately")
_DATED = words("in of by since until before after during from for and or to the late early mid")
"""Words before a year, after which a number like one is taken for it."""
_FIRST_YEAR, _LAST_YEAR = 1400, 2100


class Options(KindOptions, frozen=True):
    pass


class State(msgspec.Struct, frozen=True):
    bare: Any
    comma: Any


def prepare(options: Options, lists: Lists) -> State:
    return State(compile_pattern(_BARE), compile_pattern(_COMMA))


def needles(state: State) -> tuple[str, ...]:
    return tuple(_NEEDLES.values())


def check(state: State, context: Context) -> Iterator[Finding]:
    if context.fact is None:
        return
    if context.fact.value == "comma-4":
        yield from _bare(state, context, 4)
    else:
        yield from _bare(state, context, 5)
        yield from _comma(state, context)


def _bare(state: State, context: Context, least: int) -> Iterator[Finding]:
    """Report numbers of at least so many figures that lack their comma."""
    text = context.story.text
    for match in state.bare.finditer(text):
        start, end = match.span(_N)
        found = text[start:end]
        finish = max(end, match.span(_CENTS)[1])
        after = text[finish : finish + 2]
        if len(found) < least or after[:1] in ("-", "–", "/", "'", "’") or (after[:1] in ",.:" and after[1:].isdigit()):
            continue
        if match.span(_SIGN)[0] >= 0 or match.span(_UNIT)[0] >= 0 or _is_count(context, found, start, end):
            yield Finding(start, end, suggestions=(f"{int(found):,}",))


def _is_count(context: Context, found: str, start: int, end: int) -> bool:
    text = context.story.text
    following = words_after(text, end, 1)
    is_year = len(found) == 4 and _FIRST_YEAR <= int(found) <= _LAST_YEAR
    if (
        not following
        or (is_year and following[0] not in _COUNTED)
        or not (counts_things(text, end, scored=True) or following[0] in _COUNTED)
    ):
        return False
    if not stands_alone(context.story, start):
        return False
    before = word_before(text, start)[0].lower()
    if is_year:
        return before not in _DATED and (before in _HEDGES or following[0] != "square")
    return True


def _comma(state: State, context: Context) -> Iterator[Finding]:
    """Report numbers of four figures that have a comma; one beside longer ones keeps it, as columns do."""
    text = context.story.text
    for match in state.comma.finditer(text):
        following = text_of(match, 2, text)
        if following[-1:].isdigit() and (len(following) == 1 or following[0] in ",/:"):
            continue
        start, end = match.span(1)
        if not _beside_longer(text, start, end):
            yield Finding(start, end, suggestions=(text[start:end].replace(",", ""),))


def _beside_longer(text: str, start: int, end: int) -> bool:
    """Say whether a number of five figures or more shares a range with this one: "8,000 to 12,000"."""
    near = text[max(0, start - 14) : start] + " | " + text[end : end + 14]
    return any(
        len(word) > 5 and "," in word and word.replace(",", "").isdigit()
        for word in near.replace("-", " ").replace("–", " ").replace("$", " ").split()
    )
