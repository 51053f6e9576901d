"""Cues that depend on the rest of the sentence and of the story."""

from __future__ import annotations

import pytest

from newslint.kinds import cue
from newslint.kinds.shared.base import Context, OptionError
from newslint.text.story import Story


def run(text, **options):
    state = cue.prepare(cue.Options(patterns=(r"\bthief\b",), **options), None)
    return [found.start for found in cue.check(state, Context(Story(text, layout="body")))]


TEXT = "The thief fled. A thief, said to be tall, was charged.\n\nThe trial of the thief goes on."


@pytest.mark.parametrize(
    ("options", "count"),
    [
        ({}, 3),
        ({"at_most": 2}, 2),
        ({"with_": ("charged",)}, 1),
        ({"without": ("charged",)}, 2),
        ({"story": ("trial", "fled")}, 3),
        ({"story": ("trial", "convicted")}, 0),
        ({"story_without": ("trial",)}, 0),
        ({"except_": ("the thief",)}, 2),
    ],
)
def test_conditions(options, count):
    assert len(run(TEXT, **options)) == count


def test_what_is_said_does_not_use_up_the_reports():
    assert run('"The thief fled," she said. The thief wept.', at_most=1) == [32]


def test_a_cue_needs_a_pattern():
    with pytest.raises(OptionError):
        cue.prepare(cue.Options(patterns=()), None)
