"""What a check does on an archive, counted and cut out."""

from __future__ import annotations

import pytest

from newslint.engine.book import Book, load
from newslint.engine.options import Options
from newslint.engine.placed import PlacedIssue
from newslint.engine.run import Result, check_paths
from newslint.engine.selection import Selection
from newslint.engine.tryout import Passage, Tally, passage, rate, spread, tallies


def issue(text: str, line: str, *, rule: str = "a/b", path: str = "x.txt", cut: int = 0) -> PlacedIssue:
    column = line.index(text) + 1
    return PlacedIssue(
        path,
        rule,
        "warning",
        column - 1,
        column - 1 + len(text),
        text,
        "m",
        line=1,
        column=column,
        end_line=1,
        end_column=column + len(text),
        excerpt=line[cut:],
        excerpt_column=cut + 1,
    )


def test_rules_are_counted_by_hits_and_files_and_those_that_never_fired_are_there() -> None:
    book = load()
    tried = Book(tuple(check for check in book.checks if check.id in ("names/sir-surname", "grammar/languagetool")))
    found = [issue("w", "w", rule="c/d", path=path) for path in ("1", "1", "2")] + [issue("w", "w", path="1")]
    assert tallies(Result(issues=tuple(found)), tried) == (
        Tally("c/d", 3, 2),
        Tally("a/b", 1, 1),
        Tally("names/sir-surname", 0, 0),
    )
    assert (rate(3, 1500), rate(0, 0)) == (2.0, 0.0)


@pytest.mark.parametrize(
    ("limit", "shown"), [(0, "abcdefg"), (7, "abcdefg"), (9, "abcdefg"), (1, "a"), (3, "ace"), (4, "abdf")]
)
def test_what_is_shown_is_spread_over_all(limit: int, shown: str) -> None:
    assert "".join(spread("abcdefg", limit)) == shown


LONG = "one two three four five six seven eight nine ten eleven twelve "


@pytest.mark.parametrize(
    ("found", "cut"),
    [
        (issue("Mr Huw", "So Mr Huw left."), Passage("So ", "Mr Huw", " left.")),
        (
            issue("Mr Huw", LONG + "Mr Huw " + LONG),
            Passage(
                "…two three four five six seven eight nine ten eleven twelve ",
                "Mr Huw",
                " one two three four five six seven eight nine ten eleven…",
            ),
        ),
        (issue("Mr Huw", LONG + "Mr Huw.", cut=40), Passage(LONG[40:], "Mr Huw", ".")),
        (issue("x", "x" * 200), Passage("", "x", "…")),
    ],
)
def test_a_passage_is_cut_at_words(found: PlacedIssue, cut: Passage) -> None:
    assert passage(found) == cut


def test_of_a_hit_on_several_lines_the_first_is_shown(tmp_path) -> None:
    path = tmp_path / "tale.txt"
    path.write_text(
        "Mill opens\n\nThe mill will open its doors to the public in May and, with a\n\n"
        "good deal of help, the bakery will too.\n"
    )
    options = Options(selection=Selection(("structure/split-paragraph",)), advice=True, grammar="off")
    (found,) = check_paths([str(path)], load(), options).issues
    cut = passage(found)
    assert "\n" not in cut.before + cut.marked + cut.after
    assert cut.marked.endswith("…") or found.end_line == found.line
