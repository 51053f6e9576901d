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

from ..text.story import Story
from .shared.base import Context, Finding, KindOptions, Lists, OptionError
from .shared.matching import Case, compile_pattern, in_same_sentence, overlaps_any
from .shared.patternlist import Patterns, matching, needles_of, pattern_list
from .shared.phrasebook import Phrasebook, find_phrases, phrasebook

REACH = "block"


class Options(KindOptions, frozen=True):
    words: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    except_: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    case: Case = "start"


class State(msgspec.Struct, frozen=True):
    words: Phrasebook | None
    patterns: Patterns
    exceptions: tuple[Any, ...]
    unless: tuple[Any, ...]


def prepare(options: Options, lists: Lists) -> State:
    if not options.words and not options.patterns:
        raise OptionError("needs `words` or `patterns`")
    return State(
        words=phrasebook(options.words, options.case) if options.words else None,
        patterns=pattern_list(options.patterns, "patterns"),
        exceptions=tuple(compile_pattern(p, "except", i) for i, p in enumerate(options.except_)),
        unless=tuple(compile_pattern(p, "unless", i) for i, p in enumerate(options.unless)),
    )


def needles(state: State) -> tuple[str, ...] | None:
    return needles_of(state.words, state.patterns)


def check(state: State, context: Context) -> Iterator[Finding]:
    for start, end in _spans(state, context.story):
        if not overlaps_any(state.exceptions, context, start, end) and not in_same_sentence(
            state.unless, context, start
        ):
            yield Finding(start, end)


def _spans(state: State, story: Story) -> Iterator[tuple[int, int]]:
    if state.words is not None:
        yield from find_phrases(state.words, story)
    for _, pattern in matching(state.patterns, story):
        for match in pattern.finditer(story.text):
            start, end = match.span(match.re.groupindex.get("mark", 0))
            if start < end:
                yield start, end
