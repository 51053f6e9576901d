"""The shared server, with real processes: raced for, killed, hung, left alone. No Java is left behind."""

from __future__ import annotations

import http.server
import json
import os
import random
import signal
import stat
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import psutil
import pytest

from newslint.grammar import api
from newslint.grammar.errors import GrammarFailed
from newslint.grammar.flags import key_flag
from newslint.grammar.running import end_surplus
from newslint.grammar.shared import NoSharedServer, SharedServer
from newslint.grammar.state import Files, Process, created, read_state, server_key, write_state
from newslint.grammar.supervisor import Health
from newslint.lock import try_lock

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs Unix signals")

CLIENT = """
import sys, time
from newslint.grammar import api
server = api.SharedServer(api.find_setup, "", options=tuple(sys.argv[2:]))
url = server.url
if sys.argv[1] == "check":
    assert [m.rule_id for m in api.match_source(server, {"EN_A_VS_AN"})("He made an hard choice.", "en-AU")]
print(server.state.java.pid if server.state else 0, server.state.supervisor.pid if server.state else 0, flush=True)
if sys.argv[1] == "stay":
    time.sleep(120)
"""


class Place(msgspec.Struct, frozen=True):
    """A runtime folder of the test's own, and a key that no other test has."""

    files: Files

    def client(self, work: str = "look", *options: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", CLIENT, work, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    def ask(self, work: str = "look", *options: str) -> tuple[int, int]:
        """Have a client look for the server; return the processes of java and of the supervisor."""
        return said(self.client(work, *options))

    def javas(self) -> list[int]:
        return processes(lambda words: key_flag(self.files.key) in words)

    def supervisors(self) -> list[int]:
        return processes(lambda words: "newslint.grammar.supervisor" in words and self.files.key in words)

    def is_empty(self) -> bool:
        return not list(self.files.folder.iterdir())


def said(client: subprocess.Popen[str]) -> tuple[int, int]:
    out, err = client.communicate(timeout=100)
    assert client.returncode == 0, err
    java, supervisor = out.split()
    return int(java), int(supervisor)


def processes(wanted: Callable[[list[str]], bool]) -> list[int]:
    found = []
    for process in psutil.process_iter():
        try:
            if wanted(process.cmdline()) and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process.pid)
        except psutil.Error:
            continue
    return found


def until(condition: Callable[[], bool], seconds: float = 20) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.02)
    return False


def gone(pid: int) -> bool:
    return until(lambda: created(pid) is None)


@pytest.fixture(scope="module", autouse=True)
def jars():
    api.install()


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    monkeypatch.setenv("NEWSLINT_RUNTIME", str(tmp_path / "run"))
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", f"-Dnewslint.test={uuid.uuid4().hex}")
    monkeypatch.delenv("CI", raising=False)
    (tmp_path / "run").mkdir(mode=0o700)
    place = Place(Files(tmp_path / "run", server_key(api.find_setup())))
    yield place
    api.stop_servers()
    assert until(lambda: not place.javas() and not place.supervisors()), "a server was left behind"
    assert place.is_empty()


def test_ten_racing_clients_share_one_server(place):
    clients = [place.client() for _ in range(9)]
    stays = place.client("stay")
    assert stays.stdout is not None
    java, supervisor = map(int, stays.stdout.readline().split())
    assert {said(client) for client in clients} == {(java, supervisor)}
    assert place.javas() == [java]
    assert place.supervisors() == [supervisor]

    assert stat.S_IMODE(place.files.folder.stat().st_mode) == 0o700
    files = list(place.files.folder.iterdir())
    assert {path.suffix for path in files} == {".json", ".lock", ".lease", ".log"}
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}

    (running,) = api.running_servers()
    assert running.state is not None
    assert (running.state.java.pid, running.supervisor and running.supervisor.pid) == (java, supervisor)
    assert running.memory > 50e6

    stays.kill()  # a client that is killed takes nothing with it
    stays.wait()
    assert place.ask() == (java, supervisor)

    for damage in (b"", b"{", b"\x00" * 100):  # the supervisor mends its file while clients wait
        place.files.state.write_bytes(damage)
        assert place.ask() == (java, supervisor)
    place.files.state.unlink()
    assert place.ask() == (java, supervisor)

    before = place.files.lease.stat().st_mtime_ns
    assert place.ask() == (java, supervisor)
    assert place.files.lease.stat().st_mtime_ns > before

    assert end_surplus(keep=0, idle_s=60) == 0
    assert end_surplus(keep=1, idle_s=0) == 0
    assert end_surplus(keep=0, idle_s=0) == 1
    assert gone(supervisor)
    assert created(java) is None
    assert place.is_empty()
    assert api.stop_servers() == 0


class Listener(http.server.HTTPServer):
    """A foreign server that would take anything, and counts the connections."""

    def __init__(self, port: int) -> None:
        self.connections = 0
        super().__init__(("127.0.0.1", port), http.server.BaseHTTPRequestHandler)
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def verify_request(self, request: object, client_address: object) -> bool:
        self.connections += 1
        return False


def test_java_is_killed_and_a_foreign_server_takes_its_port(place):
    holds = SharedServer(api.find_setup, "")
    url = holds.url
    old = holds.state
    assert old is not None
    assert holds.renew()  # it is there: nothing changes
    assert holds.url == url
    os.kill(old.java.pid, signal.SIGKILL)
    assert gone(old.supervisor.pid)  # it notices, clears up and ends
    assert place.is_empty()
    foreign = Listener(old.port)
    try:
        # As after a power cut: the files are there, and what they say is no longer so.
        write_state(place.files.state, old)
        place.files.lease.touch(0o600)
        java, supervisor = place.ask("check")
        assert java != old.java.pid
        # The process id was given away again, to somebody's own program and to nobody's.
        again = SharedServer(api.find_setup, "")
        assert again.url != url
        for pid in (os.getpid(), java):
            write_state(place.files.state, msgspec.structs.replace(old, java=Process(pid, created(pid) or 0.0)))
            assert place.ask() == (java, supervisor)
        # Who knew the old one looks anew before each request, and notices.
        assert holds.url == again.url
        assert holds.renew()
        assert foreign.connections == 0
    finally:
        foreign.shutdown()
        foreign.server_close()


@pytest.mark.skipif(sys.platform != "linux", reason="the parent-death signal is Linux's")
def test_the_supervisor_is_killed_and_the_next_server_ends_when_it_is_not_needed(place):
    java, supervisor = place.ask()
    os.kill(supervisor, signal.SIGKILL)
    assert gone(java)
    assert place.files.state.exists()
    java, supervisor = place.ask("look", "--idle", "1")
    begun = time.monotonic()
    known = SharedServer(api.find_setup, "")
    while time.monotonic() < begun + 2.5:  # it is needed
        assert known.state is None or known.state.java.pid == java
        assert known.url
        time.sleep(0.3)
    assert created(java)
    assert gone(supervisor)
    assert created(java) is None
    assert place.is_empty()


def test_a_java_that_hangs_is_replaced(place):
    java, supervisor = place.ask("look", "--health", "0.2")
    os.kill(java, signal.SIGSTOP)
    assert gone(supervisor)
    assert created(java) is None
    assert place.is_empty()


class Silent:
    """Stands in for a server that does not answer; its process is the test's own."""

    def __init__(self, works: bool) -> None:
        self.pid = os.getpid()
        self._works = works

    def healthy(self, timeout_s: float) -> bool:
        end = time.monotonic() + timeout_s
        while time.monotonic() < end:
            if not self._works:
                time.sleep(timeout_s)
        return False


def test_a_java_that_is_busy_is_not_taken_for_one_that_hangs():
    hangs = Health(Silent(works=False), 0.1)  # type: ignore[arg-type]
    assert [hangs.hangs() for _ in range(3)] == [False, False, True]
    works = Health(Silent(works=True), 0.1, busy_s=0.45)  # type: ignore[arg-type]
    assert [works.hangs() for _ in range(3)] == [False, False, False]
    assert [works.hangs() for _ in range(3)][-1]  # but not for ever


def kill_at_random(place: Place, rounds: int, dice: random.Random, latest_s: float) -> dict[str, int]:
    """Start clients and kill what they have started, or them, after a random time. Return how often each was hit."""
    hits: dict[str, int] = {}
    for _ in range(rounds):
        client = place.client()
        time.sleep(dice.uniform(0.1, latest_s))
        victim = dice.choice(("client", "supervisor", "java"))
        if victim == "client":
            pids = [client.pid] if client.poll() is None else []
        else:
            pids = place.supervisors() if victim == "supervisor" else place.javas()
        for pid in pids:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
            hits[victim] = hits.get(victim, 0) + 1
        client.kill()
        client.communicate()
    return hits


@pytest.mark.skipif(sys.platform != "linux", reason="the parent-death signal is Linux's")
def test_whatever_is_killed_during_a_start_the_next_check_works(place):
    kill_at_random(place, 4, random.Random(), 1.6)
    java, supervisor = place.ask()
    assert place.javas() == [java]
    assert place.supervisors() == [supervisor]


@pytest.mark.skipif(sys.platform != "linux", reason="the parent-death signal is Linux's")
@pytest.mark.skipif(not os.environ.get("NEWSLINT_SLOW"), reason="takes minutes: NEWSLINT_SLOW=1 runs it")
def test_thirty_random_kills_each_with_a_check_after(place):
    dice = random.Random()
    hits: dict[str, int] = {}
    for _ in range(30):
        for victim, count in kill_at_random(place, 1, dice, 6.0).items():
            hits[victim] = hits.get(victim, 0) + count
        java, supervisor = place.ask("check")
        assert place.javas() == [java]
        assert place.supervisors() == [supervisor]
    assert sum(hits.values()) >= 15, hits


def test_a_start_that_is_called_off_leaves_nothing(place):
    client = place.client()
    assert until(lambda: bool(place.javas()))
    (supervisor,) = place.supervisors()
    client.kill()
    client.communicate()
    (running,) = api.running_servers()
    assert running.state is None
    os.kill(supervisor, signal.SIGTERM)
    assert gone(supervisor)
    assert not place.javas()
    assert place.is_empty()


def test_a_java_that_fails_is_said_to_all_who_wait(place, tmp_path):
    java = tmp_path / "java"
    java.write_text("#!/bin/sh\necho x >> starts\nsleep 0.5\necho 'Could not reserve enough space'\nexit 1\n")
    java.chmod(0o755)
    servers = [SharedServer(lambda: api.Setup(api.Java(java, 17, "PATH"), "x.jar"), "") for _ in range(4)]
    said: list[str] = []

    def ask(server: SharedServer) -> None:
        with pytest.raises(GrammarFailed) as caught:
            server.url  # noqa: B018
        said.append(str(caught.value))

    threads = [threading.Thread(target=ask, args=(server,)) for server in servers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(said) == 4
    assert all("Could not reserve enough space" in each for each in said)
    assert not [server.why_private for server in servers if server.why_private]


def test_a_lock_that_somebody_holds_for_ever_costs_only_patience(place, tmp_path):
    setup = api.Setup(api.Java(tmp_path / "no-java", 17, "PATH"), "x.jar")
    lock = try_lock(Files(place.files.folder, server_key(setup)).lock)
    assert lock is not None
    server = SharedServer(lambda: setup, "", patience_s=0.3)
    with pytest.raises(NoSharedServer, match="took too long"):
        server.find()
    with pytest.raises(GrammarFailed):  # of the private server, which has no Java
        server.url  # noqa: B018
    assert "took too long" in server.why_private
    waits = SharedServer(lambda: setup, "")
    threading.Timer(0.3, waits.stop).start()
    with pytest.raises(GrammarFailed, match="stopped"):
        waits.url  # noqa: B018
    assert not waits.renew()
    os.close(lock)


def test_a_supervisor_that_cannot_run_is_no_reason_to_fail(place, tmp_path, monkeypatch):
    broken = tmp_path / "python"
    broken.write_text("#!/bin/sh\necho 'no such module'\nexit 1\n")
    broken.chmod(0o755)
    server = SharedServer(api.find_setup, "")
    with monkeypatch.context() as patch:
        patch.setattr(sys, "executable", str(broken))
        with pytest.raises(NoSharedServer, match="ended at once"):
            server.find()
    assert "no such module" in place.files.log.read_text()


def test_the_log_stays_small(place):
    program = (
        "import sys; from newslint.grammar import supervisor\n"
        "for _ in range(3000): supervisor._say('x' * 5000, 'y')\n"
        "sys.exit(supervisor.main(['--key', 'k', '--variant', '', '--java', '/no/java', '--java-version', '17',"
        " '--class-path', 'x.jar']))\n"
    )
    log = place.files.folder / "k.log"
    with log.open("w") as out:
        done = subprocess.run([sys.executable, "-c", program], stdout=out, stderr=out, check=False)
    assert done.returncode == 1
    assert log.stat().st_size < 100_000
    failure = read_state(place.files.folder / "k.json")
    assert failure is not None
    assert "/no/java" in failure.failed
    assert json.loads(place.files.folder.joinpath("k.json").read_text())["port"] == 0
