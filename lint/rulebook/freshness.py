"""What a compiled book was made from, and whether that is still so: cheaply, from sizes and times, and by content.

Sizes and times of some 600 files take 3 ms on every start. Where they are not those of the book, as after a new
checkout or installation, contents are compared, and the book need not be made again where they are the same.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

import msgspec

from ..version import VERSION
from .kindsource import third_party_kinds
from .packs import Pack
from .plugins import versions_of

_PACKAGE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
_PROGRAM = ("", "grammar", "kinds", "text", "rulebook")
"""Folders of the package on which a book depends: layers above know it, it does not know them."""
_SETTLED_NS = 2_000_000_000
"""A file that is younger may be written again without a change of its time or size; FAT counts by two seconds."""

_File = tuple[str, int, int, int]
"""A file: path, bytes, and when its content and it itself were changed (ns)."""
_Kept = tuple[str, int, int, int, bytes]
"""The same with a hash of its content."""


class _Folder(NamedTuple):
    """A folder of which something depends, and the ending of the files that count; ``about`` is what else does."""

    about: tuple[str, ...]
    path: str
    ending: str
    deep: bool = True


class Survey(msgspec.Struct):
    """All that a book depends on, at one moment: versions and names, and every file with its size and times."""

    about: bytes
    files: list[_File]

    @property
    def stamp(self) -> bytes:
        return digest(self.about + msgspec.msgpack.encode(self.files))


def survey(packs: Sequence[Pack], package: str = _PACKAGE) -> Survey:
    """Look at the files of the program, of third parties' kinds and of the packs."""
    folders = [_Folder(("",), os.path.join(package, name) if name else package, ".py", bool(name)) for name in _PROGRAM]
    folders += [
        _Folder((kind.name, kind.module, kind.distribution), kind.folder, ".py") for kind in third_party_kinds()
    ]
    folders += [_Folder((pack.name,), pack.place, ".yml") for pack in packs]
    versions = (VERSION, sys.version, msgspec.__version__, *versions_of("google-re2", "PyYAML"))
    files: list[_File] = []
    for folder in folders:
        files += _files(folder)
    return Survey(msgspec.msgpack.encode((versions, folders)), files)


def _files(folder: _Folder) -> list[_File]:
    """Return the files of a folder: path, bytes, and when its content and it itself were changed."""
    files: list[_File] = []
    folders = [folder.path]
    ending = folder.ending
    for where in folders:
        with suppress(OSError), os.scandir(where) as entries:
            for entry in entries:
                name = entry.name
                if name.endswith(ending):
                    info = entry.stat()
                    files.append((entry.path, info.st_size, info.st_mtime_ns, info.st_ctime_ns))
                elif folder.deep and name != "__pycache__" and entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
    files.sort()
    return files


def settled(now: Survey, at: float) -> Survey:
    """Return the survey as a book keeps it that is made from these files; ``at`` is the time (s) when they were read.

    A file that was changed the moment before is put down with no times, so that its content is compared once more.
    """
    limit = int(at * 1e9) - _SETTLED_NS
    return Survey(now.about, [file if max(file[2:]) < limit else (*file[:2], 0, 0) for file in now.files])


def with_content(kept: Survey) -> bytes:
    """Return the survey with a hash of each file's content, for `same_content`. Raises OSError for one not readable."""
    return msgspec.msgpack.encode((kept.about, [(*file, _hash(file[0])) for file in kept.files]))


def same_content(known: bytes, now: Survey) -> bool:
    """Say whether the files hold what they held, whatever their times say. ``known`` is of `with_content`."""
    try:
        about, files = msgspec.msgpack.decode(known, type=tuple[bytes, list[_Kept]])
        return (
            about == now.about
            and [file[:2] for file in files] == [file[:2] for file in now.files]
            and all(
                then[2:4] == file[2:] or _hash(file[0]) == then[4] for then, file in zip(files, now.files, strict=True)
            )
        )
    except (OSError, msgspec.MsgspecError):
        return False


def _hash(path: str) -> bytes:
    with open(path, "rb") as file:
        return digest(file.read())


def digest(data: bytes) -> bytes:
    """Return 16 bytes that stand for the data."""
    from _blake2 import blake2b  # `hashlib` takes 4 ms to import, with OpenSSL

    hashed: bytes = blake2b(data, digest_size=16).digest()
    return hashed
