"""`newslint rules docs`: the reference, made from the checks, the styles, the settings and the formats themselves."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .errors import CommandError
from .output import note


def docs(
    folder: Annotated[Path, typer.Argument(help="Where to write.", show_default=True)] = Path("docs"),
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit with 1 where a page is not what would be written.")
    ] = False,
) -> int:
    """Write the reference: a page for each topic of checks, styles, settings, formats, and the JSON Schemas."""
    pages = reference()
    old = [path for path in _generated(folder) if path.relative_to(folder).as_posix() not in pages]
    changed = [name for name, data in pages.items() if _read(folder / name) != data]
    if check:
        for name in (*changed, *(path.relative_to(folder).as_posix() for path in old)):
            note(f"{folder / name}: not current")
        if changed or old:
            note(f"mend with: newslint rules docs{'' if folder == Path('docs') else f' {folder}'}")
        return int(bool(changed or old))
    for name in changed:
        _write(folder / name, pages[name])
    for path in old:
        path.unlink()
    note(f"{folder}: {len(pages)} pages, {len(changed)} written, {len(old)} removed")
    return 0


def reference() -> dict[str, bytes]:
    """Return the files of the reference by path in its folder: of the shipped checks, whatever else is installed.

    Raises CommandError where a check cannot be loaded.
    """
    from ..engine.book import Book
    from ..reporters.formats_page import formats_page
    from ..reporters.rule_pages import rule_pages
    from ..reporters.settings_page import settings_page
    from ..reporters.style_page import style_page
    from ..rulebook.houses import find_house, shipped_options, style_names
    from ..rulebook.loader import load_pack
    from ..rulebook.packs import shipped_pack
    from .schema import Which, schema_bytes

    checks, errors = load_pack(shipped_pack())
    if errors:
        raise CommandError("\n".join(str(error) for error in errors))
    book = Book(tuple(checks))
    pages = {f"rules/{name}": text.encode() for name, text in rule_pages(checks).items()}
    pages["settings.md"] = settings_page().encode()
    pages["formats.md"] = formats_page().encode()
    houses = [find_house(name) for name in style_names(shipped_pack().folder)]
    pages["styles.md"] = style_page(houses, shipped_options()).encode()
    for which in Which:
        pages[f"schemas/{which.value}.schema.json"] = schema_bytes(which, book)
    return pages


def _generated(folder: Path) -> list[Path]:
    """Return the pages of checks that an earlier run wrote; other people's are left alone."""
    from ..reporters.rule_pages import MARK

    pages = sorted((folder / "rules").glob("*.md"))
    return [path for path in pages if (_read(path) or b"").startswith(MARK.encode())]


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _write(path: Path, data: bytes) -> None:
    from .outfile import write_whole

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
    except OSError as error:
        raise CommandError(f"{path}: {(error.strerror or 'cannot be written').lower()}") from None
