"""What all formats have in common, and what each makes of one result: run this file with --update to write it anew."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from time import perf_counter
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sample_results import VIEW, everything, many, result

from newslint.issue import Edit, Issue, NotRun, Related
from newslint.reporters.discovery import format_names, load_format
from newslint.version import VERSION

GOLDEN = Path(__file__).parent / "golden"
LINES = {"text", "full", "github", "jsonl"}
XML = {"junit", "checkstyle"}
MARKUP = {"html"}
"""Formats for people and in markup: what they make of a result is tested in files of their own."""
FORMATS = [name for name in format_names() if name not in MARKUP]
DATA = [name for name in FORMATS if name not in LINES | XML]


def rendered(name, made, view=VIEW):
    data = load_format(name).render(made, view)
    return data if isinstance(data, bytes) else data.encode("utf-8")


def golden(name):
    """Return a report with what changes from release to release left out."""
    return rendered(name, everything()).replace(f'"{VERSION}"'.encode(), b'"VERSION"')


def test_formats_are_found_by_their_modules():
    modules = {path.stem for path in Path(str(files("newslint.reporters") / "formats")).glob("*.py")} - {"__init__"}
    assert set(format_names()) == modules
    assert format_names()[0] == "text"
    for wrong in ("xml", "", "../words", "__init__x", "text.py"):
        with pytest.raises(KeyError):
            load_format(wrong)


@pytest.mark.parametrize("name", format_names())
def test_a_format_has_all_that_a_format_has(name):
    module = load_format(name)
    assert isinstance(module.LINES, bool)
    assert isinstance(module.TEXTS, bool)
    assert module.__doc__


def test_a_format_is_imported_only_when_it_is_asked_for():
    program = "import sys, newslint.reporters.discovery as d; d.load_format('text'); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = {name.rpartition(".")[2] for name in done.stdout.split() if name.startswith("newslint.reporters.formats.")}
    assert loaded == {"text"}
    assert not {"rich", "hashlib", "xml.etree.ElementTree"} & set(done.stdout.split())


@pytest.mark.parametrize("name", FORMATS)
def test_the_report_is_as_it_was(name):
    assert golden(name).decode("utf-8") == (GOLDEN / name).read_bytes().decode("utf-8"), "see the first line above"


@pytest.mark.parametrize("name", FORMATS)
def test_a_run_without_issues_or_files_is_a_whole_report(name):
    for made in (result([], {}), result([], {"clean.txt": "All is well.\n"})):
        data = rendered(name, made)
        assert data == b"" if name == "github" else data.endswith(b"\n")
        parsed(name, data)


@pytest.mark.parametrize("name", format_names())
def test_ten_thousand_issues_take_a_moment(name):
    made = many(10_000)
    began = perf_counter()
    data = rendered(name, made)
    assert perf_counter() - began < 20
    assert len(data) > 10_000
    if name in FORMATS:
        parsed(name, data)


COPIES = st.text(max_size=60)


@pytest.mark.parametrize("name", format_names())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(data=st.data())
def test_any_copy_any_path_and_any_message_make_a_sound_report(name, data):
    copy = data.draw(COPIES)
    surrogate = st.characters(categories=["Cs"])
    path = data.draw(st.text(st.characters(codec="utf-8") | surrogate, min_size=1, max_size=10)).replace("\0", "")
    start = data.draw(st.integers(0, len(copy)))
    end = data.draw(st.integers(start, len(copy)))
    message = data.draw(st.text(min_size=1, max_size=20))
    found = Issue(
        path,
        "a/b",
        data.draw(st.sampled_from(("error", "warning", "advice"))),
        start,
        end,
        copy[start:end],
        message,
        suggestions=(data.draw(COPIES),),
        fixable="safe",
        edits=(Edit(start, end, data.draw(COPIES)),),
        related=(Related(0, start, message),),
    )
    made = result([found], {path: copy}, (NotRun("checks", path, "failed", message),))
    out = rendered(name, made)
    if name in FORMATS:
        parsed(name, out)


def parsed(name, data):
    """Return what a reader makes of a report; it must be able to."""
    text = data.decode("utf-8")
    if name in XML:
        return ElementTree.fromstring(text)
    if name in DATA:
        return json.loads(text)
    if name == "jsonl":
        return [json.loads(line) for line in text.split("\n")[:-1]]
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2028]", text)
    return text.split("\n")[:-1]


if __name__ == "__main__":
    if sys.argv[1:] == ["--update"]:
        GOLDEN.mkdir(exist_ok=True)
        for each in FORMATS:
            (GOLDEN / each).write_bytes(golden(each))
