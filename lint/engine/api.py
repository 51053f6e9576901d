"""The same from Python: text in, issues out."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from os import PathLike, fspath

from ..issue import NotRun
from ..rulebook.index import Index
from ..text.story import Story
from .files import read_copy
from .language import VARIANTS, Language, variant_of, why_not_checked
from .placed import PlacedIssue
from .proofreader import proofreader
from .run import Book, Copy, Options, check_copy, load
from .selection import Selection


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
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    advice: bool = False,
    grammar: bool = False,
) -> tuple[PlacedIssue, ...]:
    """Check one story and return its issues in order of place.

    ``start`` and ``end`` of an issue are code points of ``text``; lines and columns are 1-based. ``path`` is only the
    name that the issues carry. ``language`` is a variant such as "en-AU", or "auto". ``words`` are never misspelt.
    ``select`` and ``ignore`` take ids of checks or the beginnings of them. ``advice`` adds the issues of that severity.
    ``grammar`` runs LanguageTool too, on a server of its own that takes some seconds to start. Copy that is not English
    prose has no issues. No settings file is read.

    Raises ValueError for an unknown language, variant or selector, CheckFailedError where a part did not run.
    """
    if language not in ("auto", *VARIANTS):
        raise ValueError(f"unknown language {language!r}: one of auto, {', '.join(VARIANTS)}")
    options = Options(
        language=language,
        words=frozenset(words),
        grammar="required" if grammar else "off",
        selection=Selection(tuple(select), tuple(ignore)),
        advice=advice,
    )
    book = _book()
    index = _index(options)
    failed = [NotRun("rules", None, "failed", str(error)) for error in book.errors]
    issues: tuple[PlacedIssue, ...] = ()
    if why_not_checked(text) is None:
        copy = Copy(path, Story(text), variant_of(text, language))
        if grammar:
            with proofreader() as reader:
                matches = reader.read([copy], frozenset(r for c in index.checks for r in c.languagetool_rules))[0]
                failed += reader.not_run
        else:
            matches = ()
        found, more = check_copy(copy, index, options, matches)
        issues, failed = tuple(found), [*failed, *more]
    if failed:
        raise CheckFailedError(issues, tuple(failed))
    return issues


def check_path(
    path: str | PathLike[str],
    *,
    language: Language = "auto",
    words: Iterable[str] = (),
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    advice: bool = False,
    grammar: bool = False,
) -> tuple[PlacedIssue, ...]:
    """Check one file and return its issues; the options are those of `check_text`.

    Raises UnreadableError (an OSError) where the file cannot be read as text.
    """
    name = fspath(path)
    return check_text(
        read_copy(name),
        path=name,
        language=language,
        words=words,
        select=select,
        ignore=ignore,
        advice=advice,
        grammar=grammar,
    )


# The book is data that never changes once loaded: keeping it is what makes a second call quick.
@lru_cache(maxsize=1)
def _book() -> Book:
    return load()


@lru_cache(maxsize=8)
def _index(options: Options) -> Index:
    options.selection.verify(_book().ids)
    return _book().index(options)
