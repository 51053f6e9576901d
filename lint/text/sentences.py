"""Sentences: where they end in news copy, and where a full stop is only an abbreviation's."""

from __future__ import annotations

import re

from .span import Span


def split_sentences(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Return the sentences of ``text[start:end]`` (one block), in order, without surrounding white space."""
    return tuple(
        Span(m.start(), m.end()) for m in re.compile(r"\S.*?(?:[.!?][\"”’')]*(?=\s+[\"“‘'(]?[A-Z])|$)", re.S).finditer(text, start, end)
    )
