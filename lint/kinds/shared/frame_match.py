"""Matching frames (see `frames`): the words of a check's sets are looked up once, and most places fail at a word.

A frame begins with elements that take one word each, so that the distances between these are known. Where one of them
is, the words that the others ask for are looked for beside it, the rarest first; classes are asked last.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import takewhile
from typing import Any, NamedTuple

import msgspec

from ...text.story import Story
from ...text.tokens import Token, TokenKind
from .frames import (
    CLASSES,
    REWRITES,
    SHAPES,
    Element,
    Frame,
    Sets,
    Word,
    has_shape,
    pattern_of,
    plain_words,
    searched,
    shape_of,
)
from .frequency import per_thousand
from .lexicon import Lexicon
from .matching import compile_pattern, recase


class Slot(NamedTuple):
    """What an element takes: one of its ``words``, or a word that fits one of the ``others``.

    Each of these is a conjunction of (negated, words, class); of the latter two, one is empty.
    """

    words: frozenset[str]
    others: tuple[tuple[tuple[bool, frozenset[str], str], ...], ...]


class Ready(NamedTuple):
    """A frame with its words looked up.

    ``key``: distance of the token that a story is searched for from the frame's first, one of ``words`` (``shapes``:
    or of such a shape). Beside it stand words at the distances from it that ``beside`` gives, ``after`` being those
    directly after it. ``classes``: elements among the first ``fixed``, by their distance from the first token.
    """

    frame: Frame
    key: int
    words: frozenset[str]
    shapes: tuple[str, ...]
    after: frozenset[str]
    beside: tuple[tuple[int, frozenset[str]], ...]
    classes: tuple[tuple[int, Slot], ...]
    fixed: int
    slots: tuple[Slot, ...]


class Hit(msgspec.Struct, frozen=True):
    """A match: the marked span in code points, the suggestion (None where nothing is to be suggested).

    ``taken``: for each element of the frame, the half-open range of tokens that it took.
    """

    start: int
    end: int
    suggestion: str | None
    taken: tuple[tuple[int, int], ...]


# Making ready


class Maker:
    """Makes the frames of one check ready; equal parts of them are one object, which keeps the book small."""

    def __init__(self, sets: Mapping[str, frozenset[str]]) -> None:
        self._sets = sets
        self._slots: dict[tuple[tuple[tuple[bool, str, str], ...], ...], Slot] = {}
        self._words: dict[frozenset[str], frozenset[str]] = {}

    def ready(self, frame: Frame) -> Ready:
        """Return a frame with its words looked up. It needs a plain word among the elements it begins with."""
        slots = tuple(self._slot(element.alternatives) for element in frame.elements)
        fixed = [element for element in takewhile(lambda e: e.once, frame.elements) if element.insert is None]
        asked = [(at, self._plain(element)) for at, element in enumerate(fixed) if plain_words(element, self._sets)]
        places = [(at, words) for at, words in asked if words.isdisjoint(SHAPES)]
        key, words = min(places or asked, key=lambda place: per_thousand(place[1]))
        beside = {at - key: found for at, found in places if at != key}
        one_each = [slot for element, slot in zip(frame.elements, slots, strict=True) if element.insert is None]
        return Ready(
            frame=frame,
            key=key,
            words=words - SHAPES,
            shapes=tuple(sorted(words & SHAPES)),
            after=beside.pop(1, frozenset()),
            beside=tuple(sorted(beside.items(), key=lambda item: per_thousand(item[1]))),
            classes=tuple(
                sorted(((at, slot) for at, slot in enumerate(one_each[: len(fixed)]) if slot.others), key=_commonness)
            ),
            fixed=sum(1 for _ in takewhile(lambda e: e.once, frame.elements)),
            slots=slots,
        )

    def _plain(self, element: Element) -> frozenset[str]:
        words = frozenset(plain_words(element, self._sets))
        return self._words.setdefault(words, words)

    def _slot(self, alternatives: tuple[tuple[tuple[bool, str, str], ...], ...]) -> Slot:
        known = self._slots.get(alternatives)
        if known is None:
            known = self._slots[alternatives] = self._new_slot(alternatives)
        return known

    def _new_slot(self, alternatives: tuple[tuple[tuple[bool, str, str], ...], ...]) -> Slot:
        words: set[str] = set()
        others: list[tuple[tuple[bool, frozenset[str], str], ...]] = []
        for atoms in alternatives:
            negated, name, kind = atoms[0]
            if len(atoms) == 1 and not negated and kind != "class":
                words |= self._sets[name] if kind == "set" else {name}
            else:
                others.append(tuple((negated, *self._asked(name, kind)) for negated, name, kind in atoms))
        found = frozenset(words)
        return Slot(self._words.setdefault(found, found), tuple(others))

    def _asked(self, name: str, kind: str) -> tuple[frozenset[str], str]:
        if kind == "class":
            return frozenset(), name
        words = self._sets[name] if kind == "set" else frozenset((name,))
        return self._words.setdefault(words, words), ""


_COMMON = ("END", "START", "WORD", "ANY", "LOWER", "FUNC", "NAME", "MOD")


def _commonness(place: tuple[int, Slot]) -> tuple[bool, int]:
    """Sort what most words are to the end."""
    _, slot = place
    common = any(all(negated or name in _COMMON for negated, words, name in atoms) for atoms in slot.others)
    return common, len(slot.others)


# Matching


def match_at(ready: Ready, story: Story, first: int, lexicon: Lexicon) -> Hit | None:
    """Match a frame whose first element would take the token of that index; None where it does not match.

    It ends with the block that holds the anchor's token: what lies outside is a word of its own, with an empty text.
    """
    tokens = story.tokens
    anchor = first + ready.frame.lead
    if not 0 <= anchor < len(tokens):
        return None
    low, high = _block(story, anchor)

    def word_at(position: int) -> Word:
        return _word(*tokens[position][2:]) if low <= position < high else _NO_WORD

    for distance, slot in ready.classes:
        if not _fits(slot, word_at(first + distance), lexicon):
            return None
    elements, slots = ready.frame.elements, ready.slots

    def rest(number: int, position: int) -> tuple[tuple[int, int], ...] | None:
        """Return the tokens that the elements from that number on take. At most four repeats of one are taken back."""
        if number == len(elements):
            return ()
        element, slot = elements[number], slots[number]
        if element.insert is not None:
            later = rest(number + 1, position)
            return None if later is None else ((position, position), *later)
        count = 0
        while count < element.most and _fits(slot, word_at(position + count), lexicon):
            count += 1
        while count >= element.least:
            later = rest(number + 1, position + count)
            if later is not None:
                return ((position, position + count), *later)
            count -= 1
        return None

    taken = rest(0, first)
    return None if taken is None else _hit(ready.frame, story.text, tokens, taken, lexicon)


_NO_WORD = Word("", "", False, False)


@lru_cache(maxsize=16384)
def _word(text: str, kind: TokenKind) -> Word:
    text = text.replace("’", "'")
    return Word(text, text.lower(), kind is TokenKind.NUMBER, kind is TokenKind.PUNCT)


def _block(story: Story, index: int) -> tuple[int, int]:
    """Return the range of the tokens in the block of a token, which all frames near it ask for."""
    known: dict[int, tuple[int, int]] = story.memo.setdefault(__name__, {})
    offset = story.tokens[index].start
    number = story.block_index(offset)
    found = known.get(number)
    if found is None:
        block = story.block_at(offset)
        start, end = (block.start, block.end) if block else (0, len(story.text))
        found = known[number] = story.token_index(start - 1) + 1, story.token_index(end - 1) + 1
    return found


def _fits(slot: Slot, word: Word, lexicon: Lexicon) -> bool:
    if word.low in slot.words:
        return True
    for atoms in slot.others:
        for negated, words, name in atoms:
            if (CLASSES[name](lexicon, word) if name else word.low in words) is negated:
                break
        else:
            return True
    return False


def _hit(
    frame: Frame, text: str, tokens: tuple[Token, ...], taken: tuple[tuple[int, int], ...], lexicon: Lexicon
) -> Hit | None:
    begin, end = frame.mark
    inside = [position for a, b in taken[begin:end] for position in range(a, b) if 0 <= position < len(tokens)]
    if not inside:
        return None
    start, stop = tokens[inside[0]].start, tokens[inside[-1]].end
    return Hit(start, stop, _suggest(frame, text, tokens, taken, lexicon, start, stop), taken)


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


def is_searched_for(ready: Ready, story: Story, hit: Hit, sets: Sets) -> bool:
    """Say whether the pattern of what the frame is searched for (`pattern_of`) matches where the frame does.

    It knows the letters of English and no marks within a phrase, so that it is narrower than the frame. Nearly always
    the tokens say as much, each for itself; else RE2 is asked, which takes up to 10 ms to compile the pattern.
    """
    frame, taken = ready.frame, hit.taken
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
    return low in words or any(word in SHAPES and has_shape(word, low) for word in words)


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> Any:
    return compile_pattern(pattern, "frames")
