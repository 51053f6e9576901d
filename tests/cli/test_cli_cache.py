"""`newslint cache info | clear`."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time

import pytest

from newslint.engine.ledger import read_ledger
from newslint.grammar.custom import custom_folder
from newslint.grammar.results import NAME, Results
from newslint.rulebook import compiled
from newslint.rulebook.packs import Pack

XML = '<?xml version="1.0"?><rules lang="en"/>'


@pytest.fixture
def cache(environment, monkeypatch, tmp_path):
    """A cache folder of its own, for the commands and for this process."""
    folder = tmp_path / "cache"
    monkeypatch.setitem(environment, "NEWSLINT_CACHE", str(folder))
    monkeypatch.delitem(environment, "NEWSLINT_CACHE_SIZE", raising=False)
    monkeypatch.setenv("NEWSLINT_CACHE", str(folder))
    return folder


@pytest.fixture
def filled(cache):
    """The cache as runs leave it, and beside it what an installation has put there."""
    results = Results(cache / NAME)
    results.put({bytes([n]) * 16: b"x" * 1000 for n in range(200)})
    results.close()
    rules = custom_folder(XML)
    old = time.time() - 3600
    os.utime(rules, (old, old))
    (cache / "book-01234567.newslint").write_bytes(bytes(300_000))
    (cache / "people-0123").write_bytes(bytes(200_000))
    jars = cache / "languagetool-6.8-0123"
    jars.mkdir()
    (jars / "core.jar").write_bytes(b"jar")
    return cache


def test_a_compiled_book_is_known_by_its_name(run, cache, monkeypatch, tmp_path):
    (tmp_path / "rules" / "lists").mkdir(parents=True)
    monkeypatch.setattr(compiled, "shipped_pack", lambda: Pack("", str(tmp_path / "rules")))
    assert compiled.load_compiled() == ([], [])
    assert [path.suffix for path in cache.iterdir()] == [".newslint"]
    said = run("cache", "clear").stdout
    assert re.fullmatch(rf"Removed 1 compiled rulebook \([0-9.]+ MB\) from {re.escape(str(cache))}\n", said)
    assert list(cache.iterdir()) == []


def test_an_empty_cache(run, cache):
    done = run("cache", "info")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        f"Cache: {cache}\nGrammar results: 0; 0 MB of at most 64 MB\n"
        "Compiled rulebooks: none\nCompiled ledgers of people: none\nRules for LanguageTool: none\n"
    )
    done = run("cache", "clear")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"Nothing removed from {cache}\n", "")
    assert not cache.exists()


def test_info_says_what_is_there(run, filled):
    done = run("cache", "info")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[1] == "Grammar results: 200; 0.3 MB of at most 64 MB"
    assert lines[2:] == [
        "Compiled rulebooks: 1 file, 0.3 MB",
        "Compiled ledgers of people: 1 file, 0.2 MB",
        "Rules for LanguageTool: 1 folder, 0.1 MB",
    ]
    data = json.loads(run("cache", "info", "--format", "json").stdout)
    (book,) = filled.glob("book-*")
    assert data == {
        "version": 1,
        "folder": str(filled),
        "results": {
            "path": str(filled / NAME),
            "count": 200,
            "bytes": (filled / NAME).stat().st_size,
            "limit": 64_000_000,
        },
        "books": {"count": 1, "bytes": book.stat().st_size},
        "people": {"count": 1, "bytes": 200_000},
        "rules": {"count": 1, "bytes": len(XML)},
    }


def test_clear_removes_all_but_the_installation(run, filled):
    (filled / ".newslint-0011223344556677.tmp").write_bytes(b"of a killed run")
    done = run("cache", "clear")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Removed 200 grammar results (0.3 MB), 1 compiled rulebook (0.3 MB), ")
    assert "), 1 compiled ledger (0.2 MB), " in done.stdout
    assert done.stdout.endswith(f"1 rule file for LanguageTool (0.1 MB) from {filled}\n")
    assert [path.name for path in filled.iterdir()] == ["languagetool-6.8-0123"]
    assert (filled / "languagetool-6.8-0123" / "core.jar").read_bytes() == b"jar"


def test_a_ledger_that_was_read_is_known_by_its_name(run, cache, tmp_path):
    (tmp_path / "people.csv").write_text("name\nJo Malik\n")
    read_ledger([str(tmp_path / "people.csv")])
    assert re.fullmatch(r"Removed 1 compiled ledger \(0\.1 MB\) from .*\n", run("cache", "clear").stdout)
    assert list(cache.iterdir()) == []


def test_rules_that_a_server_holds_stay(run, filled):
    (rules,) = filled.glob("rules-*")
    server = subprocess.Popen(
        [sys.executable, "-c", "input()", "-cp", f"{rules}{os.pathsep}server.jar"], stdin=subprocess.PIPE
    )
    try:
        done = run("cache", "clear")
        assert done.returncode == 0
        assert f"Kept {rules.name}: " in done.stdout
        assert custom_folder(XML) == rules  # another server is about to start
    finally:
        server.communicate(b"\n")
    assert f"Kept {rules.name}: " in run("cache", "clear").stdout
    old = time.time() - 3600
    os.utime(rules, (old, old))
    assert "1 rule file for LanguageTool" in run("cache", "clear").stdout
    assert not rules.exists()


def test_cleared_while_a_run_uses_it(run, filled):
    results = Results(filled / NAME)
    assert len(results.get([bytes([n]) * 16 for n in range(200)])) == 200
    assert run("cache", "clear").returncode == 0
    results.put({b"k" * 16: b"v"})
    results.close()
    assert run("cache", "info").stdout.splitlines()[1].startswith("Grammar results: 1; ")


def test_a_damaged_file_is_no_trouble(run, filled):
    (filled / NAME).write_bytes(b"garbage" * 5000)
    assert run("cache", "info").stdout.splitlines()[1] == "Grammar results: 0; 0 MB of at most 64 MB"
    (filled / NAME).write_bytes(b"garbage" * 5000)
    done = run("cache", "clear")
    assert (done.returncode, done.stderr) == (0, "")
    assert not (filled / NAME).exists()


def test_what_cannot_be_removed_is_named(run, cache):
    (cache / NAME).mkdir(parents=True)
    assert "Grammar results: cannot be read; " in run("cache", "info").stdout
    done = run("cache", "clear")
    assert done.returncode == 2
    assert done.stderr.startswith(f"{cache / NAME}: ")
    assert done.stdout == f"Nothing removed from {cache}\n"


def test_the_bound_that_holds_is_shown(run, environment, cache):
    for said, shown, told in (
        ("200", "0; 0 MB of at most 200 MB", ""),
        ("0", "none is kept, as NEWSLINT_CACHE_SIZE is 0; 0 MB of at most 0 MB", ""),
        ("2G", "0; 0 MB of at most 64 MB", "NEWSLINT_CACHE_SIZE: `2G` is no whole number of megabytes; 64 holds\n"),
    ):
        done = run("cache", "info", env={**environment, "NEWSLINT_CACHE_SIZE": said})
        assert done.stdout.splitlines()[1] == f"Grammar results: {shown}"
        assert (done.returncode, done.stderr) == (0, told)


@pytest.mark.skipif(os.name != "posix", reason="Windows has a home folder for everybody")
def test_without_a_home_folder(run, environment):
    nobody = {key: value for key, value in environment.items() if key not in ("HOME", "NEWSLINT_CACHE")}
    nobody.pop("XDG_CACHE_HOME", None)
    code = (
        "import os\n"
        "os.path.expanduser = lambda path: path\n"
        "import sys; sys.argv = ['newslint', 'cache', sys.argv[1]]\n"
        "from newslint.cli.main import main; main()\n"
    )
    for command in ("info", "clear"):
        done = subprocess.run(
            [sys.executable, "-c", code, command], env=nobody, capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == (
            "newslint: there is no home folder, so nothing is kept; NEWSLINT_CACHE can name a folder for it\n"
        )
