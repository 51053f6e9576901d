"""`newslint grammar install | start | stop | status`, and the installation that a check may ask for."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .errors import CommandError
from .output import is_terminal, note, progress_bar, write

if TYPE_CHECKING:
    from ..engine.settings import GrammarMode
    from ..grammar.api import Running, Setup

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
        api.verify(api.find_setup())
    except api.GrammarError as error:
        note(str(error))
        return 2
    write(f"LanguageTool {api.status().languagetool} is installed in {folder}\n")
    return 0


@app.command("start")
def start(
    language: Annotated[
        str | None,
        typer.Option(help="Prewarm it for this variant. [default: the settings' language]", show_default=False),
    ] = None,
) -> int:
    """Start the LanguageTool server that every check of this user shares, unless it runs already."""
    from ..engine.book import load
    from ..engine.settings import SettingsError
    from ..grammar import api
    from .project import as_language, settings_for

    try:
        said = settings_for(["."]).language if language is None else as_language(language, auto=False)
    except SettingsError as error:
        raise CommandError(str(error)) from None
    rules = load().languagetool_rules
    variant = "en-US" if said == "auto" else said
    try:
        with api.shared_server(lambda: setup_for("required", rules), variant) as server:
            state = server.find()
    except api.GrammarError as error:
        note(str(error))
        return 2
    write(f"The LanguageTool server runs on port {state.port} (process {state.java.pid})\n")
    return 0


@app.command("stop")
def stop() -> int:
    """End every LanguageTool server that this user's checks share, and wait until they are gone."""
    from ..grammar import api

    try:
        ended = api.stop_servers()
        left = len(api.running_servers())
    except api.GrammarError as error:
        note(str(error))
        return 2
    what = "No LanguageTool server was" if not ended else "1 LanguageTool server" if ended == 1 else f"{ended} servers"
    write(f"{what} running\n" if not ended else f"{what} stopped\n")
    if left:
        note(f"{left} could not be stopped; newslint grammar status says which")
        return 2
    return 0


@app.command("status")
def status() -> int:
    """Say whether grammar can run here, what mends it if not, and which servers run. Exit code 1 where it cannot."""
    from ..grammar import api

    try:
        state = api.status()
    except api.GrammarUnavailable as error:
        write(f"{error}\n")
        return 1
    write(f"LanguageTool {state.languagetool}: {'installed in' if state.jars else 'not installed in'} {state.folder}\n")
    write(f"Java: {state.java.path if state.java else 'none found'}\n")
    problems: list[api.GrammarError] = list(state.problems)
    if state.ready:
        try:
            api.verify(api.find_setup())
        except api.GrammarError as error:
            problems.append(error)
    for problem in problems:
        write(f"{problem}\n")
    try:
        for server in api.running_servers():
            write(f"Server: {_described(server)}\n")
    except api.GrammarFailed as error:
        write(f"{error}\n")
    return 1 if problems else 0


def _described(server: Running) -> str:
    if server.state is None:
        return f"starting, process {server.supervisor.pid if server.supervisor else '?'}"
    from datetime import datetime

    since = datetime.fromtimestamp(server.state.since)
    warm = server.state.variant or "nothing"
    return (
        f"port {server.state.port}, process {server.state.java.pid}, since {since:%Y-%m-%d %H:%M:%S}, "
        f"idle for {server.idle_s:.0f} s, {server.memory / 1e6:.0f} MB, prewarmed for {warm}"
    )


def setup_for(mode: GrammarMode, rules: str = "") -> Setup:
    """Return what a server needs, fetching what is missing where it may; ``rules`` is the XML of our own rules.

    Under `required` the jars are fetched; under `auto` only where a person sees it. Raises GrammarUnavailable.
    """
    from ..grammar import api

    try:
        return api.find_setup(rules)
    except api.GrammarUnavailable:
        if api.status().jars or not (mode == "required" or is_terminal(sys.stderr)):
            raise
    _fetch(None)
    return api.find_setup(rules)


def _fetch(source: Path | None) -> Path:
    from ..grammar import api

    state = api.status()
    if not state.jars:
        megabytes = state.size / 1e6
        what = f"from {source}" if source else f"({megabytes:.0f} MB, once; --grammar off does without)"
        note(f"Installing LanguageTool {state.languagetool} for the grammar checks {what}")
    with progress_bar("LanguageTool", bytes_=True, wanted=not state.jars) as progress:
        return api.install(progress, source)
