"""Kind `dates`: a date that the calendar refuses.

    fault: weekday          # weekday and full date disagree: "Tuesday, 5 September 2016"
    fault: impossible       # a day that the month lacks: "31 June", "29 February 2015"
    fault: story-weekday    # no year given, but the story's own date settles it: "Friday, September 8" in copy of 2016
    fault: pair             # two dates without a year that no year fits: "Friday, May 1, and Saturday, May 3"

The calendar is the Gregorian one, from 1800 on.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from typing import Any, Literal

import msgspec

from ..issue import Related
from .shared.base import Context, Finding, KindOptions, Lists
from .shared.datetext import (
    MONTH,
    MONTHS,
    SPACE,
    WEEKDAY,
    WEEKDAYS,
    FoundDate,
    days_in,
    may_have_dates,
    month_number,
    story_date,
    story_dates,
    weekday_number,
)
from .shared.matching import compile_pattern
from .shared.nearby import sentence_text

FIELDS = ("right", "day", "month", "year", "days", "other")
BLOCKS = ("any",)

Fault = Literal["weekday", "impossible", "story-weekday", "pair"]

_GREGORIAN_SINCE = 1800
# A date without its year is the nearest one only when it lies near the story's date.
_NEAR_DAYS = 60
# Two dates further apart in the story (code points) may belong to two years.
_NEAR_TEXT = 600
_MOST_DATES = 12
_LEAP_YEAR = 2024
_JOINS = rf"(?:,?{SPACE}(?:and|or|to|until|through|&){SPACE}|{SPACE}?[-–—]{SPACE}?)"
_NUMBER = r"[0-3]?[0-9])(?:st|nd|rd|th)?"
_DAY_PAIR = (
    rf"\b(?P<w1>{WEEKDAY}),?{SPACE}(?:the{SPACE})?(?P<d1>{_NUMBER}{_JOINS}(?:on{SPACE})?(?P<w2>{WEEKDAY}),?{SPACE}"
    rf"(?:the{SPACE})?(?P<d2>{_NUMBER}{SPACE}(?:of{SPACE})?(?P<m1>{MONTH})"
    rf"|\b(?P<w3>{WEEKDAY}),?{SPACE}(?P<m2>{MONTH}){SPACE}(?P<d3>{_NUMBER},?{_JOINS}(?P<w4>{WEEKDAY}),?{SPACE}"
    rf"(?:the{SPACE})?(?P<d4>{_NUMBER}\b"
)
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
    day_pair: Any


def prepare(options: Options, lists: Lists) -> State:
    return State(
        find={"weekday": _weekday, "impossible": _impossible, "story-weekday": _story_weekday, "pair": _pair}[
            options.fault
        ],
        leads_in=compile_pattern(_LEADS_IN),
        ends=compile_pattern(_ENDS),
        other_calendar=compile_pattern(
            r"\bJulian\b|\b[Oo]ld [Ss]tyle\b|\bO\.S\.|\bHebrew calendar\b|\bOrthodox calendar\b"
        ),
        other_year=compile_pattern(
            r"\b(?:1[0-9]{3}|2[0-9]{3})\b|\b(?:last|next|previous|following|that|this) year\b"
            r"|\byears? (?:ago|earlier|later|before|after|on)\b|\banniversar|\bin the year\b|\bthe year before\b"
        ),
        day_pair=compile_pattern(_DAY_PAIR),
    )


def needles(state: State) -> tuple[str, ...]:
    return (rf"\b{MONTH}[ \x{{a0}}\n][0-9]|[0-9](?:st|nd|rd|th)?(?: of)?[ \x{{a0}}\n]{MONTH}",)


def check(state: State, context: Context) -> Iterator[Finding]:
    if may_have_dates(context.story):
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
    if not any(date.weekday is not None and date.year is None and not date.open for date in story_dates(context.story)):
        return
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


def _pair(state: State, context: Context) -> Iterator[Finding]:
    """Dates of one story that lie near each other and name no year: whatever the year, their weekdays must agree."""
    yield from _day_pairs(state, context)
    published = story_date(context.story)
    if published is not None and published.year is not None:
        return  # the year is known, and each date is held against it
    dates = [
        date
        for date in story_dates(context.story)
        if date.weekday is not None
        and date.year is None
        and not date.open
        and date.day <= days_in(date.month, None)
        and not state.other_year.search(sentence_text(context, date.core_start))
    ]
    if not 2 <= len(dates) <= _MOST_DATES:
        return
    wrong = [[other for other in dates if not _agree(date, other)] for date in dates]
    done: set[int] = set()
    for index, date in enumerate(dates):
        against = wrong[index]
        # Of two the later one is reported; of more, the one that agrees with none while the others agree.
        odd = len(against) == len(dates) - 1 and all(
            len(others) == 1 for place, others in enumerate(wrong) if place != index
        )
        if not odd or (len(dates) == 2 and index == 0) or date.start in done:
            continue
        done.add(date.start)
        if len(dates) == 2 and not _same_matter(context, *dates):
            continue
        other = against[0]
        right = (other.weekday or 0) + _days_between(other, date, leap=False)
        text = context.story.text
        word = text[date.weekday_start : date.weekday_end]
        name = WEEKDAYS[right % 7] if word in WEEKDAYS else WEEKDAYS[right % 7][:3]
        yield Finding(
            date.start,
            date.end,
            suggestions=(text[date.start : date.weekday_start] + name + text[date.weekday_end : date.end],),
            related=(Related(other.start, other.end, "held against this date"),),
            values={
                "right": WEEKDAYS[right % 7],
                "day": str(date.day),
                "month": MONTHS[date.month - 1],
                "other": text[other.start : other.end],
            },
        )


def _day_pairs(state: State, context: Context) -> Iterator[Finding]:
    """Two days of one month after one another: "Friday 4 and Saturday 6 September"."""
    text = context.story.text
    for match in state.day_pair.finditer(text):
        first, second = int(match["d1"] or match["d3"]), int(match["d2"] or match["d4"])
        days = second - first
        steps = weekday_number(match["w2"] or match["w4"]) - weekday_number(match["w1"] or match["w3"])
        if days > 0 and second <= 31 and (days - steps) % 7:
            right = WEEKDAYS[(weekday_number(match["w1"] or match["w3"]) + days) % 7]
            month = MONTHS[month_number(match["m1"] or match["m2"]) - 1]
            other = f"{match['w1'] or match['w3']} {first}"
            values = {"right": right, "day": str(second), "month": month, "other": other}
            yield Finding(match.start(), match.end(), values=values)


def _same_matter(context: Context, first: FoundDate, second: FoundDate) -> bool:
    """Say whether two dates stand near enough to be of one year: in one sentence or in the next two."""
    return second.start - first.end < _NEAR_TEXT


def _agree(first: FoundDate, second: FoundDate) -> bool:
    if first.weekday is None or second.weekday is None:
        return True
    step = second.weekday - first.weekday
    days = _days_between(first, second, leap=False)
    if abs(days) > _NEAR_DAYS:
        return True
    return any((_days_between(first, second, leap=leap) - step) % 7 == 0 for leap in (False, True))


def _days_between(first: FoundDate, second: FoundDate, *, leap: bool) -> int:
    """Return the days from the first date to the second, taken to be the nearest; with ``leap``, over 29 February."""
    base = _LEAP_YEAR if leap else _LEAP_YEAR + 1
    start = datetime.date(base, first.month, min(first.day, days_in(first.month, base)))
    length = 366 if leap else 365
    days = (datetime.date(base, second.month, min(second.day, days_in(second.month, base))) - start).days
    return min((days - length, days, days + length), key=abs)


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
