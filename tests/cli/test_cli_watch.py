"""`newslint check --watch`, as processes beside which files are saved."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from pseudo_terminal import read_to_end, read_until

FEE = "The gate fee rose once more on Friday, to the dismay of many visitors.\n"
FINE = "The otters slept through the whole of Friday, to the delight of many visitors.\n"
PATIENCE_S = 20.0


class Watching:
    """A run that watches; what it says goes to two files, so that nothing waits for a reader."""

    def __init__(self, process: subprocess.Popen[bytes], folder: Path) -> None:
        self.process = process
        self._files = (folder / "stdout", folder / "stderr")
        self._seen = 0

    @property
    def out(self) -> str:
        return self._files[0].read_text("utf-8")

    @property
    def err(self) -> str:
        return self._files[1].read_text("utf-8")

    def saw(self, *patterns: str) -> str:
        """Wait until standard error has these after what was seen before; return the reports since the beginning."""
        end = time.monotonic() + PATIENCE_S
        while True:
            said = self.err[self._seen :]
            found = [re.search(pattern, said) for pattern in patterns]
            if all(found):
                self._seen += max(each.end() for each in found if each)
                return self.out
            assert self.process.poll() is None, (self.out, self.err)
            assert time.monotonic() < end, (patterns, said, self.out)
            time.sleep(0.02)

    def waits_for(self, true: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE_S
        while not true() and time.monotonic() < end:
            time.sleep(0.02)
        assert true(), (self.out, self.err)

    def ended(self, number: int = signal.SIGINT) -> int:
        self.process.send_signal(number)
        return self.process.wait(PATIENCE_S)


@pytest.fixture
def watching(environment, tmp_path_factory):
    """Run `check --watch` in a folder; it is ended whatever the test does."""

    @contextmanager
    def run(
        folder: Path, *args: str, checks: Sequence[str] = ("--grammar", "off", "--select", "zoo:")
    ) -> Iterator[Watching]:
        said = tmp_path_factory.mktemp("said")
        with (said / "stdout").open("wb") as out, (said / "stderr").open("wb") as err:
            process = subprocess.Popen(
                [sys.executable, "-m", "newslint", "check", *checks, "--watch", *args],
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
            )
        try:
            yield Watching(process, said)
        finally:
            process.kill()
            process.wait()

    return run


@pytest.fixture
def desk(tmp_path):
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "a.txt").write_text(FINE)
    (folder / "b.txt").write_text(FEE)
    return folder


def test_only_what_is_saved_is_checked_again_and_ctrl_c_ends_it(watching, desk):
    with watching(desk) as run:
        first = run.saw("watching 2 files")
        assert first.startswith(
            'b.txt:1:5: error zoo:words/fee Write "entry charge" for "gate fee".\n1 error in 2 files'
        )
        (desk / "a.txt").write_text(FINE + "\n" + FEE)
        out = run.saw(r"\d\d:\d\d:\d\d changed: a\.txt\n", "in all: 2 errors in 2 files")
        assert out.removeprefix(first).startswith(
            'a.txt:3:5: error zoo:words/fee Write "entry charge" for "gate fee".\n1 error in 1 file'
        )
        assert "\x1b" not in out + run.err
        (desk / "b.txt").write_text(FINE)
        assert run.saw("changed: b.txt", "in all: 1 error in 2 files").endswith("no issues in 1 file\n")
        assert run.ended() == 130
        assert "Traceback" not in run.err


def test_sigterm_ends_it_too(watching, desk):
    with watching(desk) as run:
        run.saw("watching")
        assert run.ended(signal.SIGTERM) == 143


def test_new_and_deleted_files_and_folders(watching, desk):
    with watching(desk, ".") as run:
        run.saw("watching 2 files")
        (desk / "sport" / "rugby").mkdir(parents=True)
        (desk / "sport" / "rugby" / "c.txt").write_text(FEE)
        assert "sport/rugby/c.txt:1:5" in run.saw(r"new: sport.rugby.c\.txt", "in all: 2 errors in 3 files")
        (desk / "b.txt").unlink()
        run.saw(r"gone: b\.txt", "in all: 1 error in 2 files")
        (desk / "sport" / "rugby" / "c.txt").rename(desk / "d.txt")
        run.saw(r"new: d\.txt", "gone: sport", "in all: 1 error in 2 files")  # on a busy machine, one after the other
        (desk / "notes.md").write_text(FEE)  # not what a folder stands for
        (desk / ".draft.txt.swp").write_text(FEE)
        (desk / "d.txt").write_text(FINE)
        assert "notes.md" not in run.saw("(?:changed|new): d.txt", "in all: no issues in 2 files")


def test_editors_that_save_by_renaming(watching, desk):
    slowest = 0.0
    with watching(desk, "b.txt") as run:
        run.saw("watching 1 file;")
        for round_, text in enumerate((FINE, FEE, FINE)):
            (desk / "b.txt~").unlink(missing_ok=True)
            began = time.monotonic()
            (desk / "b.txt").rename(desk / "b.txt~")  # as Vim does with a backup
            time.sleep(0.03)
            (desk / f".b{round_}").write_text(text)
            (desk / f".b{round_}").rename(desk / "b.txt")
            slowest = max(slowest, time.monotonic() - began)
            run.saw(r"(?:changed|new): b\.txt")
            run.waits_for(lambda now=text: _last_count(run.out) == ("1 error" if now == FEE else "no issues"))
        time.sleep(0.3)
        assert "gone" not in run.err or slowest > 0.3  # on a machine that busy the file was gone for long
        assert run.ended() == 130


def _last_count(out: str) -> str:
    """Return how many issues the last report is of."""
    return [line.partition(" in 1 file")[0] for line in out.splitlines() if " in 1 file" in line][-1]


def test_rapid_saves_are_few_rounds_and_the_last_counts(watching, desk):
    with watching(desk, "b.txt") as run:
        run.saw("watching")
        for number in range(40):
            (desk / "b.txt").write_text(FINE * (1 + number % 3))
            time.sleep(0.005)
        (desk / "b.txt").write_text((FEE + "\n") * 3)
        run.waits_for(lambda: "3 errors in 1 file" in run.out)
        time.sleep(0.3)
        assert "3 errors in 1 file" in run.out.splitlines()[-1]
        assert run.err.count("changed: b.txt") < 10


def test_a_named_file_that_goes_and_comes_back(watching, desk):
    with watching(desk, "b.txt") as run:
        run.saw("watching 1 file")
        (desk / "b.txt").unlink()
        run.saw("gone: b.txt", "in all: no issues in 0 files")
        (desk / "b.txt").write_text(FEE)
        run.saw("new: b.txt")
        run.waits_for(lambda: run.out.count("b.txt:1:5") == 2)


def test_a_folder_that_goes_and_comes_back(watching, desk):
    with watching(desk.parent, "desk") as run:
        run.saw("watching 2 files")
        shutil.rmtree(desk)
        run.saw("in all: no issues in 0 files")
        desk.mkdir()
        time.sleep(0.5)
        (desk / "c.txt").write_text(FEE)
        run.saw(r"new: desk.c\.txt")
        run.waits_for(lambda: "desk/c.txt:1:5" in run.out)
        (desk / "c.txt").write_text(FINE)
        run.saw(r"changed: desk.c\.txt")


def test_settings_are_read_again_and_broken_ones_do_not_end_it(watching, desk):
    with watching(desk) as run:
        run.saw("watching 2 files")
        settings = desk / "newslint.yml"
        settings.write_text("checks: {zoo:words/fee: advice}\n")
        assert run.saw("settings changed\n").count("error") == 2
        settings.write_text("cheks: {}\n")
        run.saw(
            r"newslint\.yml:1:1: unknown key `cheks`; did you mean `checks`\?", "those from before hold until they can"
        )
        (desk / "a.txt").write_text(FEE)  # goes on, with the settings from before
        run.saw("changed: a.txt", "in all: no issues in 2 files")
        settings.write_text("exclude: [b.txt]\n")
        run.saw("settings changed; (?:changed: a.txt; )?gone: b.txt")
        run.waits_for(lambda: "1 error in 1 file" in run.out.splitlines()[-1])
        settings.unlink()
        run.saw("settings changed; new: b.txt")


def test_a_report_in_a_file_is_of_all_files(watching, desk):
    with watching(desk, "--format", "text", "--format", "json:../report.json") as run:
        run.saw("watching")
        (desk / "a.txt").write_text(FEE)
        run.saw("in all: 2 errors in 2 files")
        report = json.loads((desk.parent / "report.json").read_text())
        assert [issue["path"] for issue in report["issues"]] == ["a.txt", "b.txt"]
        assert report["summary"]["files"] == 2
        (desk / "b.txt").unlink()
        run.saw("in all: 1 error in 1 file")
        assert json.loads((desk.parent / "report.json").read_text())["summary"]["files"] == 1


def test_what_does_not_go_with_watching(run, desk):
    for args, said in (
        (["--fix"], "--watch reports only"),
        (["-"], "standard input cannot be watched"),
        (["--format", "json"], "give it a file: --format json:FILE"),
        (["--config", "none.yml"], "none.yml"),
    ):
        done = run("check", "--watch", *args, cwd=desk, timeout=PATIENCE_S)
        assert done.returncode == 2
        assert said in done.stderr


def test_on_a_terminal_each_report_has_the_screen(environment, desk):
    pty = pytest.importorskip("pty", reason="no pseudo-terminals here")
    parent, child = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "newslint", "check", "--grammar", "off", "--select", "zoo:", "--watch"],
        cwd=desk,
        env={**environment, "TERM": "xterm-256color", "COLUMNS": "90"},
        stdin=subprocess.DEVNULL,
        stdout=child,
        stderr=child,
    )
    os.close(child)
    try:
        shown = read_until(parent, b"Ctrl-C ends it")
        assert b"\x1b[2J" not in shown
        (desk / "a.txt").write_text(FEE)
        shown += read_until(parent, b"in all: 2 errors in 2 files")
        process.send_signal(signal.SIGINT)
        shown += read_to_end(parent)
        assert process.wait(PATIENCE_S) == 130
    finally:
        process.kill()
        process.wait()
    assert shown.count(b"\x1b[2J") == 1
    last = shown.partition(b"\x1b[2J")[2].decode()
    assert "changed: a.txt" in last.splitlines()[0]
    assert "b.txt" not in last


@pytest.mark.usefixtures("installed_grammar")
def test_a_private_languagetool_stays_for_all_rounds(watching, desk):
    import psutil

    copy = "He have a {}, the mayor of Leith told a crowd of otters on Friday.\n"
    (desk / "a.txt").write_text(copy.format("plan"))
    (desk / "b.txt").unlink()
    with watching(desk, "--no-daemon", "--no-cache", checks=["--grammar", "required"]) as run:
        assert "a.txt:1:4: " in run.saw("watching 1 file")

        def servers() -> set[int]:
            return {child.pid for child in psutil.Process(run.process.pid).children() if "java" in child.name()}

        first = servers()
        (desk / "a.txt").write_text(copy.format("scheme"))
        run.saw("changed: a.txt")
        run.waits_for(lambda: run.out.count("a.txt:1:4: ") == 2)
        assert servers() == first != set()
        assert run.ended() == 130
        assert not any(psutil.pid_exists(pid) for pid in first)
