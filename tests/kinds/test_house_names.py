"""The kind `house-names`: what the checks' own tests do not reach: suggestions, messages, sections, states."""

from __future__ import annotations

import pickle

from newslint.kinds import house_names
from newslint.kinds.shared.base import Context, Finding
from newslint.kinds.shared.style import Fact, Section, Style
from newslint.text.story import Story


class _Lists:
    def get(self, name: str) -> dict[str, list[object]]:
        assert name == "posts"
        return {"offices": ["minister", "mayor"], "heads": [["director"], ["chief executive", "chief"]]}


def find(asks: str, value: str, text: str, section: Section = "news") -> list[Finding]:
    state = house_names.prepare(house_names.Options(asks=asks), _Lists())  # type: ignore[arg-type]
    style = Style("test", {}, section=section)
    context = Context(Story(text, layout="body"), style=style, fact=Fact(value, "sure"))
    return list(house_names.check(state, context))


def test_a_calling_takes_its_article_with_all_that_belongs_to_it() -> None:
    text = "It was late. French jazz singer Rosa Lal said so to retired engineer Ivo Pell."
    found = find("false-titles", "forbid", text)
    assert [(text[f.start : f.end], f.suggestions) for f in found] == [
        ("French jazz singer", ("The French jazz singer",)),
        ("retired engineer", ("the retired engineer",)),
    ]
    found = find("false-titles", "forbid", "It was late, said French jazz singer Rosa Lal.")
    assert [f.suggestions for f in found] == [("the French jazz singer",)]


def test_a_post_of_which_there_is_one_is_set_apart() -> None:
    (finding,) = find("false-titles", "forbid", "It was late, said director Rosa Lal.")
    assert finding.suggestions == ()
    assert finding.message == 'The house sets the post apart: "the director, Rosa Lal,".'


def test_sport_has_a_language_of_its_own() -> None:
    text = "The prize went to author Rosa Lal."
    assert len(find("false-titles", "forbid", text)) == 1
    assert find("false-titles", "forbid", text, "sport") == []


def test_every_accent_goes_at_every_mention() -> None:
    text = "The singer Zoë Müller won. Müller wept in Zürich."
    found = find("diacritics", "strip", text)
    assert [(text[f.start : f.end], f.suggestions) for f in found] == [
        ("Zoë Müller", ("Zoe Muller",)),
        ("Müller", ("Muller",)),
    ]


def test_the_mark_keeps_its_form() -> None:
    text = "The farmer Ivo Jones wept. It was Jones’ boat."
    (finding,) = find("possessives", "apostrophe-s", text)
    assert finding.suggestions == ("Jones’s",)
    (finding,) = find("possessives", "apostrophe", text.replace("Jones’ ", "Jones’s "))
    assert finding.suggestions == ("Jones’",)


def test_a_state_pickles() -> None:
    state = house_names.prepare(house_names.Options(asks="possessives"), _Lists())  # type: ignore[arg-type]
    assert pickle.loads(pickle.dumps(state)) == state
    assert list(house_names.check(state, Context(Story("James's boat.", layout="body")))) == []
