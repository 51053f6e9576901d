"""Kind `conditional`: where one thing stands, another must stand too.

    first: '\\b([A-Z]{3,5})\\b'       # RE2: what asks for something
    second: '\\(([A-Z]{3,5})\\)'      # RE2: what answers it
    order: before                    # the answer stands `before` the first question, or `anywhere`
    within: story                    # story | block | sentence: where the answer is looked for
    allow: [BBC, NASA]               # values that need no answer
    allow-list: acronyms household   # ... or the values of a list

Where both patterns have a group, an answer answers the question whose value is the same; otherwise any answer does.
The value is group 1, or in `first` the group named `value`. Each value is reported once, at its first place; where
`first` has a group named `mark`, the finding is that group. Only running text outside quotations asks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

import msgspec

from ..text.blocks import BlockKind
from .shared.base import Context, Finding, KindOptions, Lists, OptionError
from .shared.matching import compile_pattern

FIELDS = ("value",)

_PROSE = frozenset({BlockKind.BODY, BlockKind.STANDFIRST})


class Options(KindOptions, frozen=True):
    first: str
    second: str
    order: Literal["before", "anywhere"] = "anywhere"
    within: Literal["story", "block", "sentence"] = "story"
    allow: tuple[str, ...] = ()
    allow_list: str = ""


class State(msgspec.Struct, frozen=True):
    first: Any
    second: Any
    source: str
    mark: int
    value: int
    paired: bool
    order: str
    within: str
    allow: frozenset[str]


def prepare(options: Options, lists: Lists) -> State:
    first = compile_pattern(options.first, "first")
    second = compile_pattern(options.second, "second")
    allow = frozenset(options.allow)
    if options.allow_list:
        name, _, group = options.allow_list.partition(" ")
        content = lists.get(name)
        if group and (not isinstance(content, dict) or group not in content):
            raise OptionError(f"the list `{name}` has no group `{group}`", "allow-list")
        allow |= frozenset(content[group] if group else content)
    return State(
        first=first,
        second=second,
        source=options.first,
        mark=first.groupindex.get("mark", 0),
        value=first.groupindex.get("value", 1),
        paired=first.groups > 0 and second.groups > 0,
        order=options.order,
        within=options.within,
        allow=allow,
    )


def needles(state: State) -> tuple[str, ...]:
    return (state.source,)


def check(state: State, context: Context) -> Iterator[Finding]:
    text = context.story.text
    answers: dict[tuple[int, str], int] = {}
    for match in state.second.finditer(text):
        key = (_scope(state, context, match.start()), match.group(1) if state.paired else "")
        answers.setdefault(key, match.start())
    asked: set[tuple[int, str]] = set()
    for match in state.first.finditer(text):
        value = match.group(state.value) if state.paired else ""
        key = (_scope(state, context, match.start()), value)
        if value in state.allow or key in asked or not _asks(context, match.start(), match.end()):
            continue
        asked.add(key)
        answered = answers.get(key)
        # An answer that holds the question itself, as an expansion in brackets does, counts as before it.
        if answered is None or (state.order == "before" and answered > match.start()):
            start, end = match.span(state.mark)
            yield Finding(start, end, values={"value": value})


def _asks(context: Context, start: int, end: int) -> bool:
    block = context.story.block_at(start)
    return block is not None and block.kind in _PROSE and not context.story.in_speech(start, end)


def _scope(state: State, context: Context, offset: int) -> int:
    if state.within == "block":
        return context.story.block_index(offset)
    if state.within == "sentence":
        sentence = context.story.sentence_at(offset)
        return sentence.start if sentence else -1
    return 0
