"""Kind `house-times`: clock times in the one form that the house writes.

Values: `9.30pm`, `9:30pm`, `9:30 p.m.`, `9:30 pm` (whole hours without minutes) and `21:30`. Times on the 24-hour clock
are read only with a zone or after "at", "from", "until": anything else may be a result ("in 13:45") or a score. 12am
and 12pm are left to the check that asks for noon and midnight, and ranges that share an "am" ("9-10pm") keep their
first figure.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from ..text.regex import regex
from .shared.base import Context, Finding, KindOptions, Lists
from .shared.groups import text_of
from .shared.matching import compile_pattern
from .shared.number_words import word_before, words

REACH = "block"

_ZONES = r"(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|CST|PST|PDT|AEST|AEDT|AWST|ACST|NZST|local time)"
_TWELVE = (
    r"\b(?P<hour>1[0-2]|0?[1-9])(?:(?P<mark>[.:])(?P<minutes>[0-5][0-9]))?"
    r"(?P<half>[ \x{a0}]?(?:[ap]m\b|[AP]M\b|[ap]\.m\b\.?|[AP]\.M\b\.?))"
)
_FULL = (
    r"\b(?P<hour>[01]?[0-9]|2[0-3])(?P<mark>[.:])(?P<minutes>[0-5][0-9])(?P<hrs>[ \x{a0}]?(?:hrs|hours)\b)?"
    rf"(?P<zone>[ \x{{a0}}]{_ZONES}\b)?"
)
_HOUR, _MARK, _MINUTES, _HALF, _HRS, _ZONE = 1, 2, 3, 4, 4, 5
"""The groups of `_TWELVE` and `_FULL`."""
_GOES_ON = regex(rf"[ \xa0]\(?(?:{_ZONES}|Eastern|Central|Pacific|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")
_LEADS = words("at from until till by between before after since around about")
_JOINS = "0123456789.:,/$£€#’'"
_DASHES = "-–—"
_POINTED = "9:30 p.m."


class Options(KindOptions, frozen=True):
    pass


class State(msgspec.Struct, frozen=True):
    twelve: Any
    full: Any


def prepare(options: Options, lists: Lists) -> State:
    return State(compile_pattern(_TWELVE), compile_pattern(_FULL))


def needles(state: State) -> tuple[str, ...]:
    return (_TWELVE, r"[0-9][.:][0-5][0-9]")


def check(state: State, context: Context) -> Iterator[Finding]:
    if context.fact is None:
        return
    text = context.story.text
    value = context.fact.value
    for match in state.twelve.finditer(text):
        start, end = match.span()
        before = text[start - 1] if start else ""
        if before and (before in _JOINS or before.isalnum()):
            continue
        shares = before in _DASHES and text[start - 2 : start - 1].isdigit() if before else False
        yield from _twelve(context, match, start, end, value, shares)
    for match in state.full.finditer(text):
        start, end = match.span()
        if start and (text[start - 1] in _JOINS + _DASHES or text[start - 1].isalnum()):
            continue
        yield from _full(context, match, start, end, value)


def _twelve(context: Context, match: Any, start: int, end: int, value: str, shares: bool) -> Iterator[Finding]:
    text = context.story.text
    found, hour, minutes = text[start:end], int(text_of(match, _HOUR, text)), text_of(match, _MINUTES, text) or "00"
    written = text_of(match, _HALF, text).strip()
    half = "p" if "p" in written.lower() else "a"
    if hour == 12 and minutes == "00":
        return  # noon or midnight
    if written == "AM" and match.span(_MARK)[0] < 0:
        return  # a radio station
    # The point of "p.m." may be that of the sentence too; where the house writes no point, the sentence keeps it.
    ends = _ends_sentence(context, end) if found.endswith(".") else False
    stop = "." if ends else ""
    if value == "21:30":
        word, at = word_before(text, start)
        if shares or (word in ("and", "to", "or") and word_before(text, at)[0][-1:].isdigit()):
            return  # "9 to 10pm": the first one has no form of its own
        right = f"{hour % 12 + (12 if half == 'p' else 0):02}:{minutes}{stop}"
    else:
        mark = "." if value.startswith("9.") else ":"
        right = f"{hour}{mark}{minutes}" if minutes != "00" else str(hour)
        if value == _POINTED:
            right += f" {half}.m."
            if not found.endswith(".") and text[end : end + 1] == "." and _is_last(context, end):
                end += 1
        else:
            right += f"{' ' if value == '9:30 pm' else ''}{half}m{stop}"
    if right.replace("\xa0", " ") != text[start:end].replace("\xa0", " "):
        yield Finding(start, end, suggestions=(right,))


def _ends_sentence(context: Context, end: int) -> bool:
    """Say whether the point before ``end`` closes its sentence."""
    if _GOES_ON.match(context.story.text, end):
        return False  # a zone or a day: the sentence splitter takes the capital for that of a new sentence
    sentence = context.story.sentence_at(end - 1)
    return sentence is None or not context.story.text[end : sentence.end].strip(" \"”'’)")


def _is_last(context: Context, end: int) -> bool:
    """Say whether the point at ``end`` closes its sentence."""
    return _ends_sentence(context, end + 1)


def _full(context: Context, match: Any, start: int, end: int, value: str) -> Iterator[Finding]:
    text = context.story.text
    digits, mark, minutes = (text_of(match, group, text) for group in (_HOUR, _MARK, _MINUTES))
    hour, has_zone = int(digits), match.span(_ZONE)[0] >= 0
    if value != "21:30" and text_of(match, _ZONE, text).strip(" \xa0") == "UTC":
        return  # the clock of science has 24 hours
    after = text[end : end + 1]
    if (
        after in ("%", "-", "–", "/")
        or after.isalnum()
        or (after in (".", ":", ",") and text[end + 1 : end + 2].isdigit())
    ):
        return
    word = word_before(text, start)[0].lower()
    sure = has_zone or (word in _LEADS and mark == ":" and (hour >= 13 or digits[0] == "0"))
    if not sure:
        return
    finish = max(match.span(_MINUTES)[1], match.span(_HRS)[1])
    if value == "21:30":
        right = f"{hour:02}:{minutes}"
    else:
        if hour % 12 == 0 and minutes == "00":
            return
        if hour < 10 and digits[0] != "0" and not has_zone:
            return
        mark = "." if value.startswith("9.") else ":"
        half = "p" if hour >= 12 else "a"
        right = f"{hour % 12 or 12}" + (f"{mark}{minutes}" if minutes != "00" else "")
        if value == _POINTED:
            right += f" {half}.m."
            if text[finish : finish + 1] == "." and _is_last(context, finish):
                finish += 1
        else:
            right += f"{' ' if value == '9:30 pm' else ''}{half}m"
    if right != text[start:finish]:
        yield Finding(start, finish, suggestions=(right,))
