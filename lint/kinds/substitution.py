"""Kind `substitution`: a wrong form and the right one.

    swap: {intense talk: intense talks}     # literal, whole words; the first letter's case is kept
    patterns: {'\\b(\\d+) am in the morning': '\\1 am'}    # RE2, with groups in the replacement
    except: ['intense talk about']          # a finding that one of these overlaps is dropped
    unless: ['\\bpodcast\\b']                 # ... or whose sentence one of these matches
    case: start                             # match | start | ignore

Where a pattern has a group named `mark`, the finding is that group, and the right form takes its place alone.
Several right forms: a list; the first is the fix, all are suggestions. An empty right form deletes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from ..text.regex import regex
from ..text.story import Story
from .shared.base import Context, Finding, KindOptions, Lists, OptionError
from .shared.matching import Case, compile_pattern, in_same_sentence, overlaps_any, recase
from .shared.patternlist import Patterns, matching, needles_of, pattern_list
from .shared.phrasebook import Phrasebook, find_phrases, phrasebook

REACH = "block"


Right = str | tuple[str, ...]


class Options(KindOptions, frozen=True):
    swap: dict[str, Right] = {}
    patterns: dict[str, Right] = {}
    except_: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    case: Case = "start"


class State(msgspec.Struct, frozen=True):
    """``fixes`` by `_key`, ``forms`` by the pattern's number."""

    words: Phrasebook | None
    fixes: dict[str, Right]
    patterns: Patterns
    forms: tuple[Right, ...]
    exceptions: tuple[Any, ...]
    unless: tuple[Any, ...]


def prepare(options: Options, lists: Lists) -> State:
    if not options.swap and not options.patterns:
        raise OptionError("needs `swap` or `patterns`")
    return State(
        words=phrasebook(options.swap, options.case) if options.swap else None,
        fixes={_key(wrong): right for wrong, right in options.swap.items()},
        patterns=pattern_list(options.patterns, "patterns", named=True),
        forms=tuple(options.patterns.values()),
        exceptions=tuple(compile_pattern(p, "except", i) for i, p in enumerate(options.except_)),
        unless=tuple(compile_pattern(p, "unless", i) for i, p in enumerate(options.unless)),
    )


def needles(state: State) -> tuple[str, ...] | None:
    return needles_of(state.words, state.patterns)


def check(state: State, context: Context) -> Iterator[Finding]:
    for start, end, suggestions in _hits(state, context.story):
        if not overlaps_any(state.exceptions, context, start, end) and not in_same_sentence(
            state.unless, context, start
        ):
            yield Finding(start, end, suggestions=suggestions)


def _hits(state: State, story: Story) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    if state.words is not None:
        for start, end in find_phrases(state.words, story):
            found = story.text[start:end]
            keys = map(_key, (found, found[:1].swapcase() + found[1:], found.lower()))
            right = next((state.fixes[key] for key in keys if key in state.fixes), ())
            yield start, end, tuple(f if state.words.case == "match" else recase(found, f) for f in _forms(right))
    for number, pattern in matching(state.patterns, story):
        for match in pattern.finditer(story.text):
            start, end = match.span(match.re.groupindex.get("mark", 0))
            if start < end:
                yield start, end, tuple(_expand(form, match) for form in _forms(state.forms[number]))


_GROUP = regex(r"\\(\d)")


def _expand(form: str, match: Any) -> str:
    return _GROUP.sub(lambda ref: match.group(int(ref.group(1))) or "", form)


def _forms(right: Right) -> tuple[str, ...]:
    return (right,) if isinstance(right, str) else right


def _key(phrase: str) -> str:
    return " ".join(phrase.replace("’", "'").split())
