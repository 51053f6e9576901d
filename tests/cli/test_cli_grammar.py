"""Grammar from outside: with a real LanguageTool, without one, and when the run is ended."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time

import psutil
import pytest

COPY = """Rangers count penguins

The rangers counts the penguins on Monday, and no bird is missing.
"""


@pytest.fixture
def copy(tmp_path):
    path = tmp_path / "copy.txt"
    path.write_text(COPY)
    return path


@pytest.fixture
def nothing_installed(environment, tmp_path):
    """An environment whose cache folder is empty, with a repository of jars that cannot be reached."""
    return {**environment, "NEWSLINT_CACHE": str(tmp_path / "cache"), "NEWSLINT_MAVEN_MIRROR": "http://127.0.0.1:9/"}


@pytest.mark.usefixtures("installed_grammar")
def test_grammar_adds_its_issues_under_its_own_ids(run, copy):
    report = json.loads(
        run("check", "--grammar", "required", "--language", "en-GB", "--format", "json", "copy.txt").stdout
    )
    found = [issue for issue in report["issues"] if issue["rule"].startswith("grammar/")]
    assert [(issue["line"], issue["column"], issue["text"]) for issue in found] == [(3, 13, "counts")]
    assert report["tool"]["languagetool"]
    assert report["summary"]["not_run"] == []
    rule = found[0]["rule"]
    only = json.loads(run("check", "--grammar", "required", "--select", rule, "--format", "json", "copy.txt").stdout)
    assert {issue["rule"] for issue in only["issues"]} == {rule}


def test_auto_without_a_terminal_downloads_nothing_and_says_so_last(run, copy, nothing_installed, tmp_path):
    done = run("check", "copy.txt", env=nothing_installed)
    last = done.stdout.splitlines()[-1]
    assert last.startswith("grammar did not run: LanguageTool ")
    assert last.endswith("Run: newslint grammar install")
    assert done.returncode in (0, 1)
    assert done.stderr == ""
    assert not list((tmp_path / "cache").glob("languagetool*"))
    report = json.loads(run("check", "--format", "json", "copy.txt", env=nothing_installed).stdout)
    (entry,) = report["summary"]["not_run"]
    assert (entry["what"], entry["path"], entry["why"]) == ("grammar", None, "unavailable")
    assert report["tool"]["languagetool"] is None


def test_required_tries_to_install_and_fails_with_two(run, copy, nothing_installed):
    done = run("check", "--grammar", "required", "--exit-zero", "copy.txt", env=nothing_installed)
    assert done.returncode == 2
    assert done.stderr.startswith("Installing LanguageTool ")
    assert "Could not fetch" in done.stdout.splitlines()[-1]


def test_a_java_that_cannot_be_used_is_unavailable_not_a_crash(run, copy, environment, installed_grammar):
    broken = {**environment, "NEWSLINT_JAVA": "/nowhere/java"}
    done = run("check", "--grammar", "auto", "copy.txt", env=broken)
    assert done.returncode in (0, 1)
    assert "grammar did not run: No Java" in done.stdout.splitlines()[-1]
    assert run("check", "--grammar", "required", "copy.txt", env=broken).returncode == 2


def test_off_is_not_mentioned_but_is_in_the_json(run, copy):
    assert "grammar" not in run("check", "--grammar", "off", "copy.txt").stdout
    report = json.loads(run("check", "--grammar", "off", "--format", "json", "copy.txt").stdout)
    assert report["summary"]["not_run"] == [
        {"what": "grammar", "path": None, "why": "off", "mend": "--grammar auto runs it"}
    ]


def test_status_says_what_is_missing(run, nothing_installed):
    done = run("grammar", "status", env=nothing_installed)
    assert done.returncode == 1
    assert "not installed in" in done.stdout
    assert "Run: newslint grammar install" in done.stdout


def test_installing_from_a_folder_without_the_jars_fails_cleanly(run, nothing_installed, tmp_path):
    (tmp_path / "empty").mkdir()
    done = run("grammar", "install", "--from", "empty", env=nothing_installed)
    assert done.returncode == 2
    assert "empty lacks" in done.stderr
    assert "Traceback" not in done.stderr


def test_copy_too_long_for_grammar_is_named(run, tmp_path, installed_grammar):
    from newslint.engine.proofreader import GRAMMAR_LIMIT

    sentence = "The penguins of the northern colony were counted by two rangers on Monday. "
    (tmp_path / "long.txt").write_text(sentence * (GRAMMAR_LIMIT // len(sentence) + 2))
    done = run("check", "--grammar", "auto", "--select", "grammar/", "long.txt")
    assert done.stdout.splitlines()[-1].startswith("long.txt: grammar did not run: longer than ")
    assert done.returncode == 0
    assert run("check", "--grammar", "required", "--select", "grammar/", "long.txt").returncode == 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.usefixtures("installed_grammar")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_run_that_is_ended_leaves_no_java(environment, tmp_path, number, code):
    for index in range(200):
        (tmp_path / f"{index}.txt").write_text(COPY * 20)
    process = subprocess.Popen(
        [sys.executable, "-m", "newslint", "check", "--grammar", "required", "."],
        cwd=tmp_path,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    java = _wait_for_java(process)
    time.sleep(1.5)  # until it is being asked
    process.send_signal(number)
    out, err = process.communicate(timeout=30)
    assert process.returncode == code, err
    assert "Traceback" not in err
    assert out == ""
    psutil.wait_procs([java], timeout=5)
    assert not java.is_running()


def _wait_for_java(process: subprocess.Popen[str]) -> psutil.Process:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        assert process.poll() is None, process.communicate()
        for child in psutil.Process(process.pid).children(recursive=True):
            if "java" in child.name():
                return child
        time.sleep(0.05)
    raise AssertionError("no java was started")
