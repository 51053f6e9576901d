"""Where words stand in a story, and whether one stands near."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set

from ...text.story import Story


def starts_of(words: Set[str], story: Story) -> list[int]:
    """Return where each token starts that is one of the words, in order; words are in the spelling of the story's."""
    positions, starts = story.word_positions, story.token_starts
    return sorted(starts[at] for word in words & positions.keys() for at in positions[word])


def any_between(starts: Sequence[int], low: int, high: int) -> bool:
    """Say whether one of the ordered offsets is from ``low`` to ``high``, both included."""
    at = bisect_left(starts, low)
    return at < len(starts) and starts[at] <= high


def matches_at(pattern: re.Pattern[str], mark: str, text: str) -> Iterator[re.Match[str]]:
    """Yield what ``pattern.finditer`` does, looking only where its mark stands, at most one character on."""
    done = at = 0
    while (at := text.find(mark, at)) >= 0:
        for start in (at - 1, at):
            match = pattern.match(text, start) if start >= done else None
            if match is not None:
                yield match
                done = match.end()
                break
        at = max(done, at + 1)
