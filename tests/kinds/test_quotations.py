"""The kind `quotations`: spans, fixes and what it needs from the list of verbs."""

from __future__ import annotations

import time

import pytest

from newslint.kinds import quotations
from newslint.kinds.shared.base import Context
from newslint.rulebook.errors import RuleError
from newslint.rulebook.lists import ListFolder
from newslint.rulebook.loader import parse_check
from newslint.rulebook.packs import shipped_pack
from newslint.text.attribution import CORE_VERBS
from newslint.text.edits import apply_edits
from newslint.text.story import Story

LISTS = ListFolder(shipped_pack().folder / "lists")
CHECK = """
id: x/y
kind: quotations
message: 'Check.'
why: A test.
severity: warning
fix: unsafe
fault: %s
tests:
  - flag: "[[a]]"
  - pass: "b"
"""
FAULTS = [*quotations._FAULTS, *quotations._WITH_VERBS]


def run(fault, text, variant="en-GB"):
    check = parse_check(CHECK % fault, "x.yml", "x/y", LISTS)
    return list(check.issues(Context(Story(text, layout="body"), variant=variant), "story"))


def test_an_unknown_fault_is_refused_with_a_hint():
    with pytest.raises(RuleError, match=r"unclosed"):
        parse_check(CHECK % "unclosd", "x.yml", "x/y", LISTS)


def test_every_fault_that_the_options_name_is_built():
    assert sorted(FAULTS) == sorted(quotations.Fault.__args__)


def test_the_tracker_knows_no_verb_that_the_list_lacks():
    verbs = LISTS.get("speech-verbs")
    assert set(CORE_VERBS) <= {verb for group in verbs.values() for verb in group}


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("“We sail, he said. It rained.", "“We sail,” he said. It rained."),
        ("'Come,' he said. 'Go.'\n\n'It is late, she said.", "'Come,' he said. 'Go.'\n\n'It is late,' she said."),
        ('He left. "We sail, said Perrin Vale.', 'He left. "We sail," said Perrin Vale.'),
    ],
)
def test_an_unclosed_quotation_closes_after_its_comma(text, fixed):
    (issue,) = run("unclosed", text)
    assert issue.end - issue.start == 1
    assert apply_edits(text, issue.edits) == fixed


@pytest.mark.parametrize("text", ["He called it “a bath.", "“We sail, I said so in March.", "“We sail.\n\nIt rained."])
def test_where_only_the_writer_knows_the_end_there_is_no_fix(text):
    (issue,) = run("unclosed", text)
    assert issue.edits == ()


@pytest.mark.parametrize(
    ("variant", "fixed"),
    [("en-US", "He said, “We sail at noon.”"), ("en-GB", "He said: “We sail at noon.”")],
)
def test_the_mark_before_speech_follows_the_variety(variant, fixed):
    text = "He said “We sail at noon.”"
    (issue,) = run("comma-before", text, variant)
    assert issue.text == "said “We"
    assert apply_edits(text, issue.edits) == fixed


@pytest.mark.parametrize(
    "text",
    [
        "He said “wet” was the word.",
        "He said that “We sail at noon.”",
        "He said “Noon at Sea,” his first film, was lost.",
        "He said: “We sail at noon.”",
        "He said, “We sail at noon.”",
        "He said “No.”",
        "What he said “We” meant is not clear.",
        "They call it “The worst thing in years.”",
    ],
)
def test_fragments_titles_and_clauses_need_no_comma(text):
    assert run("comma-before", text) == []


def test_one_report_and_one_fix_for_a_story_of_mixed_glyphs():
    text = "“One,” he said. \"Two,\" he said. “Three,” he said.\n\n“Four,” he said. 'Five,' he said."
    (issue,) = run("glyph-mix", text)
    assert issue.text == '"Two,"'
    fixed = apply_edits(text, issue.edits)
    assert fixed == "“One,” he said. “Two,” he said. “Three,” he said.\n\n“Four,” he said. ‘Five,’ he said."
    assert run("glyph-mix", fixed) == []


def test_apostrophes_inches_and_foreign_marks_mix_no_glyphs():
    assert run("glyph-mix", "“It's 12\" wide,” he said. “The boys' nets,” she said. «Oui», he said.") == []


def test_a_run_of_paragraphs_without_marks_is_one_report():
    text = "“We sail.\n\nBring a coat.\n\nIt is cold,” he said."
    (issue,) = run("continued", text)
    assert (issue.start, issue.text) == (11, "Bring")


def test_merged_paragraphs_are_no_lost_marks():
    merged = " ".join(f'"We sail at {n}, come what may, and nobody on the quay will wait.' for n in range(9)) + '"'
    assert run("unclosed", merged) == []
    assert [i.text for i in run("unclosed", '"The nets are dry. "We sail," he said.')] == ['"']


@pytest.mark.parametrize("fault", FAULTS)
def test_work_grows_with_the_text_and_no_faster(fault):
    unit = '“We sail, he said. "It is late" she said. said “We go.” ‘No’.”\n\n“So. '

    def seconds(times):
        context = Context(Story(unit * times, layout="body"))
        _ = context.story.quotes
        check = parse_check(CHECK % fault, "x.yml", "x/y", LISTS)
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            list(check.module.check(check.state, context))
            best = min(best, time.process_time() - start)
        return best

    small, large = seconds(200), seconds(1600)
    assert large < 30 * small + 0.05
