"""House styles: what their files may say, what they say on a day, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.rulebook.errors import RuleError
from newslint.rulebook.house import House
from newslint.rulebook.houses import find_house, read_house, style_names, style_options
from newslint.rulebook.lists import ListFolder
from newslint.rulebook.packs import shipped_pack

SHIPPED = shipped_pack().folder
OPTIONS = style_options(ListFolder(SHIPPED / "lists"))

GAZETTE = """name: The Otterbrook Gazette
language: en-GB
sources: {desk: the Gazette's desk}
facts:
  percent:
    - {value: per-cent, certainty: sure, source: desk, until: 2012}
    - {value: sign, certainty: likely, source: desk, since: 2012-03}
  courtesy-titles: {value: second-reference, certainty: known, source: a reader}
  courtesy-titles.sport: {value: none, certainty: known, source: desk}
terms:
  - {use: Kyiv, for: [Kiev], except: [chicken Kiev], certainty: sure, source: desk, since: 2019-08-14}
  - {use: Kiev, for: [Kyiv], certainty: guess, source: desk, until: 2019-08-14}
"""


def house(tmp_path: Path, text: str, name: str = "gazette.yml") -> House:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_house(name, SHIPPED, OPTIONS, path)


def test_a_style_has_the_value_of_its_day(tmp_path: Path) -> None:
    gazette = house(tmp_path, GAZETTE)
    assert gazette.turns == ("2012-01-01", "2012-03-01", "2019-08-14")
    days = ("1999-12-31", "2011-12-31", "2012-01-01", "2012-02-29", "2012-03-01", "2030-01-01")
    values = [gazette.at(day).value("percent") for day in days]
    assert values == ["per-cent", "per-cent", None, None, "sign", "sign"]
    assert [term.use for term in gazette.at("2019-08-13").terms] == ["Kiev"]
    assert [(term.use, term.except_) for term in gazette.at("2019-08-14").terms] == [("Kyiv", ("chicken Kiev",))]


def test_facts_know_their_certainty_and_their_source(tmp_path: Path) -> None:
    gazette = house(tmp_path, GAZETTE)
    old, new = gazette.at("2000-01-01").fact("percent"), gazette.at("2020-01-01").fact("percent")
    assert old is not None
    assert new is not None
    assert (old.severity, old.source) == ("warning", "the Gazette's desk")
    assert (new.severity, new.source) == ("advice", "the Gazette's desk")
    titles = gazette.at("2020-01-01").fact("courtesy-titles")
    assert titles is not None
    assert titles.source == "a reader"


def test_a_section_has_its_own_value_where_the_house_says_so(tmp_path: Path) -> None:
    gazette = house(tmp_path, GAZETTE)
    assert gazette.at("2020-01-01").value("courtesy-titles") == "second-reference"
    assert gazette.at("2020-01-01", "sport").value("courtesy-titles") == "none"
    assert gazette.at("2020-01-01", "arts").value("courtesy-titles") == "second-reference"


def test_a_newsroom_starts_from_a_house_and_changes_some_lines(tmp_path: Path) -> None:
    house(tmp_path, GAZETTE)
    own = "name: The Weekend Gazette\nextends: gazette.yml\nfacts:\n"
    own += "  ages: {value: figures, certainty: sure, source: us}\n"
    own += "  percent: {value: percent, certainty: sure, source: us}\n"
    own += "terms:\n  - {use: Kiyv, for: [Kiev], certainty: sure, source: us}\n"
    weekend = house(tmp_path, own, "weekend.yml")
    style = weekend.at("2005-01-01")
    assert style.name == "The Weekend Gazette"
    assert {option: fact.value for option, fact in style.facts.items()} == {
        "percent": "percent",
        "ages": "figures",
        "courtesy-titles": "second-reference",
        "courtesy-titles.sport": "none",
    }
    assert [term.use for term in style.terms] == ["Kiev", "Kiyv"]
    assert weekend.language == "en-GB"


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        ("percent:", "per-cent:", "5:3", "there is no option `per-cent`; did you mean `percent`?"),
        (
            "value: per-cent,",
            "value: signs,",
            "6:15",
            "`percent`: it may be sign, percent, per-cent; did you mean `sign`?",
        ),
        ("until: 2012}", "until: 2013}", "7:7", "two values hold at the same time"),
        ("until: 2012}", "until: 2012-13}", "6:63", "`until`: there is no such day"),
        ("since: 2012-03}", "since: soon}", "7:61", "`since`"),
        ("titles.sport:", "titles.spot:", "9:3", "`courtesy-titles` takes the sections sport, arts"),
        ("percent:", "percent.sport:", "5:3", "`percent` takes no sections"),
        ("sure, source: desk, until", "certain, source: desk, until", "6:36", "`certainty`"),
        ("name: The", "names: The", "1:1", "unknown key `names`; did you mean `name`?"),
        ("language: en-GB", "extends: guardain", "2:10", "there is no style `guardain`"),
        ("language: en-GB", "extends: gazette.yml", "2:10", "extends this style in its turn"),
        ("use: Kyiv, for: [Kiev], ", "use: Kiyv, ", "11:11", "the list of places: `Kiyv`; did you mean `Kyiv`?"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, old: str, new: str, place: str, said: str) -> None:
    assert old in GAZETTE
    with pytest.raises(RuleError) as caught:
        house(tmp_path, GAZETTE.replace(old, new, 1))
    assert f"gazette.yml:{place}: " in str(caught.value)
    assert said in str(caught.value)


def test_a_house_that_there_is_not(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="there is no house style `bcb`; did you mean `bbc`"):
        find_house("bcb")
    with pytest.raises(RuleError, match=r"none\.yml:1:1: cannot be read"):
        find_house("none.yml", tmp_path / "none.yml")


@pytest.mark.parametrize("name", style_names(SHIPPED))
def test_every_shipped_style_can_be_read(name: str) -> None:
    found = find_house(name)
    assert found.facts
    for rows in found.facts.values():
        assert all(row.source in found.sources for row in rows), "the source of a fact is one that the file names"


def test_a_term_without_forms_is_of_the_list_of_places(tmp_path: Path) -> None:
    own = GAZETTE.replace("for: [Kiev], except: [chicken Kiev], ", "").replace("for: [Kyiv], ", "")
    own += "  - {use: Turkey, certainty: sure, source: desk, except: [Türkiye Today]}\n"
    terms = {term.use: term for term in house(tmp_path, own).terms}
    assert terms["Kyiv"].for_ == ("Kiev",)
    assert "chicken Kiev" in terms["Kyiv"].except_
    assert terms["Kyiv"].place
    assert terms["Kiev"].for_ == ("Kyiv",)
    assert set(terms["Turkey"].for_) == {"Türkiye", "Turkiye"}
    assert terms["Turkey"].except_ == ("Türkiye Today",)
