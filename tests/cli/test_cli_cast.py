"""`newslint cast`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pseudo_terminal import read_to_end

SEEDS = Path(__file__).resolve().parents[2] / "seeds"

PIER = """Pier shut

The pier is shut. On Monday coach Ivo Pell wept. Mr Pell had a key, and Mr Ivo lost it.
"""


@pytest.fixture
def pier(tmp_path):
    path = tmp_path / "pier.txt"
    path.write_text(PIER, encoding="utf-8")
    return path


def test_a_seed_as_a_table(run):
    done = run("cast", "summit.txt", cwd=SEEDS)
    assert (done.returncode, done.stderr) == (0, "")
    rows = done.stdout.splitlines()
    assert rows[0] == "summit.txt: 4 people, 1 issue"
    assert rows[2].split() == ["Person", "Later", "Post", "Introduced", "Mentions"]
    assert [row.split("  ")[0] for row in rows[3:7]] == [
        "Tomasi Ravula",
        "Ingrid Solheim",
        "Malakai Tonga",
        "Sela Fonua",
    ]
    assert rows[4].endswith("  9:55 by post   Ingrid Solheim 9:55; Ms Ingrid 13:1*")
    assert rows[8] == (
        "summit.txt:13:1: error names/honorific-given-name "
        'Ingrid Solheim is introduced by that name: write "Ms Solheim" for "Ms Ingrid".'
    )
    assert len(rows) == 9


def test_every_seed_as_json_with_the_issues_that_check_finds(run):
    done = run("cast", ".", "--format", "json", cwd=SEEDS)
    assert (done.returncode, done.stderr) == (0, "")
    data = json.loads(done.stdout)
    assert [story["path"] for story in data["stories"]] == sorted(path.name for path in SEEDS.glob("*.txt"))
    assert data["not_run"] == []
    select = ("--select", "names/,titles/", "--show", "advice", "--grammar", "off", "--format", "json")
    checked = json.loads(run("check", ".", *select, cwd=SEEDS).stdout)["issues"]
    found = [{"path": story["path"], **issue} for story in data["stories"] for issue in story["issues"]]
    assert found == [{key: issue[key] for key in found[0]} for issue in checked]
    assert {issue["severity"] for issue in found} == {"error", "warning", "advice"}
    trial = next(story for story in data["stories"] if story["path"] == "ledger-trial.txt")
    assert [each["name"] for each in trial["unintroduced"]] == ["Mr Lindquist"]


def test_several_stories_and_standard_input(run, pier):
    done = run("cast", "pier.txt", "-", input="Rain falls\n\nIt rained all day, and the road was wet.\n")
    assert (done.returncode, done.stderr) == (0, "")
    none, table = done.stdout.split("\n\n", 1)
    assert none == "<stdin>: no people"
    assert table.startswith("pier.txt: 1 person, 1 issue\n\n")
    assert "Ivo Pell  Mr Pell  coach  3:35 by post  Ivo Pell 3:35; Mr Pell 3:50; Mr Ivo 3:73*\n" in table


def test_a_missing_or_unreadable_file_is_said_and_the_others_are_shown(run, pier, tmp_path):
    (tmp_path / "photo.txt").write_bytes(b"\x89PNG\0\0\0")
    done = run("cast", "gone.txt", "photo.txt", "pier.txt")
    assert done.returncode == 2
    assert done.stdout.startswith("pier.txt: 1 person, 1 issue\n")
    assert set(done.stderr.splitlines()) == {
        "gone.txt: error: no such file or folder",
        "photo.txt: error: a binary file, not text",
    }
    done = run("cast", "gone.txt", "--format", "json")
    assert done.returncode == 2
    data = json.loads(done.stdout)
    assert data["stories"] == []
    assert data["not_run"] == [
        {"what": "checks", "path": "gone.txt", "why": "failed", "mend": "no such file or folder"}
    ]
    assert done.stderr == "gone.txt: error: no such file or folder\n"


def test_copy_that_is_no_english_prose_is_no_failure(run, tmp_path):
    (tmp_path / "t.txt").write_text("import os\n\n" + "".join(f"def f{n}(x):\n    return x\n" for n in range(20)))
    done = run("cast", "t.txt")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("t.txt: not checked: ")


def test_the_project_s_settings_hold(run, pier, tmp_path):
    settings = tmp_path / "newslint.yml"
    settings.write_text("ignore: [names/honorific-given-name]\nlanguage: en-NZ\n")
    done = run("cast", "pier.txt")
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "pier.txt: 1 person")
    assert json.loads(run("cast", "pier.txt", "--format", "json").stdout)["stories"][0]["language"] == "en-NZ"
    settings.write_text("ignore: [names/honorific-givn-name]\n")
    done = run("cast", "pier.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert "names/honorific-given-name" in done.stderr


def test_no_story_and_help(run):
    done = run("cast")
    assert (done.returncode, done.stdout) == (2, "")
    assert "STORY" in done.stderr
    done = run("cast", "--help")
    assert done.returncode == 0
    assert "every mention" in done.stdout
    assert "cast" in run("--help").stdout


def test_a_terminal_shows_colour(environment, pier, tmp_path):
    pty = pytest.importorskip("pty", reason="no pseudo-terminals here")
    parent, child = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "newslint", "cast", "pier.txt"],
        cwd=tmp_path,
        env={**environment, "TERM": "xterm-256color", "COLUMNS": "100"},
        stdin=subprocess.DEVNULL,
        stdout=child,
    )
    os.close(child)
    shown = read_to_end(parent)
    assert process.wait() == 0
    assert b"\x1b[1;31m3:73*\x1b[0m" in shown


def test_check_does_not_load_it(environment, pier, tmp_path):
    program = (
        "import sys; sys.argv = ['newslint', 'check', '--grammar', 'off', '--exit-zero', 'pier.txt']\n"
        "from newslint.cli.main import run; run(); print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    loaded = done.stderr.split()
    assert "newslint.cli.checkrun" in loaded
    assert not {"newslint.cli.cast", "newslint.engine.cast", "newslint.reporters.cast"} & set(loaded)
