"""Decoding: from the bytes of a file to its text."""

from __future__ import annotations

import codecs

import msgspec

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class DecodeError(ValueError):
    """The bytes are not text in a known encoding; ``offset`` counts bytes from 0, None where no byte is to blame."""

    def __init__(self, reason: str, offset: int | None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.offset = offset


class Source(msgspec.Struct, frozen=True):
    """Decoded text. The byte-order mark, if any, is not part of ``text``; line endings are kept as they were."""

    text: str
    encoding: str
    bom: bytes


def decode(data: bytes) -> Source:
    """Decode UTF-8 (with or without a byte-order mark) or UTF-16/32 announced by one.

    Raises DecodeError for anything else: binary data, or a byte that UTF-8 does not allow there.
    """
    bom, encoding = next(((b, e) for b, e in _BOMS if data.startswith(b)), (b"", "utf-8"))
    body = data[len(bom) :]
    if encoding == "utf-8" and b"\0" in body[:8192]:
        raise DecodeError("a binary file, not text", len(bom) + body.index(b"\0"))
    try:
        return Source(body.decode(encoding), encoding, bom)
    except UnicodeDecodeError as error:
        at = len(bom) + error.start
        reason = f"not valid {encoding.upper()}: byte 0x{data[at]:02x} at byte offset {at}"
        raise DecodeError(reason, at) from None


def encode(source: Source, text: str) -> bytes:
    """Return ``text`` as the bytes of a file in the encoding and with the mark that ``source`` came in."""
    return source.bom + text.encode(source.encoding)
