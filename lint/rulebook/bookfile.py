"""A file of named sections and numbered pieces: each is read, and its checksum compared, only when it is asked for.

It begins with a magic number, the length and the checksum of the front, and the front: the stamp that says what the
file was made from, and where each section lies. Only its owner can read or write it, and what somebody else owns or
may write is not read. A file is never changed but replaced as a whole, so a reader's file stays what it was.
"""

from __future__ import annotations

import os
import stat
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import BinaryIO, NamedTuple
from zlib import crc32

import msgspec

_MAGIC = b"newslint book 2\n"
_FIRST = len(_MAGIC) + 8
_AT_ONCE = 4096
"""Bytes that are read first: the front fits into them."""
_PIECES = "pieces"


class _Front(msgspec.Struct, array_like=True):
    """``sections`` by name: where each begins after the front, its bytes, its checksum."""

    stamp: bytes
    sections: dict[str, tuple[int, int, int]]


class BookFile:
    """An open file. Raises OSError or ValueError where there is none, or it is damaged, or it may be another's."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._file = _Bytes(path)
        head = self._file.read(0, _AT_ONCE)
        if head[: len(_MAGIC)] != _MAGIC or len(head) < _FIRST:
            raise ValueError("no book")
        length, checksum = (int.from_bytes(head[at : at + 4], "little") for at in (_FIRST - 8, _FIRST - 4))
        front = head[_FIRST : _FIRST + length]
        if len(front) < length:
            front = self._file.read(_FIRST, length)
        try:
            read = msgspec.msgpack.decode(_sound(front, length, checksum), type=_Front)
        except msgspec.MsgspecError as error:
            raise ValueError(str(error)) from None
        self.stamp = read.stamp
        self._sections = read.sections
        self._start = _FIRST + length
        if (
            self._start + max((start + size for start, size, _ in read.sections.values()), default=0)
            != self._file.length
        ):
            raise ValueError("damaged")
        self._table = memoryview(self.section(_PIECES)).cast("I")

    def section(self, name: str) -> bytes:
        """Return a section. Raises ValueError where there is none or it is damaged."""
        if name not in self._sections:
            raise ValueError(f"no section {name}")
        start, length, checksum = self._sections[name]
        return _sound(self._file.read(self._start + start, length), length, checksum)

    def piece(self, number: int) -> bytes:
        """Return a piece. Raises ValueError where there is none or it is damaged."""
        if not isinstance(number, int) or not 0 <= number < len(self._table) // 3:
            raise ValueError(f"no piece {number}")
        start, length, checksum = self._table[3 * number : 3 * number + 3]
        return _sound(self._file.read(self._start + start, length), length, checksum)

    def restamp(self, stamp: bytes) -> None:
        """Replace the file by the same with another stamp. Raises OSError where that cannot be done."""
        with _replacing(self.path) as file:
            file.write(_front(stamp, self._sections))
            file.write(self._file.read(self._start, self._file.length - self._start))

    def remove(self) -> None:
        """Remove the file, if this is still it, so that it is made anew."""
        with suppress(OSError):
            if self._file.is_at(self.path):
                os.unlink(self.path)


class Contents(NamedTuple):
    """What is to be written."""

    stamp: bytes
    sections: Mapping[str, bytes]
    pieces: Sequence[bytes]


def write_book(path: str, make: Callable[[], Contents]) -> None:
    """Write a file, in one step for whoever reads it. Raises OSError before ``make`` runs where that cannot be done."""
    with _replacing(path) as file:
        file.writelines(_packed(make()))


def _packed(contents: Contents) -> Iterator[bytes]:
    stamp, sections, pieces = contents
    table = array("I")
    at = 0
    for piece in pieces:
        table.extend((at, len(piece), crc32(piece)))
        at += len(piece)
    places: dict[str, tuple[int, int, int]] = {}
    body = [*pieces]
    for name, section in {**sections, _PIECES: table.tobytes()}.items():
        places[name] = (at, len(section), crc32(section))
        body.append(section)
        at += len(section)
    yield _front(stamp, places)
    yield from body


def _front(stamp: bytes, sections: dict[str, tuple[int, int, int]]) -> bytes:
    front = msgspec.msgpack.encode(_Front(stamp, sections))
    return _MAGIC + len(front).to_bytes(4, "little") + crc32(front).to_bytes(4, "little") + front


def _sound(data: bytes, length: int, checksum: int) -> bytes:
    if len(data) != length or crc32(data) != checksum:
        raise ValueError("damaged")
    return data


_OPEN = os.O_RDONLY | sum(getattr(os, flag, 0) for flag in ("O_BINARY", "O_CLOEXEC", "O_NOFOLLOW", "O_NONBLOCK"))
_OTHERS = stat.S_IWGRP | stat.S_IWOTH


class _Bytes:
    """The bytes of a file that is ours alone. It stays open, so that what is read late belongs to what was read first;
    where files cannot be read at a place, or cannot be replaced while they are open, it is read as a whole.
    """

    def __init__(self, path: str) -> None:
        self._descriptor: int | None = None
        self._whole: bytes | None = None
        descriptor = os.open(path, _OPEN)
        try:
            self._info = os.fstat(descriptor)
            self.length = self._info.st_size
            if not stat.S_ISREG(self._info.st_mode) or not _is_ours(self._info):
                raise ValueError("another's file")
            if hasattr(os, "getuid") and _open_to_others(os.stat(os.path.dirname(path) or ".")):
                raise ValueError("others may replace the file")
            if not hasattr(os, "pread"):
                with os.fdopen(os.dup(descriptor), "rb") as file:
                    self._whole = file.read()
        except BaseException:
            os.close(descriptor)
            raise
        if self._whole is None:
            self._descriptor = descriptor
        else:
            os.close(descriptor)

    def read(self, start: int, length: int) -> bytes:
        if self._descriptor is None:
            return (self._whole or b"")[start : start + length]
        return os.pread(self._descriptor, length, start)

    def is_at(self, path: str) -> bool:
        return os.path.samestat(os.lstat(path), self._info)

    def __del__(self) -> None:
        if getattr(self, "_descriptor", None) is not None:
            os.close(self._descriptor)  # type: ignore[arg-type]
            self._descriptor = None


def _is_ours(info: os.stat_result) -> bool:
    """Say whether a file is ours and only we may change it. Elsewhere than on POSIX, the user's folder is trusted."""
    return not hasattr(os, "geteuid") or (info.st_uid == os.geteuid() and not info.st_mode & _OTHERS)


def _open_to_others(info: os.stat_result) -> bool:
    return bool(info.st_mode & _OTHERS) and not info.st_mode & stat.S_ISVTX


@contextmanager
def _replacing(path: str) -> Iterator[BinaryIO]:
    """Give a new file that takes the place of ``path`` when all is written.

    Its name is this process's own; whichever of several puts its file in place last, it is the same file.
    """
    from pathlib import Path

    from ..newfile import taking_place

    place = Path(path)
    folder = place.parent
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if hasattr(os, "geteuid") and _open_to_others(info := folder.stat()):
        folder.chmod(stat.S_IMODE(info.st_mode) & ~_OTHERS)  # only its owner can, and so only where it is ours
    with taking_place(place) as file:
        yield file
