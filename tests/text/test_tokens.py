"""Tokens."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newslint.text.tokens import TokenKind, kind_of, scan, tokenize

W, N, P = TokenKind.WORD, TokenKind.NUMBER, TokenKind.PUNCT


def words(text):
    return [token.text for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("co-operate with O'Brien", ["co-operate", "with", "O'Brien"]),
        ("the O’Brien-led board", ["the", "O’Brien-led", "board"]),
        ("U.S. and U.K.", ["U.S.", "and", "U.K."]),
        ("U.S.-led, e.g. at 5 a.m.", ["U.S.-led", ",", "e.g.", "at", "5", "a.m."]),
        ("AT&T and R&D", ["AT&T", "and", "R&D"]),
        ("COVID-19, G20, F-35s", ["COVID-19", ",", "G20", ",", "F-35s"]),
        ("the sisters' pool", ["the", "sisters", "'", "pool"]),
        ("the sisters’ pool", ["the", "sisters", "’", "pool"]),
        ("rock 'n' roll in the '90s", ["rock", "'n'", "roll", "in", "the", "'90s"]),
        ("rock ’n’ roll in the ’90s", ["rock", "’n’", "roll", "in", "the", "’90s"]),
        ("tell 'em", ["tell", "'em"]),
        ("'hello'", ["'", "hello", "'"]),
        ("1,000 or 4.5 or 12pm", ["1,000", "or", "4.5", "or", "12pm"]),
        ("a 90-minute match of the 1980s", ["a", "90-minute", "match", "of", "the", "1980s"]),
        ("$5m, £2.50 and €1bn", ["$", "5m", ",", "£", "2.50", "and", "€", "1bn"]),
        ("10% at 3.30pm, 12:35 and 9a.m.", ["10", "%", "at", "3.30pm", ",", "12:35", "and", "9a.m."]),
        ("won 3-2, 10–12", ["won", "3-2", ",", "10", "–", "12"]),
        ("2½ or ½", ["2½", "or", "½"]),
        ("In 2004, 10 went.", ["In", "2004", ",", "10", "went", "."]),
        ("wait... -- ?!", ["wait", "...", "--", "?", "!"]),
        ("naïve cafe\u0301s", ["naïve", "cafe\u0301s"]),
        ("govern\u00adment", ["govern\u00adment"]),
        ("ended.The", ["ended", ".", "The"]),
        ("snake_case", ["snake", "_", "case"]),
        ("", []),
        (" \r\n\t", []),
    ],
)
def test_splitting(text, expected):
    assert words(text) == expected


def test_kinds():
    assert [token.kind for token in tokenize("U.S. troops won 3-2 in the '90s, $5m!")] == [
        W,
        W,
        W,
        N,
        W,
        W,
        N,
        P,
        P,
        N,
        P,
    ]


@given(st.text(max_size=60))
@example("a\u200d\u0301'")
@example("½.½,1.2.")
@example("'''90s'n'n''em'")
@example("U.S.U.S..a.m")
def test_between_tokens_there_is_only_white_space(text):
    at = 0
    for token in tokenize(text):
        assert token.start >= at
        assert token.end > token.start
        assert token.text == text[token.start : token.end]
        assert not any(char.isspace() for char in token.text)
        assert not text[at : token.start].strip()
        at = token.end
    assert not text[at:].strip()


@given(st.text("ab1.,'-\"", max_size=12), st.text("ab1.,'-\"", max_size=12))
def test_a_space_separates(left, right):
    assert words(f"{left} {right}") == words(left) + words(right)


@pytest.mark.parametrize("unit", [".", "'", "a-", "U.S.", "1,", "½", "_", "'n", "\u0301", "a'", "1.a"])
def test_linear(unit):
    start = time.process_time()
    tokenize(unit * 200_000)
    assert time.process_time() - start < 5


@given(st.text(st.sampled_from("aéA1½²_.’'‘-&,  \n\u0301\u200d"), max_size=40))
@example("'²s '½ ½a '1s '90s _1 ''em")
def test_the_text_of_a_token_says_its_kind(text):
    for token in tokenize(text):
        assert kind_of(token.text) is token.kind
        first = token.text.lstrip("'’‘")[:1]
        expected = P if not first or not first.isalnum() else N if first.isdecimal() or first == "½" else W
        assert token.kind is expected


@given(st.text(max_size=60))
@example(" \n a ")
@example("\x1c")
def test_a_scan_gives_places_and_texts(text):
    found = scan(text)
    assert [(token.start, token.text) for token in tokenize(text)] == list(zip(*found, strict=True))
    assert all(text.startswith(token, start) for start, token in zip(*found, strict=True))
    assert "".join(found.texts) == "".join(text.split())


def test_white_space_takes_linear_time():
    start = time.process_time()
    scan("a" + " \n" * 1_000_000 + "b" + "\t" * 1_000_000)
    assert time.process_time() - start < 5
