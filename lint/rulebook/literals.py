"""What a text must hold for a pattern to match it: literals, which plain string search finds far quicker than RE2.

A gate is a tuple of ways to match. Each way is a tuple of clauses, all of which must hold, the rarest first; a clause
is a set of literals, one of which must be in the text. Where a gate says no, RE2 finds nothing; where it says yes, RE2
has to be asked. No gate (None) says nothing.

Literals are looked for in a text in which every run of white space is one space: those without a capital in lower case,
the others as they are. First only a sign of each is looked for, its rarest whole word or four characters in a row, in
the set of all words and all rows of up to four that the text has: whether it may hold one of many literals is then one
question to a set.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from math import prod
from typing import Any

from ..text.regex import regex

Clause = tuple[str, str]
"""Literals, one of which must be in the text, and before them the sign of each, both in one string with line breaks
between them: a book has 20,000 of each, and few are ever looked at."""
Way = tuple[Clause, ...]
Gate = tuple[Way, ...]

_RUN = 24
"""Strings that a run of small choices (`[ae]nsure[sd]?`) may stand for before it is cut."""
_WAYS = 1500
"""Ways of one pattern; with more, it has no gate."""
_SHARED_TAIL = 12
"""Alternatives that are told apart though something follows them: what follows is looked at once for each."""
_CLAUSES = 3
_ROW = 4
_TOO_COMMON = 6e-4
"""A clause that holds at one place in 1,700 says nothing about a story."""

# How often, in a thousand, a character is met in news copy: only the order of magnitude counts.
_LETTERS = dict(
    zip(
        "etaoinsrhldcumfpgwybvkxjqz",
        (95, 72, 67, 61, 58, 58, 55, 52, 41, 34, 30, 26, 22, 21, 18, 17, 16, 15, 15, 12, 8, 6, 2, 1.5, 0.8, 0.7),
        strict=True,
    )
)
_CAPITALS = {letter.upper(): frequency / 30 for letter, frequency in _LETTERS.items()}
_MARKS = {" ": 170, ".": 10, ",": 10, "-": 3, "'": 3, "’": 3, '"': 4, "“": 3, "”": 3, "(": 0.5, ")": 0.5, ":": 1}
_RARE = 0.05

_ODD = "ſ\u212aİ"
"""Letters that to RE2 or to Python are ASCII letters in another case, and to the other not: no gate speaks of a text
that has one."""

_SEAM = "\b"
"""Stands in a literal for the pattern's `\\b`, which no two letters have between them."""

_FREQUENCY = {**_LETTERS, **_CAPITALS, **_MARKS, **dict.fromkeys("0123456789", 2.0), _SEAM: 200}


class Haystack:
    """A text made ready for `admits`: with single spaces, once as it is and once in lower case, and its signs."""

    __slots__ = ("_low", "_plain", "odd", "signs")

    def __init__(self, text: str) -> None:
        self.odd = any(char in text for char in _ODD)
        self._plain = f" {' '.join(text.split())} "
        self._low = self._plain.lower()
        self.signs: set[str] = set()
        for form in (self._plain, self._low):
            tails = [form[start:] for start in range(_ROW)]
            for length in range(1, _ROW + 1):
                self.signs.update(map("".join, zip(*tails[:length], strict=False)))
            self.signs.update(f"{_SEAM}{word}{_SEAM}" for word in set(_WORD.findall(form)))

    def holds(self, clause: Clause) -> bool:
        """Say whether a literal of a clause is in the text."""
        signs, literals = (part.split("\n") for part in clause)
        return any(
            sign in self.signs and (literal in self._low or literal in self._plain)
            for sign, literal in zip(signs, literals, strict=True)
        )


def admits(gate: Gate | None, hay: Haystack) -> bool:
    """Say whether a text passes a gate."""
    if gate is None or hay.odd:
        return True
    absent = hay.signs.isdisjoint
    for way in gate:
        for signs, _ in way:
            if absent(signs.split("\n")):
                break
        else:
            if all(map(hay.holds, way)):
                return True
    return False


def gate_of(patterns: Iterable[str]) -> Gate | None:
    """Return the gate of several RE2 patterns, any of which may match; None where one of them has none."""
    ways: dict[tuple[tuple[str, ...], ...], None] = {}
    for pattern in patterns:
        found = _literals(pattern)
        if found is None:
            return None
        ways.update(dict.fromkeys(found))
    return tuple(tuple(map(_with_signs, way)) for way in ways)


def _literals(pattern: str) -> list[tuple[tuple[str, ...], ...]] | None:
    items = _parse(pattern)
    if items is None:
        return None
    # Where some of the pattern ignores case, all of it may.
    low = _ANY_CASE.search(pattern) is not None
    try:
        known: _Known = {}
        ways = [_rarest(way, low) for way in _ways(items, _NOTHING, (), known)]
    except (_TooManyError, RecursionError):
        return None
    return ways if all(ways) else None


# Parsing

_OUTSIDE = regex(r"\\[pP](?:\{[^}]*\}|.)|\\x\{[0-9A-Fa-f]+\}|\\.|\(\?[a-zA-Z]+\)|\[\^?\]?|.", re.DOTALL)
_INSIDE = regex(r"\\[pP](?:\{[^}]*\}|.)|\\x\{[0-9A-Fa-f]+\}|\\.|.", re.DOTALL)
_POSIX = regex(r"\[:\^?\w+:\]")
_ANY_CASE = regex(r"\(\?[a-zA-Z]*i")


def _parse(pattern: str) -> list[_Item] | None:
    """Parse with the parser of Python's `re`, which reads RE2's syntax the same, but for what is mended here."""
    from re import _parser  # type: ignore[attr-defined]

    if _POSIX.search(pattern):  # a class to RE2, a set of letters to Python
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return list(_parser.parse("".join(_translated(pattern))))
    except (re.error, OverflowError, RecursionError, ValueError):
        return None


def _translated(pattern: str) -> Iterator[str]:
    at = 0
    inside = False  # a set of characters
    while at < len(pattern):
        match = (_INSIDE if inside else _OUTSIDE).match(pattern, at)
        if match is None:  # a lone backslash at the end: RE2 will say so
            yield pattern[at:]
            return
        token = match[0]
        at = match.end()
        if token.startswith("\\x{"):
            yield f"\\U{int(token[3:-1], 16):08x}"
        elif token[:2] in ("\\p", "\\P"):
            yield r"\w"  # any class does: what it holds is not looked at
        elif token == r"\z":
            yield r"\Z"
        elif inside:
            inside = token != "]"
            yield token
        elif token.startswith("(?"):
            pass  # flags: case is seen to elsewhere, the others change no literal
        else:
            inside = token.startswith("[")
            yield token


# From a parsed pattern to the ways to match it

_Item = tuple[Any, Any]
_Strings = frozenset[str]
_NOTHING: _Strings = frozenset(("",))
_Known = dict[int, _Strings | None]
"""What `_exact` said of the items of one pattern, by their identity: they all live as long as the pattern's tree."""
_GAP: _Item = ("gap", None)
"""Stands for any text between what goes before and what comes after."""


class _TooManyError(Exception):
    pass


def _ways(
    items: Sequence[_Item], run: _Strings, clauses: tuple[_Strings, ...], known: _Known
) -> Iterator[tuple[_Strings, ...]]:
    """Yield the ways to match a sequence, each as its clauses. ``run`` is what stands directly before the sequence."""
    todo = list(reversed(items))
    while todo:
        item = todo.pop()
        op, value = str(item[0]), item[1]
        exact = _exact(item, known)
        if exact is not None:
            longer = _joined(run, exact)
            if longer is None:
                clauses, run = (*clauses, run), exact
            else:
                run = longer
        elif op == "SUBPATTERN":
            todo += reversed(list(value[-1]))
        elif op == "BRANCH":
            branches = [list(branch) for branch in value[1]]
            if not todo or len(branches) <= _SHARED_TAIL:
                count = 0
                for branch in branches:
                    for way in _ways([*branch, *reversed(todo)], run, clauses, known):
                        count += 1
                        if count > _WAYS:
                            raise _TooManyError
                        yield way
                return
            clauses, run = (*clauses, run, _any_of(branches, known)), _NOTHING
        elif op in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and value[0] >= 1:
            todo.append(_GAP)  # once, and perhaps again
            todo += reversed(list(value[2]))
        else:
            clauses, run = (*clauses, run), _NOTHING
    yield (*clauses, run)


def _any_of(branches: Iterable[Sequence[_Item]], known: _Known) -> _Strings:
    """Return strings one of which is in whatever one of the branches matches; the empty one where that is not known."""
    found: set[str] = set()
    for branch in branches:
        for way in _ways(branch, _NOTHING, (), known):
            best = min((clause for clause in way if _is_clause(clause)), key=_cost, default=_NOTHING)
            found |= best
    return frozenset(found)


def _rarest(way: Iterable[_Strings], low: bool) -> tuple[tuple[str, ...], ...]:
    """Return the clauses of a way that are worth asking, the rarest first."""
    tidy = {_tidy(clause, low) for clause in way if _is_clause(clause)}
    rated = sorted((_cost(clause), tuple(sorted(clause))) for clause in tidy if _is_clause(clause))
    return tuple(literals for cost, literals in rated[:_CLAUSES] if cost < _TOO_COMMON)


def _with_signs(literals: Sequence[str]) -> Clause:
    return "\n".join(map(_sign, literals)), "\n".join(literal.replace(_SEAM, "") for literal in literals)


def _sign(literal: str) -> str:
    """Return the rarest part of a literal that a text's signs can hold: a whole word, or _ROW characters in a row."""
    plain = literal.replace(_SEAM, "")
    rows = [plain[at : at + _ROW] for at in range(max(1, len(plain) - _ROW + 1))]
    words = [f"{_SEAM}{word}{_SEAM}" for word in _WHOLE.findall(literal)]
    return min((*words, *rows), key=_frequency)


_WORD = regex(r"\w+", re.ASCII)
_WHOLE = regex(r"(?<=[^\w])\w+(?=[^\w])", re.ASCII)


def _is_clause(strings: _Strings) -> bool:
    return not any(string.strip(_SEAM) == "" for string in strings)


def _tidy(clause: _Strings, low: bool) -> _Strings:
    if low:
        return frozenset(string.lower() for string in clause)
    return frozenset(string for string in clause if string == string.lower() or string.lower() not in clause)


def _cost(clause: _Strings) -> float:
    """Return how often a clause is met, and a little for each literal that has to be looked for."""
    return sum(_frequency(string) for string in clause) + 5e-6 * len(clause)


@lru_cache(maxsize=20_000)
def _frequency(string: str) -> float:
    return prod(_FREQUENCY.get(char, _RARE) / 1000 for char in string)


@lru_cache(maxsize=10_000)
def _joined(first: _Strings, second: _Strings) -> _Strings | None:
    if second == _NOTHING:
        return first
    if len(first) * len(second) > _RUN * 4:
        return None
    both = frozenset(
        joined
        for a in first
        for b in second
        if not _IMPOSSIBLE.search(joined := _SPACES.sub(" ", _SEAMS.sub(_SEAM, a + b)))
    )
    return both if len(both) <= _RUN else None


_SEAMS = regex(rf"{_SEAM}{{2,}}")
_SPACES = regex(r" {2,}")
_IMPOSSIBLE = regex(rf"\w{_SEAM}\w", re.ASCII)


def _exact(item: _Item, known: _Known) -> _Strings | None:
    """Return all that an item can match; None where that is not a handful of strings."""
    key = id(item)
    if key not in known:
        read = _READERS.get(str(item[0]))
        known[key] = read(item[1], known) if read else None
    return known[key]


def _exact_sequence(items: Iterable[_Item], known: _Known) -> _Strings | None:
    strings: _Strings | None = _NOTHING
    for item in items:
        exact = _exact(item, known)
        strings = _joined(strings, exact) if exact is not None and strings is not None else None
        if strings is None:
            return None
    return strings


def _exact_branch(value: Any, known: _Known) -> _Strings | None:
    found: _Strings = frozenset()
    for branch in value[1]:
        exact = _exact_sequence(branch, known)
        if exact is None or len(found | exact) > _RUN:
            return None
        found |= exact
    return found


def _exact_set(value: Any, known: _Known) -> _Strings | None:
    found: set[str] = set()
    for op, what in value:
        kind = str(op)
        if kind == "CATEGORY" and str(what) == "CATEGORY_SPACE":
            found.add(" ")
            continue
        codes = (what,) if kind == "LITERAL" else range(what[0], what[1] + 1) if kind == "RANGE" else None
        if codes is None or len(codes) > _RUN:
            return None
        for code in codes:
            char = _char(code)
            if char is None:
                return None
            found.add(char)
    return frozenset(found) if len(found) <= _RUN else None


def _exact_repeat(value: Any, known: _Known) -> _Strings | None:
    least, most, items = value
    exact = _exact_sequence(items, known)
    if exact is None or not (most == 1 or exact == _SPACE):  # any number of spaces is one space
        return None
    return exact if least else exact | _NOTHING


def _exact_literal(code: int, known: _Known) -> _Strings | None:
    char = _char(code)
    return frozenset((char,)) if char is not None else None


def _char(code: int) -> str | None:
    """Return a character as it is looked for; None for one whose case RE2 and Python may see differently."""
    char = chr(code)
    if char.isspace():
        return " "
    if char.isascii():
        return None if char == _SEAM else char
    return char if char.lower() == char == char.upper() == char.casefold() else None


_SPACE: _Strings = frozenset((" ",))
_READERS: dict[str, Callable[[Any, _Known], _Strings | None]] = {
    "AT": lambda where, _: frozenset((_SEAM,)) if str(where) == "AT_BOUNDARY" else _NOTHING,
    "BRANCH": _exact_branch,
    "IN": _exact_set,
    "LITERAL": _exact_literal,
    "MAX_REPEAT": _exact_repeat,
    "MIN_REPEAT": _exact_repeat,
    "SUBPATTERN": lambda value, known: _exact_sequence(value[-1], known),
}
