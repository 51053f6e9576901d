"""From what the command line names to the copy to be checked: files, folders, globs."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator

import msgspec

from ..issue import NotRun
from ..text.source import DecodeError, decode
from .exclusion import Excluded

STANDIN = "-"
"""The path that stands for standard input."""

_FOREIGN = {
    ".doc": "a Word document",
    ".docx": "a Word document",
    ".epub": "an e-book",
    ".gz": "an archive",
    ".htm": "a web page",
    ".html": "a web page",
    ".json": "data",
    ".odt": "an OpenDocument text",
    ".pages": "a Pages document",
    ".pdf": "a PDF",
    ".rtf": "rich text",
    ".xhtml": "a web page",
    ".xml": "XML",
    ".zip": "an archive",
}
"""Formats that hold copy, or may seem to, and that need a reader of their own; by the end of the file's name."""


_TRIES = 5
"""Readings of a file that somebody is writing to, before that is given up."""


class UnreadableError(OSError):
    """A file's copy cannot be had; the text says why in a few words."""


class Found(msgspec.Struct, frozen=True):
    """The files to check, sorted by path and each once, and what was named and could not be found or opened.

    ``streams`` are those of them that were named and are no ordinary files, such as a pipe that the shell made.
    """

    files: tuple[str, ...]
    failures: tuple[NotRun, ...]
    streams: frozenset[str] = frozenset()


def find_files(paths: Iterable[str], excluded: Excluded | None = None, *, force_exclude: bool = False) -> Found:
    """Find the files that paths, folders and glob patterns stand for.

    A file that is named is taken whatever it is called. A folder stands for the `*.txt` in it and below it, hidden
    folders left out, and what ``excluded`` says; with ``force_exclude`` a file that is named may be left out so too.
    Nothing is opened yet.
    """
    files: dict[str, str] = {}  # real path -> path as shown
    failures: list[NotRun] = []
    streams: set[str] = set()
    for path in paths:
        for item in _expand(path, excluded, force_exclude, streams):
            if isinstance(item, NotRun):
                failures.append(item)
            else:
                files.setdefault(item if item == STANDIN else os.path.realpath(item), item)
    return Found(tuple(sorted(files.values())), tuple(failures), frozenset(streams))


def _expand(path: str, excluded: Excluded | None, force_exclude: bool, streams: set[str]) -> Iterator[str | NotRun]:
    if path == STANDIN:
        yield path
        return
    try:
        mode = os.stat(path or os.curdir).st_mode
    except (OSError, ValueError) as error:
        missing = isinstance(error, FileNotFoundError) and not os.path.islink(path)
        if missing and _has_magic(path):
            yield from _expand_pattern(path, excluded, force_exclude, streams)
        else:
            yield _failed(path, _why_missing(path, error))
        return
    if stat.S_ISDIR(mode):
        if not (force_exclude and excluded and _shut_out(path, excluded, is_folder=True)):
            yield from _walk(path, excluded)
    elif not (force_exclude and excluded and _shut_out(path, excluded)):
        if not stat.S_ISREG(mode):
            streams.add(path)
        yield path


def _shut_out(path: str, excluded: Excluded, *, is_folder: bool = False) -> bool:
    """Say whether a path is left out, by itself or with a folder above it, as a walk from the top would find."""
    from pathlib import Path

    whole = Path(os.path.abspath(path))
    return excluded(str(whole), is_folder) or any(excluded(str(folder), True) for folder in whole.parents)


def _has_magic(path: str) -> bool:
    from glob import has_magic  # only for a name that no file has

    return has_magic(path)


def _expand_pattern(
    pattern: str, excluded: Excluded | None, force_exclude: bool, streams: set[str]
) -> Iterator[str | NotRun]:
    import glob

    hits = sorted(glob.glob(pattern, recursive=True))
    if not hits:
        yield _failed(pattern, "no file fits the pattern")
    for hit in hits:
        if glob.has_magic(hit) and not os.path.exists(hit):  # a name that is itself a pattern, gone meanwhile
            continue
        yield from _expand(hit, excluded, force_exclude, streams)


def _why_missing(path: str, error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "a link that leads nowhere" if os.path.islink(path) else "no such file or folder"
    if isinstance(error, OSError):
        return (error.strerror or "cannot be read").lower()
    return "not a file name"  # a null character in it


def _walk(folder: str, excluded: Excluded | None) -> Iterator[str | NotRun]:
    from pathlib import Path

    errors: list[OSError] = []
    for where, below, names in os.walk(folder, onerror=errors.append):
        below[:] = sorted(
            name
            for name in below
            if not name.startswith(".") and not (excluded and excluded(os.path.join(where, name), True))
        )
        for name in sorted(names):
            path = str(Path(where, name))
            if name.lower().endswith(".txt") and not (excluded and excluded(path, False)):
                yield path
    for error in errors:
        yield _failed(str(error.filename or folder), (error.strerror or "cannot be read").lower())


def _failed(path: str, reason: str) -> NotRun:
    return NotRun("checks", path, "failed", reason)


def read_copy(path: str, *, is_stream: bool = False) -> str:
    """Read one file as copy; ``is_stream``: it may be another than an ordinary one. Raises UnreadableError."""
    kind = _FOREIGN.get(os.path.splitext(path)[1].lower())
    if kind:
        raise UnreadableError(f"{kind}, which newslint cannot read: save it as plain text (.txt)")
    try:
        if is_stream:
            with open(path, "rb") as file:
                data = file.read()
        else:
            data = _read_ordinary(path)
    except UnreadableError:
        raise
    except OSError as error:
        raise UnreadableError((error.strerror or "cannot be read").lower()) from None
    return decode_copy(data)


def _read_ordinary(path: str) -> bytes:
    """Read a file as it is at one moment. Raises OSError; nothing is waited for, even if it is a pipe by now."""
    for _ in range(_TRIES):
        _require_ordinary(os.stat(path))
        with open(path, "rb", opener=_open_without_waiting) as file:
            before = os.fstat(file.fileno())
            _require_ordinary(before)
            data = file.read()
            after = os.fstat(file.fileno())
        if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns):
            return data
    raise UnreadableError("it was written to while it was read: run again")


def _require_ordinary(info: os.stat_result) -> None:
    if not stat.S_ISREG(info.st_mode) and not stat.S_ISDIR(info.st_mode):  # to open a folder fails with its own words
        raise UnreadableError("no ordinary file, but a pipe, a socket or a device")


def _open_without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def decode_copy(data: bytes) -> str:
    """Decode a file's bytes. Raises UnreadableError, naming the byte where one is to blame."""
    try:
        return decode(data).text
    except DecodeError as error:
        raise UnreadableError(error.reason) from None
