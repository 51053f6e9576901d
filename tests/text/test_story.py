"""What holds for every story, whatever is in it."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newslint.text.block import BlockKind
from newslint.text.story import Story

LINES = st.sampled_from(
    [
        "",
        " ",
        "Pool to close for good",
        "By Ada Tarrant",
        "Local government reporter",
        "AP, The Mill News, 12:00AM May 6, 2016",
        "HARLOW, Iowa (AP) — The pool in Mill Lane will close in May.",
        "quito, 3 March (Reuters - The pool will close.",
        "The pool in Mill Lane, which opened in 1931 and has been kept going by paint, will close in May.",
        "The mayor told swimmers to hand in the keys and",
        'their lockers. "It leaks," she said. "Never!"',
        "What happens next",
        "- It leaks",
        "• Ada Tarrant is a swimmer",
        "They include:",
        "Mill Lane 3-1 Duck Street",
        "***",
        "Picture: Jo Marsh",
        "Owen Pell outside the pool (left). Photograph: Jo Marsh/Pell Media",
        "AP, AFP",
        "ENDS",
        "\t\x0b🎾 e\u0301\u200b",
        "Banc One\t1.02\t1.04",
        "the basin and lock the gates, said Mr. Lal of the U.S. Senate at 5 p.m. He left.",
    ]
)
STORIES = st.one_of(
    st.lists(LINES, max_size=14).map("\n".join),
    st.lists(LINES, max_size=10).map("\n\n".join),
    st.text(max_size=80),
    st.text(st.sampled_from('aA. \n\r\t"-:'), max_size=80),
)
LAYOUTS = st.sampled_from(["story", "body"])


@given(STORIES, LAYOUTS)
@example("a\x0b\n\x85b", "story")
def test_blocks_tile_the_text(text, layout):
    blocks = Story(text, layout=layout).blocks
    if not text.strip():
        assert blocks == ()
        return
    assert blocks[0].extent_start == 0
    assert blocks[-1].extent_end == len(text)
    for block, following in itertools.pairwise(blocks):
        assert block.extent_end == following.extent_start
    for block in blocks:
        assert block.extent_start <= block.start < block.end <= block.extent_end
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        outside = text[block.extent_start : block.start] + text[block.end : block.extent_end]
        assert not outside.strip(), "no letter lies outside a block"


@given(STORIES, LAYOUTS)
def test_sentences_lie_in_their_blocks_and_apart(text, layout):
    story = Story(text, layout=layout)
    at = 0
    for block, sentences in zip(story.blocks, story.block_sentences, strict=True):
        assert sentences, "a block has a sentence"
        for sentence in sentences:
            assert block.start <= sentence.start < sentence.end <= block.end
            assert sentence.start >= at
            at = sentence.end
        assert (sentences[0].start, sentences[-1].end) == (block.start, block.end)


@given(STORIES)
def test_a_fragment_is_body_throughout(text):
    assert {block.kind for block in Story(text, layout="body").blocks} <= {BlockKind.BODY}


@given(st.one_of(st.lists(LINES, max_size=14).map("\n".join), st.lists(LINES, max_size=10).map("\n\n".join)), LAYOUTS)
@settings(max_examples=300)
def test_line_endings_do_not_count(text, layout):
    """CRLF, LF and lone CR copy have the same blocks, sentences and tokens, moved by the longer terminators."""
    plain = Story(text, layout=layout)
    for terminator in ("\r\n", "\r"):
        other = Story(text.replace("\n", terminator), layout=layout)
        longer = len(terminator) - 1

        def moved(offset, text=text, longer=longer):
            return offset + longer * text.count("\n", 0, offset)

        assert [(b.kind, moved(b.start), moved(b.end)) for b in plain.blocks] == [
            (b.kind, b.start, b.end) for b in other.blocks
        ]
        assert [(moved(s.start), moved(s.end)) for s in plain.sentences] == [tuple(s) for s in other.sentences]
        assert [(moved(t.start), t.text, t.kind) for t in plain.tokens] == [
            (t.start, t.text, t.kind) for t in other.tokens
        ]
        assert [plain.lines.position(b.start) for b in plain.blocks] == [
            other.lines.position(b.start) for b in other.blocks
        ]


@given(STORIES)
def test_look_up_by_offset(text):
    story = Story(text)
    for offset in range(len(text)):
        block = story.block_at(offset)
        assert block is None or block.extent_start <= offset < block.extent_end
        sentence = story.sentence_at(offset)
        assert (sentence is not None) == any(s.start <= offset < s.end for s in story.sentences)
        index = story.token_index(offset)
        assert index == max((i for i, t in enumerate(story.tokens) if t.start <= offset), default=-1)


@pytest.mark.parametrize(
    "text",
    [
        "\n" * 1_000_000,
        " \n\t\n" * 200_000,
        "a b\n" * 50_000,
        "Two things:\n\n" * 30_000,
        "x" * 5_000_000,
        "AAAA, " * 200_000,
    ],
    ids=["blank lines", "blank lines with spaces", "short lines", "colons", "one word", "one line"],
)
def test_large_texts_take_linear_time(text):
    start = time.process_time()
    story = Story(text)
    assert len(story.block_sentences) == len(story.blocks)
    assert time.process_time() - start < 20
