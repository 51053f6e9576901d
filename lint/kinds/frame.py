"""Kind `frame`: words in a row, by spelling and by class, that make a known slip.

    frames:                                        # syntax: shared/frames.py
      - 'several|numerous MOD* < COUNT=plural > END|FUNC'
    sets: {people: lawyer worker}                  # words for $people; '@list part [plural]' reads a list
    except: ['several other']                      # RE2; a finding that one of these overlaps is dropped
    unless: ['\\bpodcast\\b']                        # ... or whose sentence one of these matches
    by-mark: true                                  # the marked words are the rare ones: search the text for them

The first frame that matches at a place speaks for it. Frames need at least one plain word to be searched for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from ..text.story import Story
from .shared.base import Context, Finding, KindOptions, Lists, OptionError
from .shared.frame_match import Hit, Joint, Ready, find_starts, is_searched_for, make_ready, match_at
from .shared.frames import Frame, parse_frame, pattern_of
from .shared.lexicon import Lexicon, load_lexicon
from .shared.matching import compile_pattern, in_same_sentence, overlaps_any

REACH = "block"


class Options(KindOptions, frozen=True):
    frames: tuple[str, ...]
    sets: dict[str, str] = msgspec.field(default_factory=dict)
    except_: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    by_mark: bool = False


class State(msgspec.Struct, frozen=True):
    ready: Ready
    lexicon: Lexicon
    exceptions: tuple[Any, ...]
    unless: tuple[Any, ...]


def prepare(options: Options, lists: Lists) -> State:
    if not options.frames:
        raise OptionError("needs `frames`")
    lexicon = load_lexicon(lists)
    sets = {name: frozenset(_set(name, words, lists, lexicon)) for name, words in options.sets.items()}
    frames = [
        parse_frame(source, sets, "frames", index, by_mark=options.by_mark)
        for index, source in enumerate(options.frames)
    ]
    return State(
        ready=make_ready(frames, sets, by_mark=options.by_mark),
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
    ready = state.ready
    frames = (parse_frame(source, ready.sets, by_mark=ready.by_mark) for source in ready.sources)
    return ("(?i)" + "|".join(dict.fromkeys(f"(?:{pattern_of(frame, ready.sets)})" for frame in frames)),)


def joint(states: Sequence[State]) -> Joint:
    return Joint([(state.ready, state.lexicon) for state in states])


def check(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    seen: set[tuple[int, int]] = set()
    for frame, hit in _hits(state, story):
        if (hit.start, hit.end) in seen or _excused(state, context, hit.start, hit.end):
            continue
        if not is_searched_for(frame, story, hit, state.ready.sets):
            continue
        seen.add((hit.start, hit.end))
        yield Finding(hit.start, hit.end, suggestions=() if hit.suggestion is None else (hit.suggestion,))


def _hits(state: State, story: Story) -> list[tuple[Frame, Hit]]:
    """Return every match in order of the anchors' places, the first of the frames for each place."""
    ready, lexicon = state.ready, state.lexicon
    best: dict[int, tuple[int, Hit]] = {}
    for number, first in find_starts(ready, story, lexicon):
        frame, slots = ready.frame(number)
        anchor = first + frame.lead
        if anchor in best and best[anchor][0] < number:
            continue
        hit = match_at(frame, slots, story, first, lexicon)
        if hit is not None:
            best[anchor] = number, hit
    return [(ready.frame(number)[0], hit) for _, (number, hit) in sorted(best.items())] if best else []


def _excused(state: State, context: Context, start: int, end: int) -> bool:
    return overlaps_any(state.exceptions, context, start, end) or in_same_sentence(state.unless, context, start)
