"""`newslint people learn | check`: the newsroom's ledger of people."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from ..reporters.words import count
from .errors import CommandError
from .output import note, write

app = typer.Typer(help="The newsroom's ledger of people.", rich_markup_mode=None, no_args_is_help=True)


@app.command("learn", no_args_is_help=True)
def learn(
    archive: Annotated[
        list[str], typer.Argument(metavar="ARCHIVE...", help="Files, folders (their *.txt) or glob patterns.")
    ],
    at_least: Annotated[
        int, typer.Option("--at-least", min=1, metavar="N", help="Leave out who is in fewer stories.")
    ] = 2,
    output: Annotated[
        Path | None, typer.Option("--output-file", "-o", metavar="FILE", help="Write here, not to standard output.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over FILE where it is there.")] = False,
    jobs: Annotated[
        int | None, typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes; all processors if not given.")
    ] = None,
) -> int:
    """Draft a ledger from an archive, for a person to prune: who is in it, how often, with which title and post.

    The draft is CSV, the most mentioned first. Other forms of a name are aliases where they surely are that person's;
    names that may be one person's spelled in two ways are marked in the column note. `newslint.yml` names the ledgers
    that hold: `people: [lists/people/*.csv]`.

    Exit code: 0; 2 something failed.
    """
    from ..engine.learning import as_csv
    from ..engine.learning import learn as draft_of
    from ..engine.run import Result
    from ..reporters.words import not_run_lines
    from .outfile import require_writable, write_whole

    if output is not None:
        require_writable(output)
        if output.exists() and not force:
            raise CommandError(f"{output} is there already: --force writes over it")
    draft = draft_of(archive, at_least=at_least, jobs=jobs)
    text = as_csv(draft.people)
    if output is None:
        write(text)
    else:
        try:
            write_whole(output, text.encode())
        except OSError as error:
            raise CommandError(f"{output}: {(error.strerror or 'cannot be written').lower()}") from None
    note(f"{_people(len(draft.people))}; {_stories(draft.stories)} read")
    for line in not_run_lines(Result(not_run=draft.not_run)):
        note(line)
    return 2 if any(entry.why == "failed" for entry in draft.not_run) else 0


@app.command("check", no_args_is_help=True)
def check(ledger: Annotated[list[str], typer.Argument(metavar="LEDGER...", help="CSV files of people.")]) -> int:
    """Verify ledgers: the columns, the names, the days, what is there twice, and what contradicts itself.

    Each line says path:line:column, what is wrong and what to do.

    Exit code: 0 all is well; 1 something is wrong; 2 a file cannot be read.
    """
    from ..engine.ledger import LedgerError, contradictions, parse_entries
    from ..engine.settings import SettingsError, read_text

    entries, problems = [], []
    try:
        texts = [(path, read_text(path)) for path in ledger]
    except SettingsError as error:
        raise CommandError(str(error)) from None
    for path, text in texts:
        try:
            entries += parse_entries(text, path)
        except LedgerError as error:
            problems += str(error).splitlines()
    problems += contradictions(entries)
    for problem in problems:
        write(f"{problem}\n")
    people = len({entry.name for entry in entries})
    sys.stdout.flush()
    note(f"{_people(people)}, {count(len(problems), 'problem')}")
    return 1 if problems else 0


def _people(number: int) -> str:
    return "1 person" if number == 1 else f"{number:,} people"


def _stories(number: int) -> str:
    return "1 story" if number == 1 else f"{number:,} stories"
