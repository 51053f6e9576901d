"""`newslint check`, as typer declares it; `arguments.py` holds the same for the everyday call."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..engine.language import VARIANTS
from ..reporters.discovery import format_names
from .arguments import URL_VARIABLE, CheckArguments
from .checkrun import run_check
from .choices import Grammar, Severity, Show
from .completion import complete_ids
from .reports import complete_formats


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
            autocompletion=complete_formats,
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
    style: Annotated[
        str | None,
        typer.Option(
            metavar="HOUSE",
            help="The house style, or a file of one. [default: the settings']",
            show_default=False,
        ),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="The stories' day, 2024-05-31, for styles that have changed.", show_default=False
        ),
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
            envvar=URL_VARIABLE,
            help="A LanguageTool server to ask instead of one on this machine: copy is sent there. "
            "off: none, whatever the settings say.",
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
    baseline: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Leave out what this file accepts. [default: the settings', or newslint-baseline.json beside them]",
            show_default=False,
        ),
    ] = None,
    no_baseline: Annotated[bool, typer.Option("--no-baseline", help="Report what is accepted too.")] = False,
    changed_since: Annotated[
        str | None,
        typer.Option(metavar="REF", help="Report only on lines changed in git since this.", show_default=False),
    ] = None,
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
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            "-j",
            min=1,
            metavar="N",
            help="Processes that check at the same time. [default: one for each processor, where that is quicker]",
            show_default=False,
        ),
    ] = None,
    watch: Annotated[bool, typer.Option("--watch", "-w", help="Check again what is saved, until Ctrl-C.")] = False,
    across: Annotated[
        bool,
        typer.Option(
            "--across", help="Compare the stories with one another too: names, bodies, versions, corrections."
        ),
    ] = False,
) -> int:
    """Check news copy and report what is wrong, line by line.

    PATHS are files, folders (their *.txt), glob patterns, or - for standard input; without any, the current folder.

    Exit code: 0 clean, 1 issues at or above --fail-on, 2 something failed, 130 Ctrl-C, 143 SIGTERM.
    """
    return run_check(
        CheckArguments(
            paths=tuple(paths or ()),
            format=tuple(format or ()),
            output_file=_named(output_file),
            show=show,
            fail_on=fail_on.value,
            select=tuple(select or ()),
            ignore=tuple(ignore or ()),
            language=language,
            style=style,
            date=date,
            grammar=grammar,
            grammar_url=grammar_url,
            no_daemon=no_daemon,
            no_cache=no_cache,
            fix=fix,
            unsafe_fixes=unsafe_fixes,
            diff=diff,
            baseline=_named(baseline),
            no_baseline=no_baseline,
            changed_since=changed_since,
            statistics=statistics,
            exit_zero=exit_zero,
            stdin_filename=stdin_filename,
            exclude=tuple(exclude or ()),
            force_exclude=force_exclude,
            respect_gitignore=respect_gitignore,
            config=_named(config),
            isolated=isolated,
            jobs=jobs,
            watch=watch,
            across=across,
        )
    )


def _named(path: Path | None) -> str | None:
    return None if path is None else str(path)
