"""Datelines: the place, date and agency that open a story ("LIMA, 9 November (Reuters) - ")."""

from __future__ import annotations

import re
from typing import NamedTuple

from .agencies import AGENCIES
from .regex import regex

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:,? \d{{4}})?"
_WORD = r"(?:[A-Za-zÀ-ž][\w’'.-]*)"
_CAPS_WORD = r"(?:[A-ZÀ-Þ][A-ZÀ-Þ’'.-]*)"
_CAP_WORD = r"(?:[A-ZÀ-Þ][\w’'.-]*)"
_AGENCY = "|".join(re.escape(name) for name in sorted(AGENCIES, key=len, reverse=True))
_PLACE = rf"(?:, {_CAP_WORD}(?: {_CAP_WORD}){{0,2}})"
_DASH = r"(?:--?|[—–―])"

_SMALL = r"(?:de|da|do|del|der|des|di|du|la|las|le|les|los|of|on|upon|sur|am|el|al|the)"
_TOWN_NAME = rf"(?:{_CAP_WORD}(?:[ /](?:{_CAP_WORD}|{_SMALL})){{0,4}}|[a-zà-ž][\w’'-]*(?: [a-zà-ž][\w’'-]*){{0,2}})"

# A place, then an agency in brackets or slashes (either bracket may be missing), then perhaps a dash.
_WITH_AGENCY = regex(
    rf"{_TOWN_NAME}(?:, ?{_WORD}(?: {_WORD}){{0,3}}){{0,2}}(?:,? {_DATE})?\.?,?"
    rf"\s*(?P<agency>[(/\[] ?(?:{_AGENCY})(?:[-/,& ]+(?:{_AGENCY}))?(?: [A-Z]\w+ Writer)? ?[)/\]]?"
    rf"|(?<=\s)(?:{_AGENCY})[)\]])"
    rf"[.,:]?(?P<dash>\s*{_DASH})?"
)
# A town in capitals, then perhaps state and date, then a dash or colon.
_TOWN = regex(
    rf"{_CAPS_WORD}(?:[ /]{_CAPS_WORD}){{0,3}}{_PLACE}{{0,2}}(?:,? {_DATE})?(?P<dash>\s*[—–―]|\s+--?|:)(?=\s)"
)
# The same with an agency that has lost both its brackets.
_BARE_AGENCY = regex(
    rf"{_CAPS_WORD}(?:[ /]{_CAPS_WORD}){{0,3}}{_PLACE}{{0,2}}(?:,? {_DATE})?\.?,?"
    rf"\s+(?P<agency>{_AGENCY})(?P<dash>\s*[—–―]|\s+--?)(?=\s)"
)
# Town and country in ordinary type: only with both, and with a long dash.
_TOWN_AND_COUNTRY = regex(rf"{_CAP_WORD}(?: {_CAP_WORD}){{0,2}}{_PLACE}(?P<dash>\s*[—–―]|\s+--)(?=\s+[A-Z“\"‘'])")
_LABEL = regex(
    r"(?:ANALYSIS|BREAKING|CORRECT|COMMENT|EXCLUSIVE|EXPLAINE|FACTBOX|FEATURE|FOCUS|INTERVIEW|LIVE|NEWS|NOTE|OPINION|PHOTO|PICTURE|"
    r"POLL|PREVIEW|PROFILE|QUIZ|RECAP|REFILE|REPORT|REVEALED|REVIEW|REWRITE|SPORT|TIMELINE|UPDATE|VIDEO|WATCH|WRAPUP|Q\b|A\b)"
)


class DatelineEnd(NamedTuple):
    mark: int  # where the dateline ends, its dash included
    body: int  # where the paragraph's prose begins


def dateline_end(text: str, start: int, end: int) -> DatelineEnd | None:
    """Return where the dateline that opens the paragraph ``text[start:end]`` ends, None where none opens it.

    A dateline may be malformed (town in small letters, a bracket left open, no dash): it is still one.
    """
    limit = min(end, start + 160)
    match = _WITH_AGENCY.match(text, start, limit)
    if match is None:
        if not text[start].isupper():
            return None
        if text[start + 1 : start + 2].isupper():
            match = _BARE_AGENCY.match(text, start, limit)
        match = match or _TOWN.match(text, start, limit) or _TOWN_AND_COUNTRY.match(text, start, limit)
        if match is None or _LABEL.match(match.group()):
            return None
    elif match["dash"] is None and not match["agency"].endswith((")", "/", "]")):
        return None
    mark = match.end()
    body = mark
    while body < end and text[body].isspace():
        body += 1
    return DatelineEnd(mark, body) if body < end else None
