"""Paragraphs: which lines belong together, in copy with blank lines, without them, and with lines of fixed width."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from .regex import regex

_LINE = regex(r"[^\r\n]+")
_FIRST_WORD = regex(r"\S+")
_ONE_BREAK = frozenset(("\n", "\r\n", "\r"))
_OPEN_END = regex(r"[^.!?:;…\s\"'”’)\]][\"'”’)\]]*$")

# Fixed-width copy is broken at 50 to 100 columns; the narrowest measure a person would set prose in is about 40.
_NARROWEST, _WIDEST = 40, 110
# `fmt` and people break up to this much before the last word that would have fitted.
_SLACK = 8


class Paragraph(NamedTuple):
    """``start:end`` is the content without surrounding white space; ``line_start`` where its first line begins."""

    start: int
    end: int
    line_start: int
    lines: int  # how many lines it is set over: more than one only in copy of fixed width


class _Line(NamedTuple):
    start: int  # the first character that is no white space
    end: int
    line_start: int


def find_paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs of a text in order.

    A blank line always ends one. Lines that follow one another without a blank line are a paragraph each, unless they
    were broken at a fixed width.
    """
    chunks = _chunks(text)
    if all(len(chunk) == 1 for chunk in chunks):
        return [Paragraph(line.start, line.end, line.line_start, 1) for (line,) in chunks]
    widths = [_width(text, [chunk]) for chunk in chunks]
    # A chunk of two lines says little by itself: what is left is judged together, then by its neighbours' width.
    rest = [chunk for chunk, width in zip(chunks, widths, strict=True) if not width and len(chunk) > 1]
    shared = _width(text, rest)
    common = max((*widths, shared))
    paragraphs: list[Paragraph] = []
    for chunk, width in zip(chunks, widths, strict=True):
        if len(chunk) > 1:
            width = width or shared or (common if _fits(text, chunk, common) else 0)
        paragraphs += _join(text, chunk, width)
    return paragraphs


def _chunks(text: str) -> list[list[_Line]]:
    """Return the runs of lines that no blank line interrupts."""
    chunks: list[list[_Line]] = []
    last_end = -1
    for match in _LINE.finditer(text):
        raw = match.group()
        content = raw.strip()
        if not content:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        line = _Line(start, start + len(content), match.start())
        if last_end >= 0 and text[last_end : match.start()] in _ONE_BREAK:
            chunks[-1].append(line)
        else:
            chunks.append([line])
        last_end = match.end()
    return chunks


def _width(text: str, chunks: list[list[_Line]]) -> int:
    """Return the width that the chunks' lines were broken at, 0 where they were not broken at one.

    At a fixed width a line is followed by a word that would not have fitted, except at the end of a paragraph; most
    lines end in the middle of a sentence, and many go on with a small letter.
    """
    width = max((line.end - line.line_start for chunk in chunks for line in chunk), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    breaks = full = open_end = lower = odd = 0
    for chunk in chunks:
        for line, after in pairwise(chunk):
            fills, opens = _is_full(text, line, after, width), _ends_open(text, line)
            breaks += 1
            full += fills
            open_end += opens
            odd += opens and not fills
            lower += text[after.start].islower()
    if breaks < 2:
        length = chunks[0][0].end - chunks[0][0].line_start
        plausible = breaks == 1 and 55 <= length <= 90 and length >= width - _SLACK
        return width if plausible and full and open_end and lower else 0
    prose = open_end * 2 >= breaks and lower * 4 >= breaks
    return width if prose and full * 2 >= breaks and odd * 10 <= breaks else 0


def _fits(text: str, chunk: list[_Line], width: int) -> bool:
    """Say whether a short chunk looks broken at the width of its neighbours."""
    return (
        width > 0
        and 1 < len(chunk) <= 3
        and all(line.end - line.line_start <= width for line in chunk)
        and any(_is_full(text, a, b, width) for a, b in pairwise(chunk))
    )


def _join(text: str, chunk: list[_Line], width: int) -> list[Paragraph]:
    paragraphs: list[Paragraph] = []
    first = previous = chunk[0]
    count = 1
    for line in chunk[1:]:
        deeper = line.start - line.line_start > previous.start - previous.line_start
        opens = deeper and not _ends_open(text, previous)
        if width and not opens and _is_full(text, previous, line, width):
            count += 1
        else:
            paragraphs.append(Paragraph(first.start, previous.end, first.line_start, count))
            first, count = line, 1
        previous = line
    paragraphs.append(Paragraph(first.start, previous.end, first.line_start, count))
    return paragraphs


def _is_full(text: str, line: _Line, after: _Line, width: int) -> bool:
    """Say whether the next line's first word would not have fitted on the line."""
    word = _FIRST_WORD.match(text, after.start, min(after.end, after.start + width))
    return line.end - line.line_start + 1 + (word.end() - word.start() if word else 0) > width - _SLACK


def _ends_open(text: str, line: _Line) -> bool:
    return _OPEN_END.search(text, max(line.start, line.end - 8), line.end) is not None
