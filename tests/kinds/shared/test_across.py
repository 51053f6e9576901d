"""Stories compared by an index: what is found, what it costs, and that order does not matter."""

from __future__ import annotations

import random

import msgspec
import pytest

from newslint.kinds.shared.across.bodies import Sets
from newslint.kinds.shared.across.clash import Tally
from newslint.kinds.shared.across.compare import Compared, compare
from newslint.kinds.shared.across.extract import (
    MOST,
    PARAGRAPH_SKETCH,
    ROW_BYTES,
    Extract,
    Heads,
    extract,
    paragraphs_of,
    words_of,
)
from newslint.kinds.shared.across.names import Form, near_forms
from newslint.kinds.shared.across.sketch import bottom, containment, resemblance, shingles
from newslint.text.story import Story

ALL = frozenset(
    ["name-two-spellings", "body-two-names", "near-duplicate-paragraph", "refiled-story", "correction-not-carried"]
)


def compared(texts: dict[str, str], order: int = 0) -> Compared:
    rows = [msgspec.msgpack.encode(extract(Story(text, "body"), path, "", Heads())) for path, text in texts.items()]
    if order:
        random.Random(order).shuffle(rows)

    def read(of: Extract) -> Story:
        return Story(texts[of.path], "body")

    return compare(rows, ALL, Sets(), read)  # type: ignore[arg-type]


def sentence(r: random.Random, words: int) -> str:
    said = ["".join(r.choice("bdfgklmnprst") + r.choice("aeiou") for _ in range(r.randint(2, 4))) for _ in range(words)]
    return " ".join(said).capitalize() + "."


def paper(stories: int) -> dict[str, str]:
    """Make stories of which every fifth is a version of the one before it, each with people of its own."""
    r = random.Random(stories)
    texts: dict[str, str] = {}
    last: list[str] = []
    for number in range(stories):
        if number % 5 == 4:
            paragraphs = [*last[:-1], sentence(r, 30)]
        else:
            name = sentence(r, 1)[:-1]
            paragraphs = [f"Mayor Joseph {name} said so. Mr {name} left.", *(sentence(r, 30) for _ in range(6))]
        last = paragraphs
        texts[f"{number:04}.txt"] = "\n\n".join(paragraphs)
    return texts


def test_the_work_grows_with_the_stories_not_with_their_pairs() -> None:
    counts = [compared(paper(size)).comparisons for size in (200, 400, 800)]
    assert counts[0] > 100
    assert counts[1] < counts[0] * 2.6
    assert counts[2] < counts[1] * 2.6


def test_a_paragraph_that_every_story_has_costs_nothing_more() -> None:
    standing = sentence(random.Random(5), 30)
    texts = {path: f"{text}\n\n{standing}" for path, text in paper(300).items()}
    assert compared(texts).comparisons < 1.2 * compared(paper(300)).comparisons + 300
    shown = [clash for clash in compared(texts).clashes if clash.fault == "near-duplicate-paragraph"]
    assert not [clash for clash in shown if standing in texts[clash.path][clash.start : clash.end]]


def test_every_version_is_found_and_nothing_else() -> None:
    clashes = compared(paper(200)).clashes
    assert {clash.path for clash in clashes if clash.fault == "refiled-story"} == {
        f"{number:04}.txt" for number in range(4, 200, 5)
    }


@pytest.mark.parametrize("order", [1, 2, 3])
def test_the_order_of_the_files_changes_nothing(order: int) -> None:
    texts = paper(100)
    assert compared(texts, order) == compared(texts)


def test_many_people_of_one_surname_are_not_compared_pair_by_pair() -> None:
    r = random.Random(3)

    def people(count: int) -> dict[str, str]:
        return {
            f"{number:04}.txt": f"Mayor {sentence(r, 1)[:-1]} Tarrant left. Mr Tarrant is ill."
            for number in range(count)
        }

    few, many = compared(people(200)).comparisons, compared(people(800)).comparisons
    assert many < 6 * few + 400


def test_where_names_crowd_each_is_compared_with_a_few_and_the_run_says_so() -> None:
    def crowd(size: int) -> tuple[float, int]:
        r = random.Random(3)
        names = {"Ana Pel" + "".join(r.choice("aeiorstln") for _ in range(4)) for _ in range(size)}
        tally = Tally()
        pairs = list(near_forms({name: Form(name, [1], 1, 1) for name in names}, tally))
        assert pairs
        return tally.comparisons / len(names), tally.crowded

    assert crowd(100)[1] == 0
    each, crowded = crowd(2000)
    assert each <= 6
    assert crowded > 1000
    texts = {
        f"{number}.txt": f"Mayor Ana Pelor{letter}, 41, left." for number, letter in enumerate("abcdefghijklmnopqrs")
    }
    assert compared(texts).limits == (
        "12 names that are nearly those of many others: each was compared with the nearest alone, "
        "and some spelled in two ways may be missing",
    )


def test_a_text_that_too_many_have_and_a_book_are_said_to_be_left_out() -> None:
    r = random.Random(1)
    text = "\n\n".join(sentence(r, 30) for _ in range(6))
    said = compared({f"{number}.txt": text for number in range(45)})
    assert said.limits == ("45 of them whose text too many others have were not compared as versions of one another",)
    book = "\n\n".join("It rained all day." for _ in range(MOST + 1))
    assert compared({"a.txt": book, "b.txt": "It rained."}).limits == (
        "1 of them with more than 400 paragraphs, people or bodies: what comes after these was not compared",
    )


def test_sketches_say_how_alike_texts_are() -> None:
    r = random.Random(1)
    words = sentence(r, 2000).split()
    other = words[:1000] + sentence(r, 1000).split()
    a, b = shingles(words), shingles(other)
    real = len(a & b) / len(a | b)
    assert resemblance(bottom(a, 64), bottom(b, 64), 64) == pytest.approx(real, abs=0.15)
    assert resemblance(bottom(a, 64), bottom(a, 64), 64) == 1
    assert containment(0.5, 100, 200) == 1
    assert containment(0, 0, 9) == 0
    assert resemblance((), (), 64) == 0


def test_an_extract_holds_its_paragraphs_with_their_places() -> None:
    text = "Short.\n\n" + sentence(random.Random(2), 40)
    story = Story(text, "body")
    found = extract(story, "a.txt", "2026-05-03", Heads())
    assert len(found.paragraphs) == ROW_BYTES
    (paragraph,) = paragraphs_of(found.paragraphs)
    assert (paragraph.start, paragraph.end, paragraph.line, paragraph.words) == (8, len(text), 3, 40)
    assert len(paragraph.sketch) == PARAGRAPH_SKETCH
    assert words_of(story, 0, 6) == ["short"]


def test_a_version_whose_file_has_gone_is_not_asked_for_its_corrections() -> None:
    body = "\n\n".join(sentence(random.Random(seed), 30) for seed in range(5))
    texts = {
        "a.txt": f"The pool in Mill Lane was opened in 1913, when {body}",
        "b.txt": f"The pool in Mill Lane was opened in 1931, when {body}\n\nAn earlier version of this story had the "
        "wrong year.",
    }
    rows = [msgspec.msgpack.encode(extract(Story(text, "body"), path, "", Heads())) for path, text in texts.items()]
    asked: list[str] = []

    def gone(of: Extract) -> None:
        asked.append(of.path)

    found = compare(rows, ALL, Sets(), gone)  # type: ignore[arg-type]
    assert sorted(asked) == ["a.txt", "b.txt"]
    assert [clash.fault for clash in found.clashes] == ["refiled-story"]
    whole = compared(texts).clashes
    first = next(iter(whole))
    assert (first.fault, texts[first.path][first.start : first.end]) == ("correction-not-carried", "1913")


def test_a_post_that_many_hold_makes_no_two_names_one_persons() -> None:
    slip = {"a.txt": "Engineer Joseph Obidele left.", "b.txt": "Engineer Joseph Obidelle stayed."}
    others = {f"{number}.txt": f"Engineer {sentence(random.Random(number), 1)[:-1]} Lamb left." for number in range(20)}
    many = {path: text.replace("Engineer ", "Engineer Rosa ") for path, text in others.items()}
    assert [clash.fault for clash in compared(slip).clashes] == ["name-two-spellings"]
    assert not [clash for clash in compared({**slip, **many}).clashes if clash.path == "b.txt"]
