"""The sentence around a place, within reach: a "sentence" of ten megabytes must not be read again for every match."""

from __future__ import annotations

from ...text.span import Span
from .base import Context

REACH = 1000
"""Code points on either side that are looked at."""


def sentence_near(context: Context, offset: int) -> Span | None:
    """Return the sentence that holds ``offset``, cut to `REACH` code points on either side; None between sentences."""
    sentence = context.story.sentence_at(offset)
    if sentence is None:
        return None
    return Span(max(sentence.start, offset - REACH), min(sentence.end, offset + REACH))


def sentence_text(context: Context, offset: int) -> str:
    """Return the text of `sentence_near`, empty between sentences."""
    near = sentence_near(context, offset)
    return context.story.text[near.start : near.end] if near else ""
