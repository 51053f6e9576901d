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

from collections.abc import Iterator
from functools import lru_cache
from itertools import count
from operator import itemgetter
from typing import Any

import msgspec

from ..text.story import Story
from .shared.base import Context, Finding, KindOptions, Lists, OptionError
from .shared.frames import Frame, has_shape, match_at, parse_frame, words_beside
from .shared.lexicon import Lexicon, load_lexicon
from .shared.matching import compile_pattern, in_same_sentence, overlaps_any


class Options(KindOptions, frozen=True):
    frames: tuple[str, ...]
    sets: dict[str, str] = msgspec.field(default_factory=dict)
    except_: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    by_mark: bool = False


class State(msgspec.Struct, frozen=True):
    pattern: str  # RE2: where any of the frames may match; compiled when first needed
    heads: dict[str, tuple[Frame, ...]]  # frames by the first word that they are searched for
    shaped: tuple[tuple[str, Frame], ...]  # frames searched for by the shape of a word
    before: dict[str, frozenset[str]]  # by a frame's source: the words one of which must stand before its anchor
    after: dict[str, frozenset[str]]  # ... and after it
    texts: Iterator[int]  # counts the texts that were checked
    sets: dict[str, frozenset[str]]
    lexicon: Lexicon
    exceptions: tuple[Any, ...]
    unless: tuple[Any, ...]


class Parsed(msgspec.Struct, frozen=True):
    """What reading the frames gives: kept in the compiled book, for a thousand of them take 50 ms to read."""

    frames: tuple[Frame, ...]
    sets: dict[str, frozenset[str]]
    before: dict[str, frozenset[str]]
    after: dict[str, frozenset[str]]


def parse(options: Options, lists: Lists) -> Parsed:
    if not options.frames:
        raise OptionError("needs `frames`")
    lexicon = load_lexicon(lists)
    sets = {name: _set(name, words, lists, lexicon) for name, words in options.sets.items()}
    frames = tuple(
        parse_frame(source, sets, "frames", index, by_mark=options.by_mark)
        for index, source in enumerate(options.frames)
    )
    return Parsed(
        frames=frames,
        sets={name: frozenset(words) for name, words in sets.items()},
        before={frame.source: words for frame in frames if (words := words_beside(frame, sets, -1))},
        after={frame.source: words for frame in frames if (words := words_beside(frame, sets, 1))},
    )


def restore(parsed: Parsed, options: Options, lists: Lists) -> State:
    heads: dict[str, list[Frame]] = {}
    for frame in parsed.frames:
        for head in frame.heads:
            heads.setdefault(head, []).append(frame)
    return State(
        pattern="(?i)" + "|".join(dict.fromkeys(f"(?:{frame.pattern})" for frame in parsed.frames)),
        heads={head: tuple(found) for head, found in heads.items() if head == head.lower()},
        shaped=tuple((head, frame) for head, found in heads.items() if head != head.lower() for frame in found),
        before=parsed.before,
        after=parsed.after,
        texts=count(),
        sets=parsed.sets,
        lexicon=load_lexicon(lists),
        exceptions=tuple(compile_pattern(p, "except", i) for i, p in enumerate(options.except_)),
        unless=tuple(compile_pattern(p, "unless", i) for i, p in enumerate(options.unless)),
    )


def prepare(options: Options, lists: Lists) -> State:
    return restore(parse(options, lists), options, lists)


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> Any:
    return compile_pattern(pattern, "frames")


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
    return (state.pattern,)


def check(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    first_texts = next(state.texts) < _PATTERN_PAYS
    seen: set[tuple[int, int]] = set()
    for index, frames in _starts(state, story) if first_texts else _places(state, story):
        found = ((frame, match_at(frame, story, index, state.lexicon, state.sets)) for frame in frames)
        frame, hit = next(((frame, hit) for frame, hit in found if hit is not None), (None, None))
        if frame is None or hit is None or (hit.start, hit.end) in seen or _excused(state, context, hit.start, hit.end):
            continue
        if first_texts and not _searched(state, frame, story, index):
            continue
        seen.add((hit.start, hit.end))
        yield Finding(hit.start, hit.end, suggestions=() if hit.suggestion is None else (hit.suggestion,))


_PATTERN_PAYS = 20
"""Texts after which the pattern is compiled. RE2 takes 10 ms to read one of 10 KB and to search a first text with it;
from then on, it is quicker than to look at each word."""


def _starts(state: State, story: Story) -> list[tuple[int, list[Frame]]]:
    """Return every token that may be the first plain word of frames, judged by it and those beside it, with these."""
    pairs = story.word_pairs
    starts: dict[int, list[Frame]] = {}

    def start(word: str, frame: Frame) -> None:
        nexts = pairs[word]
        wanted = state.after.get(frame.source)
        if wanted is not None and wanted.isdisjoint(nexts):
            return
        before = state.before.get(frame.source)
        for following, indexes in nexts.items():
            if wanted is None or following in wanted:
                for index in indexes:
                    if before is None or (index and story.spellings[index - 1] in before):
                        starts.setdefault(index, []).append(frame)

    for word in state.heads.keys() & pairs.keys():
        for frame in state.heads[word]:
            start(word, frame)
    for shape, frame in state.shaped:
        for word in pairs:
            if has_shape(shape, word):
                start(word, frame)
    return sorted(starts.items(), key=itemgetter(0))


def _stands(state: State, frame: Frame, story: Story, index: int) -> bool:
    """Say whether the words beside a token are those that a frame asks for there, if it asks for plain ones."""
    before, after = state.before.get(frame.source), state.after.get(frame.source)
    if before is not None and (index == 0 or story.spellings[index - 1] not in before):
        return False
    return after is None or (index + 1 < len(story.spellings) and story.spellings[index + 1] in after)


def _searched(state: State, frame: Frame, story: Story, index: int) -> bool:
    """Say whether `_places` has a token: most often the frame's own pattern says so."""
    start = story.tokens[index].start
    before = max(0, start - 1)
    own = _compiled(f"(?i){frame.pattern}").match(story.text[before : start + 500], start - before)
    return own is not None or any(index == place for place, _ in _places(state, story))


def _places(state: State, story: Story) -> Iterator[tuple[int, list[Frame]]]:
    """Yield every token that may be the first plain word of frames, with these; no token twice."""
    done = -1
    for found in _compiled(state.pattern).finditer(story.text):
        index = max(done + 1, story.token_index(found.start()))
        while index < len(story.tokens) and story.tokens[index].start < found.end():
            low = story.spellings[index]
            frames = [*state.heads.get(low, ()), *(frame for shape, frame in state.shaped if has_shape(shape, low))]
            if frames := [frame for frame in frames if _stands(state, frame, story, index)]:
                yield index, frames
            done = index
            index += 1


def _excused(state: State, context: Context, start: int, end: int) -> bool:
    return overlaps_any(state.exceptions, context, start, end) or in_same_sentence(state.unless, context, start)
