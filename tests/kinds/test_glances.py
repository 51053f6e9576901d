"""Checks on names and terms: their states pickle, and a story without a second form costs no search."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import msgspec
import pytest

from newslint.kinds import consistency, gazetteer, institution, names
from newslint.kinds.shared import near_names
from newslint.kinds.shared.base import Context
from newslint.rulebook.lists import ListFolder
from newslint.rulebook.loader import parse_check
from newslint.rulebook.packs import shipped_pack
from newslint.text.story import Story

FOLDER = shipped_pack().folder
LISTS = ListFolder(FOLDER / "lists")
KINDS = ("names", "consistency", "institution", "posts", "official", "acronym", "honorific", "gazetteer", "drift")
RULES = sorted(
    path for path in FOLDER.rglob("*.yml") if any(f"\nkind: {kind}\n" in path.read_text("utf-8") for kind in KINDS)
)
STORY = (
    "Council chief quits\n\nMr Pell of the Northern Roads Board (NRB) left Vale on Monday. The finance minister, Rosa "
    "Obi, thanked him, and 12 per cent of the staff of a ski field said the US was far away.\n\nThe Year 12 pupils of "
    "Port Skudevik wrote to the board of health care about a cease-fire. Ms Obi and Ivo Lal spoke.\n"
)


def state_of(rule: str) -> Any:
    path = FOLDER / f"{rule}.yml"
    return parse_check(path.read_text("utf-8"), path.name, rule, LISTS).state


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_a_state_pickles_and_finds_the_same(path: Path) -> None:
    rule = f"{path.parent.name}/{path.stem}"
    check = parse_check(path.read_text("utf-8"), path.name, rule, LISTS)
    again = pickle.loads(pickle.dumps(check.state))
    text = next((test.flag for test in check.head.tests if test.flag), STORY).replace("[[", "").replace("]]", "")
    found = list(check.module.check(check.state, Context(Story(text))))
    assert found
    assert list(check.module.check(again, Context(Story(text)))) == found


class _Refuses:
    """Stands for a pattern that nobody may ask."""

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(name)


@pytest.mark.parametrize("rule", ["terms/joined-word-mix", "terms/place-name-mix", "terms/capital-mix"])
def test_no_text_is_searched_for_forms_unless_two_of_a_group_may_stand(rule: str) -> None:
    state = msgspec.structs.replace(state_of(rule), literal=_Refuses(), exceptions=(_Refuses(),))
    assert list(consistency.check(state, Context(Story(STORY)))) == []


@pytest.mark.parametrize("rule", ["terms/percent-mix", "terms/points-mix", "terms/label-case-mix"])
def test_no_text_is_searched_for_styles_unless_two_may_stand(rule: str) -> None:
    state = state_of(rule)
    styles = tuple(tuple((_Refuses(), write) for _, write in style) for style in state.styles)
    state = msgspec.structs.replace(state, styles=styles, exceptions=(_Refuses(),))
    text = STORY.replace("12 per cent", "a part").replace("Year 12", "last")
    assert list(consistency.check(state, Context(Story(text)))) == []


def test_a_body_with_no_other_of_its_family_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(institution, "find_bodies", _Refuses())
    state = state_of("terms/institution-spelling")
    story = Story("The Northern Roads Board left the Vale Museum. A board slept.", "body")
    assert list(institution.check(state, Context(story))) == []
    with pytest.raises(TypeError):
        list(institution.check(state, Context(Story("The Northern Roads Board met the Fen Board.", "body"))))


def test_a_country_is_searched_for_only_beside_a_head() -> None:
    state = msgspec.structs.replace(state_of("demonyms/country-for-team"), pattern=_Refuses())
    assert list(gazetteer.check(state, Context(Story("The team left Chile. Chile won the match.", "body")))) == []
    with pytest.raises(AssertionError):
        list(gazetteer.check(state, Context(Story("The Chile team left.", "body"))))


def test_names_of_places_are_compared_only_where_they_begin_or_end_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[str, str]] = []
    one_slip = near_names.one_slip
    monkeypatch.setattr(near_names, "one_slip", lambda a, b: compared.append((a, b)) or one_slip(a, b))
    state = names.prepare(names.Options(fault="place-drift"), LISTS)

    def comparisons(text: str) -> int:
        compared.clear()
        list(names.check(state, Context(Story(text, "body"))))
        return len(compared)

    towns = ["Harwick", "Bolsover", "Denholm", "Galashiels", "Innerleithen", "Kirkwall", "Lossiemouth", "Montrose"]
    plain = " ".join(f"They drove to {town} and slept." for town in towns)
    assert comparisons(plain) == 0
    assert 0 < comparisons(f"{plain} They saw Lossiemuoth.") <= 4
