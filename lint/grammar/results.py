"""The result cache: what LanguageTool said of a paragraph, kept in one SQLite file in the user's cache folder.

The cache never breaks a run: whatever is wrong with the file or the folder, the run goes on without, and a file that is
damaged, of another version or another program's is made anew. It never gives a wrong answer either: each row carries a
checksum of its key and value, and one that does not fit is as if it were not there.

The file holds what the caller gives: hashed keys and matches, no copy; as the matches' messages may quote a word, it is
the user's alone (mode 0600). It is bounded. What was used least recently goes first, told by the order of the rows, not
by a clock: once the file is half full, a row from the older half that is used moves to the end. So a run that only
reads writes next to nothing.

SQLite's rollback journal, not its write-ahead log: that one asks for shared memory, which network file systems lack,
and for a folder that can be written even to read. Nothing is synced to the disk: after a power cut the worst is a new
file, and a killed process harms nothing, since what it wrote is the kernel's by then.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar
from zlib import crc32

from ..cache import cache_folder, make_folder

if TYPE_CHECKING:
    import sqlite3

NAME = "grammar-results.sqlite3"
SIZE_VARIABLE = "NEWSLINT_CACHE_SIZE"
DEFAULT_SIZE = 64_000_000
"""Bytes: half a million paragraphs or so."""

_APPLICATION = 0x4E774C74  # "NwLt", in the file's header
_VERSION = 1
_PAGE = 4096
_BUSY_S = 0.25
_REMOVE_S = 5.0
_KEYS_AT_ONCE = 500
_ROWS_AT_ONCE = 1000
_BYTES_AT_ONCE = 500_000
_EVICTED_AT_ONCE = 100
_EVICTIONS = 40
"""Rounds for one write: a smaller bound than before is reached by and by, not while somebody waits."""
_LONGEST = 64
"""A row may take the bound divided by this."""
_TABLE = (
    "CREATE TABLE result"
    "(id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, checksum INTEGER NOT NULL, value BLOB NOT NULL)"
)

_T = TypeVar("_T")


class Info(NamedTuple):
    """The result cache at a glance: its file (None: there is no home folder), bytes, rows, and the most bytes.

    ``results`` is None where the file cannot be read.
    """

    path: Path | None
    size: int
    results: int | None
    limit: int


class Results:
    """The result cache. Nothing is opened before the first call, nothing raises but `clear`; any thread may call.

    The connection is one process's own: do not carry it through a fork.
    """

    def __init__(self, path: Path | None, limit: int = DEFAULT_SIZE) -> None:
        """``path`` None or ``limit`` 0 (bytes): keep nothing."""
        self._path = path
        self._limit = limit
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._inode = 0
        self._used: dict[bytes, None] = {}  # keys from the older half that were asked for
        self._readable = self._writable = path is not None and limit > 0

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Return the values of those keys that are there."""
        return (self._attempt(lambda: self._get(keys)) if keys else None) or {}

    def put(self, rows: Mapping[bytes, bytes]) -> None:
        """Keep these values, in place of what their keys had. A value larger than 1/64 of the bound is not kept."""
        if rows and self._writable:
            self._attempt(lambda: self._put(rows), writes=True)

    def close(self) -> None:
        """Write down what was used, where that matters, and close the file. The next call opens it again."""
        if self._used and self._writable:
            self._attempt(self._refresh, writes=True)
        with self._lock:
            self._close()

    def info(self) -> Info:
        """Look at the file; one that is damaged is made anew."""
        count = self._attempt(self._count)
        size = 0
        if self._path is not None:
            with suppress(OSError):
                size = self._path.stat().st_size
        return Info(self._path, size, count, self._limit)

    def clear(self) -> int:
        """Remove the file, also while others use it; return its bytes. Raises OSError where it cannot be removed."""
        with self._lock:
            self._close()
            self._used.clear()
            return _remove_when_free(self._path) if self._path is not None else 0

    def _attempt(self, work: Callable[[], _T], *, writes: bool = False) -> _T | None:
        """Do the work with the lock held; a damaged file is made anew first, anything else means doing without."""
        with self._lock:
            if not self._readable or self._path is None:
                return None
            for _ in range(3):
                try:
                    return work()
                except _ReplacedError:
                    self._close()
                except Exception as error:
                    trouble = _trouble(error, self._path)
                    if trouble == "locked":  # by another process: the next call may have better luck
                        return None
                    if trouble == "other":
                        break
                    self._close()
                    with suppress(OSError):
                        _remove(self._path, self._inode)
            # A full disk, a folder that is not ours: what is there may still be read.
            self._writable = False
            self._readable = writes
            self._used.clear()
            self._close()
            return None

    # All below is called with the lock held, and raises.

    def _close(self) -> None:
        if self._connection is not None:
            with suppress(Exception):
                self._connection.close()
            self._connection = None

    def _open(self, *, create: bool) -> sqlite3.Connection | None:
        """Return the connection; None where there is no file and none is to be made."""
        if self._connection is not None:
            return self._connection
        path = self._path
        assert path is not None
        if create and not path.exists():
            make_folder(path.parent)
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        try:
            status = path.stat()
        except FileNotFoundError:
            return None
        if status.st_size == 0 and not create:
            return None
        if os.name == "posix" and status.st_mode & 0o077:
            with suppress(OSError):
                path.chmod(0o600)
        import sqlite3  # 4 ms: not where there is no file

        self._inode = status.st_ino
        connection = sqlite3.connect(path, timeout=_BUSY_S, isolation_level=None, check_same_thread=False)
        try:
            connection.text_factory = bytes  # a damaged row's text need not be UTF-8
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("PRAGMA journal_mode = TRUNCATE")
            if status.st_size == 0:
                connection.execute(f"PRAGMA page_size = {_PAGE}")
                with self._writing(connection):
                    if not _tables(connection):  # no other process was quicker
                        connection.execute(f"PRAGMA application_id = {_APPLICATION}")
                        connection.execute(f"PRAGMA user_version = {_VERSION}")
                        connection.execute(_TABLE)
            _verify(connection)
            # The hard bound: SQLite itself makes no page beyond it.
            connection.execute(f"PRAGMA max_page_count = {self._limit // _PAGE}")
        except BaseException:
            connection.close()
            raise
        self._connection = connection
        return connection

    def _get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        connection = self._open(create=False)
        if connection is None:
            return {}
        middle = self._middle(connection)
        found: dict[bytes, bytes] = {}
        for start in range(0, len(keys), _KEYS_AT_ONCE):
            some = keys[start : start + _KEYS_AT_ONCE]
            marks = ",".join("?" * len(some))
            for id_, key, checksum, value in connection.execute(
                f"SELECT id, key, checksum, value FROM result WHERE key IN ({marks})", some
            ):
                if type(value) is bytes and checksum == _checksum(key, value):
                    found[key] = value
                    if id_ <= middle:
                        self._used[key] = None
        return found

    def _put(self, rows: Mapping[bytes, bytes]) -> None:
        if self._used:
            self._refresh()
        connection = self._open(create=True)
        assert connection is not None
        for some in self._portions(rows):
            self._make_room(connection, sum(len(key) + len(value) for key, _, value in some))
            with self._writing(connection):
                connection.executemany("REPLACE INTO result (key, checksum, value) VALUES (?, ?, ?)", some)

    def _refresh(self) -> None:
        """Move the rows that were used to the end, unless another process has."""
        keys, self._used = [(key,) for key in self._used], {}
        connection = self._open(create=False)
        if connection is None:
            return
        middle = self._middle(connection)
        for start in range(0, len(keys), _ROWS_AT_ONCE):
            with self._writing(connection):
                connection.executemany(
                    f"UPDATE result SET id = (SELECT max(id) + 1 FROM result) WHERE key = ? AND id <= {middle}",
                    keys[start : start + _ROWS_AT_ONCE],
                )

    def _middle(self, connection: sqlite3.Connection) -> int:
        """Return the id that parts the older half from the newer; -1 as long as the file is not half full."""
        if 2 * _bytes_used(connection) < self._limit:
            return -1
        first, last = connection.execute("SELECT (SELECT min(id) FROM result), (SELECT max(id) FROM result)").fetchone()
        return (first + last) // 2 if first is not None else -1

    def _portions(self, rows: Mapping[bytes, bytes]) -> Iterator[list[tuple[bytes, int, bytes]]]:
        """Yield the rows, without those that are too large, in portions that are each written at once."""
        most = min(_BYTES_AT_ONCE, self._limit // _LONGEST)
        portion: list[tuple[bytes, int, bytes]] = []
        size = 0
        for key, value in rows.items():
            length = len(key) + len(value)
            if length > self._limit // _LONGEST:
                continue
            if portion and (size + length > most or len(portion) == _ROWS_AT_ONCE):
                yield portion
                portion, size = [], 0
            portion.append((key, _checksum(key, value), value))
            size += length
        if portion:
            yield portion

    def _make_room(self, connection: sqlite3.Connection, wanted: int) -> None:
        """Drop the oldest rows where the file is nearly full, so that so many bytes fit in.

        Written on its own: where the room is still too small afterwards, at least it has grown.
        """
        target = self._limit * 15 // 16 - 2 * wanted
        if _bytes_used(connection) <= target:
            return
        with self._writing(connection):
            for _ in range(_EVICTIONS):
                connection.execute(
                    f"DELETE FROM result WHERE id IN (SELECT id FROM result ORDER BY id LIMIT {_EVICTED_AT_ONCE})"
                )
                if _bytes_used(connection) <= target:
                    break

    def _count(self) -> int:
        connection = self._open(create=False)
        return int(connection.execute("SELECT count(*) FROM result").fetchone()[0]) if connection is not None else 0

    @contextmanager
    def _writing(self, connection: sqlite3.Connection) -> Iterator[None]:
        """Write all of a block or nothing, to the file that is there now; raises _ReplacedError where it is another.

        Whoever removes a file locks it first, so with the lock held the answer cannot change. Writing to the old file
        would lay a journal beside the new one, which would be rolled back into it.
        """
        connection.execute("BEGIN IMMEDIATE")
        try:
            if not self._in_place():
                raise _ReplacedError
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:  # SQLite itself rolls back after some errors
                connection.execute("ROLLBACK")
            raise

    def _in_place(self) -> bool:
        try:
            return self._path is not None and self._path.stat().st_ino == self._inode
        except OSError:
            return False


def open_results() -> Results:
    """Return the user's result cache. Never raises; where there is no home folder, it keeps nothing."""
    try:
        path: Path | None = cache_folder() / NAME
    except Exception:
        path = None
    return Results(path, size_limit())


def size_limit() -> int:
    """Return the most bytes that the cache may take: NEWSLINT_CACHE_SIZE in megabytes; 0 keeps nothing."""
    value = os.environ.get(SIZE_VARIABLE, "").strip()
    # What is no number must not break a run; `newslint cache info` shows the bound that holds.
    return int(value) * 1_000_000 if value.isascii() and value.isdigit() and len(value) < 10 else DEFAULT_SIZE


class _ReplacedError(Exception):
    """The file that was opened is gone or another one stands in its place."""


class _DamagedError(Exception):
    """The file is of another version, or another program's."""


def _trouble(error: Exception, path: Path) -> Literal["locked", "damage", "other"]:
    """Say what an error means. What SQLite says that is not about the surroundings is about the file."""
    if isinstance(error, (_DamagedError, UnicodeError)):  # Python fails to read SQLite's message: it quotes the damage
        return "damage"
    if isinstance(error, ImportError):  # a Python without SQLite
        return "other"
    import sqlite3

    if not isinstance(error, sqlite3.Error):
        return "other"
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    if code & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return "locked"
    if code == sqlite3.SQLITE_READONLY and os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return "damage"  # the header says that a later SQLite wrote it
    surroundings = (
        sqlite3.SQLITE_AUTH,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_INTERRUPT,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_NOLFS,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_READONLY,
    )
    return "other" if code & 0xFF in surroundings and code != sqlite3.SQLITE_IOERR_SHORT_READ else "damage"


def _tables(connection: sqlite3.Connection) -> list[tuple[bytes]]:
    """Return the statements that made what is in the file, but for the index that a unique column brings along."""
    return connection.execute("SELECT sql FROM sqlite_master WHERE sql NOT NULL").fetchall()


def _verify(connection: sqlite3.Connection) -> None:
    """Raise _DamagedError where the file is not ours, word by word: one letter less, and a column holds no ids."""
    ours = (_APPLICATION, _VERSION, [(_TABLE.encode(),)])
    if (_pragma(connection, "application_id"), _pragma(connection, "user_version"), _tables(connection)) != ours:
        raise _DamagedError


def _checksum(key: bytes, value: bytes) -> int:
    return crc32(value, crc32(key))


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _bytes_used(connection: sqlite3.Connection) -> int:
    return (_pragma(connection, "page_count") - _pragma(connection, "freelist_count")) * _PAGE


def _remove(path: Path, inode: int) -> None:
    """Remove the file, if it is that one, and its journal."""
    if path.stat().st_ino == inode:
        path.with_name(path.name + "-journal").unlink(missing_ok=True)
        path.unlink(missing_ok=True)


def _remove_when_free(path: Path) -> int:
    """Remove the file at a moment when nobody writes to it; return its bytes."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return 0
    import sqlite3

    connection = None
    try:
        with suppress(sqlite3.Error):  # damaged, or not ours to lock
            connection = sqlite3.connect(path, timeout=_REMOVE_S, isolation_level=None)
            connection.execute("BEGIN EXCLUSIVE")
        _remove(path, status.st_ino)
    finally:
        if connection is not None:
            connection.close()
    return status.st_size
