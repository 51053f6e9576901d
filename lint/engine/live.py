"""One text while it is being edited: only what an edit can have changed is looked at again.

Most kinds of check read each block for itself (`REACH` in their module says so): what they found in blocks that are
still the same stays, moved along with the text, and they read changed blocks alone. A check that looks across blocks
reads the whole text after every edit. Grammar is not asked for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import msgspec

from ..issue import Issue, NotRun
from ..text.block import Block
from ..text.quotes import Quotation, Quotes
from ..text.span import Span
from ..text.story import Story
from .checking import Checked, Checking, Copy, context_of, issues_of, shifted
from .language import variant_of, variant_of_story
from .overlap import without_doubles
from .parts import PART
from .placed import placed

if TYPE_CHECKING:
    from ..kinds.shared.style import Style
    from ..rulebook.index import Index
    from .options import Options

_LEAD = 2
"""Code points before a part that belong to it: patterns tell by the line breaks that a paragraph begins."""

Said = TypeVar("Said")

Sign = tuple[object, ...]
"""All of a block that a check of reach "block" looks at, with spans counted from its start: equal where it is."""


class State(NamedTuple):
    """A text as it was last checked; ``found`` are the issues of every check, ``failed`` the checks that failed."""

    story: Story
    variant: str
    style: Style | None
    signs: tuple[Sign, ...]
    found: dict[str, list[Issue]]
    failed: dict[str, NotRun]


class Editing:
    """Checks the states of one text, each by what has changed since the one before."""

    def __init__(self, index: Index, options: Options, path: str = "<text>") -> None:
        self._index = index
        self._options = options
        self._path = path
        self._state: State | None = None

    def check(self, text: str) -> Checked:
        """Check the text as it is now; the result is that of a check of the whole, without grammar."""
        options = self._options
        if len(text) > PART:
            self._state = None
            copy = Copy(self._path, Story(text), variant_of(text, options.language))
            checking = Checking(copy, self._index, options)
            for sheet in checking.sheets():
                checking.add(sheet, None)
            return checking.checked()
        before = self._state
        story = Story(text, after=before.story if before is not None else None)
        variant = variant_of_story(story, options.language)
        signs = _signs(story)
        state = State(story, variant, options.style(text, self._path), signs, {}, {})
        inner, outer = self._index.halves
        self._run(outer, state, story)
        same = before is not None and (before.variant, before.style) == (state.variant, state.style)
        if before is None or not same or not before.failed.keys() <= state.failed.keys():
            self._run(inner, state, story)
        else:
            self._run_changed(inner, before, state)
        self._state = state
        issues = without_doubles(list(chain.from_iterable(self._in_order(state.found))), text)
        return Checked(
            Copy(self._path, story, variant),
            tuple(placed(issue, text, story.lines) for issue in issues),
            tuple(self._in_order(state.failed)),
        )

    def _in_order(self, said: Mapping[str, Said]) -> list[Said]:
        return [said[check] for check in sorted(said, key=self._order.__getitem__)]

    @cached_property
    def _order(self) -> dict[str, int]:
        return {check.id: place for place, check in enumerate(self._index.checks)}

    def _run(self, checks: Index, state: State, story: Story, begin: int = 0) -> None:
        """Run checks on the story, or on a part of it that begins at ``begin``; add what they find."""
        context = context_of(story, state.story.text, self._path, state.variant, self._options)
        for check in checks.candidates_of(story):
            if check.languagetool_rules:
                continue
            found = issues_of(check, context, self._path, self._options)
            if isinstance(found, NotRun):
                state.failed[check.id] = found
            elif found:
                state.found.setdefault(check.id, []).extend(shifted(issue, begin) for issue in found)

    def _run_changed(self, checks: Index, before: State, state: State) -> None:
        """Run checks that read each block for itself on changed blocks; what was found in the others stays."""
        old, new = before.story, state.story
        first, last = _same_ends(before.signs, state.signs)
        starts = [*(block.extent_start for block in new.blocks), len(new.text)]
        begin, end = starts[first], starts[len(new.blocks) - last]
        old_starts = [*(block.extent_start for block in old.blocks), len(old.text)]
        old_begin, old_end = old_starts[first], old_starts[len(old.blocks) - last]
        moved = len(new.text) - len(old.text)
        for check, issues in before.found.items():
            if check not in self._across:
                kept = [
                    shifted(issue, moved if issue.start >= old_end else 0)
                    for issue in issues
                    if not old_begin <= issue.start < old_end
                ]
                if kept:
                    state.found[check] = kept
        if begin < end:
            part = _part(new, first, len(new.blocks) - last)
            self._run(checks, state, part, max(0, begin - _LEAD))

    @cached_property
    def _across(self) -> frozenset[str]:
        return frozenset(check.id for check in self._index.halves[1].checks)


def _moved(quotation: Quotation, by: int) -> Quotation:
    def span(mark: Span | None) -> Span | None:
        return Span(mark.start + by, mark.end + by) if mark is not None else None

    return msgspec.structs.replace(
        quotation,
        start=quotation.start + by,
        end=quotation.end + by,
        opening=span(quotation.opening),
        closing=span(quotation.closing),
        reversed_marks=tuple(Span(mark.start + by, mark.end + by) for mark in quotation.reversed_marks),
    )


def _part(story: Story, first: int, last: int) -> Story:
    """Return some blocks of a story as one of their own: with the kinds and the quotations that they have there."""
    blocks = story.blocks[first:last]
    start, end = blocks[0].extent_start, blocks[-1].extent_end
    base = max(0, start - _LEAD)
    part = Story(story.text[base:end])
    part.__dict__["blocks"] = tuple(
        Block(block.kind, block.start - base, block.end - base, block.extent_start - base, block.extent_end - base)
        for block in blocks
    )
    quotations = tuple(_moved(each, -base) for each in story.quotes.quotations if start <= each.start < end)
    part.__dict__["quotes"] = Quotes(quotations, story.quotes.single_house)
    return part


def _signs(story: Story) -> tuple[Sign, ...]:
    signs: list[Sign] = []
    quotations = iter(story.quotes.quotations)
    quotation = next(quotations, None)
    for block in story.blocks:
        base = block.extent_start
        marks: list[object] = []
        while quotation is not None and quotation.start < block.extent_end:
            marks.append((quotation.start - base, quotation.end - base, quotation.depth, quotation.state))
            quotation = next(quotations, None)
        text = story.text[base : block.extent_end]
        signs.append((block.kind, text, block.start - base, block.end - base, story.quotes.single_house, tuple(marks)))
    return tuple(signs)


def _same_ends(old: Sequence[Sign], new: Sequence[Sign]) -> tuple[int, int]:
    """Return how many blocks at the beginning and at the end are the same; none counts twice."""
    most = min(len(old), len(new))
    first = 0
    while first < most and old[first] == new[first]:
        first += 1
    last = 0
    while last < most - first and old[-1 - last] == new[-1 - last]:
        last += 1
    return first, last
