"""RE2 patterns as patterns of the standard library that match the same, where those are sure to be quick.

Compiling an RE2 pattern takes 0.02 to 7 ms, which only many texts repay; a pattern of the standard library is made of
its code in 0.02 (see `patterncode`). Both take the leftmost match and the first alternative of it. What is left to do:

- classes, `\\b` and letters without case are ASCII's in RE2, but for `\\p`, and but for "k" and "s", which are U+212A
  and U+017F too: each is written out;
- `$` is the very end in RE2; flags hold from where they stand to the end of their group.

A pattern that has no twin: of what the two may understand differently, one that can match nothing, and one whose twin
might try many ways at a place, or go far: the standard library's engine goes back and tries anew where RE2 does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

import re2

_WAYS = 2000
"""Ways that may be tried from one place in a text, at most."""
_USUAL = 8
"""Letters of a word, and members of a list: a twin is asked of texts only that hold no long words (see `matching`)."""
_FEW = 3
"""Times that what can match in several ways may be repeated."""
_TAIL = 4
"""Parts that may follow alternatives, to be looked at after each."""
_COMMON = 500
"""Share of characters in thousandths of which so many are in a text that they are no sign."""
_HEADS = 4
"""Times of one character that are told apart."""
_LENGTH = 4000
"""Characters of a pattern, at most: of a thousand alternatives, the standard library tries each at every letter."""
_LAST = 0x10FFFF
_SURROGATES = (0xD800, 0xDFFF)

Ranges = tuple[tuple[int, int], ...]
"""Code points: the first and the last of each range, in order."""


class _NoTwinError(Exception):
    """The pattern has no twin."""


class _SlowError(Exception):
    """There may be too many ways."""


class _Set(NamedTuple):
    """One character of these."""

    ranges: Ranges


class _At(NamedTuple):
    """A place between characters, as the standard library writes it."""

    source: str


class _Row(NamedTuple):
    """One after the other."""

    parts: tuple[Any, ...]


class _Either(NamedTuple):
    branches: tuple[Any, ...]


class _Group(NamedTuple):
    """A group that captures; ``name`` is "" where it has none."""

    name: str
    part: Any


class _Repeat(NamedTuple):
    part: Any
    least: int
    most: int | None
    lazy: bool


class Twin(NamedTuple):
    """What stands for an RE2 pattern: sources to be compiled with ``re.ASCII``, None where there is none.

    Where ``sign`` does not match, the pattern does not. ``whole`` matches what the pattern does.
    """

    sign: str | None
    whole: str | None


def twin_of(pattern: str) -> Twin:
    """Return what stands for a pattern."""
    if len(pattern) > _LENGTH:
        return Twin(None, None)
    try:
        tree = _Reader(pattern).whole()
        if _is_quick(tree) and not _can_be_empty(tree):
            return Twin(_sign(_bare(tree)), _written(tree))
        tree = _beginning(tree)
        return Twin(None if _can_be_empty(tree) else _sign(tree) or _written(tree), None)
    except (_NoTwinError, RecursionError):
        return Twin(None, None)


def _sign(tree: Any) -> str | None:
    """Return a pattern that begins with the rarest of the characters with which matches begin, and looks back there.

    The standard library looks for such a character ten times as quickly as it tries a pattern at each place. None where
    it does so by itself, or most characters are such.
    """
    heads, at_once = _heads(tree)
    if not heads:
        return None
    rarest = min(range(len(heads)), key=lambda number: _share(heads[number]))
    if _share(heads[rarest]) > _COMMON or (rarest == 0 and at_once):
        return None
    behind = "".join(map(_written_set, heads[: rarest + 1]))
    return f"{_written_set(heads[rarest])}(?<=(?={_written(tree)}){behind})"


def _heads(tree: Any) -> tuple[list[Ranges], bool]:
    """Return the first characters of all matches, as many as stand at a known place; and whether they do so plainly."""
    match tree:
        case _Set(ranges):
            return [ranges], True
        case _Group(_, part):
            return _heads(part)
        case _Either():
            return ([] if _can_be_empty(tree) else [_first((tree,))]), False
        case _Repeat(part, least) if least > 0:
            return ([part.ranges] * min(least, _HEADS) if isinstance(part, _Set) else _heads(part)[0][:1]), True
        case _Row(parts):
            heads: list[Ranges] = []
            at_once = True
            for number, part in enumerate(parts):
                if isinstance(part, _At):
                    at_once = at_once and bool(heads)
                    continue
                found, plain = _heads(part)
                at_once = at_once and plain if not heads else at_once
                heads.extend(found or ([] if _can_be_empty(_Row(parts[number:])) else [_first(parts[number:])]))
                if not _is_fixed(part):
                    break
            return heads, at_once
    return [], False


def _is_fixed(tree: Any) -> bool:
    """Say whether a part is so many characters, for each of which `_heads` has an entry."""
    match tree:
        case _Row(parts):
            return all(map(_is_fixed, parts))
        case _Group(_, part):
            return _is_fixed(part)
        case _Repeat(part, least, most):
            return least == most and least <= _HEADS and isinstance(part, _Set)
    return isinstance(tree, _Set)


_SHARES = dict(
    zip(
        " etaonisrhldcumfpgwybvk.,",
        (160, 95, 70, 65, 60, 55, 55, 50, 48, 40, 33, 30, 25, 20, 20, 18, 16, 15, 14, 13, 12, 8, 7, 10, 9),
        strict=True,
    )
)
"""How often characters stand in news copy, in thousandths; of others, one or two."""


def _share(ranges: Ranges) -> int:
    return sum(
        _SHARES.get(chr(code), 2) if code < 128 else 0
        for low, high in ranges
        for code in range(low, min(high, 127) + 1)
    )


def _is_quick(tree: Any) -> bool:
    try:
        return _ways(tree, ()) <= _WAYS
    except _SlowError:
        return False


def _beginning(tree: Any) -> Any:
    """Return as much of the beginning of a pattern as is quick: what all matches begin with. It captures nothing."""
    if _is_quick(tree):
        return _bare(tree)
    match tree:
        case _Row(parts):
            return _beginning_of_row(parts)
        case _Either(branches):
            return _Either(tuple(map(_beginning, branches)))
        case _Group(_, part):
            return _beginning(part)
        case _Repeat(part, least, _) if least > 0:
            return _beginning(part)
    return _Row(())


def _beginning_of_row(parts: tuple[Any, ...]) -> Any:
    number = _quick_parts(parts)
    quick = parts[:number]
    if number < len(parts):
        part, rest = parts[number], parts[number + 1 :]
        inner = part.part if isinstance(part, _Group) else part
        if isinstance(inner, _Either) and len(rest) <= _TAIL:
            # Those alternatives that are quick are followed by what follows all: "Share" is a line, or begins none.
            inner = _Either(tuple(_Row((branch, *rest)) for branch in inner.branches))
        longer = _Row((*map(_bare, quick), _beginning(inner)))
        if _is_quick(longer):
            return longer
    return _bare(_Row(quick))


def _quick_parts(parts: tuple[Any, ...]) -> int:
    """Return how many of the first parts of a row are quick together; single characters are looked at with the next."""
    last = len(parts) - 1
    known = 0
    for number, part in enumerate(parts):
        if number < last and isinstance(part, (_Set, _At)):
            continue
        if not _is_quick(_Row(parts[: number + 1])):
            while known < number and _is_quick(_Row(parts[: known + 1])):
                known += 1
            return known
        known = number + 1
    return known


def _bare(tree: Any) -> Any:
    """Return a pattern without its captures."""
    match tree:
        case _Row(parts):
            return _Row(tuple(map(_bare, parts)))
        case _Either(branches):
            return _Either(tuple(map(_bare, branches)))
        case _Group(_, part):
            return _bare(part)
        case _Repeat(part, least, most, lazy):
            return _Repeat(_bare(part), least, most, lazy)
    return tree


# Reading

_CLASSES: dict[str, Ranges] = {
    "d": ((48, 57),),
    "s": ((9, 10), (12, 13), (32, 32)),
    "w": ((48, 57), (65, 90), (95, 95), (97, 122)),
}
_CONTROLS = {"t": 9, "n": 10, "f": 12, "r": 13, "v": 11, "a": 7}
_ODD_FOLDS = {"k": 0x212A, "s": 0x17F}


class _Reader:
    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._at = 0

    def whole(self) -> Any:
        tree = self._either(frozenset())
        if self._at < len(self._pattern):
            raise _NoTwinError
        return tree

    def _peek(self, length: int = 1) -> str:
        return self._pattern[self._at : self._at + length]

    def _take(self, text: str) -> bool:
        found = self._pattern.startswith(text, self._at)
        if found:
            self._at += len(text)
        return found

    def _next(self) -> str:
        if self._at >= len(self._pattern):
            raise _NoTwinError
        self._at += 1
        return self._pattern[self._at - 1]

    def _until(self, end: str) -> str:
        stop = self._pattern.find(end, self._at)
        if stop < 0:
            raise _NoTwinError
        found = self._pattern[self._at : stop]
        self._at = stop + len(end)
        return found

    def _either(self, flags: frozenset[str]) -> Any:
        branches = []
        parts: list[Any] = []
        while self._at < len(self._pattern) and (char := self._peek()) != ")":
            if (char.isalnum() or char == " ") and self._pattern[self._at + 1 : self._at + 2] not in "*+?{":
                self._at += 1
                parts.append(_literal(char, flags))
                continue
            if self._take("|"):
                branches.append(_Row(tuple(parts)))
                parts = []
                continue
            if (changed := self._flags_alone(flags)) is not None:
                flags = changed
                continue
            parts.append(self._repeated(self._one(flags)))
        branches.append(_Row(tuple(parts)))
        return branches[0] if len(branches) == 1 else _Either(tuple(branches))

    def _flags_alone(self, flags: frozenset[str]) -> frozenset[str] | None:
        start = self._at
        if self._take("(?"):
            written = ""
            while self._peek().isalpha() or self._peek() == "-":
                written += self._next()
            if written and self._take(")"):
                return _with_flags(flags, written)
        self._at = start
        return None

    def _one(self, flags: frozenset[str]) -> Any:
        char = self._next()
        if char == "(":
            return self._group(flags)
        if char == "[":
            return _Set(self._class(flags))
        if char == "\\":
            return self._escape(flags)
        if char == ".":
            return _Set(((0, _LAST),) if "s" in flags else _without(((10, 10),)))
        if char == "^":
            return _At("(?m:^)" if "m" in flags else r"\A")
        if char == "$":
            return _At("(?m:$)" if "m" in flags else r"\Z")
        if char in "*+?":
            raise _NoTwinError
        return _literal(char, flags)

    def _group(self, flags: frozenset[str]) -> Any:
        name: str | None = ""
        if self._take("?P<") or self._take("?<"):
            name = self._until(">")
            if not name.isidentifier():
                raise _NoTwinError
        elif self._take("?"):
            flags = _with_flags(flags, self._until(":"))
            name = None
        part = self._either(flags)
        if not self._take(")"):
            raise _NoTwinError
        return part if name is None else _Group(name, part)

    def _escape(self, flags: frozenset[str]) -> Any:
        if self._take("b"):
            return _At(r"\b")
        if self._take("A"):
            return _At(r"\A")
        if self._take("z"):
            return _At(r"\Z")
        ranges, _ = self._escaped(flags)
        return _Set(ranges)

    def _escaped(self, flags: frozenset[str]) -> tuple[Ranges, bool]:
        """Return the characters of what follows a backslash, and whether they are one alone."""
        char = self._next()
        if char in "pP":
            name = f"{{{self._until('}')}}}" if self._take("{") else self._next()
            if "i" in flags:
                raise _NoTwinError
            return _of_property(f"\\{char}{name}"), False
        if char.lower() in _CLASSES:
            ranges = _CLASSES[char.lower()]
            # Without case, \w would hold what folds to "k" and "s"; RE2 leaves it as it is.
            return (_without(ranges) if char.isupper() else ranges), False
        if char == "x":
            digits = self._until("}") if self._take("{") else self._next() + self._next()
            try:
                code = int(digits, 16)
            except ValueError:
                raise _NoTwinError from None
        elif char in _CONTROLS:
            code = _CONTROLS[char]
        elif char.isascii() and not char.isalnum():
            code = ord(char)
        else:
            raise _NoTwinError
        return _folded(((code, code),), flags), True

    def _class(self, flags: frozenset[str]) -> Ranges:
        negated = self._take("^")
        found: list[tuple[int, int]] = []
        first = True
        while first or self._peek() != "]":
            first = False
            if self._peek(2) == "[:":
                raise _NoTwinError
            low = self._class_char(flags)
            if isinstance(low, tuple):
                found.extend(low)
                continue
            high = low
            if self._peek() == "-" and self._peek(2) != "-]":
                self._next()
                end = self._class_char(flags)
                if isinstance(end, tuple) or end < low:
                    raise _NoTwinError
                high = end
            found.extend(_folded(((low, high),), flags))
        self._next()
        ranges = _joined(found)
        return _without(ranges) if negated else ranges

    def _class_char(self, flags: frozenset[str]) -> int | Ranges:
        char = self._next()
        if char != "\\":
            return ord(char)
        ranges, alone = self._escaped(flags - {"i"} if self._peek() not in "pP" else flags)
        return ranges[0][0] if alone else ranges

    def _repeated(self, part: Any) -> Any:
        times = {"*": (0, None), "+": (1, None), "?": (0, 1)}
        least: int
        most: int | None
        if self._peek() and self._peek() in times:
            least, most = times[self._next()]
        elif self._peek() == "{":
            least, most = _counts(self._until("}")[1:])
        else:
            return part
        lazy = self._take("?")
        if self._peek() and self._peek() in "*+?{":
            raise _NoTwinError
        if isinstance(part, _At) or (most != 1 and (_can_be_empty(part) or _captures(part))):
            raise _NoTwinError
        return _Repeat(part, least, most, lazy)


def _counts(written: str) -> tuple[int, int | None]:
    low, comma, high = written.partition(",")
    if not low.isdecimal() or (high and not high.isdecimal()):
        raise _NoTwinError
    return int(low), (int(high) if high else None) if comma else int(low)


def _with_flags(flags: frozenset[str], written: str) -> frozenset[str]:
    on, _, off = written.partition("-")
    if not set(on + off) <= set("ims") or ("-" in written and not off):
        raise _NoTwinError
    return flags.union(on).difference(off)


@lru_cache(maxsize=4096)
def _literal(char: str, flags: frozenset[str]) -> _Set:
    return _Set(_folded(((ord(char), ord(char)),), flags))


def _folded(ranges: Ranges, flags: frozenset[str]) -> Ranges:
    """Return the characters in both cases where the flags say so."""
    if "i" not in flags:
        return ranges
    found = list(ranges)
    for low, high in ranges:
        if high > 127:
            if any(chr(code).lower() != chr(code).upper() for code in range(max(low, 128), min(high, low + 999) + 1)):
                raise _NoTwinError
            if high - low > 999:
                raise _NoTwinError
        for code in range(low, min(high, 127) + 1):
            char = chr(code)
            found.extend((ord(other), ord(other)) for other in {char.lower(), char.upper()})
            if char.lower() in _ODD_FOLDS:
                found.append((_ODD_FOLDS[char.lower()],) * 2)
    return _joined(found)


def _joined(ranges: Iterable[tuple[int, int]]) -> Ranges:
    joined: list[tuple[int, int]] = []
    for low, high in sorted(ranges):
        if joined and low <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
        else:
            joined.append((low, high))
    return tuple(joined)


def _without(ranges: Ranges) -> Ranges:
    edges = [(-1, -1), *_joined(ranges), (_LAST + 1, _LAST + 1)]
    return tuple((left[1] + 1, right[0] - 1) for left, right in pairwise(edges) if left[1] + 1 < right[0])


@cache
def _of_property(written: str) -> Ranges:
    """Return the characters of a class of Unicode, as RE2 has it: its Unicode is another year's than Python's."""
    every = _every("C" in written)
    try:
        runs = [match.span() for match in re2.finditer(f"(?:{written})+", every)]
    except re2.error:
        raise _NoTwinError from None
    found: list[tuple[int, int]] = []
    for start, end in runs:
        last = ord(every[end - 1])
        found.append((ord(every[start]), _ALIKE.get(last, last)))
    return _joined(found)


_ALIKE = {0x40000: 0xDFFFF, 0xE1000: 0x10FFFF}
"""Code points that no Unicode has given a character, but for private use: the first and the last of each range."""


@cache
def _every(others: bool) -> str:
    """Return all characters, but where these are of the same classes, the first; ``others``: classes of those too."""
    low, high = _SURROGATES
    ranges = [(0, low - 1), (high + 1, _LAST)]
    if not others:
        ranges = [(0, low - 1), (high + 1, 0x40000), (0xE0000, 0xE1000)]
    return "".join(chr(code) for first, last in ranges for code in range(first, last + 1))


# Writing


def _written(tree: Any) -> str:
    match tree:
        case _Set(ranges):
            return _written_set(ranges)
        case _At(source):
            return source
        case _Row(parts):
            return "".join(f"(?:{_written(p)})" if isinstance(p, _Either) else _written(p) for p in parts)
        case _Either(branches):
            return "|".join(map(_written, branches))
        case _Group(name, part):
            return f"(?P<{name}>{_written(part)})" if name else f"({_written(part)})"
        case _Repeat(part, least, most, lazy):
            inner = _written(part) if isinstance(part, (_Set, _Group)) else f"(?:{_written(part)})"
            times = {(0, None): "*", (1, None): "+", (0, 1): "?"}.get((least, most))
            times = times or f"{{{least},{'' if most is None else most}}}"
            return f"{inner}{times}{'?' if lazy else ''}"
    raise _NoTwinError


def _written_set(ranges: Ranges) -> str:
    if not ranges:
        raise _NoTwinError
    if len(ranges) == 1 and ranges[0][0] == ranges[0][1]:
        return _escape(ranges[0][0])
    negated = ranges[0][0] == 0 and ranges[-1][1] == _LAST
    inner = _without(ranges) if negated else ranges
    if not inner:
        return "(?s:.)"
    body = "".join(_escape(low) + ("" if low == high else f"-{_escape(high)}") for low, high in inner)
    return f"[{'^' if negated else ''}{body}]"


_PLAIN = frozenset(" ,'\":;/%!<>=@_")
"""Marks that stand for themselves wherever they are: escapes take five times as long to read."""


@lru_cache(maxsize=4096)
def _escape(code: int) -> str:
    char = chr(code)
    if (char.isalnum() if code < 128 else code >= 160 and char.isprintable()) or char in _PLAIN:
        return char
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"


# How many ways


def _can_be_empty(tree: Any) -> bool:
    match tree:
        case _Set():
            return False
        case _Row(parts):
            return all(map(_can_be_empty, parts))
        case _Either(branches):
            return any(map(_can_be_empty, branches))
        case _Group(_, part):
            return _can_be_empty(part)
        case _Repeat(part, least):
            return least == 0 or _can_be_empty(part)
    return True


def _captures(tree: Any) -> bool:
    match tree:
        case _Group():
            return True
        case _Row(parts) | _Either(parts):
            return any(map(_captures, parts))
        case _Repeat(part):
            return _captures(part)
    return False


_Follow = tuple[Any, ...]
"""What comes after a part, in order."""


@lru_cache(maxsize=4096)
def _first(row: tuple[Any, ...]) -> Ranges:
    """Return the characters with which a row can begin."""
    found: list[tuple[int, int]] = []
    for part in row:
        found.extend(_begins(part))
        if not _can_be_empty(part):
            break
    return _joined(found)


def _begins(tree: Any) -> Iterator[tuple[int, int]]:
    match tree:
        case _Set(ranges):
            yield from ranges
        case _Row(parts):
            yield from _first(parts)
        case _Either(branches):
            for branch in branches:
                yield from _begins(branch)
        case _Group(_, part) | _Repeat(part):
            yield from _begins(part)


def _meet(one: Ranges, other: Ranges) -> bool:
    return any(low <= last and first <= high for low, high in one for first, last in other)


def _ways(tree: Any, follow: _Follow) -> int:
    """Return in how many ways a part can match at one place, about, each of which may be tried in vain."""
    match tree:
        case _Row(parts):
            return _row_ways(parts, follow)
        case _Either(branches):
            return _either_ways([_flat(branch) for branch in branches], follow)
        case _Group(_, part):
            return _ways(part, follow)
        case _Repeat(part, least, most):
            return _repeat_ways(part, least, most, follow)
    return 1


def _row_ways(parts: tuple[Any, ...], follow: _Follow) -> int:
    total = 1
    for number, part in enumerate(parts):
        if not isinstance(part, (_Set, _At)):
            total *= _ways(part, (*parts[number + 1 :], *follow))
    return total


def _flat(tree: Any) -> tuple[Any, ...]:
    match tree:
        case _Row(parts):
            head = _flat(parts[0]) if parts and isinstance(parts[0], (_Row, _Group)) else parts[:1]
            return (*head, *parts[1:])
        case _Group(_, part):
            return _flat(part)
    return (tree,)


def _either_ways(branches: Sequence[tuple[Any, ...]], follow: _Follow) -> int:
    words = [_word(branch) for branch in branches]
    plain = sorted(word for word in words if word is not None)
    others = [branch for branch, word in zip(branches, words, strict=True) if word is None]
    return _nested(plain) + sum(_row_ways(branch, follow) for branch in others)


def _nested(words: Iterable[str]) -> int:
    """Return how many of sorted words can stand at one place, at most: "eight" and "eighty" can."""
    most = 0
    open_: list[str] = []
    for word in words:
        while open_ and not word.startswith(open_[-1]):
            open_.pop()
        open_.append(word)
        most = max(most, len(open_))
    return most


def _word(row: tuple[Any, ...]) -> str | None:
    """Return the one word that a row matches, in lower case; None for a row that may match other things."""
    letters: list[str] = []
    for part in row:
        if not isinstance(part, _Set):
            return None
        letter = _letter(part.ranges)
        if not letter:
            return None
        letters.append(letter)
    return "".join(letters)


@lru_cache(maxsize=4096)
def _letter(ranges: Ranges) -> str:
    """Return the one letter, in lower case, that characters are; "" where they are several."""
    found = {chr(low).lower() for low, high in ranges if low < 128}
    return found.pop() if len(found) == 1 and all(low == high for low, high in ranges) else ""


def _repeat_ways(part: Any, least: int, most: int | None, follow: _Follow) -> int:
    goes_on = not follow or _meet(_first((part,)), _first(follow))
    if most == 1:
        return _ways(part, follow) + (1 if least == 0 and goes_on else 0)
    if isinstance(part, _Set):
        if most is None and _is_mixed(part.ranges):
            raise _SlowError
        return min(_USUAL, _USUAL if most is None else most - least + 1) if goes_on and follow else 1
    within = _ways(part, (part, *follow))
    if within == 1:
        return min(_USUAL, _USUAL if most is None else most - least + 1) if goes_on and follow else 1
    if most is None or most > _FEW:
        raise _SlowError
    return int(within**most) * (most - least + 1)


def _is_mixed(ranges: Ranges) -> bool:
    """Say whether characters are of words and white space both, so that a run of them may be as long as a text."""
    return _meet(ranges, _SPACES) and _meet(ranges, _LETTERS)


_SPACES: Ranges = _joined((code, code) for code in range(0x3001) if chr(code).isspace())
_LETTERS: Ranges = _joined((code, code) for code in range(0x3001) if chr(code).isalnum() or chr(code) == "_")
