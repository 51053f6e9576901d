"""The same from Python: text in, issues out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from os import PathLike, fspath, stat
from typing import TYPE_CHECKING

from ..issue import NotRun
from ..rulebook.index import Index
from ..text.story import Story
from .book import Book, load
from .checking import Copy
from .files import read_copy
from .language import VARIANTS, Language, variant_of, why_not_checked
from .live import Editing
from .options import Options
from .placed import PlacedIssue
from .proofreader import proofreader
from .run import check_copy
from .selection import Selection

if TYPE_CHECKING:
    from ..kinds.shared.ledger import Ledger

People = str | PathLike[str] | Iterable[str | PathLike[str]]
"""A newsroom's ledgers of people: the path of a CSV file, or several."""


class CheckFailedError(RuntimeError):
    """Part of the checking did not run: a check or grammar failed, or a rule could not be loaded.

    ``issues`` is what the rest found, ``not_run`` names what did not run and why.
    """

    def __init__(self, issues: tuple[PlacedIssue, ...], not_run: tuple[NotRun, ...]) -> None:
        super().__init__("; ".join(f"{entry.what}: {entry.mend}" for entry in not_run))
        self.issues = issues
        self.not_run = not_run


def check_text(
    text: str,
    *,
    path: str = "<text>",
    language: Language = "auto",
    words: Iterable[str] = (),
    people: People = (),
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    advice: bool = False,
    grammar: bool = False,
    grammar_url: str | None = None,
    daemon: bool = False,
) -> tuple[PlacedIssue, ...]:
    """Check one story and return its issues in order of place.

    ``start`` and ``end`` of an issue are code points of ``text``; lines and columns are 1-based. ``path`` is only the
    name that the issues carry. ``language`` is a variant such as "en-AU", or "auto". ``words`` are never misspelt.
    ``people`` are the newsroom's ledgers of people, paths of CSV files, which are read again when they have changed.
    ``select`` and ``ignore`` take ids of checks or the beginnings of them. ``advice`` adds the issues of that severity.
    Copy that is not English prose has no issues. No settings file is read.

    ``grammar`` runs LanguageTool too. What it said before of a paragraph is in the user's cache; for the rest a server
    is started, which takes some seconds, and ended before the call returns. With ``daemon`` it is the one that all runs
    of this user share, and it is left running for the next call; ``grammar_url`` asks a server of the team's, which
    runs none of the checks that are rules of newslint's own for LanguageTool.

    Raises ValueError for an unknown language, variant, selector or address, and for a ledger that cannot be used, with
    path:line:column; CheckFailedError where a part did not run.
    """
    options = _options(language, words, people, select, ignore, advice=advice, grammar=grammar)
    book = _book()
    index = _index(options)
    failed = _unloaded(book)
    issues: tuple[PlacedIssue, ...] = ()
    if why_not_checked(text) is None:
        copy = Copy(path, Story(text), variant_of(text, language))
        if grammar:
            with proofreader(book.languagetool_rules, url=grammar_url, private=not daemon) as reader:
                found, more = check_copy(copy, index, options, reader)
                more += reader.not_run
        else:
            found, more = check_copy(copy, index, options)
        issues, failed = tuple(found), [*failed, *more]
    if failed:
        raise CheckFailedError(issues, tuple(failed))
    return issues


def check_path(
    path: str | PathLike[str],
    *,
    language: Language = "auto",
    words: Iterable[str] = (),
    people: People = (),
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    advice: bool = False,
    grammar: bool = False,
    grammar_url: str | None = None,
    daemon: bool = False,
) -> tuple[PlacedIssue, ...]:
    """Check one file and return its issues; the options are those of `check_text`.

    Raises UnreadableError (an OSError) where the file cannot be read as text.
    """
    name = fspath(path)
    return check_text(
        read_copy(name, is_stream=True),
        path=name,
        language=language,
        words=words,
        people=people,
        select=select,
        ignore=ignore,
        advice=advice,
        grammar=grammar,
        grammar_url=grammar_url,
        daemon=daemon,
    )


def live_checker(
    *,
    path: str = "<text>",
    language: Language = "auto",
    words: Iterable[str] = (),
    people: People = (),
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    advice: bool = False,
) -> Callable[[str], tuple[PlacedIssue, ...]]:
    """Return a function that checks the states of one text that is being edited, for front ends.

    It returns and raises what `check_text` does of the text it is given, without grammar, and takes a part of the time:
    what the last edit cannot have changed is not looked at again. The options are those of `check_text`.
    """
    options = _options(language, words, people, select, ignore, advice=advice, grammar=False)
    failed = _unloaded(_book())
    editing = Editing(_index(options), options, path)

    def check(text: str) -> tuple[PlacedIssue, ...]:
        if why_not_checked(text) is not None:
            if failed:
                raise CheckFailedError((), tuple(failed))
            return ()
        checked = editing.check(text)
        if failed or checked.not_run:
            raise CheckFailedError(checked.issues, (*failed, *checked.not_run))
        return checked.issues

    return check


def _options(
    language: Language,
    words: Iterable[str],
    people: People,
    select: Iterable[str],
    ignore: Iterable[str],
    *,
    advice: bool,
    grammar: bool,
) -> Options:
    if language not in ("auto", *VARIANTS):
        raise ValueError(f"unknown language {language!r}: one of auto, {', '.join(VARIANTS)}")
    return Options(
        language=language,
        words=frozenset(words),
        grammar="required" if grammar else "off",
        selection=Selection(tuple(select), tuple(ignore)),
        advice=advice,
        ledger=_ledger_of(people),
    )


def _ledger_of(people: People) -> Ledger | None:
    paths = [fspath(each) for each in ((people,) if isinstance(people, str | PathLike) else people)]
    return _ledger(tuple((path, *_state(path)) for path in paths)) if paths else None


def _state(path: str) -> tuple[int, int]:
    try:
        state = stat(path)  # noqa: PTH116 - a start imports no pathlib
    except OSError:  # reading it will say why
        return 0, 0
    return state.st_mtime_ns, state.st_size


@lru_cache(maxsize=4)
def _ledger(files: tuple[tuple[str, int, int], ...]) -> Ledger:
    from .ledger import read_ledger

    return read_ledger([path for path, _, _ in files])


def _unloaded(book: Book) -> list[NotRun]:
    return [NotRun("rules", None, "failed", str(error)) for error in book.errors]


# The book is data that never changes once loaded: keeping it is what makes a second call quick.
@lru_cache(maxsize=1)
def _book() -> Book:
    return load()


@lru_cache(maxsize=8)
def _index(options: Options) -> Index:
    options.selection.verify(_book().ids)
    return _book().index(options)
