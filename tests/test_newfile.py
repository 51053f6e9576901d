"""Files that take their place whole, and what killed processes leave of them."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from newslint import newfile
from newslint.lock import lock_open, try_lock
from newslint.newfile import open_aside, remove_stale, taking_place


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_place_is_taken_at_the_end(tmp_path):
    place = tmp_path / "a"
    place.write_bytes(b"old")
    with taking_place(place) as file:
        file.write(b"new")
        file.flush()
        assert place.read_bytes() == b"old"
    assert place.read_bytes() == b"new"
    assert names(tmp_path) == ["a"]


@pytest.mark.skipif(os.name != "posix", reason="Windows has other permissions")
@pytest.mark.parametrize(("mode", "seen"), [(0o600, 0o600), (0o666, 0o640)])
def test_the_mode_is_what_was_asked_for_less_the_umask(tmp_path, mode, seen):
    before = os.umask(0o027)
    try:
        with taking_place(tmp_path / "a", mode) as file:
            file.write(b"new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == seen


def test_what_fails_leaves_the_old_file_and_nothing_else(tmp_path):
    place = tmp_path / "a"
    place.write_bytes(b"old")

    def write() -> None:
        with taking_place(place) as file:
            file.write(b"half")
            raise OSError(errno.ENOSPC, "no room")

    with pytest.raises(OSError, match="no room"):
        write()
    assert place.read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


KILLED = """
import sys
from pathlib import Path
from newslint.newfile import taking_place
with taking_place(Path(sys.argv[1])) as file:
    file.write(b"half")
    file.flush()
    print("there", flush=True)
    sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_killed_writer_leaves_the_old_file_and_the_next_one_clears_up(tmp_path):
    place = tmp_path / "a"
    place.write_bytes(b"old")
    command = [sys.executable, "-c", KILLED, str(place)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"there\n"
        with taking_place(tmp_path / "b"):
            pass
        assert len(names(tmp_path)) == 3  # it lives
        child.send_signal(signal.SIGKILL)
    assert place.read_bytes() == b"old"
    with taking_place(place) as file:
        file.write(b"new")
    assert names(tmp_path) == ["a", "b"]


def test_leftovers_of_the_dead_are_removed_and_those_of_the_living_are_not(tmp_path):
    (tmp_path / ".newslint-0011223344556677.tmp").write_bytes(b"half")
    (tmp_path / ".newslint-notes.txt").write_bytes(b"")
    (tmp_path / "a.tmp").write_bytes(b"")
    living = tmp_path / ".newslint-8899aabbccddeeff.tmp"
    held = try_lock(living)
    assert held is not None
    assert remove_stale(tmp_path) == [".newslint-0011223344556677.tmp"]
    assert living.exists()
    os.close(held)
    assert remove_stale(tmp_path) == [living.name]
    assert names(tmp_path) == [".newslint-notes.txt", "a.tmp"]
    assert remove_stale(tmp_path / "gone") == []


def test_a_file_that_another_run_took_away_is_made_again(tmp_path, monkeypatch):
    refusals = [False, False]
    monkeypatch.setattr(newfile, "lock_open", lambda file: refusals.pop() if refusals else lock_open(file))
    path, descriptor = open_aside(tmp_path)
    os.close(descriptor)
    assert names(tmp_path) == [path.name]
    assert refusals == []


def test_where_no_file_can_be_locked_it_is_written_all_the_same(tmp_path, monkeypatch):
    def without(_: int) -> bool:
        raise OSError(errno.ENOLCK, "no locks available")

    monkeypatch.setattr(newfile, "lock_open", without)
    with taking_place(tmp_path / "a") as file:
        file.write(b"new")
    assert (tmp_path / "a").read_bytes() == b"new"
