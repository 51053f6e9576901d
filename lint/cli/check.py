"""`newslint check`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .. import issue
from ..engine.language import VARIANTS
from ..engine.project import Project, Said
from ..engine.run import Result, load
from ..engine.settings import GrammarMode
from ..issue import SEVERITIES
from ..reporters.discovery import format_names
from .choices import Grammar, Severity, Show
from .completion import complete_ids
from .copyrun import Desk, check_copy, prepare, read_stdin
from .project import as_language
from .reports import complete_formats, give_reports, needs_texts, plan_reports, refuse_copy
from .suppressing import suppression

if TYPE_CHECKING:
    from ..engine.suppression import Suppress


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
) -> int:
    """Check news copy and report what is wrong, line by line.

    PATHS are files, folders (their *.txt), glob patterns, or - for standard input; without any, the current folder.

    Exit code: 0 clean, 1 issues at or above --fail-on, 2 something failed, 130 Ctrl-C, 143 SIGTERM.
    """
    targets = paths or ["."]
    reports = plan_reports(format or [], output_file, diff=diff)
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
    book = load(cached=not no_cache)

    def prepared() -> Desk:
        desk = prepare(
            targets,
            book,
            lambda: Project(config=config, isolated=isolated),
            said,
            stdin_name=stdin_filename,
            force_exclude=force_exclude,
            grammar_url=grammar_url,
        )
        refuse_copy(reports, desk.found.files)
        return desk

    def narrowed(desk: Desk) -> tuple[Desk, Suppress]:
        return suppression(desk, baseline=baseline, no_baseline=no_baseline, changed_since=changed_since)

    if watch:
        from .watch import Orders, refuse_watching, watch_copy

        refuse_watching(targets, reports, fixes=fix or diff)
        more = tuple(path for path in (config, baseline) if path is not None)
        watch_copy(Orders(tuple(targets), reports, prepared, narrowed, no_daemon, not no_cache, statistics, more))
    desk, suppress = narrowed(prepared())
    fixing = None
    if fix or diff:
        from .fixing import Fixing

        fixing = Fixing(desk.found, unsafe=unsafe_fixes, diff=diff, exit_zero=exit_zero, read_stdin=read_stdin)
    result = check_copy(
        desk,
        private=no_daemon,
        cached=not no_cache,
        show_progress=_many(targets),
        stdin_name=stdin_filename,
        read_stdin=fixing.read_stdin if fixing else read_stdin,
        suppress=suppress,
        finish=fixing.finish if fixing else None,
        keep_texts=needs_texts(reports),
        jobs=jobs,
    )
    code = exit_code(result, fail_on=fail_on.value, exit_zero=exit_zero, grammar=desk.mode)
    written = True

    def report(counted: Result) -> None:
        nonlocal written
        written = give_reports(reports, counted, desk.book, statistics=statistics)

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


def _split(values: list[str]) -> tuple[str, ...]:
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


def _many(targets: list[str]) -> bool:
    """Say whether the run may be long enough to show how far it is."""
    return len(targets) > 20 or any(Path(target).is_dir() or "*" in target for target in targets)
