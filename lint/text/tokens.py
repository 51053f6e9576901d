"""Tokens: words, numbers and marks. A hyphen or an apostrophe inside a word is part of it."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple


class TokenKind(StrEnum):
    WORD = "word"  # letters, with inner hyphens and apostrophes: "co-operate", "O'Brien", "U.S."
    NUMBER = "number"  # begins with a digit: "12", "1,000", "4.5", "12pm", "90-minute", "1980s"
    PUNCT = "punct"  # one mark, or a run of the same mark


class Token(NamedTuple):
    start: int
    end: int
    text: str
    kind: TokenKind


def tokenize(text: str) -> tuple[Token, ...]:
    """Return every token of the text, in order; what lies between two tokens is white space."""
    return tuple(
        Token(m.start(), m.end(), m.group(), TokenKind.NUMBER if m.group()[0].isdigit() else TokenKind.WORD if m.group()[0].isalpha() else TokenKind.PUNCT)
        for m in re.finditer(r"\w+(?:[-'’.,]\w+)*|[^\w\s]", text)
    )
