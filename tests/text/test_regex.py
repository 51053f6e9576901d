"""Patterns that are compiled late, or not at all where their code is at hand."""

from __future__ import annotations

import pickle
import re

import pytest

from newslint.text import regex as module
from newslint.text.regex import keep_ready, regex


@pytest.fixture(autouse=True)
def fresh(monkeypatch):
    monkeypatch.setattr(module._Desk, "ready", None)
    module._compiled.cache_clear()
    yield
    module._compiled.cache_clear()


def compiled(monkeypatch):
    made = []
    real = re.compile
    monkeypatch.setattr(re, "compile", lambda source, flags=0: made.append(source) or real(source, flags))
    return made


def test_a_pattern_is_compiled_once_and_when_it_is_used(monkeypatch):
    made = compiled(monkeypatch)
    one, two = regex("colou?r", re.IGNORECASE), regex("colou?r", re.IGNORECASE)
    assert made == []
    assert one.search("Color").span() == (0, 5)
    assert two.fullmatch("COLOUR")
    assert [match[0] for match in one.finditer("color, colour")] == ["color", "colour"]
    assert made == ["colou?r"]
    assert one.flags == re.compile("colou?r", re.IGNORECASE).flags


def test_a_bad_pattern_raises_when_it_is_used():
    bad = regex("(")
    with pytest.raises(re.error):
        bad.search("x")


def test_it_pickles_as_its_source(monkeypatch):
    made = compiled(monkeypatch)
    pattern = pickle.loads(pickle.dumps(regex("a+", re.ASCII)))
    assert made == []
    assert (pattern.match("aab")[0], pattern.flags & re.ASCII) == ("aa", re.ASCII)


def test_what_is_ready_is_not_compiled(monkeypatch):
    made = compiled(monkeypatch)
    known = {("a+", 0): re.purge() or re._compiler.compile("a+")}
    keep_ready(lambda source, flags: known.get((source, flags)))
    assert regex("a+").search("xaa")[0] == "aa"
    assert made == []
    assert regex("b+").search("xbb")[0] == "bb"
    assert made == ["b+"]
