"""Long copy in parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newslint.engine import parts, run
from newslint.engine.parts import count_words, split_parts
from newslint.engine.selection import Selection


@pytest.fixture(autouse=True)
def small(monkeypatch):
    monkeypatch.setattr(parts, "PART", 1_000)


@given(st.text(alphabet="ab \n\r", max_size=6_000), st.integers(0, 3))
def test_parts_tile_the_text_and_none_is_too_long(text, repeat):
    text = text * (repeat + 1)
    found = list(split_parts(text))
    assert [part.start for part in found] == [0, *[part.end for part in found[:-1]]]
    assert found[-1].end == len(text)
    assert all(0 < part.end - part.start <= 1_000 for part in found) or text == ""


def test_a_cut_falls_between_lines_then_between_words():
    lines = ("x" * 89 + " word\r\n") * 20
    assert all(lines[part.end - 2 : part.end] == "\r\n" for part in split_parts(lines))
    words = "word " * 1_000
    assert all(words[part.end - 1] == " " for part in split_parts(words))
    assert len(list(split_parts("x" * 5_500))) == 6


def test_words_are_counted_over_all_parts():
    assert count_words("one two three " * 1_000) == 3_000


def test_offsets_count_from_the_beginning_of_the_file(monkeypatch, tmp_path):
    monkeypatch.setattr(run, "PART", 1_000)
    filler = "The penguins were counted by two rangers on Monday, and no bird was missing. "
    path = tmp_path / "long.txt"
    path.write_text(filler * 30 + "Lorem ipsum was on the sign. " + filler * 30)
    book = run.load()
    result = run.check_paths(
        [str(path)], book, run.Options(grammar="off", selection=Selection(("test/filler",))), progress=None
    )
    assert result.issues == ()  # no such check: the selection is not verified here
    text = path.read_text()
    from newslint.rulebook.index import Index
    from newslint.rulebook.lists import ListFolder
    from newslint.rulebook.loader import parse_check
    from newslint.text.story import Story

    check = parse_check(
        "id: test/filler\nkind: existence\nmessage: m\nwhy: w\nseverity: error\nwords: [lorem ipsum]\n"
        "tests: [{flag: '[[Lorem ipsum]]'}, {pass: x}]\n",
        "filler.yml",
        "test/filler",
        ListFolder(tmp_path),
    )
    issues, failed = run.check_copy(run.Copy("long.txt", Story(text), "en-GB"), Index([check]), run.Options())
    assert failed == []
    assert [(issue.start, issue.text) for issue in issues] == [(text.index("Lorem"), "Lorem ipsum")]
    assert (issues[0].line, issues[0].column) == (1, text.index("Lorem") + 1)
    assert "Lorem ipsum" in issues[0].excerpt
    assert len(issues[0].excerpt) < 400
