"""A story in paragraphs as a reader sees them, cut into pieces where the marks of issues begin and end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import msgspec

from ...engine.placed import PlacedIssue
from ...issue import SEVERITIES, Severity
from ...text.block import Block, BlockKind
from ...text.blocks import split_blocks
from ...text.regex import regex

_LONG = 4_000
"""Code points of one piece that are shown; of a longer one its two ends."""

_SHORT = 1_000
"""Code points of a paragraph that fit into a window."""

_KEPT_LINES = frozenset({BlockKind.VERSE, BlockKind.LIST, BlockKind.CREDIT, BlockKind.DATELINE})
"""Blocks whose line ends are their writer's, not those of an editor's window."""

_LINE_END = regex(r"\r\n|\r|\n")


class Piece(msgspec.Struct, frozen=True):
    """A bit of a paragraph. Issues are meant by their number in the story, which begins at 1.

    ``issues`` mark these words, the gravest with ``severity``; ``related`` speak of them as a place that explains them;
    ``ends`` show their number after them. ``anchors`` are names of the place before them. ``rest`` are the last words
    of a piece of which ``left_out`` code points are not shown.
    """

    text: str
    issues: tuple[int, ...] = ()
    severity: Severity | None = None
    related: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    anchors: tuple[str, ...] = ()
    dateline: bool = False
    left_out: int = 0
    rest: str = ""

    @property
    def blank(self) -> bool:
        """Say whether there is nothing to see here that a mark could be under."""
        return not self.text.strip()


class Paragraph(msgspec.Struct, frozen=True):
    """Blocks of a story on the same line; ``issues`` are the numbers of those that are told of beside it.

    ``skipped`` is how many paragraphs are left out before it.
    """

    kind: str
    pieces: tuple[Piece, ...]
    issues: tuple[int, ...] = ()
    skipped: int = 0

    @property
    def short(self) -> bool:
        """Say whether all of it can stay in view while its notes are read."""
        return sum(len(piece.text) for piece in self.pieces) <= _SHORT


class _Mark(msgspec.Struct, frozen=True):
    start: int
    end: int
    number: int
    anchor: str
    severity: Severity
    related: bool = False


class _Line(msgspec.Struct, frozen=True):
    """Blocks that no line end parts."""

    blocks: tuple[Block, ...]

    @property
    def start(self) -> int:
        return self.blocks[0].start

    @property
    def end(self) -> int:
        return self.blocks[-1].end

    @property
    def tile_end(self) -> int:
        return self.blocks[-1].extent_end


def anchor(number: int, related: int | None = None) -> str:
    """Return the name of an issue's place in its story, or of the place that its ``related``-th note is about."""
    return f"m{number}" if related is None else f"r{number}-{related}"


def split_paragraphs(text: str, issues: Sequence[PlacedIssue], *, whole: bool = True) -> list[Paragraph]:
    """Return the paragraphs of a story.

    Not ``whole``: only the first, and those that issues and what they refer to stand in. An issue is told of beside the
    paragraph that it begins in; one that begins between two paragraphs, beside the former.
    """
    marks = sorted(_marks(issues, len(text)), key=lambda mark: (mark.start, mark.end, mark.related, mark.number))
    lines = list(_lines(text))
    made: list[Paragraph] = []
    skipped = following = 0
    reaching: list[_Mark] = []
    for index, line in enumerate(lines):
        last = index + 1 == len(lines)
        begin = following
        while following < len(marks) and (last or marks[following].start < line.tile_end):
            following += 1
        own = marks[begin:following]
        reaching = [mark for mark in reaching if mark.end > line.start]
        if index and not whole and not own and not reaching:
            skipped += 1
            continue
        homed = tuple(mark.number for mark in own if not mark.related)
        pieces = tuple(_pieces(text, line, [*reaching, *own], own))
        made.append(Paragraph(line.blocks[-1].kind.value, pieces, homed, skipped))
        skipped = 0
        reaching += own
    if skipped:
        made.append(Paragraph("", (), (), skipped))
    return made


def _marks(issues: Sequence[PlacedIssue], length: int) -> Iterator[_Mark]:
    for number, issue in enumerate(issues, 1):
        yield _Mark(min(issue.start, length), min(issue.end, length), number, anchor(number), issue.severity)
        for index, other in enumerate(issue.related):
            start, end = min(other.start, length), min(other.end, length)
            yield _Mark(start, end, number, anchor(number, index), issue.severity, related=True)


def _lines(text: str) -> Iterator[_Line]:
    blocks = split_blocks(text) or (Block(BlockKind.BODY, 0, 0, 0, len(text)),)
    begin = 0
    for index, (block, after) in enumerate(pairwise(blocks), 1):
        if _LINE_END.search(text, block.end, after.start):
            yield _Line(tuple(blocks[begin:index]))
            begin = index
    yield _Line(tuple(blocks[begin:]))


def _pieces(text: str, line: _Line, marks: Iterable[_Mark], own: Sequence[_Mark]) -> Iterator[Piece]:
    """Yield a line in pieces; of the ``marks`` that reach into it, its ``own`` begin in it or after it."""
    clipped = [_clipped(mark, line) for mark in marks]
    begins: dict[int, list[_Mark]] = {}
    for mark in clipped:
        begins.setdefault(mark.start, []).append(mark)
    ends: dict[int, list[int]] = {}
    for mark in (_clipped(mark, line) for mark in own):
        if mark.start < mark.end and not mark.related:
            ends.setdefault(mark.end, []).append(mark.number)
    named = {mark.anchor for mark in own}
    datelines = [(block.start, block.end) for block in line.blocks if block.kind is BlockKind.DATELINE]
    keeps_lines = line.blocks[-1].kind in _KEPT_LINES
    seams = [seam for block in line.blocks for seam in (block.start, block.end)]
    cuts = sorted({*seams, *(cut for mark in clipped for cut in (mark.start, mark.end))})
    active: list[_Mark] = []
    for index, at in enumerate(cuts):
        anchors = tuple(mark.anchor for mark in begins.get(at, ()) if mark.anchor in named)
        # A place between two letters, or in the white space around a paragraph, is shown by a sign of its own.
        for mark in begins.get(at, ()):
            if mark.end == at:
                numbers = (mark.number,)
                if mark.related:
                    yield Piece("", related=numbers, anchors=anchors)
                else:
                    yield Piece("", numbers, mark.severity, ends=numbers, anchors=anchors)
                anchors = ()
        active = [mark for mark in [*active, *begins.get(at, ())] if mark.end > at]
        if at == line.end:
            return
        until = cuts[index + 1]
        marking = [mark for mark in active if not mark.related]
        shown, left_out, rest = _shortened(text, at, until, keeps_lines)
        yield Piece(
            shown,
            tuple(sorted(mark.number for mark in marking)),
            min((mark.severity for mark in marking), key=SEVERITIES.index, default=None),
            tuple(sorted({mark.number for mark in active if mark.related})),
            tuple(ends.get(until, ())),
            anchors,
            any(start <= at < end for start, end in datelines),
            left_out,
            rest,
        )


def _clipped(mark: _Mark, line: _Line) -> _Mark:
    """Return the part of a mark that is in the line: of one in the white space around it, the nearest place."""
    start = min(max(mark.start, line.start), line.end)
    return msgspec.structs.replace(mark, start=start, end=max(start, min(mark.end, line.end)))


def _shortened(text: str, start: int, end: int, keeps_lines: bool) -> tuple[str, int, str]:
    def shown(first: int, last: int) -> str:
        return _LINE_END.sub("\n" if keeps_lines else " ", text[first:last])

    if end - start <= _LONG:
        return shown(start, end), 0, ""
    half = _LONG // 4
    return shown(start, start + half), end - start - 2 * half, shown(end - half, end)
