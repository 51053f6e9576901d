"""Kind `years`: spans of years that do not fit.

    fault: slip           # a past event in a year that has not come: "were elected in 2106"
    fault: anniversary    # "the 10th anniversary of the 2004 flood" told of 2016
    fault: lifespan       # "born in 1970 ... died in 2016 aged 60"
    fault: elapsed        # "in 2010 ... four years later, in 2016"

"Now" is the date that the head of the story states; without one, only years after 2099 count as not yet come.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Literal

import msgspec

from .shared.base import Context, Finding, KindOptions, Lists
from .shared.datetext import MONTH, story_date
from .shared.groups import span_of
from .shared.matching import compile_pattern
from .shared.nearby import sentence_near, sentence_text
from .shared.quantities import COUNT, count_value

FIELDS = ("right", "stated", "year", "other")

Fault = Literal["slip", "anniversary", "lifespan", "elapsed"]

_LAST_YEAR_WITHOUT_DATE = 2099
_YEAR = r"(?:1[5-9][0-9]{2}|20[0-9]{2})"
_PAST = (
    "elected|re-elected|born|founded|built|opened|killed|appointed|established|launched|introduced|signed|formed|"
    "created|bought|sold|published|jailed|convicted|released|won|abolished|closed|demolished|discovered|arrested|"
    "sentenced|sworn in|married|divorced|charged|approved|rejected|repealed|awarded|knighted"
)
_ORDINALS = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth"
    "|sixteenth|seventeenth|eighteenth|nineteenth|twentieth"
)
_TENS = {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80}
_ORDINAL = {word: i for i, word in enumerate(_ORDINALS.split("|"), 1)} | _TENS | {"ninetieth": 90, "hundredth": 100}

_NEEDLES: dict[Fault, tuple[str, ...]] = {
    "slip": (r"\b2[0-9]{3}\b", r"\b(?:19|20)[0-9]{3}\b"),
    "anniversary": (r"\banniversary of\b",),
    "lifespan": (r"\b[Bb]orn\b",),
    "elapsed": (r"\byears (?:later|on)\b",),
}


class Options(KindOptions, frozen=True):
    fault: Fault


class State(msgspec.Struct, frozen=True):
    fault: Fault
    find: Callable[[State, Context], Iterator[Finding]]
    main: Any
    year: Any
    fiction: Any
    extra: Any


def prepare(options: Options, lists: Lists) -> State:
    main = {
        "slip": (
            rf"\b(?:was|were|been|got) (?:[a-z]+ly )?(?:{_PAST})(?P<gap>(?: [A-Za-z-]+){{0,4}})"
            rf" in (?:{MONTH} )?(?P<year>[0-9]{{4}})\b"
            rf"|\bsince (?:{MONTH} )?(?P<since>2[0-9]{{3}})\b"
            rf"|\b{MONTH} (?P<long>(?:19|20)[0-9]{{3}})\b"
        ),
        "anniversary": (
            rf"\b(?P<ordinal>[0-9]{{1,3}}(?:st|nd|rd|th)|{'|'.join(_ORDINAL)}) anniversary of "
            rf"(?P<gap>[^.;:?!\n0-9]{{0,70}}?)\b(?P<year>{_YEAR})\b"
        ),
        "lifespan": (
            rf"\b[Bb]orn\b[^.;\n0-9]{{0,60}}?(?:[0-3]?[0-9] )?(?:{MONTH} (?:[0-3]?[0-9],? )?)?(?P<year>{_YEAR})\b"
        ),
        "elapsed": (
            rf"\b(?:in|since) (?:{MONTH} )?(?P<year>{_YEAR})\b[^.;:\n0-9]{{0,90}}?"
            rf"(?P<mark>(?P<count>{COUNT}) years (?:later|on)),? in (?:{MONTH} )?(?P<other>{_YEAR})\b"
        ),
    }[options.fault]
    extra = {
        "slip": r"^(?: (?:GMT|BST|UTC|EST|EDT|AEST|AEDT|CET|hours|hrs|local)\b|[-–][0-9])",
        "anniversary": r"\b(?:ahead|before|next|approach|coming|upcoming|prepar|will|marks? a year|last|following)",
        "lifespan": (
            rf"\b(?:died|killed|executed|death|drowned)\b[^.;\n]{{0,50}}?(?P<year>{_YEAR})\b[^.;\n]{{0,30}}?"
            r"\b(?P<mark>(?:aged|at the age of|at) (?P<age>[0-9]{1,3}))\b"
        ),
        "elapsed": r"\b(?:almost|nearly|about|some|more than|less than|over)\s+$",
    }[options.fault]
    return State(
        fault=options.fault,
        find={"slip": _slip, "anniversary": _anniversary, "lifespan": _lifespan, "elapsed": _elapsed}[options.fault],
        main=compile_pattern(main),
        year=compile_pattern(rf"\b{_YEAR}\b"),
        fiction=compile_pattern(
            r"(?i)\b(?:novel|film|movie|fiction|fictional|series|episode|game|book|planet|dystopian?|story set)\b"
        ),
        extra=compile_pattern(extra),
    )


def needles(state: State) -> tuple[str, ...]:
    return _NEEDLES[state.fault]


def check(state: State, context: Context) -> Iterator[Finding]:
    yield from state.find(state, context)


def _story_year(context: Context) -> int | None:
    found = story_date(context.story)
    return found.year if found else None


def _slip(state: State, context: Context) -> Iterator[Finding]:
    text = context.story.text
    limit: int | None = None
    for match in state.main.finditer(text):
        group = "year" if match["year"] else "since" if match["since"] else "long"
        year = int(match[group])
        if limit is None:
            limit = _story_year(context) or _LAST_YEAR_WITHOUT_DATE
        if year <= limit:
            continue
        gap = (match["gap"] or "").split()
        if any(word in ("to", "for", "until", "will", "would", "that", "which", "who") for word in gap):
            continue
        start, end = span_of(match, group)
        if state.extra.search(text[end : end + 8]) or state.fiction.search(sentence_text(context, start)):
            continue
        if match[0].startswith("been ") and text[max(0, match.start() - 10) : match.start()].endswith(
            ("will have ", "uld have ")
        ):
            continue
        yield Finding(start, end, values={"year": match[group]})


def _anniversary(state: State, context: Context) -> Iterator[Finding]:
    text = context.story.text
    for match in state.main.finditer(text):
        stated = _ORDINAL.get(match["ordinal"]) or int(match["ordinal"][:-2])
        since = int(match["year"])
        sentence = sentence_near(context, match.start())
        if sentence is None or state.year.search(match["gap"]):
            continue
        around = text[sentence.start : match.start()] + " " * 9 + text[match.end() : sentence.end]
        others = [int(found[0]) for found in state.year.finditer(around)]
        now = others[0] if len(others) == 1 else _story_year(context) if not others else None
        if now is None or now <= since:
            continue
        off = abs(now - since - stated)
        if off == 0 or (off == 1 and (not others or state.extra.search(around))):
            continue
        right = _ordinal_figure(now - since)
        yield Finding(
            *span_of(match, "ordinal"),
            severity=None if others and off > 1 else "advice",
            values={"right": right, "stated": match["ordinal"], "year": str(since), "other": str(now)},
        )


def _ordinal_figure(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _lifespan(state: State, context: Context) -> Iterator[Finding]:
    text = context.story.text
    for match in state.main.finditer(text):
        sentence = sentence_near(context, match.start())
        if sentence is None:
            continue
        death = state.extra.search(text[match.end() : sentence.end])
        if death is None:
            continue
        born, died, age = int(match["year"]), int(death["year"]), int(death["age"])
        if (
            died - born in (age, age + 1)
            or died < born
            or len(state.year.findall(text[sentence.start : sentence.end])) != 2
        ):
            continue
        values = {"right": str(died - born), "stated": str(age), "year": str(born), "other": str(died)}
        start, end = span_of(death, "mark")
        yield Finding(match.end() + start, match.end() + end, values=values)


def _elapsed(state: State, context: Context) -> Iterator[Finding]:
    text = context.story.text
    for match in state.main.finditer(text):
        stated = count_value(match["count"])
        since, then = int(match["year"]), int(match["other"])
        if stated is None or abs(then - since - stated) <= 1 or then <= since:
            continue
        start, end = span_of(match, "mark")
        if state.extra.search(text[max(0, start - 12) : start]):
            continue
        values = {"right": str(then - since), "stated": match["count"], "year": str(since), "other": str(then)}
        yield Finding(start, end, values=values)
