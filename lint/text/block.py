"""What a block is: one part of a story as it is set (headline, byline, body paragraph ...)."""

from __future__ import annotations

from enum import StrEnum

import msgspec


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


class Block(msgspec.Struct, frozen=True):
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
