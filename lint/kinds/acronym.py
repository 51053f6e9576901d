"""Kind `acronym`: a name and its acronym in brackets, "Northern Roads Board (NRB)", held against each other.

fault: letters        # "Northern Roads Board (NRC)", but the story goes on to use the name's initials, NRB
fault: order          # "Northern Roads Board (NBR)": the initials in another order, and nothing else to go by
fault: redefined      # one acronym is given to two names in a story
fault: repeated       # one name is given its acronym twice
allow: [ISO, UTC]     # acronyms that are left alone: many follow another language's word order
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Literal, NamedTuple

import msgspec

from ..issue import Related
from ..text.regex import regex
from ..text.story import Story
from .shared.base import Context, Finding, KindOptions, Lists

FIELDS = ("name", "other")

# A run of up to ten words, capitalised or small function words, before brackets that hold capitals.
_DEFINITION = regex(
    r"(?<![\w'’&.-])([A-Z][\w'’&.-]*(?:[ \t]+(?:of|for|and|the|in|on|to|de|&|[A-Z][\w'’.-]*)){1,9})"
    r"[ \t]+\(([A-Z]{3,7})\)"
)
_BRACKETS = regex(r"\([A-Z]{3,7}\)")
_LONGEST = 500
"""How far before the brackets a name may begin, in code points."""
_CAPITALS = regex(r"[A-Z](?<!\w.)[A-Z]{2,6}\b")
_PART = regex(r"[A-Za-z&][\w'’]*")


class Options(KindOptions, frozen=True):
    fault: Literal["letters", "order", "redefined", "repeated"]
    allow: tuple[str, ...] = ()


class State(msgspec.Struct, frozen=True):
    fault: str
    allow: frozenset[str]


class Definition(NamedTuple):
    """``name`` is what the acronym was given to; the spans are the name's and the acronym's, without brackets."""

    name: str
    name_start: int
    name_end: int
    acronym: str
    start: int
    end: int


def prepare(options: Options, lists: Lists) -> State:
    return State(options.fault, frozenset(options.allow))


def needles(state: State) -> tuple[str, ...]:
    return (r"\([A-Z]{3,7}\)",)


def check(state: State, context: Context) -> Iterator[Finding]:
    if state.fault in ("letters", "order"):
        yield from _wrong_letters(context.story, state.allow, proved=state.fault == "letters")
        return
    if len(_defined(context.story)) < 2:
        return
    found = [d for d in _definitions(context.story) if d.acronym not in state.allow]
    first: dict[str, Definition] = {}
    for definition in found:
        earlier = first.setdefault(definition.acronym, definition)
        if earlier is definition:
            continue
        same = _content(earlier.name) == _content(definition.name)
        if same == (state.fault == "repeated"):
            yield Finding(
                definition.name_start if state.fault == "redefined" else definition.start - 1,
                definition.name_end if state.fault == "redefined" else definition.end + 1,
                related=(Related(earlier.name_start, earlier.end + 1, "first given here"),),
                values={"name": definition.name, "other": earlier.name},
            )


def _defined(story: Story) -> list[re.Match[str]]:
    """Return the names before an acronym in brackets, and the acronym; looked for once a story, line by line."""
    found: list[re.Match[str]] | None = story.memo.get(__name__)
    if found is None:
        found = story.memo[__name__] = []
        text, last = story.text, 0
        for brackets in _BRACKETS.finditer(text):
            start, end = brackets.span()
            line = text.rfind("\n", max(0, start - _LONGEST), start) + 1
            match = _DEFINITION.search(text, max(last, line, start - _LONGEST), end)
            if match is not None:
                found.append(match)
                last = match.end()
    return found


def _definitions(story: Story) -> Iterator[Definition]:
    """Yield the definitions whose name yields the letters in brackets."""
    for match in _defined(story):
        for at, name in _tails(match.group(1)):
            if match.group(2) in _initials(name.split()):
                start = match.start(1) + at
                yield Definition(name, start, match.end(1), match.group(2), match.start(2), match.end(2))
                break


def _wrong_letters(story: Story, allow: frozenset[str], proved: bool) -> Iterator[Finding]:
    text = story.text
    used: Counter[str] = Counter()
    for match in _defined(story):
        acronym = match.group(2)
        tails = list(_tails(match.group(1)))
        readings = {reading: at for at, name in reversed(tails) for reading in _initials(name.split())}
        if acronym in allow or any(reading == acronym for reading in readings):
            continue
        near = [
            r
            for r in readings
            if len(r) == len(acronym) and sum((Counter(r) & Counter(acronym)).values()) >= len(r) - 1
        ]
        used = used or Counter(_CAPITALS.findall(text))
        right = next((r for r in near if used[r]), "")
        if not right and not proved:
            right = next((r for r in near if sorted(r) == sorted(acronym)), "")
        if right and proved == (used[right] > 0 and used[acronym] == 1):
            start = match.start(1) + readings[right]
            yield Finding(
                match.start(2),
                match.end(2),
                suggestions=(right,),
                related=(Related(start, match.end(1), "the name"),),
                values={"name": text[start : match.end(1)]},
            )


def _tails(name: str) -> Iterator[tuple[int, str]]:
    """Yield every tail of two or more words that begins with a capital, with its offset, the longest first."""
    starts = [m.start() for m in re.finditer(r"\S+", name)]
    for start in starts[:-1]:
        if name[start].isupper():
            yield start, name[start:]


def _initials(words: list[str]) -> tuple[str, ...]:
    """Return the initials of a name, read in four ways: small words in or out, hyphened parts as one word or two."""
    found: list[str] = []
    for split in (False, True):
        parts = [p for word in words for p in (_PART.findall(word) if split else _PART.findall(word)[:1])]
        found.append("".join(p[0] for p in parts if p[0].isupper()))
        found.append("".join(p[0].upper() for p in parts if p[0].isalpha()))
    return tuple(dict.fromkeys(found))


def _content(name: str) -> str:
    """Fold what may differ between two mentions of one name: small words, case, -ise and -ize, a final s."""
    words = [re.sub(r"(?:['’]s|s['’]|s)$", "", w.lower()).replace("is", "iz") for w in name.split() if w[:1].isupper()]
    return " ".join(words)
