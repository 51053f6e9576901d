"""One body or its people: the subject stands first in its sentence, directly before its verb."""

from __future__ import annotations

import msgspec
import pytest

from newslint.kinds import house_collective
from newslint.kinds.shared.base import Context, OptionError
from newslint.kinds.shared.style import Fact
from newslint.text.story import Story


def found(value, text, **options):
    given = {"report": "bodies", "nouns": ["council"], "names": ["Arsenal"], "suffixes": ["Rovers"], **options}
    state = house_collective.prepare(msgspec.convert(given, house_collective.Options), None)
    context = Context(Story(text, "body"), fact=Fact(value, "sure"))
    return [(text[f.start : f.end], f.suggestions[0]) for f in house_collective.check(state, context)]


def test_the_verb_alone_is_marked():
    assert found("singular", "The town council are out. The council haven’t met.") == [
        ("are", "is"),
        ("haven’t", "hasn’t"),
    ]
    assert found("plural", "Arsenal is out. Bristol Rovers was in.") == [("is", "are"), ("was", "were")]
    assert found("plural-names", "Arsenal are out. Bristol Rovers are in.") == [("are", "is")]


@pytest.mark.parametrize(
    "text", ["Members of the council are out.", "If the council were to go.", "He said the council are out."]
)
def test_where_the_subject_is_not_certain(text):
    assert found("singular", text) == []


def test_something_must_be_named():
    with pytest.raises(OptionError):
        found("singular", "", nouns=[], names=[], suffixes=[])
