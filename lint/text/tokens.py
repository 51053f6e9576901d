"""Tokens: words, numbers and marks. A hyphen or an apostrophe inside a word is part of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate, repeat
from operator import add, itemgetter
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

# Linear: in each branch nothing follows the last repetition but white space, and nothing is ever tried again. The space
# after a token is taken with it: to try every branch at every space took as long as all the rest.
_TOKEN_AND_SPACE = regex(
    # a plain word and a plain stop, the common cases; then letters with points ("U.S.", "a.m.", "e.g", "U.S.-led");
    # words that begin with an apostrophe; any other word
    r"((?:[A-Za-z]{2,}(?=[ ,.\r\n])|[.,](?=[ \r\n])"
    r"|(?:[^\W\d_]\.){2,}(?:[-‐‑][^\W_]+)*|[^\W\d_]\.[^\W\d_](?![\w.])|['’‘](?:n['’]|(?:em|til|tis|twas)\b)"
    rf"|(?![{_FRACTION}])[^\W\d_][^\W_]*[{_INSIDE}]*(?:{_JOINT}?[^\W_]+[{_INSIDE}]*)*"
    # digits with inner points, commas and colons, then letters and hyphens ("3.30pm", "90-minute", "1-0", "9a.m.")
    rf"|(?:['’‘](?=\d0s\b))?(?:\d+(?:[.,:]\d+)*[{_FRACTION}]?|[{_FRACTION}])"
    r"(?:[ap]\.m\.|(?:[-‐‑'’]?[^\W_]+(?:[.,]\d+)*)*)"
    r"|([^\w\s]|_)\2*)\s*+)"
)
_PARTS = 3  # that `split` returns for each token: what is before it (nothing, but for the first), itself, its mark
_IS_FRACTION = regex(rf"[{_FRACTION}]")


class Scan(NamedTuple):
    """Where each token of a text starts, and what it says."""

    starts: tuple[int, ...]
    texts: tuple[str, ...]


def scan(text: str) -> Scan:
    """Find every token of the text, in order; what lies between two tokens is white space.

    `split` finds them in half the time of `finditer`, which makes an object for each.
    """
    parts = _TOKEN_AND_SPACE.split(text)
    spaced = parts[1::_PARTS]
    starts = accumulate(map(len, spaced[:-1]), initial=len(parts[0])) if spaced else ()
    return Scan(tuple(starts), tuple(map(str.rstrip, spaced)))


def spell(texts: Iterable[str]) -> list[str]:
    """Return the spellings of tokens: lower case, straight apostrophes."""
    return [low.replace("’", "'") if "’" in low else low for low in map(str.lower, texts)]


def kind_of(token: str) -> TokenKind:
    """Return the kind of a token, which its first two characters decide."""
    return _kind_by_head(token[:2])


@lru_cache(maxsize=4096)
def _kind_by_head(head: str) -> TokenKind:
    first = head[0] if head[0].isalnum() else head[1:]  # "'em", "'90s"
    if not first.isalnum():
        return TokenKind.PUNCT
    return TokenKind.NUMBER if first.isdecimal() or _IS_FRACTION.match(first) else TokenKind.WORD


_head = itemgetter(slice(2))


def make_tokens(starts: Sequence[int], texts: Sequence[str]) -> tuple[Token, ...]:
    """Return the tokens of a scan."""
    kinds = map(_kind_by_head, map(_head, texts))
    columns = zip(starts, map(add, starts, map(len, texts)), texts, kinds, strict=True)
    return tuple(map(tuple.__new__, repeat(Token), columns))


def tokenize(text: str) -> tuple[Token, ...]:
    """Return every token of the text, in order; what lies between two tokens is white space."""
    return make_tokens(*scan(text))
