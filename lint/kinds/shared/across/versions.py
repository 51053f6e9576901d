"""Stories that are versions of one, and paragraphs that stand in several stories.

Candidates share one of the smallest hashes of their sketches (see `sketch`). All such keys are sorted together, and
each holder of a key is compared with the few before it: the work grows with the stories, not with their pairs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec

from .clash import Clash, Stories, Tally
from .extract import PARAGRAPH_SKETCH, STORY_SKETCH, Paragraph, paragraphs_of
from .sketch import containment, resemblance

_STORY_KEYS, _PARAGRAPH_KEYS = 12, 4
_WINDOW = 8
"""Holders of a key before one that it is compared with."""
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


def find_versions(stories: Stories, tally: Tally) -> Versions:
    """Find all of it. Time and memory grow with the number of paragraphs."""
    pairs: dict[tuple[int, int], float] = {}
    story_keys: list[int] = []
    paragraph_keys: list[int] = []
    for number in range(len(stories)):
        story = stories[number]
        story_keys += [key << 32 | number for key in story.sketch[:_STORY_KEYS]]
        for at, paragraph in enumerate(paragraphs_of(story.paragraphs)):
            holder = number << 12 | at
            paragraph_keys += [key << 40 | holder for key in paragraph.sketch[:_PARAGRAPH_KEYS]]
    for one, other in _candidates(story_keys, 32):
        tally.comparisons += 1
        alike = _alike(stories, one, other)
        if alike >= _VERSION and _in_both(stories, one, other, alike) >= _MOST_OF_IT:
            pairs[one, other] = alike
    shared = _shared(stories, _candidates(paragraph_keys, 40), tally)
    for (one, other), count in Counter((one, other) for one, _, other, _ in shared).items():
        if count >= _SHARED:
            pairs.setdefault((one, other), _alike(stories, one, other))
    return Versions(pairs, tuple(row for row in shared if (row[0], row[2]) not in pairs))


def _candidates(keys: list[int], bits: int) -> list[tuple[int, int]]:
    """Return the pairs of holders that share a key, each once, in order; a key and its holder are one number."""
    keys.sort()
    mask = (1 << bits) - 1
    found: set[tuple[int, int]] = set()
    before: list[int] = []
    last = -1
    for number in keys:
        key, holder = number >> bits, number & mask
        if key != last:
            before, last = [], key
        found.update([(other, holder) for other in before])
        before.append(holder)
        if len(before) > _WINDOW:
            del before[0]
    return sorted(found)


def _alike(stories: Stories, one: int, other: int) -> float:
    return resemblance(stories[one].sketch, stories[other].sketch, STORY_SKETCH)


def _in_both(stories: Stories, one: int, other: int, alike: float) -> float:
    return containment(alike, stories[one].size, stories[other].size)


def _shared(
    stories: Stories, candidates: Sequence[tuple[int, int]], tally: Tally
) -> tuple[tuple[int, int, int, int], ...]:
    known: dict[int, list[Paragraph]] = {}

    def paragraph(holder: int) -> Paragraph:
        story = holder >> 12
        if story not in known:
            if len(known) > 512:
                known.clear()
            known[story] = paragraphs_of(stories[story].paragraphs)
        return known[story][holder & 0xFFF]

    matched: list[tuple[int, int]] = []
    groups = _Groups()
    for one, other in candidates:
        if one >> 12 == other >> 12:
            continue
        tally.comparisons += 1
        a, b = paragraph(one), paragraph(other)
        if a.digest == b.digest or resemblance(a.sketch, b.sketch, PARAGRAPH_SKETCH) >= _ALIKE:
            matched.append((one, other))
            groups.join(one, other)
    holders: dict[int, set[int]] = defaultdict(set)
    for pair in matched:
        for holder in pair:
            holders[groups.of(holder)].add(holder >> 12)
    return tuple(
        (one >> 12, one & 0xFFF, other >> 12, other & 0xFFF)
        for one, other in matched
        if len(holders[groups.of(one)]) <= _STANDING
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
        share = round(100 * _in_both(stories, one, other, alike))
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
