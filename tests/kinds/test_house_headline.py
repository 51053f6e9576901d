"""Headlines: capitals are proved by the story's own words."""

from __future__ import annotations

from newslint.kinds import house_headline
from newslint.kinds.shared.base import Context
from newslint.kinds.shared.style import Fact
from newslint.text.edits import apply_edits
from newslint.text.story import Story


def found(report, value, headline, body="The skipper left the port in heavy snow on Friday."):
    text = f"{headline}\n\nBy Ida Holm\n\n{body}"
    context = Context(Story(text), fact=Fact(value, "sure"))
    return [
        apply_edits(text, f.edits).split("\n")[0] for f in house_headline.check(house_headline.State(report), context)
    ]


def test_a_title_is_lowered_where_the_story_proves_the_words():
    assert found("case", "sentence", "Skipper Left Port in Heavy Snow") == ["Skipper left port in heavy snow"]


def test_a_title_with_words_that_the_story_does_not_have_is_reported_and_left_to_the_desk():
    headline = "Skipper Leaves Port in Heavy Snow"
    context = Context(
        Story(f"{headline}\n\nBy Ida Holm\n\nThe skipper left the port in heavy snow."), fact=Fact("sentence", "sure")
    )
    (finding,) = house_headline.check(house_headline.State("case"), context)
    assert not finding.suggestions
    assert not finding.edits
    assert "names alone" in (finding.message or "")


def test_names_alone_prove_nothing():
    assert found("case", "sentence", "Ida Holm Meets Perrin Vale", "Ida Holm met Perrin Vale.") == []


def test_a_headline_in_capitals_is_left_alone():
    assert found("case", "sentence", "SKIPPER LEAVES PORT IN SNOW") == []
    assert found("case", "title", "SKIPPER LEAVES PORT IN SNOW") == []


def test_a_headline_is_raised():
    assert found("case", "title", "Oil-for-food skipper won't wait at port of heavy snow") == [
        "Oil-for-Food Skipper Won't Wait at Port of Heavy Snow"
    ]


def test_quoted_words_are_the_speaker_s():
    assert found("question", "avoid", "“Where is he?”") == []
    assert len(found("question", "avoid", "Where is he now?")) == 1
