"""Files that take their place whole: written aside in the same folder, under a name of their own, then renamed.

Whoever reads sees the old file or the new one, and a process that is killed in the midst leaves the old one. What it
has written aside stays behind then: it is locked as long as its writer lives, so that it can be told from what another
process is about to need, and the next one that writes to the folder removes it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from .lock import is_held, lock_open, try_lock

_PREFIX = ".newslint-"
_SUFFIX = ".tmp"
_TRIES = 5
_FLAGS = os.O_RDWR | os.O_CREAT | os.O_EXCL | sum(getattr(os, flag, 0) for flag in ("O_BINARY", "O_NOFOLLOW"))


@contextmanager
def taking_place(place: Path, mode: int = 0o600) -> Iterator[BinaryIO]:
    """Give a new file that takes the place of ``place`` when the block has ended well. Raises OSError.

    ``mode`` is less the umask, as ever.
    """
    remove_stale(place.parent)
    with renamed(*open_aside(place.parent, mode), place) as file:
        yield file


@contextmanager
def renamed(aside: Path, descriptor: int, place: Path) -> Iterator[BinaryIO]:
    """Give what `open_aside` has opened; it is renamed when the block has ended well, else removed. Raises OSError."""
    placed = False
    try:
        with open(descriptor, "wb") as file:
            yield file
            file.flush()
            if sys.platform == "win32":
                file.close()  # what is open cannot be renamed there
            aside.replace(place)
            placed = True
    finally:
        if not placed:
            with suppress(OSError):
                aside.unlink()


def open_aside(folder: Path, mode: int = 0o600) -> tuple[Path, int]:
    """Make a file that this process has locked; return its path and its descriptor. Raises OSError."""
    for _ in range(_TRIES):  # another process may take it for a stale one before it is locked, and remove it
        path = folder / aside_name(os.urandom(8).hex())
        descriptor = os.open(path, _FLAGS, mode)
        try:
            mine = lock_open(descriptor) and is_held(descriptor, path)
        except OSError:  # a file system without locks: what is killed there stays behind
            mine = True
        if mine:
            return path, descriptor
        os.close(descriptor)
        with suppress(OSError):
            path.unlink()
    raise OSError("no file can be locked in its folder")


def aside_name(key: str) -> str:
    """Return the name of a file aside; ``key`` is sixteen hexadecimal figures."""
    return f"{_PREFIX}{key}{_SUFFIX}"


def aside_key(path: Path) -> str:
    """Return what `aside_name` was given."""
    return path.name.removeprefix(_PREFIX).removesuffix(_SUFFIX)


def remove_stale(folder: Path) -> list[str]:
    """Remove the files that killed processes have left in a folder; return their names. Nothing is raised."""
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if entry.name.startswith(_PREFIX)]
    except OSError:
        return []
    return [name for name in names if name.endswith(_SUFFIX) and _remove_if_free(folder / name)]


def _remove_if_free(path: Path) -> bool:
    """Remove a file whose writer is dead; what has been renamed meanwhile has another name, and stays."""
    try:
        descriptor = try_lock(path)
        if descriptor is None:
            return False
        try:
            path.unlink()
        finally:
            os.close(descriptor)
    except OSError:
        return False
    return True
