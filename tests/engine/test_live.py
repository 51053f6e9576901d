"""A text that is being edited: what is found is what a check of the whole finds, for a part of the work."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from newslint.engine import live
from newslint.engine.book import load
from newslint.engine.checking import Copy
from newslint.engine.language import variant_of
from newslint.engine.live import Editing
from newslint.engine.options import Options
from newslint.engine.run import check_copy
from newslint.issue import NotRun
from newslint.text.story import Story

SAMPLES = sorted((Path(__file__).parents[1] / "accuracy").glob("**/*.txt"))
OPTIONS = Options(grammar="off", advice=True)


@pytest.fixture(scope="module")
def index():
    return load().index(OPTIONS)


def edited(text: str, rng: random.Random, others: list[str]) -> str:
    """Return the text after one edit as people make them: words in or out, paragraphs in, out or moved, marks lost."""
    blocks = Story(text).blocks
    if not blocks:
        return text + "Paragraph."
    block = rng.choice(blocks)
    at = rng.randrange(block.start, block.end + 1)
    words = rng.choice(others).split()
    start = rng.randrange(len(words))
    match rng.randrange(7):
        case 0:
            return f"{text[:at]} {rng.choice(words)} {text[at:]}"
        case 1:
            return text[:at] + text[min(block.end, at + rng.randrange(40)) :]
        case 2:
            return text[: block.extent_start] + text[block.extent_end :]
        case 3:
            return f"{text[: block.start]}{' '.join(words[start : start + 40])}.\n\n{text[block.start :]}"
        case 4:
            return text[: block.start] + " ".join(words[start : start + 40]) + text[block.end :]
        case 5:
            marks = [place for place, char in enumerate(text) if char in "\"“”'‘’"]
            place = rng.choice(marks) if marks else at
            return text[:place] + text[place + 1 :]
        case _:
            other = rng.choice(blocks)
            moved = text[other.extent_start : other.extent_end].strip()
            return f"{text[: block.start]}{moved}\n\n{text[block.start :]}"


def whole(text: str, index):
    return check_copy(Copy("<text>", Story(text), variant_of(text, "auto")), index, OPTIONS)[0]


@pytest.mark.parametrize("seed", range(4))
def test_after_every_edit_the_issues_are_those_of_the_whole(index, seed):
    rng = random.Random(seed)
    texts = [path.read_text(encoding="utf-8") for path in SAMPLES]
    for text in rng.sample(texts, 12):
        editing = Editing(index, OPTIONS)
        for _ in range(5):
            assert list(editing.check(text).issues) == whole(text, index), text
            text = edited(text, rng, texts)


def test_an_edit_runs_the_checks_of_its_block_and_those_that_look_across_blocks(index, monkeypatch):
    text = max((path.read_text(encoding="utf-8") for path in SAMPLES), key=len)
    ran: list[str] = []
    real = live.issues_of

    def counted(check, *rest):
        ran.append(check.id)
        return real(check, *rest)

    monkeypatch.setattr(live, "issues_of", counted)
    editing = Editing(index, OPTIONS)
    editing.check(text)
    first = len(ran)
    ran.clear()
    editing.check(text.replace(" the ", " the very ", 1))
    assert len(ran) < first
    again = {check.id: getattr(check.module, "REACH", "story") for check in index.checks if check.id in ran}
    assert "story" in again.values()
    ran.clear()
    editing.check(text.replace(" the ", " the very ", 1))
    assert all(again[check] == "story" for check in ran), "nothing has changed, so no block is looked at again"


def test_another_variant_looks_at_everything_again(index):
    editing = Editing(index, OPTIONS)
    british = "The colour of the harbour programme was grey, the council's defence organiser said.\n\n" * 3
    american = "The color of the harbor program was gray, the council's defense organizer said.\n\n" * 5
    editing.check(british + american[:10])
    assert list(editing.check(british + american).issues) == whole(british + american, index)


def test_a_check_that_failed_on_a_block_reads_the_whole_text_again(index, monkeypatch):
    text = "The mayor said the bridge would be closed closed on Monday.\n\nA very unique day.\n\nIt rained.\n"
    real, ran = live.issues_of, []

    def failing(check, context, *rest):
        ran.append((check.id, context.story.text))
        return NotRun(check.id, "<text>", "failed", "no") if check.id in broken else real(check, context, *rest)

    monkeypatch.setattr(live, "issues_of", failing)
    broken = {check.id for check in index.halves[0].checks}
    editing = Editing(index, OPTIONS)
    failed = {each.what for each in editing.check(text).not_run}
    assert failed
    broken = set()
    ran.clear()
    again = text.replace("It rained", "It snowed")
    assert list(editing.check(again).issues) == whole(again, index)
    assert {story for check, story in ran if check in failed} == {again}


def test_a_text_longer_than_a_part_is_checked_as_ever(index, monkeypatch):
    monkeypatch.setattr(live, "PART", 100)
    text = "The mayor said the bridge would be closed closed on Monday.\n\n" * 5
    editing = Editing(index, OPTIONS)
    assert list(editing.check(text).issues) == whole(text, index)
    assert list(editing.check(text + text).issues) == whole(text + text, index)


@pytest.mark.parametrize("text", ["", "\n\n", "One"])
def test_very_short_texts(index, text):
    editing = Editing(index, OPTIONS)
    editing.check("The mayor said the bridge would be closed closed on Monday.")
    assert list(editing.check(text).issues) == whole(text, index)


def test_from_python():
    import newslint

    check = newslint.live_checker(path="story.txt", select=["repetition/", "doubled/"])
    text = "The mayor said the bridge would be closed closed on Monday.\n"
    for state in (text, text.replace("closed closed", "closed"), text * 2, "1 2 3 4 5 6 7 8\n" * 40, text):
        assert check(state) == newslint.check_text(state, path="story.txt", select=["repetition/", "doubled/"])
    assert [issue.text for issue in check(text)] == ["closed closed"]
    with pytest.raises(ValueError, match="unknown language"):
        newslint.live_checker(language="fr")  # type: ignore[arg-type]
