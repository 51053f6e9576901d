"""Reading the lists of spellings: words that are known, and words that two varieties of English write in two ways."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Literal

import msgspec

from .base import OptionError

Side = Literal["british", "american"]


class Spelling(msgspec.Struct, frozen=True):
    """One form: the side it belongs to, the other side's form, its family, and whether it shows a side.

    A form shows a side where the other side does not use it at all ("colour"); "program" and "organize" do not.
    """

    word: str
    side: Side
    other: str
    family: str
    shows: bool


def known_words(data: Any) -> frozenset[str]:
    """Return the words of a list of rows of words, in lower case."""
    if not isinstance(data, dict) or not all(isinstance(row, str) for row in data.values()):
        raise OptionError("a list of known words maps topics to rows of words")
    return frozenset(word.casefold() for row in data.values() for word in row.split())


def read_varieties(data: Any) -> Mapping[str, Spelling]:
    """Return every form of a list of varieties, by the word.

    The list maps families to three rows of ``british/american`` pairs: ``both`` (each form shows its side), ``british``
    and ``american`` (only that form does).
    """
    if not isinstance(data, dict):
        raise OptionError("a list of varieties maps families to rows of pairs")
    return _table(tuple((family, tuple(rows.items())) for family, rows in data.items()))


# Half a dozen checks share one list of thousands of pairs: it is read once.
@lru_cache(maxsize=8)
def low_words(words: frozenset[str]) -> frozenset[str]:
    """Return words as `Story.spellings` has them: in lower case, with straight apostrophes."""
    return frozenset(word.lower().replace("’", "'") for word in words)


@lru_cache(maxsize=4)
def _table(families: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]) -> Mapping[str, Spelling]:
    table: dict[str, Spelling] = {}
    for family, rows in families:
        for key, row in rows:
            if key not in ("both", "british", "american", "neither"):
                raise OptionError(f"unknown row `{key}` in the family `{family}`")
            for pair in row.split():
                british, slash, american = pair.partition("/")
                if not slash or not british or not american:
                    raise OptionError(f"`{pair}` is not a pair of spellings")
                table[british] = Spelling(british, "british", american, family, key in ("both", "british"))
                table[american] = Spelling(american, "american", british, family, key in ("both", "american"))
    return table


def variety_words(data: Any) -> frozenset[str]:
    """Return every word of a list of varieties."""
    return frozenset(read_varieties(data))


_INFLECTIONS = ("e", "es", "ed", "ing", "er", "ers", "ement", "ements")


def wrong_endings(data: Any) -> dict[str, str]:
    """Return the wrong forms of words that always end in -ise, or in -ize, with the right ones: "advertizing"."""
    try:
        words = [*data["ise"].split(), *data["ize"].split()]
    except (AttributeError, KeyError, TypeError):
        raise OptionError("a list of endings has the rows `ise` and `ize`") from None
    pairs: dict[str, str] = {}
    for word in words:
        stem, letter = word[:-2], word[-2]
        other = "z" if letter == "s" else "s"
        pairs.update((f"{stem}{other}{end}", f"{stem}{letter}{end}") for end in _INFLECTIONS)
    return pairs
