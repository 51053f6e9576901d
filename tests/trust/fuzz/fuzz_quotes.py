"""Quotation tracker: quotations lie in their blocks, nest, in order, and use each mark once."""

from __future__ import annotations

from fuzzinput import story_seeds, text_of

from newslint.text.quotes import QuoteState
from newslint.text.story import Layout, Story

INSTRUMENT = ("newslint.text",)
TOKENS = ("“", "”", '"', "'", "‘", "’", "\n\n", "he said", "’s ", "s’ ", "''", "“‘", "’”")

_MARKS_OF = {
    QuoteState.CLOSED: {(True, True)},
    QuoteState.RUNNING: {(True, False)},
    QuoteState.UNCLOSED: {(True, False)},
    QuoteState.UNOPENED: {(False, True)},
    QuoteState.CONTINUED: {(False, True), (False, False)},
    QuoteState.BROKEN: {(False, True)},
}


def seeds() -> list[bytes]:
    return [*story_seeds(), b"\x80\x10\x60\x11", b"\x80" + bytes(range(256))]


def one_input(data: bytes) -> None:
    text = text_of(data)
    for layout in ("story", "body"):
        check_quotes(text, layout)


def check_quotes(text: str, layout: Layout) -> None:
    story = Story(text, layout)
    quotes = story.quotes
    around: list[int] = []
    used: set[int] = set()
    start = 0
    for quotation in quotes.quotations:
        assert start <= quotation.start < quotation.end <= len(text), "out of order, or out of the text"
        start = quotation.start
        while around and around[-1] <= quotation.start:
            around.pop()
        assert not around or quotation.end <= around[-1], "two quotations overlap"
        assert quotation.depth == len(around) + 1
        around.append(quotation.end)
        block = story.block_at(quotation.start)
        assert block is not None
        assert block.start <= quotation.start
        assert quotation.end <= block.end, "a quotation leaves its block"
        has = (quotation.opening is not None, quotation.closing is not None)
        assert has in _MARKS_OF[quotation.state], (quotation.state, has)
        for mark, edge in ((quotation.opening, quotation.start), (quotation.closing, quotation.end)):
            if mark is not None:
                assert edge in (mark.start, mark.end)
                assert not used & {*range(*mark)}, "a mark is used twice"
                used |= {*range(*mark)}
        assert all(quotation.start <= mark.start < mark.end <= quotation.end for mark in quotation.reversed_marks)
        assert quotes.covers(quotation.start, quotation.end)
        outer = quotes.outer_at(quotation.start)
        assert outer is not None
        assert outer.start <= quotation.start < quotation.end <= outer.end
