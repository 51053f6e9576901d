"""Matching words and patterns the way checks mean them.

Words are literal and whole. A hyphen or an apostrophe joins a word: "intense talk" is not in "intense talk-show".
White space in an entry stands for any run of it; a straight apostrophe stands for a curly one too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Any, Literal

from ...text.regex import SIGN, TWIN, regex, stored
from .base import Context, OptionError

Case = Literal["match", "start", "ignore"]
"""How an entry's case counts: exactly; free in its first letter (a sentence start); not at all."""

_WINDOW = 200
# Exceptions are looked for near the finding only: a search of the whole block for each finding would be quadratic in a
# text that is one block.

_JOINERS = "-'’‐‑"


_FIRST = 30_000
"""Characters of text that a process looks through for a pattern before it is worth compiling."""
_SHORT = 400
"""Characters of a text that is too short for a pattern to take long."""
_LONG_RUN = regex(r"\S{120}|[\W_]{60}")
"""What texts are not searched for twins for: the time that they take may grow with the square of a word's length."""
_NOTHING = regex(r"(?!)")


class LateRe2Pattern:
    """Stands for a pattern, which is compiled when the first texts have been searched for it, or must be.

    These are searched for its twin, a pattern of the standard library that is made of stored code (`twinpattern`), and
    so in 20 us where compiling with RE2 takes up to 7 ms. It pickles as its source.
    """

    def __init__(self, source: str) -> None:
        self._source = self.pattern = source
        self._left = _FIRST

    def __reduce__(self) -> Any:
        return late_pattern, (self._source,)

    def __getattr__(self, name: str) -> Any:
        whole = _stored(self._source, TWIN) if name in ("groups", "groupindex") else None
        value = getattr(_compile(self._source) if whole is None else whole, name)
        self.__dict__[name] = value
        return value

    def search(self, text: str, *span: int) -> Any:
        return self._engine(text, span).search(text, *span)

    def match(self, text: str, *span: int) -> Any:
        return self._engine(text, span).match(text, *span)

    def fullmatch(self, text: str, *span: int) -> Any:
        return self._engine(text, span).fullmatch(text, *span)

    def finditer(self, text: str, *span: int) -> Any:
        return self._engine(text, span).finditer(text, *span)

    def findall(self, text: str, *span: int) -> Any:
        return self._engine(text, span).findall(text, *span)

    def _engine(self, text: str, span: tuple[int, ...]) -> Any:
        """Return what finds in a text what the pattern matches there."""
        source = self._source
        self._left -= len(text)
        if self._left < 0 or not has_twin(source) or not _is_tame(text):
            compiled = _compile(source)
            for name in ("search", "match", "fullmatch", "finditer", "findall"):
                self.__dict__[name] = getattr(compiled, name)  # asks for nothing any more
            return compiled
        if len(span) > 1:  # RE2 looks behind the end that is given, the standard library does not
            return _compile(source)
        sign = _stored(source, SIGN)
        if sign is not None and sign.search(text, *span) is None:
            return _NOTHING
        return _stored(source, TWIN) or _compile(source)


def has_twin(source: str) -> bool:
    """Say whether the first texts can be searched for a pattern without compiling it."""
    return (_stored(source, SIGN) or _stored(source, TWIN)) is not None


@lru_cache(maxsize=8192)
def _stored(source: str, flags: int) -> re.Pattern[str] | None:
    return stored(source, flags)


def _is_tame(text: str) -> bool:
    return len(text) <= _SHORT or _has_no_long_run(text)


@lru_cache(maxsize=4)  # many patterns are asked for the same text, one after the other
def _has_no_long_run(text: str) -> bool:
    return _LONG_RUN.search(text) is None


def late_pattern(pattern: str) -> Any:
    """Return what serves as a compiled pattern does and is compiled when needed: for one that RE2 has taken before."""
    return _shared(pattern)


@lru_cache(maxsize=4096)
def _shared(pattern: str) -> LateRe2Pattern:
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


class Budget:
    """What patterns are compiled into: ``spent`` of at most ``most`` instructions of RE2, of some 20 bytes each."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.spent = 0


_BUDGET: ContextVar[Budget | None] = ContextVar("budget", default=None)
_LARGEST = 20_000
"""Instructions of one pattern, of which RE2 may go through all for each character of a text; the largest of the shipped
ones has 13,000.
"""
_CAPTURES = 1_000_000
"""The same times its groups: RE2 may keep all of their places for each instruction."""
_TOO_LARGE = 400_000
"""Instructions that RE2 has made when it says that a pattern is too large."""


@contextmanager
def within_budget(budget: Budget) -> Iterator[None]:
    """Within the block, `compile_pattern` counts what it compiles, and raises OptionError where it is too much.

    What is spent is spent of the budget of a block around it, too.
    """
    around = _BUDGET.get()
    token = _BUDGET.set(budget)
    try:
        yield
    finally:
        _BUDGET.reset(token)
        if around is not None:
            around.spent += budget.spent


def compile_pattern(pattern: str, *where: str | int) -> Any:
    """Compile one RE2 pattern; raises OptionError that says what RE2 refuses."""
    if _LATE.get():
        return late_pattern(pattern)
    budget = _BUDGET.get()
    try:
        compiled = _compile(pattern)
    except OptionError as error:
        if budget is not None and "too large" in error.message:
            budget.spent += _TOO_LARGE
        raise OptionError(error.message, *where) from None
    if budget is not None:
        budget.spent += compiled.programsize
        if compiled.programsize > _LARGEST:
            raise OptionError("bad pattern: too large: repeat less, or fewer characters", *where)
        if compiled.programsize * compiled.groups > _CAPTURES:
            raise OptionError("bad pattern: too many groups for its size: write (?:...)", *where)
        if budget.spent > budget.most:
            raise OptionError("the patterns up to here are too large together", *where)
    return compiled


# Checks share patterns: the same exceptions, the same words in speech and outside it.
@lru_cache(maxsize=1024)
def _compile(pattern: str) -> Any:
    import re2  # 3 ms and 2 MB, for which a process that checks one story may have no need

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


def escaped(text: str) -> str:
    """Return the RE2 pattern of a text."""
    import re2

    return str(re2.escape(text))


@lru_cache(maxsize=4096)
def _escape(char: str) -> str:
    if char.isspace():
        return r"\s+"
    if char in "'’":
        return "['’]"
    return escaped(char)


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
