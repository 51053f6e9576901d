"""Faults seeded into clean copy, held to a floor by kind: a quick part of the bench, without LanguageTool.

The whole of it, with every fault that is not found just once: `python tests/accuracy/seed_faults.py --list`.
"""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from random import Random

import pytest
import seed_faults
from fault_copy import Clean, Fault, Seeded, put, sentences, swap
from seed_faults import FAULTS, Trial, clean_samples, draw, run, table

from newslint.engine.placed import PlacedIssue

N = 3
FLOOR = 2 / 3
"""The part of a kind's faults that has exactly one new issue, at the place."""

LOWER_FLOORS = {
    "figure-to-come": 0.33,
    "institution-drift": 0.25,
    "past-for-participle": 0.25,
    "then-for-than": 0.25,
}
WITH_GRAMMAR = frozenset(
    {
        "be-dropped",
        "comma-before-speech",
        "its-apostrophe",
        "letters-swapped",
        "misspelling",
        "of-dropped",
        "one-of-singular",
        "plural-lost",
        "possessive-lost",
        "pronoun-agreement",
        "to-dropped",
    }
)
"""Kinds that LanguageTool finds, or that the clean copy has hardly a place for."""
NOT_FOUND = frozenset(
    {
        "accent-apart",
        "accent-lost",
        "american-in-british",
        "cookie-line",
        "group-of-20",
        "name-without-apostrophe",
        "shares-over-100",
        "title-flip",
    }
)
"""Kinds that newslint does not find just once often enough to be held to it: give one a floor when it does."""


@pytest.fixture(scope="module")
def trials() -> list[Trial]:
    with ExitStack() as stack:
        return list(run(FAULTS, clean_samples(), seed_faults.checker(stack), n=N, seed=1))


def test_every_group_has_kinds_and_every_kind_a_place_in_the_clean_copy(trials: list[Trial]) -> None:
    assert len(FAULTS) >= 95
    assert len({fault.kind for fault in FAULTS}) == len(FAULTS)
    assert {fault.group for fault in FAULTS} == {
        "people",
        "quotations",
        "structure",
        "consistency",
        "slips",
        "residue",
    }
    assert {trial.kind for trial in trials} == {fault.kind for fault in FAULTS}
    assert {*LOWER_FLOORS, *WITH_GRAMMAR, *NOT_FOUND} <= {fault.kind for fault in FAULTS}


@pytest.mark.parametrize("kind", [f.kind for f in FAULTS if f.kind not in WITH_GRAMMAR | NOT_FOUND])
def test_a_fault_is_found_once_and_at_its_place(trials: list[Trial], kind: str) -> None:
    mine = [trial for trial in trials if trial.kind == kind]
    once = sum(trial.outcome == "once" for trial in mine)
    assert once / len(mine) >= LOWER_FLOORS.get(kind, FLOOR), f"\n{table(mine, listed=True)}"


def test_a_fault_is_seldom_reported_twice_or_elsewhere(trials: list[Trial]) -> None:
    astray = [trial for trial in trials if trial.outcome in ("twice", "elsewhere")]
    assert len(astray) / len(trials) <= 0.03, f"\n{table(astray, listed=True)}"


COPY = Clean(
    "tale.txt",
    "en-GB",
    "Mill to open its doors\n\n"
    "The old mill will open to the public in May after years of repairs.\n\n"
    "“We have waited for this for a long time,” the miller said.\n\n"
    "It has a wheel of oak, a floor of slate and a cat of no known breed.\n\n"
    "1. Bring the flour and a bag that you can carry it home in.\n",
)


def test_only_running_text_is_a_place_for_faults() -> None:
    assert [COPY.text[start : start + 3] for start, _ in COPY.paragraphs] == ["The", "“We", "It "]
    assert [COPY.text[start : start + 3] for start, _ in COPY.narration] == ["The", "It "]


def test_a_fault_changes_the_copy_at_its_places_and_the_same_seed_gives_the_same() -> None:
    copies = clean_samples()
    for fault in FAULTS:
        drawn = list(draw(fault, copies, 2, 7))
        assert drawn, fault.kind
        assert drawn == list(draw(fault, copies, 2, 7)), fault.kind
        for clean, seeded in drawn:
            assert seeded.text != clean.text, fault.kind
            assert all(0 <= start <= end <= len(seeded.text) for start, end in seeded.places), fault.kind


def test_a_swap_marks_what_it_wrote() -> None:
    seeded = swap(r"a (wheel) of", "whele")(COPY, Random(1))
    assert seeded is not None
    (place,) = seeded.places
    assert seeded.text[slice(*place)] == "whele"
    assert swap(r"long time", "age")(COPY, Random(1)) is None  # speech
    assert swap(r"long time", "age", speech=True)(COPY, Random(1)) is not None
    assert swap(r"wheel", "whele", languages=("en-US",))(COPY, Random(1)) is None


def test_sentences_are_added_apart_and_in_their_order() -> None:
    seeded = sentences("It cost [[[amount]]], or [5%.")(COPY, Random(1))
    assert seeded is not None
    assert seeded.text[slice(*seeded.places[0])] == "[amount]"
    assert "It cost [amount], or [5%.\n\nIt has a wheel" in seeded.text
    assert sentences(("One [[a]].", "Two [[b]]."))(COPY, Random(1)) is None  # no room between


def issue(start: int, end: int, text: str = "") -> PlacedIssue:
    return PlacedIssue("tale.txt", "a/b", "warning", start, end, text, "m", line=1, column=1, end_line=1, end_column=1)


@pytest.mark.parametrize(
    ("spans", "outcome"),
    [
        ([], "missed"),
        ([(10, 12)], "once"),
        ([(8, 9)], "once"),  # one character away
        ([(13, 15)], "once"),
        ([(7, 8)], "elsewhere"),
        ([(30, 33)], "once"),  # the second place
        ([(10, 12), (30, 33)], "twice"),
        ([(10, 12), (50, 53)], "twice"),
    ],
)
def test_outcomes(spans: list[tuple[int, int]], outcome: str) -> None:
    seeded = Seeded("x" * 100, ((10, 12), (30, 33)))
    assert Trial("k", "n", seeded, tuple(issue(*span) for span in spans)).outcome == outcome


def test_what_the_clean_story_has_already_is_not_new() -> None:
    fault = Fault("k", "slips", lambda clean, chance: put(clean, 0, 4, "Moll"))
    old = issue(0, 4, "mill")
    (trial,) = run([fault], [COPY], lambda clean: [old], n=1, seed=1)
    assert trial.outcome == "missed"
    (trial,) = run([fault], [COPY], lambda clean: [old, old] if "Moll" in clean.text else [old], n=1, seed=1)
    assert trial.outcome == "once"


def test_the_bench_can_be_run_at_any_time_for_one_kind() -> None:
    script = Path(seed_faults.__file__)
    done = subprocess.run(
        [sys.executable, str(script), "--kind", "double-space", "--n", "2", "--list"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    rows = [row.split() for row in done.stdout.splitlines()]
    assert rows[0] == ["seeded", "once", "twice", "elsewhere", "missed"]
    assert rows[1] == ["double-space", "2", "2", "0", "0", "0"]
    assert Counter(row[0] for row in rows[1:]) == {"double-space": 1, "all": 1}
