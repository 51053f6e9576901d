"""Kind `dashes`: two hyphens typed for a dash, and more than one dash in a story.

    fault: closed    # two hyphens between two words: US--Russian
         | spaced    # a spaced double hyphen in a story that has other dashes
         | mix       # two kinds of spaced or closed dash in one story: the rarer one, once

A story that sets " -- " (or "--") throughout follows its agency's keyboard: that is a house dash, no slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from ..text.blocks import BlockKind
from ..text.regex import regex
from ..text.story import Story
from .shared.base import Context, Finding, KindOptions, Lists
from .shared.places import matches_at

QUOTES = "anywhere"

# More of them than this in one story, and the double hyphen is how the story sets its dashes.
_MOST_CLOSED = 2


class Options(KindOptions, frozen=True):
    fault: Literal["closed", "spaced", "mix"]


class State(msgspec.Struct, frozen=True):
    fault: str


def prepare(options: Options, lists: Lists) -> State:
    return State(options.fault)


def needles(state: State) -> tuple[str, ...]:
    return (
        (r"\w\.?--\w",)
        if state.fault == "closed"
        else (r"\s--\s",)
        if state.fault == "spaced"
        else ("[–—]|--|\\s-\\s",)
    )


_CLOSED = regex(r"(?<=[\w.])--(?=[^\W_])")
_LEFT = regex(r"[^\W_]+(?:\.[^\W_]+)*\.?$")
_RIGHT = regex(r"[^\W_]+")
_LONGEST_WORD = 40
_IN_CODE = regex(r"(?:https?:|www\.|[/@=<>\\_])\S*$")
_PROSE = frozenset((BlockKind.BODY, BlockKind.STANDFIRST, BlockKind.CAPTION, BlockKind.LIST))


def check(state: State, context: Context) -> Iterator[Finding]:
    if state.fault == "closed":
        yield from _closed(context.story)
    elif state.fault == "spaced":
        yield from _spaced(context.story)
    else:
        yield from _mix(context.story)


def _closed(story: Story) -> Iterator[Finding]:
    text = story.text
    found = []
    for match in matches_at(_CLOSED, "--", text):
        floor = max(0, match.start() - _LONGEST_WORD)
        if _IN_CODE.search(text, floor, match.start()):
            continue
        left = _LEFT.search(text, floor, match.start())
        right = _RIGHT.match(text, match.end(), match.end() + _LONGEST_WORD)
        if left and right:
            found.append((left, right))
    if len(found) > _MOST_CLOSED:
        return
    for left, right in found:
        forms = (f"{left.group()}-{right.group()}", f"{left.group()}–{right.group()}")
        yield Finding(left.start(), right.end(), suggestions=forms)


_STYLES = {
    "--": regex(r"(?<=[\w”’\"',;:.!?)])\s--\s(?=\S)"),
    "–": regex(r"(?<=\S)\s–\s(?=\S)"),
    "—": regex(r"(?<=\S)\s?—\s?(?=\S)"),
    "-": regex(r"(?<=[a-z”’\"',)])\s-\s(?=[a-z“‘\"'(])"),
}


def _dashes(story: Story, styles: Iterable[str]) -> dict[str, list[re.Match[str]]]:
    """Return the dashes that break a sentence, by style; a dateline's dash is none of them."""
    text = story.text
    found: dict[str, list[re.Match[str]]] = {}
    for style in styles:
        hits = []
        for match in matches_at(_STYLES[style], style, text):
            block = story.block_at(match.start())
            if block is None or block.kind not in _PROSE or text[match.start() - 1] == ")":
                continue
            around = text[match.start() - 1] + text[match.end() : match.end() + 1]
            if not around.isdigit():
                hits.append(match)
        if hits:
            found[style] = hits
    return found


def _spaced(story: Story) -> Iterator[Finding]:
    if "–" not in story.text and "—" not in story.text:
        return
    found = _dashes(story, ("--", "–", "—"))
    double = found.get("--", [])
    others = max(("–", "—"), key=lambda style: len(found.get(style, ())))
    if not double or len(found.get(others, ())) < len(double):
        return
    for match in double:
        new = found[others][0].group()
        yield Finding(match.start() + 1, match.end() - 1, suggestions=(new.strip(),))


def _mix(story: Story) -> Iterator[Finding]:
    found = _dashes(story, ("–", "—", "-"))
    if len(found) < 2:
        return
    usual = max(found, key=lambda style: len(found[style]))
    first = min((hits[0] for style, hits in found.items() if style != usual), key=lambda m: m.start())
    dash = first.group().strip()
    start = first.start() + first.group().index(dash)
    yield Finding(start, start + len(dash), suggestions=(found[usual][0].group().strip(),))
