"""Searching a story for frames: which places are tried, what a pattern of letters takes, and what a class takes."""

from __future__ import annotations

import pickle

import msgspec
import pytest

from newslint.kinds import frame
from newslint.kinds.shared import frame_match
from newslint.kinds.shared.base import Context
from newslint.kinds.shared.frame_match import Joint, Slot, find_starts
from newslint.kinds.shared.frames import CLASSES, Word
from newslint.kinds.shared.frequency import per_thousand
from newslint.kinds.shared.lexicon import load_lexicon
from newslint.rulebook.lists import ListFolder
from newslint.rulebook.packs import shipped_pack
from newslint.text.story import Story

LISTS = ListFolder(shipped_pack().folder / "lists")
LEXICON = load_lexicon(LISTS)


def prepare(*frames: str, **options: object) -> frame.State:
    return frame.prepare(msgspec.convert({"frames": list(frames), **options}, frame.Options), LISTS)


def starts(state: frame.State, text: str) -> list[tuple[int, int]]:
    return sorted(find_starts(state.ready, Story(text, layout="body"), state.lexicon))


def found(state: frame.State, text: str) -> list[str]:
    story = Story(text, layout="body")
    return [text[f.start : f.end] for f in frame.check(state, Context(story))]


@pytest.mark.parametrize(
    ("source", "words", "shapes"),
    [
        ("the a < barley='x' > of", {"barley"}, set()),
        ("the LY of", set(), {"LY"}),
        ("the LY lorry", {"lorry"}, set()),
        ("the MOD* of MOD* < barley='x' > of", {"barley"}, set()),
        ("barley of MOD* < lorry > of", {"barley"}, set()),
        ("the < MOD* lorry? > of", {"the"}, set()),  # where a frame begins is then known
        ("the|and CARDINAL|barley of", {"barley"}, {"CARDINAL"}),
    ],
)
def test_a_story_is_searched_for_rare_words_that_a_frame_cannot_do_without(source, words, shapes):
    ready = prepare(source).ready
    assert set(ready.words) == words
    assert set(ready.shapes) == shapes


def test_only_places_with_the_words_beside_them_are_tried():
    state = prepare("the COUNT < barley='x' > of")
    assert starts(state, "The farmer barley of. The barley. Barley of the farmer. The the barley of.") == [(0, 0)]
    assert starts(state, "Barley") == []
    assert starts(state, "of barley") == []


def test_words_at_an_uncertain_distance_are_looked_for_around():
    state = prepare("several MOD* < barley='x' > of")
    assert starts(state, "barley of") == []
    assert (0, 0) in starts(state, "Several very old barley of")
    assert found(state, "Several very old barley of") == ["barley"]
    assert starts(state, "several old old old old old barley of") == []


def test_a_state_pickles_and_finds_the_same_used_or_not():
    state = prepare("several MOD* < COUNT=plural > END", "a < LY=adjective > NOUN", "rather < then='than' >")
    text = "Several very old witness. A financially ruin. Rather then wait."
    fresh = pickle.loads(pickle.dumps(state))
    assert not fresh.ready.frames
    expected = ["witness", "financially", "then"]
    assert found(fresh, text) == found(state, text) == expected
    assert found(pickle.loads(pickle.dumps(state)), text) == expected


def test_a_frame_is_read_when_it_is_first_tried_only():
    state = prepare("several < witness=plural >", "rather < then='than' >")
    found(state, "Nothing here, rather.")
    assert not state.ready.frames
    found(state, "Rather then wait.")
    assert set(state.ready.frames) == {1}


def test_of_a_class_no_more_than_some_tokens_are_remembered(monkeypatch):
    monkeypatch.setattr(frame_match, "_KEPT", 3)
    slot = prepare("the < COUNT=plural > of").ready.slot("COUNT")
    words = ["farmer", "lorry", "witness", "water", "the"]
    assert [slot.takes(word, LEXICON) for word in words] == [True, True, True, False, False]
    assert len(slot.known) <= 3
    assert [slot.takes(word, LEXICON) for word in words] == [True, True, True, False, False]


@pytest.mark.parametrize("name", sorted(CLASSES))
def test_what_lies_beyond_a_block_is_known_without_the_word_lists(name):
    for negated in (False, True):
        slot = Slot(frozenset(), (((negated, frozenset(), name),),), {})
        assert slot.takes_nothing is (CLASSES[name](LEXICON, Word("", "", False, False)) is not negated)


@pytest.mark.parametrize(
    ("text", "asked", "hits"),
    [
        ("the sad lorry of", False, 1),  # the tokens say it
        ("the très lorry of", True, 0),  # a letter that the pattern does not know
        ("the sad\u00a0lorry of", True, 0),  # nor does it know this space
        ("the sad lorry_of", True, 0),
    ],
)
def test_a_pattern_is_compiled_only_where_the_tokens_do_not_say_that_it_matches(monkeypatch, text, asked, hits):
    compiled = []
    original = frame_match._compiled
    monkeypatch.setattr(frame_match, "_compiled", lambda pattern: compiled.append(pattern) or original(pattern))
    state = prepare("the !FUNC < lorry='x' > !the|END")
    assert len(found(state, text)) == hits
    assert bool(compiled) is asked


def test_frequent_words_are_known_to_be_frequent():
    assert per_thousand(["the"]) > per_thousand(["is"]) > per_thousand(["two"]) > per_thousand(["barley", "lorry"])


def test_few_places_of_a_story_are_tried(monkeypatch):
    """With the shipped frames, each of which would match at hundreds of words by its class."""
    from newslint.engine.book import load
    from newslint.engine.options import Options

    tried = []
    original = frame.match_at
    monkeypatch.setattr(frame, "match_at", lambda *args: tried.append(args[0].source) or original(*args))
    story = Story(_COPY)
    checks = [check for check in load().index(Options(grammar="off")).checks if check.head.kind == "frame"]
    assert len(checks) > 60
    for check in checks:
        list(check.module.check(check.state, Context(story)))
    assert 0 < len(tried) < 25


_COPY = """\
The council said on Monday that the harbour bridge would be closed for two years while engineers replace its cables.

Farmers who bring their lorries across the river every morning have been told to use the road through the valley, which
is longer by some 30 miles. "We were not asked," said Mary Holt, who owns a dairy in the village. "The first we heard of
it was a letter that came last week, and the men who wrote it have never been here."

The bridge, built in 1911, was last repaired in 1987. Several of the cables were found to be rusty after a storm in
January, and experts who looked at them at the time believed that they could break in a strong wind. The price of the
work has risen from 4 million pounds to almost 11 million since then, a report by the county's auditors shows, and
neither the government nor the railway, which runs two trains a day over it, has agreed to pay.

Most people in the town want a ferry to run until the bridge is open again. One of the most likely routes would be from
the old quay to the fish market, a distance of half a mile, but the boats that could be used are in need of repair.
"""


def test_the_frames_of_many_checks_are_searched_for_in_one_walk():
    states = [
        prepare("the COUNT < barley='x' > of", "barley LY"),
        prepare("a|the < barley > COUNT"),
        prepare("< LY > barley"),
        prepare("heron of"),
        prepare("of MOD* < barley > of", "LOWER&!of barley"),
    ]
    joint = Joint([(state.ready, state.lexicon) for state in states])
    for text in (
        "The farmer barley of. The barley farmer, barley really. Really barley.",
        "Of the old grey barley of it: a barley field. Barley",
        "Heron barley of",
        "",
    ):
        story = Story(text, layout="body")
        owners = joint.search(story)
        kept = [sorted(find_starts(states[owner].ready, story, states[owner].lexicon)) for owner in owners]
        alone = [starts(state, text) for state in states]
        assert sorted(owners) == [owner for owner, there in enumerate(alone) if there]
        assert kept == [alone[owner] for owner in owners]


def test_a_check_for_whose_frames_a_story_was_searched_is_not_searched_for_again(monkeypatch):
    state = prepare("the COUNT < barley='x' > of")
    story = Story("The farmer barley of.", layout="body")
    assert Joint([(state.ready, state.lexicon)]).search(story) == [0]
    monkeypatch.setattr(frame_match, "_starts_at", lambda *_: pytest.fail("searched again"))
    assert [story.text[f.start : f.end] for f in frame.check(state, Context(story))] == ["barley"]
