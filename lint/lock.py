"""A lock of the operating system on a file: it is free as soon as its holder is dead, however it died."""

from __future__ import annotations

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # Windows bars others from reading what is locked: lock a byte that nobody writes

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def try_lock(path: Path) -> int | None:
    """Return an open file descriptor that holds the lock until it is closed, or None where another process has it.

    On Unix a child that inherits the descriptor holds the lock as well: so it is handed over without a gap. The file
    may be removed by the holder: a lock on a file that is not, or no longer, what the path names does not count. Raises
    OSError where the file cannot be made.
    """
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        try:
            _lock(descriptor)
            if is_held(descriptor, path):
                return descriptor
        except OSError:
            os.close(descriptor)
            return None
        os.close(descriptor)


def lock_open(descriptor: int) -> bool:
    """Lock an open file; False where another process has it. Raises OSError where the file system has no locks."""
    try:
        _lock(descriptor)
    except (BlockingIOError, PermissionError):
        return False
    return True


def is_held(descriptor: int, path: Path) -> bool:
    """Say whether a lock's file is still what the path names."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except OSError:
        return False
