"""What one warm process takes, in processor time: `warm.py live|profile FOLDER` prints it as JSON.

For `bench.py`, which runs it with the Python that newslint is installed for, on stories `*.txt` of the folder.
`live`: a text is checked at first, then after each of some edits as people make them. `profile`: a story on its way
through a check, part by part. Everything is done once before it is measured: patterns are compiled then.
"""

# ruff: noqa: T201 - a script that prints
from __future__ import annotations

import json
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from math import ceil
from pathlib import Path
from statistics import median
from typing import Any, TypeVar

Figures = dict[str, Any]
T = TypeVar("T")

LIVE, PROFILE = 100, 300
"""How many stories are enough: more change no figure by a twentieth."""
ROUNDS = 3
"""How often a profile is taken; see `quietest`."""
EDITS = 8
"""Edits of a story."""
FIRST, EVERY = "the first check", "a check after an edit"

MODEL, ENGLISH, CANDIDATES, PLACING, REST = (
    "the story model: blocks, sentences, words, quotations, names",
    "whether it is prose, and in which English",
    "candidates: which checks can have a finding",
    "placing: lines and columns, one issue for one place",
    "the rest: reading files, comparing the stories",
)


def main() -> None:
    what, folder = sys.argv[1:]
    paths = sorted(str(path) for path in Path(folder).glob("*.txt"))
    print(json.dumps(live(spread(paths, LIVE)) if what == "live" else profile(spread(paths, PROFILE))))


def spread(items: Sequence[T], count: int) -> list[T]:
    """Return so many of the items, at even distances: neighbours are from one source."""
    return list(items[:: max(1, len(items) // count)][:count])


def _read(paths: Iterable[str]) -> list[str]:
    return [Path(path).read_text(encoding="utf-8") for path in paths]


class Clock:
    """Adds up the processor time of this process, in milliseconds, by what was done."""

    def __init__(self, now: Callable[[], float] = time.process_time) -> None:
        self._now = now
        self.spent: dict[str, list[float]] = {}

    def time(self, what: str, work: Callable[[], T]) -> T:
        begin = self._now()
        done = work()
        self.spent.setdefault(what, []).append(1000 * (self._now() - begin))
        return done


def live(paths: Sequence[str]) -> Figures:
    """Return by kind of check: how many there were, and the median and the 90th percentile of what they took."""
    from newslint import live_checker

    texts, clock = _read(paths), Clock()
    for chosen, here in ((texts[:20], Clock()), (texts, clock)):
        chance = random.Random(7)
        for text in chosen:
            check = live_checker()
            here.time(FIRST, lambda check=check, text=text: check(text))
            for name, state in edits(text, texts, chance):
                here.time(name, lambda check=check, state=state: check(state))
    return live_figures(clock.spent, texts)


def live_figures(spent: dict[str, list[float]], texts: Sequence[str]) -> Figures:
    edited = {name: times for name, times in sorted(spent.items()) if name != FIRST}
    rows = {FIRST: spent[FIRST], EVERY: [each for times in edited.values() for each in times], **edited}
    return {
        "stories": len(texts),
        "mean": round(sum(len(text.encode("utf-8")) for text in texts) / len(texts)),
        "checks": {
            name: {"count": len(times), "median": round(median(times), 3), "p90": round(percentile(times, 0.9), 3)}
            for name, times in rows.items()
        },
    }


def percentile(values: Iterable[float], part: float) -> float:
    """Return the least of the values that so large a part of them does not exceed."""
    ordered = sorted(values)
    return ordered[max(0, ceil(part * len(ordered)) - 1)]


def edits(text: str, others: Sequence[str], chance: random.Random) -> Iterator[tuple[str, str]]:
    """Yield what was done and the text then, edit after edit: letters and words more often than whole paragraphs."""
    for _ in range(EDITS):
        name = chance.choices(
            ("a letter typed", "a word replaced", "a paragraph put in", "a paragraph taken out"), (4, 4, 1, 1)
        )[0]
        paragraphs = text.split("\n\n")
        place = chance.randrange(len(paragraphs))
        if name == "a paragraph put in":
            paragraphs.insert(place, chance.choice(chance.choice(others).strip().split("\n\n")))
        elif name == "a paragraph taken out" and len(paragraphs) > 1:
            del paragraphs[place]
        else:
            words = paragraphs[place].split(" ")
            at = chance.randrange(len(words))
            letter = chance.choice("aeiou")
            words[at] = words[at] + letter if name == "a letter typed" else chance.choice(text.split())
            paragraphs[place] = " ".join(words)
        text = "\n\n".join(paragraphs)
        yield name, text


def profile(paths: Sequence[str]) -> Figures:
    """Return the milliseconds of a story by part and, of the checks, by kind.

    A check that is the first to ask for what others need of the story too pays for it.
    """
    from newslint.engine.book import load
    from newslint.engine.options import Options
    from newslint.engine.run import check_paths

    book, options = load(), Options(grammar="off")
    index = book.index(options)
    texts = _read(paths)
    rounds: list[tuple[Clock, Clock]] = []
    for _ in range(ROUNDS + 1):
        clock, whole = Clock(), Clock()
        for text in texts:
            check_story(text, index, options, clock)
        whole.time(REST, lambda: check_paths(paths, book, options))
        rounds.append((clock, whole))
    del rounds[0]
    kinds = {check.id: check.head.kind for check in index.checks}
    spent = quietest([clock.spent for clock, _ in rounds])
    return profile_figures(spent, quietest([whole.spent for _, whole in rounds])[REST][0], kinds, len(texts))


def quietest(rounds: Sequence[dict[str, list[float]]]) -> dict[str, list[float]]:
    """Return of each thing that was done the round that took the least: a busy machine only adds to what it takes."""
    return {name: min((spent[name] for spent in rounds), key=sum) for name in rounds[0]}


def profile_figures(spent: dict[str, list[float]], whole: float, kinds: dict[str, str], stories: int) -> Figures:
    """Return the figures of all stories' parts (by name, checks by id) and of a whole run, in milliseconds."""
    by_kind: Counter[str] = Counter()
    runs: Counter[str] = Counter()
    parts: dict[str, float] = dict.fromkeys((MODEL, ENGLISH, CANDIDATES, PLACING), 0.0)
    for name, times in spent.items():
        if name in parts:
            parts[name] = sum(times) / stories
        else:
            by_kind[kinds[name]] += sum(times) / stories
            runs[kinds[name]] += len(times) / stories
    known = sum(parts.values()) + sum(by_kind.values())
    parts[REST] = max(0.0, whole / stories - known)
    return {
        "stories": stories,
        "parts": {name: round(each, 3) for name, each in parts.items()},
        "kinds": {name: {"ms": round(each, 3), "runs": round(runs[name], 1)} for name, each in by_kind.most_common()},
    }


def check_story(text: str, index: Any, options: Any, clock: Clock) -> list[Any]:
    """Check a story as a run does, part by part, each timed; checks under their ids. Return its issues."""
    from newslint.engine.checking import context_of, issues_of
    from newslint.engine.language import variant_of_story, why_not_checked
    from newslint.engine.overlap import without_doubles
    from newslint.engine.placed import placed
    from newslint.text.story import Story

    story = Story(text)
    clock.time(MODEL, lambda: [getattr(story, name) for name in all_parts(Story)])
    variant = clock.time(ENGLISH, lambda: why_not_checked(text) or variant_of_story(story, "auto"))
    candidates = clock.time(CANDIDATES, lambda: index.candidates_of(story))
    context = context_of(story, text, "<text>", variant, options)
    found: list[Any] = []
    for check in candidates:
        if not check.languagetool_rules:
            issues = clock.time(check.id, lambda check=check: issues_of(check, context, "<text>", options))
            if not isinstance(issues, list):
                raise RuntimeError(f"a check failed: {issues}")
            found += issues
    return clock.time(PLACING, lambda: [placed(issue, text, story.lines) for issue in without_doubles(found, text)])


def all_parts(model: type) -> list[str]:
    """Return the names of what a class works out when first asked."""
    return [name for name, value in vars(model).items() if isinstance(value, cached_property)]


if __name__ == "__main__":
    main()
