"""Kind `pairs`: brackets that lack their partner, or hold nothing.

    fault: unbalanced           # the lone bracket; or `empty`: a pair with nothing in it
    brackets: [round, square]   # default: round, square and curly

A bracket may close a few paragraphs later. The closing bracket of a list's "a)" and the mouth of an emoticon are no
faults.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from ..text.regex import regex
from ..text.story import Story
from .shared.base import Context, Finding, KindOptions, Lists, OptionError

QUOTES = "anywhere"

Bracket = Literal["round", "square", "curly"]

_PAIRS: dict[str, str] = {"round": "()", "square": "[]", "curly": "{}"}
_PARTNER = {")": "(", "]": "[", "}": "{"}
# A bracket that is opened in one paragraph and closed in a later one closes at most this many paragraphs on.
_MOST_BLOCKS = 6


REACH = "block"


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
    return State(options.fault, frozenset("".join(wanted)), re.compile(rf"(?<![\w\])])(?:{empty})"))


def needles(state: State) -> tuple[str, ...]:
    return tuple(sorted("\\" + bracket for bracket in state.wanted))


def check(state: State, context: Context) -> Iterator[Finding]:
    if state.fault == "empty":
        for match in state.empty.finditer(context.story.text):
            yield Finding(match.start(), match.end())
    else:
        for offset in lone_brackets(context.story):
            if context.story.text[offset] in state.wanted:
                yield Finding(offset, offset + 1)


_BRACKET = regex(r"[()\[\]{}]")
# "a)", "12)", "iv)" at the start of a line, after a space or after another bracket.
_LIST_ITEM = regex(r"(?:^|[\s(\[])(?:[A-Za-z]|\d{1,2}|[ivx]{1,4})$")
_EMOTICON = regex(r"(?:^|\s)[:;=8xX]['’]?[-o^]?$")


def lone_brackets(story: Story) -> list[int]:
    """Return the offsets of every bracket without a partner, in order. Each block is read for itself first. Linear."""
    text = story.text
    lone: list[int] = []
    waiting: list[tuple[int, int]] = []  # opening brackets left over in earlier blocks, with the block's index
    for index, block in enumerate(story.blocks):
        opened: list[int] = []
        for match in _BRACKET.finditer(text, block.start, block.end):
            offset = match.start()
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
            elif offset - block.start < 5 and _LIST_ITEM.search(text, max(0, offset - 6), offset):
                continue
            elif waiting and not opened and text[waiting[-1][0]] == partner and index - waiting[-1][1] <= _MOST_BLOCKS:
                waiting.pop()
            elif not _LIST_ITEM.search(text, max(0, offset - 6), offset):
                lone.append(offset)
        waiting += [(offset, index) for offset in opened]
    return sorted([*lone, *(offset for offset, _ in waiting)])
