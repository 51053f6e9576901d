"""Phrases are found where an alternation of them all would find them, and what is looked at does not grow with them."""

from __future__ import annotations

import pytest
import re2
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.kinds.shared import phrasebook as module
from newslint.kinds.shared.matching import any_phrase, bounded
from newslint.kinds.shared.phrasebook import find_phrases, phrase_needles, phrasebook
from newslint.text.story import Story


def found(text, *phrases, case="start"):
    story = Story(text)
    return [text[start:end] for start, end in find_phrases(phrasebook(phrases, case), story)]


@pytest.mark.parametrize(
    ("text", "phrases", "case", "hits"),
    [
        ("An otter, Otter, OTTER, otters.", ["otter"], "start", ["otter", "Otter"]),
        ("An otter, Otter, OTTER, otters.", ["Otter"], "match", ["Otter"]),
        ("An otter, Otter, OTTER, otters.", ["Otter"], "ignore", ["otter", "Otter", "OTTER"]),
        ("The otter\r\n\r\n  pup’s tail", ["otter pup's"], "start", ["otter\r\n\r\n  pup’s"]),
        ("A sea otter pup", ["sea otter", "otter pup", "sea otter pup"], "start", ["sea otter pup"]),
        ("It was £5 5 £50.", ["£5"], "start", ["£5"]),
        ("Été, été; « — »", ["été", "« — »"], "start", ["Été", "été", "« — »"]),
        ("\u212aite and ſkiff", ["kite", "skiff"], "ignore", ["\u212aite", "ſkiff"]),
        ("İ kite", ["kite"], "ignore", ["kite"]),
        ("an otter-like, mid-otter otter's otter", ["otter"], "start", ["otter"]),
        ("", ["otter"], "start", []),
    ],
)
def test_by_hand(text, phrases, case, hits):
    assert found(text, *phrases, case=case) == hits


WORDS = st.sampled_from(["an", "otter", "Otter's", "pup", "sea-otter", "été", "5", "£5", "K9", "OTTER", "pups."])
GAPS = st.sampled_from([" ", " ", "  ", "\n", "\r\n\n", ", ", "-", "’", "\xa0", "", ". "])
PHRASES = st.lists(st.lists(WORDS, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=6)
TEXTS = st.lists(st.tuples(WORDS, GAPS), max_size=30).map(lambda parts: "".join(word + gap for word, gap in parts))


@settings(max_examples=400, deadline=None)
@given(PHRASES, TEXTS, st.sampled_from(["start", "match", "ignore"]))
def test_whatever_an_alternation_finds_is_found_and_its_needles_fit(phrases, text, case):
    pattern = re2.compile(any_phrase([phrase.replace("’", "'") for phrase in phrases], case))
    expected = [match.span() for match in pattern.finditer(text) if bounded(text, *match.span())]
    book = phrasebook(phrases, case)
    spans = find_phrases(book, Story(text))
    for (
        start,
        end,
    ) in expected:  # a longer one may begin before it, where that alternation tried another that is part of a word
        assert any(first < end and start < last for first, last in spans)
    if spans:
        assert any(re2.search(needle, text) for needle in phrase_needles(book))
    assert all(bounded(text, *span) and pattern.search(text[slice(*span)]) for span in spans)


@pytest.mark.parametrize("count", [10, 100, 1_000, 10_000])
def test_only_phrases_whose_rarest_word_is_there_are_looked_for(count, monkeypatch):
    looked_for = []
    real = module._Squeezed.find_all
    monkeypatch.setattr(module._Squeezed, "find_all", lambda *args: looked_for.append(args[1]) or real(*args))
    book = phrasebook(["prior to", "in order to", *(f"the blorp{n} of" for n in range(count))], "start")
    text = "The end of the road, in order to be there prior to the others of the blorp7 of old."
    assert [text[slice(*span)] for span in find_phrases(book, Story(text))] == [
        "in order to",
        "prior to",
        "the blorp7 of",
    ]
    assert sorted(looked_for) == ["in order to", "prior to", "the blorp7 of"]
    assert len(book.phrases) == count + 2


def test_a_check_of_very_many_phrases_is_always_run():
    assert phrase_needles(phrasebook([f"blorp{n}" for n in range(2_000)], "start")) is None
