"""The kind `house-offices`: what the checks' own tests do not reach: suggestions, messages, states."""

from __future__ import annotations

import pickle

import pytest

from newslint.kinds import house_offices
from newslint.kinds.shared.base import Context, Finding
from newslint.kinds.shared.style import Fact, Style
from newslint.text.story import Story


class _Lists:
    def get(self, name: str) -> None:
        raise AssertionError(f"the kind reads no list, not even {name}")


def find(asks: str, value: str, text: str, facts: dict[str, str] | None = None) -> list[Finding]:
    state = house_offices.prepare(house_offices.Options(asks=asks), _Lists())  # type: ignore[arg-type]
    style = Style("test", {option: Fact(said, "sure") for option, said in (facts or {}).items()})
    context = Context(Story(text, layout="body"), style=style, fact=Fact(value, "sure"))
    return list(house_offices.check(state, context))


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        (
            "On Friday the Work and Pensions Secretary left.",
            "Work and Pensions Secretary",
            "work and pensions secretary",
        ),
        ("On Friday the then Secretary of State left.", "Secretary of State", "secretary of state"),
        ("France's Deputy Prime Minister left.", "Deputy Prime Minister", "deputy prime minister"),
        ("An Attorney will meet the US Vice President.", "Vice President", "vice president"),
    ],
)
def test_an_office_is_small_as_a_whole(text: str, wrong: str, right: str) -> None:
    (finding,) = find("job-titles", "never", text)
    assert text[finding.start : finding.end] == wrong
    assert finding.suggestions == (right,)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("It was signed by foreign secretary Rosa Lal.", "Foreign Secretary"),
        ("It was signed by secretary of state Rosa Lal.", "Secretary of State"),
        ("It was signed by French president Rosa Lal.", "President"),
    ],
)
def test_an_office_before_a_name_takes_its_capitals(text: str, right: str) -> None:
    assert [finding.suggestions for finding in find("job-titles", "before-name", text)] == [(right,)]


def test_an_office_beside_a_name_is_reported_once() -> None:
    text = "The foreign secretary, Rosa Lal, left. The foreign secretary, Rosa Lal, slept."
    assert [finding.start for finding in find("job-titles", "adjacent", text)] == [4, text.rindex("foreign")]


def test_where_no_office_is_a_title_the_message_says_what_to_write() -> None:
    (finding,) = find("job-titles", "never", "It was signed by Foreign Secretary Rosa Lal.")
    assert finding.suggestions == ()
    assert finding.message is not None
    assert '"the foreign secretary, Rosa Lal"' in finding.message


def test_the_prime_minister_is_one_options_matter() -> None:
    text = "It was signed by Prime Minister Rosa Lal."
    assert find("job-titles", "never", text, {"prime-minister": "apart"}) == []
    assert len(find("job-titles", "never", text)) == 1
    (finding,) = find("prime-minister", "apart", "It was signed by Prime Minister Rosa Lal. Prime Minister Lal left.")[
        1:
    ]
    assert finding.suggestions == ()
    assert finding.message == 'The house does not write "Prime Minister" before a name.'


def test_a_state_is_plain_data() -> None:
    state = house_offices.prepare(house_offices.Options(asks="monarch"), _Lists())  # type: ignore[arg-type]
    assert pickle.loads(pickle.dumps(state)) == state
    assert list(house_offices.check(state, Context(Story("The King left.", layout="body")))) == []
