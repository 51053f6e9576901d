"""Kind substitution: right forms, deletions, and many entries or patterns at the price of few."""

from __future__ import annotations

import pickle

import pytest

from newslint.kinds import substitution
from newslint.kinds.shared import patternlist
from newslint.kinds.shared.base import Context, OptionError
from newslint.text.story import Story


class NoLists:
    def get(self, name: str) -> None:
        raise OptionError(f"no list {name}")


def prepared(**options: object) -> substitution.State:
    return substitution.prepare(substitution.Options(**options), NoLists())


def found(state: substitution.State, text: str) -> list[tuple[str, tuple[str, ...]]]:
    findings = substitution.check(state, Context(Story(text, layout="body")))
    return [(text[f.start : f.end], f.suggestions) for f in findings]


def test_the_right_form_keeps_the_first_letters_case() -> None:
    state = prepared(swap={"intense talk": "intense talks", "isn't so": ["is not", "is no"]})
    assert found(state, "Intense talk ended. It isn’t  so; an intense talk-show.") == [
        ("Intense talk", ("Intense talks",)),
        ("isn’t  so", ("is not", "is no")),
    ]


def test_an_empty_right_form_deletes() -> None:
    assert found(prepared(swap={"(cq)": ""}, patterns={" ?cq$": ""}), "So (cq) it is cq") == [
        ("(cq)", ("",)),
        (" cq", ("",)),
    ]


def test_groups_and_line_breaks_of_a_pattern_come_out_right() -> None:
    state = prepared(patterns={r"(\d+) am<br>": "\\1\nam", r"the (?P<mark>otter) swam": ["heron"]})
    assert found(state, "At 5 am<br>the otter swam") == [("5 am<br>", ("5\nam",)), ("otter", ("heron",))]


@pytest.mark.parametrize("count", [100, 1_000])
def test_only_patterns_that_can_match_are_compiled_and_tried(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    patterns = {rf"\b(?:the|an) blorp{n}(?:s|ed)? \w+": str(n) for n in range(count)}
    state = prepared(patterns={**patterns, r"[0-9]{3}": "many"})
    tried: list[str] = []
    real = patternlist.late_pattern
    monkeypatch.setattr(patternlist, "late_pattern", lambda source: tried.append(source) or real(source))
    assert found(state, "See the blorp7 swim, the others, 500 of them.") == [
        ("the blorp7 swim", ("7",)),
        ("500", ("many",)),
    ]
    assert len(tried) == 2


def test_of_a_few_patterns_those_are_compiled_that_can_match(monkeypatch: pytest.MonkeyPatch) -> None:
    state = prepared(patterns={r"(?P<mark>otter) swam": "heron", r"(?i)the (?P<mark>newt)\b": "toad", r"\(9\)": "y"})
    tried: list[str] = []
    real = patternlist.late_pattern
    monkeypatch.setattr(patternlist, "late_pattern", lambda source: tried.append(source) or real(source))
    assert found(state, "A swan swims “here”.") == []
    assert tried == []
    assert found(state, "The newts, the newt.") == [("newt", ("toad",))]
    assert tried == [r"(?i)the (?P<mark>newt)\b"]
    for _ in range(patternlist._FIRST + 1):  # from now on in one search
        assert found(state, "A newt, then the newt.") == [("newt", ("toad",))]
    assert set(tried) == {r"(?i)the (?P<mark>newt)\b"}
    assert found(state, "“An otter swam, THE NEWT (9)”") == [
        ("otter", ("heron",)),
        ("NEWT", ("toad",)),
        ("(9)", ("y",)),
    ]


def test_where_several_can_match_one_search_says_which_do(monkeypatch: pytest.MonkeyPatch) -> None:
    state = prepared(patterns={r"\botters [0-9]": "a", r"\botters x": "b", "otters[;,]": "c", r"[a-c]\w": "d"})
    tried: list[str] = []
    real = patternlist.late_pattern
    monkeypatch.setattr(patternlist, "late_pattern", lambda source: tried.append(source) or real(source))
    assert found(state, "Otters, otters x, 5 newts; otters 9.") == [("otters 9", ("a",)), ("otters x", ("b",))]
    assert tried == [r"\botters [0-9]", r"\botters x"]


def test_patterns_too_large_for_one_search_are_tried_one_by_one() -> None:
    state = prepared(patterns={r"\pL{60}": "x", r"[a-c]\w": "y", r"xq\b": "z"})
    assert not state.patterns.together
    assert [text for text, _ in found(state, f"{'é' * 60} ab xq")] == ["é" * 60, "ab", "xq"]


def test_a_bad_pattern_is_named() -> None:
    with pytest.raises(OptionError) as error:
        prepared(patterns={"ok": "x", "(a": "b"})
    assert error.value.where == ("patterns", "(a")


def test_a_state_of_very_many_entries_is_plain_data_and_small() -> None:
    state = prepared(swap={f"the blorp{n}": f"the blarp{n}" for n in range(10_000)})
    packed = pickle.dumps(state)
    assert len(packed) < 80 * 10_000
    assert found(pickle.loads(packed), "The blorp77 swam.") == [("The blorp77", ("The blarp77",))]
