"""What the parts of a full name are: the given name, and what stands alone on later mention, by the culture's order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

import msgspec

from .given_names import GIVEN, WEAK_GIVEN
from .name_words import BURMESE, CHINESE, ICELANDIC_ENDINGS, KOREAN, MONONYM_CULTURES, PARTICLES, VIETNAMESE
from .regex import regex
from .wordlist import words as words_of


class NameOrder(StrEnum):
    WESTERN = "western"
    FAMILY_FIRST = "family-first"  # Xi Jinping, Kim Jong-un
    SINGLE = "single"  # mononyms, and names whose parts are not a surname (Icelandic, Burmese, Thai, Malay ...)


class NameParts(msgspec.Struct, frozen=True):
    """A full name taken apart; ``called`` are the forms that may stand alone or after "Mr", ``surname`` first."""

    given: str
    surname: str
    particles: str
    order: NameOrder
    called: tuple[str, ...]


# The syllables of Mandarin as pinyin spells them: with a family name before it, a word of these is a given name.
_PINYIN = regex(
    r"(?:(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?"
    r"(?:iang|iong|uang|ang|eng|ong|ing|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u|ü))+",
    re.I,
)
_SHORT_SYLLABLE = regex(r"[a-z]{2,6}(?:-[a-z]{2,6})?", re.I)
_SYLLABLES = regex(r"[A-Z][a-z]{1,4}-[a-z]{1,5}")
_FUSED = regex(r"\w+-[a-zà-ÿ]\w*")  # Jong-un, Ing-wen: the second part in lower case
CAPITAL_PARTICLES = words_of(
    """
    Abd Abu Al Ap Ben Bin Da De Del Della Den Der Di Dos Du El Fitz Ibn La Le Lo Los Mac Saint San Santa St St. Ten Ter
    Van Von
    """
)
"""Particles that may have a capital: "San", "Van", "Al"."""
FILIATION = words_of("Bin bin bint Binti binti Ibn ibn")
"""Son or daughter of."""


def is_given(word: str) -> bool:
    """Say whether a word is known as a given name, alone or as the first half of a double one ("Jean-Luc")."""
    return word in GIVEN or word in WEAK_GIVEN or ("-" in word and word.split("-", 1)[0] in GIVEN)


def is_particle(word: str) -> bool:
    return word in PARTICLES or word in CAPITAL_PARTICLES


@lru_cache(maxsize=2048)
def split_name(words: tuple[str, ...]) -> NameParts:
    """Take a full name of at least one word apart; titles and suffixes are no part of it."""
    full = " ".join(words)
    if len(words) == 1:
        return NameParts("", full, "", NameOrder.SINGLE, (full,))
    first, last, rest = words[0], words[-1], " ".join(words[1:])
    if first in BURMESE and words[1] in BURMESE and (first not in CHINESE or len(words) > 2):
        return _single(first, " ".join(words[-2:]), (full, rest, last, first))
    if first in {"Abu", "Umm"}:
        return _single(first, full, (full,))
    filiation = next((k for k, word in enumerate(words) if k and word in FILIATION), 0)
    if filiation:
        # "Ahmad Faizal bin Osman" is Mr Ahmad Faizal too, "Khalid bin Salman" Prince Khalid and bin Salman.
        forms = (
            " ".join(words[:filiation]),
            rest,
            " ".join(words[filiation:]),
            first,
            *(w for w in words[1:] if w not in FILIATION),
        )
        return _single(first, last, forms)
    if first in VIETNAMESE and (len(words) > 2 or not is_given(last)):
        return NameParts(first, last, "", NameOrder.FAMILY_FIRST, _unique(last, first, rest, full))
    if _family_first(words):
        return NameParts(rest, first, "", NameOrder.FAMILY_FIRST, _unique(first, full))
    arabic = _without_article(last) and last[0].islower()
    if (first in MONONYM_CULTURES and not arabic) or last.lower().endswith(ICELANDIC_ENDINGS[:3]):
        return _single(first, first, (last, rest))
    if last.lower().endswith(ICELANDIC_ENDINGS[3:]) and not is_given(first):
        return _single(first, first, (last, rest))
    return _western(words)


def _single(given: str, surname: str, more: tuple[str, ...]) -> NameParts:
    return NameParts(given, surname, "", NameOrder.SINGLE, _unique(surname, *more, *map(_without_article, more)))


def _family_first(words: Sequence[str]) -> bool:
    first, others = words[0], words[1:]
    if len(words) == 2 and _FUSED.fullmatch(words[1]):
        if first in KOREAN or first in CHINESE:
            return True
        return len(first) < 7 and not is_given(first) and _SYLLABLES.fullmatch(words[1]) is not None  # Tung Chee-hwa
    if any(is_given(word) or is_particle(word) for word in others):
        return False
    if len(words) == 2:
        return first in CHINESE and not is_given(first) and _PINYIN.fullmatch(words[1]) is not None
    if len(words) == 3 and (first in KOREAN or first in CHINESE):
        return all(_SHORT_SYLLABLE.fullmatch(word) for word in others)
    return False


def _western(words: Sequence[str]) -> NameParts:
    start = len(words) - 1
    while start > 1 and is_particle(words[start - 1]):
        start -= 1
    surname = " ".join(words[start:])
    particles = " ".join(words[start:-1])
    called = [surname, words[-1]]
    # A middle name that is no given name may be the first half of a double surname: Enrique Peña Nieto, and a bare
    # "al-" or "el-" is dropped by many houses: Assad.
    for middle in range(1, start):
        if not is_given(words[middle]) and "." not in words[middle]:
            called += [words[middle], " ".join(words[middle:])]
    called.append(_without_article(words[-1]))
    return NameParts(words[0], surname, particles, NameOrder.WESTERN, _unique(*called))


def _without_article(form: str) -> str:
    """Return "Assad" for "al-Assad", "" for a form without the Arabic article."""
    head, dash, tail = form.partition("-")
    return tail if dash and head.lower() in {"al", "el", "ul", "as", "ash", "an", "ad"} else ""


def _unique(*forms: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form for form in forms if form))


def plain(word: str) -> str:
    """Return a word without its diacritics: "Erdoğan" as "Erdogan"."""
    if word.isascii():
        return word
    bare = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return bare.translate(_STROKES)


_STROKES = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae"})
