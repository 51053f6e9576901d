"""What the checks of a ledger make of a story; how they read names is in the checks' own tests."""

from __future__ import annotations

import pytest

from newslint.grammar.match import Match
from newslint.kinds import grammar, ledger, misspelling
from newslint.kinds.shared.base import Context
from newslint.kinds.shared.ledger import Day, Listed, Row, build
from newslint.text.edits import apply_edits
from newslint.text.story import Story

PEOPLE = [
    Listed("Volodymyr Zelensky", (), (Row(post="President of Ukraine"),)),
    Listed("Rosa Achterberg"),
    Listed("Dan Clarke", (), (Row(post="treasurer"),)),
    Listed("John Prendermore"),
    Listed("Ivo Zyxt-Teh"),
]


def _findings(text, fault="near-miss", people=PEOPLE, words=(), day=None):
    context = Context(Story(text, layout="body"), words=frozenset(words), ledger=build(people), day=day)
    return list(ledger.check(ledger.State(fault), context))


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("The drummer Rosa Achtenberg played.", "warning"),
        ("The president, Vladimir Zelenskiy, spoke.", "warning"),
        ("Treasurer Dan Clark spoke.", "warning"),
        ("Jon Prendermore, 31, a diver, spoke.", "advice"),
        ("Jhon Prendermore, 31, a diver, spoke.", "warning"),
    ],
)
def test_the_surer_the_graver(text, severity):
    assert [finding.severity for finding in _findings(text)] == [severity]


@pytest.mark.parametrize(
    "text",
    [
        "The plumber Dan Clark spoke.",  # a surname of its own, and nothing that says it is the treasurer
        "The drummer Rosa Achtenberg met Rosa Achterberg, a dancer.",
        "ROSA ACHTENBERG, 31, a drummer, played.",
        '"Rosa Achtenberg, 31, a drummer, played," he said.',
    ],
)
def test_where_the_story_means_another_nothing_is_said(text):
    assert _findings(text) == []


def test_the_newsrooms_words_are_right():
    text = "The drummer Rosa Achtenberg played."
    assert _findings(text, words=["Achtenberg"]) == _findings(text, words=["Rosa Achtenberg"]) == []


def test_as_near_to_two_is_to_neither():
    people = [Listed("Rosa Achterberg"), Listed("Rosa Achtenbirg")]
    assert _findings("The drummer Rosa Achtenberg played.", people=people) == []


def test_every_mention_outside_speech_is_mended_at_once():
    text = "The drummer Rosa Achtenberg played. Ms Achtenberg bowed. “Achtenberg is good,” he said. Achtenberg left."
    (finding,) = _findings(text)
    assert apply_edits(text, finding.edits) == (
        "The drummer Rosa Achterberg played. Ms Achterberg bowed. “Achtenberg is good,” he said. Achterberg left."
    )


def test_who_else_holds_the_post_is_named():
    people = [
        Listed("Jo Malik", (), (Row("", "Treasurer", "2019-01-01", "2021-12-31", "2019", "2021"),)),
        Listed("Ivo Pell", (), (Row("", "Treasurer", "2022-01-01", "", "2022"),)),
    ]
    day = Day("2024-05-31", True)
    (finding,) = _findings("Treasurer Jo Malik spoke.", "post-out-of-date", people, day=day)
    assert finding.values == {"person": "Jo Malik", "post": "Treasurer from 2019 to 2021; then Ivo Pell"}


def test_of_two_namesakes_nothing_is_said_of_posts():
    row = Row("", "Treasurer", "2019-01-01", "2021-12-31", "2019", "2021")
    people = [Listed("Jo Malik", (), (row,)), Listed("Joanna Malik", ("Jo Malik",))]
    assert _findings("Treasurer Jo Malik spoke.", "post-out-of-date", people, day=Day("2024-05-31", True)) == []


def test_a_word_of_a_listed_name_is_no_misspelling_in_its_own_capitals():
    state = misspelling.State({"teh": "the"}, {"zyxt": "Next"})

    def found(text, people):
        context = Context(Story(text, layout="body"), ledger=build(people) if people else None)
        return [text[f.start : f.end] for f in misspelling.check(state, context)]

    text = "We met Zyxt and teh man."
    assert found(text, ()) == ["Zyxt", "teh"]
    assert found(text, [Listed("Ivo Zyxt"), Listed("Ada Teh")]) == ["teh"]


@pytest.mark.parametrize(
    ("text", "word", "listed"),
    [
        ("We met Zyxt there.", "Zyxt", True),
        ("We met Zyxt’s aunt.", "Zyxt", True),
        ("We met Zyxt’s aunt.", "Zyxt’s", True),
        ("We met the Zyxts there.", "Zyxts", True),
        ("We met Zyxt-Teh there.", "Teh", True),
        ("We met O’Zyx there.", "O’Zyx", True),
        ("We met zyxt there.", "zyxt", False),
        ("We saw teh man.", "teh", False),
        ("We met a zyxtor there.", "zyxtor", False),
    ],
)
def test_languagetools_spelling_knows_the_ledger(text, word, listed):
    people = [*PEOPLE, Listed("Ann O'Zyx"), Listed("Dan Zyxt")]
    start = text.index(word)
    match = Match(start, start + len(word), "MORFOLOGIK_RULE_EN_GB", "X", "A message.", ())
    state = grammar.State({}, frozenset(), {}, {}, frozenset())
    context = Context(Story(text, layout="body"), matches=(match,), ledger=build(people))
    assert (list(grammar.check(state, context)) == []) is listed
