"""The article kind: how words, figures and acronyms begin to the ear."""

from __future__ import annotations

import pytest

from newslint.kinds import article
from newslint.kinds.article import Sound, sound_of
from newslint.kinds.shared.base import Context, OptionError
from newslint.rulebook.lists import ListFolder
from newslint.rulebook.packs import shipped_pack
from newslint.text.story import Story

LISTS = ListFolder(shipped_pack().folder / "lists")
STATE = article.prepare(article.Options(), LISTS)


@pytest.mark.parametrize(
    "word",
    """apple hour honest heir umbrella usher urban uninvited unimportant X-ray MP NHS FBI SUV LGBT RSPCA EU ISIS 8 8th
    80 800 8,000 8.5 11 11th 18-month 11,000 18,500 1850 $8 £11m A-level F-16 e-mail onerous O'Brien étude SNP NGO
    RNLI SEC unyielding unexpected Umm-less 80s""".split(),  # noqa: SIM905
)
def test_vowel_sounds(word):
    assert sound_of(word, STATE) in (Sound.VOWEL, None)
    assert word.startswith("Umm") or sound_of(word, STATE) is Sound.VOWEL


@pytest.mark.parametrize(
    "word",
    """bus one one-off once-great European eulogy ewe uniform union unit
    United university useful usual utensil uranium
    U-turn UN UK US UEFA BBC PhD NATO FIFA FEMA 1 10 12 17-year-old 1,200 110 180 1.8 $1 £12m T-shirt Ukrainian Ugandan
    herb yacht hotline horse FTSE uni ubiquitous user-friendly""".split(),  # noqa: SIM905
)
def test_consonant_sounds(word):
    assert sound_of(word, STATE) is Sound.CONSONANT


@pytest.mark.parametrize(
    "word", ["historic", "hotel", "RAF", "HGV", "SOCA", "1,800", "Uma", "0-4", "1100", "mRNA", "Xi"]
)
def test_nothing_is_said_where_both_are_in_use(word):
    assert sound_of(word, STATE) is None


def test_american_herbs_go_both_ways():
    assert sound_of("herb", STATE, american=True) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is a hour.", ["a hour"]),
        ("It is a\nhour.", ["a\nhour"]),
        ("It is a\n\nhour.", []),
        ("Hepatitis A outbreak. Vitamin A is. Plan A or B.", []),
        ("A old man.", ["A old"]),
        ("An Garda said so. An Post, too.", []),
        ("It cost a A$9 fee.", []),
        ("He said “a ‘ugly’ town”.", ["a ‘ugly"]),
    ],
)
def test_where_an_article_stands(text, found):
    findings = article.check(STATE, Context(Story(text, layout="body")))
    assert [text[f.start : f.end] for f in findings] == found


def test_a_list_without_its_parts_is_refused():
    with pytest.raises(OptionError, match="needs"):
        article.prepare(article.Options(sounds="people"), LISTS)


def findings(state: article.State, text: str, variant: str = "en-GB") -> list[str]:
    story = Story(text, layout="body")
    return [text[f.start : f.end] for f in article.check(state, Context(story, variant=variant))]


def test_an_article_is_found_whatever_joins_it_to_a_mark():
    text = "She ate a apple. (A orange.) “A egg” and x\u2010a apple, x\u00ad a apple, but AT&a apple, 1.a apple."
    assert findings(STATE, text) == ["a apple", "A orange", "A egg", "a apple", "a apple"]
    assert findings(STATE, "a\nan apple, a\u00a0apple") == ["a\u00a0apple"]


def test_what_follows_is_judged_once_for_each_variety(monkeypatch):
    judged = []
    original = article.sound_of
    monkeypatch.setattr(
        article, "sound_of", lambda word, *args, **kw: judged.append(word) or original(word, *args, **kw)
    )
    state = article.prepare(article.Options(), LISTS)
    for _ in range(3):
        assert findings(state, "An herb, a apple and a apple too.") == ["An herb", "a apple", "a apple"]
        assert findings(state, "An herb, a apple and a apple too.", "en-US") == ["a apple", "a apple"]
    assert judged == ["herb", "apple", "herb", "apple"]


def test_the_memory_of_what_follows_is_bounded(monkeypatch):
    monkeypatch.setattr(article, "_KEPT", 2)
    state = article.prepare(article.Options(), LISTS)
    assert len(findings(state, "a apple, a egg, a orange, a apple")) == 4
    assert len(state.known) <= 2
