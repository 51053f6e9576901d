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

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from .shared.base import Context, Finding, KindOptions, Lists, OptionError
from .shared.matching import Case, any_phrase, bounded, compile_pattern, in_same_sentence, overlaps_any, recase


REACH = "block"


class Options(KindOptions, frozen=True):
    swap: dict[str, str | tuple[str, ...]] = {}
    patterns: dict[str, str | tuple[str, ...]] = {}
    except_: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    case: Case = "start"


class State(msgspec.Struct, frozen=True):
    words: Any
    fixes: dict[str, tuple[str, ...]]
    patterns: tuple[tuple[Any, tuple[str, ...]], ...]
    sources: tuple[str, ...]
    exceptions: tuple[Any, ...]
    unless: tuple[Any, ...]
    case: Case


def prepare(options: Options, lists: Lists) -> State:
    if not options.swap and not options.patterns:
        raise OptionError("needs `swap` or `patterns`")
    literal = any_phrase(options.swap, options.case)
    return State(
        words=compile_pattern(literal, "swap") if literal else None,
        fixes={_key(wrong): _forms(right) for wrong, right in options.swap.items()},
        patterns=tuple((compile_pattern(p, "patterns", p), _forms(right)) for p, right in options.patterns.items()),
        sources=((literal,) if literal else ()) + tuple(options.patterns),
        exceptions=tuple(compile_pattern(p, "except", i) for i, p in enumerate(options.except_)),
        unless=tuple(compile_pattern(p, "unless", i) for i, p in enumerate(options.unless)),
        case=options.case,
    )


def needles(state: State) -> tuple[str, ...]:
    return state.sources


def check(state: State, context: Context) -> Iterator[Finding]:
    for start, end, suggestions in _hits(state, context.story.text):
        if not overlaps_any(state.exceptions, context, start, end) and not in_same_sentence(
            state.unless, context, start
        ):
            yield Finding(start, end, suggestions=suggestions)


def _hits(state: State, text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    if state.words is not None:
        for match in state.words.finditer(text):
            start, end = match.span()
            if bounded(text, start, end):
                found = match.group()
                forms = (
                    state.fixes.get(_key(found))
                    or state.fixes.get(_key(found[:1].swapcase() + found[1:]))
                    or state.fixes.get(_key(found.lower()), ())
                )
                yield start, end, tuple(f if state.case == "match" else recase(found, f) for f in forms)
    for pattern, forms in state.patterns:
        group = pattern.groupindex.get("mark", 0)
        for match in pattern.finditer(text):
            start, end = match.span(group)
            if start < end:
                yield start, end, tuple(_expand(form, match) for form in forms)


def _expand(form: str, match: Any) -> str:
    return re.sub(r"\\(\d)", lambda ref: match.group(int(ref.group(1))) or "", form)


def _forms(right: str | tuple[str, ...]) -> tuple[str, ...]:
    return (right,) if isinstance(right, str) else right


def _key(phrase: str) -> str:
    return " ".join(phrase.replace("’", "'").split())
