"""A story that comes after another is what it is without it."""

from __future__ import annotations

import gc
import weakref

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newslint.text import name_runs, sentences, tokens
from newslint.text.earlier import rescan
from newslint.text.story import Story
from newslint.text.tokens import scan

COPY = """Pool to close for good

By Ada Tarrant

HARLOW, Iowa (AP) — The pool in Mill Lane will close in May, said Rosa Obi, the mayor of Harlow. Mr. Lal agreed.

“It leaks,” Mrs Obi said. “Don’t swim.” The Obis’ own pool, built by Jan van der Berg, is dry.

What happens next

William 'Bill' Tarrant, 40, who swims with al-Assad’s nephew, said: "Never!" He left at 5 p.m. Obi stayed.
"""
PARTS = ("tokens", "spellings", "word_positions", "block_sentences", "sentences", "quotes", "people")
PIECES = st.sampled_from(
    [
        " again",
        "\n\n",
        "\n",
        "’s",
        "s' ",
        "’",
        "Mr Obi ",
        "van ",
        ". ",
        "/",
        "-",
        "J. K. ",
        "“",
        '"',
        " and ",
        "\xa0",
        "",
    ]
)
EDITS = st.lists(st.tuples(st.integers(0, len(COPY) + 20), st.integers(0, 12), PIECES), max_size=3)
LAYOUTS = st.sampled_from(["story", "body"])


def edited(text, edits):
    for at, removed, put in edits:
        text = text[:at] + put + text[at + removed :]
    return text


def parts_of(story):
    return {part: getattr(story, part) for part in PARTS} | {"word_pairs": dict(story.word_pairs)}


@given(st.lists(st.tuples(EDITS, LAYOUTS, st.sets(st.sampled_from(PARTS))), min_size=1, max_size=4))
@example([([(26, 11, "By Ada")], "body", {"people"}), ([(0, 0, "x")], "story", set())])
@settings(max_examples=150, deadline=None)
def test_a_story_is_the_same_after_any_other(steps):
    text, story = COPY, Story(COPY)
    for edits, layout, asked in steps:
        for part in asked:
            getattr(story, part)
        text = edited(text, edits)
        story = Story(text, layout, after=story)
        assert parts_of(Story(text, layout, after=story)) == parts_of(Story(text, layout))
    assert parts_of(story) == parts_of(Story(text, layout))


@given(st.text(st.sampled_from("a1.’' \n-"), max_size=30), st.text(st.sampled_from("a1.’' \n-"), max_size=30))
@example("", "a")
@example("aa", "a")
@example("a a a", "a a")
@example("U.S.", "U.S. a")
def test_tokens_of_what_differs_are_those_of_the_whole(earlier, text):
    found = rescan(text, earlier, scan(earlier))
    assert found.scan == scan(text)
    assert found.take_over([t.upper() for t in scan(earlier).texts], lambda texts: [t.upper() for t in texts]) == tuple(
        t.upper() for t in found.scan.texts
    )


def test_only_what_changed_is_read_again(monkeypatch):
    story = Story(COPY)
    parts_of(story)
    read = {"sentences": [], "runs": [], "tokens": []}

    def noting(name, module, function):
        own = getattr(module, function)
        monkeypatch.setattr(module, function, lambda *given: (read[name].append(given), own(*given))[1])

    noting("sentences", sentences, "split_sentences")
    noting("runs", name_runs, "_runs_of")
    noting("tokens", tokens._TOKEN_AND_SPACE, "split")
    changed = COPY.replace("stayed", "remained")
    later = Story(changed, after=story)
    parts_of(later)
    assert [changed[begin:end] for _, begin, end in read["sentences"]] == [changed[changed.index("William") : -1]]
    assert [changed[block.start :][:7] for _, block, _ in read["runs"]] == ["William"]
    assert read["tokens"] == [(" remained.",)]


def test_what_nobody_asked_for_is_not_worked_out_for_the_next():
    story = Story(COPY)
    Story(COPY + "x", after=story)
    assert "blocks" not in vars(story)
    assert "_scan" not in vars(story)


def test_a_story_does_not_keep_the_one_before_it():
    story = Story(COPY)
    parts_of(story)
    later = Story(COPY + "x", after=story)
    parts_of(later)
    gone = weakref.ref(story)
    del story
    gc.collect()
    assert gone() is None
    assert later.memo == {}


@pytest.mark.parametrize("text", ["a" * 200_000, "a b " * 50_000, " " * 200_000, "’" * 200_000])
def test_the_ends_that_two_long_texts_share_are_found_in_few_steps(text):
    assert rescan(text + "b", text, scan(text)).scan == scan(text + "b")
