"""Kind `pairs`: brackets that lack their partner, or hold nothing.

    fault: unbalanced           # the lone bracket; or `empty`: a pair with nothing in it
    brackets: [round, square]   # default: round, square and curly

A bracket may close a few paragraphs later. The closing bracket of a list's "a)" and the mouth of an emoticon are no
faults.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Literal

import msgspec

from ..text.regex import regex
from ..text.story import Story
from .shared.base import Context, Finding, KindOptions, Lists, OptionError

QUOTES = "anywhere"

Bracket = Literal["round", "square", "curly"]

_PAIRS: dict[str, str] = {"round": "()", "square": "[]", "curly": "{}"}
_PARTNER = {")": "(", "]": "[", "}": "{"}
_CLOSING = {opening: closing for closing, opening in _PARTNER.items()}
# A bracket that is opened in one paragraph and closed in a later one closes at most this many paragraphs on.
_MOST_BLOCKS = 6


class Options(KindOptions, frozen=True):
    fault: Literal["unbalanced", "empty"] = "unbalanced"
    brackets: tuple[Bracket, ...] = ("round", "square", "curly")


class State(msgspec.Struct, frozen=True):
    fault: str
    wanted: frozenset[str]
    empty: re.Pattern[str]


def prepare(options: Options, lists: Lists) -> State:
    if not options.brackets:
        raise OptionError("needs at least one of round, square and curly", "brackets")
    wanted = [_PAIRS[name] for name in options.brackets]
    empty = "|".join(rf"\{pair[0]}\s*\{pair[1]}" for pair in wanted)
    return State(options.fault, frozenset("".join(wanted)), regex(rf"(?<![\w\])])(?:{empty})"))


# All that the standard library takes for white space; RE2's \s knows ASCII only.
_SPACE = r"[\s\pZ\v\x{85}\x{1c}-\x{1f}]"


def needles(state: State) -> tuple[str, ...]:
    if state.fault == "empty":
        opening = sorted(state.wanted - _PARTNER.keys())
        return tuple(rf"\{bracket}{_SPACE}*\{_CLOSING[bracket]}" for bracket in opening)
    return tuple(sorted("\\" + bracket for bracket in state.wanted))


def check(state: State, context: Context) -> Iterator[Finding]:
    if state.fault == "empty":
        for offset in brackets(context.story):
            match = state.empty.match(context.story.text, offset)
            if match is not None:
                yield Finding(match.start(), match.end())
    else:
        for offset in lone_brackets(context.story):
            if context.story.text[offset] in state.wanted:
                yield Finding(offset, offset + 1)


# "a)", "12)", "iv)" at the start of a line, after a space or after another bracket.
_LIST_ITEM = regex(r"(?:^|[\s(\[])(?:[A-Za-z]|\d{1,2}|[ivx]{1,4})$")
_EMOTICON = regex(r"(?:^|\s)[:;=8xX]['’]?[-o^]?$")


def brackets(story: Story) -> tuple[int, ...]:
    """Return the offsets of every bracket, in order; looked for once a story, by six plain searches of its text."""
    known: tuple[int, ...] | None = story.memo.get(__name__)
    if known is None:
        known = story.memo[__name__] = tuple(sorted(at for bracket in "()[]{}" for at in _places(story.text, bracket)))
    return known


def _places(text: str, bracket: str) -> Iterator[int]:
    at = text.find(bracket)
    while at >= 0:
        yield at
        at = text.find(bracket, at + 1)


def lone_brackets(story: Story) -> list[int]:
    """Return the offsets of every bracket without a partner, in order. Each block is read for itself first. Linear."""
    text = story.text
    lone: list[int] = []
    waiting: list[tuple[int, int]] = []  # opening brackets left over in earlier blocks, with the block's index
    for index, offsets in groupby(brackets(story), story.block_index):
        opened: list[int] = []
        for offset in offsets:
            bracket = text[offset]
            if _EMOTICON.search(text, max(0, offset - 4), offset):
                continue
            if bracket in "([{":
                opened.append(offset)
                continue
            partner = _PARTNER[bracket]
            if opened and text[opened[-1]] == partner:
                opened.pop()
            elif len(opened) > 1 and text[opened[-2]] == partner:
                lone.append(opened.pop())  # "([x)": the inner one was forgotten
                opened.pop()
            elif offset - story.blocks[index].start < 5 and _LIST_ITEM.search(text, max(0, offset - 6), offset):
                continue
            elif waiting and not opened and text[waiting[-1][0]] == partner and index - waiting[-1][1] <= _MOST_BLOCKS:
                waiting.pop()
            elif not _LIST_ITEM.search(text, max(0, offset - 6), offset):
                lone.append(offset)
        waiting += [(offset, index) for offset in opened]
    return sorted([*lone, *(offset for offset, _ in waiting)])
