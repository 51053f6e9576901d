"""All comparisons of the stories of a run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from ....text.story import Story
from .bodies import Sets, under_two_names
from .clash import Clash, Fault, Stories, Tally
from .corrections import not_carried
from .extract import MOST, Extract
from .names import spelled_two_ways
from .versions import find_versions, near_duplicates, refiled


class Compared(msgspec.Struct, frozen=True):
    """``clashes`` in the order of paths and places; ``comparisons``: how many things were compared two by two.

    ``limits``: what was left out so that the work is bounded, a sentence each.
    """

    clashes: tuple[Clash, ...]
    comparisons: int
    limits: tuple[str, ...] = ()


def compare(
    extracts: Sequence[bytes],
    faults: frozenset[Fault],
    sets: Sets,
    read: Callable[[Extract], Story | None],
) -> Compared:
    """Compare stories by their encoded extracts; what comes out hangs neither on their order nor on who made them.

    ``read`` gives a story again, None where its file has gone or changed: it is asked for pairs of versions alone.
    """
    stories, tally = Stories(extracts), Tally()
    versions = find_versions(stories, tally)
    tied = versions.tied()
    found: list[Clash] = []
    if "name-two-spellings" in faults:
        found += spelled_two_ways(stories, tied, tally)
    if "body-two-names" in faults:
        found += under_two_names(stories, tied, sets, tally)
    if "near-duplicate-paragraph" in faults:
        found += near_duplicates(stories, versions)
    if "refiled-story" in faults:
        found += refiled(stories, versions)
    if "correction-not-carried" in faults:
        found += not_carried(stories, versions, read, tally)
    found.sort(key=lambda clash: (clash.path, clash.start, clash.end, clash.fault))
    tally.cut = sum(stories[number].cut for number in range(len(stories)))
    return Compared(tuple(found), tally.comparisons, tuple(_limits(tally)))


def _limits(tally: Tally) -> Iterator[str]:
    if tally.cut:
        yield (
            f"{tally.cut:,} of them with more than {MOST} paragraphs, people or bodies: "
            "what comes after these was not compared"
        )
    if tally.common:
        yield f"{tally.common:,} of them whose text too many others have were not compared as versions of one another"
    if tally.crowded:
        yield (
            f"{tally.crowded:,} names that are nearly those of many others: each was compared with the nearest alone, "
            "and some spelled in two ways may be missing"
        )
