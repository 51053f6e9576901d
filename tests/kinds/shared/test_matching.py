"""RE2 patterns that the first texts of a process are searched for by their twins."""

from __future__ import annotations

import pickle
import re

import pytest

from newslint.kinds.shared import matching
from newslint.kinds.shared.matching import LateRe2Pattern, late_pattern
from newslint.text.regex import SIGN, TWIN


@pytest.fixture
def stored(monkeypatch):
    """Patterns that were compiled before; none of RE2's can be compiled."""
    held: dict[tuple[str, int], re.Pattern[str]] = {}
    monkeypatch.setattr(matching, "stored", lambda source, flags: held.get((source, flags)))
    monkeypatch.setattr(matching, "_compile", lambda source: pytest.fail(f"{source} was compiled"))
    matching._stored.cache_clear()
    yield held
    matching._stored.cache_clear()


def test_the_first_texts_are_searched_for_the_twin(stored):
    stored["(?P<a>x+)y", TWIN] = re.compile("(?P<a>x+)y", re.ASCII)
    pattern = LateRe2Pattern("(?P<a>x+)y")
    assert pattern.search("axxy")["a"] == "xx"
    assert pattern.search("xyxy", 1).span() == (2, 4)
    assert [match.span() for match in pattern.finditer("xy xxy")] == [(0, 2), (3, 6)]
    assert pattern.findall("xy xxy") == ["x", "xx"]
    assert (pattern.match("axy"), pattern.fullmatch("xyz")) == (None, None)
    assert (pattern.groups, dict(pattern.groupindex), pattern.pattern) == (1, {"a": 1}, "(?P<a>x+)y")


def test_where_the_sign_is_not_there_nothing_is_found(stored):
    stored["x[^y]*z", SIGN] = re.compile("x")
    pattern = LateRe2Pattern("x[^y]*z")
    assert pattern.search("abc") is None
    assert (list(pattern.finditer("abc")), pattern.findall("abc")) == ([], [])
    with pytest.raises(pytest.fail.Exception):
        pattern.search("x")


@pytest.mark.parametrize("text", ["a" * 30_001, "b " * 15_001, f"{'a' * 120} {'b ' * 200}", f"{'- ' * 30}{'b ' * 200}"])
def test_more_text_and_texts_with_long_words_are_searched_by_re2(stored, text):
    stored["ab", TWIN] = re.compile("ab")
    pattern = LateRe2Pattern("ab")
    assert pattern.search("a short text") is None
    with pytest.raises(pytest.fail.Exception):
        pattern.search(text)


def test_after_many_texts_re2_is_asked_and_for_good(stored, monkeypatch):
    stored["ab", TWIN] = re.compile("ab")
    pattern = LateRe2Pattern("ab")
    for _ in range(30):
        assert pattern.search("ab " * 300)
    monkeypatch.undo()
    for _ in range(2):
        assert pattern.search("ab " * 1500).span() == (0, 2)
    assert "search" in vars(pattern)


def test_where_an_end_is_given_re2_is_asked_since_it_looks_behind_it(stored, monkeypatch):
    stored[r"ab\b", TWIN] = re.compile(r"ab\b")
    pattern = LateRe2Pattern(r"ab\b")
    with pytest.raises(pytest.fail.Exception):
        pattern.search("abc", 0, 2)
    monkeypatch.undo()
    assert pattern.search("abc", 0, 2) is None


def test_a_pattern_is_one_in_a_process_and_pickles_as_its_source():
    assert late_pattern("a") is late_pattern("a") is pickle.loads(pickle.dumps(late_pattern("a")))
