"""`newslint schema`: the JSON Schemas, for editors and for those who read the report."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .errors import CommandError
from .output import write_bytes

if TYPE_CHECKING:
    from ..engine.book import Book


class Which(StrEnum):
    CONFIG = "config"
    CHECK = "check"
    STYLE = "style"
    REPORT = "report"


def schema(
    which: Annotated[
        Which,
        typer.Argument(
            help="Of newslint.yml, of a file of a check or a house style, or of the report.", show_default=False
        ),
    ],
    output_file: Annotated[
        Path | None, typer.Option("--output-file", "-o", help="Write it to this file.", show_default=False)
    ] = None,
) -> int:
    """Print a JSON Schema: editors complete and check by it what people write.

    In an editor that knows YAML, a first line `# yaml-language-server: $schema=FILE` names it.
    """
    from ..engine.book import load

    data = schema_bytes(which, load())
    if output_file is None:
        write_bytes(data)
        return 0
    try:
        output_file.parent.mkdir(parents=True, exist_ok=True)
        output_file.write_bytes(data)
    except OSError as error:
        raise CommandError(f"{output_file}: {(error.strerror or 'cannot be written').lower()}") from None
    return 0


def schema_bytes(which: Which, book: Book) -> bytes:
    """Return a schema as UTF-8 JSON; the book's ids are what the settings may name."""
    import msgspec

    if which is Which.REPORT:
        from importlib.resources import files

        return files("newslint.reporters").joinpath("report.schema.json").read_bytes()
    data: dict[str, Any]
    if which is Which.CONFIG:
        from ..engine.settings_schema import settings_schema

        data = settings_schema(book.ids)
    elif which is Which.STYLE:
        from ..rulebook.houses import shipped_options
        from ..rulebook.style_schema import style_schema

        data = style_schema(shipped_options())
    else:
        from ..rulebook.check_schema import check_schema

        data = check_schema()
    return msgspec.json.format(msgspec.json.encode(data), indent=2) + b"\n"
