"""The lines around a story: forms that are told with certainty, and those that are let be."""

from __future__ import annotations

import pytest

from newslint.kinds import house_furniture
from newslint.kinds.shared.base import Context
from newslint.kinds.shared.style import Fact
from newslint.text.story import Story


def found(report, value, line, *, last=False):
    body = "The ice has gone from the port."
    text = f"Ice goes from the port\n\n{body}\n\n{line}" if last else f"Ice goes from the port\n\n{line}\n\n{body}"
    state = house_furniture.State(report)
    context = Context(Story(text), fact=Fact(value, "sure"))
    return [
        (text[f.start : f.end], f.suggestions[0] if f.suggestions else "")
        for f in house_furniture.check(state, context)
    ]


@pytest.mark.parametrize(
    ("value", "line", "right"),
    [
        ("by-name", "Alan Vale", "By Alan Vale"),
        ("by-name", "By ALAN VALE", "By Alan Vale"),
        ("name", "By Alan Vale", "Alan Vale"),
        ("capitals", "By Alan Vale", "ALAN VALE"),
        ("by-capitals", "By Alan Vale and Ida Holm", "By ALAN VALE and IDA HOLM"),
        ("name-place", "Alan Vale in Lima", "Alan Vale, Lima"),
        ("by-name-in-place", "By Alan Vale in Lima", "By Alan Vale, in Lima"),
        ("none", "By Alan Vale", ""),
    ],
)
def test_bylines(value, line, right):
    assert found("byline", value, line) == [(line, right)]
    assert right == "" or found("byline", value, right) == []


@pytest.mark.parametrize("value", ["by-name", "name", "capitals", "by-capitals", "none"])
@pytest.mark.parametrize("line", ["By our own correspondent", "Ewood Park", "9 May 2016", "Political correspondent"])
def test_lines_that_name_nobody(value, line):
    assert found("byline", value, line) == []


@pytest.mark.parametrize("line", ["LIMA (AP) —", "NEW YORK (AP) —", "AUSTIN, Texas (AP) —", "ST. LOUIS (AP) —"])
def test_datelines_of_a_house(line):
    assert found("dateline", "city-agency", line + " The snow came.") == []
    assert found("dateline", "none", line + " The snow came.") == [(line, "")]


def test_a_dateline_that_a_value_cannot_tell_is_left_alone():
    assert found("dateline", "city-small-capitals", "LIMA (AP) — The snow came.") == []


def test_sign_offs():
    assert found("sign-off", "agency", "(AFP)", last=True) == [("(AFP)", "AFP")]
    assert found("sign-off", "agency-brackets", "AFP", last=True) == [("AFP", "(AFP)")]
    assert found("sign-off", "agency-brackets", "(AFP)", last=True) == []
    assert found("sign-off", "contributors", "AFP", last=True) == []
