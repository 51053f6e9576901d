"""The kind `house-titles`: what the checks' own tests do not reach: suggestions, relations, messages, states."""

from __future__ import annotations

import pickle

import pytest

from newslint.kinds import house_titles
from newslint.kinds.shared.base import Context, Finding
from newslint.kinds.shared.style import Fact, Style
from newslint.text.story import Story


class _Lists:
    def get(self, name: str) -> list[str]:
        return {
            "untitled-callings": ["singer"],
            "household-names": ["Dickens"],
            "titled-names": ["Mr Bean", "Miss World"],
        }[name]


def find(asks: str, value: str, text: str, **more: str) -> list[Finding]:
    state = house_titles.prepare(house_titles.Options(asks=asks), _Lists())  # type: ignore[arg-type]
    facts = {option.replace("_", "-"): Fact(said, "sure") for option, said in more.items()}
    if "points" in facts:
        facts["courtesy-titles.points"] = facts.pop("points")
    style = Style("test", facts)
    context = Context(Story(text, layout="body"), style=style, fact=Fact(value, "sure"))
    return list(house_titles.check(state, context))


def suggested(findings: list[Finding]) -> list[tuple[str, ...]]:
    return [finding.suggestions for finding in findings]


def test_the_title_is_that_of_the_story_or_of_the_given_name() -> None:
    text = "Rosa Pell, a baker, spoke. Pell said it was late."
    assert suggested(find("courtesy", "second-reference", text)) == [("Ms Pell",)]
    assert suggested(find("courtesy", "second-reference", text, womens_titles="miss-mrs")) == [
        ("Miss Pell", "Mrs Pell")
    ]
    assert suggested(find("courtesy", "second-reference", text, points="pointed")) == [("Ms. Pell",)]
    assert suggested(find("courtesy", "second-reference", f"{text} Mrs Pell left.")) == [("Mrs Pell",)]


def test_nobody_is_called_mr_or_ms_on_a_guess() -> None:
    (finding,) = find("courtesy", "second-reference", "The baker, Robin Pell, spoke. Pell said it was late.")
    assert finding.suggestions == ()
    assert finding.message == "The house gives Robin Pell a courtesy title after the first mention."


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Hugo Lanz, a baker, spoke. Mr Lanz left.", "Lanz"),
        ("Mr Hugo Lanz, a baker, spoke.", "Hugo Lanz"),
        ("Mr Lanz spoke. The bread was late, said Hugo Lanz, a baker.", "Hugo Lanz"),
        ("Hugo Lanz, a baker, spoke. Rosa Lanz, a diver, slept. Mr Lanz left.", "Hugo Lanz"),
    ],
)
def test_what_is_left_without_a_title(text: str, right: str) -> None:
    assert suggested(find("courtesy", "none", text)) == [(right,)]


def test_a_finding_points_at_the_introduction() -> None:
    text = "General Ivo Pell led the march. General Pell slept."
    (finding,) = find("ranks", "first-only", text)
    assert [text[r.start : r.end] for r in finding.related] == ["Ivo Pell"]


def test_a_conviction_is_pointed_at() -> None:
    text = "Hugo Lanz was jailed. Mr Lanz wept."
    (finding,) = find("convicts", "dropped", text)
    assert [(text[r.start : r.end], r.message) for r in finding.related] == [("Hugo Lanz", "convicted here")]


def test_the_office_goes_with_the_name() -> None:
    text = "French President Hugo Pell left. President Pell slept."
    (finding,) = find("politicians", "first-only", text)
    assert text[finding.start : finding.end] == "President Pell"
    assert suggested([finding]) == [("Pell",)]
    (finding,) = find("politicians", "courtesy-title", text.replace("Hugo", "Robin"))
    assert finding.suggestions == ()
    assert finding.edits == ()


@pytest.mark.parametrize(
    ("asks", "value"),
    [
        ("courtesy", "none"),
        ("courtesy", "second-reference"),
        ("knights", "no-sir"),
        ("peers", "surname"),
        ("clergy", "surname"),
        ("doctors", "first-only"),
        ("judges", "surname"),
        ("ranks", "first-only"),
        ("politicians", "first-only"),
        ("rank-forms", "abbreviated"),
    ],
)
def test_speech_is_the_speakers(asks: str, value: str) -> None:
    text = (
        'Hugo Lanz, the mayor, spoke. "Mr Lanz, Sir Hugo, Lord Lanz, Bishop Lanz, Dr Lanz, Judge Lanz, General Lanz '
        'and President Lanz and Lanz are one," he said.'
    )
    assert find(asks, value, text) == []


def test_the_state_pickles() -> None:
    state = house_titles.prepare(house_titles.Options(asks="courtesy"), _Lists())  # type: ignore[arg-type]
    assert pickle.loads(pickle.dumps(state)) == state


def test_without_a_house_nothing_is_asked() -> None:
    state = house_titles.prepare(house_titles.Options(asks="courtesy"), _Lists())  # type: ignore[arg-type]
    assert list(house_titles.check(state, Context(Story("Mr Lanz left.", layout="body")))) == []
