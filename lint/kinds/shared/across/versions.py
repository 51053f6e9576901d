"""Stories that are versions of one, and paragraphs that stand in several stories.

Candidates share one of the smallest hashes of their sketches (see `sketch`). All such keys are sorted together, and
each holder of a key is compared with the few before it: the work grows with the stories, not with their pairs.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec

from .clash import Clash, Stories, Tally
from .extract import PARAGRAPH_SKETCH, ROW, ROW_BYTES, ROW_HEAD, STORY_SKETCH, paragraphs_of
from .sketch import containment, resemblance

_STORY_KEYS, _PARAGRAPH_KEYS = 12, 4
_WINDOW = 8
"""Holders of a key before one that it is compared with, and paragraphs that a key may have."""
_MOST_STORIES = 40
"""Stories that a key may have: one event has as many versions at most, more is a phrase of the language."""
_VERSION = 0.3
"""Resemblance from which on two stories are versions of one, where most of the shorter one is in the longer."""
_MOST_OF_IT = 0.6
_ALIKE = 0.65
"""Resemblance from which on two paragraphs are nearly the same: one change in ten words leaves that much."""
_SHARED = 4
"""Paragraphs that two stories have in common, from which on they are versions of one too."""
_STANDING = 3
"""Stories of which a paragraph may be in all; one that is in more is a standing paragraph, or an agency's."""


class Versions(msgspec.Struct, frozen=True):
    """``pairs`` of versions by their numbers (the earlier first) with their resemblance; ``shared``: pairs of
    paragraphs that are nearly the same, as (earlier story, its paragraph, later story, its paragraph), not standing.
    """

    pairs: dict[tuple[int, int], float]
    shared: tuple[tuple[int, int, int, int], ...]

    def tied(self) -> frozenset[tuple[int, int]]:
        """Return the pairs of stories that are versions or have a paragraph in common."""
        return frozenset(self.pairs) | {(a, b) for a, _, b, _ in self.shared}


class _Shelf:
    """The sketches of all stories and paragraphs, 80 bytes a paragraph: a paragraph goes by its row in all of them."""

    def __init__(self, stories: Stories) -> None:
        self.rows = array("I")
        self.story_of = array("I")
        self.first = array("I")
        self.sketches: list[array[int]] = []
        self.sizes = array("I")
        for number in range(len(stories)):
            story = stories[number]
            self.first.append(len(self.story_of))
            self.rows.frombytes(story.paragraphs)
            self.story_of.extend([number] * (len(story.paragraphs) // ROW_BYTES))
            self.sketches.append(array("I", story.sketch))
            self.sizes.append(story.size)

    def paragraph(self, row: int) -> Sequence[int]:
        return self.rows[row * ROW : (row + 1) * ROW]

    def place(self, row: int) -> tuple[int, int]:
        """Return the story of a paragraph, and its number there."""
        story = self.story_of[row]
        return story, row - self.first[story]

    def alike(self, one: int, other: int) -> float:
        return resemblance(self.sketches[one], self.sketches[other], STORY_SKETCH)


def find_versions(stories: Stories, tally: Tally) -> Versions:
    """Find all of it. Time and memory grow with the number of paragraphs."""
    shelf = _Shelf(stories)
    pairs: dict[tuple[int, int], float] = {}
    keys = [key << 32 | number for number, sketch in enumerate(shelf.sketches) for key in sketch[:_STORY_KEYS]]
    candidates = _candidates(keys, _MOST_STORIES)
    tally.common += _too_common(keys)
    for one, other in candidates:
        tally.comparisons += 1
        alike = shelf.alike(one, other)
        if alike >= _VERSION and containment(alike, shelf.sizes[one], shelf.sizes[other]) >= _MOST_OF_IT:
            pairs[one, other] = alike
    shared = _shared(shelf, tally)
    for (one, other), count in Counter((one, other) for one, _, other, _ in shared).items():
        if count >= _SHARED:
            pairs.setdefault((one, other), shelf.alike(one, other))
    return Versions(pairs, tuple(row for row in shared if (row[0], row[2]) not in pairs))


def _candidates(keys: list[int], most: int) -> list[tuple[int, int]]:
    """Return the pairs of holders that share a key, each once, in order; a number is a key and, in 32 bits, its holder.

    Of a key that more than ``most`` hold nothing is learned: it is a phrase of the language, or a standing text.
    """
    keys.sort()
    found: set[tuple[int, int]] = set()
    for _, same in groupby(keys, key=lambda number: number >> 32):
        holders = [number & 0xFFFFFFFF for number in same]
        if len(holders) <= most:
            for at, holder in enumerate(holders):
                found.update([(other, holder) for other in holders[max(0, at - _WINDOW) : at]])
    return sorted(found)


def _too_common(keys: list[int]) -> int:
    """Count the stories of which every key has too many holders, in sorted keys: they were compared with none."""
    rare: set[int] = set()
    common: set[int] = set()
    for _, same in groupby(keys, key=lambda number: number >> 32):
        holders = [number & 0xFFFFFFFF for number in same]
        (common if len(holders) > _MOST_STORIES else rare).update(holders)
    return len(common - rare)


def _shared(shelf: _Shelf, tally: Tally) -> tuple[tuple[int, int, int, int], ...]:
    keys = [
        key << 32 | row
        for row in range(len(shelf.story_of))
        for key in shelf.rows[row * ROW + ROW_HEAD : row * ROW + ROW_HEAD + _PARAGRAPH_KEYS]
    ]
    matched: list[tuple[int, int]] = []
    groups = _Groups()
    for one, other in _candidates(keys, _WINDOW):
        if shelf.story_of[one] == shelf.story_of[other]:
            continue
        tally.comparisons += 1
        a, b = shelf.paragraph(one), shelf.paragraph(other)
        same = a[3:ROW_HEAD] == b[3:ROW_HEAD]
        if same or resemblance(a[ROW_HEAD:], b[ROW_HEAD:], PARAGRAPH_SKETCH) >= _ALIKE:
            matched.append((one, other))
            groups.join(one, other)
    holders: dict[int, set[int]] = defaultdict(set)
    for pair in matched:
        for row in pair:
            holders[groups.of(row)].add(shelf.story_of[row])
    return tuple(
        (*shelf.place(one), *shelf.place(other)) for one, other in matched if len(holders[groups.of(one)]) <= _STANDING
    )


class _Groups:
    """What has been joined, directly or by others."""

    def __init__(self) -> None:
        self._first: dict[int, int] = {}

    def of(self, each: int) -> int:
        while (above := self._first.get(each, each)) != each:
            self._first[each] = self._first.get(above, above)
            each = above
        return each

    def join(self, one: int, other: int) -> None:
        self._first[max(self.of(one), self.of(other))] = min(self.of(one), self.of(other))


def refiled(stories: Stories, versions: Versions) -> Iterator[Clash]:
    """Report each story that is a version of an earlier one, once: of the most alike."""
    best: dict[int, tuple[float, int]] = {}
    for (one, other), alike in versions.pairs.items():
        if other not in best or alike > best[other][0]:
            best[other] = (alike, one)
    for other, (alike, one) in sorted(best.items()):
        story = stories[other]
        share = round(100 * containment(alike, stories[one].size, story.size))
        values = {"other": stories.place(one, 1), "share": f"{share}"}
        yield Clash(story.path, "refiled-story", *story.top, values)


def near_duplicates(stories: Stories, versions: Versions) -> Iterator[Clash]:
    """Report each paragraph that an earlier story has too, once: the first."""
    by_later = sorted(versions.shared, key=lambda row: (row[2], row[3], row[0], row[1]))
    for (later, at), rows in groupby(by_later, key=lambda row: row[2:]):
        earlier, its, _, _ = next(rows)
        here, there = paragraphs_of(stories[later].paragraphs)[at], paragraphs_of(stories[earlier].paragraphs)[its]
        how = "The same" if here.digest == there.digest else "Nearly the same"
        values = {"how": how, "other": stories.place(earlier, there.line)}
        yield Clash(stories.paths[later], "near-duplicate-paragraph", here.start, here.end, values)
