"""Marks turn over as a whole: outer and inner, pair by pair, and what is no mark stays."""

from __future__ import annotations

import pickle

import pytest

from newslint.kinds import house_quotes
from newslint.kinds.shared.base import Context
from newslint.kinds.shared.style import Fact
from newslint.text.edits import apply_edits
from newslint.text.story import Story


def found(report, value, text, layout="body"):
    state = house_quotes.State(report)
    return list(house_quotes.check(state, Context(Story(text, layout), fact=Fact(value, "sure"))))


def mended(report, value, text):
    (finding,) = found(report, value, text)
    return apply_edits(text, finding.edits)


def test_curly_and_straight_are_each_other_s_way_back():
    straight = "\"They aren't 'wet',\" she said of the boats' nets. \"It's the '90s.\""
    curly = mended("glyphs", "curly", straight)
    assert curly == "“They aren’t ‘wet’,” she said of the boats’ nets. “It’s the ’90s.”"
    assert mended("glyphs", "straight", curly) == straight


def test_double_and_single_are_each_other_s_way_back():
    double = "“They called it ‘wet’,” she said."
    single = mended("outer", "single", double)
    assert single == "‘They called it “wet”,’ she said."
    assert mended("outer", "double", single) == double


def test_a_story_in_the_other_marks_is_reported_once_and_mended_whole():
    text = "'It is wet,' he said.\n\n'It was dry,' she said.\n\n'We sail at noon,' he added."
    assert mended("outer", "double", text) == text.replace("'", '"')


def test_three_quotations_apart_in_a_story_of_double_marks_are_three_reports():
    text = "“It is wet,” he said of the ‘net’, the ‘mast’ and the ‘quay’. “It was dry,” she said."
    assert [text[f.start : f.end] for f in found("outer", "double", text)] == ["‘net’", "‘mast’", "‘quay’"]


@pytest.mark.parametrize("text", ['The mast is 12" thick, 5\'10" long.', "Hawai'i", "No mark at all"])
def test_feet_inches_and_okinas_are_no_marks(text):
    assert found("glyphs", "curly", text) == []


def test_without_a_fact_nothing_runs():
    assert list(house_quotes.check(house_quotes.State("glyphs"), Context(Story('"It is wet."')))) == []


def test_states_pickle():
    state = house_quotes.State("outer")
    assert pickle.loads(pickle.dumps(state)) == state
