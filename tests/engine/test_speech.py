"""A safe fix that would change a speaker's words is not safe."""

from __future__ import annotations

import pytest

from newslint.engine.speech import careful
from newslint.issue import Edit, Issue
from newslint.text.story import Story


def level(text, old, new, safe="safe"):
    start = text.index(old)
    issue = Issue(
        "p",
        "a/b",
        "error",
        start,
        start + len(old),
        old,
        "m",
        fixable=safe,
        edits=(Edit(start, start + len(old), new),),
    )
    return careful(issue, Story(text, "body")).fixable


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("the the", "the"),
        ("an hard", "a hard"),
        ("goverment", "government"),
        ("inthe", "in the"),
        ("three", "3"),
    ],
)
def test_words_of_a_quotation_are_changed_on_demand_only(old, new):
    text = f'He said: "It was {old} thing of all." Nobody spoke.'
    assert level(text, old, new) == "unsafe"
    assert level(f"It was {old} thing of all, he said.", old, new) == "safe"
    assert level(text, old, new, "no") == "no"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (" ,", ","),
        ("32-year old", "32-year-old"),
        ("donâ€™t", "don’t"),
        ("cafÃ©", "café"),
        ("R&amp;D", "R&D"),
        ("ﬁnd", "find"),
        ("it's", "it’s"),
        ("two  words", "two words"),
    ],
)
def test_marks_spaces_and_damaged_characters_are_nobodys_words(old, new):
    assert level(f'He said: "It was so{old} that they left." Nobody spoke.', old, new) == "safe"
