"""What holds of the quotation tracker for every text."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newslint.text.quotes import QuoteState
from newslint.text.story import Story

# Pieces that make marks meet words, stops, numbers and paragraph ends far oftener than random characters do.
MARKS = ("“", "”", '"', "'", "‘", "’", "„", "«", "»", "`", "''")
STOPS = (" ", " ", " ", "\n\n", "\n", ". ", ", ", "?", "—", "-", "(", ")", "…")
WORDS = ("we", "We sail", "he said", "Vale", "boys'", "'90s", "5'1\"", "12", "it's", "é", "🙂", "n")
PIECES = st.sampled_from((*MARKS, *STOPS, *WORDS))
TEXTS = st.one_of(st.lists(PIECES, max_size=60).map("".join), st.text(max_size=80))


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_every_quotation_lies_in_one_block_and_its_marks_in_it(text):
    story = Story(text, layout="body")
    for quotation in story.quotes.quotations:
        assert 0 <= quotation.start < quotation.end <= len(text)
        block = story.block_at(quotation.start)
        assert block is not None
        assert block.start <= quotation.start
        assert quotation.end <= block.end
        if quotation.opening is not None:
            assert quotation.opening.start == quotation.start
            assert text[quotation.opening.start : quotation.opening.end] in {*"\"'“”„«»‘’‚`", "''", "``"}
        if quotation.closing is not None:
            assert quotation.closing.end == quotation.end


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_states_agree_with_the_marks(text):
    for quotation in Story(text, layout="body").quotes.quotations:
        has = (quotation.opening is not None, quotation.closing is not None)
        assert (
            has
            in {
                QuoteState.CLOSED: {(True, True)},
                QuoteState.RUNNING: {(True, False)},
                QuoteState.UNCLOSED: {(True, False)},
                QuoteState.UNOPENED: {(False, True)},
                QuoteState.CONTINUED: {(False, True), (False, False)},
                QuoteState.BROKEN: {(False, True)},
            }[quotation.state]
        )


@settings(max_examples=400, deadline=None)
@given(TEXTS)
@example("'…““ boys'”")
@example("“‘ boys’ ““ ”")
@example("‘u? S’”")
@example("„\nd 't\"‘’")
@example("“\n? S»”")
@example("“`h, H said'")
@example("t ‘emember”x‘s.’‘d,’‘I.’")
def test_quotations_nest_and_depth_counts_the_nesting(text):
    quotations = Story(text, layout="body").quotes.quotations
    assert [q.start for q in quotations] == sorted(q.start for q in quotations)
    for index, quotation in enumerate(quotations):
        around = 0
        for earlier in quotations[:index]:
            if earlier.end > quotation.start:
                assert quotation.end <= earlier.end, "two quotations overlap"
                around += 1
        assert quotation.depth == around + 1


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_no_mark_is_used_twice(text):
    marks = [
        offset
        for q in Story(text, layout="body").quotes.quotations
        for mark in (q.opening, q.closing)
        if mark is not None
        for offset in range(*mark)
    ]
    assert len(marks) == len(set(marks))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_covers_agrees_with_the_quotations(text):
    quotes = Story(text, layout="body").quotes
    for at in range(len(text)):
        assert quotes.covers(at, at + 1) == any(q.start <= at < q.end for q in quotes.quotations)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_line_endings_change_nothing(text):
    windows = text.replace("\n", "\r\n")

    def shape(source):
        return [
            (q.state, q.depth, source[q.start : q.end].replace("\r\n", "\n"))
            for q in Story(source, layout="body").quotes.quotations
        ]

    assert shape(windows) == shape(text)
    assert shape(text) == shape(text)


@pytest.mark.parametrize(
    "unit",
    [
        '"',
        "'",
        "“",
        "”",
        '" ',
        ' "',
        '"a ',
        "‘a ",
        'a" ',
        '"A, he said. ',
        '"\n\n',
        '"A.\n\n',
        "'s' ",
        "5'1\" ",
        "“‘a’ ",
    ],
    ids=repr,
)
def test_time_grows_with_the_text_and_no_faster(unit):
    def seconds(times):
        text = unit * times
        story = Story(text, layout="body")
        _ = story.blocks
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            Story.quotes.func(story)
            best = min(best, time.process_time() - start)
        return best

    small, large = seconds(2_000), seconds(16_000)
    # Eight times the text: eight times the time, with room for a busy machine; quadratic work would take 64 times.
    assert large < 30 * small + 0.05
