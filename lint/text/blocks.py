"""Blocks: the parts a story is set in (headline, byline, body paragraph ...)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block is to a reader; only BODY is running prose."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    CROSSHEAD = "crosshead"
    LIST = "list"
    VERSE = "verse"  # verse or table: line breaks carry meaning
    CREDIT = "credit"  # agency credits, photo credits, editorial notes, "ends"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Block:
    """One block: ``start:end`` is its content without surrounding white space, ``extent_start:extent_end`` its tile.

    Tiles are contiguous and cover the text: the first begins at 0, each ends where the next begins, the last ends at
    the end of the text. A text of white space only has no block. A dateline that opens a paragraph ("LIMA (AP) —") is
    a block of its own, on the same line as the body block after it.
    """

    kind: BlockKind
    start: int
    end: int
    extent_start: int
    extent_end: int


def split_blocks(text: str) -> tuple[Block, ...]:
    """Split a whole story into classified blocks, in order."""
    return split_body(text)


def split_body(text: str) -> tuple[Block, ...]:
    """Split a fragment: paragraphs are found as in a story, and every one is BODY."""
    found = list(re.finditer(r"\S(?:.*\S)?(?:\r?\n[ \t]*\S(?:.*\S)?)*", text))
    return tuple(
        Block(BlockKind.BODY, m.start(), m.end(), m.start() if i else 0, found[i + 1].start() if i + 1 < len(found) else len(text))
        for i, m in enumerate(found)
    )
