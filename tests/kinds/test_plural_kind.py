"""The plural kind: which words ask for a plural, where a noun phrase ends, and errors that say what is wrong."""

from __future__ import annotations

import pickle

import msgspec
import pytest

from newslint.kinds import plural
from newslint.kinds.shared.base import Context, OptionError
from newslint.rulebook.lists import ListFolder
from newslint.rulebook.packs import shipped_pack
from newslint.text.story import Story

LISTS = ListFolder(shipped_pack().folder / "lists")


def find(after: dict[str, object], text: str, **options: object) -> list[tuple[str, str]]:
    state = plural.prepare(msgspec.convert({"after": [after], **options}, plural.Options), LISTS)
    story = Story(text, layout="body")
    return [(text[f.start : f.end], f.suggestions[0]) for f in plural.check(state, Context(story))]


FLEET = {"words": "fleet string", "of": True}
MANY = {"words": "many both", "pronoun": True}


@pytest.mark.parametrize(
    ("after", "text", "found"),
    [
        (FLEET, "A fleet of old barge was sold.", [("barge", "barges")]),
        (FLEET, "A fleet of coal-fired tug, of all things.", [("tug", "tugs")]),
        (FLEET, "A string of burglary and two arrests.", [("burglary", "burglaries")]),
        (FLEET, "A string of robber fled.", [("robber", "robbers")]),
        (FLEET, "A string of children, a fleet of water.", []),
        (FLEET, "A string of tanker and coach drivers left.", []),
        (FLEET, "A string of tanker, coach and lorry drivers left.", []),
        (FLEET, "A string of women won compensation.", []),
        (FLEET, "A string of barge's crews left.", []),
        (FLEET, "A string of\n\nfarmer went.", []),
        (MANY, "Both saw it.", []),
        (MANY, "Both clerk face a ban.", [("clerk", "clerks")]),
        (MANY, "She refused both offer on Monday.", [("offer", "offers")]),
        (MANY, "Both tutor were ill.", [("tutor", "tutors")]),
        (
            {"words": "two", "not-after": "the"},
            "The two tutor left. Ann's two tutor left. He met two tutor.",
            [("tutor", "tutors")],
        ),
        ({"words": "CARDINAL"}, "He met 14 tutor at 1 school in 1999 snow.", [("tutor", "tutors")]),
        ({"words": "lot", "of": "the"}, "A lot of the tutor left, a lot of tutor.", [("tutor", "tutors")]),
        (
            {"words": "dozen", "only-after": "NUMBER"},
            "Two dozen tutor, a dozen clerk.",
            [("tutor", "tutors")],
        ),
        ({"words": "two", "plain": True}, "Two Acme tutor left.", []),
        ({"words": "two", "ends": "in END"}, "Two tutor left. Two clerk in Ayr.", [("clerk", "clerks")]),
        ({"words": "two", "modifiers": 1}, "Two tutor left. Two old clerk left.", [("clerk", "clerks")]),
    ],
)
def test_a_noun_after_words_that_ask_for_a_plural(after, text, found):
    assert find(after, text) == found


def test_nouns_and_words_between_may_be_left_alone():
    two = {"words": "two"}
    assert find(two, "Two clerk left.", skip="clerk") == []
    assert find(two, "Two year clerk left.", between="year") == []
    assert find(two, "Two clerk left.", **{"except": ["(?i)two clerk"]}) == []


def test_no_words_or_an_unknown_list_is_an_error():
    with pytest.raises(OptionError, match="needs `after`"):
        plural.prepare(plural.Options(after=()), LISTS)
    with pytest.raises(OptionError, match="is not a list and a part of it"):
        find({"words": "@people nobody"}, "Text.")


def test_a_state_pickles_and_finds_the_same():
    state = plural.prepare(msgspec.convert({"after": [FLEET, {"words": "CARDINAL"}]}, plural.Options), LISTS)
    text = "A fleet of old barge and 30 barge."
    for each in (state, pickle.loads(pickle.dumps(state))):
        assert [text[f.start : f.end] for f in plural.check(each, Context(Story(text, layout="body")))] == ["barge"] * 2


def test_only_the_words_that_ask_for_a_plural_are_looked_at(monkeypatch):
    looked = []
    original = plural._head
    monkeypatch.setattr(plural, "_head", lambda *args: looked.append(args[2]) or original(*args))
    assert find(FLEET, "A fleet was a string of the fleet of fleets.") == []
    assert looked == [4, 7]
