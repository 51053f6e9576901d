"""Kind `frame`: words in a row, by spelling and by class, that make a known slip.

    frames:                                        # syntax: shared/frames.py
      - 'several|numerous MOD* < COUNT=plural > END|FUNC'
    sets: {people: lawyer worker}                  # words for $people; '@list part [plural]' reads a list
    except: ['several other']                      # RE2; a finding that one of these overlaps is dropped
    unless: ['\\bpodcast\\b']                        # ... or whose sentence one of these matches

The first frame that matches at a place speaks for it. Frames need at least one plain word to be searched for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from .shared.base import Context, Finding, KindOptions, Lists, OptionError
from .shared.frames import Frame, match_at, parse_frame
from .shared.lexicon import Lexicon, load_lexicon
from .shared.matching import compile_pattern, in_same_sentence, overlaps_any


class Options(KindOptions):
    frames: tuple[str, ...]
    sets: dict[str, str] = msgspec.field(default_factory=dict)
    except_: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    frames: tuple[tuple[Any, re.Pattern[str], tuple[Frame, ...]], ...]  # by pattern; the first word's own
    sources: tuple[str, ...]
    sets: dict[str, frozenset[str]]
    lexicon: Lexicon
    exceptions: tuple[Any, ...]
    unless: tuple[Any, ...]


def prepare(options: Options, lists: Lists) -> State:
    if not options.frames:
        raise OptionError("needs `frames`")
    lexicon = load_lexicon(lists)
    sets = {name: _set(name, words, lists, lexicon) for name, words in options.sets.items()}
    by_anchor: dict[str, list[Frame]] = {}
    for index, source in enumerate(options.frames):
        frame = parse_frame(source, sets, "frames", index)
        by_anchor.setdefault(frame.pattern, []).append(frame)
    return State(
        frames=tuple(
            (compile_pattern(pattern, "frames"), re.compile(frames[0].head), tuple(frames))
            for pattern, frames in by_anchor.items()
        ),
        sources=tuple(by_anchor),
        sets={name: frozenset(words) for name, words in sets.items()},
        lexicon=lexicon,
        exceptions=tuple(compile_pattern(p, "except", i) for i, p in enumerate(options.except_)),
        unless=tuple(compile_pattern(p, "unless", i) for i, p in enumerate(options.unless)),
    )


def _set(name: str, words: str, lists: Lists, lexicon: Lexicon) -> tuple[str, ...]:
    """Return a set's words; "@people persons" stands for a part of a list, "@people persons plural" for its plurals."""
    if words.startswith("@"):
        source, part, form = (*words[1:].split(), "", "")[:3]
        data = lists.get(source)
        if not isinstance(data, dict) or not isinstance(data.get(part), str) or form not in ("", "plural"):
            raise OptionError(f"`{words}` is not a list, a part of it, and perhaps `plural`", "sets", name)
        words = " ".join(lexicon.plural(word) for word in data[part].split()) if form else data[part]
    if not words.split():
        raise OptionError(f"the set `{name}` is empty", "sets", name)
    return tuple(words.lower().split())


def needles(state: State) -> tuple[str, ...]:
    return state.sources


def check(state: State, context: Context) -> Iterator[Finding]:
    seen: set[tuple[int, int]] = set()
    for offset, frames in _places(state, context.story.text):
        hit = next(filter(None, (match_at(f, context.story, offset, state.lexicon, state.sets) for f in frames)), None)
        if hit is None or (hit.start, hit.end) in seen or _excused(state, context, hit.start, hit.end):
            continue
        seen.add((hit.start, hit.end))
        yield Finding(hit.start, hit.end, suggestions=() if hit.suggestion is None else (hit.suggestion,))


def _places(state: State, text: str) -> Iterator[tuple[int, tuple[Frame, ...]]]:
    """Yield every place where frames may have their first plain word, those inside another's match too."""
    for pattern, head, frames in state.frames:
        for found in pattern.finditer(text):
            for first in head.finditer(text, found.start(), found.end()):
                yield first.start(), frames


def _excused(state: State, context: Context, start: int, end: int) -> bool:
    return overlaps_any(state.exceptions, context, start, end) or in_same_sentence(state.unless, context, start)
