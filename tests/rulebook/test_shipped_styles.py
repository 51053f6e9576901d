"""The shipped house styles: all are there, of one vocabulary, and each change of a house lies between two days."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from newslint.rulebook.check import Check
from newslint.rulebook.houses import SECTIONS, find_house, house_names, shipped_options, style_names
from newslint.rulebook.packs import shipped_pack

SHIPPED = shipped_pack().folder
NAMES = style_names(SHIPPED)
HOUSES = {name: find_house(name) for name in NAMES}


def test_all_thirteen_are_there() -> None:
    assert NAMES == (
        "abc",
        "ap",
        "australian-government",
        "bbc",
        "canadian-press",
        "economist",
        "guardian",
        "nine",
        "nyt",
        "reuters",
        "telegraph",
        "the-australian",
        "times",
    )
    assert set(NAMES) <= set(house_names())


def test_every_option_of_the_list_is_set_by_some_house() -> None:
    options = shipped_options()
    news = {f"{name}.{section}": name for name in options for section in SECTIONS}
    said = {news.get(option, option) for house in HOUSES.values() for option in house.facts}
    assert said == set(options), "an option that no house sets, or one that is not in the list"


def test_every_value_is_served_or_says_why_not(shipped: Sequence[Check]) -> None:
    """A value is served where a check's test flags a text under it."""
    flagged = {
        (option, value)
        for check in shipped
        for case in check.head.tests
        if case.flag and check.head.style is not None
        for option, value in case.style.items()
    }
    for name, option in shipped_options().items():
        marked = {value for value in option.values if option.unchecked(value)}
        served = {value for value in option.values if (name, value) in flagged}
        assert served | marked == set(option.values), f"{name}: nothing is flagged, and it does not say why"
        assert not served & marked, f"{name}: flagged, and said to be unserved"
        assert set(option.permits) <= set(option.values)
        assert isinstance(option.unserved, str) or set(option.unserved) <= set(option.values)


def test_what_is_left_out_is_no_option_of_the_house_and_has_its_reason() -> None:
    left = [(house, row) for house in HOUSES.values() for row in house.left_out]
    assert left
    for house, row in left:
        assert len(row.why) > 15
        assert row.fact not in house.facts
        assert row.fact not in {term.use for term in house.terms}


@pytest.mark.parametrize("name", NAMES)
def test_a_style_names_its_sources_and_schema(name: str) -> None:
    house = HOUSES[name]
    used = {row.source for rows in house.facts.values() for row in rows} | {term.source for term in house.terms}
    assert used == set(house.sources), "a source that no fact names, or one that is not named"
    first = (SHIPPED / "styles" / f"{name}.yml").read_text("utf-8").partition("\n")[0]
    assert first == "# yaml-language-server: $schema=../../docs/schemas/style.schema.json"


@pytest.mark.parametrize("name", NAMES)
def test_no_form_is_wrong_and_right_on_one_day(name: str) -> None:
    house = HOUSES[name]
    for day in ("1990-01-01", *house.turns):
        terms = house.at(day).terms
        right = {term.use for term in terms}
        wrong = [form for term in terms for form in term.for_]
        assert not right & set(wrong)
        assert len(wrong) == len(set(wrong))
        assert len(right) == len(terms), "one form in two terms on one day"


@pytest.mark.parametrize(
    ("name", "option", "before", "after", "days"),
    [
        ("guardian", "courtesy-titles", "second-reference", "none", ("2007-10-31", "2007-11-01")),
        ("times", "courtesy-titles", "second-reference", "none", ("2021-01-31", "2021-02-01")),
        ("nine", "courtesy-titles", "second-reference", "none", ("2022-04-10", "2022-04-11")),
        ("bbc", "courtesy-titles", "second-reference", "either", ("2023-12-31", "2024-01-01")),
        ("bbc", "courtesy-titles", "either", "none", ("2025-12-31", "2026-01-01")),
        ("ap", "courtesy-titles", None, "none", ("1999-12-31", "2000-01-01")),
        ("ap", "percent", "percent", "sign", ("2019-03-28", "2019-03-29")),
        ("ap", "diacritics", "strip", "keep", ("2019-03-28", "2019-03-29")),
        ("ap", "re-prefix", "hyphen", "solid", ("2019-03-28", "2019-03-29")),
        ("ap", "state-names", "abbreviated", "full", ("2014-04-30", "2014-05-01")),
        ("canadian-press", "percent", "per-cent", "sign", ("2017-12-31", "2020-01-01")),
        ("canadian-press", "state-names", "abbreviated", "full", ("2017-12-31", "2020-01-01")),
        ("canadian-press", "spelling", None, "en-CA", ("1998-08-31", "1998-09-01")),
        ("guardian", "dates", "mdy", "dmy", ("2007-12-31", "2009-01-01")),
        ("reuters", "percent", "percent", "sign", ("2018-12-31", "2020-01-01")),
    ],
)
def test_a_house_that_changed_says_either(
    name: str, option: str, before: str | None, after: str, days: tuple[str, str]
) -> None:
    assert tuple(HOUSES[name].at(day).value(option) for day in days) == (before, after)


@pytest.mark.parametrize(
    ("name", "last", "first"),
    [
        ("ap", "2019-08-13", "2019-08-14"),
        ("bbc", "2019-10-13", "2019-10-14"),
        ("nyt", "2019-10-31", "2019-12-01"),
        ("reuters", "2018-12-31", "2020-01-01"),
        ("telegraph", "2019-08-31", "2019-12-01"),
        ("economist", "2019-08-31", "2019-12-01"),
        ("times", "2021-12-31", "2022-03-01"),
        ("guardian", "2019-01-31", "2022-03-01"),
    ],
)
def test_kyiv_has_its_day_in_each_house(name: str, last: str, first: str) -> None:
    def written(day: str) -> set[str]:
        return {term.use for term in HOUSES[name].at(day).terms} & {"Kiev", "Kyiv"}

    assert written(last) == {"Kiev"}
    assert written(first) == {"Kyiv"}


def test_leading_articles_and_sport_are_apart() -> None:
    today = "2026-11-01"
    assert HOUSES["guardian"].at(today, "leaders").value("courtesy-titles") == "second-reference"
    assert HOUSES["guardian"].at(today, "leaders").value("clergy") == "courtesy-title"
    assert HOUSES["guardian"].at(today).value("clergy") == "surname"
    assert HOUSES["nyt"].at(today, "sport").value("courtesy-titles") == "none"
    assert HOUSES["telegraph"].at(today, "courts").value("courtesy-titles") == "second-reference"
