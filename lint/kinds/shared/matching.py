"""Matching words and patterns the way checks mean them.

Words are literal and whole. A hyphen or an apostrophe joins a word: "intense talk" is not in "intense talk-show".
White space in an entry stands for any run of it; a straight apostrophe stands for a curly one too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Any, Literal

import re2

from .base import Context, OptionError

Case = Literal["match", "start", "ignore"]
"""How an entry's case counts: exactly; free in its first letter (a sentence start); not at all."""

_WINDOW = 200
# Exceptions are looked for near the finding only: a search of the whole block for each finding would be quadratic in a
# text that is one block.

_JOINERS = "-'’‐‑"


class LateRe2Pattern:
    """Stands for a pattern; each of the pattern's attributes becomes its own when first asked for.

    It pickles as its source.
    """

    def __init__(self, source: str) -> None:
        self._source = source

    def __reduce__(self) -> Any:
        return late_pattern, (self._source,)

    def __getattr__(self, name: str) -> Any:
        value = getattr(_compile(self._source), name)
        self.__dict__[name] = value
        return value


def late_pattern(pattern: str) -> Any:
    """Return what serves as a compiled pattern does and is compiled when first used: for one RE2 has taken before."""
    return LateRe2Pattern(pattern)


_LATE: ContextVar[bool] = ContextVar("late", default=False)


@contextmanager
def compiled_late() -> Iterator[None]:
    """Within the block, `compile_pattern` leaves the work to the first use: for patterns that RE2 has taken before."""
    token = _LATE.set(True)
    try:
        yield
    finally:
        _LATE.reset(token)


def compile_pattern(pattern: str, *where: str | int) -> Any:
    """Compile one RE2 pattern; raises OptionError that says what RE2 refuses."""
    if _LATE.get():
        return late_pattern(pattern)
    try:
        return _compile(pattern)
    except OptionError as error:
        raise OptionError(error.message, *where) from None


# Checks share patterns: the same exceptions, the same words in speech and outside it.
@lru_cache(maxsize=1024)
def _compile(pattern: str) -> Any:
    options = re2.Options()
    options.log_errors = False
    try:
        return re2.compile(pattern, options)
    except re2.error as error:
        reason = error.args[0] if error.args else "bad pattern"
        if isinstance(reason, bytes):
            reason = reason.decode("utf-8", "replace")
        hint = " (look-around and back-references are not in RE2)" if "(?" in str(reason) or "\\" in str(reason) else ""
        raise OptionError(f"bad pattern: {reason}{hint}") from None


@lru_cache(maxsize=4096)
def _escape(char: str) -> str:
    if char.isspace():
        return r"\s+"
    if char in "'’":
        return "['’]"
    return str(re2.escape(char))


def phrase_pattern(phrase: str, case: Case = "start") -> str:
    """Return the RE2 pattern of a literal phrase, without its word boundaries (see `bounded`)."""
    words = " ".join(phrase.split())
    head, tail = words[:1], words[1:]
    body = "".join(_escape(char) for char in tail)
    if case == "ignore":
        return f"(?i:{_escape(head)}{body})"
    if case == "start" and head.lower() != head.upper():
        return f"[{head.lower()}{head.upper()}]{body}"
    return _escape(head) + body


def any_phrase(phrases: Iterable[str], case: Case = "start") -> str:
    """Return one RE2 alternation of literal phrases, the longest first."""
    return "|".join(phrase_pattern(phrase, case) for phrase in sorted(phrases, key=lambda p: (-len(p), p)))


def bounded(text: str, start: int, end: int) -> bool:
    """Say whether ``text[start:end]`` begins and ends at word boundaries, hyphens and apostrophes joining words."""
    if start > 0 and text[start].isalnum():
        before = text[start - 1]
        if before.isalnum() or before == "_":
            return False
        if before in _JOINERS and start > 1 and text[start - 2].isalnum():
            return False
    if end < len(text) and text[end - 1].isalnum():
        after = text[end]
        if after.isalnum() or after == "_":
            return False
        if after in _JOINERS and end + 1 < len(text) and text[end + 1].isalnum():
            return False
    return True


def recase(like: str, text: str) -> str:
    """Return ``text`` with the capital that ``like`` begins with."""
    if like[:1].isupper() and text[:1].islower():
        return text[:1].upper() + text[1:]
    return text


def overlaps_any(patterns: tuple[Any, ...], context: Context, start: int, end: int) -> bool:
    """Say whether a pattern matches over ``start:end``, looking _WINDOW code points to either side within the block."""
    if not patterns:
        return False
    block = context.story.block_at(start)
    first, last = (block.start, block.end) if block else (0, len(context.story.text))
    base = max(first, start - _WINDOW)
    text = context.story.text[base : min(last, end + _WINDOW)]
    return any(
        match.start() + base < end and match.end() + base > start
        for pattern in patterns
        for match in pattern.finditer(text)
    )


def in_same_sentence(patterns: tuple[Any, ...], context: Context, start: int) -> bool:
    """Say whether a pattern matches anywhere in the sentence that holds ``start``."""
    if not patterns:
        return False
    sentence = context.story.sentence_at(start)
    if sentence is None:
        return False
    first, last = max(sentence.start, start - 5 * _WINDOW), min(sentence.end, start + 5 * _WINDOW)
    text = context.story.text[first:last]
    return any(pattern.search(text) for pattern in patterns)
