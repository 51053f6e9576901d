"""Names of bodies: their letters in brackets, and one body under two names."""

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
kind: %s
message: 'Check.'
why: A test.
severity: warning
fix: unsafe
%s
tests:
  - flag: "[[a]]"
  - pass: "b"
"""
SETS = "bodies: [[Association, Organization, Organisation], [Board, Commission]]"


def run(kind, options, text):
    check = parse_check(CHECK % (kind, options), "x.yml", "x/y", LISTS)
    return list(check.issues(Context(Story(text, layout="body")), "story"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Northern Roads Board (NBR) met. The NRB left.", [("NBR", "NRB")]),
        ("The Northern Roads Board (NRC) met. The NRB left.", [("NRC", "NRB")]),
        ("The Institute for Soil and Water (IWS) met. The ISW left.", [("IWS", "ISW")]),
        ("The Northern Roads Board (NBR) met. The NBR left. The NRB is another.", []),
        ("The Northern Roads Board (NBR) met.", []),
        ("The Northern Roads Board (NRB) met the Committee of Inquiry into Roads (CIR).", []),
        ("The Co-operative Roads Union (CORU) and Anti-Doping Wales (ADW) met. The CRU left.", []),
        ("Roads Board (XYZ) met. The RB left.", []),
    ],
)
def test_letters_that_the_story_itself_disproves(text, found):
    assert [(i.text, i.suggestions[0]) for i in run("acronym", "fault: letters", text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Northern Roads Board (NBR) met.", ["NBR"]),
        ("The Northern Roads Board (NRB) met. The Society for Old Maps (SOM) left.", []),
        ("The Northern Roads Board (NRC) met.", []),
    ],
)
def test_letters_in_another_order(text, found):
    assert [i.text for i in run("acronym", "fault: order", text)] == found


def test_allowed_letters_are_left_alone():
    assert run("acronym", "fault: order\nallow: [NBR]", "The Northern Roads Board (NBR) met.") == []


def test_one_acronym_for_two_names():
    text = "The Northern Roads Board (NRB) met. The Northern Roads Bureau (NRB) left."
    [issue] = run("acronym", "fault: redefined", text)
    assert issue.text == "Northern Roads Bureau"
    assert text[issue.related[0].start : issue.related[0].end] == "Northern Roads Board (NRB)"
    assert run("acronym", "fault: repeated", text) == []


def test_one_name_given_its_letters_twice():
    text = "The Northern Roads Organisation (NRO) met. The Northern Roads Organization's (NRO) left."
    assert run("acronym", "fault: redefined", text) == []
    text = "The Northern Roads Board (NRB) met. A letter to the Northern Roads Board (NRB) came."
    assert [i.text for i in run("acronym", "fault: repeated", text)] == ["(NRB)"]


def test_the_last_word_drifts():
    text = "The Baltic Fish Association met. The Baltic Fish Organization left. The Baltic Fish Association won."
    [issue] = run("institution", SETS, text)
    assert issue.text == "Baltic Fish Organization"
    assert "Organization" not in apply_edits(text, issue.edits)


@pytest.mark.parametrize(
    "text",
    [
        "The Baltic Fish Organization met. The Baltic Fish Organisation left.",
        "The Baltic Fish Association met. The Baltic Fish Board left.",
        "The Baltic Association met. The Baltic Organization left.",
        'The Baltic Fish Association met. "The Baltic Fish Organization left," he said.',
    ],
)
def test_other_bodies_and_speech_are_left_alone(text):
    assert run("institution", SETS, text) == []


def test_of_and_for():
    options = "heads: [Office]\ndiffer: [link]"
    text = "The Office for Road Safety met. The Office of Road Safety left."
    assert [i.text for i in run("institution", options, text)] == ["Office of Road Safety"]
    assert run("institution", options, text.replace("Office of Road", "Office of Rail")) == []


ALL = (
    "bodies: [[Association, Board], [Union, Authority], [Department, Ministry], [Accord, Agreement]]\n"
    "families: [[Association, Union]]\nbrief: [Accord, Department]\nstates: [Department]\nheads: [University, Agency]\n"
    "differ: [head, words, apostrophe, link, order]\nallow: [Human Rights]\nnear: ['\\brenamed\\b']"
)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Vale Potters' Union", "Vale Potter Union"),
        ("Vale Potters' Union", "Vale Potters Association"),
        ("Vale Services Agency", "Vale Service Agency"),
        ("Vale Agency for Nature and Parks", "Vale Agency for Natures and Parks"),
        ("Moor Fish Farm Board", "Moor Fishfarm Board"),
        ("Moor Fishfarming Board", "Moor Fish Farming Authority"),
        ("U.S. Department of Horticulture", "U.S. Horticultural Department"),
        ("Lima Environment Agency", "Lima Environmental Agency"),
        ("Mali Rowing Union", "Malian Rowing Union"),
        ("Agency of Women's Sport", "Agency of Womens Sport"),
        ("Marlow Accord", "Marlow Agreement"),
        ("Ministry of Fisheries", "Department of Fisheries"),
        ("University of West Vale", "West Vale University"),
        ("Agency of Parks", "Agency for Parks"),
        ("Seafood and Wool Board", "Sea Food and Wool Board"),
    ],
)
def test_one_name_in_two_forms(first, second):
    text = f"Work of the {first} went on. Staff of the {second} left early."
    [issue] = run("institution", ALL, text)
    assert (issue.text, issue.suggestions) == (second, (first,))
    assert text[issue.related[0].start : issue.related[0].end] == first
    assert apply_edits(text, issue.edits) == text.replace(second, first)


@pytest.mark.parametrize(
    "text",
    [
        "The Vale Potters' Union won. The Vale Potters’ Union said so.",
        "The Vale Potters' Union won. The Vale Weavers' Union lost. The Potters' Union left.",
        "The Vale Potters' Union and the Vale Potters' Association met. The Vale Potters' Association left.",
        "The Vale Potters' Union (VPU) met. The Vale Potters' Association (VPA) left.",
        "The Vale Potters' Union met. The Vale Potters' Association left. The VPU is older than the VPA.",
        "The Vale Potters' Union was renamed in May. The Vale Potters' Association left.",
        "Mali's Potters Union met. Peru's Potters Unions met. The Peru Potters' Union left.",
        "The Board of Human Rights met. The Human Rights Authority left.",
        "The Australian Union met. The Australia Union left. Oslo University met the Oslo Universities Board.",
        "The Mali Ministry of Fisheries sat. Peru is far. The Mali Department of Fisheries is not.",
        "The Vale Potters' Union Tax rose. The Vale Potters' Board fell.",
        "The Bank of Vale Potters Union rose. The Vale Potters' Union fell.",
        "The Federal Union met. The Federal Board left.",
        "The Vale Rail Board met. The Vale Rail Board sat. The Vale Rail Union left. The Vale Rail Union won.",
        "The Scottish Potters' Union met. The Scottish Potters' Board left.",
        "The Union of Vale Potters met. The Vale Potters' Authority left.",
        "Is the Board on? The Union of It. University.",
    ],
)
def test_two_bodies_are_no_slip(text):
    assert run("institution", ALL, text) == []


def test_a_sentence_start_and_a_possessive_are_no_part_of_a_name():
    text = "After Vale Potters' Union staff left, the Vale Potter Union's chair wept. But Vale Potters' Union pay rose."
    [issue] = run("institution", ALL, text)
    assert issue.text == "Vale Potter Union"


def test_a_title_after_a_name_ends_it():
    text = "The Vale Potters' Union Chairman Tom Lal left. Staff of the Vale Potter Union wept."
    assert [i.text for i in run("institution", ALL, text)] == ["Vale Potter Union"]


@pytest.mark.parametrize("unit", ["Vale ", "Vale and ", "Union ", "Agency of ", "Vale Union, ", "Vale' "])
def test_endless_names_take_linear_time(unit):
    def seconds(times: int) -> float:
        begin = time.process_time()
        run("institution", ALL, unit * times + "Vale Board.")
        return time.process_time() - begin

    seconds(100)
    assert seconds(16000) < 24 * max(seconds(2000), 0.01)


@pytest.mark.parametrize(
    "options",
    [
        "bodies: [[Board, Council]]\nbrief: [Union]",
        "heads: [Board]\nstates: [Board]",
        "heads: [Board]\nfamilies: [[Board]]",
    ],
)
def test_a_set_is_named_by_one_of_its_words(options):
    with pytest.raises(RuleError, match="none of the `bodies`"):
        run("institution", options, "")


def test_an_institution_check_needs_something_to_compare():
    with pytest.raises(RuleError, match="bodies"):
        run("institution", "allow: [X]", "")


@pytest.mark.parametrize("unit", ["A.", "Ab ", "Ab (", "Northern Roads Board (NBR) ", "A      "])
def test_endless_capitals_take_linear_time(unit):
    def seconds(times: int) -> float:
        begin = time.process_time()
        run("acronym", "fault: letters", unit * times)
        return time.process_time() - begin

    seconds(100)
    assert seconds(16000) < 24 * max(seconds(2000), 0.01)
