"""Paragraphs and sentences that a story holds twice."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

import msgspec

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


Words = tuple[str | None, ...]


class _Edges(msgspec.Struct):
    """What is worked out once a story.

    ``small`` is its text in small letters, ``bodies`` the indexes of its body blocks, ``openings`` the first words of
    each by its start, ``alike`` those that begin or end as another does, ``repeats`` the paragraphs that are there
    twice, by the fewest words they have.
    """

    small: str
    bodies: tuple[int, ...]
    openings: Mapping[int, Words]
    alike: tuple[int, ...]
    repeats: dict[int, tuple[Repeat, ...]]


def _edges(story: Story) -> _Edges:
    known: _Edges | None = story.memo.get(__name__)
    if known is None:
        small = _in_small_letters(story.text)
        bodies = {index: block for index, block in enumerate(story.blocks) if block.kind is BlockKind.BODY}
        openings = {block.start: _first_words(small, block.start, block.end) for block in bodies.values()}
        alike = _sharing(bodies, openings.values())
        alike |= _sharing(bodies, [_last_words(small, block.start, block.end) for block in bodies.values()])
        known = story.memo[__name__] = _Edges(small, tuple(bodies), openings, tuple(sorted(alike)), {})
    return known


def _in_small_letters(text: str) -> str:
    small = text.lower()
    # One capital in all of Unicode has two small characters.
    return (
        small if len(small) == len(text) else "".join(low if len(low := char.lower()) == 1 else char for char in text)
    )


def repeated_paragraphs(story: Story, least: int) -> tuple[Repeat, ...]:
    """Return every body paragraph of at least ``least`` words that an earlier one says, word for word or nearly.

    Case and punctuation do not count. Linear: the words of a paragraph are read only where another begins or ends with
    the same ones, and it is compared with at most two earlier ones. Worked out once a story.
    """
    edges = _edges(story)
    if least not in edges.repeats:
        edges.repeats[least] = tuple(_repeated_paragraphs(story, edges, least))
    return edges.repeats[least]


def _repeated_paragraphs(story: Story, read: _Edges, least: int) -> Iterator[Repeat]:
    text, blocks, bodies = story.text, story.blocks, read.bodies
    seen: dict[tuple[str, ...], int] = {}
    edges: dict[tuple[str, ...], int] = {}
    worded: dict[int, tuple[str, ...]] = {}
    for index in read.alike:
        block = blocks[index]
        words = tuple(_WORD.findall(text[block.start : block.end].lower()))
        if len(words) < least:
            continue
        first = seen.get(words)
        exact = first is not None
        heads = (("<", *words[:_EDGE]), (">", *words[-_EDGE:]))
        if first is None and len(words) >= least + 2:
            near = [edges[edge] for edge in heads if edge in edges]
            first = next((at for at in near if _is_near(story, at, index, worded[at], words, least)), None)
        if first is not None:
            earlier = blocks[first]
            adjacent = first == bodies[max(0, bisect_left(bodies, index) - 1)]
            yield Repeat(Span(earlier.start, earlier.end), Span(block.start, block.end), exact, adjacent)
            continue
        seen[words] = index
        worded[index] = words
        for edge in heads:
            edges.setdefault(edge, index)


def repeated_sentences(story: Story, least: int) -> Iterator[Repeat]:
    """Yield every sentence of at least ``least`` words that the body holds word for word in an earlier place.

    Sentences of speech and of paragraphs that are repeated as a whole are left out.
    """
    edges, text = _edges(story), story.text
    whole = {repeat.again.start for repeat in repeated_paragraphs(story, least)}
    sentences = [
        (sentence, index)
        for index in edges.bodies
        if story.blocks[index].start not in whole
        for sentence in story.block_sentences[index]
        if sentence.end - sentence.start >= 4 * least
    ]
    # Of a sentence with so many words, the first ones are those of the paragraph that it opens.
    openings = edges.openings if least >= _EDGE else {}
    first_words = [openings.get(span[0]) or _first_words(edges.small, *span) for span, _ in sentences]
    seen: dict[tuple[str, ...], tuple[Span, int]] = {}
    for number in sorted(_sharing(range(len(sentences)), first_words)):
        sentence, index = sentences[number]
        words = tuple(_WORD.findall(text[sentence.start : sentence.end].lower()))
        if len(words) < least or _is_speech(story, sentence):
            continue
        if words in seen:
            first, place = seen[words]
            yield Repeat(first, sentence, True, index == place)
        else:
            seen[words] = (sentence, index)


def _sharing(places: Iterable[int], words: Iterable[Words]) -> set[int]:
    """Return the places whose words are those of another place too."""
    first: dict[Words, int] = {}
    sharing: set[int] = set()
    for place, said in zip(places, words, strict=True):
        if said and first.setdefault(said, place) != place:
            sharing |= {place, first[said]}
    return sharing


# As many words as _EDGE, fewer where there are no more.
_WORDS = regex(r"\W*+(\w++)(?:\W++(\w++)(?:\W++(\w++)(?:\W++(\w++))?+)?+)?+")
_REACH = 80


def _first_words(small: str, start: int, end: int) -> Words:
    """Return the first words, _EDGE of them, None where there are no more."""
    found = _WORDS.match(small, start, end)
    return found.groups() if found else ()


def _last_words(small: str, start: int, end: int) -> Words:
    """Return the last words, _EDGE of them, None where there are no more; each is turned round."""
    reach = _REACH
    while True:
        found = _WORDS.match(small[max(start, end - reach) : end][::-1])
        if end - reach <= start or (found and found[4] and found.end() < reach):
            return found.groups() if found else ()
        reach *= 4


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
