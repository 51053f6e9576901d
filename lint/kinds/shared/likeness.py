"""How like two words are."""

from __future__ import annotations


def likeness(one: str, other: str) -> float:
    """Return difflib's ratio: 1.0 for the same word, 0.0 for words without a letter in common."""
    from difflib import SequenceMatcher  # most stories hold no two words that are to be compared

    return SequenceMatcher(None, one, other, autojunk=False).ratio()
