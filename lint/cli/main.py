"""The command `newslint`: what every command shares, and how it ends."""

from __future__ import annotations

import gc
import os
import signal
import sys
from types import FrameType
from typing import Annotated, NoReturn

import click
import typer

from .check import check
from .completion import VARIABLE, prepare
from .errors import CommandError
from .output import note


def _app(command: str) -> typer.Typer:
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
        from .rules import app as rules_app
        from .schema import schema

        app.command("cast", no_args_is_help=True)(cast)
        app.command("schema", no_args_is_help=True)(schema)
        app.command("init")(init)
        app.command("generate-shell-completion", no_args_is_help=True)(generate)
        app.add_typer(rules_app, name="rules")
        app.add_typer(config_app, name="config")
        app.add_typer(baseline_app, name="baseline")
        app.add_typer(grammar_app, name="grammar")
        app.add_typer(cache_app, name="cache")
    return app


class _Terminated(BaseException):
    """SIGTERM arrived: not an Exception, so that nothing but the way out handles it."""


def _on_sigterm(number: int, frame: FrameType | None) -> NoReturn:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # one is enough: the way out must not be cut short
    raise _Terminated


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


def main() -> None:
    """Run the command and exit: 0, 1 (issues), 2 (something failed), 130 (Ctrl-C), 143 (SIGTERM)."""
    sys.exit(run())


def run() -> int:
    """Run the command; return the exit code."""
    # Loading the book makes many objects and no garbage: the collector's many rounds would only cost time.
    gc.set_threshold(50_000)
    signal.signal(signal.SIGTERM, _on_sigterm)
    if VARIABLE in os.environ:
        prepare()
    try:
        code = _app(sys.argv[1] if len(sys.argv) > 1 else "")(standalone_mode=False, complete_var=VARIABLE)
        sys.stdout.flush()
    except _Terminated:
        return 143
    except (KeyboardInterrupt, click.Abort):
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
    except CommandError as error:
        note(f"newslint: {error}")
        return 2
    except BrokenPipeError:  # the reader has gone, as in `newslint check … | head`
        _drop_stdout()
        return 1
    except Exception:
        import traceback

        traceback.print_exc()
        note("newslint: this is a fault in newslint, not in your copy: please report it with the lines above")
        return 2
    return code if isinstance(code, int) else 0


def _drop_stdout() -> None:
    """Point standard output nowhere, so that the interpreter does not complain of the lost pipe when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
