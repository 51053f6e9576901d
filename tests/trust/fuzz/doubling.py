"""Work that grows with the text and no faster: hostile shapes of copy at doubling sizes, counted, not timed.

`python tests/trust/fuzz/doubling.py [--seconds] [SHAPE ...]` prints what each doubling costs: calls of functions, and
with `--seconds` the processor time at ten times the sizes, which shows what C code alone does with the text.
"""

# ruff: noqa: T201 - a script that prints
from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from functools import cache
from itertools import product
from string import ascii_lowercase
from types import FrameType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from newslint.rulebook.index import Index

Shape = Callable[[int], str]

MOST = 2.3
"""A doubling may cost so many times as much: twice, and something for what the shorter text is spared."""


def _word(number: int) -> str:
    """Return a word of its own for each number, of six letters, and hardly one of them like another."""
    letters = ""
    number = number * 184_622_737 % 26**6
    for _ in range(6):
        letters += ascii_lowercase[number % 26]
        number //= 26
    return letters


def _people(n: int) -> str:
    return " ".join(f"Rosa Q{_word(k)}, 34, spoke." for k in range(n))


def _titled(n: int) -> str:
    return " ".join(f"Mr Q{_word(k)} told Dr B{_word(k)} of it." for k in range(n))


def _acronyms(n: int) -> str:
    return " ".join(
        f"The {a.upper()}{_word(k)} {b.upper()}{_word(k)} {c.upper()}{_word(k)} ({a}{b}{c})".replace(
            f"({a}{b}{c})", f"({(a + b + c).upper()}) met."
        )
        for k, (a, b, c) in enumerate(list(product(ascii_lowercase, repeat=3))[:n])
    )


SHAPES: dict[str, Shape] = {
    "quotations in one paragraph": lambda n: "“We sail,” he said. " * n,
    "quotations, a paragraph each": lambda n: "“We sail,” he said.\n\n" * n,
    "quotations that nothing closes": lambda n: "“We sail. " * n,
    "paragraphs of running speech": lambda n: "“We sail at noon.\n\n" * n,
    "closing marks alone": lambda n: "We sail,” he said. " * n,
    "straight marks alone": lambda n: '" ' * n,
    "quotations in one another": lambda n: "“‘" * n + "We sail" + "’”" * n,
    "single marks": lambda n: "'We sail,' he said of the boys' boat. " * n,
    "apostrophes": lambda n: "rock'n'roll ain't 'ere, the boys' own. " * n,
    "people": _people,
    "people with titles": _titled,
    "one person": lambda n: "Rosa Quill spoke. " + "Mr Quill said Ms Quill left Quill. " * n,
    "first names alone": lambda n: "Rosa said so. Huw left. " * n,
    "one line": lambda n: "The pool in Mill Lane, which opened in 1931, will close in May. " * n,
    "one sentence": lambda n: "the pool and the lane and " * n,
    "one word": lambda n: "x" * 20 * n,
    "one word with hyphens": lambda n: "well-" * n,
    "capitals": lambda n: "AAAA " * n,
    "one word of capitals": lambda n: "A" * 20 * n,
    "points": lambda n: "U.S. " * n,
    "stops": lambda n: "." * 10 * n,
    "short paragraphs": lambda n: "Yes.\n\n" * n,
    "short lines": lambda n: "Yes\n" * n,
    "blank lines": lambda n: "Yes." + "\n" * 10 * n + "No.",
    "list": lambda n: "They include:\n\n" + "- It leaks\n" * n,
    "table": lambda n: "Banc One\t1.02\t1.04\n" * n,
    "figures": lambda n: "It cost $5 million, or 10 per cent of 4,000 km, in 2016. " * n,
    "dates": lambda n: "It closed on Monday, May 6, 2016 at 5 p.m. " * n,
    "brackets": lambda n: "(" * n + "We sail" + ")" * n,
    "acronyms": _acronyms,
    "doubled words": lambda n: "the the of of " * n,
    "countries": lambda n: "Australia's and the U.S. and French and UK leaders met in London. " * n,
    "words of its own": lambda n: " ".join(_word(k) for k in range(2 * n)),
    "combining runs": lambda n: "e" + "\u0301" * 10 * n,
    "joiners": lambda n: "a\u200d" * 5 * n,
    "entities": lambda n: "&nbsp;&amp;ldquo; " * n,
    "dashes": lambda n: "We sail - he said - at noon -- " * n,
    "official bodies": lambda n: "The World Health Organisation and the United Nation met. " * n,
}


class Growth(NamedTuple):
    """What one piece of work took at each size, and the ratio of the last doubling: earlier ones may pass a bound below
    which a check has nothing to look at.
    """

    counts: tuple[int, ...]

    @property
    def ratio(self) -> float:
        return self.counts[-1] / self.counts[-2]


def count_calls(work: Callable[[], object]) -> int:
    """Return how many functions, of Python and of C, are called while ``work`` runs."""
    calls = 0

    def profile(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(profile)
    try:
        work()
    finally:
        sys.setprofile(None)
    return calls


@cache
def _warm(index: Index) -> None:
    """Show short texts to a book until it has made its tables: after some two dozen it does, once."""
    for _ in range(40):
        index.candidates("The pool in Mill Lane will close in May.")


def work_on(text: str, what: str) -> Callable[[], object]:
    """Return the work that is counted: the story model's, or that of the whole shipped book, fixes chosen and all."""
    from newslint.text.story import Story

    def model() -> object:
        story = Story(text)
        return story.blocks, story.quotes, story.people, story.sentences, story.spellings, story.word_pairs

    if what == "model":
        return model
    from fuzz_book import all_options, check_copy, index_of

    from newslint.engine.fixes import apply_choice, choose

    _warm(index_of(0))

    def book() -> object:
        checked = check_copy(text, index_of(0), all_options()[0])
        return apply_choice(text, choose(checked.issues, text, unsafe=True).edits)

    return book


def growth(shape: Shape, what: str, sizes: tuple[int, ...]) -> Growth:
    """Count the work at each size; where it seems too much once more, for now and then the prefilter is made better."""

    def counted() -> Growth:
        return Growth(tuple(count_calls(work_on(shape(size), what)) for size in sizes[::-1])[::-1])

    found = counted()
    if found.ratio < MOST:
        return found
    return Growth(tuple(map(min, found.counts, counted().counts)))


def seconds(shape: Shape, what: str, sizes: tuple[int, ...]) -> tuple[float, ...]:
    took = []
    for size in sizes:
        work = work_on(shape(size), what)
        begun = time.process_time()
        work()
        took.append(time.process_time() - begun)
    return tuple(took)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shapes", nargs="*", metavar="SHAPE")
    parser.add_argument("--seconds", action="store_true")
    parser.add_argument("--size", type=int, default=200)
    said = parser.parse_args()
    sizes = tuple(said.size * times for times in (1, 2, 4))
    work_on(SHAPES["one line"](3), "book")()
    for name in said.shapes or SHAPES:
        for what in ("model", "book"):
            work_on(SHAPES[name](sizes[0]), what)()
            found = growth(SHAPES[name], what, sizes)
            row = f"{name:32} {what:6} {found.ratio:5.2f}  {' '.join(f'{count:,}' for count in found.counts)}"
            if said.seconds:
                took = seconds(SHAPES[name], what, tuple(10 * size for size in sizes))
                row += "   " + " ".join(f"{each:.2f}" for each in took) + f" s  {took[-1] / max(took[-2], 0.001):.2f}"
            print(row + ("   <--" if found.ratio > MOST else ""), flush=True)


if __name__ == "__main__":
    main()
