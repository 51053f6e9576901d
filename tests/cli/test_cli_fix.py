"""`check --fix` and `check --diff` from outside."""

from __future__ import annotations

import codecs
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from pseudo_terminal import read_to_end
from zoo_pack import write_check, write_distribution

import newslint.reporters

ZOO = ("check", "--grammar", "off", "--isolated", "--select", "zoo:")
SEESAW = ("check", "--grammar", "off", "--isolated", "--select", "seesaw:")
SCHEMA = json.loads((Path(newslint.reporters.__file__).parent / "report.schema.json").read_text(encoding="utf-8"))

CHECK = """
id: {id}
kind: substitution
message: 'Write "{{fix}}" for "{{match}}".'
why: It sways.
severity: {severity}
quotes: anywhere
swap: {{{old}: {new}}}
fix: {fix}
tests:
  - flag: "It is the [[{old}]] of the board."
    fix: "It is the {new} of the board."
  - pass: "It is the end of the board."
"""


@pytest.fixture(scope="session")
def seesaw(tmp_path_factory, environment) -> dict[str, str]:
    """An environment with a pack in which two checks undo each other, and one that changes a word in speech too."""
    site = tmp_path_factory.mktemp("seesaw")
    write_distribution(site, "seesaw", "seesaw = seesaw.rules")
    (site / "seesaw").mkdir()
    (site / "seesaw" / "__init__.py").write_text("")
    for id_, old, new, fix, severity in (
        ("sway/up", "low end", "high end", "safe", "error"),
        ("sway/down", "high end", "low end", "safe", "error"),
        ("words/plank", "plank", "beam", "safe", "warning"),
        ("words/seat", "seat", "saddle", "unsafe", "warning"),
        ("words/taste", "grip", "handle", "safe", "advice"),
    ):
        write_check(site / "seesaw" / "rules", CHECK.format(id=id_, old=old, new=new, fix=fix, severity=severity))
    return {**environment, "PYTHONPATH": f"{environment['PYTHONPATH']}{os.pathsep}{site}"}


def test_what_is_safe_is_mended_and_the_rest_reported(run, story):
    before = story.read_text()
    done = run(*ZOO, "--fix", "zoo.txt")
    assert (done.stdout, done.stderr, done.returncode) == (
        'zoo.txt:5:40: warning zoo:words/keeper "head keeper" is a job title of the past.\n'
        'zoo.txt:7:5: warning zoo:words/keeper "head keeper" is a job title of the past.\n'
        "2 warnings in 1 file; 1 fixed\n",
        "",
        1,
    )
    assert story.read_text() == before.replace("its gate fee", "its entry charge")
    assert run(*ZOO, "--fix", "zoo.txt").stdout.endswith("2 warnings in 1 file; 0 fixed\n")


def test_the_exit_code_is_for_what_remains(run, story):
    done = run(*ZOO, "--ignore", "zoo:words/keeper", "--fix", "zoo.txt")
    assert (done.stdout, done.returncode) == ("no issues in 1 file; 1 fixed\n", 0)


def test_what_is_not_reported_is_not_mended(run, story, tmp_path):
    before = story.read_text()
    assert run(*ZOO, "--ignore", "zoo:words/fee", "--fix", "zoo.txt").returncode == 1
    settings = tmp_path / "newslint.yml"
    check = ("check", "--grammar", "off", "--fix", "--select", "zoo:words/fee", "zoo.txt")
    settings.write_text("per-path: {'*.txt': {ignore: ['zoo:words/fee']}}\n")
    assert run(*check).stdout == "no issues in 1 file; 0 fixed\n"
    settings.write_text("checks: {'zoo:words/fee': {severity: advice}}\n")
    assert run(*check).stdout == "no issues in 1 file; 0 fixed\n"
    assert story.read_text() == before
    assert run(*check, "--show", "advice").stdout == "no issues in 1 file; 1 fixed\n"


def test_unsafe_fixes_and_advice_are_made_when_asked_for(run, seesaw, tmp_path):
    copy = tmp_path / "a.txt"
    text = (
        "Board turns on a plank\n\nThe seat of the plank and the grip were new on Monday, said the man who made them.\n"
    )
    copy.write_text(text)
    done = run(*SEESAW, "--fix", "a.txt", env=seesaw)
    assert done.stdout.endswith("1 warning in 1 file; 1 fixed, 1 more with --unsafe-fixes\n")
    assert copy.read_text() == text.replace("the plank", "the beam")
    done = run(*SEESAW, "--fix", "--unsafe-fixes", "--show", "advice", "a.txt", env=seesaw)
    assert (done.stdout, done.returncode) == ("no issues in 1 file; 2 fixed\n", 0)
    assert "The saddle of the beam and the handle were" in copy.read_text()


def test_what_a_speaker_said_is_changed_on_demand_only(run, seesaw, tmp_path):
    copy = tmp_path / "a.txt"
    text = 'Board turns\n\n"The plank was new," said the man who had made the board in his shed in May.\n'
    copy.write_text(text)
    done = run(*SEESAW, "--fix", "a.txt", env=seesaw)
    assert done.stdout.endswith("1 warning in 1 file; 0 fixed, 1 more with --unsafe-fixes\n")
    assert copy.read_text() == text
    assert run(*SEESAW, "--fix", "--unsafe-fixes", "a.txt", env=seesaw).returncode == 0
    assert copy.read_text() == text.replace("plank", "beam")


def test_checks_that_undo_each_other_are_named(run, seesaw, tmp_path):
    copy = tmp_path / "a.txt"
    text = "Board turns on\n\nShe sat on the low end of the plank all day, and nobody came to see her until night.\n"
    copy.write_text(text)
    done = run(*SEESAW, "--fix", "a.txt", env=seesaw)
    assert done.returncode == 1
    assert "a.txt: the fixes of seesaw:sway/down and seesaw:sway/up undo each other here: none was made" in done.stdout
    assert "1 error in 1 file; 1 fixed\n" in done.stdout
    assert copy.read_text() == text.replace("plank", "beam")


def test_json_counts_what_was_fixed(run, seesaw, tmp_path):
    (tmp_path / "a.txt").write_text(
        "Board turns\n\nThe seat of the plank was new on Monday, said the man who made it.\n"
    )
    done = run(*SEESAW, "--fix", "--format", "json", "a.txt", env=seesaw)
    report = json.loads(done.stdout)
    Draft202012Validator(SCHEMA).validate(report)
    assert (report["summary"]["fixed"], report["summary"]["more_with_unsafe_fixes"]) == (1, 1)
    assert [issue["rule"] for issue in report["issues"]] == ["seesaw:words/seat"]
    plain = json.loads(run(*SEESAW, "--format", "json", "a.txt", env=seesaw).stdout)
    assert "fixed" not in plain["summary"]


DIFF = """--- zoo.txt
+++ zoo.txt
@@ -2,3 +2,3 @@
.
-The zoo raised its gate fee twice this year, to the dismay of many visitors.
+The zoo raised its entry charge twice this year, to the dismay of many visitors.
.
""".replace("\n.\n", "\n \n")


def test_a_diff_shows_what_would_change_and_changes_nothing(run, story):
    before = story.read_text()
    for more in ((), ("--fix",)):
        done = run(*ZOO, "--diff", *more, "zoo.txt")
        assert (done.stdout, done.stderr, done.returncode) == (DIFF, "1 would be fixed in 1 of 1 file\n", 1)
    assert story.read_text() == before
    assert run(*ZOO, "--diff", "--exit-zero", "zoo.txt").returncode == 0
    done = run(*ZOO, "--diff", "--ignore", "zoo:words/fee", "zoo.txt")
    assert (done.stdout, done.stderr, done.returncode) == ("", "nothing to fix in 1 file\n", 0)
    assert run(*ZOO, "--diff", "zoo.txt", "gone.txt").returncode == 2


@pytest.mark.skipif(not shutil.which("git"), reason="git applies the diff")
@pytest.mark.parametrize("shape", ["lf", "crlf", "no end", "cr"])
def test_a_diff_can_be_applied_and_gives_what_fix_gives(run, story, tmp_path, shape):
    text = story.read_text() + "The gate fee was news to her.\n"
    text = {"lf": text, "crlf": text.replace("\n", "\r\n"), "no end": text[:-1], "cr": text.replace("\n", "\r")}[shape]
    story.write_bytes(text.encode())
    patch = run(*ZOO, "--diff", "zoo.txt", encoding=None).stdout
    subprocess.run(["git", "apply", "-p0"], cwd=tmp_path, input=patch, check=True)
    applied = story.read_bytes()
    assert (
        applied == text.replace("gate fee", "entry charge").replace("The entry charge is", "The gate fee is").encode()
    )
    story.write_bytes(text.encode())
    run(*ZOO, "--fix", "zoo.txt")
    assert story.read_bytes() == applied


@pytest.mark.parametrize(
    ("encoding", "bom"), [("utf-8", codecs.BOM_UTF8), ("utf-8", b""), ("utf-16-le", codecs.BOM_UTF16_LE)]
)
def test_standard_input_is_handed_on_fixed_and_the_report_goes_to_standard_error(run, story, encoding, bom):
    text = story.read_text().replace("\n", "\r\n")[:-2]
    data = bom + text.encode(encoding)
    done = run(*ZOO, "--fix", "--stdin-filename", "sport/zoo.txt", "-", input=data, encoding=None)
    assert done.stdout == bom + text.replace("its gate fee", "its entry charge").encode(encoding)
    assert done.stderr.decode().startswith("sport/zoo.txt:5:40: warning")
    assert done.returncode == 1
    done = run(*ZOO, "--fix", "--format", "json", "-", input=data, encoding=None)
    assert json.loads(done.stderr)["summary"]["fixed"] == 1
    assert run(*ZOO, "--diff", "-", input=data, encoding=None).stdout.startswith(b"--- <stdin>\n+++ <stdin>\n@@ -2,3 ")


@pytest.mark.parametrize(("data", "code"), [(b"caf\xe9 by the gate", 2), (b"", 0), (b"\0\1\2", 2)])
def test_what_cannot_be_checked_is_handed_on_as_it_came(run, data, code):
    done = run(*ZOO, "--fix", "-", input=data, encoding=None)
    assert (done.stdout, done.returncode) == (data, code)
    assert done.stderr


def test_a_file_that_cannot_be_written_is_named_and_the_others_go_on(run, story, tmp_path):
    text = story.read_text()
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(text)
    (tmp_path / "a.txt").chmod(0o444)
    (tmp_path / "other-name.md").hardlink_to(tmp_path / "b.txt")
    done = run(*ZOO, "--fix", ".")
    assert done.returncode == 2
    assert "a.txt: error: not fixed: it is read-only\n" in done.stdout
    assert "b.txt: error: not fixed: it has other names (hard links), which would keep the old text\n" in done.stdout
    assert "a.txt:3:20: error zoo:words/fee" in done.stdout  # what was not fixed is reported
    assert "; 2 fixed\n" in done.stdout
    assert (tmp_path / "a.txt").read_text() == (tmp_path / "b.txt").read_text() == text
    assert "its entry charge" in (tmp_path / "c.txt").read_text()
    assert run(*ZOO, "--fix", "--exit-zero", "a.txt").returncode == 2


def test_what_a_killed_run_left_behind_is_removed(run, story, tmp_path):
    stale = tmp_path / ".newslint-0123456789abcdef.tmp"
    stale.write_text("The zoo rai")
    run(*ZOO, "zoo.txt")
    run(*ZOO, "--diff", "zoo.txt")
    assert stale.exists()  # a run that changes nothing does not remove files either
    run(*ZOO, "--fix", "zoo.txt")
    assert not stale.exists()


def test_on_a_terminal_the_diff_is_in_colour_and_the_words_are_marked(environment, story, tmp_path):
    pty = pytest.importorskip("pty", reason="no pseudo-terminals here")
    story.write_text(story.read_text().replace("dismay", "dis\x1b[31mmay"))
    shown = {}
    for name, more in (("colour", {}), ("none", {"NO_COLOR": "1"})):
        parent, child = pty.openpty()
        process = subprocess.Popen(
            [sys.executable, "-m", "newslint", *ZOO, "--diff", "zoo.txt"],
            cwd=tmp_path,
            env={**environment, "TERM": "xterm-256color", "COLUMNS": "90", **more},
            stdin=subprocess.DEVNULL,
            stdout=child,
            stderr=subprocess.DEVNULL,
        )
        os.close(child)
        shown[name] = read_to_end(parent).decode().replace("\r\n", "\n")
        assert process.wait() == 1
    assert "\x1b[31mmay" not in shown["colour"]
    assert re.search(r"\x1b\[(7;31|31;7)mgate", shown["colour"])
    assert not re.search(r"\x1b\[(7;31|31;7)mzoo", shown["colour"])
    assert "\x1b[3" not in shown["none"]
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown["colour"])
    assert plain == DIFF.replace("dismay", "dis\\x1b[31mmay")


@pytest.mark.usefixtures("installed_grammar")
def test_what_languagetool_found_is_mended_too_and_what_it_said_is_kept(run, tmp_path):
    copy = tmp_path / "a.txt"
    copy.write_text(
        "Rangers count penguins\n\nThe council said it was been asked to pay for the new fence on Monday.\n"
    )
    check = ("check", "--isolated", "--grammar", "required", "--select", "grammar/", "--fix", "a.txt")
    done = run(*check)
    assert done.stdout.endswith("1 error in 1 file; 0 fixed, 1 more with --unsafe-fixes\n")
    done = run(*check, "--unsafe-fixes")
    assert (done.stdout, done.returncode) == ("no issues in 1 file; 1 fixed\n", 0)
    assert "said it was asked to pay" in copy.read_text()
    assert run(*check, "--unsafe-fixes").stdout == "no issues in 1 file; 0 fixed\n"
