"""Twice the copy is at most 2.3 times the work, for the story model and for the whole book, on hostile shapes of it."""

from __future__ import annotations

import tracemalloc

import pytest
from doubling import MOST, SHAPES, Growth, count_calls, growth, work_on

SIZES = (200, 400)
HEAVY = (80, 160)
"""Sizes of shapes whose work is large for their length."""
_HEAVY = {"people", "people with titles", "one person", "figures", "dates", "joiners", "official bodies", "acronyms"}


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("what", ["model", "book"])
def test_twice_the_copy_is_twice_the_work(name: str, what: str) -> None:
    found = growth(SHAPES[name], what, HEAVY if name in _HEAVY and what == "book" else SIZES)
    assert found.ratio < MOST, f"{name}: {found.counts}"


def test_what_is_quadratic_is_seen() -> None:
    def work(size: int) -> int:
        return count_calls(lambda: [min(a, b) for a in range(size) for b in range(size)])

    assert Growth((work(20), work(40))).ratio > 3.5
    assert Growth((10, 400, 800)).ratio == 2


@pytest.mark.parametrize(
    "name", ["one line", "people", "quotations that nothing closes", "short paragraphs", "one word"]
)
def test_twice_the_copy_is_twice_the_memory(name: str) -> None:
    def peak(size: int) -> int:
        work = work_on(SHAPES[name](size), "model")
        work()
        tracemalloc.start()
        try:
            work()
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    small, large = peak(400), peak(800)
    assert large < MOST * small + 50_000
