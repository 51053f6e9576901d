"""No child outlives us: an ordinary end, an exception, SIGTERM, Ctrl-C, SIGKILL. Java itself: see test_server."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time

import psutil
import pytest

from newslint.grammar.process import Child, ends_on_sigterm, watch_from_outside

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs Unix signals")

SLEEPER = [sys.executable, "-c", "print('up', flush=True); import time; time.sleep(120)"]


def gone(pid: int, seconds: float = 10) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            if psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
                return True
        except psutil.NoSuchProcess:
            return True
        time.sleep(0.05)
    return False


def wait_for(child: Child, line: str) -> None:
    deadline = time.monotonic() + 20
    while line not in child.output():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_its_output_is_read_and_it_is_gone_after_stop(tmp_path):
    child = Child(SLEEPER, tmp_path)
    wait_for(child, "up")
    assert child.alive()
    pid = child.pid
    child.stop()
    child.stop()
    assert not child.alive()
    assert gone(pid, 0.1)


def test_much_output_does_not_block_it(tmp_path):
    child = Child([sys.executable, "-c", "for i in range(200000): print(i)"], tmp_path)
    deadline = time.monotonic() + 30
    while child.alive():
        assert time.monotonic() < deadline
        time.sleep(0.05)
    child.stop()
    assert child.output()[-1] == "199999"
    assert len(child.output()) == 50


def test_it_lives_on_when_the_thread_that_made_it_has_ended(tmp_path):
    made: list[Child] = []
    thread = threading.Thread(target=lambda: made.append(Child(SLEEPER, tmp_path)))
    thread.start()
    thread.join()
    child = made[0]
    wait_for(child, "up")
    time.sleep(0.3)
    assert child.alive()
    child.stop()


def test_a_program_that_does_not_exist_ends_at_once(tmp_path):
    try:
        child = Child([str(tmp_path / "no-such-program")], tmp_path)
    except OSError:
        return
    deadline = time.monotonic() + 20
    while child.alive():
        assert time.monotonic() < deadline
        time.sleep(0.02)
    child.stop()


PARENT = """
    import sys, time
    from pathlib import Path
    from newslint.grammar.process import Child, ends_on_sigterm
    with ends_on_sigterm():
        child = Child({command!r}, Path({folder!r}))
        try:
            print(child.pid, flush=True)
            {work}
        finally:
            {last}
"""


def parent(folder, work: str = "time.sleep(120)", last: str = "child.stop()") -> tuple[subprocess.Popen[bytes], int]:
    code = textwrap.dedent(PARENT.format(command=SLEEPER, folder=str(folder), work=work, last=last))
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert process.stdout is not None
    return process, int(process.stdout.readline())


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, -signal.SIGINT)]
)
def test_a_signal_runs_finally(tmp_path, number, code):
    process, pid = parent(tmp_path)
    process.send_signal(number)
    assert process.wait(20) == code
    assert gone(pid)


def test_an_exit_without_stop_ends_it_too(tmp_path):
    process, pid = parent(tmp_path, work="pass", last="pass")
    assert process.wait(20) == 0
    assert gone(pid)


@pytest.mark.skipif(sys.platform != "linux", reason="the parent-death signal is Linux's")
@pytest.mark.parametrize("work", ["time.sleep(120)", "import os; os._exit(9)", "import os; os.abort()"])
def test_it_dies_with_a_parent_that_runs_no_more_code(tmp_path, work):
    process, pid = parent(tmp_path, work=work)
    process.kill()
    process.wait(20)
    assert gone(pid)


def test_elsewhere_a_shell_watches():
    sleeper = subprocess.Popen(SLEEPER, stdout=subprocess.DEVNULL)
    read, write = os.pipe()
    code = (
        "from newslint.grammar.process import watch_from_outside\n"
        f"watch = watch_from_outside({sleeper.pid})\n"
        "print(watch.pid, flush=True)\n"
        "input()\n"
    )
    watching = subprocess.Popen([sys.executable, "-c", code], stdin=read, stdout=subprocess.PIPE)
    assert watching.stdout is not None
    watching.stdout.readline()
    assert sleeper.poll() is None
    watching.kill()
    assert sleeper.wait(10) == -signal.SIGKILL
    watching.wait()
    for end in (read, write):
        os.close(end)


def test_the_watch_itself_can_be_called_off():
    sleeper = subprocess.Popen(SLEEPER, stdout=subprocess.DEVNULL)
    watch = watch_from_outside(sleeper.pid)
    watch.kill()
    watch.wait()
    assert watch.stdin is not None
    watch.stdin.close()
    time.sleep(0.2)
    assert sleeper.poll() is None
    sleeper.kill()
    sleeper.wait()


def test_a_handler_that_somebody_set_is_left_alone():
    before = signal.getsignal(signal.SIGTERM)
    mine = lambda *_: None  # noqa: E731
    signal.signal(signal.SIGTERM, mine)
    try:
        with ends_on_sigterm():
            assert signal.getsignal(signal.SIGTERM) is mine
        assert signal.getsignal(signal.SIGTERM) is mine
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        with ends_on_sigterm():
            assert signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
    finally:
        signal.signal(signal.SIGTERM, before)
