"""House styles as rows, and the page that compares them."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from newslint.reporters.style_page import style_page
from newslint.reporters.style_rows import as_json, columns, differences, style_rows, unset
from newslint.rulebook.house import DatedFact, DatedTerm, House
from newslint.rulebook.houses import StyleOption, find_house, house_names, shipped_options

OPTIONS = {
    "titles": StyleOption(what="titles of people", values={"none": "none", "all": "for all"}, sections=True),
    "percent": StyleOption(what="percentages", values={"sign": "5%", "word": "5 per cent"}),
    "dash": StyleOption(what="dashes", values={"en": "–", "em": "—"}),
}


def house(key: str, terms: tuple[DatedTerm, ...] = (), **facts: tuple[DatedFact, ...]) -> House:
    named = {option.replace("_", "."): rows for option, rows in facts.items()}
    return House(key, f"The {key.title()}", "en-GB", named, terms, {"desk": "the desk"})


def fact(value: str, since: str | None = None, until: str | None = None, note: str = "") -> DatedFact:
    return DatedFact(value=value, certainty="sure", source="desk", since=since, until=until, note=note)


KYIV = DatedTerm(use="Kyiv", for_=("Kiev", "Kyyiv"), certainty="likely", source="a notice", since="2019-08")
GAZETTE = house(
    "gazette", (KYIV,), percent=(fact("word", until="2012"), fact("sign", "2012", note="Old.")), titles=(fact("none"),)
)
HERALD = house("herald", percent=(fact("sign"),), titles=(fact("all"),), titles_sport=(fact("none"),))


def test_rows_are_in_the_options_order_and_of_the_day() -> None:
    rows = style_rows(GAZETTE, OPTIONS)
    assert [(row.option, row.shown, row.dates) for row in rows] == [
        ("titles", "none", ""),
        ("percent", "word", "until 2012"),
        ("percent", "sign", "from 2012"),
        ("Kyiv", "for Kiev, Kyyiv", "from 2019-08"),
    ]
    assert [row.source for row in rows] == ["the desk", "the desk", "the desk", "a notice"]
    day = [(row.option, row.value) for row in style_rows(GAZETTE, OPTIONS, dt.date(2011, 12, 31))]
    assert day == [("titles", "none"), ("percent", "word")]
    assert unset(GAZETTE, OPTIONS) == ["dash"]


def test_houses_differ_where_their_values_do() -> None:
    found = [
        (option, one and one.value, two and two.value)
        for option, one, two in differences(GAZETTE, HERALD, OPTIONS, dt.date(2020, 1, 1))
    ]
    assert found == [("titles", "none", "all"), ("Kyiv", "Kiev, Kyyiv", None)]
    assert not list(differences(HERALD, HERALD, OPTIONS, dt.date(2020, 1, 1)))
    early = [option for option, _, _ in differences(HERALD, GAZETTE, OPTIONS, dt.date(2000, 1, 1))]
    assert early == ["titles", "percent"]


def test_a_row_as_plain_data_has_the_names_of_a_styles_file() -> None:
    *_, term = style_rows(GAZETTE, OPTIONS)
    assert as_json(term) == {
        "use": "Kyiv",
        "for": ["Kiev", "Kyyiv"],
        "except": [],
        "certainty": "likely",
        "source": "a notice",
        "since": "2019-08",
        "until": None,
        "note": "",
    }
    assert as_json(None) is None


def test_columns_stand_under_one_another() -> None:
    assert columns([("a", "bcd", "e"), ("fgh", "", "")]) == "a    bcd  e\nfgh\n"
    assert columns([]) == ""


def test_the_page_says_which_house_writes_what_and_since_when() -> None:
    text = style_page([GAZETTE, HERALD], OPTIONS)
    assert "| `sign` | 5% | gazette (sure, from 2012); herald (sure) |" in text
    assert "| `none` | none | gazette (sure); herald in sport (sure) |" in text
    assert "- percent of gazette: Old." in text
    assert "| Kyiv | Kiev, Kyyiv | gazette (likely, from 2019-08) |" in text
    assert "| 2012 | The Gazette | no longer percent `word` (sure); percent `sign` (sure) |" in text
    assert "| `gazette` | The Gazette | en-GB | 3 | 1 | 3 | 0 | 1 | 0 | 0 | 0 |" in text


@pytest.fixture(scope="module")
def shipped_page() -> str:
    return style_page([find_house(name) for name in house_names()], shipped_options())


def test_every_fact_and_form_of_the_shipped_styles_is_on_the_page(shipped_page: str) -> None:
    options = shipped_options()
    rows = [row for name in house_names() for row in style_rows(find_house(name), options)]
    cells = re.findall(
        r"\((?:sure|known|likely|guess)(?:, (?:from|until)[^)]*)?\)", shipped_page.partition("## Changes")[0]
    )
    assert len(cells) == len(rows)
