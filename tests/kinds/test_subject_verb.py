"""The subject-verb kind: heads, what may stand between, and which verbs show their number."""

from __future__ import annotations

import pickle

import pytest

from newslint.kinds import subject_verb
from newslint.kinds.shared.base import Context
from newslint.rulebook.lists import ListFolder
from newslint.rulebook.packs import shipped_pack
from newslint.text.story import Story

LISTS = ListFolder(shipped_pack().folder / "lists")
STATE = subject_verb.prepare(
    subject_verb.Options(clauses="that but said", loose="that", skip="team", plural_skip="news", distance=0), LISTS
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The cost of the ferries have doubled.", [("have", "has")]),
        ("The cost of the town's new ferries weren’t known.", [("weren’t", "wasn’t")]),
        ("The growers' contracts expires in May.", [("expires", "expire")]),
        ("She said her tugs in the port was lost.", [("was", "were")]),
        ("Estimates from the port shows that it shrank.", [("shows", "show")]),
        ("A letter by two clerks at the port say so.", [("say", "says")]),
        ("The ban on tugs built in the port are silly.", [("are", "is")]),
        ("The number of tugs in the ports have grown.", [("have", "has")]),
        ("He said ferries was late.", [("was", "were")]),
        ("The ferries along the shore remains shut.", [("remains", "remain")]),
        ("The team of clerks were praised. The news from the ports is bad.", []),
        ("The cost of tugs and ferries have doubled. The cost, of ferries, have doubled.", []),
        ("He asked that the owner of the tugs say so.", []),
        ("The clerk who met the owners of the tugs were ill.", []),
        ("Painting ferries in the port has begun. Friends of the Earth has won.", []),
        ("The plan to close ferries are silly.", []),
    ],
)
def test_a_verb_takes_its_subjects_number(text, found):
    findings = subject_verb.check(STATE, Context(Story(text, layout="body")))
    assert [(text[f.start : f.end], f.suggestions[0]) for f in findings] == found


def test_a_verb_beside_its_subject_is_left_to_others_where_a_distance_is_asked_for():
    state = subject_verb.prepare(subject_verb.Options(distance=1), LISTS)
    assert list(subject_verb.check(state, Context(Story("The ferries was late.", layout="body")))) == []


def test_a_state_pickles_and_what_it_knows_of_words_is_bounded(monkeypatch):
    monkeypatch.setattr(subject_verb, "_KEPT", 3)
    state = pickle.loads(pickle.dumps(subject_verb.prepare(subject_verb.Options(distance=0), LISTS)))
    text = "The cost of the ferries have doubled. The growers' contracts expires in May."
    for _ in range(2):
        found = subject_verb.check(state, Context(Story(text, layout="body")))
        assert [text[f.start : f.end] for f in found] == ["have", "expires"]
    assert len(state.known) <= 3


def test_a_word_is_looked_up_in_the_lists_once(monkeypatch):
    asked = []
    original = subject_verb._traits
    monkeypatch.setattr(subject_verb, "_traits", lambda state, word: asked.append(word) or original(state, word))
    state = subject_verb.prepare(subject_verb.Options(distance=0), LISTS)
    for _ in range(2):
        list(subject_verb.check(state, Context(Story("The cost of the ferries have doubled. The cost of it."))))
    assert asked
    assert sorted(asked) == sorted(set(asked))
