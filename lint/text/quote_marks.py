"""Quotation marks before they are paired: every mark of a text, and which way its surroundings say that it faces.

Apostrophes, feet and inches, and minutes and seconds are left out here or marked as doubtful.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from .regex import regex

Side = Literal["open", "close", "either", "open?", "close?"]
"""``open?``: the glyph opens, its surroundings close; ``close?``: the glyph closes, its surroundings open."""

_MARK = "[\"“”„«»'‘’‚`]"
_RUN = regex(f"{_MARK}{_MARK}*+")  # not "+": a search leaps to a set of characters, but not to a repetition of one
_DOUBLE = frozenset('"“”„«»')
_CURLY = frozenset("“”„«»‘’‚")
_OPENING_GLYPH = frozenset("“„«‘‚`")
_CLOSING_GLYPH = frozenset("”»’")

_OPENS_AFTER = frozenset("([{<|=")
_DASHES = frozenset("-–—―/‐‑")
_CLOSES_BEFORE = frozenset(")]}>|")
_STOPS = frozenset(".,;:!?…")

# Words that begin with an apostrophe in print. The second group may as well open a quotation, so its mark is doubtful.
_ELISION = regex(r"(?:\d0s|[Tt]is|[Tt]was|em|til|[Nn](?=['’]))\b")
_PERHAPS_ELISION = regex(
    r"(?:\d\ds?|[Tt]were|[Tt]will|till|[Cc]ause|[Cc]os|coz|bout|[Rr]ound|neath|gainst|nuff|er|im|ave|n)\b(?![,.:]\d)"
)
_FEET = regex(r"\d['’′]\s?\d{1,2}(?:[.½¼¾]\d?)?$")
_SHORT_NUMBER = regex(r"(?:^|[^\d.,])\d{1,3}(?:\.\d{1,2}|[½¼¾])?$")


class Mark(NamedTuple):
    """One mark: its span, its family, which way it faces, and what may take its weight away.

    ``doubtful``: a double mark that may stand for inches or seconds, a single one that may be an apostrophe.
    """

    start: int
    end: int
    glyph: str
    double: bool
    curly: bool
    side: Side
    doubtful: bool


def scan_marks(text: str, start: int, end: int) -> tuple[list[Mark], list[Mark]]:
    """Return the double and the single marks of a block, ``text[start:end]``, in order, without apostrophes. Linear."""
    doubles: list[Mark] = []
    singles: list[Mark] = []
    for run in _RUN.finditer(text, start, end):
        first, last = run.span()
        before = text[first - 1] if first > start else " "
        after = text[last] if last < end else " "
        if last - first == 1 and before.isalnum() and after.isalnum() and text[first] not in _DOUBLE:
            continue
        if before in "€Ã" and (before == "Ã" or text[first - 2 : first - 1] == "â"):
            first += 1  # "â€“", "Ã‘": half of a dash, of an accented letter, that was decoded wrongly
            if first == last:
                continue
        around = _surroundings(text, before, after, last, end)
        marks = text[first:last]
        if marks in ("''", "``") and not before.isdigit():
            doubles.append(Mark(first, last, marks, True, False, around if marks == "''" else "open", False))
            continue
        if before.isdigit() and marks in ("''", "’’") and _FEET.search(text, max(start, first - 8), first):
            continue
        for offset, glyph in enumerate(marks):
            at = first + offset
            if glyph in _DOUBLE:
                if before.isdigit() or before in "½¼¾":
                    if _FEET.search(text, max(start, first - 8), first):
                        continue
                    doubtful = glyph in '"”' and _SHORT_NUMBER.search(text, max(0, first - 8), first) is not None
                else:
                    doubtful = False
                doubles.append(Mark(at, at + 1, glyph, True, glyph in _CURLY, _facing(glyph, around), doubtful))
            else:
                mark = _single(text, at, glyph, before, after, around)
                if mark is not None:
                    singles.append(mark)
    return doubles, singles


def _surroundings(text: str, before: str, after: str, last: int, end: int) -> Side:
    """Say which way a run of marks faces by the characters on its two sides."""
    opens = before.isspace() or before in _OPENS_AFTER
    closes = after.isspace() or after in _CLOSES_BEFORE
    if opens:
        if closes:
            return "either"
        if after in _STOPS:
            # "... and so" opens on an ellipsis; a full stop alone belongs to what was before the space.
            return "open" if after == "…" or text.startswith(("..", ". ."), last, end) else "either"
        return "open"
    if before in _DASHES:
        if closes or after in _STOPS:
            return "close"
        return "either" if after in _DASHES else "open"
    if closes or after in _STOPS or after in _DASHES:
        return "either" if before == ":" else "close"
    return "either"


def _facing(glyph: str, around: Side) -> Side:
    if glyph in _OPENING_GLYPH:
        return "open?" if around == "close" else "open"
    if glyph in _CLOSING_GLYPH:
        return "close?" if around == "open" else "close"
    return around


def _single(text: str, at: int, glyph: str, before: str, after: str, around: Side) -> Mark | None:
    curly = glyph in _CURLY
    if around == "open":
        if glyph == "’" or not (text[at + 1].isalnum() or text[at + 1] in '[($£€"“….'):
            return None  # ’90s, ’em: an apostrophe; a misplaced closing mark is too rare to tell from one
        if _ELISION.match(text, at + 1):
            return None
        return Mark(at, at + 1, glyph, False, curly, "open", _PERHAPS_ELISION.match(text, at + 1) is not None)
    if around == "close":
        if glyph in "‘‚`" or (before in "nN" and text[at - 2] in "'’‘"):
            return None  # rock 'n' roll
        doubtful = before in "sS" or before.isdigit() or text[max(0, at - 2) : at].lower() in ("in", "an", " o", " n")
        return Mark(at, at + 1, glyph, False, curly, "close", doubtful)
    if glyph == "‘" and after.isalnum() and not before.isalnum():
        return Mark(at, at + 1, glyph, False, True, "open", False)
    if glyph in "'’" and before in _STOPS:
        return Mark(at, at + 1, glyph, False, curly, "close", False)
    return None
