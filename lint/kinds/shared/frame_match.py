"""Matching frames (see `frames`): the words of a check's sets are looked up once, and most places fail at a word.

A frame begins with elements that take one token each, so that the distances between these are known. A story is
searched for the rarest of the words that they ask for (or words in -ly, in -ing, or figures); beside each, first the
words that others ask for are looked for, then classes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, cast

import msgspec

from ...text.story import Story
from ...text.tokens import Token, TokenKind, kind_of
from .frames import (
    CLASSES,
    REWRITES,
    Alternatives,
    Element,
    Frame,
    Sets,
    Word,
    has_shape,
    parse_element,
    parse_frame,
    pattern_of,
    searched,
    shape_end,
    shape_of,
)
from .frequency import per_thousand
from .lexicon import Lexicon
from .matching import compile_pattern, recase

_Atom = tuple[bool, frozenset[str], str]


class Slot(msgspec.Struct, frozen=True):
    """What an element takes: one of its ``words``, or a token that fits one of the ``others``.

    Each of these is a conjunction of (negated, words, class); of the latter two, one is empty. ``known``: what was
    found of tokens, kept for the next story.
    """

    words: frozenset[str]
    others: tuple[tuple[_Atom, ...], ...]
    known: dict[str, bool]

    def takes(self, text: str, lexicon: Lexicon) -> bool:
        """Say whether it takes a token of that text ("" beyond its block)."""
        found = self.known.get(text)
        if found is None:
            if len(self.known) >= _KEPT:
                self.known.clear()
            found = self.known[text] = self._takes(_word(text) if text else _NO_WORD, lexicon)
        return found

    def _takes(self, word: Word, lexicon: Lexicon) -> bool:
        if word.low in self.words:
            return True
        for atoms in self.others:
            for negated, words, name in atoms:
                if (CLASSES[name](lexicon, word) if name else word.low in words) is negated:
                    break
            else:
                return True
        return False

    @property
    def takes_nothing(self) -> bool:
        """It takes what lies beyond a block, be it only because that is not one of some words."""
        return any(
            all((name in _HOLD_FOR_NOTHING) is not negated for negated, _, name in atoms) for atoms in self.others
        )


_HOLD_FOR_NOTHING = ("END", "START")
_KEPT = 3000
"""Tokens that are kept of a slot: all but a dozen of the 340 slots that stories ask for stay far below it."""


Start = tuple[
    int,
    int,
    int,
    tuple[tuple[int, frozenset[str]], ...],
    tuple[tuple[int, int, frozenset[str]], ...],
    tuple[tuple[int, int], ...],
    tuple[tuple[int, int], ...],
]
"""Where a frame of that number may begin: so many tokens, at least and at most, before one that is searched for.

Then: the words one of which stands at a distance from that token; those that do so at one of several distances (the
first and the last); the slots that take what stands at a distance from that token, and those that do so from the
frame's first. A plain tuple, and slots by their numbers: of the two thousand frames that are read at a start, few are
looked at closely.
"""


class Ready(msgspec.Struct, frozen=True):
    """The frames of a check, and where each may begin.

    By a word in ``words``, or the shape of a word in ``shapes``: the frames that are looked for by it. ``bodies`` are
    the elements that starts speak of, without their quantifiers and rewrites; ``slots`` and ``frames`` what was made of
    bodies and sources so far.
    """

    sources: tuple[str, ...]
    by_mark: bool
    sets: dict[str, frozenset[str]]
    words: dict[str, tuple[Start, ...]]
    shapes: dict[str, tuple[Start, ...]]
    bodies: tuple[str, ...]
    slots: dict[str, Slot]
    frames: dict[int, tuple[Frame, tuple[Slot, ...]]]

    def slot(self, body: str) -> Slot:
        """Return what an element takes, made when first asked for."""
        found = self.slots.get(body)
        if found is None:
            found = self.slots[body] = _slot(parse_element(body, self.sets).alternatives, self.sets)
        return found

    def frame(self, number: int) -> tuple[Frame, tuple[Slot, ...]]:
        """Return a frame with what each of its elements takes, read when first asked for."""
        found = self.frames.get(number)
        if found is None:
            frame = parse_frame(self.sources[number], self.sets, by_mark=self.by_mark)
            slots = tuple(self.slot(element.body) if element.insert is None else _NO_SLOT for element in frame.elements)
            found = self.frames[number] = frame, slots
        return found


_NO_SLOT = Slot(frozenset(), (), {})


class Hit(msgspec.Struct, frozen=True):
    """A match: the marked span in code points, the suggestion (None where nothing is to be suggested).

    ``taken``: for each element of the frame, the half-open range of tokens that it took.
    """

    start: int
    end: int
    suggestion: str | None
    taken: tuple[tuple[int, int], ...]


# Making ready


def make_ready(frames: Sequence[Frame], sets: dict[str, frozenset[str]], *, by_mark: bool) -> Ready:
    """Find out how to search for frames. Each needs a plain word among the elements that it begins with."""
    maker = _Maker(sets)
    words: dict[str, list[Start]] = {}
    shapes: dict[str, list[Start]] = {}
    for number, frame in enumerate(frames):
        key, start = maker.start(number, frame)
        for word in key.words:
            words.setdefault(word, []).append(start)
        for shape in key.shapes:
            shapes.setdefault(shape, []).append(start)
    alike: dict[tuple[int, ...], tuple[Start, ...]] = {}
    return Ready(
        sources=tuple(frame.source for frame in frames),
        by_mark=by_mark,
        sets=sets,
        words={
            word: alike.setdefault(tuple(start[0] for start in found), tuple(found)) for word, found in words.items()
        },
        shapes={shape: tuple(found) for shape, found in shapes.items()},
        bodies=tuple(maker.bodies),
        slots={},
        frames={},
    )


class _Asked(NamedTuple):
    """What an element takes, if that can be told from its words and the shapes of words."""

    words: frozenset[str]
    shapes: frozenset[str]

    @property
    def frequency(self) -> float:
        return per_thousand(self.words) + sum(_SHAPES[shape] for shape in self.shapes)


_SHAPES = {"LY": 12, "ING": 25, "CARDINAL": 10}
"""Classes of words that are known by their shape, and how many of a thousand tokens have it."""


class _Maker:
    """Makes the starts of one check's frames; equal parts of them are one object, which keeps the book small."""

    def __init__(self, sets: Mapping[str, frozenset[str]]) -> None:
        self.bodies: dict[str, int] = {}
        self._sets = sets
        self._words: dict[frozenset[str], frozenset[str]] = {}

    def start(self, number: int, frame: Frame) -> tuple[_Asked, Start]:
        """Return what a story is searched for to find a frame, and what must stand beside it."""
        elements = [element for element in frame.elements if element.insert is None]
        asked = {
            at: found
            for at, element in enumerate(elements)
            if element.least and (found := self._asked(element.alternatives))
        }
        # Farther off than what `_Near` has room for, nothing is asked.
        first = [_distance(elements[:at]) for at in range(len(elements))]
        asked = {at: found for at, found in asked.items() if first[at][1] < _ROOM}
        key = min(asked, key=lambda at: _work(at, asked, elements))
        beside: list[tuple[int, int, frozenset[str]]] = []
        for at, found in sorted(asked.items(), key=lambda item: item[1].frequency):
            if at != key and not found.shapes:
                beside.append((*_between(elements, key, at), found.words))
        slots = [(at, element, _slot(element.alternatives, self._sets)) for at, element in enumerate(elements)]
        slots = [place for place in slots if place[1].once and place[2].others and not place[2].takes_nothing]
        near: list[tuple[int, int]] = []
        lead: list[tuple[int, int]] = []
        for at, element, _ in sorted(slots, key=lambda place: _commonness(place[2])):
            least, most = _between(elements, key, at)
            body = self.bodies.setdefault(element.body, len(self.bodies))
            if least == most and abs(least) < _ROOM:
                near.append((least, body))
            elif first[at][0] == first[at][1] < _ROOM:
                lead.append((first[at][0], body))
        return asked[key], (
            number,
            *first[key],
            tuple((least, words) for least, most, words in beside if least == most),
            tuple(place for place in beside if place[0] < place[1]),
            tuple(near),
            tuple(lead),
        )

    def _asked(self, alternatives: Alternatives) -> _Asked | None:
        words: set[str] = set()
        shapes: set[str] = set()
        for atoms in alternatives:
            plain = next(((name, kind) for negated, name, kind in atoms if not negated and kind != "class"), None)
            shape = next((name for negated, name, kind in atoms if not negated and name in _SHAPES), None)
            if plain is not None:
                words |= _set(*plain, self._sets)
            elif shape is not None:
                shapes.add(shape)
            else:
                return None
        found = frozenset(words)
        return _Asked(self._words.setdefault(found, found), frozenset(shapes)) if words or shapes else None


def _slot(alternatives: Alternatives, sets: Mapping[str, frozenset[str]]) -> Slot:
    words: set[str] = set()
    others: list[tuple[_Atom, ...]] = []
    for atoms in alternatives:
        negated, name, kind = atoms[0]
        if len(atoms) == 1 and not negated and kind != "class":
            words |= _set(name, kind, sets)
        else:
            others.append(
                tuple(
                    (negated, frozenset(), name) if kind == "class" else (negated, _set(name, kind, sets), "")
                    for negated, name, kind in atoms
                )
            )
    return Slot(frozenset(words), tuple(others), {})


def _set(name: str, kind: str, sets: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return sets[name] if kind == "set" else frozenset((name,))


def _distance(elements: Sequence[Element]) -> tuple[int, int]:
    """Return how many tokens elements take, at least and at most."""
    return sum(element.least for element in elements), sum(element.most for element in elements)


def _between(elements: Sequence[Element], key: int, at: int) -> tuple[int, int]:
    """Return the least and the greatest distance from one element's first token to another's."""
    least, most = _distance(elements[min(at, key) : max(at, key)])
    return (least, most) if at > key else (-most, -least)


def _work(key: int, asked: Mapping[int, _Asked], elements: Sequence[Element]) -> float:
    """Return roughly how much it costs to search for a frame by the words of one of its elements.

    Each token that has them is looked at; where those beside it are right too, what stands around it; and then the
    frame is tried at each place where it may begin.
    """
    beside = around = 1.0
    for at, found in asked.items():
        least, most = _between(elements, key, at)
        if least == most:
            beside *= found.frequency / 1000 if at != key else 1
        else:
            around *= min(1.0, found.frequency * (most - least + 1) / 1000)
    least, most = _distance(elements[:key])
    return asked[key].frequency * (1 + beside * (6 * (around < 1) + 12 * around * (most - least + 1)))


_COMMON = ("END", "START", "WORD", "ANY", "LOWER", "FUNC", "NAME", "MOD")


def _commonness(slot: Slot) -> tuple[bool, int]:
    """Sort what most words are to the end."""
    common = any(all(negated or name in _COMMON for negated, words, name in atoms) for atoms in slot.others)
    return common, len(slot.others)


# Matching

_ROOM = 24
"""Tokens: farther from a frame's beginning, nothing is looked for before all else."""


def find_starts(ready: Ready, story: Story, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return frames by their numbers, each with the index of the token it may begin with, be it before the first."""
    near = _near(story)
    known = near.starts.get(id(ready))
    if known is not None:
        return known[1]
    positions = story.word_positions
    words = ready.words
    result: list[tuple[int, int]] = []
    for word in words.keys() & positions.keys():
        for start in words[word]:
            result += _starts_at(ready, start, positions[word], near, lexicon)
    for shape, starts in ready.shapes.items():
        for start in starts:
            result += _starts_at(ready, start, near.by_shape(shape), near, lexicon)
    return result


def _starts_at(
    ready: Ready, start: Start, indexes: Sequence[int], near: _Near, lexicon: Lexicon
) -> list[tuple[int, int]]:
    """Return where a frame may begin, by the places of a word that it is searched for by."""
    number, least, most, beside, around, classes, lead = start
    spellings, texts, bodies, slots = near.spellings, near.texts, ready.bodies, ready.slots
    result: list[tuple[int, int]] = []
    for index in indexes:
        for distance, asked in beside:
            if spellings[index + distance] not in asked:
                break
        else:
            for distance, body in classes:
                slot = slots.get(bodies[body]) or ready.slot(bodies[body])
                text = texts[index + distance]
                takes = slot.known.get(text)
                if not (slot.takes(text, lexicon) if takes is None else takes):
                    break
            else:
                if around and not _all_around(around, index, spellings):
                    continue
                result += [
                    (number, first)
                    for first in range(index - most, index - least + 1)
                    if all(ready.slot(bodies[body]).takes(texts[first + at], lexicon) for at, body in lead)
                ]
    return result


_Owned = tuple[int, Start]
_Place = tuple[int, frozenset[str], tuple[tuple[frozenset[str], tuple[_Owned, ...]], ...]]
"""A distance from a word, the words that frames ask for there, and of these some with the frames that ask for them."""


class Joint:
    """The frames of many checks, for which a story is searched in one walk.

    Most words of a story are asked for by one check or another, but few pairs of them are: so under a word lie the
    frames that are searched for by it by what must stand beside it. Words that were listed together share all that.
    """

    def __init__(self, checks: Sequence[tuple[Ready, Lexicon]]) -> None:
        self._checks = checks
        self._words: dict[str, list[_Owned]] = {}
        self._shapes: dict[str, list[_Owned]] = {}
        for owner, (ready, _) in enumerate(checks):
            for asked, owned in ((ready.words, self._words), (ready.shapes, self._shapes)):
                for name, starts in asked.items():
                    owned.setdefault(name, []).extend([(owner, start) for start in starts])
        self._places: dict[str, tuple[_Place, ...]] = {}  # of the words that were met so far
        self._alike: dict[tuple[tuple[int, int], ...], tuple[_Place, ...]] = {}

    def search(self, story: Story) -> list[int]:
        """Return the checks, by their places, whose frames may begin somewhere in a story.

        What was found is kept for `find_starts`.
        """
        near = _near(story)
        positions, spellings, places = story.word_positions, near.spellings, self._places
        found: dict[int, list[tuple[int, int]]] = {}
        for word in self._words.keys() & positions.keys():
            indexes = positions[word]
            for distance, asked, groups in places.get(word) or self._read(word):
                if not asked:
                    self._try(groups[0][1], indexes, near, found)
                    continue
                for index in indexes:
                    beside = spellings[index + distance]
                    if beside in asked:
                        for some, owned in groups:
                            if beside in some:
                                self._try(owned, (index,), near, found)
        for shape, shaped in self._shapes.items():
            self._try(shaped, near.by_shape(shape), near, found)
        for owner, starts in found.items():
            ready = self._checks[owner][0]
            near.starts[id(ready)] = ready, starts
        return list(found)

    def _read(self, word: str) -> tuple[_Place, ...]:
        owned = self._words[word]
        key = tuple([(owner, start[0]) for owner, start in owned])
        known = self._alike.get(key)
        if known is None:
            known = self._alike[key] = _places(owned)
        self._places[word] = known
        return known

    def _try(
        self, owned: Iterable[_Owned], indexes: Sequence[int], near: _Near, found: dict[int, list[tuple[int, int]]]
    ) -> None:
        for owner, start in owned:
            ready, lexicon = self._checks[owner]
            starts = _starts_at(ready, start, indexes, near, lexicon)
            if starts:
                found.setdefault(owner, []).extend(starts)


def _places(owned: Iterable[_Owned]) -> tuple[_Place, ...]:
    """Sort frames that are searched for by a word by the rarest of what stands at a known distance from it."""
    places: dict[int | None, dict[frozenset[str], list[_Owned]]] = {}
    for each in owned:
        beside = each[1][3]
        distance, words = beside[0] if beside else (None, frozenset[str]())
        places.setdefault(distance, {}).setdefault(words, []).append(each)
    return tuple(
        (distance or 0, frozenset().union(*groups), tuple((words, tuple(each)) for words, each in groups.items()))
        for distance, groups in places.items()
    )


def _all_around(around: tuple[tuple[int, int, frozenset[str]], ...], index: int, spellings: tuple[str, ...]) -> bool:
    return not any(words.isdisjoint(spellings[max(0, index + low) : index + high + 1]) for low, high, words in around)


class _Near:
    """What all frames ask of a story: the tokens' texts and spellings, with empty ones for what lies beyond."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self.spellings = (*story.spellings, *[""] * _ROOM)
        self.texts = (*story.token_texts, *[""] * _ROOM)
        # What was found for several checks, by the identity of their `Ready`, which is nobody else's while it is kept.
        self.starts: dict[int, tuple[Ready, list[tuple[int, int]]]] = {}
        self._shapes: dict[str, list[int]] = {}
        self._blocks: dict[int, tuple[int, int]] = {}

    def by_shape(self, shape: str) -> list[int]:
        """Return the indexes of the tokens that have the shape of a class."""
        known = self._shapes.get(shape)
        if known is None:
            positions = self._story.word_positions
            end = shape_end(shape)
            words = [word for word in positions if word.endswith(end)] if end else list(positions)
            known = [index for word in words if has_shape(shape, word) for index in positions[word]]
            self._shapes[shape] = known
        return known

    def block(self, index: int) -> tuple[int, int]:
        """Return the range of the tokens in the block of a token."""
        story = self._story
        offset = story.token_starts[index]
        number = story.block_index(offset)
        found = self._blocks.get(number)
        if found is None:
            block = story.block_at(offset)
            start, end = (block.start, block.end) if block else (0, len(story.text))
            found = self._blocks[number] = story.token_index(start - 1) + 1, story.token_index(end - 1) + 1
        return found


def _near(story: Story) -> _Near:
    near = story.memo.get(__name__)
    if near is None:
        near = story.memo[__name__] = _Near(story)
    return cast(_Near, near)


def match_at(frame: Frame, slots: Sequence[Slot], story: Story, first: int, lexicon: Lexicon) -> Hit | None:
    """Match a frame whose first element would take the token of that index; None where it does not match.

    It ends with the block that holds the anchor's token: what lies outside is a word of its own, with an empty text.
    """
    texts = story.token_texts
    anchor = first + frame.lead
    if not 0 <= anchor < len(texts):
        return None
    near = _near(story)
    low, high = near.block(anchor)
    elements = frame.elements

    def rest(number: int, position: int) -> tuple[tuple[int, int], ...] | None:
        """Return the tokens that the elements from that number on take. At most four repeats of one are taken back."""
        if number == len(elements):
            return ()
        element, slot = elements[number], slots[number]
        if element.insert is not None:
            later = rest(number + 1, position)
            return None if later is None else ((position, position), *later)
        count = 0
        while count < element.most:
            at = position + count
            if not slot.takes(texts[at] if low <= at < high else "", lexicon):
                break
            count += 1
        while count >= element.least:
            later = rest(number + 1, position + count)
            if later is not None:
                return ((position, position + count), *later)
            count -= 1
        return None

    taken = rest(0, first)
    return None if taken is None else _hit(frame, story, taken, lexicon)


_NO_WORD = Word("", "", False, False)


@lru_cache(maxsize=8192)
def _word(text: str) -> Word:
    kind = kind_of(text)
    text = text.replace("’", "'")
    return Word(text, text.lower(), kind is TokenKind.NUMBER, kind is TokenKind.PUNCT)


def _hit(frame: Frame, story: Story, taken: tuple[tuple[int, int], ...], lexicon: Lexicon) -> Hit | None:
    begin, end = frame.mark
    count = len(story.token_texts)
    inside = [position for a, b in taken[begin:end] for position in range(a, b) if 0 <= position < count]
    if not inside:
        return None
    tokens = story.tokens
    start, stop = tokens[inside[0]].start, tokens[inside[-1]].end
    return Hit(start, stop, _suggest(frame, story.text, tokens, taken, lexicon, start, stop), taken)


def _suggest(
    frame: Frame,
    text: str,
    tokens: tuple[Token, ...],
    taken: tuple[tuple[int, int], ...],
    lexicon: Lexicon,
    start: int,
    stop: int,
) -> str | None:
    begin, end = frame.mark
    elements = frame.elements[begin:end]
    if not any(e.rewrite is not None or e.literal is not None or e.insert is not None for e in elements):
        return None
    parts: list[str] = []
    done = start
    for element, (a, b) in zip(elements, taken[begin:end], strict=True):
        if element.insert is not None:
            at = tokens[a].start if a < len(tokens) and tokens[a].start < stop else stop
            gap = text[done:at]
            parts.append(gap + element.insert + " " if at < stop else gap + " " + element.insert)
            done = at
            continue
        for position in range(a, b):
            token = tokens[position]
            new = token.text
            if element.literal is not None:
                new = recase(token.text, element.literal)
            elif element.rewrite == "bare":
                new = re.sub("['’]", "", token.text)  # "MP's" -> "MPs": capitals inside a word stay
            elif element.rewrite is not None:
                made = REWRITES[element.rewrite](lexicon, token.text.lower().replace("’", "'"))
                if made is None:
                    return None
                new = recase(token.text, made)
            parts.append(text[done : token.start] if new else "")
            parts.append(new)
            done = token.end
    suggestion = "".join(parts).strip()
    return suggestion.replace("'", "’") if "’" in text[start:stop] else suggestion


# What a text is searched for


def is_searched_for(frame: Frame, story: Story, hit: Hit, sets: Sets) -> bool:
    """Say whether the pattern of what the frame is searched for (`pattern_of`) matches where the frame does.

    It knows the letters of English and no marks within a phrase, so that it is narrower than the frame. Nearly always
    the tokens say as much, each for itself; else RE2 is asked, which takes up to 10 ms to compile the pattern.
    """
    taken = hit.taken
    if all(
        _is_plain(story, position, words, "" if words else shape_of(element))
        for index, element, words in searched(frame, sets)
        for position in range(*taken[index])
    ):
        return True
    start = story.tokens[taken[frame.anchor][0]].start
    before = max(0, start - 1)
    pattern = _compiled(f"(?i){pattern_of(frame, sets)}")
    return pattern.match(story.text[before : start + _REACH], start - before) is not None


_REACH = 500
"""Code points that a frame's words may take."""
_GAP = "\t\n\f\r "


def _is_plain(story: Story, position: int, words: tuple[str, ...], shape: str) -> bool:
    """Say whether the pattern of an element takes a token and the gap after it, whatever stands around them."""
    if not 0 <= position < len(story.tokens):
        return False
    start, end, text, _ = story.tokens[position]
    around = story.text[max(0, start - 1) : start] + story.text[end : end + 1]
    if not text.replace("’", "'").isascii() or any(char.isalnum() or char == "_" for char in around):
        return False
    after = story.tokens[position + 1].start if position + 1 < len(story.tokens) else end
    if story.text[end:after].strip(_GAP):
        return False
    low = story.spellings[position]
    if shape:
        return re.fullmatch(shape, low, re.ASCII) is not None
    return low in words or any(word.isupper() and has_shape(word, low) for word in words)


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> Any:
    return compile_pattern(pattern, "frames")
