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


def _rows(text):
    return [
        Listed(name, (), (Row(post=post),) if post else ())
        for name, _, post in (line.partition(", ") for line in text.split("\n"))
    ]


LOOK_ALIKES: dict[str, list[tuple[str, str]]] = {
    # What a story says, and who is listed: "name" or "name, post".
    "a brother, a sister": [
        ("With her came her brother, Keiran Prendermore.", "Kieran Prendermore, minister"),
        ("He came with his sister, Rosalin Achterberg, 30.", "Rosalind Achterberg, singer"),
        ("Stuart Pellerin, 24, his twin brother, swam.", "Steuart Pellerin, rower"),
        ("Francis Tarrant, a nurse, spoke.", "Frances Tarrant, treasurer"),
        ("Michelle Obidele, 31, a baker, sang.", "Michael Obidele, mayor"),
        ("Andrea Lindqvist, a diver, won.", "André Lindqvist, captain"),
        ("The brothers Gary Pellerin and Barry Pellerin left.", "Garry Pellerin\nBary Pellerin"),
        ("Paula Achterberg, 50, left.", "Paul Achterberg"),
        ("Louisa Achterberg, 50, left.", "Louise Achterberg, mayor"),
        ("Erica Achterberg, 50, left.", "Eric Achterberg"),
    ],
    "father and son": [
        ("His son, Ivo Achtenberg, spoke.", "Ivo Achterberg, treasurer"),
        ("John Prendermor Jr, 20, a sailor, spoke.", "John Prendermore, treasurer"),
        ("Ivo Achtenberg II, 20, a sailor, spoke.", "Ivo Achterberg, treasurer"),
        ("Ivo Achtenberg the younger, a sailor, spoke.", "Ivo Achterberg, treasurer"),
        ("Her father, Jaymes Prendermore, 70, spoke.", "James Prendermore, treasurer"),
        ("Roberto Tarrant, 20, spoke.", "Robert Tarrant"),
        ("Jo Malik, 20, spoke.", "Joe Malik"),
        ("John W. Tarrant, a sailor, spoke.", "John H. Tarrant"),
        ("Johnny Tarrant, 20, spoke.", "Johann Tarrant"),
        ("Daniele Tarrant, 20, spoke.", "Daniel Tarrant"),
    ],
    "a common surname": [
        ("John Stephens, 41, a farmer, spoke.", "John Stevens"),
        ("The striker Paul Robertson scored.", "Paul Robinson, goalkeeper"),
        ("Chris Johnston, 41, spoke.", "Chris Johnson"),
        ("Mary Andrew, 41, spoke.", "Mary Andrews"),
        ("David Phillips, a vet, spoke.", "David Philips, actor"),
        ("Peter Reid, 41, spoke.", "Peter Reed"),
        ("Sarah Clark, 41, spoke.", "Sarah Clarke, mayor"),
        ("Tom Harrison, 41, spoke.", "Tom Harison"),
        ("Steven Williams, 41, spoke.", "Stephen Williams, mayor"),
        ("Jane Matthews, 41, spoke.", "Jane Mathews"),
    ],
    "a namesake": [
        ("John Magnier, an owner of horses, spoke.", "John Magner, plumber"),
        ("Historian Chris Moulin spoke.", "Chris Mullin, minister"),
        ("Prudential analyst John McMillin left.", "John McMullin, pitcher"),
        (
            "Scrum-half Paul Griffen was fit.",
            "Paul Griffin, minister\nPaul Griffon\nTom Griffen\nAda Griffen\nJo Griffen",
        ),
        ("John Eastoe, a fruit grower, spoke.", "John Easton, judge"),
        ("The farmer Bob Hoskins spoke.", "Bob Hopkins, judge"),
        ("Mines Minister John Bowler spoke.", "John Bowker, pitcher"),
        ("The spokesman Rob Delane left.", "Rob Delaney, comedian"),
        ("Newcastle director Rob Andrew spoke.", "Rob Andrews, pitcher"),
        ("Joe Keenan, a playwright, spoke.", "Joe Kernan, coach of Armagh"),
    ],
    "two people whose names were transcribed": [
        ("Mohamed Hussain, 20, a driver, spoke.", "Mohammed Hussein, minister"),
        ("Ahmad Hassan, 20, spoke.", "Ahmed Hassan"),
        ("Sergey Petrov, a plumber, spoke.", "Sergei Petrov, ambassador"),
        ("Yusuf Khan, 20, spoke.", "Yousef Khan"),
        ("Chen Wei, 20, spoke.", "Chan Wei"),
        ("Li Jin, 20, spoke.", "Lee Jin"),
        ("Abdullah Rahman, 20, spoke.", "Abdullah Rehman, bowler"),
        ("Olga Petrova, 20, spoke.", "Olga Petrov"),
        ("José García, a baker, spoke.", "José Garcia Lorca"),
        ("Kim Young-sam, 20, spoke.", "Kim Yong-nam"),
    ],
    "a family, a fashion": [
        ("The Ivo Pellerins were at home.", "Ivo Pellerin"),
        ("They asked the Rosa Achterbergs in.", "Rosa Achterberg"),
        ("The John Prendermores of this world left.", "John Prendermore, mayor"),
        ("They met the Rosa Pellerinis.", "Rosa Pellerini"),
        ("The Kieran Prendermores gave a party.", "Kieran Prendermore"),
        ("It was a Rosa Achterbergy idea.", "Rosa Achterberg"),
        ("It was a Rosa Pellerine hat.", "Rosa Pellerin"),
        ("It was an Ivo Achterbergs sort of evening.", "Ivo Achterberg"),
        ("It stands in Ivo Pellering Street.", "Ivo Pellerin"),
        ("They sailed on the Rosa Achterbergs.", "Rosa Achterberg"),
    ],
}


@pytest.mark.parametrize("of", LOOK_ALIKES)
def test_who_is_nearly_a_listed_persons_namesake_is_another(of):
    assert {text: _findings(text, people=_rows(listed)) for text, listed in LOOK_ALIKES[of]} == {
        text: [] for text, _ in LOOK_ALIKES[of]
    }


@pytest.mark.parametrize(
    ("text", "listed", "severity"),
    [
        ("Analyst John McMillin left.", "John McMullin, analyst", "warning"),
        ("Dr Chris Moulin, who studies memory, spoke.", "Chris Mullin, historian", "advice"),
        ("With them came Fernando Gonzaelz.", "Fernando Gonzalez", "warning"),
        ("Peter Reimann left.", "Peter Riemann", "advice"),
        ("Drummer Rosa Achtenberg left.", "Rosa Achterberg, mayor of Leeds", "advice"),
        ("John Prendarmore, 31, left.", "John Prendermore", "advice"),
        ("José Lal, 31, left.", "Jose Lal, mayor", "warning"),
        ("Baker José Lal left.", "Jose Lal, mayor", "advice"),
        ("Hans Mueller, 31, left.", "Hans Müller, mayor", "warning"),
        ("His son, Treasurer Ivo Achtenberg, spoke.", "Ivo Achterberg, treasurer", "warning"),
    ],
)
def test_what_the_story_says_of_somebody_makes_it_surer_or_less_sure(text, listed, severity):
    assert [finding.severity for finding in _findings(text, people=_rows(listed))] == [severity]


def test_a_given_name_that_many_listed_people_bear_says_nothing():
    many = [Listed(f"Zebulon Pell{letter * 3}om") for letter in "abcdefghijklmnopqrst"]
    text = "Zebulon Prendarmore, 31, left."
    assert [f.severity for f in _findings(text, people=[Listed("Zebulon Prendermore")])] == ["warning"]
    assert [f.severity for f in _findings(text, people=[Listed("Zebulon Prendermore"), *many[:4]])] == ["advice"]
    assert _findings(text, people=[Listed("Zebulon Prendermore"), *many]) == []


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
