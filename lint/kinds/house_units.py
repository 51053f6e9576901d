"""Kind `house-units`: the symbol of a unit after a figure.

    symbols: unit-symbols     # the list: by its dimension, symbol, British and American spelling

Values of the option: `closed` (10km), `spaced` (10 km), `spelled` (10 kilometres, 10 kilometers in American copy, and
a 10-kilometre run), `closed-or-spelled` (no space). What houses keep as a symbol when they spell the others ("9mm
pistol", 60mph) has no spelling in the list. A lone m may be million: it is set apart from its figure only before "high"
or "tall".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from .shared.base import Context, Finding, KindOptions, Lists, OptionError
from .shared.groups import text_of
from .shared.matching import any_phrase, compile_pattern
from .shared.number_words import FUNCTION_WORDS, words, words_after
from .shared.quantities import FIGURE

REACH = "block"

_N, _GAP, _UNIT = 1, 2, 3
_AMERICAN = ("en-US",)
_SIZES = words("high tall deep wide long away above below from")
_ENDS_PHRASE = words("said apart ago high tall deep wide long away ahead later each an")


class Options(KindOptions, frozen=True):
    symbols: str


class Spelling(msgspec.Struct, frozen=True):
    """A unit in words, one and several of it, in British and in American spelling."""

    british: tuple[str, str]
    american: tuple[str, str]


class State(msgspec.Struct, frozen=True):
    source: str
    pattern: Any
    spellings: dict[str, Spelling | None]


def prepare(options: Options, lists: Lists) -> State:
    spellings: dict[str, Spelling | None] = {}
    try:
        for symbol, said in lists.get(options.symbols).items():
            spellings[symbol] = _spelling(said) if said else None
    except (AttributeError, TypeError, IndexError):
        raise OptionError(f"the list `{options.symbols}` is not a table of units", "symbols") from None
    source = rf"(?P<n>{FIGURE})(?P<gap>[ \x{{a0}}\x{{202f}}-]?)(?P<unit>{any_phrase(spellings, 'match')})\b"
    return State(source, compile_pattern(source), spellings)


def _spelling(said: list[str]) -> Spelling:
    british, american = said if len(said) == 2 else (said[0], said[0])
    return Spelling(_both(british), _both(american))


def _both(forms: str) -> tuple[str, str]:
    one, _, several = forms.partition("/")
    return one, several or one + "s"


def needles(state: State) -> tuple[str, ...]:
    return (state.source,)


def check(state: State, context: Context) -> Iterator[Finding]:
    if context.fact is None:
        return
    value = context.fact.value
    text = context.story.text
    for match in state.pattern.finditer(text):
        start, end = match.span()
        if (start and (text[start - 1].isalnum() or text[start - 1] in "0123456789.,:/-–")) or _runs_on(text, end):
            continue
        unit, gap = text_of(match, _UNIT, text), text_of(match, _GAP, text)
        if gap == "-":
            continue
        if text[end + 1 : end + 2].isdigit() and text[end : end + 1] == " ":
            continue  # "6ft 2in"
        if value == "spelled":
            yield from _spelled(state, context, match)
            continue
        want = " " if value == "spaced" else ""
        if gap.replace("\xa0", " ").replace("\u202f", " ") == want:
            continue
        if unit == "m" and not gap and (not (after := words_after(text, end, 1)) or after[0] not in _SIZES):
            continue
        yield Finding(start, end, suggestions=(text_of(match, _N, text) + want + unit,))


def _runs_on(text: str, end: int) -> bool:
    after = text[end : end + 1]
    return after in ("²", "³") or (after in ("-", "/", "‑") and text[end + 1 : end + 2].isalnum())


def _spelled(state: State, context: Context, match: Any) -> Iterator[Finding]:
    text = context.story.text
    spelling = state.spellings[text_of(match, _UNIT, text)]
    if spelling is None:
        return
    start, end = match.span()
    one, several = spelling.american if context.variant in _AMERICAN else spelling.british
    following = words_after(text, end, 1)
    # Before a noun the unit is part of an adjective: "a 10-kilometre run".
    joins = bool(following) and following[0] not in FUNCTION_WORDS and following[0] not in _ENDS_PHRASE
    if joins and following[0].endswith("ly"):
        joins = False
    number = text_of(match, _N, text)
    right = f"{number}-{one}" if joins else f"{number} {one if number == '1' else several}"
    yield Finding(start, end, suggestions=(right,), fix="unsafe" if joins else None)
