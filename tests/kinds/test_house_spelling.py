"""Tables of spellings: the side that each value takes, and words that are names or somebody's speech."""

from __future__ import annotations

import pickle

import msgspec
import pytest

from newslint.kinds import house_spelling
from newslint.kinds.shared.base import Context, OptionError
from newslint.kinds.shared.style import Fact
from newslint.text.story import Story


class Lists:
    def get(self, name):
        return {"our": {"both": "colour/color"}, "programme": {"british": "programme/program"}}


def state_of(**options):
    return house_spelling.prepare(msgspec.convert(options, house_spelling.Options), Lists())


PAIRS = {"pairs": "co-operate/cooperate", "halves": ("hyphen", "solid")}
LISTED = {
    "list": "any",
    "values": {"en-AU": {"british": ["our"], "american": ["programme"]}, "en-GB": {"british": ["our", "programme"]}},
}


def found(state, value, text, words=frozenset()):
    context = Context(Story(text, "body"), words=words, fact=Fact(value, "sure"))
    return [(text[f.start : f.end], f.suggestions[0], len(f.edits)) for f in house_spelling.check(state, context)]


def test_each_value_takes_its_side_by_family():
    state = state_of(**LISTED)
    text = "The color of the programme, color and program."
    assert sorted(found(state, "en-AU", text)) == [("color", "colour", 2), ("programme", "program", 1)]
    assert found(state, "en-GB", text) == [("color", "colour", 2)]  # a program may be a computer's


def test_both_halves_of_a_pair():
    state = state_of(**PAIRS)
    assert found(state, "hyphen", "They cooperate.") == [("cooperate", "co-operate", 1)]
    assert found(state, "solid", "They co-operate.") == [("co-operate", "cooperate", 1)]


@pytest.mark.parametrize(
    "text", ["The Color Purple", "“The color is off,” he said.", "#color", "www.color.net", "See color.net."]
)
def test_names_speech_and_addresses_keep_their_spelling(text):
    assert found(state_of(**LISTED), "en-GB", text) == []


def test_a_capital_counts_where_a_sentence_begins_before_a_small_word():
    state = state_of(**LISTED)
    assert found(state, "en-GB", "Color is all.") == [("Color", "Colour", 1)]
    assert found(state, "en-GB", "Color Purple is out.") == []


def test_the_newsroom_s_own_words_are_right():
    assert found(state_of(**LISTED), "en-GB", "The color is off.", frozenset(("color",))) == []


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"list": "any"},
        {"pairs": "a/b"},
        {"pairs": "ab", "halves": ("x", "y")},
        {"list": "any", "values": {"en-GB": {"british": ["nothing"]}}},
    ],
)
def test_wrong_options_say_so(options):
    with pytest.raises(OptionError):
        state_of(**options)


def test_states_pickle():
    state = state_of(**PAIRS)
    assert pickle.loads(pickle.dumps(state)) == state
