"""Each dated row of a house, with the same words in a story on either side of its day, which decides."""

from __future__ import annotations

from functools import lru_cache

import pytest

from newslint.engine.book import Book, load
from newslint.engine.checking import Copy
from newslint.engine.options import Options
from newslint.engine.run import check_copy
from newslint.engine.selection import Selection
from newslint.text.story import Story

MR = "Hugo Lanz, a baker in Lima, spoke. Mr Lanz said it was late."
LANZ = "Hugo Lanz, a baker in Lima, spoke. Lanz said it was late."
ISIS = "Fighters of ISIS left the town."


@lru_cache(maxsize=1)
def book() -> Book:
    return load()


def reported(house: str, day: str, words: str) -> list[str]:
    """Check a story that says its day in its front matter; return what is reported as text -> fix."""
    style = book().house(house)
    text = f"---\ndate: {day}\n---\n\nBaker speaks of the town\n\nBy Ann Obi\n\n{words}\n"
    options = Options(grammar="off", advice=True, selection=Selection(("style/",)), house=style)
    found, not_run = check_copy(
        Copy("story.txt", Story(text), style.language or "en-GB"), book().index(options), options
    )
    assert not not_run
    return [f"{issue.text} -> {''.join(issue.suggestions[:1])}" for issue in found if issue.line > 8]


@pytest.mark.parametrize(
    ("house", "words", "last", "before", "first", "after"),
    [
        (
            "canadian-press",
            "The colour is grey and the color is bright.",
            "1998-08-31",
            [],
            "1998-09-01",
            ["color -> colour"],
        ),
        (
            "ap",
            "Hugo Lanz, a baker in Lima, spoke. Mr. Lanz said it was late.",
            "1999-12-31",
            [],
            "2000-01-01",
            ["Mr. Lanz -> Lanz"],
        ),
        ("guardian", LANZ, "2007-10-31", ["Lanz -> Mr Lanz"], "2007-11-01", []),
        ("guardian", MR, "2007-10-31", [], "2007-11-01", ["Mr Lanz -> Lanz"]),
        ("ap", "Floods hit Dallas, Texas, last year.", "2014-04-30", [], "2014-05-01", []),
        ("ap", "Floods hit Macon, Ga., last year.", "2014-04-30", [], "2014-05-01", ["Ga. -> Georgia"]),
        ("ap", ISIS, "2014-05-31", [], "2014-06-01", ["ISIS -> Islamic State group"]),
        ("bbc", ISIS, "2014-06-30", [], "2014-07-01", ["ISIS -> Islamic State group"]),
        ("guardian", ISIS, "2014-06-30", [], "2014-07-01", ["ISIS -> Isis"]),
        ("ap", "It was on the Internet for a day.", "2015-12-31", [], "2016-01-01", ["the Internet -> the internet"]),
        ("ap", "Rents rose 5% in a year.", "2019-03-28", ["5% -> 5 percent"], "2019-03-29", []),
        ("ap", "Rents rose 5 percent in a year.", "2019-03-28", [], "2019-03-29", ["5 percent -> 5%"]),
        ("ap", "The composer José Peña spoke.", "2019-03-28", ["José Peña -> Jose Pena"], "2019-03-29", []),
        ("ap", "They want re-election.", "2019-03-28", [], "2019-03-29", ["re-election -> reelection"]),
        ("ap", "Rain fell in Kiev last year.", "2019-08-13", [], "2019-08-14", ["Kiev -> Kyiv"]),
        ("bbc", "Rain fell in Kiev last year.", "2019-10-13", [], "2019-10-14", ["Kiev -> Kyiv"]),
        ("nyt", "Rain fell in Kiev last year.", "2019-10-31", [], "2019-12-01", ["Kiev -> Kyiv"]),
        ("canadian-press", "Rents rose 5 per cent in a year.", "2017-12-31", [], "2020-01-01", ["5 per cent -> 5%"]),
        ("canadian-press", "Floods hit Macon, Ga., last year.", "2017-12-31", [], "2020-01-01", ["Ga. -> Georgia"]),
        ("times", LANZ, "2021-01-31", ["Lanz -> Mr Lanz"], "2021-02-01", []),
        ("times", MR, "2021-01-31", [], "2021-02-01", ["Mr Lanz -> Lanz"]),
        ("nine", LANZ, "2022-04-10", ["Lanz -> Mr Lanz"], "2022-04-11", []),
        ("nine", MR, "2022-04-10", [], "2022-04-11", ["Mr Lanz -> Lanz"]),
        ("bbc", LANZ, "2023-12-31", ["Lanz -> Mr Lanz"], "2024-01-01", []),
        ("bbc", MR, "2025-12-31", [], "2026-01-01", ["Mr Lanz -> Lanz"]),
        ("economist", "Rain fell in Kiev last year.", "2019-08-31", [], "2019-12-01", ["Kiev -> Kyiv"]),
        ("telegraph", "Rain fell in Kiev last year.", "2019-08-31", [], "2019-12-01", ["Kiev -> Kyiv"]),
    ],
)
def test_the_day_decides(house: str, words: str, last: str, before: list[str], first: str, after: list[str]) -> None:
    assert reported(house, last, words) == before
    assert reported(house, first, words) == after


@pytest.mark.parametrize("house", ["nyt", "telegraph", "economist", "the-australian", "abc"])
def test_houses_that_still_have_titles(house: str) -> None:
    text = MR.replace("Mr ", "Mr. ") if house == "nyt" else MR
    assert reported(house, "2026-11-01", text) == []
    (found,) = reported(house, "2026-11-01", LANZ)
    assert found.startswith("Lanz -> Mr")
