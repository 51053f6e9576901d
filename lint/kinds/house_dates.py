"""Kind `house-dates`: the order of a date, or the form of its month.

    part: order     # for the option `dates`: 6 September 2016, "September 6, 2016" or September 6th 2016
    part: month     # for `months`: Sept. 6, Sept 6 or September 6

Days that are names ("the September 11 attacks", "the 4th of July", "the April 6 movement") are left as they are, and
so are dates in a series ("5-9 September", "May 6 and 7"). A date in the wrong order is written anew, with the month as
the house writes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from ..text.regex import regex
from .shared.base import Context, Finding, KindOptions, Lists
from .shared.datetext import MONTH, MONTHS, FoundDate, may_have_dates, story_dates
from .shared.number_words import FUNCTION_WORDS

REACH = "block"

Part = Literal["order", "month"]

_NAMED_DAYS = frozenset(((9, 11), (7, 4), (1, 6), (7, 7), (7, 21), (11, 5), (6, 4), (5, 1), (2, 14)))
"""Days, month first, that are names of what happened on them, where no year follows."""
_NAME_AFTER = regex(
    r"[ \xa0](?:attacks?|riots?|insurrection|bombings?|bombers?|movement|coalition|alliance|bloc|group"
    r"|uprising|commission|Movement|Coalition|Alliance|Brigades?|Group|Uprising|Commission|Square|Street|Avenue|Bridge|Revolution|Youth"
    r"|Martyrs|University|Stadium|Airport|Road|District)\b"
)
_AGENCY_AFTER = regex(r"[ \xa0]?(?:\([A-Z]|[-–—])")
_DAY_BEFORE = regex(r"[0-9](?:st|nd|rd|th)?,?[ \xa0](?:and|or|to)[ \xa0](?:the[ \xa0])?\Z")
_THE = regex(r"\b(?P<case>[Tt])he[ \xa0]\Z")
_PLURAL_AFTER = regex(r"[ \xa0]([a-z][a-z-]*)")
_YEAR_AFTER = regex(r",?[ \xa0]+(?P<year>[12][0-9]{3})\b")
ABBREVIATED = {1: "Jan", 2: "Feb", 8: "Aug", 9: "Sept", 10: "Oct", 11: "Nov", 12: "Dec"}


class Options(KindOptions, frozen=True):
    part: Part


class State(msgspec.Struct, frozen=True):
    part: Part


def prepare(options: Options, lists: Lists) -> State:
    return State(options.part)


def needles(state: State) -> tuple[str, ...]:
    return (rf"\b{MONTH}[ \x{{a0}}\n][0-9]|[0-9](?:st|nd|rd|th)?(?: of)?[ \x{{a0}}\n]{MONTH}",)


def check(state: State, context: Context) -> Iterator[Finding]:
    if context.fact is None or not may_have_dates(context.story):
        return
    find = _order if state.part == "order" else _month
    for date in story_dates(context.story):
        if date.day <= 31 and _is_date(context, date):
            yield from find(context, date, context.fact.value)


def _is_date(context: Context, date: FoundDate) -> bool:
    """Say whether month and figure do not meet by chance, as they do in "in May 12 people"."""
    text = context.story.text
    if _NAME_AFTER.match(text, date.core_end) or text[date.core_start - 1 : date.core_start] in ("-", "–", "/", "."):
        return False
    if date.year is None and (date.month, date.day) in _NAMED_DAYS:
        return False
    block = context.story.block_at(date.start)
    if block is not None and date.start == block.start and _AGENCY_AFTER.match(text, date.end):
        return False  # "July 17 (UPI) --": an agency's own line
    if _DAY_BEFORE.search(text, max(0, date.core_start - 16), date.core_start):
        return False
    if date.order == "day-first" or date.year is not None or date.weekday is not None or date.ordinal:
        return True
    if "." in text[date.core_start : date.core_end]:
        return True  # months are abbreviated before a day
    following = _PLURAL_AFTER.match(text, date.core_end)
    return following is None or following[1] in FUNCTION_WORDS


def _order(context: Context, date: FoundDate, value: str) -> Iterator[Finding]:
    if date.open:
        return
    text = context.story.text
    start, end = date.core_start, date.core_end
    year = _YEAR_AFTER.match(text, end) if date.year is not None else None
    if year:
        end = year.end()
    right = _written(context, date, value)
    if year is None and text[end - 1] == "." and _ends_sentence(context, end):
        end -= 1
    found = " ".join(text[start:end].split())
    if value != "mdy-ordinal" and date.ordinal and (the := _THE.search(text, max(0, start - 5), start)):
        start = the.start()
    if _plain(found) == _plain(right):
        return
    # A comma after the year is the date's in one order, and the sentence's own in another.
    unsure = (year is not None and text[end : end + 1] == ",") or text.startswith("The", start)
    yield Finding(start, end, suggestions=(right,), fix="unsafe" if unsure else None)


def _written(context: Context, date: FoundDate, value: str) -> str:
    text = context.story.text
    form = context.style.value("months") if context.style is not None else None
    word = _named(date.month, form) if form else text[date.core_start : date.core_end]
    if not form:
        word = next(part for part in word.split() if part[:1].isalpha() and part != "of")
        if value == "dmy" and word.endswith("."):
            word = MONTHS[date.month - 1]  # a month with a point is short for one before its day
    if value == "dmy":
        return f"{date.day} {word}" + (f" {date.year}" if date.year is not None else "")
    if value == "mdy-ordinal":
        return f"{word} {date.day}{_ordinal(date.day)}" + (f" {date.year}" if date.year is not None else "")
    comma = "" if value == "mdy" else ","
    return f"{word} {date.day}" + (f"{comma} {date.year}" if date.year is not None else "")


def _plain(date: str) -> str:
    """Return a date with its month cut to its first letters: how a month is written is another option's."""
    return " ".join(part[:3] if part[:1].isalpha() else part for part in date.replace(".", "").split())


def _ordinal(day: int) -> str:
    return "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _named(month: int, form: str) -> str:
    if form == "full" or month not in ABBREVIATED:
        return MONTHS[month - 1]
    return ABBREVIATED[month] + ("." if form == "abbreviated" else "")


def _month(context: Context, date: FoundDate, value: str) -> Iterator[Finding]:
    text = context.story.text
    core = text[date.core_start : date.core_end]
    order = context.style.value("dates") if context.style is not None else None
    if order is not None and any(_order(context, date, order)):
        return  # the order is wrong too, and who mends it writes the month
    day_first = date.order == "day-first"
    word = next((part for part in core.split() if part[:1].isalpha() and part != "of"), "")
    start = date.core_start + core.find(word)
    right = _named(date.month, value)
    if day_first and value != "full":
        return  # "6 September" where the house has the month first: nothing is known of it
    end = start + len(word)
    if word.endswith(".") and end == date.core_end and _ends_sentence(context, end):
        word, end = word[:-1], end - 1
        if word + "." == right:
            return
    if word.startswith(MONTHS[date.month - 1][:3]) and word != right:
        yield Finding(start, end, suggestions=(right,))


def _ends_sentence(context: Context, end: int) -> bool:
    """Say whether the point before ``end``, that of a month, closes its sentence too."""
    sentence = context.story.sentence_at(end - 1)
    return sentence is None or not context.story.text[end : sentence.end].strip(" \"”'’)")
