"""`check --jobs`: fixes, signals and what is left of the workers."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

SLIP = "The mayor said the bridge would be closed closed on Monday.\n"


def test_fixes_are_the_same_with_several_processes(tmp_path, run) -> None:
    for number in range(30):
        (tmp_path / f"{number:02}.txt").write_text(SLIP)
    said = run("check", "--grammar", "off", "--fix", "--unsafe-fixes", "-j", "2", ".")
    assert said.returncode == 0, said.stdout + said.stderr
    fixed = {path.read_text() for path in tmp_path.glob("*.txt")}
    assert fixed == {SLIP.replace("closed closed", "closed")}


@pytest.mark.parametrize("jobs", ["0", "-1", "many"])
def test_a_number_of_jobs_that_is_none_is_refused(run, jobs) -> None:
    said = run("check", "--jobs", jobs, ".")
    assert said.returncode == 2
    assert "--jobs" in said.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_the_workers_too(tmp_path: Path, sent: signal.Signals, code: int) -> None:
    for number in range(3000):
        (tmp_path / f"{number:04}.txt").write_text(SLIP * 20)
    command = [sys.executable, "-m", "newslint", "check", "--grammar", "off", "-j", "2", str(tmp_path)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    children = wait_for_children(process.pid)
    process.send_signal(sent)
    assert process.wait(10) == code
    assert not any(alive(child) for child in children)


def test_workers_end_when_the_command_is_killed(tmp_path: Path) -> None:
    for number in range(3000):
        (tmp_path / f"{number:04}.txt").write_text(SLIP * 20)
    command = [sys.executable, "-m", "newslint", "check", "--grammar", "off", "-j", "3", str(tmp_path)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    children = wait_for_children(process.pid, 3)
    process.kill()
    process.wait()
    end = time.monotonic() + 15
    while any(alive(child) for child in children) and time.monotonic() < end:
        time.sleep(0.1)
    assert not any(alive(child) for child in children)


def wait_for_children(pid: int, count: int = 2) -> list[int]:
    end = time.monotonic() + 20
    while time.monotonic() < end:
        children = [child.pid for child in psutil.Process(pid).children()]
        if len(children) >= count:
            time.sleep(0.3)
            return children
        time.sleep(0.05)
    raise AssertionError("no workers came")


def alive(pid: int) -> bool:
    try:
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False
