"""Kind `existence`: words, phrases or patterns that should not stand in copy.

    words: [lorem ipsum]          # literal, whole words
    patterns: ['\\bTK(TK)*\\b']     # RE2; matched as written, no boundaries added
    except: ['\\bTK Maxx\\b']       # a finding that one of these overlaps is dropped
    unless: ['\\bairline\\b']       # ... or whose sentence one of these matches
    case: match                   # match | start | ignore (default: start, for words)

Where a pattern has a group named `mark`, the finding is that group.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from .shared.base import Context, Finding, KindOptions, Lists, OptionError
from .shared.matching import Case, any_phrase, bounded, compile_pattern, in_same_sentence, overlaps_any


REACH = "block"


class Options(KindOptions, frozen=True):
    words: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    except_: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    case: Case = "start"


class State(msgspec.Struct, frozen=True):
    words: Any
    patterns: tuple[Any, ...]
    sources: tuple[str, ...]
    exceptions: tuple[Any, ...]
    unless: tuple[Any, ...]


def prepare(options: Options, lists: Lists) -> State:
    if not options.words and not options.patterns:
        raise OptionError("needs `words` or `patterns`")
    literal = any_phrase(options.words, options.case)
    return State(
        words=compile_pattern(literal, "words") if literal else None,
        patterns=tuple(compile_pattern(p, "patterns", i) for i, p in enumerate(options.patterns)),
        sources=((literal,) if literal else ()) + options.patterns,
        exceptions=tuple(compile_pattern(p, "except", i) for i, p in enumerate(options.except_)),
        unless=tuple(compile_pattern(p, "unless", i) for i, p in enumerate(options.unless)),
    )


def needles(state: State) -> tuple[str, ...]:
    return state.sources


def check(state: State, context: Context) -> Iterator[Finding]:
    for start, end in _spans(state, context.story.text):
        if not overlaps_any(state.exceptions, context, start, end) and not in_same_sentence(
            state.unless, context, start
        ):
            yield Finding(start, end)


def _spans(state: State, text: str) -> Iterator[tuple[int, int]]:
    if state.words is not None:
        for match in state.words.finditer(text):
            if bounded(text, match.start(), match.end()):
                yield match.start(), match.end()
    for pattern in state.patterns:
        marked = "mark" in pattern.groupindex
        for match in pattern.finditer(text):
            start, end = match.span(pattern.groupindex["mark"]) if marked else match.span()
            if start < end:
                yield start, end
