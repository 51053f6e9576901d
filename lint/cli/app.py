"""All commands as typer and click know them: for whatever is not an everyday `check`."""

from __future__ import annotations

import os
from typing import Annotated

import click
import typer

from .arguments import COMPLETION_VARIABLE
from .check import check
from .output import note


def run_app(words: list[str]) -> int:
    """Run a command; return its exit code. Raises CommandError, and what Ctrl-C or a fault in newslint raises."""
    if COMPLETION_VARIABLE in os.environ:
        from .completion import prepare

        prepare()
    try:
        code = make_app(words[0] if words else "")(standalone_mode=False, complete_var=COMPLETION_VARIABLE)
    except click.Abort:
        return 130
    except click.exceptions.NoArgsIsHelpError as error:
        note(error.format_message())
        return 2
    except click.UsageError as error:
        where = f"{error.ctx.command_path}: " if error.ctx else ""
        note(f"{where}{error.format_message()} (--help says more)")
        return 2
    except click.ClickException as error:
        note(f"newslint: {error.format_message()}")
        return 2
    return code if isinstance(code, int) else 0


def make_app(command: str = "") -> typer.Typer:
    """Return the app, with what `check` does not need left out where that is the command: typer takes 2 ms for each."""
    app = typer.Typer(
        name="newslint",
        help="The linter for news copy: names, quotations, structure, style and grammar, reported line by line.",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_newslint)
    app.command("check")(check)
    if command != "check":
        from .baseline import app as baseline_app
        from .cache import app as cache_app
        from .cast import cast
        from .completion import generate
        from .config import app as config_app
        from .grammar import app as grammar_app
        from .init import init
        from .people import app as people_app
        from .rules import app as rules_app
        from .schema import schema
        from .style import app as style_app

        app.command("cast", no_args_is_help=True)(cast)
        app.command("schema", no_args_is_help=True)(schema)
        app.command("init")(init)
        app.command("generate-shell-completion", no_args_is_help=True)(generate)
        app.add_typer(rules_app, name="rules")
        app.add_typer(style_app, name="style")
        app.add_typer(config_app, name="config")
        app.add_typer(baseline_app, name="baseline")
        app.add_typer(grammar_app, name="grammar")
        app.add_typer(cache_app, name="cache")
        app.add_typer(people_app, name="people")
    return app


def _show_version(value: bool) -> None:
    if value:
        from ..version import VERSION

        typer.echo(f"newslint {VERSION}")
        raise typer.Exit


def _newslint(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    pass
