"""Fragments and sentences: whose stop it is, and which mark comes before them."""

from __future__ import annotations

import msgspec
import pytest

from newslint.kinds import house_quote_stops
from newslint.kinds.shared.base import Context
from newslint.kinds.shared.style import Fact
from newslint.rulebook.lists import ListFolder
from newslint.rulebook.packs import shipped_pack
from newslint.text.edits import apply_edits
from newslint.text.story import Story


@pytest.fixture(scope="module")
def lists():
    return ListFolder(shipped_pack().folder / "lists")


def found(lists, report, value, text):
    state = house_quote_stops.prepare(msgspec.convert({"report": report}, house_quote_stops.Options), lists)
    return list(house_quote_stops.check(state, Context(Story(text, "body"), fact=Fact(value, "sure"))))


def mended(text, finding):
    return text[: finding.start] + finding.suggestions[0] + text[finding.end :]


@pytest.mark.parametrize("text", ["He called it “a bath.” She left.", "The plan was “a bath,” and they left."])
def test_fragments_are_mended_to_and_fro(lists, text):
    (finding,) = found(lists, "end", "logical", text)
    logical = mended(text, finding)
    assert found(lists, "end", "logical", logical) == []
    (finding,) = found(lists, "end", "inside", logical)
    assert mended(logical, finding) == text


@pytest.mark.parametrize(
    "text",
    [
        "“It is wet,” he said, “at noon.”",
        "He said: “It is wet.”",
        "“A bath,” he said.",
        "He was “sorry. It was a mistake.”",
        "The firm is “part of Holm Inc.”",
        "He called it “a bath …”",
        "The plan was “a bath,” he said.",
        "The plan was “a bath,” a lawyer was quoted as saying.",
        "The plan “was a bath,” says plant expert Ida Holm.",
    ],
)
def test_sentences_keep_their_stops(lists, text):
    assert found(lists, "end", "logical", text) == []


@pytest.mark.parametrize(
    ("value", "text", "right"),
    [
        ("colon", "Holm said, “It is wet here.”", "Holm said: “It is wet here.”"),
        ("comma", "Holm said: “It is wet here.”", "Holm said, “It is wet here.”"),
        ("comma", "He told reporters: “It is wet here.”", "He told reporters, “It is wet here.”"),
    ],
)
def test_marks_before_speech(lists, value, text, right):
    (finding,) = found(lists, "introduction", value, text)
    assert apply_edits(text, finding.edits) == right
    assert found(lists, "introduction", value, right) == []


def test_either_asks_for_nothing(lists):
    assert found(lists, "introduction", "either", "Holm said, “It is wet here.” He said: “It is wet here.”") == []


def test_brackets_are_mended_to_and_fro(lists):
    square = "“He [the skipper] left late,” she said."
    (finding,) = found(lists, "interpolations", "round", square)
    assert finding.suggestions == ("(the skipper)",)
    (finding,) = found(lists, "interpolations", "square", square.replace("[", "(").replace("]", ")"))
    assert finding.suggestions == ("[the skipper]",)
