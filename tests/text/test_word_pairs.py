"""Where each word stands, and which follows it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.text.story import Story
from newslint.text.word_pairs import WordPairs, find_positions


def pairs_of(words):
    return WordPairs(words, find_positions(words))


@given(st.lists(st.sampled_from(["the", "pool", "in", "mill", "."]), max_size=30).map(tuple))
def test_pairs_are_those_of_neighbours(words):
    expected = {}
    for index, (word, after) in enumerate(pairwise((*words, ""))):
        expected.setdefault(word, {}).setdefault(after, []).append(index)
    pairs = pairs_of(words)
    assert dict(pairs) == expected
    assert list(pairs) == list(expected), "words in the order in which they are met"
    assert len(pairs) == len(expected)
    assert pairs.keys() == expected.keys()


def test_what_follows_is_worked_out_once_and_only_where_asked_for():
    asked = []

    class Words(tuple):
        def __getitem__(self, index):
            asked.append(index)
            return super().__getitem__(index)

    pairs = pairs_of(Words(["a", "b", "a", "c"]))
    assert "a" in pairs
    assert "d" not in pairs
    assert {"b", "d"} & pairs.keys() == {"b"}
    assert asked == []
    assert pairs["a"] == {"b": [0], "c": [2]}
    assert pairs["a"] is pairs["a"]
    assert asked == [1, 3]


def test_a_word_that_is_not_there():
    pairs = pairs_of(("a",))
    assert pairs.get("b") is None
    with pytest.raises(KeyError):
        pairs["b"]


def test_a_story_spells_its_words_in_small_letters():
    story = Story("The mayor’s pool. The mayor's pool")
    assert story.word_positions == {"the": [0, 4], "mayor's": [1, 5], "pool": [2, 6], ".": [3]}
    assert story.word_pairs["pool"] == {".": [2], "": [6]}
    assert story.token_texts[:2] == ("The", "mayor’s")
    assert story.token_starts == tuple(token.start for token in story.tokens)
