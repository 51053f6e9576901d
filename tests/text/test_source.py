"""Bytes to text and back."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.text.source import DecodeError, decode, encode

# Everything that UTF-8 and UTF-16 can hold: no lone surrogates.
TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@given(TEXT.filter(lambda text: "\0" not in text and not text.startswith("\ufeff")))
def test_utf8_comes_back_byte_for_byte(text):
    data = text.encode()
    source = decode(data)
    assert (source.text, source.bom) == (text, b"")
    assert encode(source, source.text) == data


@given(
    TEXT,
    st.sampled_from(
        [("utf-8", codecs.BOM_UTF8), ("utf-16-le", codecs.BOM_UTF16_LE), ("utf-16-be", codecs.BOM_UTF16_BE)]
    ),
)
def test_a_byte_order_mark_is_no_text_and_comes_back(text, form):
    encoding, bom = form
    if encoding == "utf-8":
        text = text.replace("\0", "")
    if encoding == "utf-16-le" and text.startswith("\0"):
        return  # the mark and a zero are UTF-32's mark
    data = bom + text.encode(encoding)
    source = decode(data)
    assert (source.text, source.encoding) == (text, encoding)
    assert encode(source, source.text) == data


def test_utf32_mark_is_not_taken_for_utf16():
    data = codecs.BOM_UTF32_LE + "Pool".encode("utf-32-le")
    assert decode(data).text == "Pool"
    assert encode(decode(data), "Pool") == data


def test_line_endings_stay():
    assert decode(b"a\r\nb\rc\n").text == "a\r\nb\rc\n"


@pytest.mark.parametrize(
    ("data", "offset"),
    [
        (b"caf\xe9", 3),
        (b"\xef\xbb\xbfcaf\xe9 au lait", 6),
        (b"Pool " + b"\x80", 5),
        (codecs.BOM_UTF16_LE + b"a\x00b", 4),
    ],
)
def test_a_bad_byte_is_named_by_its_offset(data, offset):
    with pytest.raises(DecodeError) as caught:
        decode(data)
    assert caught.value.offset == offset
    assert str(offset) in caught.value.reason


def test_binary_is_no_text():
    with pytest.raises(DecodeError, match="binary") as caught:
        decode(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    assert caught.value.offset is not None


def test_an_empty_file_is_empty_text():
    assert decode(b"").text == ""
