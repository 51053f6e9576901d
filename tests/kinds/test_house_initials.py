"""Points and capitals of abbreviations, with the full stop that a point may be as well."""

from __future__ import annotations

import msgspec
import pytest

from newslint.kinds import house_initials
from newslint.kinds.shared.base import Context, OptionError
from newslint.kinds.shared.style import Fact
from newslint.text.edits import apply_edits
from newslint.text.story import Story

VALUES = {"none": {"U.S.": "US"}, "points": {"US": "U.S."}, "small": {"NATO": "Nato"}}


def found(value, text, layout="body"):
    state = house_initials.prepare(msgspec.convert({"values": VALUES}, house_initials.Options), None)
    return list(house_initials.check(state, Context(Story(text, layout), fact=Fact(value, "sure"))))


@pytest.mark.parametrize(
    ("value", "text", "right"),
    [
        ("none", "He left the U.S. She did not.", "He left the US. She did not."),
        ("none", "He left the U.S.", "He left the US."),
        ("none", "“He left the U.S.”", "“He left the US.”"),
        ("none", "The U.S.-led force, the U.S.'s fleet.", "The US-led force, the US's fleet."),
        ("points", "He left the US. She did not.", "He left the U.S. She did not."),
        ("points", "A US-led force of the US's fleet", "A U.S.-led force of the U.S.'s fleet"),
        ("small", "NATO's NATO-led force", "Nato's Nato-led force"),
    ],
)
def test_the_full_stop_stays(value, text, right):
    (finding,) = found(value, text)
    assert apply_edits(text, finding.edits) == right


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("none", "The U.S.S.R. fell."),
        ("points", "It cost US$5."),
        ("points", "CONTACT US NOW"),
        ("points", "See @US, #US and a.org/US."),
        ("points", "The USA and the bus left."),
        ("small", "See NATO.int."),
    ],
)
def test_what_is_left_alone(value, text):
    assert found(value, text) == []


def test_a_headline_and_the_text_are_mended_apart():
    text = "US envoy leaves\n\nBy Ida Holm\n\nThe US envoy left the US on Friday."
    assert [len(finding.edits) for finding in found("points", text, "story")] == [1, 2]


def test_no_values_is_an_error():
    with pytest.raises(OptionError):
        house_initials.prepare(house_initials.Options(values={}), None)
