"""What is sent of a story, and the way back to its offsets."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.grammar.pieces import LIMIT, split_pieces
from newslint.text.story import Story

PARTS = st.sampled_from(
    ["word", "😀", "\r\n", "\n", "\r", " ", "\n\n", "\r\n\r\n", "é", "𝐀", "a.", '"', "\t", "\ud800"]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PARTS, max_size=60).map("".join), st.sampled_from([12, LIMIT]), st.data())
def test_every_span_comes_back_to_the_same_words(text, limit, data):
    end = 0
    for piece in split_pieces(Story(text, layout="body"), limit=limit):
        assert 0 < len(piece.text) <= limit
        assert not set("\r\n") & set(piece.text)
        assert piece.start >= end
        piece.text.encode()
        for index, char in enumerate(piece.text):
            span = piece.story_span(index, index + 1)
            assert span is not None
            if char == "\u25a1":
                assert ord(text[span[0]]) > 0xFFFF or text[span[0]] == "\ud800"
            elif char != " ":
                assert text[span[0] : span[1]] == char
            end = span[1]
        begin = data.draw(st.integers(0, len(piece.text) - 1))
        span = piece.story_span(begin, data.draw(st.integers(begin + 1, len(piece.text))))
        assert span is not None
        assert 0 <= span[0] < span[1] <= len(text)
        for outside in ((begin, begin), (-1, 1), (begin, len(piece.text) + 1)):
            assert piece.story_span(*outside) is None


def test_a_paragraph_is_a_piece_however_its_lines_are_set():
    lines = [
        "The committee said on Monday that the whole of the",
        "report would be printed before the end of the long",
        "year, and that the members who had left the rooms",
        "would be asked to come back and to read it aloud",
        "to the others.",
    ]
    (one,) = split_pieces(Story("\r\n".join(lines), layout="body"))
    (other,) = split_pieces(Story("\n " + "  \n".join(lines) + "\n", layout="body"))
    assert one.text == other.text == " ".join(lines)


def test_only_prose_is_sent():
    text = "Council made an hard choice\n\nBy Jo Moss\n\nThe council made an hard choice on Monday night, it said.\n"
    assert [piece.start for piece in split_pieces(Story(text))] == [text.rindex("The council")]


def test_a_long_paragraph_is_cut_where_sentences_end():
    sentences = [f"Sentence number {n} went on for a while and then came to an end." for n in range(50)]
    text = " ".join(sentences)
    pieces = split_pieces(Story(text, layout="body"), limit=400)
    assert len(pieces) > 5
    assert all(piece.text.startswith("Sentence number") and piece.text.endswith("end.") for piece in pieces)
    assert " ".join(piece.text for piece in pieces) == text


def test_a_sentence_without_end_is_cut_at_spaces_and_one_without_spaces_anywhere():
    text = "word " * 1000
    pieces = split_pieces(Story(text, layout="body"), limit=100)
    assert {word for piece in pieces for word in piece.text.split(" ")} == {"word"}
    assert sum(piece.text.count("word") for piece in pieces) == 1000
    assert [len(piece.text) for piece in split_pieces(Story("x" * 250, layout="body"), limit=100)] == [100, 100, 50]


def test_cutting_takes_linear_time():
    split_pieces(Story("One more. " * 100_000, layout="body"))
    split_pieces(Story("x" * 1_000_000, layout="body"))
