"""Words by class: what a form can be, from the lists in ``rules/lists/words``.

There is no tagger: a form has every reading that the lists allow ("raise": noun and verb), and a word that no list
holds has none. Checks ask for what they need, and stay silent where a reading they did not want is possible.
All lookups take lower case.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import msgspec

from ...text.regex import regex
from .base import Lists, OptionError

_SIBILANT = regex(r"(?:s|x|z|ch|sh|o)$")
_CONSONANT_Y = regex(r"[^aeiou]y$")
_DOUBLED = regex(r"([bdfgklmnprstvz])\1$")


@lru_cache(maxsize=32)
def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@lru_cache(maxsize=8)
def _pairs(text: str) -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in text.split())


class Lexicon(msgspec.Struct, frozen=True):
    """The raw lists; split into sets when first asked, and once for all checks that share them."""

    nouns: Any
    verbs: Any
    adjective_list: str
    adverb_list: str
    closed: Any

    # Nouns

    def counts_only(self, word: str) -> bool:
        """Say whether a singular noun can only be counted: it needs an article, a possessive or the plural."""
        return word in _words(self.nouns["count"]) and word not in _pairs(self.nouns["plurals"])

    def has_plural(self, word: str) -> bool:
        """Say whether a form is a singular noun with a plural of its own, whether it can stand alone or not."""
        if word in _pairs(self.nouns["plurals"]):
            return False
        return word in _words(self.nouns["count"]) or word in _words(self.nouns["both"])

    def is_noun(self, word: str) -> bool:
        """Say whether a form can be a singular or mass noun; the first parts of a compound are looked through."""
        return any(self.has_plural(form) or form in _words(self.nouns["mass"]) for form in _forms(word))

    def singular(self, word: str) -> str | None:
        """Return the singular of a form that can be a plural noun ("landowners", "men"), None for any other."""
        irregular = _pairs(self.nouns["plurals"]).get(word)
        if irregular is not None:
            return irregular
        if not word.endswith("s") or word.endswith("ss"):
            return None
        for stem in _without_s(word):
            if self.is_noun(stem) and self._regular_plural(stem) == word:
                return stem
        return None

    def plural(self, noun: str) -> str:
        """Return the plural of a singular noun."""
        return _irregular_plurals(self.nouns["plurals"]).get(noun) or self._regular_plural(noun)

    def _regular_plural(self, noun: str) -> str:
        if _CONSONANT_Y.search(noun):
            return noun[:-1] + "ies"
        return noun + ("es" if _SIBILANT.search(noun) and not noun.endswith("o") else "s")

    # Verbs

    def is_base(self, word: str) -> bool:
        """Say whether a form can be an infinitive."""
        return word in _words(self.verbs["base"])

    def is_third(self, word: str) -> bool:
        """Say whether a form can be a third person singular ("comes", "tries")."""
        return word.endswith("s") and any(stem in _words(self.verbs["base"]) for stem in _without_s(word))

    def is_past(self, word: str) -> bool:
        """Say whether a form can be a past tense."""
        return word in _words(self.verbs["past"]) or self._has_ed(word)

    def is_participle(self, word: str) -> bool:
        """Say whether a form can be a past participle."""
        return word in _words(self.verbs["participle"]) or self._has_ed(word)

    def is_ing(self, word: str) -> bool:
        """Say whether a form can be a present participle or a gerund."""
        if word.endswith("ying") and word[:-4] + "ie" in _words(self.verbs["base"]):
            return True  # lying, dying
        return word.endswith("ing") and self._has_stem(word[:-3])

    def _has_ed(self, word: str) -> bool:
        if word.endswith("ied") and word[:-3] + "y" in _words(self.verbs["base"]):
            return True
        return word.endswith("ed") and self._has_stem(word[:-2])

    def _has_stem(self, stem: str) -> bool:
        base = _words(self.verbs["base"])
        return stem in base or stem + "e" in base or (_DOUBLED.search(stem) is not None and stem[:-1] in base)

    def is_verb(self, word: str) -> bool:
        """Say whether a form can be any form of a verb."""
        return (
            self.is_base(word)
            or self.is_past(word)
            or self.is_participle(word)
            or self.is_ing(word)
            or self.is_third(word)
        )

    # Adjectives and adverbs

    def is_adjective(self, word: str) -> bool:
        """Say whether a form can be an adjective proper (participles are asked for apart)."""
        return word in _words(self.adjective_list)

    def is_adverb(self, word: str) -> bool:
        return word in _words(self.adverb_list)

    def is_known(self, word: str) -> bool:
        """Say whether any list holds a form."""
        return (
            self.is_noun(word)
            or self.singular(word) is not None
            or self.is_verb(word)
            or self.is_adjective(word)
            or self.is_adverb(word)
            or self.is_function(word)
        )

    # Closed classes

    def is_function(self, word: str) -> bool:
        """Say whether a word is a preposition, conjunction, auxiliary, determiner, pronoun or the like."""
        return word in _words(self.closed["function"])

    def is_number(self, word: str) -> bool:
        """Say whether a word is a number from two up, written out."""
        return word in _words(self.closed["numbers"])

    def is_possessive(self, word: str) -> bool:
        """Say whether a word is a possessive determiner ("their")."""
        return word in _words(self.closed["possessives"])

    def adjective_of(self, adverb: str) -> str | None:
        """Return the adjective that an adverb in -ly comes from: "militarily" -> "military"."""
        if not adverb.endswith("ly"):
            return None
        stem = adverb[:-2]
        candidates = [stem, stem + "le", stem + "l"]
        if stem.endswith("i"):
            candidates.insert(0, stem[:-1] + "y")
        if stem.endswith("ical"):
            candidates.insert(0 if stem in _PLAIN_IC else len(candidates), stem[:-2])
        return next((form for form in candidates if self.is_adjective(form) or self.is_participle(form)), None)


@lru_cache(maxsize=8)
def _irregular_plurals(text: str) -> dict[str, str]:
    return {singular: plural for plural, singular in reversed(_pairs(text).items())}


_PLAIN_IC = frozenset(("economical", "historical", "scientifical", "domestical", "electrical"))
# "Economically" is what an economic matter is; the forms in -ical mean something else, or are rare.


def _without_s(word: str) -> tuple[str, ...]:
    stems = [word[:-1]]
    if word.endswith("ies"):
        stems.append(word[:-3] + "y")
    if word.endswith("es"):
        stems.append(word[:-2])
    return tuple(stems)


def _forms(word: str) -> tuple[str, ...]:
    if "-" not in word:
        return (word,)
    return (word, word.replace("-", ""), word.rpartition("-")[2])


def load_lexicon(lists: Lists) -> Lexicon:
    """Read the word classes. Raises OptionError where a list lacks a part."""
    parts = {
        "words/nouns": ("count", "both", "mass", "plurals"),
        "words/verbs": ("base", "past", "participle"),
        "words/adjectives": ("adjectives",),
        "words/adverbs": ("adverbs",),
        "words/closed": ("function", "numbers", "possessives"),
    }
    data = {name: lists.get(name) for name in parts}
    for name, keys in parts.items():
        for key in keys:
            if not isinstance(data[name], dict) or not isinstance(data[name].get(key), str):
                raise OptionError(f"the list `{name}` needs `{key}`")
    return Lexicon(
        data["words/nouns"],
        data["words/verbs"],
        data["words/adjectives"]["adjectives"],
        data["words/adverbs"]["adverbs"],
        data["words/closed"],
    )
