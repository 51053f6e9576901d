"""Signs of a variety that are more than a word: found exactly where a plain search of the text finds them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.text import variety
from newslint.text.story import Story
from newslint.text.variety import guess_variant, story_variant
from newslint.text.variety_phrases import _likely_phrases, find_signs
from newslint.text.variety_signs import PHRASES, US_STATES


def _signs(text: str) -> dict[str, object]:
    story = Story(text)
    parts = [part for runs in variety._mixed_words(story).values() for part in runs]
    return dict(find_signs(story, parts))


def _by_search(text: str) -> set[str]:
    found = set()
    for phrases, _ in PHRASES:
        for phrase in phrases:
            if phrase in text:
                found.add(phrase.strip())
                if not phrase[-1].isalpha():
                    break
    return found


_ALL = [phrase for phrases, _ in PHRASES for phrase in phrases]


@pytest.mark.parametrize("phrase", _ALL)
def test_no_phrase_is_missed_whatever_stands_around_it(phrase):
    for before, after in (("", ""), ("x", "y"), ("the-", "-based"), ("‘", "’s"), ("é", "é"), ("\n", "\n"), ("5", "5")):
        text = f"He saw{before}{phrase}{after} there."
        assert set(_signs(text)) >= _by_search(text)


@given(st.lists(st.sampled_from([*_ALL, "$", "A", "coast", "Council", " ", "-", "’s", "é", "\n", "West "]), max_size=8))
def test_phrases_are_those_of_a_plain_search(parts):
    text = "".join(parts)
    shown = set(_signs(text))
    assert shown >= _by_search(text)
    assert {sign for sign in shown if any(sign == phrase.strip() for phrase in _ALL)} == _by_search(text)


@pytest.mark.parametrize("name", US_STATES)
def test_every_state_with_its_point(name):
    assert f", {name}." in _signs(f"A fire in Salem, {name}. killed two.")
    assert f", {name}." not in _signs(f"A fire in Salem, {name} killed two.")


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("He said Tuesday that it rained.", "said Tuesday"),
        ("She told reporters Friday's vote was off.", "told reporters Friday"),
        ("He said on Tuesday that it rained.", None),
        ("He said Mondays were worst, then ruled Sunday out.", "ruled Sunday"),
        ("It opened on mid-Jan. 5 in snow.", "Jan. 5"),
        ("It opened on Sept. 12.", "Sept. 1"),
        ("It opened on 12 September.", "12 Septem"),
        ("It opened in September 12 years ago.", None),
        ("Twelve 5 Janes sang.", "5 Jan"),
        ("A loss of £4.5bn.", "£4.5bn"),
        ("Sen. Ida Holm, R-Ky., spoke.", "R-Ky"),
    ],
)
def test_dates_parties_and_money(text, sign):
    shown = set(_signs(text))
    assert (sign in shown) if sign else not shown


def test_few_phrases_are_searched_for_in_a_story_that_has_their_words_not():
    likely = _likely_phrases({"rain", "fell"}, has_dollars=False)
    assert len(likely) < len(_ALL) / 6


def test_a_story_is_read_once(monkeypatch):
    story = Story("The colour of the harbour shocked residents of Toowoomba, the Queensland council said.")
    guess = story_variant(story)
    monkeypatch.setattr(variety, "_guess", None)
    assert story_variant(story) is guess


@given(st.text(alphabet="aelorumc cC-'’é1\n", max_size=60))
def test_words_vote_as_runs_of_letters(text):
    text += " the co-labour harbour’s favourite"
    story = Story(text)
    runs = set(variety._LETTERS.findall(text))
    assert variety._voting_words(story, variety._mixed_words(story)) == variety._signals().keys() & runs
    assert guess_variant(text) == story_variant(story)
