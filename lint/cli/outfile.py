"""Files that reports go to: looked at before the run, written whole after it."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable
from pathlib import Path

from .errors import CommandError


def require_writable(path: Path) -> None:
    """Raise CommandError, naming the path, where it is already plain that no report can be written to it."""
    folder = path.parent
    if path.is_dir():
        raise CommandError(f"{path}: a report cannot be written: it is a folder; name a file in it")
    if not folder.is_dir():
        reason = "is not a folder" if folder.exists() else "is not there; make it first"
        raise CommandError(f"{path}: a report cannot be written: the folder {folder} {reason}")
    if not os.access(path if path.exists() else folder, os.W_OK):
        raise CommandError(f"{path}: a report cannot be written: permission denied")


def write_whole(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write data, or its pieces, to a file so that whoever reads it sees the old or the new one, and nothing between.

    Raises OSError.
    A link's target is written, and an existing file keeps its mode; a pipe or a device is written to as it is.
    """
    pieces = (data,) if isinstance(data, bytes) else data
    target = Path(os.path.realpath(path))
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        mode = None
    if mode is not None and not stat.S_ISREG(mode):
        with target.open("wb") as file:
            file.writelines(pieces)
        return
    from ..newfile import taking_place

    with taking_place(target, 0o666) as file:
        file.writelines(pieces)
        file.flush()
        if mode is not None and sys.platform != "win32":
            os.fchmod(file.fileno(), stat.S_IMODE(mode))
        os.fsync(file.fileno())


def why_not_written(error: OSError) -> str:
    """Say in a few words why a file could not be written, and what helps where that is plain."""
    import errno

    helps = {
        errno.ENOSPC: "make room there, or name a file on another disk",
        errno.EDQUOT: "make room there, or name a file on another disk",
        errno.EROFS: "name a file on another disk",
        errno.EACCES: "name a file in a folder that you may write to",
        errno.EPERM: "name a file in a folder that you may write to",
    }
    reason = (error.strerror or str(error) or "cannot be written").lower()
    return f"{reason}: {helps[error.errno]}" if error.errno in helps else reason
