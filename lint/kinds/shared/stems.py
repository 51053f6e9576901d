"""Stems of words in names: what is left where number, possessive and the ending of an adjective are taken off.

Two names that agree in their stems are compared, no more, so a stem need not be a word. It must be the same for
"Traders'", "Trader" and "Traders", for "Agriculture" and "Agricultural", "Fish" and "Fishing", "Russia" and "Russian".
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

_SHORTEST = 4
"""Shorter words are left as they are: "US", "Gas"."""

# An ending and what it stands for, the longest first; each is tried once, in this order.
_ENDINGS = (
    ("ational", "ation"),
    ("mental", "ment"),
    ("ional", "ion"),
    ("trial", "try"),
    ("orial", "ory"),
    ("ural", "ure"),
    ("ical", "ic"),
    ("tial", "ce"),
    ("ian", "ia"),
    ("ing", ""),
    ("al", ""),
)
# Then one of these: "Protective" and "Protection", "Forestry" and "Forest", "American" and "America".
_LAST_ENDINGS = (("tion", "t"), ("tive", "t"), ("restry", "rest"), ("lthy", "lth"), ("ican", "ica"))


@lru_cache(maxsize=4096)
def plain_word(word: str) -> str:
    """Return a word of a name in lower case, without apostrophes, points and hyphens, -isation as -ization."""
    word = word.lower().replace("’", "'").replace(".", "").replace("-", "")
    return word.replace("'", "").replace("isation", "ization")


def stem(word: str, adjectives: Mapping[str, str]) -> str:
    """Return the stem of a plain word; ``adjectives`` maps a country's adjective to the country, in lower case."""
    return adjectives[word] if word in adjectives else _stem(word)


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    if len(word) < _SHORTEST:
        return word
    word = _singular(word)
    for ending, base in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST - 1:
            word = word[: len(word) - len(ending)] + base
            break
    for ending, base in _LAST_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) + len(base) > _SHORTEST:
            word = word[: len(word) - len(ending)] + base
            break
    return word.removesuffix("e")


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > _SHORTEST:
        return word[:-3] + "y"
    if word.endswith(("xes", "ches", "shes", "sses")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return {"men": "man", "women": "woman", "children": "child"}.get(word, word)
