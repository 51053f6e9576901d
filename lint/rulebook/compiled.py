"""The compiled book: all packs in one cache file, so that a run reads no YAML and prepares only the checks it needs.

The file is data (MessagePack); whatever is in it, no code comes from it: a kind is named and looked up as ever. It fits
one state of the program's and the packs' files, told by their sizes and times. Where it is missing, out of date or
damaged, the packs are read from their files and the book is written anew; where it cannot be written, all goes on
without. A book with errors is not kept, so that they are reported by every run.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

import msgspec

from ..cache import cache_folder
from ..kinds.shared.matching import compiled_late
from ..version import VERSION
from .check import Check, Prepared
from .errors import RuleError
from .kindsource import load_kind, third_party_kinds
from .lists import ListFolder
from .literals import Gate, gate_of
from .packs import Pack, shipped_pack, third_party_packs
from .schema import Head, QuoteScope

if TYPE_CHECKING:
    from .loader import Shelf

_PACKAGE = Path(__file__).resolve().parent.parent
_SETTLED = 2.0
"""Seconds: a file that is younger may be written again without a change of its time or size; FAT counts by two."""
_KEPT = 8
"""Books that are kept: each installation has its own, and with other packs another."""


class _Row(msgspec.Struct, array_like=True):
    """One check. ``pack`` counts the packs from 0."""

    head: Head
    pack: int
    file: str
    needles: tuple[str, ...] | None
    blocks: frozenset[str] | None
    quotes: QuoteScope
    rules: frozenset[str]
    xml: str
    gate: Gate | None
    options: msgspec.Raw
    parsed: msgspec.Raw


class _Book(msgspec.Struct, array_like=True):
    """The rows, and the lists of each pack by name."""

    rows: list[_Row]
    lists: list[dict[str, msgspec.Raw]]


class _File(msgspec.Struct, array_like=True):
    """What the cache file holds: the book, its checksum, and for which state of the program and the packs it is."""

    code: bytes
    key: bytes
    checksum: int
    book: msgspec.Raw


class _State(NamedTuple):
    """All that a book depends on, as bytes, and when the youngest of the files was last changed."""

    code: bytes
    key: bytes
    youngest: float


def load_compiled(cached: bool = True) -> tuple[list[Check], list[RuleError]]:
    """Return what `load_book` returns, from the cache where that fits: then without the checks' tests.

    Not ``cached``: the packs are read from their files, and no book is read or written.
    """
    packs = (shipped_pack(), *third_party_packs())
    if not cached:
        from .loader import contents, load_shelves

        return contents(load_shelves(packs))
    before = _state(packs)
    try:
        name = crc32(repr((_PACKAGE, sys.version, packs)).encode("utf-8", "replace"))
        path: Path | None = cache_folder() / f"book-{name:08x}.msgpack"
    except RuntimeError:  # there is no home folder
        path = None
    if path is not None:
        with suppress(OSError, ValueError, msgspec.MsgspecError):
            return _read(path, before, packs), []
    from .loader import contents, load_shelves  # and with it PyYAML: only where the files have to be read

    began = time.time()
    shelves = load_shelves(packs)
    checks, errors = contents(shelves)
    if path is not None and not errors and before.youngest < began - _SETTLED and before == _state(packs):
        with suppress(Exception):  # the folder is full or not ours, a third party's options are no plain data
            _write(path, before, shelves)
    return checks, errors


# The state of the files


def _state(packs: Sequence[Pack]) -> _State:
    code = [("", "", "", *_files(str(_PACKAGE), ".py"))]
    code += [(kind.name, kind.module, kind.version, *_files(kind.folder, ".py")) for kind in third_party_kinds()]
    files = [(pack.name, str(pack.folder), *_files(str(pack.folder), ".yml")) for pack in packs]
    times = [max(file[2:]) for group in (*code, *files) for file in group if isinstance(file, tuple)]
    versions = (VERSION, sys.version, msgspec.__version__)
    return _State(msgspec.msgpack.encode((versions, code)), msgspec.msgpack.encode(files), max(times, default=0) / 1e9)


def _files(folder: str, ending: str) -> list[tuple[str, int, int, int]]:
    """Return every file below a folder that ends so: path, bytes, and when its content and it itself were changed."""
    files: list[tuple[str, int, int, int]] = []
    folders = [folder]
    for where in folders:
        with suppress(OSError), os.scandir(where) as entries:
            for entry in entries:
                if entry.name.endswith(ending):
                    stat = entry.stat()
                    files.append((entry.path, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns))
                elif entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
    return sorted(files)


# Reading


def _read(path: Path, state: _State, packs: Sequence[Pack]) -> list[Check]:
    """Return the checks. Raises OSError, ValueError or MsgspecError where there is no book for this state."""
    file = _open(path, state)
    if file.key != state.key:
        raise ValueError("the packs have changed")
    book = msgspec.msgpack.decode(file.book, type=_Book)
    lists: list[ListFolder] = []
    for pack, compiled in zip(packs, book.lists, strict=True):
        lists.append(ListFolder(pack.folder / "lists", lists[0] if lists else None, compiled))
    return [
        Check(
            head=row.head,
            file=row.file,
            needles=row.needles,
            blocks=row.blocks,
            quotes=row.quotes,
            prepare=partial(_prepare, row, lists[row.pack]),
            languagetool_rules=row.rules,
            languagetool_xml=row.xml,
            gate=row.gate,
        )
        for row in book.rows
    ]


def _open(path: Path, state: _State) -> _File:
    file = msgspec.msgpack.decode(path.read_bytes(), type=_File)
    if file.code != state.code or file.checksum != crc32(file.book):
        raise ValueError("another program's, or damaged")
    return file


def _prepare(row: _Row, lists: ListFolder) -> Prepared:
    module: Any = load_kind(row.head.kind)
    options = msgspec.msgpack.decode(row.options, type=module.Options)
    with compiled_late():
        if hasattr(module, "Parsed"):
            parsed = msgspec.msgpack.decode(row.parsed, type=module.Parsed)
            return Prepared(module, options, module.restore(parsed, options, lists))
        return Prepared(module, options, module.prepare(options, lists))


# Writing


def _write(path: Path, state: _State, shelves: Sequence[Shelf]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # The name is this process's own; whichever of several puts its book in place last, it is the same book.
    temporary = path.with_suffix(f".{os.getpid()}.tmp")
    try:
        with temporary.open("xb") as file:  # before the work, which is for nothing where no file can be written
            file.write(_packed(state, shelves, _known_gates(path, state)))
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    books = sorted(path.parent.glob("book-*"), key=lambda book: book.stat().st_mtime, reverse=True)
    for book in books[_KEPT:]:
        book.unlink(missing_ok=True)


def _parsed(check: Check, lists: ListFolder) -> Any:
    module: Any = check.module
    return module.parse(check.prepared.options, lists) if hasattr(module, "Parsed") else None


def _known_gates(path: Path, state: _State) -> dict[tuple[str, ...], Gate | None]:
    """Return the gates of a book that the packs have outgrown: it takes a second to make all anew for one edit."""
    with suppress(OSError, ValueError, msgspec.MsgspecError):
        book = msgspec.msgpack.decode(_open(path, state).book, type=_Book)
        return {row.needles: row.gate for row in book.rows if row.needles}
    return {}


def _packed(state: _State, shelves: Sequence[Shelf], gates: dict[tuple[str, ...], Gate | None]) -> bytes:
    rows = [
        _Row(
            head=msgspec.structs.replace(check.head, tests=()),
            pack=number,
            file=check.file,
            needles=check.needles,
            blocks=check.blocks,
            quotes=check.quotes,
            rules=check.languagetool_rules,
            xml=check.languagetool_xml,
            gate=_gate(check, gates),
            options=msgspec.Raw(msgspec.msgpack.encode(check.prepared.options)),
            parsed=msgspec.Raw(msgspec.msgpack.encode(_parsed(check, shelf.lists))),
        )
        for number, shelf in enumerate(shelves)
        for check in shelf.checks
    ]
    lists = [
        {name: msgspec.Raw(msgspec.msgpack.encode(data)) for name, data in shelf.lists.read_so_far().items()}
        for shelf in shelves
    ]
    book = msgspec.msgpack.encode(_Book(rows, lists))
    return msgspec.msgpack.encode(_File(state.code, state.key, crc32(book), msgspec.Raw(book)))


def _gate(check: Check, known: dict[tuple[str, ...], Gate | None]) -> Gate | None:
    if not check.needles:
        return None
    return known[check.needles] if check.needles in known else gate_of(check.needles)
