"""Kind `place-names`: former names of places, by the day of the story and what its house style says."""

from __future__ import annotations

import pytest

from newslint.kinds.place_names import Options, check, prepare
from newslint.kinds.shared.base import Context
from newslint.kinds.shared.ledger import Day
from newslint.kinds.shared.place_names import in_longer_name
from newslint.kinds.shared.style import Fact, Style, Term
from newslint.text.story import Story

PLACES = {
    "kept": {"over": [r"\bformerly \w+"], "sentence": [r"\b1[0-9]{3}\b"]},
    "places": {
        "Oakhaven": {"was": ["Grimsty"], "since": 1991, "press": "2010-05"},
        "Larkton": {"was": ["Ox"], "since": 2001, "near": ["Dorn"], "except": ["Ox Museum"]},
        "Fen": {"was": ["Fenn"], "since": 2001, "houses": True},
    },
}


class _Lists:
    def get(self, name: str) -> object:
        return {"places": PLACES}[name]


STATE = prepare(Options(list_="places"), _Lists())


def found(text: str, day: str | None = None, style: Style | None = None) -> list[tuple[str, str]]:
    context = Context(Story(text), style=style, dated=(lambda: Day(day, True)) if day else None)
    return [(text[hit.start : hit.end], hit.suggestions[0]) for hit in check(STATE, context)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Snow fell on Grimsty, and Grimsty's mayor too.", ["Grimsty", "Grimsty"]),
        ("Snow fell in Dorn and Ox; the Ox Museum shut.", ["Ox"]),
        ("Snow fell on Ox, an ox and Fenn.", []),
        ("Oakhaven, formerly Grimsty, slept. In 1943 Grimsty burned. Grimsty-born men left for Grimsty Road.", []),
    ],
)
def test_a_former_name_is_reported_where_it_stands_for_the_place(text: str, names: list[str]) -> None:
    assert [name for name, _ in found(text)] == names


def test_a_story_of_an_earlier_day_keeps_the_name_of_its_day() -> None:
    text = "Snow fell on Grimsty."
    assert found(text, "2010-04-30") == []
    assert found(text, "2010-05-01") == [("Grimsty", "Oakhaven")]


def test_what_a_style_says_of_the_place_is_left_to_it() -> None:
    fact = Fact("terms", "sure")
    for term in (Term("Grimsty", ("Oakhaven",), fact), Term("Oakhaven", ("Grimsty",), fact)):
        assert found("Snow fell on Grimsty.", style=Style("test", {}, (term,))) == []


@pytest.mark.parametrize(
    ("before", "form", "after", "longer"),
    [
        ("He read of ", "the Internet", " Archive.", True),
        ("He read of ", "the Internet", " & Television Association.", True),
        ("He read of ", "the Internet", " and told Facebook.", False),
        ("He asked ", "the Internet", " and Mobile Association.", True),
        ("She directed Masters of ", "the Internet", ".", True),
        ("Users of ", "the Internet", " wept.", False),
        ("At IIT ", "Bombay", " they wept.", True),
        ("Dynamo ", "Kiev", " won.", True),
        ("On Tuesday ", "Kiev", " slept.", False),
        ("In ", "Kiev", ", Ann Lee slept.", False),
        ("See www.", "Kiev", ".example.", True),
        ("He joined ", "ISIS", " Group men.", False),
    ],
)
def test_a_longer_name_is_seen(before: str, form: str, after: str, longer: bool) -> None:
    text = before + form + after
    assert in_longer_name(Story(text), len(before), len(before) + len(form)) is longer
