"""Many literal phrases, looked up by their rarest word: ten thousand cost what ten do where none is in the story.

Words are literal and whole. A hyphen or an apostrophe joins a word: "intense talk" is not in "intense talk-show".
White space in an entry stands for any run of it; a straight apostrophe stands for a curly one too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from typing import cast

import msgspec

from ...text.regex import regex
from ...text.story import Story
from .common_words import word_shares
from .matching import Case, bounded, phrase_pattern
from .signs import haystack

_WORD = regex(r"\w+", re.ASCII)
_SPACES = regex(r"[\t\n\f\r ]{2,}")
_MANY = 1000
"""Phrases of one check after which it is always run: it looks its words up more cheaply than all its phrases could be
filed for it."""
_AT_ONCE = 200


class Phrasebook(msgspec.Struct, frozen=True):
    """Phrases ``under`` their rarest word, in lower case, with line breaks between; ``others`` have no ASCII word."""

    case: Case
    under: dict[bytes, str]
    others: tuple[str, ...] = ()

    @property
    def phrases(self) -> tuple[str, ...]:
        return (*(phrase for filed in self.under.values() for phrase in filed.split("\n")), *self.others)


def phrasebook(phrases: Iterable[str], case: Case) -> Phrasebook:
    """Make the book of phrases whose case counts so."""
    under: dict[bytes, list[str]] = {}
    others: list[str] = []
    shares = word_shares()
    for phrase in dict.fromkeys(" ".join(straight(phrase).split()) for phrase in phrases):
        words = _WORD.findall(phrase.lower())
        if words:
            rarest = min(words, key=lambda word: (shares.get(word, 0.0), -len(word)))
            under.setdefault(rarest.encode(), []).append(phrase)
        else:
            others.append(phrase)
    return Phrasebook(case, {word: "\n".join(filed) for word, filed in under.items()}, tuple(others))


def straight(text: str) -> str:
    """Return a text with straight apostrophes."""
    return text.replace("’", "'")


def phrase_needles(book: Phrasebook) -> tuple[str, ...] | None:
    """Return RE2 patterns, one of which matches a text that has a phrase; None where there are too many phrases."""
    patterns = [_edged(phrase, book.case) for phrase in book.phrases]
    if len(patterns) > _MANY:
        return None
    rest = iter(patterns)
    return tuple(iter(lambda: "|".join(islice(rest, _AT_ONCE)), ""))


def _edged(phrase: str, case: Case) -> str:
    begins, ends = (r"\b" if _WORD.match(char) else "" for char in (phrase[0], phrase[-1]))
    return f"{begins}{phrase_pattern(phrase, case)}{ends}"


def find_phrases(book: Phrasebook, story: Story) -> list[tuple[int, int]]:
    """Return the half-open spans of phrases in a story, in order; of those that overlap, the first and longest."""
    hay = haystack(story)
    words = book.under.keys() if hay.is_odd else book.under.keys() & hay.words
    filed = [book.under[word] for word in words]
    if not filed and not book.others:
        return []
    text = _squeezed(story)
    spans = {
        span
        for phrase in (*"\n".join(filed).split("\n"), *book.others)
        if phrase
        for span in text.find_all(phrase, book.case)
        if bounded(story.text, *span)
    }
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found


class _Squeezed:
    """A text with single spaces and straight apostrophes, and the way back to the text as it is."""

    def __init__(self, text: str) -> None:
        self._text = text
        plain = straight(text)
        for space in "\t\n\f\r":
            plain = plain.replace(space, " ")
        while "  " in plain:
            plain = plain.replace("  ", " ")
        self._plain = plain

    def find_all(self, phrase: str, case: Case) -> Iterator[tuple[int, int]]:
        """Yield the spans of a phrase in the text as it is, be they those of words or not."""
        where = self._plain
        forms = {phrase}
        if case == "ignore":
            where, forms = self._low, {_lower(phrase)}
        elif case == "start":
            forms = {head + phrase[1:] for head in (phrase[0].lower(), phrase[0].upper())}
        for form in forms:
            at = where.find(form)
            while at >= 0:
                yield self._place(at), self._place(at + len(form) - 1) + 1
                at = where.find(form, at + 1)

    @cached_property
    def _low(self) -> str:
        return _lower(self._plain)

    @cached_property
    def _removed(self) -> tuple[list[int], list[int]]:
        """Where spaces are missing, in the squeezed text, and how many characters up to there."""
        places, counts, removed = [-1], [0], 0
        for run in _SPACES.finditer(self._text):
            places.append(run.start() - removed + 1)
            removed += run.end() - run.start() - 1
            counts.append(removed)
        return places, counts

    def _place(self, offset: int) -> int:
        places, counts = self._removed
        return offset + counts[bisect_right(places, offset) - 1]


def _lower(text: str) -> str:
    """Return a text in lower case, character by character; the letters that RE2 takes for an s or a k are such."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(small if len(small := char.lower()) == 1 else char for char in text)
    return low.replace("ſ", "s")


def _squeezed(story: Story) -> _Squeezed:
    text = story.memo.get(__name__)
    if text is None:
        text = story.memo[__name__] = _Squeezed(story.text)
    return cast(_Squeezed, text)
