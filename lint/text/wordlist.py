"""Closed lists of words, written as one string so that they read as a list and load fast."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Return the words of a text that white space separates."""
    return frozenset(text.split())
