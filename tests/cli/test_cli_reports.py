"""Where reports go: standard output, files, several at once; and what is refused before the run begins."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from newslint.cli.reports import complete_formats
from newslint.reporters.discovery import format_names, load_format

ZOO = ("check", "--grammar", "off", "--select", "zoo:")
LINE = 'zoo.txt:3:20: error zoo:words/fee Write "entry charge" for "gate fee".\n'


@pytest.fixture
def all_formats(run, tmp_path):
    """Run the check with every format in a file; return what is in each, by the format's name."""

    def call(*paths, **options):
        formats = [word for name in format_names() for word in ("--format", f"{name}:out.{name}")]
        done = run(*ZOO, *formats, *paths, **options)
        assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
        return {name: (tmp_path / f"out.{name}").read_text(encoding="utf-8") for name in format_names()}

    return call


def test_every_format_goes_to_standard_output_and_to_a_file_alike(run, story, all_formats):
    for name, filed in all_formats("zoo.txt").items():
        printed = run(*ZOO, "--format", name, "zoo.txt")
        assert (printed.returncode, printed.stderr) == (1, "")
        assert printed.stdout == filed
        assert filed.count("entry charge") >= 1


def test_several_formats_at_once(run, story, tmp_path):
    done = run(*ZOO, "--format", "text", "--format", "sarif:a.sarif", "--format", "junit:b.xml", "zoo.txt")
    assert done.returncode == 1
    assert done.stdout.startswith(LINE)
    assert json.loads((tmp_path / "a.sarif").read_text())["runs"][0]["results"][0]["ruleId"] == "zoo:words/fee"
    assert ElementTree.parse(tmp_path / "b.xml").getroot().attrib["failures"] == "3"


def test_the_output_file_is_for_the_first_format_without_one(run, story, tmp_path):
    formats = ("--format", "json:a.json", "--format", "full", "--format", "text")
    done = run(*ZOO, *formats, "--output-file", "b.txt", "zoo.txt", "--no-cache")
    assert done.stdout.startswith(LINE)
    assert "  Why: " in (tmp_path / "b.txt").read_text()
    assert json.loads((tmp_path / "a.json").read_text())["version"] == 1


def test_a_hyphen_is_standard_output(run, story):
    assert run(*ZOO, "--output-file", "-", "zoo.txt").stdout.startswith(LINE)
    assert run(*ZOO, "--format", "jsonl:-", "zoo.txt").stdout.startswith('{"path":"zoo.txt"')


def test_lines_may_share_standard_output(run, story):
    done = run(*ZOO, "--format", "text", "--format", "github", "zoo.txt")
    assert done.stdout.startswith(LINE)
    assert "\n::error title=zoo%3Awords/fee,file=zoo.txt,line=3," in done.stdout


def test_paths_lead_from_the_top_of_the_repository(run, story, tmp_path):
    desk = tmp_path / "repository" / "desk"
    desk.mkdir(parents=True)
    (desk / "zoo.txt").write_text(story.read_text())
    (desk.parent / ".git").mkdir()
    done = run(*ZOO, "--format", "github", "zoo.txt", cwd=desk)
    assert "file=desk/zoo.txt," in done.stdout
    log = json.loads(run(*ZOO, "--format", "sarif", "zoo.txt", cwd=desk).stdout)["runs"][0]
    assert log["originalUriBaseIds"]["%SRCROOT%"]["uri"] == f"{desk.parent.as_uri()}/"
    assert log["tool"]["driver"]["rules"][0]["fullDescription"]["text"] == "The zoo charges entry, not a fee."


@pytest.mark.parametrize(
    ("formats", "said"),
    [
        (["xml"], "`xml` is not one of text, checkstyle,"),
        (["jsonn"], "did you mean `json`?"),
        (["text,json"], "give --format once for each"),
        (["json:"], "`json:` lacks the file after its colon"),
        (["json", "text"], "json and text cannot share standard output; give one a file: --format json:FILE"),
        (["json", "json"], "json and json cannot share standard output"),
        (["json:a", "text:./a"], "two reports cannot go to one file"),
        (["json:gone/a"], "gone/a: a report cannot be written: the folder gone is not there; make it first"),
        (["json:zoo.txt/a"], "the folder zoo.txt is not a folder"),
        (["json:."], "it is a folder; name a file in it"),
        (["json:zoo.txt"], "zoo.txt: a report cannot be written over a story that is checked"),
    ],
)
def test_what_cannot_be_is_said_before_the_run(run, story, tmp_path, formats, said):
    before = sorted(tmp_path.iterdir())
    options = [word for each in formats for word in ("--format", each)]
    done = run(*ZOO, *options, "zoo.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert sorted(tmp_path.iterdir()) == before
    assert story.read_text().startswith("Zoo raises")


def test_an_output_file_too_many_is_refused(run, story):
    done = run(*ZOO, "--format", "json:a", "--output-file", "b", "zoo.txt")
    assert done.returncode == 2
    assert "every --format has a file of its own already" in done.stderr


def test_a_diff_is_a_report_of_its_own(run, story):
    for more in (["--format", "json:a"], ["--output-file", "a"]):
        done = run(*ZOO, "--diff", *more, "zoo.txt")
        assert (done.returncode, done.stdout) == (2, "")
        assert "--diff is a report of its own" in done.stderr


def test_a_shell_completes_formats():
    assert complete_formats("js") == ["json", "jsonl"]


def test_an_existing_report_is_replaced_through_its_link_and_keeps_its_mode(run, story, tmp_path):
    (tmp_path / "real").mkdir()
    real = tmp_path / "real" / "a.json"
    real.write_text("old")
    real.chmod(0o640)
    (tmp_path / "link").symlink_to(real)
    assert run(*ZOO, "--format", "json:link", "zoo.txt").returncode == 1
    assert json.loads(real.read_text())["version"] == 1
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert (tmp_path / "link").is_symlink()
    assert [path.name for path in real.parent.iterdir()] == ["a.json"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_written_to(run, story, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with subprocess.Popen(["cat", str(tmp_path / "pipe")], stdout=subprocess.PIPE) as reader:
        done = run(*ZOO, "--format", "json:pipe", "zoo.txt")
        data, _ = reader.communicate(timeout=20)
    assert done.returncode == 1
    assert json.loads(data)["version"] == 1
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_a_report_that_cannot_be_written_is_a_failure_and_the_others_are(run, story, tmp_path):
    done = run(*ZOO, "--exit-zero", "--format", "json:/dev/full", "--format", "text", "--format", "sarif:a", "zoo.txt")
    assert done.returncode == 2
    assert done.stderr == (
        "newslint: /dev/full: the json report could not be written: no space left on device: "
        "make room there, or name a file on another disk\n"
    )
    assert done.stdout.startswith(LINE)
    assert (tmp_path / "a").exists()


@pytest.fixture
def halfway(environment, story, tmp_path):
    """Start a check with a report in `out/a.json`, do something while it waits for its copy, and see how it ends."""

    def call(act):
        (tmp_path / "out").mkdir()
        os.mkfifo(tmp_path / "pipe.txt")
        command = [sys.executable, "-m", "newslint", *ZOO, "--format", "json:out/a.json", "pipe.txt"]
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        with subprocess.Popen(command, cwd=tmp_path, env=environment, text=True, **streams) as process:
            with (tmp_path / "pipe.txt").open("w") as pipe:  # opened when the run opens it
                act(process)
                if process.poll() is None:
                    pipe.write(story.read_text())
            out, errors = process.communicate(timeout=30)
        return process.returncode, out, errors

    return call


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_folder_that_goes_away_meanwhile_is_a_failure(halfway, tmp_path):
    assert halfway(lambda process: (tmp_path / "out").rmdir()) == (
        2,
        "",
        "newslint: out/a.json: the json report could not be written: no such file or directory\n",
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_run_that_is_ended_leaves_the_old_report(halfway, tmp_path):
    def end(process):
        (tmp_path / "out" / "a.json").write_text("old")
        process.send_signal(signal.SIGTERM)
        process.wait(20)

    assert halfway(end)[0] == 143
    assert [(path.name, path.read_text()) for path in (tmp_path / "out").iterdir()] == [("a.json", "old")]


def test_what_failed_is_told_where_no_report_for_people_is_printed(run, story):
    for formats in (["json:a"], ["checkstyle"]):
        done = run(*ZOO, "--format", *formats, "zoo.txt", "gone.txt")
        assert done.returncode == 2
        assert done.stderr == "gone.txt: error: no such file or folder\n"
    assert run(*ZOO, "--format", "text", "zoo.txt", "gone.txt").stderr == ""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_file_whose_name_is_no_utf8_is_reported(story, tmp_path, all_formats):
    (tmp_path / "desk").mkdir()
    Path(os.fsdecode(os.fsencode(tmp_path / "desk") + b"/caf\xe9.txt")).write_text(story.read_text())
    for name, filed in all_formats("desk").items():
        assert "caf\\xe9.txt" in filed.replace("\\\\", "\\").replace("%5C", "\\"), name


def test_copy_that_came_by_standard_input_is_reported(story, all_formats):
    for name, filed in all_formats("-", input=story.read_text()).items():
        assert "stdin" in filed, name


def test_columns_of_rdjson_count_bytes_of_the_file(run, story, tmp_path):
    (tmp_path / "a.txt").write_text(story.read_text().replace("The zoo raised", "The 🦦é zoo raised"))
    assert load_format("rdjson").TEXTS
    row, *_ = json.loads(run(*ZOO, "--format", "rdjson", "a.txt").stdout)["diagnostics"]
    data = (tmp_path / "a.txt").read_bytes().split(b"\n")[row["location"]["range"]["start"]["line"] - 1]
    start, end = (row["location"]["range"][key]["column"] - 1 for key in ("start", "end"))
    assert data[start:end] == b"gate fee"
