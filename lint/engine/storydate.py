"""The day that a story is of: house styles change, and old copy is judged by the style of its day."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from ..kinds.shared.matching import late_pattern
from ..kinds.shared.style import Section, Style
from ..rulebook.house import House
from ..text.regex import regex

if TYPE_CHECKING:
    from ..kinds.shared.ledger import Day

IN_PATH = r"(?P<year>(?:19|20)\d\d)[-/_.]?(?P<month>0[1-9]|1[0-2])[-/_.]?(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
"""Where a path holds a date, unless a project says otherwise: 2024-05-31, 2024/05/31, 20240531."""

_FRONT = regex(r"\A\ufeff?---[ \t]*\r?\n(?P<matter>.{0,4000}?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FRONT_DATE = regex(
    r"^(?:date|published|publishdate|pubdate|created)[ \t]*:[ \t]*[\"']?(?P<day>\d{4}-\d\d-\d\d)",
    re.MULTILINE | re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATELINE = regex(
    rf"(?:{_MONTH} (?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}}) {_MONTH.replace('month', 'month2')}),? (?P<year>\d{{4}})\b"
)
_TOP = 600
"""Code points at the top of a story, in which its dateline is."""


def style_on_its_day(
    house: House, section: Section, text: str, path: str, *, day: dt.date | None = None, in_path: str | None = None
) -> Style:
    """Return a house style as it was on ``day``, else on the day that a story is of, else as it is today."""
    when = day or story_date(text, path, in_path=in_path or IN_PATH) or dt.date.today()
    return house.at(when.isoformat(), section)


def day_or_today(text: str, path: str, *, day: dt.date | None = None, in_path: str | None = None) -> Day:
    """Return ``day``, else the day that a story is of, else today, and whether it is more than today's."""
    from ..kinds.shared.ledger import Day  # only where there is one

    said = day or story_date(text, path, in_path=in_path or IN_PATH)
    return Day((said or dt.date.today()).isoformat(), said is not None)


def story_date(text: str, path: str, *, in_path: str = IN_PATH) -> dt.date | None:
    """Return the day that a story is of, None where nothing says so.

    Its front matter says (`date: 2024-05-31`), else its path, by a pattern with the groups year, month and day, else
    the dateline, where it has a year.
    """
    front = _FRONT.match(text)
    named = _FRONT_DATE.search(front["matter"]) if front else None
    if named:
        day = _day(*named["day"].split("-"))
        if day is not None:
            return day
    for found in reversed(list(_in_path(in_path).finditer(path))):
        day = _day(found["year"], found["month"], found["day"])
        if day is not None:
            return day
    line = _DATELINE.search(text, 0, _TOP)
    if line:
        month = (line["month"] or line["month2"]).lower()[:3]
        return _day(line["year"], str(_MONTHS.index(month) + 1), line["day"] or line["day2"])
    return None


_IN_PATH = regex(IN_PATH)


def _in_path(pattern: str) -> Any:
    """Return a pattern for paths: a project's own is RE2's, for whoever wrote it, it takes no longer than the path."""
    return _IN_PATH if pattern == IN_PATH else late_pattern(pattern)


def _day(year: str, month: str, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except (TypeError, ValueError):  # a part of the pattern that may be left out; no such day
        return None
