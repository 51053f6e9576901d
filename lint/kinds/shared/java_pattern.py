"""Patterns for one token that RE2 and Java's engine take alike, and that cannot run away in Java's backtracking."""

from __future__ import annotations

from typing import NamedTuple

from .base import OptionError
from .matching import compile_pattern

LONGEST = 4000
_CLASSES = frozenset("wWdDsSb")
_REPEATS = 2
_OPTIONS = 8
_COUNT = 20

_HINT = (
    "; in the pattern of a token stand letters, `.`, `[...]`, `(...)`, `(?:...)`, `|`, `?`, `*`, `+`, `{2,3}`, "
    r"`\w`, `\d` and a backslash before a mark"
)


class _Cost(NamedTuple):
    """How often one alternative may repeat without bound, and how often it may take or leave something."""

    repeats: int = 0
    options: int = 0


def check_pattern(pattern: str, *where: str | int) -> str:
    """Return the pattern, which has to match a whole token; raises OptionError for what is not shared or is unsafe.

    Unsafe is what can take time that is exponential in a token's length, or more than its square: an unbounded repeat
    of a group, or more than two unbounded repeats in one alternative.
    """
    if not pattern:
        raise OptionError("the pattern is empty", *where)
    if len(pattern) > LONGEST:
        raise OptionError(f"the pattern is longer than {LONGEST} characters", *where)
    if not pattern.isprintable() or any(char.isspace() for char in pattern):
        raise OptionError(f"bad pattern {pattern!a}: a token holds no space", *where)
    compile_pattern(pattern, *where)
    try:
        _Scanner(pattern).run()
    except ValueError as error:
        raise OptionError(f"bad pattern: {error}", *where) from None
    return pattern


def alternatives(pattern: str) -> list[str]:
    """Cut a pattern at the `|` that stand outside groups and classes."""
    parts: list[str] = []
    depth = start = 0
    in_class = False
    at = 0
    while at < len(pattern):
        char = pattern[at]
        if char == "\\":
            at += 1
        elif in_class:
            in_class = char != "]"
        elif char == "[":
            in_class = True
        elif char in "()":
            depth += 1 if char == "(" else -1
        elif char == "|" and depth == 0:
            parts.append(pattern[start:at])
            start = at + 1
        at += 1
    return [*parts, pattern[start:]]


class _Scanner:
    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._at = 0

    def run(self) -> None:
        self._alternation(0)
        if self._at < len(self._pattern):
            raise ValueError("`)` without `(`")

    def _alternation(self, depth: int) -> _Cost:
        """Read up to the closing parenthesis or the end; return the cost of the dearest alternative."""
        if depth > 5:
            raise ValueError("groups are nested too deeply")
        dearest = cost = _Cost()
        while self._at < len(self._pattern) and self._pattern[self._at] != ")":
            if self._pattern[self._at] == "|":
                self._at += 1
                cost = _Cost()
                continue
            grouped = self._pattern[self._at] == "("
            inner = self._group(depth) if grouped else self._atom()
            repeats, options = self._quantifier(grouped)
            cost = _Cost(cost.repeats + inner.repeats + repeats, cost.options + inner.options + options)
            if cost.repeats > _REPEATS:
                raise ValueError(f"more than {_REPEATS} times `*` or `+` in one alternative")
            if cost.options > _OPTIONS:
                raise ValueError(f"more than {_OPTIONS} times `?` or a count in one alternative")
            dearest = max(dearest, cost)
        return _Cost(max(dearest.repeats, cost.repeats), max(dearest.options, cost.options))

    def _group(self, depth: int) -> _Cost:
        self._at += 1
        if self._pattern.startswith("?", self._at):
            if not self._pattern.startswith("?:", self._at):
                raise ValueError("`(?` begins what RE2 and Java do not share" + _HINT)
            self._at += 2
        cost = self._alternation(depth + 1)
        if not self._pattern.startswith(")", self._at):
            raise ValueError("`(` without `)`")
        self._at += 1
        return cost

    def _atom(self) -> _Cost:
        char = self._pattern[self._at]
        if char == "[":
            self._class()
        elif char == "\\":
            self._escape()
        elif char in "^$":
            raise ValueError(f"`{char}` has no use here: the pattern matches a whole token")
        elif char in "*+?{}]":
            raise ValueError(f"a stray `{char}`; with a backslash it is the mark itself")
        else:
            self._at += 1
        return _Cost()

    def _escape(self) -> None:
        after = self._pattern[self._at + 1 : self._at + 2]
        if not after or (after.isalnum() and after not in _CLASSES) or after.isspace() or not after.isascii():
            raise ValueError(f"`\\{after}` is not shared by RE2 and Java" + _HINT)
        self._at += 2

    def _class(self) -> None:
        self._at += 1
        if self._pattern.startswith("^", self._at):
            self._at += 1
        begun = self._at
        while self._at < len(self._pattern):
            char = self._pattern[self._at]
            if char == "]" and self._at > begun:
                self._at += 1
                return
            if char == "\\":
                self._escape()
            elif char in "[]&^~" or char == '"':
                raise ValueError(f"`{char}` in `[...]` needs a backslash")
            else:
                self._at += 1
        raise ValueError("`[` without `]`")

    def _quantifier(self, grouped: bool) -> tuple[int, int]:
        """Read what says how often the last piece comes; return the unbounded and the bounded repeats, 0 or 1."""
        rest = self._pattern[self._at :]
        repeats = options = 0
        if rest.startswith(("*", "+")):
            if grouped:
                raise ValueError("`*` or `+` after a group can take Java for ever; repeat a letter or a class instead")
            self._at += 1
            repeats = 1
        elif rest.startswith("?"):
            self._at += 1
            options = 1
        elif rest.startswith("{"):
            count, closed, _ = rest[1:].partition("}")
            low, _, high = count.partition(",")
            figures = [low, high] if "," in count else [low]
            if not closed or not all(f.isascii() and f.isdigit() and int(f) <= _COUNT for f in figures):
                raise ValueError(f"a count is `{{2}}` or `{{2,3}}`, at most {_COUNT}")
            if grouped:
                raise ValueError("a count after a group; repeat a letter or a class instead")
            self._at += len(count) + 2
            options = 2
        else:
            return 0, 0
        if self._pattern[self._at : self._at + 1] and self._pattern[self._at] in "*+?{":
            raise ValueError("a quantifier after a quantifier")
        return repeats, options
