"""What a text must hold for an RE2 pattern to match it: literals, which can be looked up far quicker than a pattern.

A pattern matches in one of several ways. Each way is a tuple of clauses, all of which must hold; a clause is a tuple of
literals, one of which must be in the text. Where no way holds, RE2 finds nothing; where one does, RE2 has to be asked.

Literals are looked for in a text in which every run of white space is one space: those without a capital in lower case,
the others as they are.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from math import prod
from typing import Any

from ...text.regex import regex
from .common_words import word_shares

Clause = tuple[str, ...]
Way = tuple[Clause, ...]

SEAM = "\b"
"""Stands in a literal for the pattern's `\\b`, which no two letters have between them."""
CLASS = "\0"
"""Begins a literal that stands for any character of a class: the first and the last of each of its ranges follow."""

END, ROW = 6, 4
"""Characters by which the beginning or the end of a word, and a part of one, are looked up, at most."""
ROW_MIN = 3
"""Characters of the shortest part of a word that is looked up."""

_RUN = 24
"""Strings that a run of small choices (`[ae]nsure[sd]?`) may stand for before it is cut."""
_WAYS = 1500
"""Ways of one pattern; with more, nothing is said of it."""
_SHARED_TAIL = 12
"""Alternatives that are told apart though something follows them: what follows is looked at once for each."""
_CLAUSES = 3
_TOO_COMMON = 3.0
"""A clause that is met so often in a story says nothing."""

_SAYING = 0.94
"""Share of stories, at most, that have one of several marks, for them to say something."""

_WORD = regex(r"\w+", re.ASCII)


@lru_cache(maxsize=2048)  # asked for a check, and for each of its patterns
def ways_to_match(pattern: str) -> tuple[Way, ...] | None:
    """Return the ways in which an RE2 pattern can match, the rarest clause of each first; None: nothing is known."""
    items = _parse(pattern)
    if items is None:
        return None
    # Where some of the pattern ignores case, all of it may.
    low = _ANY_CASE.search(pattern) is not None
    try:
        known: _Known = {}
        ways = tuple(dict.fromkeys(_rarest(way, low) for way in _ways(items, _NOTHING, (), known)))
    except (_TooManyError, RecursionError):
        return None
    return ways if all(ways) else None


# What is rare


@lru_cache(maxsize=50_000)
def sign(literal: str) -> str:
    """Return the rarest part of a literal that a text can be asked for at once; "" where it has none.

    That is a whole word ("otter"), two of them ("two otters"), the beginning of one ("ott-"), its end ("-ters") or a
    part ("-tte-"), in lower case, or a character that is in no word.
    """
    return min(_signs(literal), key=_share, default="")


def whole_words(literal: str) -> list[str]:
    """Return the words that a literal holds from end to end, in lower case."""
    plain = literal.lower()
    return [match[0] for match in _WORD.finditer(plain) if match.start() > 0 and match.end() < len(plain)]


def characters(literal: str) -> list[tuple[str, str]] | None:
    """Return the ranges of a class, by their first and last characters; None for any other literal."""
    return list(zip(literal[1::2], literal[2::2], strict=True)) if literal.startswith(CLASS) else None


def _signs(literal: str) -> Iterator[str]:
    if literal.startswith(CLASS):
        yield literal
        return
    plain = literal.lower()
    before = ""
    for match in _WORD.finditer(plain):
        word, begins, ends = match[0], match.start() > 0, match.end() < len(plain)
        if begins and ends:
            yield word
            if before:
                yield f"{before} {word}"
            before = word
        elif begins:
            yield f"{word}-"
        elif ends:
            yield f"-{word}"
        elif len(word) >= ROW_MIN:
            yield f"-{word}-"
    yield from (char for char in _WORD.sub("", plain) if char not in (SEAM, " "))


@lru_cache(maxsize=50_000)
def _share(sign: str) -> float:
    """Return the share of stories that have a sign, as a guess."""
    ranges = characters(sign)
    if ranges is not None:
        marks = [_MARKS[mark] for mark in _MARKS if any(first <= mark <= last for first, last in ranges)]
        return 1 - prod(1 - mark for mark in marks) * (1 - _RARE_MARK) ** len(ranges)
    if " " in sign:
        return prod(map(_share, sign.split())) * _TOGETHER
    part = sign.strip("-")
    if not (part and part.isascii() and part.replace("_", "a").isalnum()):
        return _MARKS.get(sign, _RARE_MARK)
    shares = word_shares()
    if part.isdigit():
        return _DIGITS.get(len(part), 0.05)
    if part == sign:
        return shares.get(sign, _RARE_WORD + _by_letters(sign))
    if sign.startswith("-"):
        if sign.endswith("-"):
            having = [share for word, share in shares.items() if part in word]
        else:
            having = [share for word, share in shares.items() if word.endswith(part)]
    else:
        having = [share for word, share in shares.items() if word.startswith(part)]
    common = prod(1 - share for share in having)
    return 1 - common * (1 - min(_PLACES / 2 * _by_letters(part), 0.9)) * (1 - _RARE_WORD)


_LETTERS = dict(
    zip(
        "etaoinsrhldcumfpgwybvkxjqz",
        (95, 72, 67, 61, 58, 58, 55, 52, 41, 34, 30, 26, 22, 21, 18, 17, 16, 15, 15, 12, 8, 6, 2, 1.5, 0.8, 0.7),
        strict=True,
    )
)
"""How often, in a thousand, a letter is met in news copy."""
_CHARS = {
    **_LETTERS, **{letter.upper(): often / 30 for letter, often in _LETTERS.items()}, SEAM: 200, " ": 170, ".": 10,
    ",": 10, "-": 3, "'": 3, "’": 3, '"': 4, "“": 3, "”": 3, "(": 0.5, ")": 0.5, ":": 1,
    **dict.fromkeys("0123456789", 2.0),
}  # fmt: skip
_RARE_CHAR = 0.05
_PLACES = 4700
"""Places in a story."""
_TOGETHER = 0.1
"""How much rarer two words are one after the other."""
_DIGITS = {1: 0.4, 2: 0.4, 4: 0.2}
"""Shares of numbers, by their figures."""
_RARE_WORD = 0.004
_RARE_MARK = 0.02
_MARKS = {
    **dict.fromkeys(".,-'\"", 0.99), "’": 0.7, "“": 0.5, "”": 0.5, "(": 0.6, ")": 0.6, "$": 0.5, ":": 0.4, ";": 0.2,
    "%": 0.2, "?": 0.2, "£": 0.2, "&": 0.15, "/": 0.15, "‘": 0.3, "–": 0.2, "—": 0.2, "[": 0.1, "]": 0.1, "!": 0.1,
    "\xa0": 0.1, "é": 0.2, "è": 0.05, "á": 0.05, "í": 0.05, "ó": 0.05, "ö": 0.05, "ü": 0.05, "ñ": 0.05, "ç": 0.05,
}  # fmt: skip


def reach(clause: Iterable[str]) -> float:
    """Return the share of stories that have the sign of one of several literals, as a guess.

    A literal without a sign counts as itself: it is looked for.
    """
    return 1 - prod(1 - (_share(known) if (known := sign(literal)) else _literal_share(literal)) for literal in clause)


def share(clause: Iterable[str]) -> float:
    """Return the share of stories in which one of several literals is, as a guess."""
    return 1 - prod(1 - _literal_share(literal) for literal in clause)


@lru_cache(maxsize=50_000)
def _literal_share(literal: str) -> float:
    if literal.startswith(CLASS):
        return _share(literal)
    known = sign(literal)
    by_letters = min(1.0, _PLACES * _by_letters(literal))
    if not known:
        return by_letters
    if not _WORD.search(literal):
        return min(_share(known), by_letters)
    # Two words or marks in a row are as rare as that, but where letters say otherwise: "s, ".
    parts = [part for part in _signs(literal) if " " not in part]
    return min(_share(known), max(min(map(_share, parts)) * _TOGETHER ** (len(parts) - 1), by_letters))


def _by_letters(text: str) -> float:
    return prod(_CHARS.get(char, _RARE_CHAR) / 1000 for char in text)


@lru_cache(maxsize=50_000)
def _cost(clause: _Strings) -> float:
    return share(clause) + 1e-6 * len(clause)


def _rarest(way: Iterable[_Strings], low: bool) -> Way:
    """Return the clauses of a way that are worth asking, the rarest first."""
    tidy = {_tidy(clause, low) for clause in way if _is_clause(clause)}
    rated = sorted(
        (_cost(clause), tuple(sorted(clause)))
        for clause in tidy
        if _is_clause(clause) and (sum(map(_by_letters, clause)) * _PLACES < _TOO_COMMON or _are_rare_marks(clause))
    )
    return tuple(literals for _, literals in rated[:_CLAUSES])


def _are_rare_marks(clause: _Strings) -> bool:
    """Say whether marks are met often where they are met, and in some stories not at all, as curly quotation marks."""
    return all(len(literal) == 1 and sign(literal) == literal for literal in clause) and share(clause) < _SAYING


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
        elif op in _REPEATS:
            least, _, repeated = value
            exact = _exact_sequence(repeated, known)
            if least and exact is not None:  # what goes before stands at the first, what comes after at the last
                longer = _joined(run, exact)
                clauses, run = (*clauses, run if longer is None else longer), exact
            elif least:
                todo.append(_GAP)  # once, and perhaps again
                todo += reversed(list(repeated))
            else:
                stays_apart = exact is not None and all(map(_ends_no_word, (*run, *exact)))
                clauses, run = (*clauses, run), frozenset((SEAM,)) if stays_apart else _NOTHING
        else:
            clauses, run = (*clauses, run), _NOTHING
            if op == "IN":
                clauses = (*clauses, _class(value))
    yield (*clauses, run)


_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


def _ends_no_word(string: str) -> bool:
    return string != "" and not _WORD.match(string[-1])


def _class(value: Iterable[_Item]) -> _Strings:
    """Return a set of characters as the class that it is; the empty string where that is not known, or has letters."""
    ranges: list[str] = []
    for op, what in value:
        kind = str(op)
        if kind not in ("LITERAL", "RANGE"):
            return _NOTHING
        first, last = (what, what) if kind == "LITERAL" else what
        if any(chr(code).isalnum() or chr(code) in " \t\n\r_" for code in range(first, min(last + 1, 128))):
            return _NOTHING
        ranges.append(chr(first) + chr(last))
    return frozenset((CLASS + "".join(sorted(ranges)),))


def _any_of(branches: Iterable[Sequence[_Item]], known: _Known) -> _Strings:
    """Return strings one of which is in whatever one of the branches matches; the empty one where that is not known."""
    found: set[str] = set()
    for branch in branches:
        for way in _ways(branch, _NOTHING, (), known):
            best = min((clause for clause in way if _is_clause(clause)), key=_cost, default=_NOTHING)
            found |= best
    return frozenset(found)


def _is_clause(strings: _Strings) -> bool:
    return not any(string.strip(SEAM) == "" for string in strings)


def _tidy(clause: _Strings, low: bool) -> _Strings:
    classes = [ranges for literal in clause if (ranges := characters(literal)) is not None]
    if classes:
        return _NOTHING if low and any(map(_has_case, classes)) else clause
    if low:
        return frozenset(string.lower() for string in clause)
    return frozenset(string for string in clause if string == string.lower() or string.lower() not in clause)


def _has_case(ranges: Iterable[tuple[str, str]]) -> bool:
    return any(_char(code) is None for first, last in ranges for code in range(max(128, ord(first)), ord(last) + 1))


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
        if not _IMPOSSIBLE.search(joined := _SPACES.sub(" ", _SEAMS.sub(SEAM, a + b)))
    )
    return both if len(both) <= _RUN else None


_SEAMS = regex(rf"{SEAM}{{2,}}")
_SPACES = regex(r" {2,}")
_IMPOSSIBLE = regex(rf"\w{SEAM}\w", re.ASCII)


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
    if char in " \t\n\r\v\f":
        return " "
    if char.isascii():
        return None if char in (SEAM, CLASS) else char
    return char if char.lower() == char == char.upper() == char.casefold() else None


_SPACE: _Strings = frozenset((" ",))
_READERS: dict[str, Callable[[Any, _Known], _Strings | None]] = {
    "AT": lambda where, _: _NOTHING if str(where) == "AT_NON_BOUNDARY" else frozenset((SEAM,)),
    "BRANCH": _exact_branch,
    "IN": _exact_set,
    "LITERAL": _exact_literal,
    "MAX_REPEAT": _exact_repeat,
    "MIN_REPEAT": _exact_repeat,
    "SUBPATTERN": lambda value, known: _exact_sequence(value[-1], known),
}
