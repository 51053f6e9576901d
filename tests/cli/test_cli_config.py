"""`newslint config show`: each value and where it comes from."""

from __future__ import annotations

import json


def test_each_value_is_shown_with_the_line_that_says_it(run, tmp_path):
    (tmp_path / "base.yml").write_text("language: en-GB\nwords: [Ngaio]\nchecks:\n  quotes/: advice\n")
    (tmp_path / "newslint.yml").write_text(
        'extends: base.yml\nwords:\n  - Wirrabeena\ngrammar: "off"\n'
        'per-path:\n  "sport/**":\n    ignore: [names/]\n  "wire/": {language: en-US}\n'
    )
    done = run("config", "show", "sport/match.txt")
    assert done.returncode == 0, done.stderr
    lines = {line.split(": ")[0]: line for line in done.stdout.splitlines()}
    base, own = tmp_path / "base.yml", tmp_path / "newslint.yml"
    assert lines["language"].split("  # ")[1] == f"{base}:1"
    assert lines["words"].startswith("words: [Ngaio, Wirrabeena]")
    assert lines["words"].split("  # ")[1] == f"{base}:2, {own}:2"
    assert lines["grammar"].startswith("grammar: 'off'")
    assert lines["grammar"].split("  # ")[1] == f"{own}:4"
    assert lines["style"].split("  # ")[1] == "by default"
    assert lines["checks quotes/"].split("  # ")[1] == f"{base}:4"
    assert lines["per-path sport/**"].startswith("per-path sport/**: {ignore: [names/]}")
    assert lines["per-path sport/**"].split("  # ")[1] == f"{own}:6"
    assert "per-path wire/" not in lines
    assert "per-path wire/" in run("config", "show").stdout


def test_a_machine_reads_the_same(run, tmp_path):
    (tmp_path / "pyproject.toml").write_text('[tool.newslint]\nlanguage = "en-NZ"\n')
    rows = {row["key"]: row for row in json.loads(run("config", "show", "--format", "json").stdout)}
    assert rows["language"] == {
        "key": "language",
        "value": "en-NZ",
        "from": [{"path": str(tmp_path / "pyproject.toml"), "line": 2, "column": 1}],
    }
    assert rows["respect-gitignore"] == {"key": "respect-gitignore", "value": True, "from": []}
    alone = {row["key"]: row for row in json.loads(run("config", "show", "--isolated", "--format", "json").stdout)}
    assert alone["language"] == {"key": "language", "value": "auto", "from": []}


def test_settings_that_cannot_be_used_are_an_error_with_its_place(run, tmp_path):
    (tmp_path / "newslint.yml").write_text("ignore:\n  - nams/\n")
    done = run("config", "show")
    assert done.returncode == 2
    assert "newslint.yml:2:5: no rule is called `nams/` or begins so; did you mean `names`?" in done.stderr
    assert done.stdout == ""


def test_check_obeys_the_flags_that_choose_settings_and_files(run, tmp_path):
    (tmp_path / "archive").mkdir()
    for name in ("story.txt", "archive/old.txt"):
        (tmp_path / name).write_text("The pool cost an million dollars, the mayor of the town said on Monday.\n")
    (tmp_path / "newslint.yml").write_text('exclude: ["archive/"]\n')

    def files(*args):
        done = run("check", "--grammar", "off", *args)
        return {line.split(":")[0] for line in done.stdout.splitlines() if ": " in line and ".txt:" in line}

    assert files(".") == {"story.txt"}
    assert files(".", "--isolated") == {"story.txt", "archive/old.txt"}
    assert files("archive/old.txt") == {"archive/old.txt"}
    assert files("archive/old.txt", "--force-exclude") == set()
    assert files(".", "--isolated", "--exclude", "story*") == {"archive/old.txt"}
    (tmp_path / "other.yml").write_text("ignore: [slips/]\n")
    assert files(".", "--config", "other.yml") == set()
