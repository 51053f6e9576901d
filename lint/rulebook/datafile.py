"""Files that a stranger may have written: ordinary ones only, of bounded size, from within a folder.

A pack, and the settings of a repository, name files: a pipe would be waited for, a device read for ever, and a link may
lead anywhere.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

RULE_BYTES = 1_000_000
"""Bytes of a file of YAML or settings, at most; the largest of the shipped ones has 230,000."""
DATA_BYTES = 32_000_000
"""Bytes of a file of words or people, and of a baseline, at most."""

_OPEN = os.O_RDONLY | sum(getattr(os, flag, 0) for flag in ("O_BINARY", "O_CLOEXEC", "O_NOCTTY", "O_NONBLOCK"))


def read_bytes(path: str, most: int = RULE_BYTES) -> bytes:
    """Read an ordinary file of at most so many bytes. Raises OSError; ``strerror`` says what is wrong with the file.

    Nothing else is opened: opening a device may do something.
    """
    try:
        info = Path(path).stat()
    except ValueError:  # a NUL
        raise OSError(errno.EINVAL, "no file has such a name") from None
    if stat.S_ISDIR(info.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(info.st_mode):
        raise OSError(errno.EINVAL, "no ordinary file, but a pipe, a socket or a device")
    with os.fdopen(os.open(path, _OPEN), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, "no ordinary file, but a pipe, a socket or a device")
        data = file.read(most + 1)
    if data is None:  # a file that is fed, such as the kernel's log, has nothing to give now
        raise OSError(errno.EINVAL, "no ordinary file, but one that is fed")
    if len(data) > most:
        raise OSError(errno.EFBIG, f"larger than {most:,} bytes, the most that is read of such a file")
    return data


def read_rules(path: str) -> str:
    """Read a file of YAML. Raises OSError as `read_bytes` does, UnicodeDecodeError for what is not UTF-8."""
    return read_bytes(path).decode("utf-8")


def leaves(path: str, folder: str) -> bool:
    """Say whether a path leads out of a folder, by `..` or by a link."""
    try:
        return not _is_within(os.path.realpath(path), os.path.realpath(folder))
    except ValueError:  # a NUL: reading it says so
        return False


def repository_of(path: str) -> str | None:
    """Return the root of the git repository in which a file lies, None where it lies in none."""
    folders = Path(path).absolute().parents
    return next((str(folder) for folder in folders if os.path.lexists(folder / ".git")), None)


def _is_within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder if folder.endswith(os.sep) else folder + os.sep)
