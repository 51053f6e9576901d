"""Dashes are told from ranges, scores and rows of names, and each form is mended at one go."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.kinds import house_dash
from newslint.kinds.shared.base import Context
from newslint.kinds.shared.places import matches_at
from newslint.kinds.shared.style import Fact
from newslint.text.edits import apply_edits
from newslint.text.story import Story

FORMS = list(house_dash._FORMS)


def found(value, text):
    return list(house_dash.check(house_dash.State(), Context(Story(text, "body"), fact=Fact(value, "sure"))))


@pytest.mark.parametrize("value", FORMS)
@pytest.mark.parametrize("other", FORMS)
def test_each_form_is_mended_to_each_other(value, other):
    text = "The ice{0}all of it{0}has gone."
    wrong, right = text.format(house_dash._FORMS[other]), text.format(house_dash._FORMS[value])
    if wrong == right:
        assert found(value, wrong) == []
    else:
        (finding,) = found(value, wrong)
        assert apply_edits(wrong, finding.edits) == right
        assert found(value, right) == []


@pytest.mark.parametrize(
    "text",
    [
        "They won 3 - 2 at home.",
        "It is open 10 - 12 daily.",
        "It is open Monday - Friday.",
        "The London - Paris train left.",
        "The vote was 1990–95 and 10–12.",
        "- an item of a list",
        "The US-Iran talks and the New York–Oslo line.",
    ],
)
@pytest.mark.parametrize("value", FORMS)
def test_what_looks_like_a_dash(value, text):
    assert found(value, text) == []


def test_one_report_a_form_with_the_number_of_its_places():
    text = "It is wet - very wet - and cold—so cold—here - now."
    assert [(f.values["count"], len(f.edits)) for f in found("en-spaced", text)] == [("3", 3), ("2", 2)]


def test_a_value_that_the_kind_does_not_know_asks_for_nothing():
    assert found("none-of-them", "It is wet - very wet — and cold.") == []


@given(st.text(alphabet="ab –—-\n”1.", max_size=40), st.sampled_from(FORMS))
def test_edits_of_a_form_never_overlap(text, value):
    for finding in found(value, text):
        apply_edits(text, finding.edits)
        assert list(finding.edits) == sorted(finding.edits, key=lambda edit: edit.start)


@given(st.sampled_from(list(house_dash._PATTERNS)), st.text(alphabet="ab –—-\n”1", max_size=40))
def test_every_dash_is_found(mark, text):
    pattern = house_dash._PATTERNS[mark]
    assert [m.span() for m in matches_at(pattern, mark.strip(), text)] == [m.span() for m in pattern.finditer(text)]
