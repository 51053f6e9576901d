"""Faults of quotation marks as characters: which glyph, which way it faces, what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator

from ...issue import Edit
from ...text.attribution import AFTER
from ...text.quotes import Quotation, QuoteState
from ...text.regex import regex
from ...text.span import Span
from .base import Context, Finding

NEEDLES = {
    "glyph-mix": "[“”’]",
    "glyph-direction": "[“”«»‘]",
    "inner-space": "[\"“‘'] | [\"”’']",
    "double-stop": "[.,][\"”’'][.,]|[!?],[\"”’']",
    "stop-outside": '["”][.,]',
    "stop-outside-mix": '["”][.,]',
}

_MARKS = frozenset("\"“”„«»'‘’‚`")
_CURLY = {True: "“”", False: "‘’"}
_STRAIGHT = {True: '"', False: "'"}


def mix(context: Context) -> Iterator[Finding]:
    """The first quotation in the rarer glyphs, straight or curly.

    Where there are as many of both, the story's apostrophes say which glyphs are its own, else the later are the slip.
    """
    text = context.story.text
    marks = [(q, m) for q in context.story.quotes.quotations for m in (q.opening, q.closing) if m is not None]
    curly = [pair for pair in marks if text[pair[1].start] in "“”‘’"]
    straight = [pair for pair in marks if text[pair[1].start] in "\"'`"]
    if not curly or not straight:
        yield from _lone_apostrophe(text)
        return
    few = straight if _straight_are_strangers(text, straight, curly) else curly
    edits = tuple(sorted({Edit(*m, _glyph(q, m, curly=few is straight)) for q, m in few}, key=lambda e: e.start))
    first, mark = few[0]
    whole = len(few) > 1 and few[1][0] is first
    start, end = (first.start, first.end) if whole else mark
    fixed = _edited(text, start, end, edits)
    yield Finding(start, end, suggestions=(fixed,), edits=edits)


def _straight_are_strangers(
    text: str, straight: list[tuple[Quotation, Span]], curly: list[tuple[Quotation, Span]]
) -> bool:
    if len(straight) != len(curly):
        return len(straight) < len(curly)
    found = [text[match.start()] for match in _APOSTROPHE.finditer(text)]
    if found.count("'") != found.count("’"):
        return found.count("'") < found.count("’")
    return straight[0][1].start > curly[0][1].start


_MOST_LONE = 2
_LEAST_OTHER = 6
_APOSTROPHE = regex(r"(?<=[A-Za-z])(?<![AaIiUu])['’](?=[a-z])|(?<=[AaIiUu])['’](?=(?:s|t|d|m|re|ve|ll|am)\b)")


def _lone_apostrophe(text: str) -> Iterator[Finding]:
    """The first of one or two apostrophes of one shape in a story that has many of the other."""
    if "'" not in text or "’" not in text:
        return
    found = [match.start() for match in _APOSTROPHE.finditer(text)]
    straight = [at for at in found if text[at] == "'"]
    curly = [at for at in found if text[at] == "’"]
    few, many = sorted((straight, curly), key=len)
    if 0 < len(few) <= _MOST_LONE and len(many) >= _LEAST_OTHER:
        other = text[many[0]]
        edits = tuple(Edit(at, at + 1, other) for at in few)
        yield Finding(few[0], few[0] + 1, suggestions=(other,), edits=edits)


def _glyph(quotation: Quotation, mark: Span, *, curly: bool) -> str:
    if not curly:
        return _STRAIGHT[quotation.double]
    return _CURLY[quotation.double][0 if mark == quotation.opening else 1]


def _edited(text: str, start: int, end: int, edits: tuple[Edit, ...]) -> str:
    parts = []
    done = start
    for edit in edits:
        if start <= edit.start and edit.end <= end:
            parts += [text[done : edit.start], edit.new]
            done = edit.end
    return "".join((*parts, text[done:end]))


# ‘ where an apostrophe belongs: before a decade or an elided word, and inside a contraction (never in Hawai‘i).
_WRONG_APOSTROPHE = regex(r"‘(?=(?:\d0s|[Tt]is|[Tt]was|em|n[’'‘])\b)|(?<=[^\W\d_])‘(?=(?:s|t|d|m|re|ve|ll)\b)")


def direction(context: Context) -> Iterator[Finding]:
    """Each curly mark that faces the wrong way."""
    text = context.story.text
    openings = set()
    for quotation in context.story.quotes.quotations:
        if quotation.opening is not None:
            openings.add(quotation.opening.start)
        for mark in quotation.reversed_marks:
            glyph = text[mark.start]
            if glyph in "“”":
                yield Finding(*mark, suggestions=("”" if glyph == "“" else "“",))
    if "‘" not in text:
        return
    for match in _WRONG_APOSTROPHE.finditer(text):
        if match.start() not in openings:
            yield Finding(match.start(), match.end(), suggestions=("’",))


def inner_space(context: Context) -> Iterator[Finding]:
    """Each mark with an ordinary space between it and the words that it encloses."""
    text = context.story.text
    for quotation in context.story.quotes.quotations:
        opening, closing = quotation.opening, quotation.closing
        if quotation.state is not QuoteState.CLOSED or opening is None or closing is None:
            continue
        if closing.start - opening.end < 4:
            continue
        mark = text[slice(*opening)]
        if text[opening.end] == " " and not text[opening.end + 1].isspace() and text[opening.end + 1] not in _MARKS:
            moved = opening.start > 0 and not text[opening.start - 1].isspace() and text[opening.start - 1] not in "([{"
            yield Finding(opening.start, opening.end + 1, suggestions=(f" {mark}" if moved else mark,))
        mark = text[slice(*closing)]
        if (
            text[closing.start - 1] == " "
            and not text[closing.start - 2].isspace()
            and text[closing.start - 2] not in _MARKS
        ):
            moved = text[closing.end : closing.end + 1].isalnum()
            yield Finding(closing.start - 1, closing.end, suggestions=(f"{mark} " if moved else mark,))


_ABBREVIATION = regex(
    r"(?:\b[A-Za-z]|\.[A-Za-z]|\b(?:Inc|Co|Corp|Ltd|Jr|Sr|etc|Mr|Mrs|Ms|Dr|St|No|vs|Bros|[Jj]an|Feb|Aug|Sept|Oct|Nov|Dec))\.$"
)
_NAME_WITH_MARK = regex(r"(?:Yahoo|Jeopardy|Oklahoma|Oliver|Dolly|Mia|Wham|Airplane|Oh|mother|Hamlet)[!?]$")


_ATTRIBUTION = regex(rf"\s+{AFTER.pattern}")


def _is_title(text: str, quotation: Quotation) -> bool:
    """Say whether the words are capitalised as the title of a work is ("Who Goes There?," a film)."""
    words = [w for w in text[quotation.start + 1 : quotation.end].split()[:20] if len(w) > 3]
    return len(words) > 1 and all(w[:1].isupper() for w in words)


def double_stop(context: Context) -> Iterator[Finding]:
    """Each pair of stops on the two sides of a closing mark, and a comma after the ! or ? that ends a quotation."""
    text = context.story.text
    for quotation in context.story.quotes.quotations:
        closing = quotation.closing
        if closing is None or quotation.depth > 1 or closing.start < 2:
            continue
        mark = text[slice(*closing)]
        inside = text[closing.start - 1]
        if inside == "," and text[closing.start - 2] in "!?":
            name = _NAME_WITH_MARK.search(text, max(0, closing.start - 12), closing.start - 1)
            if not name and not _is_title(text, quotation) and _ATTRIBUTION.match(text, closing.end):
                yield Finding(closing.start - 2, closing.start, suggestions=(text[closing.start - 2],))
        elif inside in ".," and text[closing.end : closing.end + 1] in (".", ","):
            outside = text[closing.end]
            if text.startswith("..", closing.end) or text[closing.start - 2] in ".…":
                continue
            if inside == "." and _ABBREVIATION.search(text, max(0, closing.start - 8), closing.start):
                continue
            stop = "." if inside == outside == "." else ","
            yield Finding(closing.start - 1, closing.end + 1, suggestions=(stop + mark,))


_LEAST_INSIDE = 2


def stop_outside(context: Context) -> Iterator[Finding]:
    """Each full stop or comma after a closing mark, in a story that does not mostly set them inside."""
    outside, mostly_inside = _stops_outside(context)
    if not mostly_inside:
        yield from outside


def stop_outside_mix(context: Context) -> Iterator[Finding]:
    """The first full stop or comma after a closing mark, in a story that sets at least twice as many inside."""
    outside, mostly_inside = _stops_outside(context)
    if mostly_inside:
        yield outside[0]


def _stops_outside(context: Context) -> tuple[list[Finding], bool]:
    """Return the stops that stand after a closing mark, and whether the story sets far more of them before it."""
    text = context.story.text
    outside: list[Finding] = []
    inside = 0
    for quotation in context.story.quotes.quotations:
        closing = quotation.closing
        if closing is None or quotation.opening is None or not quotation.double:
            continue
        before = text[closing.start - 1]
        after = text[closing.end : closing.end + 1]
        if before in ".,":
            inside += 1
        elif (
            after
            and after in ".,"
            and before.isalpha()
            and text[closing.end + 1 : closing.end + 2] in (" ", "\n", "\r", "")
        ):
            fixed = after + text[closing.start : closing.end]
            outside.append(Finding(closing.start, closing.end + 1, suggestions=(fixed,)))
    return outside, bool(outside) and inside >= max(_LEAST_INSIDE, 2 * len(outside))
