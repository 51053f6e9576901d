"""`newslint config show`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .choices import Format
from .errors import CommandError
from .output import write, write_bytes

if TYPE_CHECKING:
    from ..engine.provenance import Value

app = typer.Typer(help="The project's settings: what holds, and where it is said.", rich_markup_mode=None)


@app.callback()
def _config() -> None:
    pass


@app.command("show")
def show(
    path: Annotated[
        Path,
        typer.Argument(help="The file, or the folder, whose settings to show.", show_default="."),
    ] = Path(),
    config: Annotated[
        Path | None,
        typer.Option(help="Read these settings, not those found by walking up.", show_default=False),
    ] = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="Read no settings at all.")] = False,
    format: Annotated[Format, typer.Option(help="How to report.")] = Format.TEXT,
) -> int:
    """Show every setting that holds for a file or a folder, and the line of the file that says so.

    Of the settings for some paths, those that fit the file are shown; of a folder, all.
    """
    from ..engine.book import load
    from ..engine.project import Plan, Project, Said
    from ..engine.provenance import explain
    from ..engine.settings import SettingsError

    try:
        project = Project(config=config, isolated=isolated)
        Plan(project, load(), Said()).options(str(path))  # what the settings name must be there
        values = explain(project.ground(str(path)), None if path.is_dir() else str(path))
    except SettingsError as error:
        raise CommandError(str(error)) from None
    if format is Format.JSON:
        import msgspec

        write_bytes(msgspec.json.format(msgspec.json.encode([_as_json(value) for value in values]), indent=1) + b"\n")
        return 0
    lines = [f"{value.key}: {_flow(value.value)}" for value in values]
    width = min(60, max(map(len, lines)))
    for line, value in zip(lines, values, strict=True):
        said = ", ".join(f"{origin.path}:{origin.line}" for origin in value.origins)
        write(f"{line:<{width}}  # {said or 'by default'}\n")
    return 0


def _as_json(value: Value) -> dict[str, Any]:
    origins = [{"path": str(each.path), "line": each.line, "column": each.column} for each in value.origins]
    return {"key": value.key, "value": value.value, "from": origins}


def _flow(value: Any) -> str:
    """Return a value on one line of YAML."""
    import yaml

    shown: str = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10**6)
    return shown.removesuffix("\n").removesuffix("\n...")
