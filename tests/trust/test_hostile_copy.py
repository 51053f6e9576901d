"""Hostile stories: an exit code that says so, a report that steers nothing, and work in proportion to the text."""

from __future__ import annotations

import re
import time

import pytest
from hostile_shapes import SHAPES

from newslint.engine.api import CheckFailedError, check_text
from newslint.engine.checking import ISSUE_LIMIT
from newslint.engine.files import decode_copy

SIZE = 40_000
"""Code points: where each costs what the one before it cost, a story of these takes 0.1 to 1 second."""

LONG_S = 8.0
"""Processor seconds that none of them reaches on a busy machine; what grew with the square took 15 to 60."""

REFUSED = {"random bytes", "NULs", "lone surrogates"}


def everything(text):
    try:
        return check_text(text, advice=True), ()
    except CheckFailedError as error:
        return error.issues, error.not_run


@pytest.mark.parametrize("shape", sorted(SHAPES.keys() - REFUSED))
def test_a_hostile_story_is_checked_in_time_and_its_spans_lie_in_it(shape):
    text = decode_copy(SHAPES[shape](SIZE))
    begin = time.process_time()
    issues, not_run = everything(text)
    spent = time.process_time() - begin
    assert spent < LONG_S, f"{spent:.1f} s"
    # What a check had too much to say of is said; no check fails.
    assert {(one.why, one.mend) for one in not_run} <= {("unavailable", f"stopped after {ISSUE_LIMIT:,} issues")}
    for issue in issues:
        assert 0 <= issue.start <= issue.end <= len(text)
        assert text[issue.start : issue.end] == issue.text


@pytest.mark.parametrize("shape", sorted(REFUSED))
def test_what_is_no_text_is_refused_in_one_sentence(run, tmp_path, shape):
    (tmp_path / "x.txt").write_bytes(SHAPES[shape](5_000))
    done = run("check", "--grammar", "off", "x.txt")
    assert (done.returncode, done.stderr) == (2, "")
    assert re.fullmatch(
        r"no issues in 0 files\nx\.txt: error: (?:a binary file, not text|not valid UTF-8: [^\n]+)\n", done.stdout
    )


STEERING = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""What moves a terminal's cursor, ends a line or turns its direction. Joiners belong to names and emoji: they stay."""


@pytest.mark.parametrize(
    "shape",
    ["control and escape sequences", "right-to-left overrides", "zero-width joiners", "line and paragraph separators"],
)
@pytest.mark.parametrize("form", ["text", "full", "github"])
def test_nothing_in_copy_steers_what_shows_a_report(run, tmp_path, shape, form):
    """What shows a report gets no character that moves, hides or reorders, and a CI log no command of the copy's."""
    (tmp_path / "x.txt").write_bytes(SHAPES[shape](3_000))
    done = run("check", "--grammar", "off", "--show", "advice", "--format", form, "x.txt")
    assert done.returncode == 1
    assert not STEERING.search(done.stdout)
    assert not re.search(r"^\s*::(?!error |warning |notice )", done.stdout, re.MULTILINE)
    assert not re.search(r"^##\[", done.stdout, re.MULTILINE)


def test_a_check_with_ten_thousand_issues_stops_and_says_so():
    with pytest.raises(CheckFailedError) as caught:
        check_text("He came (so." * (ISSUE_LIMIT + 5), select=["punctuation/bracket-unbalanced"])
    assert [(one.what, one.why, one.mend) for one in caught.value.not_run] == [
        ("punctuation/bracket-unbalanced", "unavailable", "stopped after 10,000 issues")
    ]
    assert len(caught.value.issues) == ISSUE_LIMIT
