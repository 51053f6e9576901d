"""The list of places: one present name for each former one, and styles and checks that do not contradict it."""

from __future__ import annotations

from collections import Counter

import pytest

from newslint.kinds.shared.base import OptionError
from newslint.kinds.shared.place_names import other_names, read_kept, read_places
from newslint.rulebook.house import first_day
from newslint.rulebook.lists import ListFolder
from newslint.rulebook.packs import shipped_pack
from newslint.rulebook.yamlfile import read_yaml

PACK = shipped_pack().folder
LISTS = ListFolder(PACK / "lists")
PLACES = read_places(LISTS.get("places"))
STYLES = {
    path.stem: read_yaml(path.read_text("utf-8"), str(path)).get("terms", [])
    for path in sorted((PACK / "styles").glob("*.yml"))
}


def test_each_name_is_of_one_place() -> None:
    names = Counter(name for now, place in PLACES.items() for name in (now, *place.was))
    assert [name for name, times in names.items() if times > 1] == []


def test_newsrooms_take_a_name_up_when_it_is_there() -> None:
    for now, place in PLACES.items():
        assert "1940" < first_day(place.since) < "2027", now
        assert not place.press or first_day(place.since) < first_day(place.press), now
        assert not (place.press and place.houses), f"{now}: newsrooms are divided, or have taken it up"


def test_exceptions_hold_a_name_of_the_place() -> None:
    for now, place in PLACES.items():
        for phrase in place.except_:
            assert any(name.lower() in phrase.lower() for name in (now, *place.was)), (now, phrase)


def test_a_mix_of_names_is_a_mix_of_one_places_names() -> None:
    for row in LISTS.get("term-variants")["places"]:
        known = {now for now, place in PLACES.items() if {now, *place.was} & set(row)}
        assert len(known) <= 1, row
        assert known <= set(row), row


@pytest.mark.parametrize("style", STYLES)
def test_a_styles_place_is_chosen_from_the_list(style: str) -> None:
    names = {name for now, place in PLACES.items() for name in (now, *place.was)}
    for term in STYLES[style]:
        assert ("for" in term) == (term["use"] not in names), f"{term['use']}: places are of the list, others are not"
        assert names.isdisjoint(term.get("for", ())), term


@pytest.mark.parametrize("style", STYLES)
def test_a_style_does_not_repeat_what_the_default_book_says(style: str) -> None:
    """Only a place whose name houses dispute, or a name that one took up at another day, is a style's to say."""
    chosen = {term["use"]: term for term in STYLES[style] if "for" not in term}
    for use, term in chosen.items():
        found = other_names(PLACES, use)
        assert found is not None
        others, place = found
        dated = "since" in term or any(chosen[other].get("until") for other in others if other in chosen)
        assert place.houses or use in place.was or dated, f"{use}: the default book says so"


def test_a_place_is_found_by_any_of_its_names() -> None:
    assert other_names(PLACES, "Turkey") == (("Türkiye", "Turkiye"), PLACES["Türkiye"])
    assert other_names(PLACES, "Otterbrook") is None


def test_a_bad_list_is_said_to_be_one() -> None:
    for bad in ({}, {"places": {"A": {"was": "B", "since": 1991}}}, {"places": {"A": {"was": ["B"]}}}, {"places": 1}):
        with pytest.raises(OptionError, match="the list of places: "):
            read_places(bad)
    with pytest.raises(OptionError, match="bad pattern"):
        read_kept({"kept": {"over": ["("], "sentence": []}})
