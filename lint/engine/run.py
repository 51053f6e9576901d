"""The run: from files to issues, in a fixed order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from ..grammar.match import Match
from ..issue import Issue, NotRun
from ..kinds.shared.base import Context
from ..rulebook.check import Check
from ..rulebook.errors import RuleError
from ..rulebook.index import Index, build_index
from ..rulebook.loader import load_book
from ..text.lines import index_lines
from ..text.story import Layout, Story
from .files import STANDIN, Unreadable, decode_copy, find_files, read_copy
from .language import Language, variant_of, why_not_checked
from .overlap import GRAMMAR, without_doubles
from .parts import split_parts
from .placed import PlacedIssue, placed
from .selection import Selection
from .settings import GrammarMode

GRAMMAR_LIMIT = 1_000_000
"""Code points: longer copy is not sent to LanguageTool."""

ISSUE_LIMIT = 10_000
"""Issues in one file, after which the rest of a file of several parts is not checked."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to run. ``advice``: run and return checks of severity advice too."""

    language: Language = "auto"
    words: frozenset[str] = frozenset()
    grammar: GrammarMode = "auto"
    selection: Selection = Selection()
    advice: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What a run found.

    ``issues`` are in order of path and place. ``files`` are the paths that were read, ``languages`` the variant each was
    checked in, ``words`` how many words they hold together. ``not_run`` is what did not run, and why.
    """

    issues: tuple[PlacedIssue, ...] = ()
    files: tuple[str, ...] = ()
    not_run: tuple[NotRun, ...] = ()
    languages: dict[str, str] = field(default_factory=dict)
    words: int = 0
    languagetool: str | None = None


@dataclass(frozen=True)
class Book:
    """The checks of all packs, and the errors of those that could not be loaded."""

    checks: tuple[Check, ...]
    errors: tuple[RuleError, ...] = ()

    @cached_property
    def ids(self) -> tuple[str, ...]:
        return tuple(check.id for check in self.checks)

    def index(self, options: Options) -> Index:
        """Return the checks that these options ask for, with their prefilter."""
        return build_index([check for check in self.checks if _wanted(check, options)])


def load() -> Book:
    """Load the checks of every pack."""
    checks, errors = load_book()
    return Book(tuple(checks), tuple(errors))


def _wanted(check: Check, options: Options) -> bool:
    if check.head.kind == "grammar":  # one check speaks for many rules, each with its own id and severity
        return options.grammar != "off" and (
            options.selection.takes(check.id) or options.selection.may_take_below(GRAMMAR)
        )
    if check.head.severity == "advice" and not options.advice:
        return False
    return options.selection.takes(check.id)


def check_story(
    text: str,
    path: str,
    index: Index,
    options: Options,
    variant: str,
    matches: tuple[Match, ...] = (),
) -> tuple[list[PlacedIssue], list[NotRun]]:
    """Check one text. A check that fails is named and the others go on; issues come in order of place, each place once."""
    issues: list[Issue] = []
    not_run: list[NotRun] = []
    for part in split_parts(text):
        whole = part.start == 0 and part.end == len(text)
        found, failed = _check_part(
            text if whole else text[part.start : part.end],
            path,
            index,
            options,
            variant,
            matches,
            "story" if part.start == 0 else "body",
        )
        not_run += [each for each in failed if each not in not_run]
        if whole:
            issues = found
            break
        issues += [
            issue
            for issue in (_shifted(each, part.start) for each in found)
            if part.sure_start <= issue.start and issue.end <= part.sure_end
        ]
        if len(issues) >= ISSUE_LIMIT and part.end < len(text):
            not_run.append(
                NotRun("checks", path, "unavailable", f"stopped after {len(issues)} issues: is this news copy?")
            )
            break
    if not issues:
        return [], not_run
    lines = index_lines(text)
    return [placed(issue, text, lines) for issue in without_doubles(issues, text)], not_run


def _check_part(
    text: str,
    path: str,
    index: Index,
    options: Options,
    variant: str,
    matches: tuple[Match, ...],
    layout: Layout,
) -> tuple[list[Issue], list[NotRun]]:
    story = Story(text, layout)
    context = Context(story, variant=variant, words=options.words, matches=matches)
    issues: list[Issue] = []
    failed: list[NotRun] = []
    for check in index.candidates(text):
        try:
            # A list first: a check that fails half-way loses all it said of this story.
            found = list(check.issues(context, path))
        except Exception as error:
            failed.append(
                NotRun(check.id, path, "failed", f"{type(error).__name__}: {error} (a fault in {check.file})")
            )
            continue
        issues += [
            issue
            for issue in found
            if (options.advice or issue.severity != "advice") and options.selection.takes(check.id, issue.rule)
        ]
    return issues, failed


def _shifted(issue: Issue, by: int) -> Issue:
    from dataclasses import replace

    return replace(
        issue,
        start=issue.start + by,
        end=issue.end + by,
        edits=tuple(replace(e, start=e.start + by, end=e.end + by) for e in issue.edits),
        related=tuple(replace(r, start=r.start + by, end=r.end + by) for r in issue.related),
    )


def check_paths(
    paths: Iterable[str],
    book: Book,
    options: Options,
    *,
    read_stdin: Callable[[], bytes] | None = None,
    stdin_name: str = "<stdin>",
    progress: Callable[[int, int], None] | None = None,
) -> Result:
    """Check every file that the paths stand for; see `find_files`.

    ``-`` is what ``read_stdin`` returns, reported under ``stdin_name``. ``progress`` is told how many files of how many
    are done. Nothing is raised for a file that cannot be read or a check that fails: both are in the result's ``not_run``.
    """
    found = find_files(paths)
    not_run = [NotRun("rules", None, "failed", str(error)) for error in book.errors] + list(found.failures)
    index = book.index(options)
    issues: list[PlacedIssue] = []
    languages: dict[str, str] = {}
    words = 0
    for done, (name, copy) in enumerate(_copies(found.files, read_stdin, stdin_name)):
        if progress is not None:
            progress(done, len(found.files))
        if isinstance(copy, NotRun):
            not_run.append(copy)
            continue
        variant = variant_of(copy, options.language)
        languages[name] = variant
        words += len(copy.split())
        more, failed = check_story(copy, name, index, options, variant)
        issues += more
        not_run += failed
    return Result(
        issues=tuple(sorted(issues, key=lambda issue: (issue.path, issue.start, issue.end, issue.rule))),
        files=tuple(sorted(languages)),
        not_run=tuple(not_run),
        languages=languages,
        words=words,
    )


def _copies(
    files: tuple[str, ...], read_stdin: Callable[[], bytes] | None, stdin_name: str
) -> Iterator[tuple[str, str | NotRun]]:
    for path in files:
        name = stdin_name if path == STANDIN else path
        try:
            text = decode_copy(read_stdin()) if path == STANDIN and read_stdin else read_copy(path)
        except Unreadable as error:
            yield name, NotRun("checks", name, "failed", str(error))
            continue
        reason = why_not_checked(text)
        yield name, NotRun("checks", name, "off", f"not checked: {reason}") if reason else text
