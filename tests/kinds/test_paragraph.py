"""Kind `paragraph`: what the checks' own tests cannot show: one report for each fault, any line ending, linear time."""

from __future__ import annotations

import time
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.kinds import paragraph
from newslint.kinds.shared.base import Context, OptionError
from newslint.kinds.shared.endings import Ending, body_paragraphs
from newslint.kinds.shared.small_starts import small_start
from newslint.rulebook.lists import ListFolder
from newslint.rulebook.packs import shipped_pack
from newslint.text.edits import apply_edits
from newslint.text.story import Story

FAULTS = get_args(paragraph.Fault)
QUIET = ("long-sentence", "long-paragraph", "credit-in-body", "two-credits", "summary-repeated")
STORY = """\
Pool to close for good

By Ada Tarrant

The pool in Mill Lane will close at the end of May, the council said on Monday. It leaks.

Swimmers said they had not been asked and would fight the plan in court.

"We will be back," Owen Pell said. "All of us."

The council meets again on Friday.
"""


LISTS = ListFolder(shipped_pack().folder / "lists")


def findings(text, fault, layout="story", **options):
    state = paragraph.prepare(paragraph.Options(fault=fault, **options), LISTS)
    return list(paragraph.check(state, Context(Story(text, layout=layout))))


def reports(text, layout="story"):
    """Return what every fault that is no advice finds: (fault, marked text)."""
    return [
        (fault, text[found.start : found.end])
        for fault in FAULTS
        if fault not in QUIET
        for found in findings(text, fault, layout)
    ]


def test_a_sound_story_has_none():
    assert reports(STORY) == []


@pytest.mark.parametrize(
    ("old", "new", "report"),
    [
        ("plan in court.", "plan in court", ("no-stop", "court")),
        ("plan in court.", "plan in court,", ("comma-end", ",")),
        ("been asked and", "been\n\nasked and", ("split", "been")),
        ("would fight the plan", "would fight the\n\nPlan", ("split-capital", "the")),
        ("again on Friday.", "again on the", ("cut-off", "the")),
        ("Swimmers said", "swimmers said", ("small-paragraph", "swimmers")),
        (". It leaks", ". it leaks", ("small-sentence", "it")),
        ("The pool in", "HARLOW, Iowa (AP — The pool in", ("dateline-bracket", "(AP")),
        ("The pool in", "harlow, Iowa (AP) — The pool in", ("dateline-town", "harlow")),
        ("The pool in", "HARLOW, Iowa (AP) The pool in", ("dateline-mark", "(AP)")),
        ("By Ada Tarrant", "By Ada Tarrant\n\nPool to close for good", ("headline-repeated", "Pool to close for good")),
        ("It leaks.", "The council meets again on Friday.", None),
    ],
)
@pytest.mark.parametrize("terminator", ["\n", "\r\n", "\r"])
def test_one_fault_one_report(old, new, report, terminator):
    text = STORY.replace(old, new, 1).replace("\n", terminator)
    assert reports(text) == ([report] if report else [])


def test_a_repeated_paragraph_is_not_also_a_repeated_sentence():
    again = "Swimmers said they had not been asked and would fight the plan in court."
    assert reports(f"{STORY}\n{again}\n") == [("repeated-paragraph", again)]


@pytest.mark.parametrize("at", range(4, 60, 3))
def test_a_paragraph_cut_anywhere_is_reported_once(at):
    sentence = "Swimmers said they had not been asked and would fight the plan in court."
    space = sentence.index(" ", at)
    text = STORY.replace(sentence, f"{sentence[:space]}\n\n{sentence[space + 1 :]}")
    found = reports(text)
    assert [fault for fault, _ in found] == ["split"] or space < len("Swimmers said they")
    if found:
        (split,) = findings(text, "split")
        assert apply_edits(text, split.edits) == STORY


def test_many_paragraphs_without_stops_are_no_slips():
    lines = "\n\n".join(f"The pool in the summer of {year} with its swimmers at the gate" for year in range(1931, 1937))
    assert reports(f"{STORY}\n{lines}\n\nNobody has the key.\n", "body") == []


def test_a_doubled_story_is_said_once():
    body = "\n\n".join(f"The pool was painted in the year {year}, as the mayor asked." for year in range(1931, 1945))
    assert len(findings(f"{body}\n\n{body}", "repeated-paragraph", "body", adjacent=False)) == 1
    assert findings(f"{body}\n\n{body}", "repeated-paragraph", "body", adjacent=True) == []


@pytest.mark.parametrize(
    ("options", "key"),
    [
        ({"fault": "no-stop", "words": 8}, "words"),
        ({"fault": "long-sentence", "words": 1}, "words"),
        ({"fault": "split", "adjacent": True}, "adjacent"),
    ],
)
def test_options_that_mean_nothing_are_refused(options, key):
    with pytest.raises(OptionError) as caught:
        paragraph.prepare(paragraph.Options(**options), LISTS)
    assert caught.value.where == (key,)


@pytest.mark.parametrize(
    ("tail", "ending"),
    [
        ("the pool will close in May.", Ending.COMPLETE),
        ("the pool will close in May.”", Ending.COMPLETE),
        ("the pool will close (in May).", Ending.COMPLETE),
        ("the pool will close. (It leaks.)", Ending.COMPLETE),
        ("the pool will close in the U.S.", Ending.COMPLETE),
        ("the pool will close when—”", Ending.COMPLETE),
        ("the pool will close in May", Ending.MISSING),
        ("the pool will close in “May”", Ending.MISSING),
        ("the pool will close at 9pm", Ending.MISSING),
        ("the pool will close by 10%", Ending.MISSING),
        ("the pool will close in May,", Ending.COMMA),
        ("the pool will close in:", Ending.OTHER),
        ("the pool will close. ($1 = 0.6 pounds)", Ending.OTHER),
        ("the pool will close; see www.pool.example.com", Ending.OTHER),
        ("the pool will close, says @millpool", Ending.OTHER),
        ("the pool will close. Call 0113 496 0000", Ending.OTHER),
        ("the pool will close, said Mr", Ending.SPLIT_CAPITAL),
        ("the pool will close, said Mr.", Ending.SPLIT_CAPITAL),
        ("the pool will close and", Ending.SPLIT_CAPITAL),
    ],
)
def test_endings(tail, ending):
    story = Story(f"The mayor said {tail}\n\nPell left at nine.", layout="body")
    assert body_paragraphs(story)[0].ending is ending


@pytest.mark.parametrize("text", ["the pool", "she left", "swimmers came", "but he", "a pool", "then, at nine, he"])
def test_small_starts(text):
    assert small_start(text, 0, len(text)) is not None


@pytest.mark.parametrize(
    "text",
    [
        "iPhone sales",
        "eBay said",
        "de Pell left",
        "van der Pell left",
        "al-Pell left",
        "a) the pool",
        "pool.example.com is",
        "bell hooks wrote",
        "k.d. lang sang",
        "adidas paid",
        "com for",
        "“the pool",
        "The pool",
        "m",
        "",
    ],
)
def test_names_that_are_written_small(text):
    assert small_start(text, 0, len(text)) is None


PARAGRAPHS = st.lists(
    st.sampled_from(
        [
            "The pool in Mill Lane will close in May",
            "The pool in Mill Lane will close in May.",
            "the basin and lock the gates.",
            "The mayor told swimmers to hand in their",
            '"It leaks," she said, "and',
            "LONDON, (Reuters -The pool will close in May.",
            "They have:",
            "- the roof",
            "Mr",
            ", who came second.",
            "***",
        ]
    ),
    max_size=8,
)


@given(PARAGRAPHS.map("\n\n".join), st.sampled_from(FAULTS), st.sampled_from(["story", "body"]))
def test_findings_lie_in_the_text_and_mends_mend(text, fault, layout):
    found = findings(text, fault, layout)
    for finding in found:
        assert 0 <= finding.start < finding.end <= len(text)
        assert text[finding.start : finding.end].strip()
    edits = [edit for finding in found for edit in finding.edits]
    if fault == "split" and edits:
        mended = apply_edits(text, edits)
        assert len(Story(mended, layout=layout).blocks) < len(Story(text, layout=layout).blocks)


@pytest.mark.parametrize("fault", FAULTS)
def test_large_stories_take_linear_time(fault):
    text = "The pool in Mill Lane will close in May and\n\nnobody has the key to it, she said.\n\n" * 10_000
    start = time.process_time()
    findings(text, fault)
    assert time.process_time() - start < 15


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("a mili- tary base", True),
        ("two-\nand", True),
        ("a well-known base - said", False),
        ("- a", False),
        ("x-", False),
    ],
)
def test_divided_words_are_looked_for_where_a_hyphen_ends_a_part(text, there):
    assert paragraph._has_hyphen_before_space(text) is there
    assert there or paragraph._DIVIDED.search(text) is None
