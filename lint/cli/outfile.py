"""Files that reports go to: looked at before the run, written whole after it."""

from __future__ import annotations

import os
import stat
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


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that whoever reads it sees the old or the new one, and nothing between. Raises OSError.

    A link's target is written, and an existing file keeps its mode; a pipe or a device is written to as it is.
    """
    target = Path(os.path.realpath(path))
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        mode = None
    if mode is not None and not stat.S_ISREG(mode):
        target.write_bytes(data)
        return
    temporary = target.with_name(f".{target.name[:200]}.{os.getpid()}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            if mode is not None:
                temporary.chmod(stat.S_IMODE(mode))
            os.fsync(file.fileno())
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
