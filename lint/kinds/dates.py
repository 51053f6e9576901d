"""Kind `dates`: a date that the calendar refuses.

    fault: weekday          # weekday and full date disagree: "Tuesday, 5 September 2016"
    fault: impossible       # a day that the month lacks: "31 June", "29 February 2015"
    fault: story-weekday    # no year given, but the story's own date settles it: "Friday, September 8" in copy of 2016

The calendar is the Gregorian one, from 1800 on.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from typing import Any, Literal

import msgspec

from .shared.base import Context, Finding, KindOptions, Lists
from .shared.datetext import MONTH, MONTHS, WEEKDAYS, FoundDate, days_in, story_date, story_dates
from .shared.matching import compile_pattern
from .shared.nearby import sentence_text

FIELDS = ("right", "day", "month", "year", "days")
BLOCKS = ("any",)

Fault = Literal["weekday", "impossible", "story-weekday"]

_GREGORIAN_SINCE = 1800
# A date without its year is the nearest one only when it lies near the story's date.
_NEAR_DAYS = 60
# "In June 31 people died": month and figure meet by chance. Before or after a real date stand such words and marks.
_LEADS_IN = (
    r"\b(?:on|until|till|by|from|since|before|after|through|dated|for|due|is|was|effective|starting|ending|"
    r"ends?|begins?|opens?|closes?|starts?|runs?|expires?|falls?)\s+$"
)
_ENDS = r"^(?:[,.;:)?!\"”’]|\s*$|\s+(?:and|at|in|to|until|when|where|after|before|for|with|but|is|was|will|as)\b)"


class Options(KindOptions, frozen=True):
    fault: Fault


class State(msgspec.Struct, frozen=True):
    find: Callable[[State, Context], Iterator[Finding]]
    leads_in: Any
    ends: Any
    other_calendar: Any
    other_year: Any


def prepare(options: Options, lists: Lists) -> State:
    return State(
        find={"weekday": _weekday, "impossible": _impossible, "story-weekday": _story_weekday}[options.fault],
        leads_in=compile_pattern(_LEADS_IN),
        ends=compile_pattern(_ENDS),
        other_calendar=compile_pattern(
            r"\bJulian\b|\b[Oo]ld [Ss]tyle\b|\bO\.S\.|\bHebrew calendar\b|\bOrthodox calendar\b"
        ),
        other_year=compile_pattern(r"\b(?:1[0-9]{3}|2[0-9]{3})\b|\b(?:last|next|previous|following|that) year\b"),
    )


def needles(state: State) -> tuple[str, ...]:
    return (rf"\b{MONTH}[ \x{{a0}}\n][0-9]|[0-9](?:st|nd|rd|th)?(?: of)?[ \x{{a0}}\n]{MONTH}",)


def check(state: State, context: Context) -> Iterator[Finding]:
    yield from state.find(state, context)


def _weekday(state: State, context: Context) -> Iterator[Finding]:
    for date in story_dates(context.story):
        if date.weekday is None or date.year is None or date.open or date.year < _GREGORIAN_SINCE:
            continue
        if date.day <= days_in(date.month, date.year) and not state.other_calendar.search(
            sentence_text(context, date.core_start)
        ):
            yield from _compare(context, date, date.year)


def _story_weekday(state: State, context: Context) -> Iterator[Finding]:
    published = story_date(context.story)
    if published is None or published.year is None:
        return
    today = datetime.date(published.year, published.month, published.day)
    for date in story_dates(context.story):
        if date.weekday is None or date.year is not None or date.open or date.day > days_in(date.month, 2001):
            continue
        near = min(
            (datetime.date(year, date.month, date.day) for year in (today.year - 1, today.year, today.year + 1)),
            key=lambda day: abs(day - today),
        )
        if abs(near - today).days > _NEAR_DAYS:
            continue
        if not state.other_year.search(sentence_text(context, date.core_start)):
            yield from _compare(context, date, near.year)


def _compare(context: Context, date: FoundDate, year: int) -> Iterator[Finding]:
    right = datetime.date(year, date.month, date.day).weekday()
    if date.weekday == right:
        return
    text = context.story.text
    word = text[date.weekday_start : date.weekday_end]
    name = WEEKDAYS[right] if word in WEEKDAYS else WEEKDAYS[right][:3]
    fixed = text[date.start : date.weekday_start] + name + text[date.weekday_end : date.end]
    yield Finding(
        date.start,
        date.end,
        suggestions=(fixed,),
        values={"right": WEEKDAYS[right], "day": str(date.day), "month": MONTHS[date.month - 1], "year": str(year)},
    )


def _impossible(state: State, context: Context) -> Iterator[Finding]:
    text = context.story.text
    for date in story_dates(context.story):
        year = date.year if date.year is not None and date.year >= _GREGORIAN_SINCE else None
        days = days_in(date.month, year)
        if date.day <= days or date.day > 31:
            continue
        if date.order == "month-first" and date.weekday is None and date.year is None and not date.ordinal:
            before = text[max(0, date.core_start - 14) : date.core_start]
            after = text[date.core_end : date.core_end + 12]
            abbreviated = "." in text[date.core_start : date.core_end]
            if not ((abbreviated or state.leads_in.search(before)) and state.ends.search(after)):
                continue
        month = MONTHS[date.month - 1] if date.year is None else f"{MONTHS[date.month - 1]} {date.year}"
        yield Finding(date.core_start, date.core_end, values={"days": str(days), "month": month, "day": str(date.day)})
