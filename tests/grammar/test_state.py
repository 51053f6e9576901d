"""What a state file may say, and which folders are trusted: no server is started here."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from newslint.grammar import state
from newslint.grammar.api import Java, Setup
from newslint.grammar.flags import key_flag
from newslint.grammar.jars import jar_list
from newslint.grammar.shared import SharedServer
from newslint.grammar.state import Files, Process, State, UnsafeFolder
from newslint.lock import try_lock

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="owners and modes of Unix")

KEY = "0123456789abcdef"


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    place = tmp_path / "run"
    monkeypatch.setenv("NEWSLINT_RUNTIME", str(place))
    return place


@pytest.fixture
def stand_in():
    """A process whose command line is that of a server of ours on port 4711."""
    words = [key_flag(KEY), jar_list().main_class, "--port", "4711"]
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)", *words])
    yield process
    process.kill()
    process.wait()


def said(pid: int, **changes: object) -> State:
    java = Process(pid, state.created(pid) or 0.0)
    plain = State(KEY, java, java, 4711, jar_list().version, "en-AU", 0.0)
    return msgspec.structs.replace(plain, **changes)


def test_a_server_of_ours_is_believed(stand_in):
    assert state.is_true(said(stand_in.pid))


@pytest.mark.parametrize(
    "changes",
    [
        {"port": 4712},
        {"port": 471},
        {"key": "f" * 16},
        {"version": "6.7"},
        {"failed": "Java ended"},
    ],
)
def test_a_state_that_differs_from_its_process_is_not(stand_in, changes):
    assert not state.is_true(said(stand_in.pid, **changes))


def test_a_process_id_that_was_given_away_again_is_not_believed(stand_in):
    true = said(stand_in.pid)
    assert not state.is_true(msgspec.structs.replace(true, java=Process(stand_in.pid, true.java.created - 1)))
    assert not state.is_true(said(os.getpid()))


def test_a_dead_process_and_a_zombie_are_not_believed(stand_in):
    true = said(stand_in.pid)
    stand_in.kill()
    os.waitid(os.P_PID, stand_in.pid, os.WEXITED | os.WNOWAIT)  # it stays a zombie
    assert not state.is_true(true)
    stand_in.wait()
    assert not state.is_true(true)


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="needs another user, or another network")
def test_a_process_of_somebody_else_or_in_another_network_is_not_believed():
    words = [key_flag(KEY), jar_list().main_class, "--port", "4711"]
    sleeper = ["/bin/sh", "-c", "echo; read -r _", "sh", *words]
    for before, options in (([], {"user": 65534}), (["unshare", "--net"], {})):
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        process = subprocess.Popen([*before, *sleeper], **pipes, **options)  # type: ignore[call-overload]
        try:
            if not process.stdout.readline():
                pytest.skip("this machine lets nobody make a network")
            assert not state.is_true(said(process.pid))
        finally:
            process.kill()
            process.communicate()


@pytest.mark.parametrize("content", [b"", b"{", b"null", b'{"key": 3}', b"\x00" * 4096, b"[]"])
def test_a_file_that_is_no_state_is_none(folder, content):
    folder.mkdir()
    (folder / "x.json").write_bytes(content)
    assert state.read_state(folder / "x.json") is None
    assert state.read_state(folder / "none.json") is None


def test_it_is_written_in_one_step_for_the_user_alone(folder):
    files = Files(state.safe_folder(), KEY)
    before = os.umask(0)
    try:
        for port in (1, 2):
            state.write_state(files.state, said(os.getpid(), port=port))
    finally:
        os.umask(before)
    found = state.read_state(files.state)
    assert found is not None
    assert found.port == 2
    assert stat.S_IMODE(files.state.stat().st_mode) == 0o600
    assert [path.name for path in folder.iterdir()] == [f"{KEY}.json"]


def test_the_folder_is_made_for_the_user_alone(folder):
    before = os.umask(0)
    try:
        assert stat.S_IMODE(state.safe_folder().stat().st_mode) == 0o700
    finally:
        os.umask(before)


def test_a_folder_that_others_may_read_is_closed(folder):
    folder.mkdir()
    folder.chmod(0o755)
    assert stat.S_IMODE(state.safe_folder().stat().st_mode) == 0o700


def others_may_write(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o777)


def a_link(folder: Path) -> None:
    (folder.parent / "real").mkdir(mode=0o700)
    folder.symlink_to("real")


def a_file(folder: Path) -> None:
    folder.write_text("")


def below_one_that_others_may_write(folder: Path) -> None:
    folder.mkdir(mode=0o700)
    folder.parent.chmod(0o777)


def somebody_elses(folder: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can make a folder that belongs to somebody else")
    folder.mkdir(mode=0o700)
    os.chown(folder, 65534, 65534)


def below_somebody_elses(folder: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can make a folder that belongs to somebody else")
    folder.mkdir(mode=0o700)
    os.chown(folder.parent, 65534, 65534)


UNSAFE = [others_may_write, a_link, a_file, below_one_that_others_may_write, somebody_elses, below_somebody_elses]


@pytest.mark.parametrize("make", UNSAFE, ids=lambda make: make.__name__)
def test_an_unsafe_folder_is_refused_and_named(folder, make):
    make(folder)
    with pytest.raises(UnsafeFolder, match="NEWSLINT_RUNTIME") as caught:
        state.safe_folder()
    assert str(folder) in caught.value.what


def test_with_an_unsafe_folder_a_private_server_takes_the_place(folder, tmp_path):
    others_may_write(folder)
    java = tmp_path / "java"
    java.write_text("#!/bin/sh\necho 'the private one was asked'\n")
    java.chmod(0o755)
    server = SharedServer(lambda: Setup(Java(java, 17, "PATH"), "x.jar"), "")
    with pytest.raises(Exception, match="the private one was asked"):
        server.url  # noqa: B018
    assert "others may write there" in server.why_private
    with pytest.raises(UnsafeFolder):
        server.find()
    server.stop()
    assert not list(folder.iterdir())


@pytest.mark.skipif(sys.platform != "linux", reason="where Linux keeps it")
def test_the_session_s_folder_is_used_where_it_is_safe(tmp_path, monkeypatch):
    monkeypatch.delenv("NEWSLINT_RUNTIME", raising=False)
    (tmp_path / "session").mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "session"))
    assert state.runtime_folder() == tmp_path / "session" / "newslint"
    (tmp_path / "session").chmod(0o777)
    assert state.runtime_folder() != tmp_path / "session" / "newslint"
    monkeypatch.setenv("XDG_RUNTIME_DIR", "relative")
    assert state.runtime_folder().is_absolute()


def test_the_key_stands_for_all_that_makes_a_server(monkeypatch):
    monkeypatch.delenv("JAVA_TOOL_OPTIONS", raising=False)
    plain = Setup(Java(Path("/java"), 17, "PATH"), "a.jar")
    keys = [state.server_key(plain)]
    keys.append(state.server_key(msgspec.structs.replace(plain, class_path="rules:a.jar")))
    keys.append(state.server_key(msgspec.structs.replace(plain, java=Java(Path("/java"), 21, "PATH"))))
    keys.append(state.server_key(msgspec.structs.replace(plain, java=Java(Path("/other"), 17, "PATH"))))
    for name, value in (("PROTOCOL", 99), ("CONFIG", {"cacheSize": 7}), ("MANY_RUNS", ("-Xmx1g",))):
        with monkeypatch.context() as patch:
            patch.setattr(state, name, value)
            keys.append(state.server_key(plain))
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", "-Xmx1g")
    keys.append(state.server_key(plain))
    assert len(set(keys)) == len(keys)
    monkeypatch.delenv("JAVA_TOOL_OPTIONS")
    assert state.server_key(msgspec.structs.replace(plain, java=Java(Path("/java"), 17, "JAVA_HOME"))) == keys[0]


def test_a_lock_is_one_s_own_until_it_is_let_go(tmp_path):
    path = tmp_path / "a.lock"
    first = try_lock(path)
    assert first is not None
    assert try_lock(path) is None
    path.unlink()
    second = try_lock(path)  # the file is another one: who holds the old one holds nothing
    assert second is not None
    os.close(first)
    assert try_lock(path) is None
    os.close(second)
    third = try_lock(path)
    assert third is not None
    os.close(third)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_lock_cannot_be_placed_through_a_link(tmp_path):
    (tmp_path / "a.lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError):
        try_lock(tmp_path / "a.lock")
    assert not (tmp_path / "elsewhere").exists()
