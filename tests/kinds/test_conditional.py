"""The conditional kind: questions, answers, their order and their reach."""

from __future__ import annotations

import pytest

from newslint.kinds.shared.base import Context
from newslint.rulebook.errors import RuleError
from newslint.rulebook.lists import ListFolder
from newslint.rulebook.loader import parse_check
from newslint.rulebook.packs import shipped_pack
from newslint.text.story import Story

LISTS = ListFolder(shipped_pack().folder / "lists")
CHECK = """
id: x/y
kind: conditional
message: '"{value}" has no answer.'
why: A test.
severity: warning
%s
tests:
  - flag: "[[a]]"
  - pass: "b"
"""
ACRONYM = "first: '\\b([A-Z]{3})\\b'\nsecond: '\\(([A-Z]{3})\\)'"


def found(text, options=ACRONYM):
    check = parse_check(CHECK % options, "x.yml", "x/y", LISTS)
    return [(i.start, i.text) for i in check.issues(Context(Story(text, layout="body")), "story")]


def test_a_value_without_its_answer_is_reported_once():
    assert found("The NRB met. The NRB left. The Pay Board (NPB) stayed.") == [(4, "NRB")]


def test_an_answer_to_another_value_is_none():
    assert found("The Roads Board (NRB) met the NPB.") == [(30, "NPB")]


def test_order_before():
    text = "The NRB met. The Roads Board (NRB) left."
    assert found(text) == []
    assert found(text, ACRONYM + "\norder: before") == [(4, "NRB")]
    assert found("The Roads Board (NRB) left. The NRB met.", ACRONYM + "\norder: before") == []


@pytest.mark.parametrize(("within", "count"), [("story", 0), ("block", 0), ("sentence", 1)])
def test_reach(within, count):
    assert (
        len(found("On the one hand, no. On the other, yes.", f"first: one hand\nsecond: the other\nwithin: {within}"))
        == count
    )


def test_block_reach_ends_with_the_paragraph():
    assert found("On the one hand, no.\n\nOn the other, yes.", "first: one hand\nsecond: the other\nwithin: block")


def test_allowed_values_and_speech_ask_nothing():
    assert found('The BBC met. "The NRB left," he said.', ACRONYM + "\nallow-list: acronyms household") == []
    assert found("The NRB met.", ACRONYM + "\nallow: [NRB]") == []


def test_marked_part_and_named_value():
    options = "first: '\\w (?P<mark>\\((?P<value>[A-Z]{3})\\))'\nsecond: ' ([A-Z]{3})\\b'"
    assert found("The Roads Board (NRB) met.", options) == [(16, "(NRB)")]
    assert found("The Roads Board (NRB) met. The NRB left.", options) == []


def test_an_unknown_list_is_named():
    with pytest.raises(RuleError, match="no group `x`"):
        found("", ACRONYM + "\nallow-list: acronyms x")
