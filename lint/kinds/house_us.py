"""Kind `house-us`: the United States as a noun, in another form than the house's.

No options. The points of the short form are those of the style's option `abbreviation-points`. One report a story; the
fix mends all places. Names ("the United States Senate"), the full name and what may be an adjective are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from ..issue import Edit
from ..text.blocks import BlockKind
from ..text.regex import regex
from .shared.base import Context, Finding, KindOptions, Lists

_SHORT = regex(
    r"\b[Tt]he (?P<mark>US|U\.S\.)(?=[,;)]| (?:is|was|has|had|will|would|could|should|may|might|must|can|does|did|in|to"
    r"|from|on|at|by|as|with|but|after|before|since|during|said|says|than|that|who|which|where|when|while|because|about|against)\b)"
)
_LONG = regex(r"\b[Tt]he (?P<mark>United States)(?! of\b| [A-Z]|[-’'\w])")
_OFFICE = regex(r"\b(?:[Pp]resident|[Gg]overnment|[Cc]onstitution|[Cc]itizens?|[Cc]ongress) of $")


class Options(KindOptions, frozen=True):
    pass


class State(msgspec.Struct, frozen=True):
    pass


def prepare(options: Options, lists: Lists) -> State:
    return State()


def needles(state: State) -> tuple[str, ...]:
    return (r"[Tt]he (?:US|U\.S\.|United States)",)


def check(state: State, context: Context) -> Iterator[Finding]:
    if context.fact is None or context.style is None:
        return
    story, value = context.story, context.fact.value
    if value in ("abbreviated", "us-or-america"):
        points = context.style.value("abbreviation-points")
        right = "US" if points in (None, "none") else "U.S."
        patterns: tuple[re.Pattern[str], ...] = (_LONG,)
    elif value == "spelled":
        right, patterns = "United States", (_SHORT,)
    elif value == "america":
        right, patterns = "America", (_SHORT, _LONG)
    else:
        return
    edits = []
    for pattern in patterns:
        for match in pattern.finditer(story.text):
            start, end = match.span("mark")
            block = story.block_at(start)
            if block is None or block.kind is BlockKind.HEADLINE or story.in_speech(start, end):
                continue
            if _OFFICE.search(story.text, max(0, match.start() - 20), match.start()):
                continue
            if value == "america":
                start = match.start()
            # A point at the end of a sentence is its full stop as well.
            stopped = right.endswith(".") and story.text[end : end + 1] == "."
            edits.append(Edit(start, end, right[:-1] if stopped else right))
    if edits:
        edits.sort(key=lambda edit: edit.start)
        first = edits[0]
        yield Finding(
            first.start,
            first.end,
            suggestions=(first.new,),
            edits=tuple(edits),
            values={"fix": "the US or America" if value == "us-or-america" else right},
        )
