"""The shipped book: no check fails on any copy, every issue lies in it, and the result is the same twice and live."""

from __future__ import annotations

from functools import cache

from fuzzinput import Chooser, plain_text_of, scratch, story_seeds

from newslint.engine.book import Book, load
from newslint.engine.checking import Checked, Checking, Copy
from newslint.engine.language import variant_of
from newslint.engine.ledger import read_ledger
from newslint.engine.live import Editing
from newslint.engine.options import Options
from newslint.rulebook.houses import house_names
from newslint.rulebook.index import Index
from newslint.text.story import Story

INSTRUMENT = ("newslint.text", "newslint.kinds", "newslint.engine", "newslint.rulebook.check")
TOKENS = (
    "Mr ",
    "“",
    "”",
    "'s ",
    "per cent",
    "%",
    "$",
    "the the",
    "an hard",
    " were ",
    " — ",
    "[sic]",
    "\n\n",
    "31 May",
)

_PEOPLE = """name,aliases,honorific,post,from,to
Rosa Quill,Rosie Quill,Ms,mayor of Brenn,2020-01-01,
Huw Bevan,,Sir,finance minister,2015,2019
Karl van der Berg,,Dr,,,
Kim Jong-un,,,leader of North Korea,2011,
"""


@cache
def shipped_book() -> Book:
    return load()


@cache
def all_options() -> tuple[Options, ...]:
    """Return the ways to run: without a style, in each of the houses', and with a ledger."""
    book = shipped_book()
    people = scratch() / "people.csv"
    people.write_text(_PEOPLE, encoding="utf-8")
    return (
        Options(grammar="off", advice=True),
        Options(grammar="off", advice=True, ledger=read_ledger((str(people),))),
        *(Options(grammar="off", advice=True, house=book.house(name)) for name in house_names()),
    )


@cache
def index_of(number: int) -> Index:
    return shipped_book().index(all_options()[number])


def seeds() -> list[bytes]:
    return list(story_seeds())


def one_input(data: bytes) -> None:
    """The last byte says how to run, the rest stands for a text (`plain_text_of`)."""
    number = Chooser(data[-1:]).number(0, len(all_options()) - 1)
    text = plain_text_of(data)
    options, index = all_options()[number], index_of(number)
    checked = check_copy(text, index, options)
    assert not checked.not_run, checked.not_run
    verify_issues(checked, text)
    again = check_copy(text, index, options)
    assert again.issues == checked.issues, "not the same twice"
    editing = Editing(index, options, "a.txt")
    editing.check(text[: len(text) // 2])
    live = editing.check(text)
    assert live.issues == checked.issues, "not the same while it is edited"


def check_copy(text: str, index: Index, options: Options, path: str = "a.txt") -> Checked:
    checking = Checking(Copy(path, Story(text), variant_of(text, options.language)), index, options)
    for sheet in checking.sheets():
        checking.add(sheet, None)
    return checking.checked()


def verify_issues(checked: Checked, text: str) -> None:
    """Hold every issue to its place: spans in the text, lines and columns that are theirs, edits in order."""
    lines = Story(text).lines
    place = (0, 0)
    for issue in checked.issues:
        assert 0 <= issue.start <= issue.end <= len(text), issue
        assert place <= (issue.start, issue.end), "issues are out of order"
        place = (issue.start, issue.end)
        assert issue.text == text[issue.start : issue.end]
        assert issue.message
        assert "\n" not in issue.rule
        assert lines.starts[issue.line - 1] + issue.column - 1 == issue.start
        assert lines.starts[issue.end_line - 1] + issue.end_column - 1 == issue.end
        for span in (*issue.edits, *issue.related):
            assert 0 <= span.start <= span.end <= len(text), issue
        assert (issue.fixable == "no") == (not issue.edits), issue
