"""`newslint grammar start | stop | status`, and which server a check asks: real commands, a real server."""

from __future__ import annotations

import re
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from newslint.grammar import api

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs Unix signals")

COPY = (
    "Wardens count nests\n\nThe two wardens made an hard choice on Friday, and the herons of the marsh were counted.\n"
)


@pytest.fixture
def folder(environment: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The runtime folder of the commands; what they start there is ended."""
    folder = tmp_path / "run"
    for name, value in {
        "NEWSLINT_RUNTIME": str(folder),
        "JAVA_TOOL_OPTIONS": f"-Dnewslint.test={uuid.uuid4().hex}",
    }.items():
        monkeypatch.setitem(environment, name, value)
    monkeypatch.delitem(environment, "CI", raising=False)
    monkeypatch.setenv("NEWSLINT_RUNTIME", str(folder))
    api.install()
    (tmp_path / "copy.txt").write_text(COPY)
    yield folder
    if folder.is_dir() and not folder.is_symlink() and not folder.stat().st_mode & 0o022:
        api.stop_servers()


def javas(environment: dict[str, str]) -> list[int]:
    found = []
    for process in psutil.process_iter():
        try:
            if process.environ().get("JAVA_TOOL_OPTIONS") == environment["JAVA_TOOL_OPTIONS"] and (
                "java" in process.name()
            ):
                found.append(process.pid)
        except psutil.Error:
            continue
    return found


def test_it_is_started_once_said_by_status_used_by_checks_and_stopped(run, environment, folder, tmp_path):
    (tmp_path / "newslint.yml").write_text("language: en-AU\n")
    started = run("grammar", "start")
    assert started.returncode == 0, started.stderr
    port, pid = map(int, re.findall(r"port (\d+) \(process (\d+)\)", started.stdout)[0])
    assert javas(environment) == [pid]
    assert run("grammar", "start").stdout == started.stdout

    status = run("grammar", "status")
    assert status.returncode == 0
    line = status.stdout.splitlines()[-1]
    pattern = rf"Server: port {port}, process {pid}, since [-\d]+ [:\d]+, idle for \d+ s, \d+ MB, prewarmed for en-AU"
    assert re.fullmatch(pattern, line), line

    checks = ["check", "--grammar", "required", "--select", "grammar/", "--no-cache", "copy.txt"]
    (lease,) = folder.glob("*.lease")
    before = lease.stat().st_mtime_ns
    shared = run(*checks)
    assert "grammar/" in shared.stdout, shared.stderr
    assert lease.stat().st_mtime_ns > before
    assert javas(environment) == [pid]

    touched = lease.stat().st_mtime_ns
    private = run(*checks, env={**environment, "CI": "true"})
    assert (private.stdout, private.returncode) == (shared.stdout, shared.returncode)
    assert lease.stat().st_mtime_ns == touched  # the shared one was not asked
    assert javas(environment) == [pid]  # and its own is gone

    stopped = run("grammar", "stop")
    assert (stopped.returncode, stopped.stdout) == (0, "1 LanguageTool server stopped\n")
    assert not javas(environment)
    assert not list(folder.iterdir())


@pytest.mark.usefixtures("folder")
def test_stop_and_status_without_a_server(run, tmp_path):
    stopped = run("grammar", "stop")
    assert (stopped.returncode, stopped.stdout) == (0, "No LanguageTool server was running\n")
    status = run("grammar", "status")
    assert status.returncode == 0
    assert "Server" not in status.stdout


def test_a_folder_that_others_can_write_is_named_and_not_used(run, folder):
    folder.mkdir()
    folder.chmod(0o777)
    for command in ("start", "stop"):
        done = run("grammar", command)
        assert done.returncode == 2
        assert "others may write there" in done.stderr
        assert "Traceback" not in done.stderr
    status = run("grammar", "status")
    assert status.returncode == 0  # grammar can run all the same
    assert "others may write there" in status.stdout
    assert not list(folder.iterdir())


@pytest.mark.usefixtures("folder")
def test_a_variant_that_is_none_is_refused(run):
    done = run("grammar", "start", "--language", "en-XX")
    assert done.returncode == 2
    assert "`en-XX` is not one of" in done.stderr
