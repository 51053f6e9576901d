"""The book's file: whole or not at all, read where it is asked for, and nobody's but the user's."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newslint.rulebook import bookfile
from newslint.rulebook.bookfile import BookFile, Contents, write_book

STAMP = bytes(range(16))
posix = pytest.mark.skipif(os.name != "posix", reason="owners and permissions are POSIX's")


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "cache" / "book-1.newslint"
    write_book(str(path), lambda: Contents(STAMP, {"a": b"first", "b": b""}, [b"zero", b"", b"two" * 1000]))
    return path


def test_what_is_written_is_read(path):
    file = BookFile(str(path))
    assert file.stamp == STAMP
    assert (file.section("a"), file.section("b")) == (b"first", b"")
    assert [file.piece(number) for number in range(3)] == [b"zero", b"", b"two" * 1000]
    for bad in (3, -1, "a", None):
        with pytest.raises(ValueError, match="no piece"):
            file.piece(bad)
    with pytest.raises(ValueError, match="no section"):
        file.section("c")


def test_another_stamp_is_another_file(path):
    before = BookFile(str(path))
    before.restamp(b"x" * 16)
    after = BookFile(str(path))
    assert (after.stamp, after.section("a"), after.piece(2)) == (b"x" * 16, b"first", b"two" * 1000)
    assert (before.stamp, before.piece(2)) == (STAMP, b"two" * 1000)
    before.remove()  # it is no longer the file at this place
    assert path.exists()
    after.remove()
    assert not path.exists()


def test_every_bit_counts(path):
    good = path.read_bytes()
    for at in range(len(good)):
        bad = bytearray(good)
        bad[at] ^= 1 << at % 8
        path.write_bytes(bad)
        with pytest.raises(ValueError, match=r"^"):
            read_all(BookFile(str(path)))
    for length in range(0, len(good), 11):
        path.write_bytes(good[:length])
        with pytest.raises(ValueError, match=r"^"):
            BookFile(str(path))
    path.write_bytes(good + b"\0")
    with pytest.raises(ValueError, match="damaged"):
        BookFile(str(path))


def read_all(file):
    return [file.section("a"), file.section("b"), *(file.piece(number) for number in range(3))]


@pytest.mark.skipif(not hasattr(os, "pread"), reason="the file is read as a whole")
def test_only_what_is_asked_for_is_read(path, monkeypatch):
    read = []
    real = os.pread
    monkeypatch.setattr(os, "pread", lambda fd, length, at: read.append(length) or real(fd, length, at))
    file = BookFile(str(path))
    assert read == [bookfile._AT_ONCE, 36]
    file.piece(0)
    assert read[2:] == [4]


def test_without_reading_at_a_place_it_is_read_as_a_whole(path, monkeypatch):
    monkeypatch.delattr(os, "pread", raising=False)
    assert read_all(BookFile(str(path))) == [b"first", b"", b"zero", b"", b"two" * 1000]


@posix
@pytest.mark.parametrize("mode", [0o602, 0o620, 0o666])
def test_a_file_that_others_may_write_is_not_read(path, mode):
    path.chmod(mode)
    with pytest.raises(ValueError, match="another's"):
        BookFile(str(path))


@posix
def test_a_file_of_another_user_is_not_read(path, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    with pytest.raises(ValueError, match="another's"):
        BookFile(str(path))


@posix
def test_a_folder_that_others_may_write_is_not_read_and_is_closed_when_written(path):
    for mode in (0o777, 0o770, 0o702):
        path.parent.chmod(mode)
        with pytest.raises(ValueError, match="replace"):
            BookFile(str(path))
        write_book(str(path), lambda: Contents(STAMP, {}, [b"new"]))
        assert path.parent.stat().st_mode & 0o022 == 0
        assert BookFile(str(path)).piece(0) == b"new"
    path.parent.chmod(0o1777)  # nobody can replace another's file there
    assert BookFile(str(path)).piece(0) == b"new"


@posix
def test_only_the_user_can_read_a_book(path):
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


@posix
def test_what_is_no_file_is_not_read(path, tmp_path):
    link = path.with_name("book-2.newslint")
    link.symlink_to(path)
    with pytest.raises(OSError, match=r"[Ss]ymbolic|[Ll]oop"):
        BookFile(str(link))
    queue = path.with_name("book-3.newslint")
    os.mkfifo(queue)
    with pytest.raises((OSError, ValueError)):
        BookFile(str(queue))
    with pytest.raises((OSError, ValueError)):
        BookFile(path.parent)


def test_what_fails_leaves_the_old_file(path):
    def breaks():
        raise RuntimeError("no contents")

    with pytest.raises(RuntimeError):
        write_book(str(path), breaks)
    assert BookFile(str(path)).section("a") == b"first"
    assert list(path.parent.iterdir()) == [path]


def test_the_remains_of_a_killed_process_are_removed(path):
    path.with_name(".newslint-0011223344556677.tmp").write_bytes(b"half")
    write_book(str(path), lambda: Contents(STAMP, {"a": b"next"}, []))
    assert BookFile(str(path)).section("a") == b"next"
    assert list(path.parent.iterdir()) == [path]


def test_a_folder_that_is_missing_or_a_file_is_an_error(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match=r"^"):
        write_book(tmp_path / "file" / "book-1.newslint", lambda: pytest.fail("the work was done"))


KILLED = """
import sys, time
from pathlib import Path
from newslint.rulebook.bookfile import Contents, write_book
def make():
    print("within", flush=True)
    time.sleep(60)
write_book(Path(sys.argv[1]), make)
"""


@posix
def test_a_writer_that_is_killed_leaves_the_old_file(path):
    process = subprocess.Popen([sys.executable, "-c", KILLED, str(path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "within\n"
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    assert read_all(BookFile(str(path))) == [b"first", b"", b"zero", b"", b"two" * 1000]
    write_book(str(path), lambda: Contents(STAMP, {"a": b"next"}, []))
    assert BookFile(str(path)).section("a") == b"next"


WRITER = """
import sys
from pathlib import Path
from newslint.rulebook.bookfile import Contents, write_book
for number in range(40):
    size = 1000 * int(sys.argv[2]) + number
    write_book(Path(sys.argv[1]), lambda: Contents(b"0" * 16, {"a": b"a" * size}, [b"p" * size]))
"""


def test_readers_see_whole_files_while_others_write(path):
    command = [sys.executable, "-c", WRITER, str(path)]
    writers = [subprocess.Popen([*command, str(number)]) for number in (1, 2)]
    reads = 0
    until = time.monotonic() + 60
    while any(writer.poll() is None for writer in writers) and time.monotonic() < until:
        file = BookFile(str(path))
        if "b" not in file._sections:
            assert len(file.section("a")) == len(file.piece(0))
            reads += 1
    assert [writer.wait() for writer in writers] == [0, 0]
    assert reads > 0
    assert list(path.parent.iterdir()) == [path]


def test_an_open_book_closes_itself(path):
    before = Path("/proc/self/fd")
    if not before.is_dir():
        pytest.skip("no list of open files")
    count = len(list(before.iterdir()))
    for _ in range(20):
        BookFile(str(path))
    assert len(list(before.iterdir())) <= count
