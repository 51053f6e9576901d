"""A run over copy as a command asks for it: settings, files, LanguageTool and a progress bar, the same for all."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import TYPE_CHECKING

import msgspec

from ..engine.book import Book, needs_grammar
from ..engine.exclusion import Excluded
from ..engine.files import STANDIN, Found, find_files
from ..engine.project import Plan, Project, Said, exclusion
from ..engine.run import Result, check_files
from ..engine.selection import UnknownRuleError
from ..engine.settings import GrammarMode, Settings, SettingsError
from .arguments import URL_VARIABLE
from .errors import CommandError
from .output import progress_bar
from .project import run_settings

if TYPE_CHECKING:
    from ..engine.checking import Checked, Recheck
    from ..engine.proofreader import Proofreader
    from ..engine.suppression import Suppress
    from ..grammar.setup import Setup


class Desk(msgspec.Struct, frozen=True):
    """What a run works with: ``settings`` are those that hold for the run as a whole, ``mode`` its grammar mode."""

    project: Project
    book: Book
    plan: Plan
    found: Found
    settings: Settings
    mode: GrammarMode
    grammar_url: str | None


def read_stdin() -> bytes:
    return sys.stdin.buffer.read()


def prepare(
    targets: list[str],
    book: Book,
    project: Callable[[], Project],
    said: Said,
    *,
    stdin_name: str = "<stdin>",
    force_exclude: bool = False,
    grammar_url: str | None = None,
) -> Desk:
    """Read the settings and find the files. Raises CommandError for what cannot be used."""
    try:
        grounds = project()
        settings = run_settings(grounds, targets, stdin_name)
        plan = Plan(grounds, book, said)
        found = find_files(targets, _exclusion(grounds, said), force_exclude=force_exclude)
        for path in found.files:
            plan.options(stdin_name if path == STANDIN else path)  # what is wrong with settings is said first
    except (SettingsError, UnknownRuleError) as error:
        raise CommandError(str(error)) from None
    return Desk(
        grounds, book, plan, found, settings, said.grammar or settings.grammar, chosen_url(grammar_url, settings)
    )


def check_copy(
    desk: Desk,
    *,
    private: bool,
    cached: bool,
    label: str = "Checking",
    show_progress: bool = True,
    stdin_name: str = "<stdin>",
    read_stdin: Callable[[], bytes] = read_stdin,
    suppress: Suppress | None = None,
    finish: Callable[[Checked, Recheck], Checked] | None = None,
    keep_texts: bool = False,
    grammar: AbstractContextManager[Proofreader | None] | None = None,
    jobs: int | None = 1,
    across: bool = False,
    stops: tuple[type[BaseException], ...] = (),
) -> Result:
    """Check the files. ``private``: a LanguageTool server that ends with the run, as where CI is set; ``jobs``,
    ``across`` and ``stops``: see `check_files`.

    ``grammar``: what `open_grammar` has opened for longer than this run.
    """
    with ExitStack() as stack:
        opened = grammar or open_grammar(desk, private=private, cached=cached, stdin_name=stdin_name)
        reader = stack.enter_context(opened)
        progress = stack.enter_context(progress_bar(label, wanted=show_progress))
        return check_files(
            desk.found,
            desk.book,
            desk.plan.options,
            proofreader=reader,
            read_stdin=read_stdin,
            stdin_name=stdin_name,
            progress=progress,
            suppress=suppress,
            finish=finish,
            keep_texts=keep_texts,
            jobs=jobs,
            across=across,
            stops=stops,
        )


def _names(desk: Desk, stdin_name: str) -> Iterator[str]:
    """Return the names by which the files are reported."""
    return (stdin_name if path == STANDIN else path for path in desk.found.files)


@contextmanager
def open_grammar(
    desk: Desk, *, private: bool, cached: bool, stdin_name: str = "<stdin>"
) -> Iterator[Proofreader | None]:
    """Offer grammar for the files, None where no check that runs on them needs it: there is a cache to open, too."""
    wanted = {id(options): options for options in (desk.plan.options(name) for name in _names(desk, stdin_name))}
    if not any(needs_grammar(check) for options in wanted.values() for check in desk.book.index(options).checks):
        yield None
        return
    from ..engine.proofreader import proofreader
    from ..grammar.server import wants_private

    with proofreader(
        desk.book.languagetool_rules,
        find_setup=lambda: _setup(desk.mode, desk.book),
        url=desk.grammar_url,
        private=private or wants_private(os.environ),
        cached=cached,
        timeout_s=desk.settings.grammar_timeout,
    ) as reader:
        yield reader


def _exclusion(project: Project, said: Said) -> Excluded:
    try:
        return exclusion(project, said)
    except ValueError as error:
        raise CommandError(f"--exclude: {error}") from None


def chosen_url(said: str | None, settings: Settings) -> str | None:
    """Return the address of the team's server: the command line's or the environment's choice replaces the project's,
    and `off` means none, whatever the project's settings say: a stranger may have written them. Raises CommandError for
    what is no address.
    """
    if said is None:  # not every command has the option; an empty variable is none, as for typer
        said = os.environ.get(URL_VARIABLE) or None
    if said is None:
        return settings.grammar_url
    if said.strip().lower() in ("", "off"):
        return None
    from ..grammar.address import parse_address

    try:
        parse_address(said)
    except ValueError as error:
        raise CommandError(f"--grammar-url: the address {error}") from None
    return said


def _setup(mode: GrammarMode, book: Book) -> Setup:
    from ..grammar.errors import GrammarUnavailable
    from ..grammar.setup import find_setup

    try:
        return find_setup(book.languagetool_rules)
    except GrammarUnavailable:
        from .grammar import setup_for  # it may fetch what is missing

        return setup_for(mode, book.languagetool_rules)
