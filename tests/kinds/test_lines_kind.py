"""Whole lines that are no part of the story, and what is left when they are taken out."""

from __future__ import annotations

import pytest

from newslint.issue import Edit
from newslint.kinds import lines
from newslint.kinds.shared.base import Context
from newslint.text.edits import apply_edits
from newslint.text.story import Story


def run(text, **options):
    state = lines.prepare(lines.Options(patterns=("MORE",), **options), None)
    found = list(lines.check(state, Context(Story(text))))
    edits: list[Edit] = [edit for finding in found for edit in finding.edits]
    return [text[f.start : f.end] for f in found], apply_edits(text, edits)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_a_line_goes_with_one_blank_line(ending):
    text = ending.join(["One.", "", " MORE ", "", "Two.", ""])
    assert run(text) == (["MORE"], ending.join(["One.", "", "Two.", ""]))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("One.\n\nMORE", "One."),
        ("One.\nMORE\nTwo.", "One.\nTwo."),
        ("MORE", ""),
        ("MORE\n\nOne.", "One."),
        ("One.\n\nMORE\n", "One.\n\n"),
    ],
)
def test_at_the_edges_of_the_text(text, left):
    assert run(text) == (["MORE"], left)


def test_a_part_of_a_line_is_no_line():
    assert run("One MORE.\nMORE or less")[0] == []


def test_the_last_line_can_be_spared():
    assert run("One.\n\nMORE\n\nTwo.\n\nMORE\n", place="not-last")[0] == ["MORE"]


def test_the_first_line_may_be_spared():
    assert run("\nMORE\n\nOne.\n\nMORE\n", place="not-first")[1] == "\nMORE\n\nOne.\n\n"
