"""Every check keeps to its noise budget on the clean samples: the clean labelled stories and the clean seeds.

A check's `noise` is the false alarms per 1,000 words that it may give there, as error or warning; 0 where it says
nothing. The samples have some 12,500 words, so a budget below 0.08 is none: it buys the whole hits that fit in it, and
one that buys none, or more than are used, is refused. What LanguageTool's rules say counts on the check that speaks
for them. Advice has no budget: it is taste, and shown only when asked for.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from labelled_stories import Found, LabelledStory, check

from newslint.engine.book import Book, languagetool_ids, load
from newslint.rulebook.errors import RuleError
from newslint.rulebook.explain import explain
from newslint.rulebook.lists import ListFolder
from newslint.rulebook.loader import parse_check

SEEDS = Path(__file__).resolve().parents[2] / "seeds"

KNOWN = {
    ("missing/article-after-preposition", "clean-stage-review.txt"),
}
"""False alarms that wait to be mended: a rule and the story in which it is wrong."""


@pytest.fixture(scope="module")
def samples(stories: list[LabelledStory]) -> list[LabelledStory]:
    seeds = [
        LabelledStory(
            path,
            yaml.safe_load(path.with_suffix(".expected.yml").read_text(encoding="utf-8"))["language"],
            path.read_text(encoding="utf-8"),
            (),
        )
        for path in sorted(SEEDS.glob("clean-*.txt"))
    ]
    return [*(story for story in stories if story.clean), *seeds]


@pytest.fixture(scope="module")
def words(samples: list[LabelledStory]) -> int:
    return sum(len(re.findall(r"\w+", story.text)) for story in samples)


@pytest.fixture(scope="module")
def book() -> Book:
    return load()


@pytest.fixture(scope="module")
def hits(samples: list[LabelledStory], found: dict[str, list[Found]]) -> list[tuple[str, Found]]:
    """What is said of the clean samples, with the file's name."""
    seeds = check(story for story in samples if story.path.parent == SEEDS)
    names = [story.path.name for story in samples]
    assert len(set(names)) == len(names)
    return [(name, issue) for name in names for issue in [*found.get(name, ()), *seeds.get(name, ())]]


def speaker(rule: str, book: Book) -> str:
    """Return the id of the check that reports under this id."""
    ids = {id_: check.id for check in book.checks for id_ in (check.id, *languagetool_ids(check))}
    return ids[rule]


def test_there_is_enough_clean_copy(samples: list[LabelledStory], words: int) -> None:
    assert len(samples) >= 30
    assert words >= 10_000


def bought(noise: float, words: int) -> int:
    """Return the hits that a budget buys."""
    return int(noise * words / 1000)


def over_budget(hits: Counter[str], budgets: Mapping[str, float], words: int) -> dict[str, int]:
    return {id_: count for id_, count in hits.items() if count > bought(budgets[id_], words)}


def unused(hits: Counter[str], budgets: Mapping[str, float], words: int) -> dict[str, float]:
    """Return the budgets that buy nothing, or more hits than there are."""
    return {id_: noise for id_, noise in budgets.items() if noise and not 0 < bought(noise, words) <= hits[id_]}


def test_no_check_is_noisier_on_clean_copy_than_its_budget(
    hits: list[tuple[str, Found]], words: int, book: Book
) -> None:
    budgets = {check.id: check.head.noise for check in book.checks}
    over = over_budget(
        Counter(speaker(issue.rule, book) for name, issue in hits if (issue.rule, name) not in KNOWN), budgets, words
    )
    places = [f"{name}:{issue.line}:{issue.column} {issue.rule} {issue.text[:60]!r}" for name, issue in hits]
    assert not over, f"{over}\n" + "\n".join(places)


def test_a_budget_is_no_larger_than_it_has_to_be(hits: list[tuple[str, Found]], words: int, book: Book) -> None:
    counted = Counter(speaker(issue.rule, book) for _, issue in hits)
    assert not unused(counted, {check.id: check.head.noise for check in book.checks}, words)


def test_what_a_budget_buys() -> None:
    budgets = {"a/none": 0.0, "a/one": 0.1, "a/two": 0.2, "a/tiny": 0.05}
    used = Counter({"a/none": 1, "a/one": 1, "a/two": 1})
    assert over_budget(used, budgets, 10_000) == {"a/none": 1}
    assert over_budget(used + used, budgets, 10_000) == {"a/none": 2, "a/one": 2}
    assert unused(used, budgets, 10_000) == {"a/two": 0.2, "a/tiny": 0.05}


CHECK = """id: words/zoo
kind: existence
message: "Say which zoo."
why: There are two.
severity: warning
noise: 0.2
words: [the zoo]
tests:
  - flag: "She went to [[the zoo]]."
  - pass: "She went to a zoo."
"""


def test_a_check_names_its_budget_and_explain_says_it() -> None:
    lists = ListFolder(SEEDS)
    check = parse_check(CHECK, "words/zoo.yml", "words/zoo", lists)
    assert check.head.noise == 0.2
    assert "noise     up to 0.2 hits per 1,000 words of clean samples" in explain(check)
    assert "noise" not in explain(parse_check(CHECK.replace("noise: 0.2\n", ""), "words/zoo.yml", "words/zoo", lists))
    with pytest.raises(RuleError, match=r"words/zoo.yml:6:8: `noise`: expected `float` <= 1.0"):
        parse_check(CHECK.replace("0.2", "2"), "words/zoo.yml", "words/zoo", lists)


def test_advice_has_no_budget(book: Book) -> None:
    assert [check.id for check in book.checks if check.head.noise and check.head.severity == "advice"] == []
