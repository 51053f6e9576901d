"""`newslint grammar install | status`, and the installation that a check may ask for."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .output import is_terminal, note, progress_bar, write

if TYPE_CHECKING:
    from ..engine.settings import GrammarMode
    from ..grammar.api import Setup

app = typer.Typer(help="LanguageTool, which checks the grammar.", rich_markup_mode=None, no_args_is_help=True)


@app.command("install")
def install(
    source: Annotated[
        Path | None,
        typer.Option("--from", help="A folder or zip file that holds the jars, for machines without a network."),
    ] = None,
) -> int:
    """Fetch LanguageTool, once, into the user's cache folder, every byte checked."""
    from ..grammar import api

    try:
        folder = _fetch(source)
        api.find_setup()
    except api.GrammarUnavailable as error:
        note(str(error))
        return 2
    write(f"LanguageTool {api.status().languagetool} is installed in {folder}\n")
    return 0


@app.command("status")
def status() -> int:
    """Say whether grammar can run here, and what mends it if not. Exit code 1 where it cannot."""
    from ..grammar import api

    state = api.status()
    write(f"LanguageTool {state.languagetool}: {'installed in' if state.jars else 'not installed in'} {state.folder}\n")
    write(f"Java: {state.java.path if state.java else 'none found'}\n")
    for problem in state.problems:
        write(f"{problem}\n")
    return 0 if state.ready else 1


def setup_for(mode: GrammarMode) -> Setup:
    """Return what a server needs, fetching what is missing where it may.

    Under `required` the jars are fetched; under `auto` only where a person sees it. Raises GrammarUnavailable.
    """
    from ..grammar import api

    try:
        return api.find_setup()
    except api.GrammarUnavailable:
        if api.status().jars or not (mode == "required" or is_terminal(sys.stderr)):
            raise
    _fetch(None)
    return api.find_setup()


def _fetch(source: Path | None) -> Path:
    from ..grammar import api

    state = api.status()
    if not state.jars:
        megabytes = state.size / 1e6
        what = f"from {source}" if source else f"({megabytes:.0f} MB, once; --grammar off does without)"
        note(f"Installing LanguageTool {state.languagetool} for the grammar checks {what}")
    with progress_bar("LanguageTool", bytes_=True, wanted=not state.jars) as progress:
        return api.install(progress, source)
