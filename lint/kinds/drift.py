"""Kind `drift`: one fact, told twice, with two figures.

fault: age          # one person, two ages: "Ada Lal, 34, ... Lal, 43, ..."
fault: magnitude    # one figure, two scales: "$3.5m ... $3.5bn"
fault: headline     # the headline's toll is nowhere in the story: "12 dead ... 14 people died"
fault: head         # a headline that shares no word with its story
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Literal

import msgspec

from ..issue import Related
from ..text.regex import regex
from .shared.base import Context, Finding, KindOptions, Lists
from .shared.groups import span_of
from .shared.matching import compile_pattern
from .shared.quantities import COUNT, WORD, count_value

FIELDS = ("other", "name", "figure")
BLOCKS = ("body", "caption", "standfirst", "headline")

Fault = Literal["age", "magnitude", "headline", "head"]

_NAME = r"[A-Z][\w’'-]+(?: (?:(?:de|van|von|der|al|bin) )?[A-Z][\w’'-]+){0,3}"
_AGE = (
    rf"(?P<name>{_NAME}), (?P<then>then )?(?:aged )?(?P<age>[1-9][0-9])(?:,|\.(?:\s|$)|;| and\b)"
    rf"|\b(?P<age2>[1-9][0-9])-year-old (?P<name2>{_NAME})"
)
_AGE_FIGURES = regex(r", (?:then )?(?:aged )?[1-9][0-9](?=[,.; ])")
_MONEY = (
    r"(?P<cur>(?:US|A|C|NZ|HK)?[$£€])?\b(?P<figure>[0-9]+\.[0-9]+|[1-9][0-9]{2})[ \x{a0}]?"
    r"(?P<scale>million|billion|trillion|m|bn)\b"
)
_SCALE = {"m": "million", "bn": "billion"}
# What a headline counts, and the stems under which the story counts it too.
_TOLLS = {
    "dead": r"(?:dead|die[sd]?|dying|kill(?:ed|s|ing)?|deaths?|lives|bodies|fatalit\w+|toll|victims|drown(?:ed)?)",
    "hurt": r"(?:hurt|injur\w+|wound\w+|hospital)",
    "held": r"(?:held|arrest\w*|detain\w*|charged|custody)",
    "missing": r"(?:missing|unaccounted)",
    "jobs": r"(?:jobs|workers|staff|positions|roles|redundan\w+|employees|posts)",
}
_TOLL_WORDS = {
    "dead": "dead", "die": "dead", "dies": "dead", "killed": "dead", "deaths": "dead",
    "hurt": "hurt", "injured": "hurt", "wounded": "hurt",
    "arrested": "held", "held": "held", "charged": "held", "missing": "missing", "jobs": "jobs",
}  # fmt: skip
_TOLL = rf"\b(?P<count>{COUNT})(?: (?:people|men|women|children|more))? (?P<word>{'|'.join(_TOLL_WORDS)})\b"
# Words of a headline that tell nothing of its subject.
_COMMON = frozenset(
    [
        *("after", "from", "with", "over", "into", "that", "this", "their", "there", "will", "have", "been", "more"),
        *("than", "what", "when", "where", "which", "about", "against", "says", "said", "could", "would", "should"),
        *("before", "under", "between", "first", "last", "year", "years", "week", "back", "down", "make", "made"),
        *("takes", "take", "gets", "still", "just", "also", "only", "other", "your", "they", "them", "were"),
    ]
)


class Options(KindOptions, frozen=True):
    fault: Fault


class State(msgspec.Struct, frozen=True):
    find: Callable[[State, Context], Iterator[Finding]]
    source: str
    pattern: Any


def prepare(options: Options, lists: Lists) -> State:
    source, find = {
        "age": (_AGE, _age),
        "magnitude": (_MONEY, _magnitude),
        "headline": (_TOLL, _headline),
        "head": (r"\w", _head),
    }[options.fault]
    return State(find=find, source=source, pattern=compile_pattern(source))


def needles(state: State) -> tuple[str, ...]:
    return (state.source,)


def check(state: State, context: Context) -> Iterator[Finding]:
    yield from state.find(state, context)


def _age(state: State, context: Context) -> Iterator[Finding]:
    text = context.story.text
    if text.count("-year-old ") < 2 and len(_AGE_FIGURES.findall(text)) + text.count("-year-old ") < 2:
        return
    told: dict[str, list[tuple[str, int, int, int]]] = {}
    for match in state.pattern.finditer(text):
        group = "name" if match["name"] else "name2"
        name = match[group].removesuffix("’s").removesuffix("'s")
        age = "age" if match["name"] else "age2"
        if match["then"] or context.story.in_speech(*span_of(match, age)):
            continue
        told.setdefault(name.split()[-1], []).append((name, int(match[age]), *span_of(match, age)))
    for surname, places in told.items():
        full = {name for name, *_ in places if " " in name}
        if len(full) != 1 or len({age for _, age, *_ in places}) == 1:
            continue  # a figure after a bare surname alone may be a score
        if sum(person.surname.split()[-1:] == [surname] for person in context.story.people.people) > 1:
            continue  # two of one surname may be a family
        first = next(place for place in places if " " in place[0])
        for name, years, start, end in places:
            if abs(years - first[1]) > 1 and start > first[2]:
                related = (Related(first[2], first[3], "the other age"),)
                yield Finding(start, end, related=related, values={"name": name, "other": str(first[1])})
                break


def _magnitude(state: State, context: Context) -> Iterator[Finding]:
    seen: dict[tuple[str, str], tuple[str, int, int]] = {}
    for match in state.pattern.finditer(context.story.text):
        scale = _SCALE.get(match["scale"], match["scale"])
        key = (match["cur"] or "", match["figure"])
        before = seen.setdefault(key, (scale, *match.span()))
        if before[0] != scale:
            related = (Related(before[1], before[2], f"in {before[0]}s here"),)
            values = {"other": before[0], "figure": match["figure"]}
            yield Finding(match.start(), match.end(), related=related, values=values)
            return


def _headline(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    for block in story.blocks[:2]:
        if block.kind != "headline":
            continue
        for match in state.pattern.finditer(story.text[block.start : block.end]):
            count, stem = count_value(match["count"]), _TOLLS[_TOLL_WORDS[match["word"]]]
            body = story.text[block.end :]
            told = {
                count_value(number)
                for sentence in re.findall(rf"[^.!?\n]*\b{stem}\b[^.!?\n]*", body)
                for number in re.findall(rf"\b(?:{WORD}|[0-9][0-9,]*)\b", sentence.lower())
            }
            if count is not None and told and count not in told:
                yield Finding(block.start + span_of(match, "count")[0], block.start + match.end())
                return


def _head(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    if not story.blocks or story.blocks[0].kind != "headline" or len(story.text) < 700:
        return
    block = story.blocks[0]
    words = {w[:5] for w in re.findall(r"[a-z]{4,}", story.text[block.start : block.end].lower()) if w not in _COMMON}
    if len(words) < 4:
        return
    body = story.text[block.end :].lower()
    if not any(word in body for word in words):
        yield Finding(block.start, block.end)
