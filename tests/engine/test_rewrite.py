"""A file is written whole or not at all, and stays what it was: its bytes, mode, owner and name."""

from __future__ import annotations

import codecs
import os
import resource
import stat
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.engine import rewrite
from newslint.engine.rewrite import NotWrittenError, recoded, rewrite_text

NOBODY = 65534
root = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away")

OLD, NEW = "An otter.\n", "An old otter.\n"


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user may enter: pytest's own are closed."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def write(path: Path, text: str = OLD, mode: int = 0o644) -> Path:
    path.write_bytes(text.encode())
    path.chmod(mode)
    return path


def as_nobody(act: Callable[[], None]) -> str:
    """Do something in a child that has the rights of nobody; return what it was refused with, "" where it was done."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        said = "died"
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            act()
            said = ""
        except NotWrittenError as error:
            said = str(error)
        except BaseException as error:
            said = repr(error)
        finally:
            os.write(writing, said.encode())
            os._exit(0)
    os.close(writing)
    with open(reading, "rb") as pipe:  # noqa: PTH123 - a descriptor
        said = pipe.read().decode()
    os.waitpid(child, 0)
    return said


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_the_mode_is_kept(tmp_path, mode):
    path = write(tmp_path / "a.txt", mode=mode)
    rewrite_text(str(path), OLD, NEW)
    assert path.read_bytes() == NEW.encode()
    assert stat.S_IMODE(path.stat().st_mode) == mode
    assert names(tmp_path) == ["a.txt"]


@root
def test_the_owner_is_kept(tmp_path):
    path = write(tmp_path / "a.txt")
    os.chown(path, NOBODY, 12345)
    rewrite_text(str(path), OLD, NEW)
    assert (path.stat().st_uid, path.stat().st_gid) == (NOBODY, 12345)
    assert path.read_bytes() == NEW.encode()


def test_extended_attributes_are_kept(tmp_path):
    path = write(tmp_path / "a.txt")
    try:
        os.setxattr(path, "user.desk", b"sport")
    except (OSError, AttributeError):
        pytest.skip("no extended attributes here")
    rewrite_text(str(path), OLD, NEW)
    assert os.getxattr(path, "user.desk") == b"sport"


def test_a_links_target_is_written_and_the_link_stays(tmp_path):
    (tmp_path / "far").mkdir()
    path = write(tmp_path / "far" / "a.txt")
    link = tmp_path / "link.txt"
    link.symlink_to("far/a.txt")
    rewrite_text(str(link), OLD, NEW)
    assert link.is_symlink()
    assert path.read_bytes() == NEW.encode()
    assert names(tmp_path) == ["far", "link.txt"]


def test_a_file_with_another_name_is_left_alone(tmp_path):
    path = write(tmp_path / "a.txt")
    (tmp_path / "b.txt").hardlink_to(path)
    with pytest.raises(NotWrittenError, match="other names"):
        rewrite_text(str(path), OLD, NEW)
    assert path.read_text() == OLD
    assert names(tmp_path) == ["a.txt", "b.txt"]


def test_a_read_only_file_is_left_alone_even_by_root(tmp_path):
    path = write(tmp_path / "a.txt", mode=0o444)
    with pytest.raises(NotWrittenError, match="read-only"):
        rewrite_text(str(path), OLD, NEW)
    assert path.read_text() == OLD


@root
def test_a_file_of_another_user_is_left_alone(open_folder):
    write(open_folder / "a.txt", mode=0o644)
    open_folder.chmod(0o777)
    assert as_nobody(lambda: rewrite_text(str(open_folder / "a.txt"), OLD, NEW)) == "it is read-only"
    write(open_folder / "a.txt", mode=0o666)
    said = as_nobody(lambda: rewrite_text(str(open_folder / "a.txt"), OLD, NEW))
    assert "belongs to another user" in said
    assert (open_folder / "a.txt").read_text() == OLD
    assert names(open_folder) == ["a.txt"]


@root
def test_a_folder_that_cannot_be_written_to_is_named(open_folder):
    path = write(open_folder / "a.txt")
    os.chown(path, NOBODY, NOBODY)
    said = as_nobody(lambda: rewrite_text(str(path), OLD, NEW))
    assert said == "no file can be made in its folder: permission denied"
    assert path.read_text() == OLD
    os.chown(open_folder, NOBODY, NOBODY)
    assert as_nobody(lambda: rewrite_text(str(path), OLD, NEW)) == ""
    assert path.read_text() == NEW


def test_a_full_disk_leaves_the_old_file_and_nothing_else(open_folder):
    path = write(open_folder / "a.txt")
    for thing in (open_folder, path):
        if os.geteuid() == 0:
            os.chown(thing, NOBODY, NOBODY)

    def with_little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        rewrite_text(str(path), OLD, NEW * 10_000)

    assert as_nobody(with_little_room) == "file too large"
    assert path.read_text() == OLD
    assert names(open_folder) == ["a.txt"]


def test_what_is_no_file_is_not_written(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotWrittenError, match="no ordinary file"):
        rewrite_text(str(tmp_path / "pipe"), OLD, NEW)
    with pytest.raises(NotWrittenError, match="no such file"):
        rewrite_text(str(tmp_path / "gone"), OLD, NEW)


@pytest.mark.parametrize("now", ["Another text.\n", "", b"\xff\xfe\xff"])
def test_a_file_that_was_changed_meanwhile_is_left_alone(tmp_path, now):
    path = tmp_path / "a.txt"
    data = now if isinstance(now, bytes) else now.encode()
    path.write_bytes(data)
    with pytest.raises(NotWrittenError, match="changed by somebody else"):
        rewrite_text(str(path), OLD, NEW)
    assert path.read_bytes() == data


def test_a_change_while_the_new_file_is_written_is_seen(tmp_path, monkeypatch):
    path = write(tmp_path / "a.txt")
    sync = os.fsync

    def fsync(descriptor: int) -> None:
        sync(descriptor)
        path.write_text("The editor saved this.\n")

    monkeypatch.setattr(rewrite.os, "fsync", fsync)
    with pytest.raises(NotWrittenError, match="changed by somebody else"):
        rewrite_text(str(path), OLD, NEW)
    assert path.read_text() == "The editor saved this.\n"
    assert names(tmp_path) == ["a.txt"]


def test_the_file_is_on_the_disk_before_the_rename_and_the_folder_after(tmp_path, monkeypatch):
    path = write(tmp_path / "a.txt")
    done = []
    sync, replace = os.fsync, Path.replace

    def fsync(descriptor: int) -> None:
        done.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else os.pread(descriptor, 100, 0))
        sync(descriptor)

    def renamed(self: Path, target: Path) -> Path:
        done.append("rename")
        return replace(self, target)

    monkeypatch.setattr(rewrite.os, "fsync", fsync)
    monkeypatch.setattr(Path, "replace", renamed)
    rewrite_text(str(path), OLD, NEW)
    assert done == [NEW.encode(), "rename", "folder"]


@pytest.mark.parametrize("failing", ["fsync", "fchmod"])
def test_whatever_fails_leaves_the_old_file_alone(tmp_path, monkeypatch, failing):
    path = write(tmp_path / "a.txt")

    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(rewrite.os, failing, fail)
    with pytest.raises(NotWrittenError, match="input/output error"):
        rewrite_text(str(path), OLD, NEW)
    assert path.read_text() == OLD
    assert names(tmp_path) == ["a.txt"]


def test_an_interrupt_leaves_no_temporary_file(tmp_path, monkeypatch):
    path = write(tmp_path / "a.txt")

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(rewrite.os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        rewrite_text(str(path), OLD, NEW)
    assert names(tmp_path) == ["a.txt"]


ENCODINGS = [
    ("utf-8", b""),
    ("utf-8", codecs.BOM_UTF8),
    ("utf-16-le", codecs.BOM_UTF16_LE),
    ("utf-16-be", codecs.BOM_UTF16_BE),
    ("utf-32-le", codecs.BOM_UTF32_LE),
    ("utf-32-be", codecs.BOM_UTF32_BE),
]
PLAIN = st.text(st.sampled_from("ab é😀\u0301\r\n\t\x0b\u2028"), max_size=30)


@given(st.sampled_from(ENCODINGS), PLAIN, PLAIN, PLAIN, PLAIN)
def test_every_byte_outside_the_change_is_as_it_was(form, before, old, new, after):
    encoding, bom = form
    head, tail = bom + before.encode(encoding), after.encode(encoding)
    data = recoded(head + old.encode(encoding) + tail, before + old + after, before + new + after)
    assert data == head + new.encode(encoding) + tail


@pytest.mark.parametrize("new", ["\ufeffAn otter.", "An \ud800 otter."])
def test_a_text_that_would_not_be_read_back_is_not_written(new):
    with pytest.raises(NotWrittenError, match="cannot be written in UTF-8"):
        recoded(OLD.encode(), OLD, new)
