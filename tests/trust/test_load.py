"""Load, small: runs that are stopped, reports that nobody reads, files that change, many commands at once.

`load.py` does the same with 100,000 stories.
"""

from __future__ import annotations

import fcntl
import json
import os
import re
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import psutil
import pytest

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "bench"), str(HERE.parent / "cli")]

from load import run_load  # noqa: E402
from pseudo_terminal import read_to_end, read_until  # noqa: E402
from races import CHANGES, check_while, read_while  # noqa: E402
from sample_stories import made_stories  # noqa: E402

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="signals, pipes and /proc as Linux has them")

CHECK = ["check", "--grammar", "off", "--isolated"]
PATIENCE_S = 8.0
"""Seconds in which a stopped run ends on a machine that has other work; alone it takes one at most."""
SLOW_LISTING = """
import sys, time
from newslint.cli import copyrun, main
def find_files(*args, **options):
    sys.stderr.write("listing\\n"); sys.stderr.flush()
    time.sleep(60)
copyrun.find_files = find_files
sys.argv[0] = "newslint"
main.main()
"""


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_stories(tmp_path_factory.mktemp("load") / "stories", 60)


@pytest.fixture
def some(stories: Path, tmp_path: Path) -> Path:
    """Return a folder of 30 stories and a pipe, which is read last, and is waited for as it is named."""
    folder = tmp_path / "some"
    folder.mkdir()
    for path in sorted(stories.iterdir())[:30]:
        (folder / path.name).symlink_to(path)
    os.mkfifo(tmp_path / "zz.txt")
    return folder


def start(words: list[str], folder: Path, program: str = "", **streams: int) -> subprocess.Popen[bytes]:
    begin = ["-c", program] if program else ["-m", "newslint"]
    return subprocess.Popen(
        [sys.executable, *begin, *words],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams},  # type: ignore[call-overload]
    )


def wait_for_reader(pipe: Path) -> int:
    """Wait until somebody has opened a pipe for reading; return an end to write to."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:  # nobody reads yet
            time.sleep(0.01)
    raise AssertionError("nobody opened the pipe")


def stop(process: subprocess.Popen[bytes], sent: signal.Signals, *, group: bool) -> float:
    """Send a signal to the process or its group; return the seconds until it has ended, with its workers."""
    workers = psutil.Process(process.pid).children(recursive=True)
    begin = time.monotonic()
    if group:
        os.killpg(process.pid, sent)
    else:
        process.send_signal(sent)
    process.wait(PATIENCE_S)
    taken = time.monotonic() - begin
    _, left = psutil.wait_procs(workers, timeout=PATIENCE_S)
    assert not left
    return taken


@pytest.mark.parametrize(
    ("sent", "group", "jobs", "format"),
    [
        (signal.SIGINT, True, "1", "text"),
        (signal.SIGINT, True, "2", "json"),
        (signal.SIGINT, False, "1", "json"),
        (signal.SIGINT, False, "2", "text"),
        (signal.SIGTERM, True, "2", "json"),
        (signal.SIGTERM, False, "1", "text"),
    ],
)
def test_a_stopped_run_reports_what_it_has(some: Path, tmp_path: Path, sent, group, jobs, format) -> None:
    with (tmp_path / "out").open("wb") as out:
        words = [*CHECK, "--jobs", jobs, "--format", format, "some", "zz.txt"]
        process = start(words, tmp_path, stdout=out.fileno())
    pipe = wait_for_reader(tmp_path / "zz.txt")
    stop(process, sent, group=group)
    os.close(pipe)
    assert process.returncode == {signal.SIGINT: 130, signal.SIGTERM: 143}[sent]
    assert process.stderr is not None
    errors = process.stderr.read().decode()
    process.stderr.close()
    assert "Traceback" not in errors
    text = (tmp_path / "out").read_text()
    if format == "json":
        report = json.loads(text)
        files, issues = report["summary"]["files"], len(report["issues"])
        (said,) = [row["mend"] for row in report["summary"]["not_run"] if row["what"] == "run"]
    else:
        *lines, summary, said = text.splitlines()
        found = re.search(r" in (\d+) files?", summary)
        assert found
        files, issues = int(found.group(1)), len(lines)
    assert said == f"stopped when {files} of 31 files had been checked: this is the report so far"
    assert files == 30 if jobs == "1" else files < 31
    assert issues > files


@pytest.mark.parametrize("format", ["text", "json"])
def test_a_run_that_is_stopped_while_it_lists_files_says_so(tmp_path: Path, format: str) -> None:
    process = start([*CHECK, "--format", format, "."], tmp_path, SLOW_LISTING)
    assert process.stderr is not None
    assert process.stderr.readline() == b"listing\n"
    stop(process, signal.SIGINT, group=True)
    out, errors = process.communicate()
    assert process.returncode == 130
    assert b"Traceback" not in errors
    if format == "json":
        assert json.loads(out)["summary"]["not_run"][0]["mend"].startswith("stopped when the files were looked for")
    else:
        assert out.endswith(b"stopped when the files were looked for: none has been checked\n")


def wait_until_full(process: subprocess.Popen[bytes]) -> None:
    """Wait until a command can write no more: it sleeps, and its pipe holds what it held half a second ago.

    How much that is hangs on the sizes of what was written: a page of a pipe may stay half empty.
    """
    assert process.stdout is not None
    watched = psutil.Process(process.pid)
    before = 0
    end = time.monotonic() + 60
    while time.monotonic() < end:
        (held,) = struct.unpack("i", fcntl.ioctl(process.stdout.fileno(), termios.FIONREAD, b"\0" * 4))
        if held >= 16_384 and held == before and watched.status() == psutil.STATUS_SLEEPING:
            return
        before = held
        time.sleep(0.5)
    raise AssertionError("the pipe did not fill")


@pytest.mark.parametrize(("sent", "jobs", "format"), [(signal.SIGINT, "1", "text"), (signal.SIGTERM, "2", "json")])
def test_a_report_that_nobody_reads_holds_up_nobody(stories: Path, tmp_path: Path, sent, jobs, format) -> None:
    process = start([*CHECK, "--jobs", jobs, "--format", format, str(stories)], tmp_path)
    assert process.stdout is not None
    wait_until_full(process)
    stop(process, sent, group=True)
    assert process.returncode == {signal.SIGINT: 130, signal.SIGTERM: 143}[sent]
    assert process.stderr is not None
    assert b"Traceback" not in process.stderr.read()
    process.stdout.close()
    process.stderr.close()


def test_a_stopped_run_whose_report_nobody_reads_ends(some: Path, tmp_path: Path) -> None:
    process = start([*CHECK, "--jobs", "1", "--format", "json", "some", "zz.txt"], tmp_path)
    pipe = wait_for_reader(tmp_path / "zz.txt")
    stop(process, signal.SIGINT, group=False)
    os.close(pipe)
    assert process.returncode == 130
    assert process.stderr is not None
    assert b"Traceback" not in process.stderr.read()
    assert process.stdout is not None
    process.stdout.close()
    process.stderr.close()


@pytest.mark.parametrize("both", [False, True])
@pytest.mark.parametrize("format", ["text", "json"])
def test_a_reader_that_goes_is_no_traceback(some: Path, tmp_path: Path, format: str, both: bool) -> None:
    line = f"{sys.executable} -m newslint {' '.join(CHECK)} --format {format} some {'2>&1' if both else ''} | head -1"
    done = subprocess.run(line, shell=True, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)
    assert done.stderr == ""
    assert done.stdout.count("\n") == 1
    assert done.stdout.startswith("{" if format == "json" else "some/")


def test_progress_tells_the_truth(some: Path, tmp_path: Path) -> None:
    """While the last of 32 files is waited for, 31 are shown as done, never more; then all, one of which is no text."""
    import pty

    (tmp_path / "a.txt").write_bytes(b"\0\1\2\3")
    parent, child = pty.openpty()
    with (tmp_path / "out").open("wb") as out:
        words = [*CHECK, "--jobs", "1", "some", "zz.txt", "a.txt"]
        environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "90"}
        process = subprocess.Popen(
            [sys.executable, "-m", "newslint", *words], cwd=tmp_path, stdout=out, stderr=child, env=environment
        )
    os.close(child)
    pipe = wait_for_reader(tmp_path / "zz.txt")
    shown = read_until(parent, b"31/32")
    assert b"32/32" not in shown
    os.write(pipe, b"The mayor said the bridge would be closed on Monday.\n")
    os.close(pipe)
    rest = read_to_end(parent)
    assert process.wait(30) == 2
    assert re.findall(rb"(\d+)/32", rest)[-1] == b"32"
    counts = [int(done) for done in re.findall(rb"(\d+)/32", shown + rest)]
    assert counts == sorted(counts)


def test_a_run_is_watched(stories: Path) -> None:
    load = run_load(stories, 60)
    assert load.progress_is_true
    assert load.files == 60
    assert load.code == 1
    assert load.peaks[0] > 30
    assert load.samples


@pytest.mark.parametrize("change", CHANGES)
def test_a_file_that_changes_while_it_is_read(change: str, tmp_path: Path) -> None:
    seen = read_while(change, tmp_path / "m.txt", 60)
    assert not [what for what in seen if what.startswith("torn")], seen


def test_others_are_checked_while_a_file_comes_and_goes(tmp_path: Path) -> None:
    seen = check_while("a pipe in its place", tmp_path, 3)
    assert not [what for what in seen if what.startswith("torn")], seen


def test_first_runs_at_once(stories: Path, tmp_path: Path) -> None:
    """With the same empty cache (ten of them with NEWSLINT_SLOW): all right, one book is left, nothing half-written."""
    count = 10 if os.environ.get("NEWSLINT_SLOW") else 2
    story = min(stories.iterdir())
    environment = {**os.environ, "NEWSLINT_CACHE": str(tmp_path / "cache")}
    command = [sys.executable, "-m", "newslint", *CHECK, "--format", "json", str(story)]
    runs = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) for _ in range(count)
    ]
    said = [run.communicate(timeout=300) for run in runs]
    assert [run.returncode for run in runs] == [1] * count
    assert len(set(said)) == 1
    assert said[0][1] == b""
    files = [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    assert len([path for path in files if path.suffix == ".tmp" or path.name.startswith(".")]) == 0, files
    assert len({path.name for path in files}) == len(files)
