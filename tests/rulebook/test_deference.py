"""Checks of the default book give way to a house's style: where it decided otherwise, and to what its terms write."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from newslint.issue import Issue
from newslint.kinds.shared.base import Context
from newslint.kinds.shared.style import Fact, Style, Term
from newslint.rulebook.check import Check
from newslint.rulebook.errors import RuleError
from newslint.rulebook.lists import ListFolder
from newslint.rulebook.loader import parse_check
from newslint.rulebook.packs import shipped_pack
from newslint.rulebook.schema import TestCase
from newslint.rulebook.selftest import unmark
from newslint.text.story import Story

RULES = Path(shipped_pack().folder)


@pytest.fixture(scope="module")
def yielding(shipped: Sequence[Check]) -> list[Check]:
    """The checks that give way to a style."""
    return [check for check in shipped if check.head.unless_style]


def issues(check: Check, case: TestCase, style: Style | None) -> list[Issue]:
    text, _ = unmark(case.flag or "")
    return list(check.issues(Context(Story(text, layout=case.as_), variant=case.language, style=style), "test"))


def under(option: str, value: str, *terms: Term) -> Style:
    return Style("test", {option: Fact(value, "sure")}, terms)


def test_each_value_silences_a_text_that_is_flagged_without_a_style(yielding: list[Check]) -> None:
    assert len(yielding) > 40
    for check in yielding:
        cases = [case for case in check.head.tests if case.flag and not case.people and not case.style]
        plain = [len(issues(check, case, None)) for case in cases]
        for option, values in check.head.unless_style.items():
            for value in values:
                styled = [len(issues(check, case, under(option, value))) for case in cases]
                if not isinstance(values, dict):
                    assert not any(styled), (check.id, option, value)
                assert any(map(int.__lt__, styled, plain)) or not cases, (check.id, option, value)


def test_other_options_leave_it_as_it_is(yielding: list[Check]) -> None:
    for check in yielding:
        for case in check.head.tests:
            if case.flag and not case.people and not case.style:
                assert issues(check, case, under("captions", "stop")) == issues(check, case, None), check.id


def check_of(keys: str) -> Check:
    text = f"""id: x/y
kind: existence
message: "{{match}}"
why: A test.
severity: warning
patterns: ['[0-9] per ?cent']
{keys}
tests:
  - flag: "Up [[5 percent]]."
  - pass: "Up."
"""
    return parse_check(text, "y.yml", "x/y", ListFolder(RULES / "lists"))


def texts(check: Check, text: str, style: Style | None) -> list[str]:
    return [issue.text for issue in check.issues(Context(Story(text, layout="body"), style=style), "test")]


def test_values_in_a_list_silence_it() -> None:
    check = check_of("unless-style: {percent: [sign]}")
    assert texts(check, "Up 5 percent.", under("percent", "sign")) == []
    assert texts(check, "Up 5 percent.", under("percent", "per-cent")) == ["5 percent"]
    assert texts(check, "Up 5 percent.", None) == ["5 percent"]


def test_what_the_house_writes_is_right() -> None:
    check = check_of("unless-style: {percent: {percent: 'percent$', per-cent: 'per cent$'}}")
    text = "Up 5 percent and 6 per cent."
    assert texts(check, text, under("percent", "percent")) == ["6 per cent"]
    assert texts(check, text, under("percent", "per-cent")) == ["5 percent"]
    assert texts(check, text, under("percent", "sign")) == ["5 percent", "6 per cent"]


def test_nothing_is_corrected_to_what_the_house_does_not_write(shipped: Sequence[Check]) -> None:
    mix = next(check for check in shipped if check.id == "terms/percent-mix")
    text = "It rose 5 percent, then 6 percent, then 7%."
    assert texts(mix, text, None) == ["7%"]
    assert texts(mix, text, under("percent", "percent")) == ["7%"]
    assert texts(mix, text, under("percent", "per-cent")) == [], "the house's own check mends all three"


def test_the_terms_of_a_style_are_right_to_every_check(shipped: Sequence[Check]) -> None:
    legacy = next(check for check in shipped if check.id == "terms/place-legacy")
    text = "Rain fell in Kiev and in Lvov."
    old = Term("Kiev", ("Kyiv",), Fact("Kiev", "sure"))
    assert texts(legacy, text, None) == ["Kiev", "Lvov"]
    assert texts(legacy, text, under("captions", "stop", old)) == ["Lvov"]


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ("unless-style: {pecent: [sign]}", "there is no option `pecent`; did you mean `percent`?"),
        ("unless-style: {percent: [sing]}", "not `sing`; did you mean `sign`?"),
        ("unless-style: {percent: {sign: '('}}", "a bad pattern"),
    ],
)
def test_what_is_wrong_in_it_is_said(keys: str, message: str) -> None:
    with pytest.raises(RuleError) as error:
        check_of(keys)
    assert message in error.value.message
    assert error.value.line == 7
