"""Kind `house-furniture`: the lines around a story in another form than the house's.

    report: caption     # the stop after a caption
          | dateline    # the line that opens an agency story
          | sign-off    # the line that ends a story and says whose it is
          | byline      # the line that names the writer

What a line is, the blocks of the story say. A line whose form is not certain is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

import msgspec

from ..issue import Edit
from ..text.agencies import AGENCIES
from ..text.block import Block, BlockKind
from ..text.given_names import GIVEN
from ..text.regex import regex
from .shared.base import Context, Finding, KindOptions, Lists

FIELDS = ("form",)
REACH = "block"
BLOCKS = ("any",)

_KINDS = {
    "caption": BlockKind.CAPTION,
    "dateline": BlockKind.DATELINE,
    "sign-off": BlockKind.CREDIT,
    "byline": BlockKind.BYLINE,
}


class Options(KindOptions, frozen=True):
    report: Literal["caption", "dateline", "sign-off", "byline"]


class State(msgspec.Struct, frozen=True):
    report: str


def prepare(options: Options, lists: Lists) -> State:
    return State(options.report)


def check(state: State, context: Context) -> Iterator[Finding]:
    if context.fact is None:
        return
    kind, value, story = _KINDS[state.report], context.fact.value, context.story
    for block in story.blocks:
        if block.kind is kind:
            yield from _REPORTS[state.report](context, block, value)


# Captions

_CREDITED = regex(r"[:/©]|\((?:AP|AAP|AFP|Reuters|Getty|PA|EPA)\b|\b(?:Getty|Alamy|Shutterstock|Credit)\b")
_STOP_INSIDE = regex(r"[.!?][\"”’')]*\s")
_FINITE = regex(r"\b(?:is|are|was|were|has|have|had|will|says?|said)\b")
_CLOSE = "\"”’')"


_LEAST_WORDS = 5


def _caption(context: Context, block: Block, value: str) -> Iterator[Finding]:
    text = context.story.text
    words = text[block.start : block.end]
    if value == "bare":
        # Where a caption is two sentences, or an abbreviation ends it, the stop is not idle.
        idle = words.endswith(".") and words[-2:-1].islower() and not words.endswith(".m.")
        if idle and not _STOP_INSIDE.search(text, block.start, block.end - 1):
            yield Finding(block.end - 1, block.end, edits=(Edit(block.end - 1, block.end, ""),))
        return
    open_ended = words.rstrip(_CLOSE)[-1:].isalnum() and len(words.split()) >= _LEAST_WORDS
    if open_ended and _FINITE.search(words) and not _CREDITED.search(words):
        start = max(block.start, text.rfind(" ", block.start, block.end) + 1)
        yield Finding(start, block.end, suggestions=(text[start : block.end] + ".",))


# Datelines

_AGENCY = "|".join(sorted((name.replace(" ", r"\s") for name in AGENCIES), key=lambda name: (-len(name), name)))
_MONTH = r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)\.?"
_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ’'./ -]+(?:, [A-Z][\w. ]+?)?"
_DATELINES = {
    "city-agency": regex(rf"{_PLACE} \((?:{_AGENCY})\) —$"),
    "city-date-agency": regex(rf"{_PLACE},? {_MONTH} \d{{1,2}} \((?:{_AGENCY})\) (?:-|–)$"),
    "city": regex(rf"{_PLACE} —$"),
}
_DASH_AT_END = regex(r"(?P<close>\)?)\s*(?P<mark>--?|[—–―]|:)$")


def _dateline(context: Context, block: Block, value: str) -> Iterator[Finding]:
    text = context.story.text
    if value == "none":
        yield Finding(block.start, block.end)
        return
    form = _DATELINES.get(value)
    if form is None or form.match(text, block.start, block.end):
        return
    # A dash of another kind is all that is wrong in most: this, and this alone, is mended.
    dash = _DASH_AT_END.search(text, block.start, block.end)
    right = "-" if value == "city-date-agency" else "—"
    if dash is not None:
        start = dash.end("close")
        if form.match(text[block.start : start] + " " + right):
            yield Finding(block.start, block.end, edits=(Edit(start, block.end, " " + right),))
            return
    yield Finding(block.start, block.end)


# The end

_NAME = r"[A-Z][\w’'.-]+(?: (?:[a-z]{1,3} )?[A-Z][\w’'.-]*){0,4}"
_NAMES = rf"{_NAME}(?:,? (?:and |in [A-Z][\w ]+?,? )?{_NAME})*"
_REPORTED = regex(r"\(?(?:Additional )?(?P<role>[Rr]eporting|[Ww]riting|[Ee]diting) by\b")
_REPORTING_BY = regex(r"\((?:(?:Additional )?[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled) by [^()]{3,300}\)$")
_AGENCY_ALONE = regex(rf"(?:{_AGENCY})(?:(?:/|, ?| and )(?:{_AGENCY}|[A-Z][A-Za-z ]+))*$")
_IN_BRACKETS = regex(r"\([^()]+\)$")
_PUBLISHED_OTHERWISE = regex(
    rf"(?!This report by The Canadian Press was first published {_MONTH} \d{{1,2}}, \d{{4}}\.$)"
    r".*(?:first|originally) published\b"
)
_SEMICOLON = regex(r"(?<=[\w.])[,.]? (?=[Ee]diting by\b)")


def _sign_off(context: Context, block: Block, value: str) -> Iterator[Finding]:
    text = context.story.text
    words = text[block.start : block.end]
    if value == "reporting-by":
        if _REPORTED.match(text, block.start) and not _REPORTING_BY.match(text, block.start, block.end):
            inner = _SEMICOLON.sub("; ", words.strip("() .")).replace(";;", ";")
            yield Finding(block.start, block.end, suggestions=(f"({inner})",))
        return
    if value == "agency" and _IN_BRACKETS.match(words) and _AGENCY_ALONE.match(words[1:-1]):
        yield Finding(block.start, block.end, suggestions=(words[1:-1],))
    elif value == "agency-brackets" and _AGENCY_ALONE.match(words):
        yield Finding(block.start, block.end, suggestions=(f"({words})",))
    elif value in ("none", "contributors", "first-published"):
        alone = value != "contributors" and _AGENCY_ALONE.match(words.strip("()"))
        if alone or _REPORTED.match(words) or (value == "first-published" and _PUBLISHED_OTHERWISE.match(words)):
            yield Finding(block.start, block.end)


# The byline

_PERSON = r"(?:[A-ZÀ-Þ][\w’'.-]*(?: (?:de|da|di|du|van|von|der|den|al|bin|[A-ZÀ-Þ][\w’'.-]*)){1,4})"
_BYLINE = regex(
    rf"(?:(?P<by>By|BY|by) )?(?P<names>{_PERSON}?(?:(?:, | and ){_PERSON}?)*?)"
    r"(?P<place>(?:,? in |, )(?P<town>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?))?$"
)
_JOIN = {"name-in-place": " in ", "by-name-in-place": ", in ", "name-place": ", "}


def _byline(context: Context, block: Block, value: str) -> Iterator[Finding]:
    text = context.story.text
    line = _BYLINE.match(text, block.start, block.end)
    if line is None or not _is_person(line["names"]):
        return  # "By our own correspondent", a post, a date
    names, with_by = line["names"], value.startswith("by-")
    if value == "none":
        yield Finding(block.start, block.end)
        return
    right = names
    if value.endswith("capitals"):
        right = " and ".join(part.upper() for part in names.split(" and "))
    elif names.isupper() and len(names.split()) > 1:
        right = " ".join(word if word == "and" else word.capitalize() for word in names.split())
    # A comma may part two writers as well as writer and town: only "in" is certain.
    place = line["place"] or ""
    if place.lstrip(", ").startswith("in ") and value in _JOIN:
        place = _JOIN[value] + line["town"]
    elif place and value not in _JOIN and context.style is not None:
        # Where a dateline tells the place, the byline does not.
        place = "" if (context.style.value("dateline") or "").startswith("city") else place
    right = ("By " if with_by else "") + right + place
    if right != text[block.start : block.end]:
        yield Finding(block.start, block.end, suggestions=(right,))


def _is_person(names: str) -> bool:
    """Say whether the first of the words is somebody's given name, as it is in hardly any line but a byline."""
    first = names.split()[0] if names else ""
    return first in GIVEN or first.capitalize() in GIVEN


_REPORTS: dict[str, Callable[[Context, Block, str], Iterator[Finding]]] = {
    "caption": _caption,
    "dateline": _dateline,
    "sign-off": _sign_off,
    "byline": _byline,
}
