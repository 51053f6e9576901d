"""Dates as news copy writes them: "Tuesday, 5 September 2016", "Sept. 5, 2016", "Monday, June 31".

Only the Gregorian calendar is known; a date in a year before 1800 is read, but nothing should be concluded from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from ...text.regex import regex
from ...text.story import Story
from .matching import late_pattern

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

SPACE = r"(?:[ \t\x{a0}\x{2009}\x{202f}]+|[ \t]*\r?\n[ \t]*)"
"""White space inside a date: spaces, no-break ones too, or one line end (never a blank line)."""

MONTH = (
    r"(?:(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\."
    r"|(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b)"
)
WEEKDAY = (
    r"(?:(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\."
    r"|(?:Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:r(?:s(?:day)?)?)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)\b)"
)
YEAR = r"(?:1[0-9]{3}|2[0-9]{3})"

_DAY = r"(?P<day>[0-3]?[0-9])(?P<ordinal>st|nd|rd|th)?\b"
_BEFORE = rf"(?:(?P<weekday>\b{WEEKDAY})(?:,?{SPACE}the{SPACE}|,?{SPACE}|{SPACE}\())?"
_AFTER = (
    rf"(?:(?:,?{SPACE}|,)(?P<year>{YEAR})\b)?"
    rf"(?:(?:,?{SPACE}(?:which{SPACE}(?:is|was){SPACE})?an?{SPACE}|{SPACE}\()(?P<later>{WEEKDAY})(?:\)|[,.;:)\n]|$))?"
)


def _pattern(source: str) -> re.Pattern[str]:
    """Return what RE2 takes a pattern for: ASCII words and spaces, and an end that is the very end."""
    for code in ("a0", "2009", "202f"):
        source = source.replace(f"\\x{{{code}}}", chr(int(code, 16)))
    return regex(source.replace("$", r"\Z"), re.ASCII)


# What a date may begin with comes first: nearly every place of a text is passed over at its first character.
_DAY_FIRST = _pattern(rf"(?=[0-9MTWFS]){_BEFORE}\b{_DAY}{SPACE}(?:of{SPACE})?(?P<month>{MONTH}){_AFTER}")
_MONTH_FIRST = _pattern(rf"(?=[JFMASONDTW]){_BEFORE}\b(?P<month>{MONTH}){SPACE}{_DAY}{_AFTER}")

# A second day before or after ("September 10 and 11", "5-9 September", "Saturday and Sunday, ...") leaves it open which
# day the weekday or the year belongs to. A figure that runs on ("June 31,000", "June 3.5") is no day at all.
_RUNS_ON = _pattern(r"^(?:[.,:][0-9]|[0-9%]|[ \x{a0}]?(?:per cent|percent|million|billion|[ap]\.?m\b))")
_SERIES_AFTER = _pattern(
    rf"^(?:[-–—/]|,?{SPACE}?(?:and|or|to|until|through|[-–—&]){SPACE}?)(?:the{SPACE})?[0-3]?[0-9](?:st|nd|rd|th)?\b"
)
_ONLY_JOINS = _pattern(rf"^(?:[-–—/&,;]|[,;]?{SPACE}(?:and|or|to|until|through)|,?{SPACE}?[-–—&])?{SPACE}?$")
_SERIES_BEFORE = _pattern(rf"(?:[-–—/&,]|\b(?:and|or|to|until|through)){SPACE}?$")

_MONTH_START = "(?:" + "|".join(month[:3] for month in MONTHS) + ")"
_CORE = late_pattern(  # RE2: three times as quick to say that a text has no date
    rf"[0-9](?:st|nd|rd|th)?{SPACE}(?:of{SPACE})?{_MONTH_START}|{_MONTH_START}[a-z]{{0,6}}\.?{SPACE}[0-9]"
)
_YEAR = regex(r"[12][0-9]{3}")
_WIDE = regex(r"[ \t\xa0\u2009\u202f]{3}")
_BACK, _AHEAD = 60, 100
"""Code points that a date takes before its day or month and after it, at most, where no run of spaces is wide."""


Order = Literal["day-first", "month-first"]


class FoundDate(msgspec.Struct, frozen=True):
    """One date: ``start:end`` covers all of it (weekday and year included), ``core_start:core_end`` day and month.

    ``month`` is 1 to 12, ``weekday`` 0 (Monday) to 6 or None; ``weekday_start:weekday_end`` is the word, its point left
    out. ``open`` says that a neighbouring day or weekday makes the date one of a series: one that it ``follows``, one
    that it ``leads``, or both.
    """

    start: int
    end: int
    core_start: int
    core_end: int
    order: Order
    day: int
    month: int
    year: int | None
    ordinal: bool
    weekday: int | None
    weekday_start: int
    weekday_end: int
    open: bool
    follows: bool = False
    leads: bool = False


def month_number(word: str) -> int:
    """Return 1 to 12 for a month's name or its abbreviation ("Sept.")."""
    return next(i for i, name in enumerate(MONTHS, 1) if name.startswith(word.rstrip(".")[:3]))


def weekday_number(word: str) -> int:
    """Return 0 (Monday) to 6 for a weekday's name or its abbreviation ("Thurs.")."""
    return next(i for i, name in enumerate(WEEKDAYS) if name.startswith(word[:3]))


def days_in(month: int, year: int | None) -> int:
    """Return the days of a month; without a year, February has 29."""
    if month == 2:
        leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
        return 29 if leap else 28
    return 30 if month in (4, 6, 9, 11) else 31


class _Dates(msgspec.Struct):
    """What checks of one story share."""

    windows: list[tuple[int, int]]
    all: tuple[FoundDate, ...] | None = None
    published: FoundDate | None = None
    has_looked: bool = False


def _dates_of(story: Story) -> _Dates:
    known: _Dates | None = story.memo.get(__name__)
    if known is None:
        known = story.memo[__name__] = _Dates(_windows(story.text))
    return known


def story_dates(story: Story) -> tuple[FoundDate, ...]:
    """Return the dates of a story's text; see `find_dates`. Worked out once a story."""
    known = _dates_of(story)
    if known.all is None:
        known.all = _find_dates(story.text, known.windows)
    return known.all


def may_have_dates(story: Story) -> bool:
    """Say whether a month stands beside a digit in a story, as it does in every date."""
    return bool(_dates_of(story).windows)


def _windows(text: str) -> list[tuple[int, int]]:
    """Return the spans of a text in which its dates lie, in order; none touches another.

    A date has a month with a digit beside it. How far it reaches is known only where its spaces are few: a text in
    which they are not is one span.
    """
    spans: list[tuple[int, int]] = []
    for core in _CORE.finditer(text):
        begin, end = max(0, core.start() - _BACK), min(len(text), core.end() + _AHEAD)
        if _WIDE.search(text, begin, end):
            return [(0, len(text))]
        if spans and begin <= spans[-1][1]:
            spans[-1] = spans[-1][0], end
        else:
            spans.append((begin, end))
    return spans


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """Return the dates of a text that name a day and a month, in order; none overlaps another."""
    return _find_dates(text, _windows(text))


_ORDERS: tuple[tuple[re.Pattern[str], Order], ...] = ((_DAY_FIRST, "day-first"), (_MONTH_FIRST, "month-first"))


def _find_dates(text: str, spans: list[tuple[int, int]]) -> tuple[FoundDate, ...]:
    if not spans:
        return ()
    found = sorted(
        [date for pattern, order in _ORDERS for span in spans for date in _matches(text, pattern, order, *span)],
        key=lambda d: (d.core_start, -(d.end - d.start)),
    )
    dates: list[FoundDate] = []
    for date in found:
        # "5 September 2016" also reads as "September 20"; "6 May 7" as both orders: the earlier one wins.
        if dates and date.core_start < dates[-1].core_end:
            continue
        if date.follows and dates and dates[-1].weekday is not None and dates[-1].end <= date.start:
            # "Friday, May 1, and Saturday, May 2": after a whole date the second one's weekday is its own.
            gap = text[dates[-1].end : date.start]
            if len(gap) < 12 and _ONLY_JOINS.search(gap):
                date = msgspec.structs.replace(date, open=date.leads)
        dates.append(date)
    return tuple(dates)


def _matches(text: str, pattern: re.Pattern[str], order: Order, begin: int, end: int) -> Iterator[FoundDate]:
    for match in pattern.finditer(text, begin, end):
        day = int(match["day"])
        if day == 0 or _RUNS_ON.search(text[match.end() : match.end() + 12]):
            continue
        core_start = match.span("day" if order == "day-first" else "month")[0]
        ends = ("month",) if order == "day-first" else ("day", "ordinal")
        core_end = max(match.span(group)[1] for group in ends)
        before = text[max(0, match.start() - 9) : match.start()]
        after = text[core_end : core_end + 24]
        word, place = (match["weekday"], "weekday") if match["weekday"] else (match["later"], "later")
        series = follows = _SERIES_BEFORE.search(before) is not None if match["weekday"] else False
        leads = _SERIES_AFTER.search(after) is not None
        gap = before[-1:]
        if core_start == match.start() and gap and (gap in "-–—/.,:$£€#" and before[-2:-1].isdigit()):
            series, follows = (
                True,
                False,
            )  # the day is the end of a range or of a longer figure: "5–9 September", "1.5 May"
        end = core_end
        if match["later"]:
            end = match.span("later")[1]
            end += text[end : end + 1] == ")"
        elif match["year"]:
            end = match.span("year")[1]
        yield FoundDate(
            start=match.start(),
            end=end,
            core_start=core_start,
            core_end=core_end,
            order=order,
            day=day,
            month=month_number(match["month"]),
            year=int(match["year"]) if match["year"] else None,
            ordinal=bool(match["ordinal"]),
            weekday=weekday_number(word) if word else None,
            weekday_start=match.span(place)[0] if word else -1,
            weekday_end=match.span(place)[0] + len(word.rstrip(".")) if word else -1,
            open=series or leads,
            follows=follows,
            leads=leads,
        )


def story_date(story: Story) -> FoundDate | None:
    """Return the publication date that the head of a story states, or None; worked out once a story.

    Only a full date in one of the first ten lines counts, and only in a line that is not prose: short, without a
    closing full stop, as bylines and credit lines are.
    """
    known = _dates_of(story)
    if not known.has_looked:
        known.published, known.has_looked = _published(story), True
    return known.published


def _published(story: Story) -> FoundDate | None:
    for line in range(1, min(len(story.lines), 10) + 1):
        start, end = story.lines.span(line)
        shown = story.text[start:end].strip()
        if not shown or len(shown) > 120 or shown.endswith((".", '."', ".”", "?", "!")) or len(shown.split()) > 14:
            continue
        if not _YEAR.search(shown):
            continue
        for date in find_dates(shown):
            if date.year is not None and not date.open and 1 <= date.day <= days_in(date.month, date.year):
                return date
    return None
