"""Files that are read and checked, in order: by this process, by several, or by this one while grammar is asked for."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from ..issue import NotRun
from ..text.story import Story
from .book import Book, languagetool_rules, needs_grammar
from .checking import Checked, Checking, Copy, Sheet, with_proofs
from .files import STANDIN, UnreadableError, decode_copy, read_copy
from .language import Language, variant_of_story, why_not_checked
from .options import Options
from .parts import count_words
from .placed import PlacedIssue

if TYPE_CHECKING:
    from ..rulebook.index import Index
    from .across import Extractor
    from .proofreader import Proofreader

ACROSS = "across"
"""The kind whose checks look at all stories of a run together, and at one story alone never."""

_WORTH_WORKERS = 200_000
"""Bytes of copy from which on several processes are sooner done than one: each makes its checks ready for itself."""


class Look(msgspec.Struct, frozen=True):
    """A text that has been checked, how many words it holds, and the extract by which it is compared with others."""

    checked: Checked
    words: int
    extract: bytes | NotRun | None = None


class Source(msgspec.Struct, frozen=True):
    """Where copy comes from: ``-`` is what ``read_stdin`` returns, called ``stdin_name``; ``streams``: of `Found`."""

    read_stdin: Callable[[], bytes] | None = None
    stdin_name: str = "<stdin>"
    streams: frozenset[str] = frozenset()

    def name(self, path: str) -> str:
        """Return the name that a path is reported under."""
        return self.stdin_name if path == STANDIN else path

    def read(self, path: str, language: Language) -> Copy | NotRun:
        """Read a file; for one that cannot be read, or is no English prose, say why."""
        name = self.name(path)
        try:
            if path == STANDIN and self.read_stdin:
                text = decode_copy(self.read_stdin())
            else:
                text = read_copy(path, is_stream=path in self.streams)
        except UnreadableError as error:
            return NotRun("checks", name, "failed", str(error))
        return as_copy(name, text, language, is_stdin=path == STANDIN)


def as_copy(name: str, text: str, language: Language, *, is_stdin: bool = False) -> Copy | NotRun:
    """Return a text as copy; of one that is no English prose, why it is not checked."""
    reason = why_not_checked(text)
    if reason:
        return NotRun("checks", name, "off", f"not checked: {reason}")
    story = Story(text)
    return Copy(name, story, variant_of_story(story, language), is_stdin)


class Desks:
    """The options of every file of a run, and the checks that each of these ask for; no two alike are made."""

    def __init__(self, book: Book, options_of: Callable[[str], Options]) -> None:
        self.book = book
        self._options_of = options_of
        self._desks: dict[int, tuple[Options, Index]] = {}

    def desk(self, name: str) -> tuple[Options, Index]:
        """Return the options of a file and their checks; ``name`` is what the file is reported under."""
        options = self._options_of(name)
        if id(options) not in self._desks:
            self._desks[id(options)] = (options, self.book.index(options))
        return self._desks[id(options)]

    @property
    def all(self) -> tuple[tuple[Options, Index], ...]:
        """Every desk that has been asked for so far."""
        return tuple(self._desks.values())

    def any_needs_grammar(self) -> bool:
        return any(needs_grammar(check) for _, index in self.all for check in index.checks)

    def languagetool_rules(self, proofreader: Proofreader | None) -> frozenset[str]:
        """Return the rules to ask LanguageTool for, the same of every file: one run is one kind of request."""
        return frozenset().union(*(languagetool_rules(index, proofreader) for _, index in self.all))


def look_with_grammar(
    files: Sequence[str],
    desks: Desks,
    source: Source,
    proofreader: Proofreader,
    rules: frozenset[str],
    extractor: Extractor | None = None,
) -> Generator[Look | NotRun, None, None]:
    """Check files one after the other, while LanguageTool is asked about the next ones."""
    unread: list[NotRun] = []

    def sheets() -> Iterator[Sheet]:
        for path in files:
            options, index = desks.desk(source.name(path))
            copy = source.read(path, options.language)
            if isinstance(copy, NotRun):
                unread.append(copy)
            else:
                yield from Checking(copy, index, options).sheets()

    for checking, group in groupby(with_proofs(sheets(), proofreader, rules), key=lambda row: row[0].checking):
        for sheet, proof in group:
            checking.add(sheet, proof)
        copy = checking.copy
        extract = extractor.take(copy, desks.desk(copy.path)[0]) if extractor else None
        yield Look(checking.checked(), count_words(copy.story.text), extract)
    yield from unread


def look(
    files: Sequence[str], desks: Desks, source: Source, jobs: int | None, extractor: Extractor | None = None
) -> Generator[Look | NotRun, None, None]:
    """Check files without grammar, by ``jobs`` processes; None: by as many as there are processors, where that pays."""
    workers = _workers(files, jobs)
    if workers > 1:
        from .workers import NoWorkersError

        try:
            yield from _look_by_workers(files, desks, source.streams, workers, extractor)
            return
        except NoWorkersError:
            pass  # this process can do the work of all
    for path in files:
        options, index = desks.desk(source.name(path))
        copy = source.read(path, options.language)
        yield copy if isinstance(copy, NotRun) else _checked(copy, index, options, extractor)


def _checked(copy: Copy, index: Index, options: Options, extractor: Extractor | None) -> Look:
    checking = Checking(copy, index, options)
    for sheet in checking.sheets():
        checking.add(sheet, None)
    extract = extractor.take(copy, options) if extractor else None
    return Look(checking.checked(), count_words(copy.story.text), extract)


# By several processes


class _Task(msgspec.Struct, frozen=True):
    path: str
    desk: int
    is_stream: bool = False


class _Answer(msgspec.Struct, frozen=True):
    """What a worker says of one text: a Look, with nothing that this process can work out again."""

    text: str
    variant: str
    words: int
    issues: tuple[PlacedIssue, ...]
    not_run: tuple[NotRun, ...]
    extract: bytes | NotRun | None


def _workers(files: Sequence[str], jobs: int | None) -> int:
    if STANDIN in files or len(files) < 2:
        return 1
    if jobs is not None:
        return min(jobs, len(files))
    from .workers import processors

    total = 0
    for path in files:
        try:
            total += os.stat(path).st_size
        except OSError:
            continue  # reading it will say why
        if total >= _WORTH_WORKERS:
            return min(processors(), len(files))
    return 1


def _look_by_workers(
    files: Sequence[str], desks: Desks, streams: frozenset[str], workers: int, extractor: Extractor | None
) -> Generator[Look | NotRun, None, None]:
    from .workers import Lost, answers

    numbers = {id(options): number for number, (options, _) in enumerate(desks.all)}
    tasks = [_Task(path, numbers[id(desks.desk(path)[0])], path in streams) for path in files]
    begin = partial(_begin, desks.book, tuple(options for options, _ in desks.all), extractor)
    with closing(answers(tasks, begin, workers)) as said:
        for task, answer in zip(tasks, said, strict=True):
            if isinstance(answer, Lost):
                reason = f"not checked: {answer.reason}; with --jobs 1 it is checked by the command itself"
                yield NotRun("checks", task.path, "failed", reason)
            elif isinstance(answer, NotRun):
                yield answer
            else:
                copy = Copy(task.path, Story(answer.text), answer.variant)
                yield Look(Checked(copy, answer.issues, answer.not_run), answer.words, answer.extract)


def _begin(
    book: Book, options: tuple[Options, ...], extractor: Extractor | None
) -> Callable[[_Task], _Answer | NotRun]:
    """Return what a worker does."""
    import gc

    gc.freeze()  # what the processes share stays shared: the collector would write into all of it
    desks = [(each, book.index(each)) for each in options]

    def work(task: _Task) -> _Answer | NotRun:
        each, index = desks[task.desk]
        copy = Source(streams=frozenset([task.path] if task.is_stream else ())).read(task.path, each.language)
        if isinstance(copy, NotRun):
            return copy
        seen = _checked(copy, index, each, extractor)
        said = seen.checked
        return _Answer(copy.story.text, copy.variant, seen.words, said.issues, said.not_run, seen.extract)

    return work
