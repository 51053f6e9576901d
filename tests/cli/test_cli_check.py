"""`newslint check` from outside: what it prints, where, and how it exits."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

ZOO = ("check", "--grammar", "off", "--select", "zoo:")

GOLDEN = """zoo.txt:3:20: error zoo:words/fee Write "entry charge" for "gate fee".
zoo.txt:5:40: warning zoo:words/keeper "head keeper" is a job title of the past.
zoo.txt:7:5: warning zoo:words/keeper "head keeper" is a job title of the past.
1 error, 2 warnings in 1 file; 1 fixable with --fix
"""


def test_one_issue_a_line_then_the_sum(run, story):
    done = run(*ZOO, "zoo.txt")
    assert (done.stdout, done.stderr, done.returncode) == (GOLDEN, "", 1)


def test_clean_copy_exits_with_zero(run, tmp_path):
    (tmp_path / "clean.txt").write_text("Nothing here\n\nThe penguins moved house on Monday.\n")
    done = run(*ZOO, "clean.txt")
    assert (done.stdout, done.stderr, done.returncode) == ("no issues in 1 file\n", "", 0)


def test_json_has_the_same_issues_with_their_edits(run, story):
    done = run(*ZOO, "--format", "json", "zoo.txt")
    report = json.loads(done.stdout)
    assert done.returncode == 1
    assert report["issues"][0] == {
        "path": "zoo.txt",
        "rule": "zoo:words/fee",
        "severity": "error",
        "line": 3,
        "column": 20,
        "end_line": 3,
        "end_column": 28,
        "text": "gate fee",
        "message": 'Write "entry charge" for "gate fee".',
        "suggestions": ["entry charge"],
        "fixable": "safe",
        "edits": [{"line": 3, "column": 20, "end_line": 3, "end_column": 28, "new": "entry charge"}],
        "related": [],
    }
    assert {k: report["summary"][k] for k in ("files", "issues", "errors", "warnings", "advice")} == {
        "files": 1,
        "issues": 3,
        "errors": 1,
        "warnings": 2,
        "advice": 0,
    }
    assert [entry["what"] for entry in report["summary"]["not_run"]] == ["grammar"]


def test_advice_is_shown_when_asked_for_and_does_not_fail(run, story):
    assert "words/otter" not in run(*ZOO, "zoo.txt").stdout
    done = run(*ZOO, "--select", "zoo:words/otter", "--show", "advice", "zoo.txt")
    assert "zoo.txt:5:67: advice zoo:words/otter " in done.stdout
    done = run("check", "--grammar", "off", "--select", "zoo:words/otter", "--show", "advice", "zoo.txt")
    assert (done.stdout.splitlines()[-1], done.returncode) == ("1 advice in 1 file", 0)
    assert (
        run("check", "--grammar", "off", "--select", "zoo:words/otter", "--fail-on", "advice", "zoo.txt").returncode
        == 1
    )


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ((), 1),
        (("--fail-on", "error"), 1),
        (("--fail-on", "error", "--ignore", "zoo:words/fee"), 0),
        (("--exit-zero",), 0),
    ],
)
def test_what_fails_a_run_is_apart_from_what_is_shown(run, story, options, code):
    done = run(*ZOO, *options, "zoo.txt")
    assert done.returncode == code
    assert "zoo:words/keeper" in done.stdout


def test_the_longest_selector_decides(run, story):
    done = run(*ZOO, "--ignore", "zoo:words", "--select", "zoo:words/fee", "zoo.txt")
    assert [line.split()[2] for line in done.stdout.splitlines()[:-1]] == ["zoo:words/fee"]


def test_an_unknown_rule_is_an_error_with_a_suggestion(run, story):
    done = run("check", "--select", "zoo:words/fees", "zoo.txt")
    assert done.returncode == 2
    assert done.stderr == "newslint: no rule is called `zoo:words/fees` or begins so; did you mean `zoo:words/fee`?\n"
    assert done.stdout == ""


def test_statistics_count_by_rule(run, story):
    done = run(*ZOO, "--statistics", "zoo.txt")
    assert done.stdout.splitlines()[3:] == [
        "2 warning zoo:words/keeper",
        "1 error   zoo:words/fee",
        "49 words; 61.22 errors and warnings per 1,000 words",
        "1 error, 2 warnings in 1 file; 1 fixable with --fix",
    ]
    report = json.loads(run(*ZOO, "--statistics", "--format", "json", "zoo.txt").stdout)
    assert report["summary"]["rules"] == {"zoo:words/fee": 1, "zoo:words/keeper": 2}


def test_standard_input_goes_by_the_name_given(run, story):
    done = run(*ZOO, "--stdin-filename", "desk/zoo.txt", "-", input=story.read_text())
    assert done.stdout == GOLDEN.replace("zoo.txt:", "desk/zoo.txt:")
    assert run(*ZOO, "-", input=story.read_text()).stdout.startswith("<stdin>:3:20: error ")


def test_folders_globs_and_names_are_checked_once_each_in_order(run, story, tmp_path):
    below = tmp_path / "news" / "b"
    below.mkdir(parents=True)
    for path in ("news/z.txt", "news/b/a.txt", "news/b/UPPER.TXT", "news/notes.md", "news/.hidden/x.txt"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(story.read_text())
    everything = run(*ZOO, "--format", "json", "news").stdout
    assert list(json.loads(everything)["tool"]["language"]) == ["news/b/UPPER.TXT", "news/b/a.txt", "news/z.txt"]
    assert run(*ZOO, "--format", "json", "news/z.txt", "news/**/*.txt", "news/b", "news").stdout == everything
    named = json.loads(run(*ZOO, "--format", "json", "news/notes.md").stdout)
    assert named["summary"]["files"] == 1


def test_the_terminal_cannot_be_steered_by_copy(run, tmp_path):
    (tmp_path / "evil.txt").write_bytes(
        b"Headline\n\nThe \x1b[31mgate\x1b[0m head\tkeeper fed\x07 them \xe2\x80\xae all.\n"
    )
    done = run(*ZOO, "--format", "text", "evil.txt")
    assert "head keeper" in done.stdout
    assert not set(done.stdout) & {"\x1b", "\x07", "\u202e", "\t"}


def test_settings_are_found_by_walking_up(run, story, tmp_path):
    (tmp_path / "newslint.yml").write_text(
        "language: en-AU\ngrammar: off\nselect: ['zoo:']\nignore: ['zoo:words/fee']\n"
    )
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    (below / "zoo.txt").write_text(story.read_text())
    report = json.loads(run("check", "--format", "json", "a/b/zoo.txt").stdout)
    assert {issue["rule"] for issue in report["issues"]} == {"zoo:words/keeper"}
    assert report["tool"]["language"] == {"a/b/zoo.txt": "en-AU"}
    over = json.loads(run("check", "--format", "json", "--language", "en-US", "a/b/zoo.txt").stdout)
    assert over["tool"]["language"] == {"a/b/zoo.txt": "en-US"}
    (tmp_path / "a" / ".git").mkdir()
    assert json.loads(run("check", "--grammar", "off", "--format", "json", "a/b/zoo.txt").stdout)["tool"][
        "language"
    ] != {"a/b/zoo.txt": "en-AU"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("languge: en-AU\n", "newslint.yml:1:1: unknown key `languge`; did you mean `language`?"),
        ("grammar: on\n", "newslint.yml:1:10: `grammar`: invalid enum value 'on'; it may be auto, off, required"),
        ("select: names\n", "newslint.yml:1:9: `select`: expected `array`, got `str`"),
        ("words: [Ngaio\n", "newslint.yml:2:1: did not find expected ',' or ']'"),
        ("- words\n", "newslint.yml:1:1: settings are a mapping of keys to values, such as `language: en-AU`"),
    ],
)
def test_settings_that_are_wrong_stop_the_run_and_say_where(run, story, tmp_path, text, said):
    (tmp_path / "newslint.yml").write_text(text)
    done = run("check", "zoo.txt")
    assert done.returncode == 2
    assert done.stdout == ""
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_version_and_usage(run):
    from newslint import __version__

    assert run("--version").stdout == f"newslint {__version__}\n"
    for args in (("check", "--formt", "json"), ("chek",), ("check", "--format", "xml")):
        done = run(*args)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.count("\n") == 1
    done = run("check", "--language", "en_AU")
    assert done.stderr.endswith("; did you mean `en-AU`?\n")


def test_a_quick_check_loads_nothing_heavy(run, story, environment, tmp_path):
    import subprocess
    import sys

    code = (
        "import sys; sys.argv = ['newslint', 'check', '--grammar', 'off', 'zoo.txt']\n"
        "from newslint.cli.main import run\n"
        "assert run() in (0, 1)\n"
        "heavy = {'rich', 'requests', 'language_tool_python', 'jgo', 'psutil', 'ftfy', 'urllib3'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_reader_that_leaves_is_no_crash(environment, story, tmp_path):
    import subprocess
    import sys

    for number in range(300):
        (tmp_path / f"{number}.txt").write_text(story.read_text())
    command = f"{sys.executable} -m newslint check --grammar off --select zoo: . | head -n 1"
    done = subprocess.run(
        ["sh", "-c", command], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout == GOLDEN.splitlines()[0].replace("zoo.txt", "0.txt") + "\n"
    assert done.stderr == ""


def test_python_and_command_agree(story, tmp_path):
    import newslint

    text = Path(story).read_text()
    issues = newslint.check_text(text, path=str(story))
    assert issues == newslint.check_path(story)
