"""What LanguageTool found, in the story's own offsets."""

from __future__ import annotations

import msgspec


class Match(msgspec.Struct, frozen=True):
    """One LanguageTool match: ``start:end`` are code points of the story's text, whatever the server counts in."""

    start: int
    end: int
    rule_id: str  # "EN_A_VS_AN"
    category: str  # "TYPOS"
    message: str
    replacements: tuple[str, ...]
    sub_id: str = ""  # which rule of a group: "2"; "" where the rule stands alone
