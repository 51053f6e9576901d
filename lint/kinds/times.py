"""Kind `times`: clock times that mislead.

fault: noon-midnight    # 12am, 12 p.m., 12:00pm: half the readers take it for the other one
fault: impossible       # 13pm, 9.75pm, 25:10 GMT
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Literal

import msgspec

from .shared.base import Context, Finding, KindOptions, Lists
from .shared.matching import compile_pattern
from .shared.nearby import sentence_near

BLOCKS = ("body", "caption", "headline", "standfirst")
FIELDS = ("other",)

Fault = Literal["noon-midnight", "impossible"]

_HALF = r"[ \x{a0}]?(?:[ap]m\b|[AP]M\b|[ap]\.m\b\.?)"
_ZONE = r"[ \x{a0}](?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|CST|PST|PDT|AEST|AEDT|AWST|ACST|NZST|local time)\b"
_NOON = rf"12(?:[.:]00)?{_HALF}"
_IMPOSSIBLE = (
    rf"(?:1[3-9]|[2-9][0-9])(?:[.:][0-9]{{2}})?{_HALF}"
    rf"|1?[0-9][.:][6-9][0-9]{_HALF}"
    rf"|(?:2[5-9]|[3-9][0-9])[:.][0-5][0-9]{_ZONE}"
    rf"|24[:.](?:0[1-9]|[1-5][0-9]){_ZONE}"
    rf"|(?:[01]?[0-9]|2[0-3])[:.][6-9][0-9]{_ZONE}"
    rf"|(?:2[5-9][0-9]{{2}}|24(?:0[1-9]|[1-9][0-9])|[01][0-9][6-9][0-9]|2[0-3][6-9][0-9]){_ZONE}"
)
# What before a figure makes it part of another one, or no clock time: 9.12pm, 10:12pm, $12, 3-12pm.
_JOINS = "0123456789.:,/$£€#-–—’'"


REACH = "block"


class Options(KindOptions, frozen=True):
    fault: Fault


class State(msgspec.Struct, frozen=True):
    find: Callable[[State, Context], Iterator[Finding]]
    source: str
    pattern: Any
    clock: Any


def prepare(options: Options, lists: Lists) -> State:
    source = _NOON if options.fault == "noon-midnight" else _IMPOSSIBLE
    return State(
        find=_noon_midnight if options.fault == "noon-midnight" else _impossible,
        source=source,
        pattern=compile_pattern(source),
        clock=compile_pattern(rf"\b[0-9]{{1,2}}(?:[.:][0-9]{{2}})?(?:{_HALF}|-[0-9])"),
    )


def needles(state: State) -> tuple[str, ...]:
    return (state.source,)


def check(state: State, context: Context) -> Iterator[Finding]:
    yield from state.find(state, context)


def _noon_midnight(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    for match in state.pattern.finditer(story.text):
        start, end = match.span()
        if start and story.text[start - 1] in _JOINS:
            continue
        found = match[0]
        if ":00" in found and found.endswith("M") and " " not in found:
            continue  # "12:00AM September 6": a machine's time stamp, not prose
        if story.text[end : end + 1] == ":" and (start == 0 or story.text[start - 1] in "\r\n"):
            continue  # "12pm: The minister arrives": an entry of a diary
        sentence = sentence_near(context, start)
        if sentence is not None:
            # Three clock times or more in one sentence are a timetable, which keeps its columns alike.
            if len(state.clock.findall(story.text[sentence.start : sentence.end])) > 3:
                continue
            if found.endswith(".") and end == sentence.end:
                end -= 1  # the point is the sentence's too, and the sentence keeps it
        noon = "p" in found.lower()
        right, other = ("noon", "midnight") if noon else ("midnight", "noon")
        yield Finding(start, end, suggestions=(right, other), values={"other": other})


def _impossible(state: State, context: Context) -> Iterator[Finding]:
    text = context.story.text
    for match in state.pattern.finditer(text):
        start, end = match.span()
        if start and (text[start - 1] in _JOINS or text[start - 1].isalnum()):
            continue
        found = match[0]
        if found.endswith(("AM", " am")):
            continue  # radio ("the station on 92 AM") and "those over 30 am ..." look the same
        hour = int(found.partition(".")[0].partition(":")[0][:2])
        suggestions: tuple[str, ...] = ()
        minutes = found[3:5] if found[2:3] in (".", ":") else "00"
        if 13 <= hour <= 23 and "p" in found.lower() and minutes.isdecimal() and int(minutes) < 60:
            suggestions = (f"{hour - 12}{found[2:]}",)
        yield Finding(start, end, suggestions=suggestions)
