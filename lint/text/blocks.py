"""Blocks: the parts a story is set in (headline, byline, body paragraph ...)."""

from __future__ import annotations

from .block import Block, BlockKind
from .classify import classify
from .dateline import dateline_end
from .paragraphs import find_paragraphs

__all__ = ["Block", "BlockKind", "split_blocks", "split_body"]


def split_blocks(text: str) -> tuple[Block, ...]:
    """Split a whole story into classified blocks, in order."""
    paragraphs = find_paragraphs(text)
    parts: list[tuple[BlockKind, int, int, int]] = []
    for kind, paragraph in zip(classify(text, paragraphs), paragraphs, strict=True):
        start = paragraph.start
        if kind is BlockKind.BODY and all(part[0] is not BlockKind.BODY for part in parts):
            end = dateline_end(text, start, paragraph.end)
            if end is not None:
                parts.append((BlockKind.DATELINE, start, end.mark, paragraph.line_start))
                parts.append((kind, end.body, paragraph.end, end.body))
                continue
        parts.append((kind, start, paragraph.end, paragraph.line_start))
    return _tiled(parts, len(text))


def split_body(text: str) -> tuple[Block, ...]:
    """Split a fragment: paragraphs are found as in a story, and every one is BODY."""
    return _tiled([(BlockKind.BODY, p.start, p.end, p.line_start) for p in find_paragraphs(text)], len(text))


def _tiled(parts: list[tuple[BlockKind, int, int, int]], length: int) -> tuple[Block, ...]:
    tiles = [0, *(part[3] for part in parts[1:]), length]
    return tuple([Block(kind, start, end, tiles[i], tiles[i + 1]) for i, (kind, start, end, _) in enumerate(parts)])
