"""Tokens: words, numbers and marks. A hyphen or an apostrophe inside a word is part of it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from .regex import regex


class TokenKind(StrEnum):
    WORD = "word"  # letters, with inner hyphens and apostrophes: "co-operate", "O'Brien", "U.S.", "AT&T", "'n'"
    NUMBER = "number"  # begins with a digit: "12", "1,000", "4.5", "12pm", "90-minute", "1980s"; also "'90s"
    PUNCT = "punct"  # one mark, or a run of the same mark; a currency sign is one


class Token(NamedTuple):
    start: int
    end: int
    text: str
    kind: TokenKind


# Accents that stand apart from their letter, and marks that no reader sees (soft hyphen, zero-width space and joiners),
# do not end a word.
_INSIDE = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"
_FRACTION = "¼½¾⅐-⅞"
_JOINT = "[-‐‑'’ʼ&]"

# Linear: in each branch nothing follows the last repetition, so nothing is ever tried again.
_TOKEN = regex(
    # a plain word, the common case; then letters with points ("U.S.", "a.m.", "e.g", "U.S.-led"); words that begin with
    # an apostrophe; any other word
    r"([A-Za-z]{2,}(?=[ ,.\r\n])"
    r"|(?:[^\W\d_]\.){2,}(?:[-‐‑][^\W_]+)*|[^\W\d_]\.[^\W\d_](?![\w.])|['’‘](?:n['’]|(?:em|til|tis|twas)\b)"
    rf"|(?![{_FRACTION}])[^\W\d_][^\W_]*[{_INSIDE}]*(?:{_JOINT}?[^\W_]+[{_INSIDE}]*)*)"
    # digits with inner points, commas and colons, then letters and hyphens ("3.30pm", "90-minute", "1-0", "9a.m.")
    rf"|((?:['’‘](?=\d0s\b))?(?:\d+(?:[.,:]\d+)*[{_FRACTION}]?|[{_FRACTION}])"
    r"(?:[ap]\.m\.|(?:[-‐‑'’]?[^\W_]+(?:[.,]\d+)*)*))"
    r"|(([^\w\s]|_)\4*)"
)
_KINDS = (TokenKind.PUNCT, TokenKind.WORD, TokenKind.NUMBER, TokenKind.PUNCT)


def tokenize(text: str) -> tuple[Token, ...]:
    """Return every token of the text, in order; what lies between two tokens is white space."""
    new = tuple.__new__
    return tuple([new(Token, (m.start(), m.end(), m.group(), _KINDS[m.lastindex or 3])) for m in _TOKEN.finditer(text)])
