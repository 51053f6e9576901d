"""Sentences. A bar in a sample stands where a sentence ends."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.text.sentences import split_sentences


def sentences(text):
    return [text[start:end] for start, end in split_sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "marked",
    [
        "The pool closed.| It leaks.",
        "Mr. Pell met Mrs. Lal and Dr. Tarrant.| They swam.",
        "The keys are with Messrs. Pell and Lal, Sen. Marsh and Lt. Col. Obi.",
        "He works in the U.S.| He said so.",
        "He works in the U.S. Senate for a U.S.-led board.",
        'He left the U.S.| "Never again," he said.',
        "At 5 p.m.| The gates closed.",
        "At 5 p.m. Monday the gates closed, and at 6 a.m. EST they opened.",
        "Go to No. 10 and ask for lot no. 4.| Nobody is in.",
        "He said no.| Ten went.",
        "J. K. Obi and George W. Marsh swam with J.R. Pell.",
        "It has vitamin C.| It helps.",
        "They came from St. Albans and St. Louis.",
        "He lives in Main St.| The house is green.",
        "Pell Inc. said so.| Lal Co. and Marsh Corp. did not.",
        "Ask at Pell Inc.| The firm knows.",
        "It opened on Jan. 6 and closed in Dec.| The town wept.",
        "HARLOW, Ga. (AP) is a town of 4.5 sq. miles.",
        "He came from Athens, Ga.| He left at once.",
        "They sold caps, tickets, etc.| Nobody came.",
        "They sold caps, tickets, etc. to swimmers, e.g. Pell, i.e. two of them.",
        "It cost approx. 400 and was Pell vs. Lal.",
        '"Will it close?" she asked.| "Never!" he said.',
        '"Will it close?" Ada Tarrant asked.| "Never!" Mr Pell shouted.',
        '"It leaks."| She swam.',
        "\"It leaks.\" |'It does.'",
        "“Will it close?”| The crowd left.",
        "(It leaks.)| She swam [in the deep end.]| He did not.",
        "She swam (it leaks).| He did not.",
        "Well ... he swam.| It is … cold.",
        "He paused...| Then he swam.",
        "Was it he?!| It was.",
        "He swam. . .| Then he left.",
        "The swimmers cheered.| then they saw the water.",
        "It fell to 4.5 per cent from 4.75.| The rate rose.",
        "1. Open the gate.| 2. Swim.",
        "It was in 2004.| 10 people swam.",
        "He owes £5.| £2 was paid.",
        "He asked Lal, Esq. and Pell Jr. for the Ph.D. they had.",
        "See p. 4 and pp. 5-6 in vol. 2.",
        '"Stop!"| The mayor said no more.',
        "No stop here",
        "The pool\nin Mill Lane\nleaks.| It\r\nis cold.",
    ],
)
def test_splitting(marked):
    parts = [part.strip() for part in marked.split("|")]
    text = marked.replace("|", "")
    assert sentences(text) == parts


def test_only_the_block_is_read():
    text = "It leaks. The pool is cold. It closed."
    assert split_sentences(text, 10, 27) == ((10, 27),)


WORDS = st.lists(
    st.sampled_from(
        ["Mr.", "U.S.", "a.m.", "He", "said", "no.", '"Why?"', "(It", "leaks.)", "...", "10", "J.", "\r\n"]
    ),
    max_size=12,
)


@given(st.one_of(WORDS.map(" ".join), st.text(max_size=60)))
def test_sentences_cover_the_text_in_order(text):
    at = 0
    for start, end in split_sentences(text, 0, len(text)):
        assert start >= at
        assert text[start:end] == text[start:end].strip() != ""
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()


@pytest.mark.parametrize("unit", [". ", ".", "J. ", "U.S. ", '? "', "... ", '."', "Mr. ", ".) ("])
def test_linear(unit):
    text = unit * 100_000
    start = time.process_time()
    split_sentences(text, 0, len(text))
    assert time.process_time() - start < 10
