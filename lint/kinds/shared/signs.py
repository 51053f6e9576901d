"""Which of many patterns can match a text at all: one table, from signs to the patterns that need one of them.

A pattern can match in several ways (see `literals`). Each way is filed under its rarest clause: under a sign of each of
its literals. A text is asked once for its signs, and only the ways under signs that it has are looked at. So ten
thousand patterns cost what ten do, as long as what they are about is not in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import chain, pairwise
from math import exp, prod
from typing import Any, cast

import msgspec

from ...text.regex import regex
from ...text.story import Story
from .literals import END, ROW, SEAM, Clause, Way, characters, reach, share, sign, ways_to_match, whole_words

_LETTERS = bytes(code for code in range(128) if chr(code).isalnum() or code == ord("_"))
_WORDS = bytes.maketrans(
    bytes(code for code in range(256) if code not in _LETTERS), b" " * (256 - len(_LETTERS))
).translate(bytes.maketrans(_LETTERS.upper(), _LETTERS.upper().lower()))
"""Makes lower-case words with spaces between of a text in UTF-8; a word is what RE2 takes for one, so it is ASCII."""
_SPACES = bytes.maketrans(b"\t\n\r\v\f", b"     ")

_ODD = tuple(char.encode() for char in "ſ\u212aİ")
"""Letters that to RE2 or to Python are ASCII letters in another case, and to the other not: no literal speaks of a text
that has one."""

_WORDS_KEPT = 50_000
"""Words of which it is remembered what is filed under them: nearly all the words of a story are those of others."""
_USUAL = 0.95
"""An owner that may find something in so many stories, by the guess, is always asked."""
_SURE = 0.6
"""A further clause that holds in more stories is not looked at: it costs more than it keeps out."""
_SEARCHES = 20
"""Literals whose search costs what a check does that runs for nothing."""
_SEARCH = 0.02
"""What it costs to look for a literal that has no sign, as a share of stories in which a check runs for nothing."""


class Haystack:
    """A text made ready to be asked: its words, in lower case, and all of it with single spaces."""

    def __init__(self, text: str) -> None:
        self.data = text.encode("utf-8", "replace")
        self.sequence = self.data.translate(_WORDS).split()
        self.words = set(self.sequence)
        self._held: dict[bytes, bool] = {}
        self.is_odd = not text.isascii() and any(odd in self.data for odd in _ODD)

    @cached_property
    def marks(self) -> set[str]:
        return set(self.data.translate(None, _LETTERS + b" \t\n\r").decode())

    @cached_property
    def plain(self) -> bytes:
        data = b" " + self.data.translate(_SPACES) + b" "
        while b"  " in data:
            data = data.replace(b"  ", b" ")
        return data

    @cached_property
    def low(self) -> bytes:
        return self.plain.lower()

    @cached_property
    def marked(self) -> bytes:
        """What stands between spaces and is no mere word, once each."""
        return b" " + b" ".join({part for part in self.plain.split(b" ") if not part.isalnum()}) + b" "

    @cached_property
    def marked_low(self) -> bytes:
        return self.marked.lower()

    def holds(self, clause: bytes) -> bool:
        """Say whether one of a clause's literals, with line breaks between, is in the text."""
        held = self._held.get(clause)
        if held is None:
            held = self._held[clause] = any(map(self._has, _literals(clause)))
        return held

    def _has(self, literal: _Literal) -> bool:
        text, words, is_low, is_marked = literal
        if not self.words.issuperset(words):
            return False
        if is_marked:
            return text in (self.marked_low if is_low else self.marked)
        return text in (self.low if is_low else self.plain)


_Literal = tuple[bytes, tuple[bytes, ...], bool, bool]
"""What is looked for, the words that it holds, whether it has no capital, and whether it is no mere words and has no
space within, so that it can be looked for in a quarter of the text."""


@lru_cache(maxsize=10_000)
def _literals(clause: bytes) -> tuple[_Literal, ...]:
    return tuple(map(_literal, clause.decode().split("\n")))


def _literal(literal: str) -> _Literal:
    text = literal.replace(SEAM, "")
    inner = text.strip(" ")
    words = tuple(word.encode() for word in whole_words(literal))
    is_marked = bool(inner) and " " not in inner and not (inner.isascii() and inner.isalnum())
    return text.encode(), words, text == text.lower(), is_marked


def haystack(story: Story) -> Haystack:
    """Return a story's text made ready, once for all who ask."""
    hay = story.memo.get(__name__)
    if hay is None:
        hay = story.memo[__name__] = Haystack(story.text)
    return cast(Haystack, hay)


_Filed = tuple[int, tuple[bytes, ...], tuple[bytes, ...]]
"""A way: whose it is, words that the text must have, and the clauses that have to be looked for, their literals with
line breaks between."""


class SignTable(msgspec.Struct, array_like=True, frozen=True, dict=True):
    """From signs, by their sort, to a place in ``files``, which holds places in ``ways``.

    ``always``: owners of which nothing is known. ``count``: how many owners there are.
    """

    words: dict[bytes, int]
    beginnings: dict[bytes, dict[bytes, int]]
    ends: dict[bytes, dict[bytes, int]]
    rows: dict[bytes, dict[bytes, int]]
    pairs: dict[tuple[bytes, bytes], int]
    marks: dict[str, int]
    classes: dict[str, int]
    texts: dict[bytes, int]
    files: list[tuple[int, ...]]
    ways: list[_Filed]
    always: tuple[int, ...]
    count: int

    def owners(self, hay: Haystack, known: frozenset[int] = frozenset()) -> set[int]:
        """Return the owners that may find something in a text, besides those that are ``known`` or ``always`` may."""
        if hay.is_odd:
            return set(range(self.count)).difference(known, self.always)
        found: set[int] = set()
        ways, files, holds, are_there = self.ways, self.files, hay.holds, hay.words.issuperset
        for file in self._files(hay):
            for number in files[file]:
                owner, words, clauses = ways[number]
                if owner not in found and owner not in known and are_there(words) and all(map(holds, clauses)):
                    found.add(owner)
        return found

    def narrowed(self, owners: Collection[int]) -> SignTable:
        """Return what the table holds of some owners, by the numbers that they have here."""
        ways: list[_Filed] = []
        places: dict[int, int] = {}
        for number, way in enumerate(self.ways):
            if way[0] in owners:
                places[number] = len(ways)
                ways.append(way)
        files: list[tuple[int, ...]] = []
        left: dict[int, int] = {}
        for number, file in enumerate(self.files):
            kept = tuple([places[way] for way in file if way in places])
            if kept:
                left[number] = len(files)
                files.append(kept)

        def signs(known: dict[Any, Any]) -> dict[Any, Any]:
            return {sign: left[file] for sign, file in known.items() if file in left}

        parts: dict[str, Any] = {
            sort: {key: part for key, known in getattr(self, sort).items() if (part := signs(known))}
            if sort in _KEYS
            else signs(getattr(self, sort))
            for sort in _SORTS
        }
        always = tuple(owner for owner in self.always if owner in owners)
        return SignTable(**parts, files=files, ways=ways, always=always, count=self.count)

    def _files(self, hay: Haystack) -> set[int]:
        said = self._said
        hits = set(chain.from_iterable(map(said.__getitem__, hay.words)))
        if len(said) > _WORDS_KEPT:
            said.clear()
        pairs = self.pairs
        if pairs:
            hits.update([pairs[pair] for pair in pairwise(hay.sequence) if pair in pairs])
        hits.update(chain.from_iterable(map(self._said_of_marks.__getitem__, hay.marks)))
        if self.texts:
            hits.update(file for text, file in self.texts.items() if hay.holds(text))
        return hits

    @cached_property
    def _said(self) -> _Said:
        return _Said(self)

    @cached_property
    def _said_of_marks(self) -> _SaidOfMarks:
        return _SaidOfMarks(self)


class _Said(dict[bytes, tuple[int, ...]]):
    """What is filed under a word, its beginnings, its ends and its parts; found out when first asked for."""

    def __init__(self, table: SignTable) -> None:
        super().__init__()
        self._words = table.words
        self._parts = (table.beginnings, table.ends, table.rows)
        self._lengths = [sorted(set(map(len, parts))) for parts in self._parts]

    def __missing__(self, word: bytes) -> tuple[int, ...]:
        files = {self._words[word]} if word in self._words else set()
        beginnings, ends, rows = self._lengths
        found: list[tuple[Callable[[Any, Any], bool], dict[bytes, int] | None]]
        found = [(bytes.startswith, self._parts[0].get(word[:length])) for length in beginnings]
        found += [(bytes.endswith, self._parts[1].get(word[-length:])) for length in ends]
        for length in rows:
            starts = range(len(word) - length + 1)
            found += [(bytes.__contains__, self._parts[2].get(word[at : at + length])) for at in starts]
        for has, parts in found:
            if parts:
                files.update([file for part, file in parts.items() if has(word, part)])
        self[word] = said = tuple(files)
        return said


class _SaidOfMarks(dict[str, tuple[int, ...]]):
    """What is filed under a character that is in no word, and under the classes that have it; found out when asked."""

    def __init__(self, table: SignTable) -> None:
        super().__init__()
        self._marks = table.marks
        self._classes = [
            (first, last, file) for known, file in table.classes.items() for first, last in characters(known) or ()
        ]

    def __missing__(self, mark: str) -> tuple[int, ...]:
        files = {file for first, last, file in self._classes if first <= mark <= last}
        if mark in self._marks:
            files.add(self._marks[mark])
        self[mark] = said = tuple(files)
        return said


def sign_table(owners: Iterable[Iterable[Way] | None]) -> SignTable:
    """Return the table of several owners by the ways in which their patterns can match; None: always."""
    table = _Draft()
    for owner, ways in enumerate(owners):
        table.add(owner, None if ways is None else list(ways))
    return table.finished()


def all_ways(patterns: Iterable[str] | None) -> list[Way] | None:
    """Return the ways in which one of several RE2 patterns can match; None where nothing is known of one of them."""
    found: dict[Way, None] = {}
    for pattern in patterns or ():
        ways = ways_to_match(pattern)
        if ways is None:
            return None
        found.update(dict.fromkeys(ways))
    return None if patterns is None else list(found)


class _Draft:
    """A table that is being made."""

    def __init__(self) -> None:
        self.count = 0
        self.always: list[int] = []
        self._ways: dict[_Filed, int] = {}
        self._under: dict[tuple[str, bytes | str | tuple[bytes, bytes]], dict[int, None]] = {}

    def add(self, owner: int, ways: Sequence[Way] | None) -> None:
        self.count += 1
        shares = [1.0] if ways is None else [min(map(share, way)) for way in ways]
        if ways is None or max(shares, default=0) > _USUAL or 1 - exp(-sum(shares)) > _USUAL:
            self.always.append(owner)
            return
        filings = [filing for way in ways for filing in _filings(way)]
        if _SEARCHES * exp(-sum(shares)) < sum(_searches(*filing) for filing in filings):
            self.always.append(owner)
            return
        for known, literal, words, clauses in filings:
            filed = (owner, words, tuple(map(_joined, clauses)))
            number = self._ways.setdefault(filed, len(self._ways))
            place = _place(known) if known else ("texts", _joined((literal.lower(),)))
            self._under.setdefault(place, {})[number] = None

    def finished(self) -> SignTable:
        files: dict[tuple[int, ...], int] = {}
        sorts: dict[str, dict[Any, Any]] = {sort: {} for sort in _SORTS}
        for (sort, known), numbers in self._under.items():
            file = files.setdefault(tuple(numbers), len(files))
            if sort in _KEYS:
                sorts[sort].setdefault(_KEYS[sort](known), {})[known] = file
            else:
                sorts[sort][known] = file
        return SignTable(**sorts, files=list(files), ways=list(self._ways), always=tuple(self.always), count=self.count)


_Filing = tuple[str, str, tuple[bytes, ...], list[Clause]]
"""A sign, the literal that it is of, the words that there must be besides, and the clauses that are looked for then."""


def _filings(way: Way) -> Iterator[_Filing]:
    """Yield what a way is filed under: the signs of its rarest clause."""
    key = min(way, key=lambda clause: reach(clause) + _SEARCH * sum(not sign(literal) for literal in clause))
    further = [clause for clause in way if clause != key and share(clause) < _SURE and not _has_class(clause)]
    for literal in key:
        known = sign(literal)
        clauses = further if _is_all(known, literal) else [(literal,), *further]
        words = {word for clause in clauses if len(clause) == 1 for word in whole_words(clause[0])}
        words.difference_update(known.split())
        yield known, literal, tuple(word.encode() for word in sorted(words)), clauses


def _searches(known: str, literal: str, words: Sequence[bytes], clauses: Sequence[Clause]) -> float:
    """Return roughly how many literals are looked for in a text because of a sign."""
    if not known:
        return 1.0
    rare = reach((literal,)) * prod(share((f"{SEAM}{word.decode()}{SEAM}",)) for word in words)
    return rare * sum(map(len, clauses[:1]))


_SORTS = ("words", "beginnings", "ends", "rows", "pairs", "marks", "classes", "texts")
_KEYS: dict[str, Callable[[Any], bytes]] = {
    "beginnings": lambda part: part[:END],
    "ends": lambda part: part[-END:],
    "rows": lambda part: part[:ROW],
}


def _has_class(clause: Iterable[str]) -> bool:
    return any(characters(literal) is not None for literal in clause)


def _joined(literals: Iterable[str]) -> bytes:
    return "\n".join(literals).encode()


def _is_all(known: str, literal: str) -> bool:
    """Say whether a text that has the sign of a literal has the literal, as good as certainly.

    What begins with a capital is hardly ever met without it.
    """
    if characters(literal) is not None:
        return True
    if _SHOUTED.search(literal):
        return False
    begins, ends = known.startswith("-"), known.endswith("-")
    low = literal.lower()
    return low == known or low == f"{'' if begins else SEAM}{known.strip('-')}{'' if ends else SEAM}"


_SHOUTED = regex(r"\w[A-Z]|\b[A-Z]\b")


def _place(known: str) -> tuple[str, bytes | str | tuple[bytes, bytes]]:
    """Return the sort of a sign, and itself as a text has it."""
    if characters(known) is not None:
        return "classes", known
    if " " in known:
        one, two = known.encode().split()
        return "pairs", (one, two)
    if not (known.isascii() and known.strip("-").replace("_", "a").isalnum()):
        return "marks", known
    begins, ends = known.startswith("-"), known.endswith("-")
    sort = "rows" if begins and ends else "ends" if begins else "beginnings" if ends else "words"
    return sort, known.strip("-").encode()
