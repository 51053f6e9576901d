"""Long copy in parts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.engine import checking, parts, run
from newslint.engine.parts import count_words, split_parts


@pytest.fixture(autouse=True)
def small(monkeypatch):
    monkeypatch.setattr(parts, "PART", 1_000)


@given(st.text(alphabet="ab \n\r", max_size=6_000), st.integers(0, 3))
def test_every_place_counts_in_one_part_and_no_part_is_too_long(text, repeat):
    text = text * (repeat + 1)
    found = list(split_parts(text))
    assert found[0][:1] == (0,)
    assert [part.sure_start for part in found] == [0, *[part.sure_end for part in found[:-1]]]
    assert found[-1].sure_end == len(text) + 1  # an issue may stand behind the last character
    assert found[-1].end == len(text)
    for part in found:
        assert part.start <= part.sure_start <= part.sure_end <= part.end + 1
        assert part.end - part.start <= 1_000
        assert part.start == 0 or part.sure_start - part.start == 300
        assert part.end == len(text) or part.end - part.sure_end == 300


def test_a_cut_falls_between_lines_then_between_words():
    lines = ("x" * 89 + " word\r\n") * 20
    assert all(lines[part.end - 2 : part.end] == "\r\n" for part in split_parts(lines))
    words = "word " * 1_000
    assert all(words[part.end - 1] == " " for part in split_parts(words))
    assert list(split_parts("x" * 5_500))[-1].end == 5_500


def test_words_are_counted_over_all_parts():
    assert count_words("one two three " * 1_000) == 3_000


def test_offsets_count_from_the_beginning_of_the_file(monkeypatch, tmp_path):
    monkeypatch.setattr(checking, "PART", 1_000)
    filler = "The penguins were counted by two rangers on Monday, and no bird was missing. "
    signs = "Lorem ipsum was on the sign. "
    text = (filler * 3 + signs) * 30
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
    issues, failed = run.check_copy(checking.Copy("long.txt", Story(text), "en-GB"), Index([check]), run.Options())
    assert failed == []
    assert [issue.start for issue in issues] == [m.start() for m in re.finditer("Lorem", text)], "each once"
    assert (issues[-1].line, issues[-1].column) == (1, text.rindex("Lorem") + 1)
    assert {issue.text for issue in issues} == {"Lorem ipsum"}
    assert "Lorem ipsum" in issues[0].excerpt
    assert len(issues[0].excerpt) < 400
