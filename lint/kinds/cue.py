"""Kind `cue`: words that call for a question to the desk, in a story whose other words make it matter.

    patterns: ['\\b(?:the|a) (?P<mark>thief)\\b']    # RE2: the cue; the finding is the group `mark`, or the match
    except: ['\\bpetrol thief\\b']                   # a cue that one of these overlaps is dropped
    with: ['\\bcourt\\b']                            # the cue's sentence must match one of these ...
    without: ['\\ballegedly\\b']                     # ... and none of these
    story: ['\\bcharged\\b', '\\btrial\\b']           # the story must match every one of these, somewhere
    story-without: ['\\bconvicted\\b']               # ... and none of these
    at-most: 1                                      # reports a story, in order (default: all)

A cue is no verdict: keep the severity `advice` and word the message as a question.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from .shared.base import Context, Finding, KindOptions, Lists, OptionError
from .shared.groups import span_of
from .shared.matching import compile_pattern, in_same_sentence, overlaps_any

BLOCKS = ("body", "caption", "standfirst")


class Options(KindOptions, frozen=True):
    patterns: tuple[str, ...]
    except_: tuple[str, ...] = ()
    with_: tuple[str, ...] = msgspec.field(default=(), name="with")
    without: tuple[str, ...] = ()
    story: tuple[str, ...] = ()
    story_without: tuple[str, ...] = ()
    at_most: int = 0


class State(msgspec.Struct, frozen=True):
    patterns: tuple[Any, ...]
    sources: tuple[str, ...]
    exceptions: tuple[Any, ...]
    with_: tuple[Any, ...]
    without: tuple[Any, ...]
    story: tuple[Any, ...]
    story_without: tuple[Any, ...]
    at_most: int


def prepare(options: Options, lists: Lists) -> State:
    if not options.patterns:
        raise OptionError("needs `patterns`", "patterns")
    if options.at_most < 0:
        raise OptionError("`at-most` counts reports", "at-most")

    def compiled(patterns: tuple[str, ...], key: str) -> tuple[Any, ...]:
        return tuple(compile_pattern(pattern, key, i) for i, pattern in enumerate(patterns))

    return State(
        patterns=compiled(options.patterns, "patterns"),
        sources=options.patterns,
        exceptions=compiled(options.except_, "except"),
        with_=compiled(options.with_, "with"),
        without=compiled(options.without, "without"),
        story=compiled(options.story, "story"),
        story_without=compiled(options.story_without, "story-without"),
        at_most=options.at_most,
    )


def needles(state: State) -> tuple[str, ...]:
    return state.sources


def check(state: State, context: Context) -> Iterator[Finding]:
    spans = sorted(set(_spans(state, context)))
    if not spans or not _fits(state, context.story.text):
        return
    told = 0
    for start, end in spans:
        if state.with_ and not in_same_sentence(state.with_, context, start):
            continue
        if in_same_sentence(state.without, context, start):
            continue
        block = context.story.block_at(start)
        if state.at_most and (block is None or block.kind not in BLOCKS or context.story.in_speech(start, end)):
            continue  # what will not be reported must not use up the reports
        yield Finding(start, end)
        told += 1
        if told == state.at_most:
            return


def _spans(state: State, context: Context) -> Iterator[tuple[int, int]]:
    for pattern in state.patterns:
        marked = "mark" in pattern.groupindex
        for match in pattern.finditer(context.story.text):
            start, end = span_of(match, "mark") if marked else match.span()
            if start < end and not overlaps_any(state.exceptions, context, start, end):
                yield start, end


def _fits(state: State, text: str) -> bool:
    return all(pattern.search(text) for pattern in state.story) and not any(
        pattern.search(text) for pattern in state.story_without
    )
