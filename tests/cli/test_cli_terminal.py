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
    env = {**environment, "TERM": "xterm-256color", "COLUMNS": "90"}
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
    assert plain.endswith("\n1 error, 2 warnings in 1 file\n")


def test_no_color_is_kept_to(environment, story, tmp_path):
    shown, _ = on_terminal(["zoo.txt"], {**environment, "NO_COLOR": "1"}, tmp_path)
    assert "\x1b[3" not in shown
    assert "^^^^^^^^" in shown


def test_many_files_have_a_bar_and_few_do_not(environment, story, tmp_path):
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number}.txt").write_text(story.read_text())
    shown, code = on_terminal(["--format", "json", "many"], environment, tmp_path, both=True)
    assert code == 1
    assert "Checking" in shown
    assert "/40" in shown
    shown, _ = on_terminal(["--format", "json", "zoo.txt"], environment, tmp_path, both=True)
    assert "Checking" not in shown
