"""Kind `percentages`: a change whose figures do not fit.

    fault: change     # "from 40 to 50, up 20 per cent", "by a third, from 90 to 70", "doubled from 3 to 5"
    fault: points     # "from 10% to 15%, up 5%": points, not per cent
    fault: total      # "62%, 31% and 19%" of one whole

Three word orders are read: "from A to B, up P%", "rose P% from A to B", "rose P% to B from A". Every figure may be
rounded; a change is wrong only where no rounding explains it, and it is off by more than a point.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, Literal

import msgspec

from .shared.base import Context, Finding, KindOptions, Lists
from .shared.groups import span_of
from .shared.matching import compile_pattern
from .shared.quantities import FIGURE, WORD, Rounded, count_value, rounded

FIELDS = ("right", "stated", "old", "new")

Fault = Literal["change", "points", "total"]

_PERCENT = r"(?:[ \x{a0}]?%|[ \x{a0}](?:per[ \x{a0}]cent|percent)\b)"
_MONEY = r"(?P<{0}cur>(?:US|A|C|NZ|HK|S)?[$£€¥])?"
_SCALE = r"(?:[ \x{{a0}}]?(?P<{0}scale>million|billion|trillion|thousand|bn|m)\b)?"


def _number(name: str) -> str:
    return rf"{_MONEY.format(name)}(?P<{name}>{FIGURE}|{WORD}){_SCALE.format(name)}(?P<{name}percent>{_PERCENT})?"


_WORDS = r"(?: [a-z]+){0,3}?"
_UP = (
    r"(?:rose|risen|rise|rises|rising|grew|grown|grow|grows|growing|climbed|climb|jumped|jump|gained|increased|increase"
    r"|up|soared|surged)"
)
_DOWN = r"(?:fell|fallen|fall|falls|falling|dropped|drop|declined|slid|slumped|plunged|tumbled|decreased|down|cut)"
_STATED = (
    r"(?P<hedge>about |around |nearly |almost |some |more than |over )?"
    rf"(?P<p>[0-9]+(?:\.[0-9]+)?|{WORD})(?P<mark>{_PERCENT})"
)
_MOVE = rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))"
_NOUN = r"(?:(?:an? )?(?:rise|increase|fall|drop|jump|gain|decline|decrease|cut|reduction|growth|leap|surge|slump) of )"
_ORDERS = (
    rf"\bfrom {_number('a')}{_WORDS} to {_number('b')}{_WORDS}(?:,| \(| –| —| --) ?"
    rf"(?:(?:or )?(?:{_MOVE} (?:by )?|{_NOUN}|an? )|or (?:by )?){_STATED}",
    rf"\b{_MOVE} (?:by )?{_STATED}{_WORDS},? from {_number('a')}{_WORDS} to {_number('b')}",
    rf"\b{_MOVE} (?:by )?{_STATED} to {_number('b')}{_WORDS},? from {_number('a')}",
    rf"{_number('b')}(?: [a-z]+){{0,4}}?, (?:up|down) from {_number('a')}{_WORDS}(?:,| –| —| \()"
    rf" ?(?:(?:or )?(?:{_NOUN}|{_MOVE} (?:by )?)|or (?:by )?){_STATED}",
    rf"{_number('b')}(?: [a-z]+){{0,4}}?, {_MOVE} {_STATED} (?:from|on) (?:the )?{_number('a')}",
)
_MARKS = (
    *(None, None, None, r", (?:up|down) from "),
    rf", (?:{_UP}|{_DOWN}) (?:[a-z]{{3,6}} (?:than )?)?(?:[0-9]+(?:\.[0-9]+)?|{WORD}){_PERCENT} (?:from|on) ",
)
"""What holds in a text in which the order of that place does: those that begin with a figure are tried at each."""

# Changes in words, and by how much (in per cent) they are; copy rounds them, so a few points are let pass.
_FRACTIONS = {
    "half": 50, "third": 33, "quarter": 25, "fifth": 20, "sixth": 17, "tenth": 10,
    "two thirds": 67, "two-thirds": 67, "three quarters": 75, "three-quarters": 75,
}  # fmt: skip
_MULTIPLES = {"halved": -50, "doubled": 100, "tripled": 200, "trebled": 200, "quadrupled": 300}
_FRACTION = r"(?P<fraction>(?:an? )?(?:half|third|quarter|fifth|sixth|tenth)|two[- ]thirds|three[- ]quarters)"
_MULTIPLE = rf"(?P<multiple>{'|'.join(_MULTIPLES)})"
_HEDGED = r"(?P<hedge>about |around |nearly |almost |some |more than |over |just under |at least )?"
_WORDED = (
    rf"\b{_MOVE} (?:by )?{_HEDGED}{_FRACTION},? from {_number('a')}{_WORDS} to {_number('b')}",
    rf"\b{_MOVE} (?:by )?{_HEDGED}{_FRACTION},? to {_number('b')}{_WORDS},? from {_number('a')}",
    rf"\b{_number('a')}(?: [a-z]+){{0,3}} in [12][0-9]{{3}},? and {_number('b')}(?: [a-z]+){{0,3}} in [12][0-9]{{3}}, "
    rf"(?:an? )?{_MOVE} of {_HEDGED}{_FRACTION}",
    rf"\b{_HEDGED}{_MULTIPLE},? from {_number('a')}{_WORDS} to {_number('b')}",
    rf"\b{_HEDGED}{_MULTIPLE},? to {_number('b')}{_WORDS},? from {_number('a')}",
)
_LOOSE = 3.5


REACH = "block"


class Options(KindOptions, frozen=True):
    fault: Fault


class State(msgspec.Struct, frozen=True):
    find: Callable[[State, Context], Iterator[Finding]]
    patterns: tuple[Any, ...]
    worded: tuple[Any, ...]
    sources: tuple[str, ...]
    start: Any
    marks: tuple[Any, ...]


def prepare(options: Options, lists: Lists) -> State:
    sources: tuple[str, ...] = _ORDERS
    if options.fault == "total":
        share = rf"([0-9]{{1,2}}(?:\.[0-9]+)?){_PERCENT}"
        sources = (rf"\b{share}, {share},? and {share}",)
    worded = _WORDED if options.fault == "change" else ()
    return State(
        find={"change": _change, "points": _points, "total": _total}[options.fault],
        patterns=tuple(compile_pattern(source) for source in sources),
        worded=tuple(compile_pattern(source) for source in worded),
        sources=(*sources, *worded),
        start=compile_pattern(_START),
        marks=() if options.fault == "total" else tuple(mark and compile_pattern(mark) for mark in _MARKS),
    )


def needles(state: State) -> tuple[str, ...]:
    return state.sources


def check(state: State, context: Context) -> Iterator[Finding]:
    yield from state.find(state, context)


# A story has hardly ever both: the change in per cent, and the figure that it started from. Patterns of both cost ten
# times a look for one.
_START = rf"(?:from|on) (?:the )?(?:(?:US|A|C|NZ|HK|S)?[$£€¥])?(?:[0-9]|{WORD})"


def _may_tell_change(state: State, text: str) -> bool:
    has_percent = "%" in text or "percent" in text or "per cent" in text or "per\xa0cent" in text
    return has_percent and state.start.search(text) is not None


def _may_tell_in_words(text: str) -> bool:
    return any(word in text for word in _MULTIPLES) or any(word in text for word in _FRACTIONS)


def _value(match: Any, name: str, scale: str = "", *, zeros: bool = True) -> Rounded | None:
    figure = match[name]
    if figure[0].isalpha():
        words = count_value(figure)
        return None if words is None else rounded(str(words), match[f"{name}scale"] or scale, zeros=False)
    return rounded(figure, match[f"{name}scale"] or scale, zeros=zeros)


def _changes(state: State, context: Context) -> Iterator[tuple[Any, Rounded, Rounded, Decimal]]:
    if not _may_tell_change(state, context.story.text):
        return
    for pattern, mark in zip(state.patterns, state.marks, strict=True):
        if mark is not None and mark.search(context.story.text) is None:
            continue
        for match in pattern.finditer(context.story.text):
            if match["acur"] != match["bcur"] or (pattern in state.patterns[3:] and not match["acur"]):
                continue  # "498,200 cars, up 1 per cent from 1996": only money is sure to be no year
            # "from 1.2 to 1.5 million": the scale after the second figure holds for the first one too.
            shared = "" if match["ascale"] else match["bscale"] or ""
            if shared and match["acur"]:
                continue
            old, new = _value(match, "a", shared), _value(match, "b")
            stated = count_value(match["p"]) if match["p"][0].isalpha() else Decimal(match["p"])
            if old is not None and new is not None and stated is not None and old.low > 0:
                yield match, old, new, Decimal(stated)


def _change(state: State, context: Context) -> Iterator[Finding]:
    for match, old, new, stated in _changes(state, context):
        if match["apercent"] or match["bpercent"]:
            continue
        low, high = sorted((abs(new.low / old.high - 1) * 100, abs(new.high / old.low - 1) * 100))
        if (new.low / old.high - 1) * (new.high / old.low - 1) <= 0:
            low = Decimal(0)
        slack = 1 + stated * (Decimal("0.2") if match["hedge"] else Decimal("0.03"))
        if low - slack <= stated <= high + slack:
            continue
        right = f"{abs(new.value / old.value - 1) * 100:.0f}"
        values = {"right": right, "stated": match["p"], "old": match["a"], "new": match["b"]}
        yield Finding(span_of(match, "p")[0], span_of(match, "mark")[1], values=values)
    yield from _in_words(state, context)


def _in_words(state: State, context: Context) -> Iterator[Finding]:
    """Report "fell by a quarter, from 12,000 to 9,600"."""
    if not _may_tell_in_words(context.story.text):
        return
    for pattern in state.worded:
        for match in pattern.finditer(context.story.text):
            shared = "" if match["ascale"] else match["bscale"] or ""
            old, new = _value(match, "a", shared, zeros=False), _value(match, "b", zeros=False)
            if match["acur"] != match["bcur"] or old is None or new is None or old.low <= 0 or match["hedge"]:
                continue
            if match["apercent"] != match["bpercent"] and match["apercent"]:
                continue
            group = "multiple" if "multiple" in match.re.groupindex else "fraction"
            word = match[group].removeprefix("a ").removeprefix("an ")
            stated = _MULTIPLES.get(word) or _FRACTIONS[word] * (1 if match["up"] else -1)
            low, high = (new.low / old.high - 1) * 100, (new.high / old.low - 1) * 100
            slack = max(_LOOSE, abs(stated) / 10)
            if float(low) - slack < stated < float(high) + slack:
                continue
            values = {"right": f"{abs(new.value / old.value - 1) * 100:.0f}", "stated": match[group]}
            yield Finding(*span_of(match, group), values=values | {"old": match["a"], "new": match["b"]})


def _points(state: State, context: Context) -> Iterator[Finding]:
    for match, old, new, stated in _changes(state, context):
        if not match["bpercent"] or abs(abs(new.value - old.value) - stated) > Decimal("0.1"):
            continue
        right = f"{abs(new.value / old.value - 1) * 100:.0f}"
        if abs(Decimal(right) - stated) <= 1:
            continue
        values = {"right": right, "stated": match["p"], "old": match["a"], "new": match["b"]}
        yield Finding(span_of(match, "p")[0], span_of(match, "mark")[1], values=values)


def _total(state: State, context: Context) -> Iterator[Finding]:
    for pattern in state.patterns:
        for match in pattern.finditer(context.story.text):
            total = sum((Decimal(part) for part in match.groups() if part), Decimal(0))
            if Decimal(102) < total < Decimal(140):
                yield Finding(match.start(), match.end(), values={"stated": f"{total:f}"})
