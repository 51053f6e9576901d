"""What one version of a story has corrected and the other still says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from ....issue import Severity
from ....text.blocks import BlockKind
from ....text.regex import regex
from ....text.story import Story
from .clash import Clash, Stories, Tally
from .extract import Extract
from .versions import Versions

_PROSE = frozenset({BlockKind.BODY, BlockKind.STANDFIRST, BlockKind.HEADLINE})
_MOST = 120
"""Paragraphs of a story that are put beside those of its version."""
_SAME = 0.5
"""Share of the words that a paragraph and its older state have in common, at least."""
_TWINS = 0.75
"""Resemblance of two stories neither of which says that it is corrected, for what differs to be a correction."""
_FEW = 2
"""Differences of such stories, at most: more is a story that has gone on."""
_LONGEST = 5
"""Words of a change that is a correction, not a new sentence."""
_CALENDAR = regex(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tomorrow|tonight|jan\w*|feb\w*|march|april|may|june|"
    r"july|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|last|next|gmt|am|pm|\d{1,2}"
)
_FIGURE = regex(r"[^\W\d_]*\d[\d.,:]*\w*")


def not_carried(
    stories: Stories, versions: Versions, read: Callable[[Extract], Story | None], tally: Tally
) -> Iterator[Clash]:
    """Report what a version still says though the other one has corrected it: figures and names.

    Where neither says that it is corrected, only of twins that differ in one place or two, and as advice.
    """
    for (one, other), alike in sorted(versions.pairs.items()):
        a, b = stories[one], stories[other]
        if bool(a.note) == bool(b.note) and (a.note or alike < _TWINS or a.updates or b.updates or a.day != b.day):
            continue
        noted = bool(a.note or b.note)
        old, new = (a, b) if b.note else (b, a)  # without a note the later one is to be looked at
        tally.comparisons += 1
        texts = read(old), read(new)
        if texts[0] is None or texts[1] is None or texts[0].text == texts[1].text:
            continue
        changes = list(_changes(texts[0], texts[1], new.note[:2] if noted else (0, 0)))
        if not noted and (len(changes) > _FEW or any(map(_is_calendar, changes))):
            continue
        severity: Severity | None = None if noted else "advice"
        number = other if new is b else one
        for change in changes:
            values = {
                "version": "corrected version" if noted else "other version",
                "place": stories.place(number, change.line),
                "other": " ".join(change.new),
            }
            yield Clash(old.path, "correction-not-carried", change.start, change.end, values, severity)


class _Change(NamedTuple):
    """A span of the old text, its words, those of the new text, and their line."""

    start: int
    end: int
    old: list[str]
    new: list[str]
    line: int


def _changes(old: Story, new: Story, note: tuple[int, ...]) -> Iterator[_Change]:
    """Yield the spans of the old text whose words are others in the new one.

    ``note``: the span of the new text that tells of the correction, which is no part of the story.
    """
    ours, theirs = _paragraphs(old, (0, 0)), _paragraphs(new, note)
    taken: set[int] = set()
    for mine in ours:
        best = max(((_share(mine, yours), -at) for at, yours in enumerate(theirs) if at not in taken), default=(0.0, 0))
        if best[0] < _SAME:
            continue
        taken.add(-best[1])
        yours = theirs[-best[1]]
        if mine.words == yours.words:
            continue
        matcher = SequenceMatcher(None, mine.words, yours.words, autojunk=False)
        for tag, a, b, c, d in matcher.get_opcodes():
            if tag == "replace" and b - a <= _LONGEST and d - c <= _LONGEST:
                before, after = mine.words[a:b], yours.words[c:d]
                if _tells(before, a) and _tells(after, c):
                    line = new.lines.position(yours.starts[c])[0]
                    end = mine.starts[b - 1] + len(mine.words[b - 1])
                    yield _Change(mine.starts[a], end, before, after, line)


class _Words:
    """The words of a paragraph as written, where they start, and the set of them."""

    def __init__(self, words: Sequence[str], starts: Sequence[int]) -> None:
        self.words = list(words)
        self.starts = starts
        self.all = {word.lower() for word in words}


def _paragraphs(story: Story, note: tuple[int, ...]) -> list[_Words]:
    found = []
    for block in [block for block in story.blocks if block.kind in _PROSE][:_MOST]:
        if note[0] < block.end and block.start < note[1]:
            continue
        first, last = story.token_index(block.start - 1) + 1, story.token_index(block.end - 1) + 1
        rows = [at for at in range(first, last) if story.token_texts[at][0].isalnum()]
        if rows:
            found.append(_Words([story.token_texts[at] for at in rows], [story.token_starts[at] for at in rows]))
    return found


def _share(one: _Words, other: _Words) -> float:
    return len(one.all & other.all) / max(len(one.all | other.all), 1)


def _tells(words: Sequence[str], at: int) -> bool:
    """Say whether words hold a figure, or a name's capital that no sentence's beginning explains."""
    return any(
        _FIGURE.fullmatch(word) is not None or (word[0].isupper() and (at + k > 0 or len(words) > 1))
        for k, word in enumerate(words)
    )


def _is_calendar(change: _Change) -> bool:
    return all(_CALENDAR.fullmatch(word.lower()) is not None for word in (*change.old, *change.new))
