"""Closed lists of words, written as one string so that they read as a list and load fast."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Return the words of a text that white space separates."""
    return frozenset(text.split())


def names(text: str) -> tuple[str, ...]:
    """Return the names of a text that semicolons set apart."""
    return tuple(" ".join(name.split()) for name in text.split(";"))
