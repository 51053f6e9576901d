"""The run: from files to issues, in a fixed order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import islice

import msgspec

from ..grammar.custom import rules_xml
from ..grammar.match import Match
from ..issue import Issue, NotRun
from ..kinds.shared.base import Context
from ..rulebook.check import Check
from ..rulebook.compiled import load_compiled
from ..rulebook.errors import RuleError
from ..rulebook.index import Index
from ..text.lines import index_lines
from ..text.story import Story
from .files import STANDIN, UnreadableError, decode_copy, find_files, read_copy
from .language import Language, variant_of, why_not_checked
from .overlap import GRAMMAR, without_doubles
from .parts import PART, count_words, split_parts
from .placed import PlacedIssue, placed
from .proofreader import Proofreader
from .selection import Selection
from .settings import GrammarMode

ISSUE_LIMIT = 10_000
"""Issues in one file, after which the rest of a file of several parts is not checked."""

_BATCH = 64
"""Stories that are in memory at once."""


class Options(msgspec.Struct, frozen=True):
    """How to run. ``advice``: run the checks of severity advice too, and return what they find."""

    language: Language = "auto"
    words: frozenset[str] = frozenset()
    grammar: GrammarMode = "auto"
    selection: Selection = msgspec.field(default_factory=Selection)
    advice: bool = False


class Result(msgspec.Struct, frozen=True):
    """What a run found.

    ``issues`` are in order of path and place. ``files`` are the paths that were checked, ``languages`` the variant of
    each, ``words`` how many words they hold together. ``not_run`` is what did not run, and why. ``languagetool`` is the
    version that ran, None where none did.
    """

    issues: tuple[PlacedIssue, ...] = ()
    files: tuple[str, ...] = ()
    not_run: tuple[NotRun, ...] = ()
    languages: dict[str, str] = msgspec.field(default_factory=dict)
    words: int = 0
    languagetool: str | None = None


class Book(msgspec.Struct, frozen=True, dict=True):
    """The checks of all packs, and the errors of those that could not be loaded."""

    checks: tuple[Check, ...]
    errors: tuple[RuleError, ...] = ()

    @cached_property
    def languagetool_rules(self) -> str:
        """Return the rules that our checks bring along for LanguageTool, as the XML that a server is started with.

        They are those of all checks, whatever a run selects: projects with the same book share a server.
        """
        return rules_xml(check.languagetool_xml for check in self.checks)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """What can be selected: the id of every check, and of every LanguageTool rule that one speaks for."""
        return tuple(id_ for check in self.checks for id_ in (check.id, *languagetool_ids(check)))

    def index(self, options: Options) -> Index:
        """Return the checks that these options ask for, with their prefilter."""
        return Index([check for check in self.checks if _wanted(check, options)])


def load(cached: bool = True) -> Book:
    """Load the checks of every pack, without their tests. Not ``cached``: neither read nor write the compiled book."""
    checks, errors = load_compiled(cached)
    return Book(tuple(checks), tuple(errors))


def needs_grammar(check: Check) -> bool:
    """Say whether a check can find something only where LanguageTool runs."""
    return bool(check.languagetool_rules)


def languagetool_ids(check: Check) -> tuple[str, ...]:
    """Return the ids of the issues that a check reports for LanguageTool ("grammar/en-a-vs-an"), sorted.

    None where it reports under its own id, be it with LanguageTool's help.
    """
    if check.languagetool_xml:
        return ()
    return tuple(sorted(f"{GRAMMAR}{rule.lower().replace('_', '-')}" for rule in check.languagetool_rules))


def _wanted(check: Check, options: Options) -> bool:
    if needs_grammar(check) and options.grammar == "off":
        return False
    if check.languagetool_rules and not check.languagetool_xml:  # it speaks for many rules, each with its own severity
        return options.selection.takes(check.id) or options.selection.may_take_below(GRAMMAR)
    if check.head.severity == "advice" and not options.advice:
        return False
    return options.selection.takes(check.id)


class Copy(msgspec.Struct, frozen=True):
    """One text on its way through the run."""

    path: str
    story: Story
    variant: str


def check_copy(
    copy: Copy, index: Index, options: Options, matches: tuple[Match, ...] = ()
) -> tuple[list[PlacedIssue], list[NotRun]]:
    """Check one text; return its issues in order of place, each place once, and the checks that failed on it.

    A check that fails loses what it found in this text; the others go on. Copy longer than a book is checked in parts.
    """
    text = copy.story.text
    not_run: dict[NotRun, None] = {}
    if len(text) <= PART:
        issues, failed = _check_story(copy, index, options, matches)
        not_run.update(dict.fromkeys(failed))
    else:
        issues = []
        for part in split_parts(text):
            story = Story(text[part.start : part.end], "story" if part.start == 0 else "body")
            found, failed = _check_story(msgspec.structs.replace(copy, story=story), index, options, ())
            not_run.update(dict.fromkeys(failed))
            issues += [
                _shifted(issue, part.start)
                for issue in found
                if part.sure_start <= issue.start + part.start < part.sure_end
            ]
            if len(issues) >= ISSUE_LIMIT and part.end < len(text):
                reason = f"stopped after {len(issues):,} issues in the first {part.end:,} characters"
                not_run[NotRun("checks", copy.path, "unavailable", reason)] = None
                break
    if not issues:
        return [], list(not_run)
    lines = copy.story.lines if len(text) <= PART else index_lines(text)
    return [placed(issue, text, lines) for issue in without_doubles(issues, text)], list(not_run)


def _check_story(
    copy: Copy, index: Index, options: Options, matches: tuple[Match, ...]
) -> tuple[list[Issue], list[NotRun]]:
    context = Context(copy.story, variant=copy.variant, words=options.words, matches=matches)
    issues: list[Issue] = []
    failed: list[NotRun] = []
    for check in index.candidates(copy.story.text):
        try:
            # A list first: a check that fails half-way loses all it said of this story.
            found = list(check.issues(context, copy.path))
        except Exception as error:
            failed.append(NotRun(check.id, copy.path, "failed", f"{type(error).__name__}: {error} ({check.file})"))
            continue
        issues += [
            issue
            for issue in found
            if (options.advice or issue.severity != "advice") and options.selection.takes(check.id, issue.rule)
        ]
    return issues, failed


def _shifted(issue: Issue, by: int) -> Issue:
    return msgspec.structs.replace(
        issue,
        start=issue.start + by,
        end=issue.end + by,
        edits=tuple(msgspec.structs.replace(edit, start=edit.start + by, end=edit.end + by) for edit in issue.edits),
        related=tuple(
            msgspec.structs.replace(other, start=other.start + by, end=other.end + by) for other in issue.related
        ),
    )


def check_paths(
    paths: Iterable[str],
    book: Book,
    options: Options,
    *,
    proofreader: Proofreader | None = None,
    read_stdin: Callable[[], bytes] | None = None,
    stdin_name: str = "<stdin>",
    progress: Callable[[int, int], None] | None = None,
) -> Result:
    """Check every file that the paths stand for; see `find_files`.

    ``-`` is what ``read_stdin`` returns, reported under ``stdin_name``. ``proofreader`` is asked for grammar, unless
    the options say off. ``progress`` is told how many files of how many are done. Nothing is raised for a file that
    cannot be read or a check that fails: both are in the result's ``not_run``.
    """
    found = find_files(paths)
    not_run = [NotRun("rules", None, "failed", str(error)) for error in book.errors] + list(found.failures)
    index = book.index(options)
    rules = frozenset(rule for check in index.checks for rule in check.languagetool_rules)
    if not rules:
        proofreader = None
    if options.grammar == "off":
        not_run.append(NotRun("grammar", None, "off", "--grammar auto runs it"))
    issues: list[PlacedIssue] = []
    languages: dict[str, str] = {}
    words = done = 0
    for batch in _batches(_copies(found.files, options.language, read_stdin, stdin_name)):
        copies = [each for each in batch if isinstance(each, Copy)]
        not_run += [each for each in batch if isinstance(each, NotRun)]
        proofs = proofreader.read(copies, rules) if proofreader is not None else [()] * len(copies)
        for copy, matches in zip(copies, proofs, strict=True):
            more, failed = check_copy(copy, index, options, matches)
            issues += more
            not_run += failed
            languages[copy.path] = copy.variant
            words += count_words(copy.story.text)
            if progress is not None:
                done += 1
                progress(done, len(found.files))
    if proofreader is not None:
        not_run += proofreader.not_run
    return Result(
        issues=tuple(sorted(issues, key=lambda issue: (issue.path, issue.start, issue.end, issue.rule))),
        files=tuple(sorted(languages)),
        not_run=tuple(not_run),
        languages=dict(sorted(languages.items())),
        words=words,
        languagetool=proofreader.version if proofreader is not None else None,
    )


def _copies(
    files: tuple[str, ...], language: Language, read_stdin: Callable[[], bytes] | None, stdin_name: str
) -> Iterator[Copy | NotRun]:
    for path in files:
        name = stdin_name if path == STANDIN else path
        try:
            text = decode_copy(read_stdin()) if path == STANDIN and read_stdin else read_copy(path)
        except UnreadableError as error:
            yield NotRun("checks", name, "failed", str(error))
            continue
        reason = why_not_checked(text)
        if reason:
            yield NotRun("checks", name, "off", f"not checked: {reason}")
        else:
            yield Copy(name, Story(text), variant_of(text, language))


def _batches(items: Iterator[Copy | NotRun]) -> Iterator[list[Copy | NotRun]]:
    while batch := list(islice(items, _BATCH)):
        yield batch
