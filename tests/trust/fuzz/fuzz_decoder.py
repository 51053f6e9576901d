"""Decoder and story: any bytes are text with sound parts, or a DecodeError that says where."""

from __future__ import annotations

from contextlib import suppress
from itertools import pairwise

from fuzzinput import ROOT, Chooser, story_seeds, text_of

from newslint.engine.files import UnreadableError, decode_copy
from newslint.engine.language import variant_of, why_not_checked
from newslint.text.source import DecodeError, decode, encode
from newslint.text.story import Layout, Story

INSTRUMENT = ("newslint.text", "newslint.engine.files", "newslint.engine.language")
TOKENS = ("\n\n", "By ", "(AP) — ", "ENDS", "\r\n", "- ", "\t")


def seeds() -> list[bytes]:
    texts = [path.read_bytes() for path in sorted((ROOT / "seeds").glob("*.txt"))]
    marked = [texts[0].decode().encode(name) for name in ("utf-8-sig", "utf-16", "utf-32")]
    big = [b"\xfe\xff" + texts[1].decode().encode("utf-16-be"), b"\xff\xfe\0\0" + texts[1].decode().encode("utf-32-le")]
    return [b"\1" + text for text in (*texts, *marked, *big, b"\xff\xfe\x00", b"a\0b", b"")] + list(story_seeds()[::4])


def one_input(data: bytes) -> None:
    """The low bit of the first byte says whether the rest is a file's bytes, or stands for a text (`text_of`)."""
    if data[:1] and data[0] & 1:
        text = check_bytes(data[1:])
        if text is None:
            return
    else:
        text = text_of(data)
    for layout in ("story", "body"):
        check_story(text, layout)
    choose = Chooser(data[-4:])
    at = choose.number(0, len(text))
    check_after(text, text[:at] + choose.one_of(("x", "\n\n", " Mr Obi ", "“", "", "’")) + text[at + choose.byte() :])
    variant_of(text, "auto")
    why_not_checked(text)


def check_bytes(data: bytes) -> str | None:
    """Return the text of a file's bytes, None where they are none."""
    try:
        source = decode(data)
    except DecodeError as error:
        refusal = error
    else:
        assert encode(source, source.text) == data, "a file that is written back has changed"
        assert decode(encode(source, source.text)) == source
        return source.text
    assert refusal.reason
    assert refusal.offset is None or 0 <= refusal.offset < len(data)
    with suppress(UnreadableError):
        decode_copy(data)
        raise AssertionError("what is not text is read as copy")
    return None


def check_story(text: str, layout: Layout) -> None:
    story = Story(text, layout)
    lines = story.lines
    assert len(lines.starts) == len(lines.ends)
    for start, end in zip(lines.starts, lines.ends, strict=True):
        assert 0 <= start <= end <= len(text)
    for offset in {0, len(text) // 3, len(text) // 2, len(text)}:
        line, column = lines.position(offset)
        assert lines.starts[line - 1] + column - 1 == offset
    blocks = story.blocks
    assert bool(blocks) == bool(text.strip())
    if blocks:
        assert blocks[0].extent_start == 0
        assert blocks[-1].extent_end == len(text)
    for block, following in pairwise(blocks):
        assert block.extent_end == following.extent_start
    for block, sentences in zip(blocks, story.block_sentences, strict=True):
        assert block.extent_start <= block.start < block.end <= block.extent_end
        assert not (text[block.extent_start : block.start] + text[block.end : block.extent_end]).strip()
        assert (sentences[0].start, sentences[-1].end) == (block.start, block.end)
        assert all(first.end <= second.start for first, second in pairwise(sentences))
        assert all(sentence.start < sentence.end for sentence in sentences)
    done = 0
    for token in story.tokens:
        assert token.start >= done
        assert text[token.start : token.end] == token.text
        assert token.start == done or not text[done : token.start].strip()
        done = token.end
    assert not text[done:].strip()
    assert len(story.spellings) == len(story.token_starts)


def check_after(text: str, changed: str) -> None:
    """A story that follows an earlier state of it is what it is by itself."""
    before = Story(text)
    _ = before.people, before.spellings, before.sentences
    after, alone = Story(changed, after=before), Story(changed)
    for part in ("tokens", "spellings", "block_sentences", "quotes", "people"):
        assert getattr(after, part) == getattr(alone, part), part
