"""`newslint rules try`: what a check, or a draft of one, would say of an archive."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .choices import Format
from .errors import CommandError
from .output import note, progress_bar, write_bytes

if TYPE_CHECKING:
    from ..engine.book import Book
    from ..engine.selection import Selection


def try_(
    rule: Annotated[
        str,
        typer.Argument(
            help="A check's id, the beginning of ids, a check's file or a folder of them (./names for a folder of that"
            " name).",
            show_default=False,
        ),
    ],
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            help="Files, folders (their *.txt), glob patterns, or - for standard input. [default: .]",
            show_default=False,
        ),
    ] = None,
    limit: Annotated[int, typer.Option(min=0, help="Hits to show, spread evenly over all; 0 shows all.")] = 20,
    language: Annotated[
        str | None, typer.Option(help="auto or a variety of English such as en-AU. [default: auto]", show_default=False)
    ] = None,
    format: Annotated[Format, typer.Option(help="How to report.")] = Format.TEXT,
) -> int:
    """Run one check, or a few, over an archive: hits per 1,000 words, and the hits themselves with what is around them.

    RULE is a check's id, the beginning of ids, a check's file or a folder of them (./names for a folder of that name).
    PATHS are files, folders (their *.txt), glob patterns, or - for standard input; without any, the folder that you
    are in.

    Advice is shown as well. Exit code: 0 whatever was found, 2 for a check or a path that is none.
    """
    from ..engine.book import Book, needs_grammar
    from ..engine.options import Options
    from ..engine.proofreader import proofreader
    from ..engine.run import check_paths
    from ..engine.settings import SettingsError, all_words
    from ..grammar.server import wants_private
    from ..reporters import tryout as reporter
    from ..reporters.words import not_run_lines
    from .copyrun import chosen_url
    from .project import as_language, settings_for

    targets = paths or ["."]
    spoken = None if language is None else as_language(language)
    book, selection, draft = _chosen(rule)
    try:
        settings = settings_for(targets)
        words = all_words(settings)
    except SettingsError as error:
        raise CommandError(str(error)) from None
    options = Options(language=spoken or settings.language, words=words, selection=selection, advice=True)
    tried = Book(tuple(book.index(options).checks))
    with ExitStack() as stack:
        reader = None
        if any(needs_grammar(check) for check in tried.checks):
            own = any(check.own_rule for check in tried.checks)
            reader = stack.enter_context(
                proofreader(
                    book.languagetool_rules,
                    url=None if own else chosen_url(None, settings),
                    private=draft or wants_private(os.environ),
                    timeout_s=settings.grammar_timeout,
                )
            )
        progress = stack.enter_context(progress_bar("Trying"))
        result = check_paths(
            targets,
            book,
            options,
            proofreader=reader,
            read_stdin=lambda: sys.stdin.buffer.read(),
            progress=progress,
        )
    if format is Format.JSON:
        write_bytes(reporter.render_json(result, tried, limit))
    elif result.files:
        write_bytes(reporter.render_text(result, tried, limit))
    for line in not_run_lines(result):
        note(line)
    lost = [entry for entry in result.not_run if entry.why == "failed" or (reader and entry.what == "grammar")]
    return 2 if lost else 0


def _chosen(rule: str) -> tuple[Book, Selection, bool]:
    """Return the checks, which of them run, and whether they are a draft from files.

    An id or the beginning of one wins over a file of that name. Raises CommandError for what is neither.
    """
    from ..engine.book import Book, load
    from ..engine.selection import Selection, UnknownRuleError

    path = Path(rule)
    if not rule.startswith((".", "/")) and path.suffix not in (".yml", ".yaml"):
        book = load()
        selection = Selection((rule,))
        try:
            selection.verify(book.ids)
            return book, selection, False
        except UnknownRuleError as error:
            if not path.exists():
                raise CommandError(f"{error}") from None
    if not path.exists():
        raise CommandError(f"{rule}: no such file or folder{_near(path)}")
    from ..rulebook.loader import load_files

    checks, errors = load_files(path)
    for problem in errors:
        note(str(problem))
    if errors:
        raise CommandError(f"{rule}: nothing was tried, as not every check can be loaded")
    if not checks:
        raise CommandError(f"{rule}: no checks here")
    return Book(tuple(checks)), Selection(), True


def _near(path: Path) -> str:
    from ..rulebook.errors import did_you_mean

    try:
        beside = [str(path.with_name(entry.name)) for entry in path.absolute().parent.iterdir()]
    except OSError:  # the folder is not there either
        return ""
    return did_you_mean(str(path), beside)
