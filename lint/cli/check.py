"""`newslint check`."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import click
import typer

from .. import issue
from ..engine.files import STANDIN, find_files
from ..engine.language import VARIANTS
from ..engine.project import Plan, Project, Said, exclusion
from ..engine.proofreader import proofreader
from ..engine.run import Book, Result, check_files, load
from ..engine.selection import UnknownRuleError
from ..engine.settings import GrammarMode, Settings, SettingsError
from ..issue import SEVERITIES
from ..reporters.discovery import format_names
from .choices import Grammar, Severity, Show
from .completion import complete_ids
from .output import progress_bar
from .project import as_language, run_settings
from .reports import give_reports, needs_texts, plan_reports, refuse_copy

if TYPE_CHECKING:
    from ..grammar.setup import Setup


def check(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            help="Files, folders (their *.txt), glob patterns, or - for standard input. [default: .]",
            show_default=False,
        ),
    ] = None,
    format: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FORMAT[:FILE]",
            help=f"How to report, on standard output or in FILE; repeat it for several. One of "
            f"{', '.join(format_names())}. [default: text]",
            show_default=False,
        ),
    ] = None,
    output_file: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write the report to this file.", show_default=False),
    ] = None,
    show: Annotated[Show | None, typer.Option(help="Report advice too.", show_default=False)] = None,
    fail_on: Annotated[
        Severity, typer.Option(help="The least severity that makes the exit code 1.")
    ] = Severity.WARNING,
    select: Annotated[
        list[str] | None,
        typer.Option(
            help="Run only these: ids or beginnings of ids, with commas or repeated.",
            show_default=False,
            autocompletion=complete_ids,
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            help="Leave these out: ids or beginnings of ids.", show_default=False, autocompletion=complete_ids
        ),
    ] = None,
    language: Annotated[
        str | None, typer.Option(help=f"auto or {', '.join(VARIANTS)}. [default: auto]", show_default=False)
    ] = None,
    grammar: Annotated[
        Grammar | None,
        typer.Option(
            help="LanguageTool. auto: where it is there; required: it must run. [default: auto]", show_default=False
        ),
    ] = None,
    grammar_url: Annotated[
        str | None,
        typer.Option(
            envvar="NEWSLINT_GRAMMAR_URL",
            help="A LanguageTool server to ask instead of one on this machine: copy is sent there.",
            show_default=False,
        ),
    ] = None,
    no_daemon: Annotated[
        bool, typer.Option("--no-daemon", help="Use a LanguageTool server that ends with this run, as where CI is set.")
    ] = False,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Neither read nor write what earlier runs found out.")
    ] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Mend in the files what is safe to mend.")] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="With --fix or --diff: also what an editor should look at.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would change, and change nothing.")] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count the issues by rule.")] = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 though there are issues.")] = False,
    stdin_filename: Annotated[str, typer.Option(help="The name to report standard input under.")] = "<stdin>",
    exclude: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PATTERN", help="Leave these out of folders: patterns as in a .gitignore.", show_default=False
        ),
    ] = None,
    force_exclude: Annotated[
        bool, typer.Option("--force-exclude", help="Leave out what is excluded even where it is named.")
    ] = False,
    respect_gitignore: Annotated[
        bool, typer.Option("--respect-gitignore/--no-respect-gitignore", help="Leave out of folders what git ignores.")
    ] = True,
    config: Annotated[
        Path | None,
        typer.Option(help="Read these settings, not those found by walking up.", show_default=False),
    ] = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="Read no settings at all.")] = False,
) -> int:
    """Check news copy and report what is wrong, line by line.

    PATHS are files, folders (their *.txt), glob patterns, or - for standard input; without any, the current folder.

    Exit code: 0 clean, 1 issues at or above --fail-on, 2 something failed, 130 Ctrl-C, 143 SIGTERM.
    """
    targets = paths or ["."]
    reports = plan_reports(format or [], output_file)
    advice = show is not None or fail_on is Severity.ADVICE
    said = Said(
        language=None if language is None else as_language(language),
        grammar=grammar.value if grammar else None,
        select=_split(select or []),
        ignore=_split(ignore or []),
        advice=advice,
        exclude=tuple(exclude or ()),
        respect_gitignore=respect_gitignore,
    )
    try:
        project = Project(config=config, isolated=isolated)
        settings = run_settings(project, targets, stdin_filename)
        book = load(cached=not no_cache)
        plan = Plan(project, book, said)
        found = find_files(targets, exclusion(project, said), force_exclude=force_exclude)
        refuse_copy(reports, found.files)
        everything = [plan.options(stdin_filename if path == STANDIN else path) for path in found.files]
    except (SettingsError, UnknownRuleError) as error:
        raise click.ClickException(str(error)) from None
    except ValueError as error:
        raise click.ClickException(f"--exclude: {error}") from None
    mode = said.grammar or settings.grammar
    url = _grammar_url(grammar_url, settings)
    with ExitStack() as stack:
        reader = None
        if any(options.grammar != "off" for options in everything):
            from ..grammar.server import wants_private

            reader = stack.enter_context(
                proofreader(
                    book.languagetool_rules,
                    find_setup=lambda: _setup(mode, book),
                    url=url,
                    private=no_daemon or wants_private(os.environ),
                    cached=not no_cache,
                    timeout_s=settings.grammar_timeout,
                )
            )
        fixing = None
        if fix or diff:
            from .fixing import Fixing

            fixing = Fixing(found, unsafe=unsafe_fixes, diff=diff, exit_zero=exit_zero, read_stdin=_read_stdin)
        progress = stack.enter_context(progress_bar("Checking", wanted=_many(targets)))
        result = check_files(
            found,
            book,
            plan.options,
            proofreader=reader,
            read_stdin=fixing.read_stdin if fixing else _read_stdin,
            stdin_name=stdin_filename,
            progress=progress,
            finish=fixing.finish if fixing else None,
            keep_texts=needs_texts(reports),
        )
    code = exit_code(result, fail_on=fail_on.value, exit_zero=exit_zero, grammar=mode)
    written = True

    def report(counted: Result) -> None:
        nonlocal written
        written = give_reports(reports, counted, book, statistics=statistics)

    if fixing is not None:
        code = fixing.report(result, code, report)
    else:
        report(result)
    return code if written else 2


def exit_code(result: Result, *, fail_on: issue.Severity, exit_zero: bool, grammar: GrammarMode) -> int:
    """Return 2 where something failed, or grammar was required and did not run; 1 for issues; otherwise 0."""
    if any(n.why == "failed" or (grammar == "required" and n.what == "grammar") for n in result.not_run):
        return 2
    grave = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return int(not exit_zero and any(found.severity in grave for found in result.issues))


def _read_stdin() -> bytes:
    return sys.stdin.buffer.read()


def _split(values: list[str]) -> tuple[str, ...]:
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


def _grammar_url(said: str | None, settings: Settings) -> str | None:
    """Return the address of the team's server: the command line's or the environment's choice replaces the project's,
    and an empty one means none. Raises ClickException for what is no address.
    """
    if said is None:
        return settings.grammar_url
    if not said.strip():
        return None
    from ..grammar.address import parse_address

    try:
        parse_address(said)
    except ValueError as error:
        raise click.ClickException(f"--grammar-url: the address {error}") from None
    return said


def _setup(mode: GrammarMode, book: Book) -> Setup:
    from ..grammar.errors import GrammarUnavailable
    from ..grammar.setup import find_setup

    try:
        return find_setup(book.languagetool_rules)
    except GrammarUnavailable:
        from .grammar import setup_for  # it may fetch what is missing

        return setup_for(mode, book.languagetool_rules)


def _many(targets: list[str]) -> bool:
    """Say whether the run may be long enough to show how far it is."""
    return len(targets) > 20 or any(Path(target).is_dir() or "*" in target for target in targets)
