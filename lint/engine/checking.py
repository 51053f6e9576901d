"""One text, from its checks to issues with their places: the checks that need no grammar run while it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from ..issue import Issue, NotRun, Severity
from ..kinds.shared.base import Context
from ..rulebook.check import Check
from ..text.lines import index_lines
from ..text.story import Story
from .options import Options
from .overlap import without_doubles
from .parts import PART, Part, split_parts
from .placed import PlacedIssue, placed
from .speech import careful

if TYPE_CHECKING:
    from ..grammar.check import Proof
    from ..rulebook.index import Index
    from .proofreader import Proofreader, Task

ISSUE_LIMIT = 10_000
"""Issues in one file, after which the rest of a file of several parts is not checked, and of one check in one part."""

_AHEAD = 8
"""Stories about which LanguageTool is asked together, while those before them are checked."""


class Copy(msgspec.Struct, frozen=True):
    """One text on its way through the run."""

    path: str
    story: Story
    variant: str
    is_stdin: bool = False


class Checked(msgspec.Struct, frozen=True):
    """A text, what is wrong with it, and what did not run on it. ``accepted``: how many issues are not reported."""

    copy: Copy
    issues: tuple[PlacedIssue, ...]
    not_run: tuple[NotRun, ...]
    accepted: int = 0


Recheck = Callable[[str], Checked]
"""Checks another state of a text, just as a run of its own would."""


class Sheet(msgspec.Struct, frozen=True):
    """What is checked at one go: a text, or a part of one that is longer than a book."""

    checking: Checking
    part: Part
    story: Story


class Checking:
    """One text that is being checked, sheet by sheet."""

    def __init__(self, copy: Copy, index: Index, options: Options) -> None:
        self.copy = copy
        self._index = index
        self._options = options
        self._issues: list[Issue] = []
        self._not_run: dict[NotRun, None] = {}
        self._full = False

    def sheets(self) -> Iterator[Sheet]:
        """Cut the text into sheets, as long as they are wanted."""
        text = self.copy.story.text
        if len(text) <= PART:
            yield Sheet(self, Part(0, len(text), 0, len(text) + 1), self.copy.story)
            return
        for part in split_parts(text):
            if self._full:
                return
            yield Sheet(self, part, Story(text[part.start : part.end], "story" if part.start == 0 else "body"))

    def add(self, sheet: Sheet, proof: Callable[[], Proof] | None) -> None:
        """Check a sheet; ``proof`` waits for what LanguageTool says of it, None: nobody was asked."""
        if self._full:
            return
        part, path = sheet.part, self.copy.path
        context = context_of(sheet.story, self.copy.story.text, path, self.copy.variant, self._options)
        candidates = self._index.candidates_of(sheet.story)
        found = self._run([check for check in candidates if not check.languagetool_rules], context)
        if proof is not None:
            said = proof()
            matched = {match.rule_id for match in said.matches}
            for lost in said.lost:
                line = self._line(part.start + lost.start)
                self._not_run[NotRun("grammar", path, "failed", f"line {line}: {lost.reason}. {lost.mend}")] = None
            context = msgspec.structs.replace(context, matches=said.matches)
            found += self._run([check for check in candidates if check.languagetool_rules & matched], context)
        if part.end < len(self.copy.story.text) or part.start > 0:
            found = [
                shifted(issue, part.start)
                for issue in found
                if part.sure_start <= issue.start + part.start < part.sure_end
            ]
        self._issues += found
        if len(self._issues) >= ISSUE_LIMIT and part.end < len(self.copy.story.text):
            self._full = True
            reason = f"stopped after {len(self._issues):,} issues in the first {part.end:,} characters"
            self._not_run[NotRun("checks", path, "unavailable", reason)] = None

    def checked(self) -> Checked:
        """Return the text with its issues, in order of place, each place once, and the checks that failed."""
        issues, failed = self.result()
        return Checked(self.copy, tuple(issues), tuple(failed))

    def result(self) -> tuple[list[PlacedIssue], list[NotRun]]:
        """Return the issues in order of place, each place once, and the checks that failed."""
        text = self.copy.story.text
        if not self._issues:
            return [], list(self._not_run)
        lines = self.copy.story.lines if len(text) <= PART else index_lines(text)
        return [placed(issue, text, lines) for issue in without_doubles(self._issues, text)], list(self._not_run)

    def _run(self, checks: Iterable[Check], context: Context) -> list[Issue]:
        """Run checks. One that fails loses what it found in this text; the others go on."""
        issues: list[Issue] = []
        for check in checks:
            found = issues_of(check, context, self.copy.path, self._options)
            if isinstance(found, NotRun):
                self._not_run[found] = None
                continue
            issues += found
            if len(found) >= ISSUE_LIMIT:
                reason = f"stopped after {ISSUE_LIMIT:,} issues"
                self._not_run[NotRun(check.id, self.copy.path, "unavailable", reason)] = None
        return issues

    def _line(self, offset: int) -> int:
        text = self.copy.story.text
        lines = self.copy.story.lines if len(text) <= PART else index_lines(text)
        return lines.position(offset)[0]


def context_of(story: Story, text: str, path: str, variant: str, options: Options) -> Context:
    """Return what checks may look at: a story, which is ``text`` or a part of it, and what holds for the whole."""
    return Context(
        story,
        variant=variant,
        words=options.words,
        style=options.style(text, path),
        ledger=options.ledger,
        day=options.ledger_day(text, path),
        dated=partial(options.day_of, text, path),
    )


def issues_of(check: Check, context: Context, path: str, options: Options) -> list[Issue] | NotRun:
    """Run one check on a text; return what it reports of that, with these options. One that fails loses all of it."""
    try:
        # A list first: a check that fails half-way loses all it said of this story.
        found = list(islice(check.issues(context, path), ISSUE_LIMIT))
    except Exception as error:
        return NotRun(check.id, path, "failed", f"{type(error).__name__}: {error} ({check.file})")
    if not found:
        return found
    if options.levels:
        found = [_weighed(issue, options.severity(issue.severity, check.id, issue.rule)) for issue in found]
    return [
        careful(issue, context.story)
        for issue in found
        if (options.advice or issue.severity != "advice") and options.selection.takes(check.id, issue.rule)
    ]


def with_proofs(
    sheets: Iterable[Sheet], proofreader: Proofreader | None, rules: frozenset[str]
) -> Iterator[tuple[Sheet, Callable[[], Proof] | None]]:
    """Give each sheet what waits for its proof; LanguageTool is asked about the next few sheets before one is out."""
    if proofreader is None:
        for sheet in sheets:
            yield sheet, None
        return
    ahead: list[tuple[Sheet, Callable[[], Proof] | None]] = []
    source = iter(sheets)
    while batch := list(islice(source, _AHEAD)):
        proofs = proofreader.begin([_task(sheet) for sheet in batch], rules)
        yield from ahead
        ahead = list(zip(batch, proofs, strict=True))
    yield from ahead


def _task(sheet: Sheet) -> Task:
    from .proofreader import Task

    copy = sheet.checking.copy
    return Task(copy.path, len(copy.story.text), sheet.story, copy.variant)


def _weighed(issue: Issue, severity: Severity) -> Issue:
    return issue if issue.severity == severity else msgspec.structs.replace(issue, severity=severity)


def shifted(issue: Issue, by: int) -> Issue:
    """Return the issue as it is where ``by`` code points have come in before it."""
    if not by:
        return issue
    return msgspec.structs.replace(
        issue,
        start=issue.start + by,
        end=issue.end + by,
        edits=tuple(msgspec.structs.replace(edit, start=edit.start + by, end=edit.end + by) for edit in issue.edits),
        related=tuple(
            msgspec.structs.replace(other, start=other.start + by, end=other.end + by) for other in issue.related
        ),
    )
