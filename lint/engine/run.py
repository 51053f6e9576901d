"""The run: from files to issues, in a fixed order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

import msgspec

from ..issue import NotRun
from ..rulebook.index import Index
from ..text.story import Story
from .book import Book, languagetool_rules, needs_grammar, reported_ids
from .checking import Checked, Checking, Copy, Recheck, with_proofs
from .files import Found, find_files
from .language import Language
from .looks import ACROSS, Desks, Look, Source, as_copy, look, look_with_grammar
from .options import Options
from .parts import count_words
from .placed import PlacedIssue, order

if TYPE_CHECKING:
    from .across import Comparison, Extractor
    from .fixing import Fixes
    from .pile import Pile
    from .proofreader import Proofreader


_IN_MEMORY = 10_000
"""Issues that a run holds before it puts them on a pile, which is a file: some 15 MB."""


class Result(msgspec.Struct, frozen=True):
    """What a run found.

    ``issues`` are in order of path and place, very many of them in a `Pile`. ``files`` are the paths that were checked,
    ``languages`` the variant of each, ``words`` how many words they hold together. ``not_run`` is what did not run, and
    why. ``languagetool`` is the version that ran, None where none did. ``fixes`` is what was mended, None where that
    was not asked for; then the issues are those of the files as they are now. ``texts`` is the copy of each file, where
    that was asked for.
    ``accepted`` is how many issues a baseline or a comment in the copy keeps out. ``stopped`` is what ended the run
    before all files were checked, None where nothing did; the rest is what was found until then.
    """

    issues: Sequence[PlacedIssue] = ()
    files: tuple[str, ...] = ()
    not_run: tuple[NotRun, ...] = ()
    languages: dict[str, str] = msgspec.field(default_factory=dict)
    words: int = 0
    languagetool: str | None = None
    fixes: Fixes | None = None
    texts: dict[str, str] = msgspec.field(default_factory=dict)
    accepted: int = 0
    stopped: type[BaseException] | None = None


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
    jobs: int | None = 1,
    across: bool = False,
    stops: tuple[type[BaseException], ...] = (),
) -> Result:
    """Check files, each with its own options; files that are checked alike should be given the same object.

    ``-`` is what ``read_stdin`` returns, reported under ``stdin_name``. ``proofreader`` is asked for grammar, unless
    the options say off. ``progress`` is told how many files of how many are done. ``suppress`` takes out what is not
    reported; see `Suppress`. ``finish`` is given each text when it has been checked; see `Fixer`. ``keep_texts``: the
    result holds the copy too. Nothing is raised for a file that cannot be read or a check that fails: both are in the
    result's ``not_run``. ``jobs`` is how many processes check at the same time, None: as many as there are processors,
    if there is enough to do; with a proofreader it is this one alone, for LanguageTool has the processors then.
    ``across``: the stories are compared with one another too. ``stops``: what ends the run when it is raised, with what
    was found until then as the result; all else that is raised goes to the caller.
    """
    not_run = [NotRun("rules", None, "failed", str(error)) for error in book.errors] + list(found.failures)
    source = Source(read_stdin, stdin_name, found.streams)
    desks = Desks(book, options_of)
    for path in found.files:
        desks.desk(source.name(path))
    if not desks.any_needs_grammar():
        proofreader = None
    issues: list[PlacedIssue] = []
    pile: Pile | None = None
    languages: dict[str, str] = {}
    texts: dict[str, str] = {}
    words = done = accepted = 0
    rules = desks.languagetool_rules(proofreader)
    extractor, comparison = _comparison(desks) if across else (None, None)
    looks = (
        look(found.files, desks, source, jobs, extractor)
        if proofreader is None
        else look_with_grammar(found.files, desks, source, proofreader, rules, extractor)
    )

    def settled(seen: Look) -> tuple[Checked, int]:
        """Return what is to be reported of a text, and its words."""
        checked, extract, before = seen.checked, seen.extract, seen.checked.copy.story.text
        options, index = desks.desk(checked.copy.path)
        if suppress is not None:
            checked = suppress(checked, _ran(index, checked, proofreader, across=across))
        if finish is not None:
            checked = finish(checked, _recheck(checked.copy, index, options, proofreader, rules, suppress, across))
        changed = checked.copy.story.text != before
        if extractor is not None and comparison is not None:
            if changed:
                extract = extractor.take(checked.copy, options)
            if isinstance(extract, bytes):
                comparison.add(extract, checked.copy, keep=changed or checked.copy.is_stdin)
            elif extract is not None:
                not_run.append(extract)
        return checked, count_words(checked.copy.story.text) if changed else seen.words

    stopped: type[BaseException] | None = None
    try:
        with closing(looks):
            for seen in looks:
                if isinstance(seen, NotRun):
                    not_run.append(seen)
                else:
                    checked, count = settled(seen)
                    issues += checked.issues
                    accepted += checked.accepted
                    not_run += checked.not_run
                    languages[checked.copy.path] = checked.copy.variant
                    words += count
                    if keep_texts:
                        texts[checked.copy.path] = checked.copy.story.text
                    if len(issues) > _IN_MEMORY:
                        pile, issues = _piled(pile, issues), []
                done += 1
                if progress is not None:
                    progress(done, len(found.files))
    except stops as error:
        stopped = type(error)
        not_run.append(stopped_after(done, len(found.files)))
        comparison = None
    for shown in comparison.shown(suppress) if comparison is not None else ():
        issues += shown.issues
        accepted += shown.accepted
        not_run += shown.not_run
    if comparison is not None:
        not_run += comparison.not_run
    not_run += _grammar_not_run(desks, proofreader)
    return Result(
        issues=tuple(sorted(issues, key=order)) if pile is None else _piled(pile, issues),
        files=tuple(sorted(languages)),
        not_run=tuple(not_run),
        languages=dict(sorted(languages.items())),
        words=words,
        languagetool=proofreader.version if proofreader is not None else None,
        texts=texts,
        accepted=accepted,
        stopped=stopped,
    )


def _piled(pile: Pile | None, issues: list[PlacedIssue]) -> Pile:
    from .pile import Pile

    pile = pile or Pile()
    pile.add(issues)
    return pile


def stopped_after(done: int, total: int) -> NotRun:
    """Return what is said of a run that was stopped before all of its files were checked."""
    files = f"{done:,} of {total:,} file{'' if total == 1 else 's'}"
    return NotRun("run", None, "failed", f"stopped when {files} had been checked: this is the report so far")


def _comparison(desks: Desks) -> tuple[Extractor, Comparison] | tuple[None, None]:
    from .across import Comparison, extractor

    takes = extractor([index for _, index in desks.all])
    return (takes, Comparison(desks.desk)) if takes is not None else (None, None)


def _ran(
    index: Index, checked: Checked, proofreader: Proofreader | None, *, across: bool = False
) -> Callable[[str], bool]:
    """Return what says whether the checks that report under ids that begin so have looked at a text, all of them.

    Where stories are compared ``across`` files, the checks that do so have not yet.
    """
    without = {entry.what for entry in checked.not_run}
    without_grammar = proofreader is None or proofreader.ended is not None or "grammar" in without

    def ran(start: str) -> bool:
        named = [check for check in index.checks if any(id_.startswith(start) for id_ in reported_ids(check))]
        if not across:
            named = [check for check in named if check.head.kind != ACROSS]
        elif any(check.head.kind == ACROSS for check in named):
            return False
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
    across: bool,
) -> Recheck:
    """Return what checks another state of a text as this run would have, had the file held it."""

    def recheck(text: str) -> Checked:
        other = as_copy(copy.path, text, options.language, is_stdin=copy.is_stdin)
        if isinstance(other, NotRun):
            return Checked(msgspec.structs.replace(copy, story=Story(text)), (), (other,))
        checking = Checking(other, index, options)
        for sheet, proof in with_proofs(checking.sheets(), proofreader, rules):
            checking.add(sheet, proof)
        checked = checking.checked()
        return checked if suppress is None else suppress(checked, _ran(index, checked, proofreader, across=across))

    return recheck


def read_copies(
    found: Found, language: Language, read_stdin: Callable[[], bytes] | None, stdin_name: str
) -> Iterator[Copy | NotRun]:
    """Read files one after the other; see `Source.read`."""
    source = Source(read_stdin, stdin_name, found.streams)
    for path in found.files:
        yield source.read(path, language)


def _grammar_not_run(desks: Desks, proofreader: Proofreader | None) -> list[NotRun]:
    said: dict[NotRun, None] = {}
    for options, index in desks.all:
        said.update(dict.fromkeys(_why_no_grammar(desks.book, index, options, proofreader)))
    return list(said)


def _why_no_grammar(book: Book, index: Index, options: Options, proofreader: Proofreader | None) -> list[NotRun]:
    """Return why grammar did not run, and the checks that are rules of our own for it and so did not run either."""
    if options.grammar == "off":
        mend = "--grammar auto runs it"
        left_out = book.index(msgspec.structs.replace(options, grammar="auto")).checks
        own = [check.id for check in left_out if check.own_rule]
        return [NotRun("grammar", None, "off", mend), *(NotRun(id_, None, "off", mend) for id_ in own)]
    if proofreader is None:
        return []
    reason = proofreader.ended.mend if proofreader.ended else proofreader.lacks_own_rules
    own = [check.id for check in index.checks if check.own_rule] if reason else []
    return [*proofreader.not_run, *(NotRun(id_, None, "unavailable", reason) for id_ in own)]
