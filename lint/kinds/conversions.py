"""Kind `conversions`: a conversion in brackets that is wrong.

    fault: unit           # "10km (16 miles)"
    fault: temperature    # "35C (59F)", and a difference converted as a level: "warmed by 2C (35.6F)"
    units: units          # the list of units (for `unit`)

Copy rounds, so a conversion is wrong only where it is off by more than a tenth and no rounding of either figure
explains it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, Literal

import msgspec

from .shared.base import Context, Finding, KindOptions, Lists, OptionError
from .shared.groups import span_of
from .shared.matching import compile_pattern, escaped
from .shared.quantities import FIGURE, WORD, count_value, rounded, shown

FIELDS = ("right", "value")
BLOCKS = ("body", "caption", "list")

Fault = Literal["unit", "temperature"]

_TOLERANCE = Decimal("0.1")
_HEDGE = r"(?:about |around |approximately |approx |nearly |almost |roughly |some |or )?"
_SCALE = r"(?:[ \x{a0}](?P<{0}scale>million|billion|thousand))?"
_GAP = r"[ \x{a0}-]?"
# Before the first figure: a currency, the end of a range, or the larger half of "6ft 2in".
_NOT_BEFORE = (
    r"(?:[$£€¥.,/\-–—0-9]|\b(?:to|and|or) "
    r"|[0-9][ \x{a0}]?(?:ft|feet|foot|st|stone|lb|lbs|m|yards?)\.?,?(?: and)?[ \x{a0}]?)$"
)
# Words that make degrees a difference.
_DIFFERENCE = (
    r"\b(?:by|up|down|of|within|over|than|exceed(?:s|ed|ing)?)[ \x{a0}]"
    r"(?:about |around |at least |up to |more than |only |just )?$"
)
_RISE = (
    r"\b(?:ris(?:e|en|es|ing)|rose|warm(?:s|ed|er|ing)|increas(?:e|ed|es|ing)|cool(?:ed|er|ing)|fell|fall(?:s|en|ing)?"
    r"|drop(?:s|ped)?|limit|heated|up|down)\b"
)
_COMPARED = r"^[ \x{a0}](?:above|below|warmer|cooler|hotter|colder|higher|lower|more than|rise|increase|of warming)\b"
_DEGREES = (
    r"(?P<{0}sign>-|−|minus )?(?P<{0}>[0-9]+(?:\.[0-9]+)?)[ \x{{a0}}]?(?:°|º|degrees?[ \x{{a0}}])?"
    r"[ \x{{a0}}]?(?P<{0}unit>C|F|Celsius|Fahrenheit|centigrade)\b"
)
# Above these a temperature is taken for a level, whatever its conversion suggests.
_LEVEL_FROM = {True: Decimal(15), False: Decimal(50)}


REACH = "block"


class Options(KindOptions, frozen=True):
    fault: Fault
    units: str = ""


class Unit(msgspec.Struct, frozen=True):
    dimension: str
    factors: tuple[Decimal, ...]


class State(msgspec.Struct, frozen=True):
    find: Callable[[State, Context], Iterator[Finding]]
    source: str
    pattern: Any
    units: dict[str, Unit]
    not_before: Any
    difference: Any
    rise: Any
    compared: Any


def prepare(options: Options, lists: Lists) -> State:
    units: dict[str, Unit] = {}
    if options.fault == "unit":
        if not options.units:
            raise OptionError("`fault: unit` needs `units`, the name of a list")
        units = _read_units(lists.get(options.units), options.units)
        names = "|".join(escaped(name) for name in sorted(units, key=lambda n: (-len(n), n)))
        source = (
            rf"\b(?P<a>{FIGURE}|{WORD}){_SCALE.replace('{0}', 'a')}{_GAP}(?P<aunit>{names}) "
            rf"\({_HEDGE}(?P<b>{FIGURE}){_SCALE.replace('{0}', 'b')}{_GAP}(?P<bunit>{names})[);,/]"
        )
    else:
        source = rf"{_DEGREES.format('a')},? \({_HEDGE}{_DEGREES.format('b')}"
    return State(
        find=_units if options.fault == "unit" else _temperatures,
        source=source,
        pattern=compile_pattern(source),
        units=units,
        not_before=compile_pattern(_NOT_BEFORE),
        difference=compile_pattern(_DIFFERENCE),
        rise=compile_pattern(_RISE),
        compared=compile_pattern(_COMPARED),
    )


def _read_units(data: Any, name: str) -> dict[str, Unit]:
    try:
        return {
            spelled: Unit(dimension, tuple(Decimal(str(factor)) for factor in entry["factor"]))
            for dimension, entries in data.items()
            for entry in entries
            for spelled in entry["names"]
        }
    except (AttributeError, KeyError, TypeError):
        raise OptionError(f"the list `{name}` is not a table of units", "units") from None


def needles(state: State) -> tuple[str, ...]:
    return (state.source,)


def check(state: State, context: Context) -> Iterator[Finding]:
    yield from state.find(state, context)


def _units(state: State, context: Context) -> Iterator[Finding]:
    text = context.story.text
    for match in state.pattern.finditer(text):
        if state.not_before.search(text[max(0, match.start() - 14) : match.start()]):
            continue
        one, other = state.units[match["aunit"]], state.units[match["bunit"]]
        if one.dimension != other.dimension or match["aunit"] == match["bunit"]:
            continue
        figure = match["a"]
        words = count_value(figure) if figure[0].isalpha() else None
        a = rounded(str(words) if words is not None else figure, match["ascale"] or "")
        b = rounded(match["b"], match["bscale"] or "")
        fits = any(
            abs(a.value * ratio - b.value) <= _TOLERANCE * a.value * ratio
            or (a.low * ratio <= b.high and b.low <= a.high * ratio)
            for ratio in (f / g for f in one.factors for g in other.factors)
        )
        if fits:
            continue
        scale = rounded("1", match["bscale"] or "").value
        right = shown(a.value * one.factors[0] / other.factors[0] / scale, match["b"])
        yield Finding(*span_of(match, "b"), suggestions=(right,), values={"right": right, "value": figure})


def _temperatures(state: State, context: Context) -> Iterator[Finding]:
    text = context.story.text
    for match in state.pattern.finditer(text):
        start = match.start()
        if start and text[start - 1] in "0123456789.-–—":
            continue
        celsius_first = match["aunit"][0] in "Cc"
        if celsius_first == (match["bunit"][0] in "Cc"):
            continue
        a, b = Decimal(match["a"]), Decimal(match["b"])
        a, b = -a if match["asign"] else a, -b if match["bsign"] else b
        level = a * 9 / 5 + 32 if celsius_first else (a - 32) * 5 / 9
        difference = a * 9 / 5 if celsius_first else a * 5 / 9
        slack = Decimal(2) if celsius_first else Decimal("1.2")
        as_level, as_difference = abs(level - b) <= slack, abs(abs(difference) - abs(b)) <= slack
        sentence = context.story.sentence_at(start)
        before = text[max(sentence.start if sentence else 0, start - 60) : start]
        close = text.find(")", match.end(), match.end() + 3)
        after = text[close + 1 : close + 17] if close >= 0 else ""
        compared = bool(state.compared.search(after)) or bool(
            state.difference.search(before) and state.rise.search(before) and not before.rstrip().endswith(" to")
        )
        if as_difference and not compared and abs(a) >= _LEVEL_FROM[celsius_first]:
            as_difference = bool(state.rise.search(before))
        if as_difference or (as_level and not compared):
            continue
        right = shown(difference if compared else level, match["b"])
        yield Finding(*span_of(match, "b"), suggestions=(right,), values={"right": right, "value": match["a"]})
