"""The consistency kind: which form prevails, what counts, what one report holds."""

from __future__ import annotations

import time

import pytest

from newslint.kinds.shared.base import Context
from newslint.rulebook.errors import RuleError
from newslint.rulebook.lists import ListFolder
from newslint.rulebook.loader import parse_check
from newslint.rulebook.packs import shipped_pack
from newslint.text.edits import apply_edits
from newslint.text.story import Story

LISTS = ListFolder(shipped_pack().folder / "lists")
CHECK = """
id: x/y
kind: consistency
message: 'The story also writes "{other}".'
why: A test.
severity: warning
fix: unsafe
%s
tests:
  - flag: "[[a]]"
  - pass: "b"
"""
CEASEFIRE = "groups: [[ceasefire|ceasefires, cease-fire|cease-fires]]"


def run(text, options, layout="body"):
    check = parse_check(CHECK % options, "x.yml", "x/y", LISTS)
    return list(check.issues(Context(Story(text, layout=layout)), "story"))


def test_the_form_used_less_is_reported_once_and_every_place_of_it_is_mended():
    text = "A ceasefire. A cease-fire, two cease-fires. The ceasefire, ceasefires, ceasefire."
    [issue] = run(text, CEASEFIRE)
    assert (issue.start, issue.text) == (13 + 2, "cease-fire")
    assert text[issue.related[0].start : issue.related[0].end] == "ceasefire"
    assert (
        apply_edits(text, issue.edits)
        == "A ceasefire. A ceasefire, two ceasefires. The ceasefire, ceasefires, ceasefire."
    )


def test_the_first_form_wins_a_tie():
    assert [i.text for i in run("A cease-fire. A ceasefire.", CEASEFIRE)] == ["ceasefire"]


def test_at_least_asks_for_a_habit():
    assert run("A ceasefire. A cease-fire.", CEASEFIRE + "\nat-least: 2") == []
    assert run("A ceasefire. The ceasefire. A cease-fire.", CEASEFIRE + "\nat-least: 2")


@pytest.mark.parametrize(
    "text",
    [
        'A ceasefire. "A cease-fire, please," he said.',
        "A ceasefire. The Cease-fire Monitor said so.",
        "A ceasefire. A no-cease-fire zone.",
        "A ceasefire. A ceasefire. Ceasefires.",
    ],
)
def test_speech_names_and_parts_of_words_do_not_count(text):
    assert run(text, CEASEFIRE) == []


def test_a_capital_at_a_sentence_start_is_kept_by_the_fix():
    text = "A ceasefire. A ceasefire. “Cease-fire” is the word. Cease-fires fail."
    [issue] = run(text, CEASEFIRE)
    assert issue.text == "Cease-fires"
    assert issue.suggestions == ("Ceasefires",)


def test_headlines_count_only_where_the_check_says_so():
    text = (
        "Snow shuts Kyiv schools\n\nBy Rosa Lal\n\nSchools in Kiev were shut on Monday, the mayor of the city said.\n"
    )
    options = "groups: [[Kyiv, Kiev]]\ncase: match"
    assert run(text, options, "story") == []
    assert [i.text for i in run(text, options + "\nheadlines: count", "story")] == ["Kiev"]


def test_styles_carry_the_part_that_varies():
    options = (
        "styles: [{word: {find: '(\\d+) per cent', write: '\\1 per cent'}, sign: {find: '(\\d+)%', write: '\\1%'}}]\n"
        "brackets: skip"
    )
    text = "It rose 3 per cent (2% in May). It fell 5%. It rose 7 per cent."
    [issue] = run(text, options)
    assert (issue.text, issue.suggestions) == ("5%", ("5 per cent",))


def test_an_exception_takes_its_form_out_of_the_count():
    options = "groups: [[Kyiv, Kiev]]\ncase: match\nexcept: ['chicken Kiev']"
    assert run("He ate chicken Kiev in Kyiv.", options) == []
    assert [i.text for i in run("He ate chicken Kiev in Kyiv. Kiev is cold.", options)] == ["Kiev"]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Troops of Nato and of NATO left. So did Nato.", ["NATO"]),
        ("A Nato-led force met NATO's envoy; Nato paid.", ["NATO"]),
        ("The work of the WORK group. Some Work.", []),
        ("Rain fell. RAIN fell. Rain fell.", []),
        ("The National Aids Council met. AIDS is rare.", []),
        ("He shouted NATO OUT at the Nato gate.", []),
        ("See @NATO or example.org/NATO, said Nato.", []),
        ("Sales of ASDA and those of Ikea rose.", []),
    ],
)
def test_acronym_case(text, marked):
    assert [i.text for i in run(text, "detect: acronym-case")] == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("The start-up and the startup. A start-up's cash.", ["startup"]),
        ("Playmakers and a play-maker. The playmaker.", ["play-maker"]),
        ("A start-up will start up.", []),
        ("The policy-maker met a policymaker.", []),
        ("A five-year-old and a fiveyear plan.", []),
        ('The start-up. "A startup," he said.', []),
    ],
)
def test_hyphen(text, marked):
    assert [i.text for i in run(text, "detect: hyphen\nknown: term-variants joined")] == marked


def test_no_spelling_is_listed_twice():
    for group, rows in LISTS.get("term-variants").items():
        words = [word for forms in rows for form in forms for word in form.split("|")]
        assert len(words) == len(set(words)), group


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ("case: match", "needs `groups`"),
        ("groups: [[one]]", "two or more forms"),
        ("groups: [[one|ones, two]]", "same number"),
        ("list: term-variants nothing", "no group `nothing`"),
        ("styles: [{a: {find: '(', write: b}, c: {find: d, write: e}}]", "bad pattern"),
    ],
)
def test_wrong_options_are_named(options, says):
    with pytest.raises(RuleError) as error:
        run("", options)
    assert says in str(error.value)


def test_one_endless_sentence_takes_linear_time():
    def seconds(times: int) -> float:
        text = "a ceasefire, a cease-fire (7%), NATO and Nato, " * times
        begin = time.process_time()
        for options in (CEASEFIRE + "\nexcept: [armistice]", "detect: hyphen", "detect: acronym-case"):
            run(text, options)
        return time.process_time() - begin

    seconds(100)
    assert seconds(8000) < 24 * max(seconds(1000), 0.01)  # quadratic would be 64 times


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A ski field. Two skifields.", [("skifields", "ski fields")]),
        ("A guesthouse. Guest houses, a guesthouse.", [("Guest houses", "Guesthouses")]),
        ("A sea  food bar. A seafood bar.", []),
        ("The sun rises. At sunrise we go. It broke down; the breakdown was long.", []),
        ("A Guest House. A guesthouse.", []),
        ("A back yard. A backyard.", []),
        ('A ski field. "A skifield," she said.', []),
    ],
)
def test_two_nouns_that_are_one_word_elsewhere(text, found):
    assert [(i.text, i.suggestions[0]) for i in run(text, "detect: open")] == found


@pytest.mark.parametrize("unit", ["ski field skifield ", "ski ", "skifield. ", "a b "])
def test_endless_compounds_take_linear_time(unit):
    def seconds(times):
        begin = time.process_time()
        run(unit * times, "detect: open")
        return time.process_time() - begin

    seconds(100)
    assert seconds(8000) < 24 * max(seconds(1000), 0.01)
