"""The country's name takes the points of the style; names that end in s take theirs where they are people's."""

from __future__ import annotations

import pytest

from newslint.kinds import house_possessive, house_us
from newslint.kinds.shared.base import Context
from newslint.kinds.shared.style import Fact, Style
from newslint.text.edits import apply_edits
from newslint.text.story import Story


def us(value, text, layout="body", **other):
    facts = {name.replace("_", "-"): Fact(said, "sure") for name, said in other.items()}
    context = Context(Story(text, layout), style=Style("any", facts), fact=Fact(value, "sure"))
    return list(house_us.check(house_us.State(), context))


@pytest.mark.parametrize(
    ("value", "points", "right"),
    [
        ("abbreviated", "none", "He left the US in May for the US."),
        ("abbreviated", "us-un", "He left the U.S. in May for the U.S."),
        ("america", "none", "He left America in May for America."),
    ],
)
def test_the_short_form_has_the_points_of_the_style(value, points, right):
    text = "He left the United States in May for the United States."
    (finding,) = us(value, text, abbreviation_points=points)
    assert apply_edits(text, finding.edits) == right


@pytest.mark.parametrize("text", ["The president of the United States left.", "The United States Senate met."])
def test_offices_and_names(text):
    assert us("abbreviated", text) == []


def test_a_headline_is_not_mended_with_the_text():
    text = "Envoy leaves the United States\n\nBy Ida Holm\n\nThe envoy left the United States in May."
    (finding,) = us("abbreviated", text, "story")
    assert len(finding.edits) == 1


def possessives(value, text):
    context = Context(Story(text, "body"), fact=Fact(value, "sure"))
    return [finding.suggestions[0] for finding in house_possessive.check(house_possessive.State(), context)]


def test_possessives_to_and_fro():
    assert possessives("apostrophe", "They took James's boat.") == ["James'"]
    assert possessives("apostrophe-s", "They took James’ boat.") == ["James’s"]
    assert possessives("apostrophe-s", "They took the James' boat, the Beatles' song and Jesus' name.") == []
    assert possessives("apostrophe", "They left St James's Park and the boss's boat.") == []
