"""`newslint cast`: who is in a story."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from ..engine.book import load
from ..engine.files import STANDIN
from ..engine.project import Plan, Project, Said
from ..engine.run import Result
from ..engine.selection import UnknownRuleError
from ..engine.settings import SettingsError
from .choices import Format
from .errors import CommandError
from .output import is_terminal, note, terminal_width, wants_colour, write, write_bytes


def cast(
    stories: Annotated[
        list[str],
        typer.Argument(
            metavar="STORY...", help="Files, folders (their *.txt), glob patterns, or - for standard input."
        ),
    ],
    format: Annotated[Format, typer.Option(help="How to report.")] = Format.TEXT,
) -> int:
    """Print the cast of a story: who, introduced how and where, every mention, what is inconsistent.

    STORY is a file, a folder (its *.txt), a glob pattern, or - for standard input.

    Places are line:column. "Later" is what a later mention calls a person. A question mark: perhaps no person's name.
    Mentions in speech stand in quotation marks; an asterisk: one of the issues below the table marks the place. The
    issues are those of the checks names/ and titles/, advice too.

    Exit code: 0, also with issues; 2 something failed.
    """
    from ..engine.cast import read_casts
    from ..reporters import cast as reporter
    from ..reporters.words import not_run_lines

    try:
        project = Project()
        book = load()
        plan = Plan(project, book, Said())
        options = plan.options("<stdin>" if stories[0] == STANDIN else stories[0])
    except (SettingsError, UnknownRuleError) as error:
        raise CommandError(str(error)) from None
    casts = read_casts(stories, book, options, read_stdin=lambda: sys.stdin.buffer.read())
    if format is Format.JSON:
        write_bytes(reporter.render_json(casts))
    elif is_terminal(sys.stdout):
        write(reporter.render_terminal(casts, width=terminal_width(), colour=wants_colour()))
    else:
        write(reporter.render_text(casts))
    for line in not_run_lines(Result(not_run=casts.not_run)):
        note(line)
    return 2 if any(entry.why == "failed" for entry in casts.not_run) else 0
