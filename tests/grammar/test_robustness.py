"""Much copy and strange copy on a real LanguageTool: right offsets, bounded memory, no hang.

NEWSLINT_SLOW=1 runs the long versions too.
"""

from __future__ import annotations

import os
import random
import re
import time

import psutil
import pytest

from newslint.engine import checking, options, parts, proofreader, run
from newslint.engine.book import Book, load
from newslint.grammar.check import Checker
from newslint.text.story import Story

SLOW = bool(os.environ.get("NEWSLINT_SLOW"))
slow = pytest.mark.skipif(not SLOW, reason="takes a minute: NEWSLINT_SLOW=1 runs it")

RULES = frozenset({"EN_A_VS_AN"})
MEMORY = 1_000_000_000
"""Bytes: what the server may hold after all of it."""

SENTENCES = (
    "The harbour master said on Monday that the ferry would leave at noon.",
    "Two of the crew had been ill since the storm, and a third was at home.",
    "Nobody had seen the lamp on the east pier go out.",
    "It cost the town 40,000 dollars to mend the wall after the winter.",
    "The mayor, who had opposed the plan, was not in the room.",
)
FAULT = "It was an hard choice for the pilot."


def paragraph(seed: int, sentences: int, fault: bool = True) -> str:
    chosen = random.Random(seed).choices(SENTENCES, k=sentences)
    if fault:
        chosen.insert(seed % (sentences + 1), FAULT)
    return " ".join(chosen)


def found(server, text: str) -> int:
    """Return how many of the planted faults LanguageTool finds, each exactly where it stands; no paragraph is lost."""
    checker = Checker(server, RULES)
    try:
        proof = checker.begin([Story(text, "body")], ["en-GB"])[0].result()
    finally:
        checker.close()
    assert proof.lost == ()
    planted = [place.start() for place in re.finditer("an hard", text)]
    assert [match.start for match in proof.matches if match.start in planted] == planted
    assert all(text[match.start : match.end] in ("a", "an", "A", "An") for match in proof.matches)
    return len(planted)


def memory(server) -> int:
    return psutil.Process(server.pid).memory_info().rss


def test_a_paragraph_of_fifty_thousand_characters(languagetool):
    text = " ".join(paragraph(n, 6) for n in range(130))
    assert len(text) > 50_000
    assert found(languagetool, text) == 130


@pytest.mark.parametrize(
    "mark",
    ["😀", "👨‍👩‍👧‍👦", "🇦🇺", "e\u0301\u0323", "𝐀", "\u200b", "\u202e", "\ufe0f", "\x00", "\ud83d", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢"],
    ids=ascii,
)  # fmt: skip
def test_strange_characters_everywhere(languagetool, mark):
    words = " ".join(paragraph(n, 4) for n in range(3)).split(" ")
    text = f" {mark} ".join([*words[:3], *words[3:]])
    text = text.replace(f"It {mark} was {mark} an {mark} hard", "It was an hard")
    assert found(languagetool, text) == 3


def test_lines_that_end_as_they_like(languagetool):
    text = "".join(f"{paragraph(n, 5)}{end}" for n, end in enumerate(["\r\n\r\n", "\r\r", "\n\n", "\r\n\n"] * 4))
    assert found(languagetool, text) == 16


def test_words_without_end(languagetool):
    n = 5_000 if SLOW else 500
    text = f"{FAULT} {'x' * 12 * n} {FAULT}\n\n{'(' * n}\n\n{FAULT}\n\n{'a-' * n}\n\n{'no. ' * (n // 10)}"
    begin = time.monotonic()
    assert found(languagetool, text) == 3
    assert time.monotonic() - begin < 60


def thousand(server, requests: int) -> None:
    for number in range(requests):
        assert found(server, paragraph(number, 1 + number % 3)) == 1


def test_requests_in_a_row(languagetool):
    thousand(languagetool, 100)
    assert memory(languagetool) < MEMORY


@slow
def test_a_thousand_requests_in_a_row(languagetool):
    thousand(languagetool, 1_000)
    assert memory(languagetool) < MEMORY


def long_story(paragraphs: int) -> str:
    return "\r\n\r\n".join(paragraph(n, 7) for n in range(paragraphs)) + "\r\n"


def many_words(server, tmp_path, paragraphs: int) -> int:
    """Check a long story by a whole run, with all rules; return its words."""
    from contextlib import nullcontext

    text = long_story(paragraphs)
    (tmp_path / "long.txt").write_text(text, encoding="utf-8", newline="")
    reader = proofreader.Proofreader(lambda _variant: nullcontext(server), known_as="", results=None, timeout_s=60)
    book = load()
    book = Book(tuple(check for check in book.checks if check.languagetool_rules))
    result = run.check_paths([str(tmp_path)], book, options.Options(language="en-GB"), proofreader=reader)
    reader.close()
    assert [entry for entry in result.not_run if entry.why == "failed"] == []
    places = [issue for issue in result.issues if issue.text == "an"]
    assert len(places) == paragraphs, "each once"
    for number, issue in enumerate(places):
        assert issue.line == 2 * number + 1
        assert text[issue.start - 7 : issue.end + 5] == "It was an hard"
    assert memory(server) < MEMORY
    return result.words


def test_a_story_of_several_parts(languagetool, tmp_path, monkeypatch):
    monkeypatch.setattr(parts, "PART", 6_000)
    monkeypatch.setattr(checking, "PART", 6_000)
    assert many_words(languagetool, tmp_path, 30) > 2_500


@slow
def test_a_story_of_a_hundred_thousand_words(languagetool, tmp_path):
    assert many_words(languagetool, tmp_path, 1_050) > 100_000
