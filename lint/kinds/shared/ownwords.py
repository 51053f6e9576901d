"""The newsroom's own words: names and terms that are right whatever a dictionary says."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from ...text.regex import regex

_TOKEN = regex(r"[^\W\d_]+(?:['’‐‑-][^\W\d_]+)*")
_LONGEST = 80
_MARKS = str.maketrans({"’": "'", "‐": "-", "‑": "-"})


class OwnWords(msgspec.Struct, frozen=True):
    """Words and phrases, case folded, with straight apostrophes and plain hyphens."""

    words: frozenset[str]
    phrases: tuple[str, ...]

    def cover(self, text: str, start: int, end: int) -> bool:
        """Say whether ``text[start:end]`` is one of the words, or part of one: a plural, a possessive, a piece of a
        compound that is joined by hyphens, a word of a phrase that stands there.
        """
        if not self.words and not self.phrases:
            return False
        left = max(0, start - _LONGEST)
        for token in _TOKEN.finditer(text, left, end + _LONGEST):
            if token.start() <= start and end <= token.end() and self._knows(_plain(token[0])):
                return True
            if token.start() > start:
                break
        found = _plain(text[start:end])
        return self._knows(found) or any(
            found in phrase and phrase in _plain(text[max(0, start - len(phrase)) : end + len(phrase)])
            for phrase in self.phrases
        )

    def _knows(self, word: str) -> bool:
        if word in self.words or word in self.phrases:
            return True
        stem = word.removesuffix("'s").removesuffix("'")
        if stem in self.words or any(
            stem.removesuffix(end) + new in self.words for end, new in _PLURALS if stem.endswith(end)
        ):
            return True
        return "-" in stem and any(part in self.words for part in stem.split("-"))


_PLURALS = (("s", ""), ("es", ""), ("ies", "y"))


def own_words(entries: Iterable[str]) -> OwnWords:
    """Return the words of a newsroom's list; an entry may be in any case, and of several words."""
    plain = {" ".join(_plain(entry).split()) for entry in entries}
    return OwnWords(
        words=frozenset(entry for entry in plain if entry and " " not in entry),
        phrases=tuple(sorted(entry for entry in plain if " " in entry)),
    )


def _plain(text: str) -> str:
    return text.translate(_MARKS).casefold()
