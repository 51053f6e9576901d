"""One text while it is being edited: only what an edit can have changed is looked at again.

Most kinds of check read each block for itself (`REACH` in their module says so): what they found in blocks that are
still the same stays, moved along with the text. They run again where a changed block may hold something for them; so
does, after every edit, each check that looks across blocks. Grammar is not asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ..issue import Issue, NotRun
from ..kinds.shared.base import Context
from ..text.story import Story
from .checking import Checked, Checking, Copy, issues_of, shifted
from .language import variant_of, variant_of_story
from .overlap import without_doubles
from .parts import PART
from .placed import placed

if TYPE_CHECKING:
    from ..rulebook.check import Check
    from ..rulebook.index import Index
    from .options import Options

_BESIDE = 40
"""Code points before and after the changed blocks that their needles may want to see."""

Sign = tuple[object, ...]
"""All of a block that a check of reach "block" looks at, with spans counted from its start: equal where it is."""


class State(NamedTuple):
    """A text as it was last checked; ``found`` are the issues of every check, ``failed`` the checks that failed."""

    story: Story
    variant: str
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
        checks = [check for check in self._index.candidates_of(story) if not check.languagetool_rules]
        state = State(story, variant, signs, {}, {})
        if before is None or before.variant != variant:
            self._run(checks, state)
        else:
            self._run_changed(checks, before, state)
        self._state = state
        issues = without_doubles([issue for check in checks for issue in state.found.get(check.id, ())], text)
        return Checked(
            Copy(self._path, story, variant),
            tuple(placed(issue, text, story.lines) for issue in issues),
            tuple(state.failed.values()),
        )

    def _run(self, checks: Iterable[Check], state: State) -> None:
        style = self._options.style(state.story.text, self._path)
        context = Context(
            state.story,
            variant=state.variant,
            words=self._options.words,
            style=style,
            ledger=self._options.ledger,
            day=self._options.ledger_day(state.story.text, self._path),
        )
        for check in checks:
            found = issues_of(check, context, self._path, self._options)
            if isinstance(found, NotRun):
                state.failed[check.id] = found
            elif found:
                state.found[check.id] = found

    def _run_changed(self, checks: Sequence[Check], before: State, state: State) -> None:
        old, new = before.story, state.story
        first, last = _same_ends(before.signs, state.signs)
        starts = [*(block.extent_start for block in new.blocks), len(new.text)]
        begin, end = starts[first], starts[len(new.blocks) - last]
        old_starts = [*(block.extent_start for block in old.blocks), len(old.text)]
        old_begin, old_end = old_starts[first], old_starts[len(old.blocks) - last]
        changed = new.text[max(0, begin - _BESIDE) : end + _BESIDE]
        again = {check.id for check in self._index.candidates(changed)} if end > begin else set()
        moved = len(new.text) - len(old.text)

        def stays(check: Check) -> bool:
            if check.id in again or check.id in before.failed:
                return False
            return getattr(check.module, "REACH", "story") == "block"

        self._run((check for check in checks if not stays(check)), state)
        for check in checks:
            if stays(check):
                kept = [
                    shifted(issue, moved if issue.start >= old_end else 0)
                    for issue in before.found.get(check.id, ())
                    if not old_begin <= issue.start < old_end
                ]
                if kept:
                    state.found[check.id] = kept


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
