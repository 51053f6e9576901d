"""Writing a file anew: it holds the old bytes or the new ones at every moment, whatever happens.

The new bytes are written to a temporary file in the same folder, brought to the disk, and put in the place of the old
ones by one rename; see `newfile` for what a killed run leaves behind.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

from ..newfile import open_aside, renamed
from ..text.source import DecodeError, Source, decode, encode


class NotWrittenError(OSError):
    """A file was left as it is; the text says why in a few words."""


def rewrite_text(path: str, old: str, new: str) -> None:
    """Put a new text in a file that holds the old one, in its encoding and with its byte-order mark.

    A link's target is written, and mode, owner and extended attributes are kept. Raises NotWrittenError, and nothing
    has changed, where the file holds something else by now, cannot be written, or should not be: it is read-only, or
    has other names, which would keep the old text.
    """
    target = Path(os.path.realpath(path))
    try:
        before = _writable(target)
        data = target.read_bytes()
        replacement = recoded(data, old, new)
        _replace(target, before, data, replacement)
    except NotWrittenError:
        raise
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            reason += ": make room, and run it again"
        raise NotWrittenError(reason) from None


def recoded(data: bytes, old: str, new: str) -> bytes:
    """Return the bytes of a file with a new text in place of the old. Raises NotWrittenError where that cannot be."""
    try:
        source = decode(data)
    except DecodeError:
        source = Source("", "utf-8", b"")
    if source.text != old:
        raise NotWrittenError("it was changed by somebody else while it was checked: run again")
    if encode(source, old) != data:
        raise NotWrittenError("its characters cannot be written back byte for byte")
    try:
        replacement = encode(source, new)
        same = decode(replacement) == Source(new, source.encoding, source.bom)
    except (UnicodeEncodeError, DecodeError):
        same = False
    if not same:
        raise NotWrittenError(f"the new text holds a character that cannot be written in {source.encoding.upper()}")
    return replacement


def _writable(target: Path) -> os.stat_result:
    found = target.stat()
    if not stat.S_ISREG(found.st_mode):
        raise NotWrittenError("it is no ordinary file")
    if found.st_nlink > 1:
        raise NotWrittenError("it has other names (hard links), which would keep the old text")
    # To replace it, its folder is enough: but a file that says it is not to be written is not.
    effective = os.access in os.supports_effective_ids
    if not found.st_mode & 0o222 or not os.access(target, os.W_OK, effective_ids=effective):
        raise NotWrittenError("it is read-only")
    return found


def _replace(target: Path, before: os.stat_result, data: bytes, replacement: bytes) -> None:
    with renamed(*_open_temporary(target.parent), target) as file:
        file.write(replacement)
        file.flush()
        _keep_owner_and_mode(file.fileno(), target, before)
        os.fsync(file.fileno())
        if target.read_bytes() != data or target.stat().st_nlink > 1:
            raise NotWrittenError("it was changed by somebody else while it was checked: run again")
    _sync_folder(target.parent)


def _open_temporary(folder: Path) -> tuple[Path, int]:
    try:
        return open_aside(folder)
    except PermissionError as error:
        reason = (error.strerror or "not permitted").lower()
        raise NotWrittenError(f"no file can be made in its folder: {reason}") from None


def _keep_owner_and_mode(descriptor: int, target: Path, before: os.stat_result) -> None:
    if sys.platform == "win32":
        return
    own = os.fstat(descriptor)
    if (own.st_uid, own.st_gid) != (before.st_uid, before.st_gid):
        try:
            os.fchown(descriptor, before.st_uid, before.st_gid)
        except PermissionError:
            raise NotWrittenError("it belongs to another user or group, which could not be kept") from None
    os.fchmod(descriptor, stat.S_IMODE(before.st_mode))
    if sys.platform == "linux":
        _keep_attributes(descriptor, target)


def _keep_attributes(descriptor: int, target: Path) -> None:
    """Copy extended attributes, access lists among them, as far as this user and the file system allow."""
    if sys.platform == "linux":
        names: list[str] = []
        with suppress(OSError):
            names = os.listxattr(target)
        for name in names:
            with suppress(OSError):
                os.setxattr(descriptor, name, os.getxattr(target, name))


def _sync_folder(folder: Path) -> None:
    """Bring the rename to the disk. Where a file system cannot do that for a folder, nothing can."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            os.fsync(descriptor)
    finally:
        os.close(descriptor)
