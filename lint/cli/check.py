"""`newslint check`."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, cast

import typer

from ..engine.files import STANDIN
from ..engine.language import VARIANTS, Language
from ..engine.run import Book, Options, Result, check_paths, load
from ..engine.selection import Selection, UnknownRule
from ..engine.settings import GrammarMode, Settings, SettingsError, find_settings, read_settings
from ..issue import SEVERITIES
from ..rulebook.errors import did_you_mean


class Format(StrEnum):
    text = "text"
    json = "json"


class Severity(StrEnum):
    error = "error"
    warning = "warning"
    advice = "advice"


class Grammar(StrEnum):
    auto = "auto"
    required = "required"
    off = "off"


class Show(StrEnum):
    advice = "advice"


def check(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            help="Files, folders (their *.txt), glob patterns, or - for standard input. [default: .]",
            show_default=False,
        ),
    ] = None,
    format: Annotated[Format, typer.Option(help="How to report.")] = Format.text,
    show: Annotated[Show | None, typer.Option(help="Report advice too.", show_default=False)] = None,
    fail_on: Annotated[
        Severity, typer.Option(help="The least severity that makes the exit code 1.")
    ] = Severity.warning,
    select: Annotated[
        list[str] | None,
        typer.Option(
            help="Run only these rules: ids or beginnings of ids. Repeat it, or use commas.", show_default=False
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(help="Leave out these rules: ids or beginnings of ids.", show_default=False)
    ] = None,
    language: Annotated[
        str | None, typer.Option(help=f"auto, {', '.join(VARIANTS)}. [default: auto]", show_default=False)
    ] = None,
    grammar: Annotated[
        Grammar | None,
        typer.Option(
            help="auto: run LanguageTool if it is there; required: it must run; off. [default: auto]",
            show_default=False,
        ),
    ] = None,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count the issues by rule.")] = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 though there are issues.")] = False,
    stdin_filename: Annotated[str, typer.Option(help="The name to report standard input under.")] = "<stdin>",
    config: Annotated[
        Path | None,
        typer.Option(help="Read these settings, not the newslint.yml found by walking up.", show_default=False),
    ] = None,
) -> int:
    """Check news copy and report what is wrong, line by line.

    Exit code: 0 clean, 1 issues at or above --fail-on, 2 something failed, 130 Ctrl-C, 143 SIGTERM.
    """
    try:
        settings = _settings(config, paths or ["."], stdin_filename)
        book = load()
        options = _options(settings, book, select, ignore, language, grammar, show is not None or fail_on == "advice")
    except (SettingsError, UnknownRule) as error:
        raise typer.BadParameter(str(error)) from None
    result = check_paths(
        paths or ["."], book, options, read_stdin=lambda: sys.stdin.buffer.read(), stdin_name=stdin_filename
    )
    _print(result, format, statistics)
    return exit_code(result, fail_on=fail_on, exit_zero=exit_zero, grammar=options.grammar)


def exit_code(result: Result, *, fail_on: str, exit_zero: bool, grammar: GrammarMode) -> int:
    """Return 2 where something failed, or grammar was required and did not run; 1 for issues; otherwise 0."""
    if any(n.why == "failed" or (grammar == "required" and n.what == "grammar") for n in result.not_run):
        return 2
    grave = SEVERITIES[: SEVERITIES.index(fail_on) + 1]  # type: ignore[arg-type]
    return int(not exit_zero and any(issue.severity in grave for issue in result.issues))


def _settings(config: Path | None, paths: list[str], stdin_filename: str) -> Settings:
    if config is None:
        first = Path(stdin_filename if paths[0] == STANDIN else paths[0])
        config = find_settings(first.absolute())
    return read_settings(config) if config is not None else Settings()


def _options(
    settings: Settings,
    book: Book,
    select: list[str] | None,
    ignore: list[str] | None,
    language: str | None,
    grammar: Grammar | None,
    advice: bool,
) -> Options:
    if language is not None and language not in ("auto", *VARIANTS):
        raise typer.BadParameter(
            f"--language: `{language}` is not one of auto, {', '.join(VARIANTS)}{did_you_mean(language, VARIANTS)}"
        )
    selection = Selection(
        select=_split(select) if select else settings.select,
        ignore=(*settings.ignore, *_split(ignore or [])),
    )
    selection.verify(book.ids)
    return Options(
        language=cast(Language, language or settings.language),
        words=frozenset(settings.words),
        grammar=cast(GrammarMode, grammar.value if grammar else settings.grammar),
        selection=selection,
        advice=advice,
    )


def _split(values: list[str]) -> tuple[str, ...]:
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


def _print(result: Result, format: Format, statistics: bool) -> None:
    if format is Format.json:
        from ..reporters import json

        sys.stdout.buffer.write(json.render(result, statistics=statistics))
        return
    from ..reporters import text

    sys.stdout.write(text.render(result))
