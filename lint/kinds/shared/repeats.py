"""Paragraphs and sentences that a story holds twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ...text.blocks import BlockKind
from ...text.regex import regex
from ...text.span import Span
from ...text.story import Story

_WORD = regex(r"\w+")
_EDGE = 4  # a near repeat shares its first or its last so many words
_ALIKE = 0.85  # of the three-word runs of both together


class Repeat(NamedTuple):
    first: Span
    again: Span
    exact: bool
    adjacent: bool


@lru_cache(maxsize=2)
def _words_of_blocks(story: Story) -> tuple[tuple[str, ...], ...]:
    """Return the words of each body paragraph, in lower case, with nothing for the other blocks."""
    return tuple(
        tuple(_WORD.findall(story.text[block.start : block.end].lower())) if block.kind is BlockKind.BODY else ()
        for block in story.blocks
    )


@lru_cache(maxsize=2)  # three checks ask for the same story, one after the other
def repeated_paragraphs(story: Story, least: int) -> tuple[Repeat, ...]:
    """Return every body paragraph of at least ``least`` words that an earlier one says, word for word or nearly.

    Case and punctuation do not count. Linear: a paragraph is compared with at most two earlier ones.
    """
    found: list[Repeat] = []
    seen: dict[tuple[str, ...], int] = {}
    edges: dict[tuple[str, ...], int] = {}
    worded: dict[int, tuple[str, ...]] = {}
    previous = -1
    for index, block in enumerate(story.blocks):
        if block.kind is not BlockKind.BODY:
            continue
        words = _words_of_blocks(story)[index]
        before, previous = previous, index
        if len(words) < least:
            continue
        first = seen.get(words)
        exact = first is not None
        heads = (("<", *words[:_EDGE]), (">", *words[-_EDGE:]))
        if first is None and len(words) >= least + 2:
            near = [edges[edge] for edge in heads if edge in edges]
            first = next((at for at in near if _is_near(story, at, index, worded[at], words, least)), None)
        if first is not None:
            earlier = story.blocks[first]
            found.append(Repeat(Span(earlier.start, earlier.end), Span(block.start, block.end), exact, first == before))
            continue
        seen[words] = index
        worded[index] = words
        for edge in heads:
            edges.setdefault(edge, index)
    return tuple(found)


def repeated_sentences(story: Story, least: int) -> Iterator[Repeat]:
    """Yield every sentence of at least ``least`` words that the body holds word for word in an earlier place.

    Sentences of speech and of paragraphs that are repeated as a whole are left out.
    """
    whole = {repeat.again.start for repeat in repeated_paragraphs(story, least)}
    seen: dict[tuple[str, ...], tuple[Span, int]] = {}
    for index, (block, sentences) in enumerate(zip(story.blocks, story.block_sentences, strict=True)):
        if block.kind is not BlockKind.BODY or block.start in whole:
            continue
        for sentence in sentences:
            if sentence.end - sentence.start < 4 * least:
                continue
            words = tuple(_WORD.findall(story.text[sentence.start : sentence.end].lower()))
            if len(words) < least or _is_speech(story, sentence):
                continue
            if words in seen:
                first, place = seen[words]
                yield Repeat(first, sentence, True, index == place)
            else:
                seen[words] = (sentence, index)


_EDITED = 10  # one word in ten may be another


def _is_near(story: Story, first: int, again: int, one: tuple[str, ...], other: tuple[str, ...], least: int) -> bool:
    if len(other) >= 2 * least and _alike(one, other):
        return True
    return _is_edited(one, other) and not _names(story, (first, again), one, other)


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if not 0.8 <= len(one) / len(other) <= 1.25:
        return False
    a, b = set(zip(one, one[1:], one[2:], strict=False)), set(zip(other, other[1:], other[2:], strict=False))
    return len(a & b) >= _ALIKE * len(a | b)


def _is_edited(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two paragraphs are one before and after an edit: a word or two changed, moved, put in or cut.

    A figure that differs makes them two facts told in one form (results, votes, prices).
    """
    if abs(len(one) - len(other)) * _EDITED > min(len(one), len(other)):
        return False
    left, right = Counter(one) - Counter(other), Counter(other) - Counter(one)
    changed = [*left, *right]
    if any(word[0].isdigit() or word in _NUMBERS for word in changed):
        return False
    if max(left.total(), right.total()) * _EDITED > min(len(one), len(other)):
        return False
    a, b = set(pairwise(one)), set(pairwise(other))
    return len(a & b) * 2 >= len(a | b)


def _names(story: Story, blocks: tuple[int, int], one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether a word by which two paragraphs differ is a name, so that they tell of two people or places."""
    changed = set((Counter(one) - Counter(other)) + (Counter(other) - Counter(one)))
    capitals = set()
    for index in blocks:
        block = story.blocks[index]
        capitals |= {word.lower() for word in _CAPITAL.findall(story.text, block.start + 1, block.end)}
    return not changed.isdisjoint(capitals)


_CAPITAL = regex(r"(?<![.!?”\"’'] )\b[A-Z]\w*")


_NUMBERS = frozenset(
    """
    one two three four five six seven eight nine ten eleven twelve first second third fourth fifth last next north
    south east west men women boys girls he she his her him monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
"""Words that tell one of two like facts from the other."""


def _is_speech(story: Story, sentence: Span) -> bool:
    middle = (sentence.start + sentence.end) // 2
    return story.in_speech(sentence.start, sentence.start + 1) or story.in_speech(middle, middle + 1)
