"""Kind `frame`: words in a row, by spelling and by class, that make a known slip.

    frames:                                        # syntax: shared/frames.py
      - 'several|numerous MOD* < COUNT=plural > END|FUNC'
    sets: {people: lawyer worker}                  # words that frames name as $people
    except: ['several other']                      # RE2; a finding that one of these overlaps is dropped
    unless: ['\\bpodcast\\b']                        # ... or whose sentence one of these matches

The first frame that matches at a place speaks for it. Frames need at least one plain word to be searched for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from .shared.base import Context, Finding, KindOptions, Lists, OptionError
from .shared.frames import Frame, anchor_pattern, match_at, parse_frame
from .shared.lexicon import Lexicon, load_lexicon
from .shared.matching import compile_pattern, in_same_sentence, overlaps_any


class Options(KindOptions):
    frames: tuple[str, ...]
    sets: dict[str, str] = msgspec.field(default_factory=dict)
    except_: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    frames: tuple[tuple[Any, tuple[Frame, ...]], ...]  # by anchor pattern
    sources: tuple[str, ...]
    sets: dict[str, frozenset[str]]
    lexicon: Lexicon
    exceptions: tuple[Any, ...]
    unless: tuple[Any, ...]


def prepare(options: Options, lists: Lists) -> State:
    if not options.frames:
        raise OptionError("needs `frames`")
    sets = {name: tuple(words.split()) for name, words in options.sets.items()}
    by_anchor: dict[str, list[Frame]] = {}
    for index, source in enumerate(options.frames):
        frame = parse_frame(source, sets, "frames", index)
        by_anchor.setdefault(anchor_pattern(frame.words), []).append(frame)
    return State(
        frames=tuple((compile_pattern(pattern, "frames"), tuple(frames)) for pattern, frames in by_anchor.items()),
        sources=tuple(by_anchor),
        sets={name: frozenset(words) for name, words in sets.items()},
        lexicon=load_lexicon(lists),
        exceptions=tuple(compile_pattern(p, "except", i) for i, p in enumerate(options.except_)),
        unless=tuple(compile_pattern(p, "unless", i) for i, p in enumerate(options.unless)),
    )


def needles(state: State) -> tuple[str, ...]:
    return state.sources


def check(state: State, context: Context) -> Iterator[Finding]:
    seen: set[tuple[int, int]] = set()
    for pattern, frames in state.frames:
        for found in pattern.finditer(context.story.text):
            for frame in frames:
                hit = match_at(frame, context.story, found.start(), state.lexicon, state.sets)
                if hit is None:
                    continue
                if (hit.start, hit.end) not in seen and not _excused(state, context, hit.start, hit.end):
                    seen.add((hit.start, hit.end))
                    yield Finding(
                        hit.start, hit.end, suggestions=(hit.suggestion,) if hit.suggestion is not None else ()
                    )
                break


def _excused(state: State, context: Context, start: int, end: int) -> bool:
    return overlaps_any(state.exceptions, context, start, end) or in_same_sentence(state.unless, context, start)
