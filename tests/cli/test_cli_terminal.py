"""On a terminal: colour, the line of copy, a bar on standard error."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest
from pseudo_terminal import read_to_end

pty = pytest.importorskip("pty", reason="no pseudo-terminals here")

COMMAND = [sys.executable, "-m", "newslint", "check", "--grammar", "off", "--select", "zoo:"]


def on_terminal(args, environment, folder, both=False):
    """Run with standard output (or both outputs) on a pseudo-terminal; return what it showed and the exit code."""
    parent, child = pty.openpty()
    env = {**environment, "TERM": "xterm-256color", "COLUMNS": environment.get("COLUMNS", "90")}
    process = subprocess.Popen(
        [*COMMAND, *args],
        cwd=folder,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=child,
        stderr=child if both else subprocess.PIPE,
    )
    os.close(child)
    shown = read_to_end(parent)
    if process.stderr:
        process.stderr.close()
    return shown.decode().replace("\r\n", "\n"), process.wait()


def test_the_line_is_shown_with_the_place_marked(environment, story, tmp_path):
    shown, code = on_terminal(["zoo.txt"], environment, tmp_path)
    assert code == 1
    assert "\x1b[" in shown
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert plain.split("\n\n")[0] == (
        "zoo.txt:3:20 error zoo:words/fee\n"
        '  Write "entry charge" for "gate fee".\n'
        "  | The zoo raised its gate fee twice this year, to the dismay of many visitors.\n"
        "  |                    ^^^^^^^^"
    )
    assert plain.endswith("\n1 error, 2 warnings in 1 file; 1 fixable with --fix\n")


def test_no_color_is_kept_to(environment, story, tmp_path):
    shown, _ = on_terminal(["zoo.txt"], {**environment, "NO_COLOR": "1"}, tmp_path)
    assert "\x1b[3" not in shown
    assert "^^^^^^^^" in shown


@pytest.fixture
def many(story, tmp_path):
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number}.txt").write_text(story.read_text())
    return folder


def test_many_files_have_a_bar_and_few_do_not(environment, many, tmp_path):
    shown, code = on_terminal(["--format", "json", "many"], environment, tmp_path, both=True)
    assert code == 1
    assert "Checking" in shown
    assert "/40" in shown
    shown, _ = on_terminal(["--format", "json", "zoo.txt"], environment, tmp_path, both=True)
    assert "Checking" not in shown


def test_the_bar_has_rate_and_time_left_and_is_gone_at_the_end(environment, many, tmp_path):
    shown, _ = on_terminal(["--format", "json", "many"], environment, tmp_path, both=True)
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown)
    assert re.search(r"Checking .* 40/40 [\d,.]+ files/s 0?0:00 left", plain)
    assert "\x1b[2K" in shown.rpartition("left")[2].partition("{")[0]  # the line is wiped before the report
    assert "{" in shown.rpartition("left")[2]


def test_a_narrow_bar_stays_on_its_line(environment, many, tmp_path):
    shown, _ = on_terminal(["--format", "json", "many"], {**environment, "COLUMNS": "40"}, tmp_path, both=True)
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown.partition("{")[0])
    assert "40/40" in plain
    assert "files/s" not in plain
    assert max(len(line) for line in re.split(r"[\r\n]", plain)) <= 40


def test_no_bar_goes_into_a_pipe(run, many):
    done = run("check", "--grammar", "off", "--select", "zoo:", "many")
    assert done.stderr == ""


def test_statistics_are_drawn_on_a_terminal_and_plain_in_a_pipe(environment, run, story, tmp_path):
    (tmp_path / "more.txt").write_text(story.read_text().replace("otters", "gate fee"))
    args = ["--statistics", "zoo.txt", "more.txt"]
    shown, _ = on_terminal(args, {**environment, "NO_COLOR": "1"}, tmp_path)
    chart = [line for line in shown.splitlines() if "█" in line]
    assert len(chart) >= 2
    assert chart[0].count("█") == 40
    assert len({line.index("█") for line in chart}) == 1
    assert all(len(line) <= 90 for line in chart)
    shown, _ = on_terminal(
        args, {**environment, "NO_COLOR": "1", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}, tmp_path
    )
    assert "#" * 40 in shown
    assert "█" not in shown
    piped = run("check", "--grammar", "off", "--select", "zoo:", *args).stdout
    assert re.search(r"^\d+ (?:error|warning) +zoo:words/fee$", piped, re.MULTILINE)
    assert "█" not in piped
