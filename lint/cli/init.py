"""`newslint init`: a settings file to begin with."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Annotated

import click
import typer

from ..engine.language import VARIANTS, Language
from .errors import CommandError
from .output import is_terminal, note
from .project import as_language

SCHEMA = Path(".newslint", "config.schema.json")
_NAMES = {
    "auto": "what each story is written in",
    "en-AU": "Australia",
    "en-GB": "Britain",
    "en-US": "United States",
    "en-CA": "Canada",
    "en-NZ": "New Zealand",
    "en-ZA": "South Africa",
}
_LOOKED_AT = 200
"""Stories that are read for a guess: the first by path."""


def init(
    folder: Annotated[Path, typer.Argument(help="The top of the editorial repository.", show_default=".")] = Path(),
    language: Annotated[str | None, typer.Option(help=f"auto or {', '.join(VARIANTS)}.", show_default=False)] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing: take what would be offered.")] = False,
) -> int:
    """Write a newslint.yml to begin with: it asks for the variety of English, and says in comments what else there is.

    Beside it comes a JSON Schema, so that editors complete and check the file. Nothing that is there is overwritten.
    """
    from ..engine.finding import SETTINGS_NAME

    settings = folder / SETTINGS_NAME
    if not folder.is_dir():
        raise CommandError(f"{folder}: no such folder")
    if settings.exists():
        raise CommandError(f"{settings}: is there already; `newslint config show` says what holds")
    chosen = as_language(language) if language is not None else _ask(folder, yes)
    from ..engine.book import load
    from .schema import Which, schema_bytes

    try:
        (folder / SCHEMA).parent.mkdir(exist_ok=True)
        (folder / SCHEMA).write_bytes(schema_bytes(Which.CONFIG, load()))
        with settings.open("x", encoding="utf-8") as file:
            file.write(_text(chosen))
    except OSError as error:
        raise CommandError(f"{error.filename}: {(error.strerror or 'cannot be written').lower()}") from None
    note(f"wrote {settings} and {folder / SCHEMA}")
    note("next: `newslint check` looks at every story; `newslint baseline write` accepts what is there today")
    return 0


def _ask(folder: Path, yes: bool) -> Language:
    offered, counted = _guess(folder)
    if yes:
        return offered
    if not is_terminal(sys.stdin):
        raise CommandError("there is nobody to ask: give --language, or --yes for what would be offered")
    for name, place in _NAMES.items():
        shown = f"  {counted[name]:,} of the stories here" if counted[name] else ""
        typer.echo(f"  {name:<6} {place}{shown}", err=True)
    answer: str = typer.prompt(
        "Variety of English", default=offered, type=click.Choice(list(_NAMES)), show_choices=False, err=True
    )
    return as_language(answer)


def _guess(folder: Path) -> tuple[Language, Counter[str]]:
    """Return the variety that nine in ten of the stories in a folder speak for, "auto" where none has so many."""
    from ..engine.exclusion import ignored_by_git
    from ..engine.files import find_files, read_copy
    from ..engine.language import why_not_checked
    from ..text.variety import guess_variant

    counted: Counter[str] = Counter()
    for path in find_files([str(folder)], ignored_by_git()).files[:_LOOKED_AT]:
        try:
            text = read_copy(path)
        except OSError:
            continue
        if why_not_checked(text) is None and (guess := guess_variant(text)).sure:
            counted[guess.variant] += 1
    if counted:
        variant, number = counted.most_common(1)[0]
        if number >= 0.9 * counted.total():
            return as_language(variant), counted
    return "auto", counted


def _text(language: Language) -> str:
    return f"""# yaml-language-server: $schema={SCHEMA.as_posix()}
# Settings of newslint. `newslint config show` says what holds and why, `newslint rules list` what is checked.

# The variety of English: auto (what each story is written in) or {", ".join(VARIANTS)}.
language: {language}

# The house style. default: only what no house disputes.
style: default

# The newsroom's own words and names, never reported as misspelt; a longer list goes into a file, one a line.
# words: [Wirrabeena, Tamarillo]
# words-file: words.txt

# The newsroom's ledger of people: who they are, how they are spelled, which post they held from when to when.
# `newslint people learn ARCHIVE` drafts one.
# people: [lists/people/*.csv]

# LanguageTool's grammar. auto: where it is installed (`newslint grammar install`); required: it must run; off.
# grammar: auto

# Checks, by id or the beginning of one: off, advice, warning or error, or the options of one check.
# checks:
#   names/honorific-missing: off
#   quotes/: warning

# What holds for some paths only; patterns as in a .gitignore.
# per-path:
#   "sport/**":
#     ignore: [names/honorific-missing]

# What is left out of folders, besides what git ignores.
# exclude: ["archive/"]
"""
