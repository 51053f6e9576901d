"""The run: from files to issues, in a fixed order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from ..grammar.custom import rules_xml
from ..issue import NotRun
from ..rulebook.check import Check
from ..rulebook.compiled import load_compiled
from ..rulebook.errors import RuleError
from ..rulebook.index import Index
from ..text.story import Story
from .checking import Checked, Checking, Copy, Recheck, Sheet, with_proofs
from .comments import IDS as SUPPRESSION_IDS
from .files import STANDIN, Found, UnreadableError, decode_copy, find_files, read_copy
from .language import Language, variant_of, why_not_checked
from .options import Options
from .overlap import GRAMMAR
from .parts import count_words
from .placed import PlacedIssue
from .proofreader import Proofreader

if TYPE_CHECKING:
    from .fixing import Fixes


class Result(msgspec.Struct, frozen=True):
    """What a run found.

    ``issues`` are in order of path and place. ``files`` are the paths that were checked, ``languages`` the variant of
    each, ``words`` how many words they hold together. ``not_run`` is what did not run, and why. ``languagetool`` is the
    version that ran, None where none did. ``fixes`` is what was mended, None where that was not asked for; then the
    issues are those of the files as they are now. ``texts`` is the copy of each file, where that was asked for.
    ``accepted`` is how many issues a baseline or a comment in the copy keeps out.
    """

    issues: tuple[PlacedIssue, ...] = ()
    files: tuple[str, ...] = ()
    not_run: tuple[NotRun, ...] = ()
    languages: dict[str, str] = msgspec.field(default_factory=dict)
    words: int = 0
    languagetool: str | None = None
    fixes: Fixes | None = None
    texts: dict[str, str] = msgspec.field(default_factory=dict)
    accepted: int = 0


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
        """What can be selected: the id of every check, of every LanguageTool rule that one speaks for, and the ids of
        what is said about comments in the copy.
        """
        return (*(id_ for check in self.checks for id_ in (check.id, *languagetool_ids(check))), *SUPPRESSION_IDS)

    @cached_property
    def _revisions(self) -> dict[str, int]:
        return {id_: check.head.revision for check in self.checks for id_ in reported_ids(check)}

    def revision(self, rule: str) -> int:
        """Return the revision of the check that reports under an id, 1 for an id that is none."""
        return self._revisions.get(rule, 1)

    def index(self, options: Options) -> Index:
        """Return the checks that these options ask for, with their prefilter."""
        tuned = {check.id: check for check in options.tuned}
        checks = (tuned.get(check.id, check) for check in self.checks)
        return Index([check for check in checks if _wanted(check, options)])


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


def reported_ids(check: Check) -> tuple[str, ...]:
    """Return the ids under which a check reports."""
    return languagetool_ids(check) or (check.id,)


def _wanted(check: Check, options: Options) -> bool:
    if needs_grammar(check) and options.grammar == "off":
        return False
    if check.languagetool_rules and not check.languagetool_xml:  # it speaks for many rules, each with its own severity
        return options.selection.takes(check.id) or options.selection.may_take_below(GRAMMAR)
    if options.severity(check.head.severity, check.id) == "advice" and not options.advice:
        return False
    return options.selection.takes(check.id)


def check_copy(
    copy: Copy, index: Index, options: Options, proofreader: Proofreader | None = None
) -> tuple[list[PlacedIssue], list[NotRun]]:
    """Check one text; return its issues in order of place, each place once, and what failed on it.

    A check that fails loses what it found in this text; the others go on. Copy longer than a book is checked in parts.
    """
    checking = Checking(copy, index, options)
    for sheet, proof in with_proofs(checking.sheets(), proofreader, languagetool_rules(index, proofreader)):
        checking.add(sheet, proof)
    return checking.result()


def languagetool_rules(index: Index, proofreader: Proofreader | None) -> frozenset[str]:
    """Return the rules to ask LanguageTool for."""
    if proofreader is None:
        return frozenset()
    checks = [check for check in index.checks if not (check.languagetool_xml and proofreader.lacks_own_rules)]
    return frozenset(rule for check in checks for rule in check.languagetool_rules)


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
    """Check every file that the paths stand for, all with the same options; see `find_files` and `check_files`."""
    return check_files(
        find_files(paths),
        book,
        lambda _path: options,
        proofreader=proofreader,
        read_stdin=read_stdin,
        stdin_name=stdin_name,
        progress=progress,
    )


def check_files(
    found: Found,
    book: Book,
    options_of: Callable[[str], Options],
    *,
    proofreader: Proofreader | None = None,
    read_stdin: Callable[[], bytes] | None = None,
    stdin_name: str = "<stdin>",
    progress: Callable[[int, int], None] | None = None,
    suppress: Callable[[Checked, Callable[[str], bool]], Checked] | None = None,
    finish: Callable[[Checked, Recheck], Checked] | None = None,
    keep_texts: bool = False,
) -> Result:
    """Check files, each with its own options; files that are checked alike should be given the same object.

    ``-`` is what ``read_stdin`` returns, reported under ``stdin_name``. ``proofreader`` is asked for grammar, unless
    the options say off. ``progress`` is told how many files of how many are done. ``suppress`` takes out what is not
    reported; see `Suppress`. ``finish`` is given each text when it has been checked; see `Fixer`. ``keep_texts``: the
    result holds the copy too. Nothing is raised for a file that cannot be read or a check that fails: both are in the
    result's ``not_run``.
    """
    not_run = [NotRun("rules", None, "failed", str(error)) for error in book.errors] + list(found.failures)
    desks = _Desks(book, options_of)
    for path in found.files:
        desks.desk(stdin_name if path == STANDIN else path)
    if not desks.any_needs_grammar():
        proofreader = None
    issues: list[PlacedIssue] = []
    languages: dict[str, str] = {}
    texts: dict[str, str] = {}
    words = done = accepted = 0

    def sheets() -> Iterator[Sheet]:
        for path in found.files:
            name = stdin_name if path == STANDIN else path
            options, index = desks.desk(name)
            copy = read_one(path, options.language, read_stdin, stdin_name)
            if isinstance(copy, NotRun):
                not_run.append(copy)
            else:
                yield from Checking(copy, index, options).sheets()

    rules = desks.languagetool_rules(proofreader)
    rows = with_proofs(sheets(), proofreader, rules)
    for checking, group in groupby(rows, key=lambda row: row[0].checking):
        for sheet, proof in group:
            checking.add(sheet, proof)
        checked = checking.checked()
        options, index = desks.desk(checked.copy.path)
        if suppress is not None:
            checked = suppress(checked, _ran(index, checked, proofreader))
        if finish is not None:
            checked = finish(checked, _recheck(checked.copy, index, options, proofreader, rules, suppress))
        issues += checked.issues
        accepted += checked.accepted
        not_run += checked.not_run
        languages[checked.copy.path] = checked.copy.variant
        words += count_words(checked.copy.story.text)
        if keep_texts:
            texts[checked.copy.path] = checked.copy.story.text
        if progress is not None:
            done += 1
            progress(done, len(found.files))
    not_run += desks.grammar_not_run(proofreader)
    return Result(
        issues=tuple(sorted(issues, key=lambda issue: (issue.path, issue.start, issue.end, issue.rule))),
        files=tuple(sorted(languages)),
        not_run=tuple(not_run),
        languages=dict(sorted(languages.items())),
        words=words,
        languagetool=proofreader.version if proofreader is not None else None,
        texts=texts,
        accepted=accepted,
    )


def _ran(index: Index, checked: Checked, proofreader: Proofreader | None) -> Callable[[str], bool]:
    """Return what says whether the checks that report under ids that begin so have looked at a text, all of them."""
    without = {entry.what for entry in checked.not_run}
    without_grammar = proofreader is None or proofreader.ended is not None or "grammar" in without

    def ran(start: str) -> bool:
        named = [check for check in index.checks if any(id_.startswith(start) for id_ in reported_ids(check))]
        lost = (check.id in without or (needs_grammar(check) and without_grammar) for check in named)
        return bool(named) and not any(lost)

    return ran


def _recheck(
    copy: Copy,
    index: Index,
    options: Options,
    proofreader: Proofreader | None,
    rules: frozenset[str],
    suppress: Callable[[Checked, Callable[[str], bool]], Checked] | None,
) -> Recheck:
    """Return what checks another state of a text as this run would have, had the file held it."""

    def recheck(text: str) -> Checked:
        other = _as_copy(copy.path, text, options.language, is_stdin=copy.is_stdin)
        if isinstance(other, NotRun):
            return Checked(msgspec.structs.replace(copy, story=Story(text)), (), (other,))
        checking = Checking(other, index, options)
        for sheet, proof in with_proofs(checking.sheets(), proofreader, rules):
            checking.add(sheet, proof)
        checked = checking.checked()
        return checked if suppress is None else suppress(checked, _ran(index, checked, proofreader))

    return recheck


class _Desks:
    """The options of every file of a run, and the checks that each of these ask for; no two alike are made."""

    def __init__(self, book: Book, options_of: Callable[[str], Options]) -> None:
        self._book = book
        self._options_of = options_of
        self._desks: dict[int, tuple[Options, Index]] = {}

    def desk(self, path: str) -> tuple[Options, Index]:
        options = self._options_of(path)
        if id(options) not in self._desks:
            self._desks[id(options)] = (options, self._book.index(options))
        return self._desks[id(options)]

    def any_needs_grammar(self) -> bool:
        return any(needs_grammar(check) for _, index in self._desks.values() for check in index.checks)

    def languagetool_rules(self, proofreader: Proofreader | None) -> frozenset[str]:
        """Return the rules to ask LanguageTool for, the same of every file: one run is one kind of request."""
        rules = (languagetool_rules(index, proofreader) for _, index in self._desks.values())
        return frozenset().union(*rules)

    def grammar_not_run(self, proofreader: Proofreader | None) -> list[NotRun]:
        said: dict[NotRun, None] = {}
        for options, index in self._desks.values():
            said.update(dict.fromkeys(_grammar_not_run(self._book, index, options, proofreader)))
        return list(said)


def read_copies(
    files: tuple[str, ...], language: Language, read_stdin: Callable[[], bytes] | None, stdin_name: str
) -> Iterator[Copy | NotRun]:
    """Read files one after the other; see `read_one`."""
    for path in files:
        yield read_one(path, language, read_stdin, stdin_name)


def read_one(path: str, language: Language, read_stdin: Callable[[], bytes] | None, stdin_name: str) -> Copy | NotRun:
    """Read a file; for one that cannot be read, or is no English prose, say why."""
    name = stdin_name if path == STANDIN else path
    try:
        text = decode_copy(read_stdin()) if path == STANDIN and read_stdin else read_copy(path)
    except UnreadableError as error:
        return NotRun("checks", name, "failed", str(error))
    return _as_copy(name, text, language, is_stdin=path == STANDIN)


def _as_copy(name: str, text: str, language: Language, *, is_stdin: bool) -> Copy | NotRun:
    reason = why_not_checked(text)
    if reason:
        return NotRun("checks", name, "off", f"not checked: {reason}")
    return Copy(name, Story(text), variant_of(text, language), is_stdin)


def _grammar_not_run(book: Book, index: Index, options: Options, proofreader: Proofreader | None) -> list[NotRun]:
    """Return why grammar did not run, and the checks that are rules of our own for it and so did not run either."""
    if options.grammar == "off":
        mend = "--grammar auto runs it"
        left_out = book.index(msgspec.structs.replace(options, grammar="auto")).checks
        own = [check.id for check in left_out if check.languagetool_xml]
        return [NotRun("grammar", None, "off", mend), *(NotRun(id_, None, "off", mend) for id_ in own)]
    if proofreader is None:
        return []
    reason = proofreader.ended.mend if proofreader.ended else proofreader.lacks_own_rules
    own = [check.id for check in index.checks if check.languagetool_xml] if reason else []
    return [*proofreader.not_run, *(NotRun(id_, None, "unavailable", reason) for id_ in own)]
