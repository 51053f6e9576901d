"""A story in each house's style is silent under it, and one in another house's style gives exactly what is expected.

`python tests/styles/test_styles.py --update` rewrites the expectations; read the difference before you commit it.
"""

from __future__ import annotations

import datetime as dt
import sys
from functools import lru_cache
from pathlib import Path

import pytest
import yaml

from newslint.engine.book import Book, load
from newslint.engine.checking import Copy
from newslint.engine.options import Options
from newslint.engine.run import check_copy
from newslint.engine.selection import Selection
from newslint.rulebook.houses import style_names
from newslint.rulebook.packs import shipped_pack
from newslint.text.story import Story

HERE = Path(__file__).resolve().parent
EXPECTED = HERE / "expected.yml"
DAY = dt.date(2026, 10, 14)
HOUSES = style_names(shipped_pack().folder)
WRITTEN_BY = {
    "abc": "economist",
    "ap": "guardian",
    "australian-government": "nine",
    "bbc": "nyt",
    "canadian-press": "telegraph",
    "economist": "canadian-press",
    "guardian": "ap",
    "nine": "times",
    "nyt": "the-australian",
    "reuters": "bbc",
    "telegraph": "reuters",
    "the-australian": "ap",
    "times": "abc",
}
"""The house in whose style the story is that a house is shown."""


@lru_cache(maxsize=1)
def book() -> Book:
    return load()


def issues(house: str, story: str, ids: tuple[str, ...] = ("style/",)) -> list[str]:
    """Check a house's story under another's style; return the issues of style, or of other ``ids``, as lines."""
    style = book().house(house)
    text = (HERE / f"{story}.txt").read_text("utf-8")
    options = Options(
        language=style.language or "en-GB",
        grammar="off",
        advice=True,
        selection=Selection(ids),
        house=style,
        day=DAY,
    )
    variant = style.language or "en-GB"
    found, not_run = check_copy(Copy(f"{story}.txt", Story(text), variant), book().index(options), options)
    assert not not_run
    return [
        f'{issue.line}:{issue.column} {issue.severity} {issue.rule} "{issue.text}"'
        + (f" -> {issue.suggestions[0]}" if issue.suggestions else "")
        for issue in found
    ]


def test_every_house_has_its_stories() -> None:
    assert set(WRITTEN_BY) == set(HOUSES) == {path.stem for path in HERE.glob("*.txt")}
    assert all(house != other for house, other in WRITTEN_BY.items())
    for path in HERE.glob("*.txt"):
        assert 150 <= len(path.read_text("utf-8").split()) <= 250


@pytest.mark.parametrize("house", HOUSES)
def test_its_own_story_is_silent(house: str) -> None:
    assert issues(house, house) == []


@pytest.mark.parametrize("house", HOUSES)
def test_no_check_of_the_default_book_contradicts_a_house(house: str) -> None:
    assert issues(house, house, ()) == []


@pytest.mark.parametrize("house", HOUSES)
def test_anothers_story_gives_what_is_expected(house: str) -> None:
    expected = yaml.safe_load(EXPECTED.read_text("utf-8"))[house]
    assert expected["story"] == WRITTEN_BY[house]
    assert issues(house, WRITTEN_BY[house]) == expected["issues"]
    assert expected["issues"]


def update() -> None:
    found = {house: {"story": other, "issues": issues(house, other)} for house, other in WRITTEN_BY.items()}
    EXPECTED.write_text(yaml.safe_dump(found, sort_keys=True, allow_unicode=True, width=200), encoding="utf-8")


if __name__ == "__main__" and "--update" in sys.argv:
    update()
