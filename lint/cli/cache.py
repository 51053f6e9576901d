"""`newslint cache info | clear`: what is kept so that the next run is quick; the installed LanguageTool is no part."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from ..cache import cache_folder
from ..newfile import remove_stale
from ..reporters.words import count
from .choices import Format
from .errors import CommandError
from .output import note, write, write_bytes

app = typer.Typer(help="What newslint keeps to be quick.", rich_markup_mode=None, no_args_is_help=True)

_BOOKS = "book-*"
_LEDGERS = "people-*"
_RULES = "rules-*"
_RECENT_S = 60.0
"""A folder of rules that was asked for more recently may belong to a server that is about to start."""


class _Kept(NamedTuple):
    """Some files or folders: how many, and the bytes in them."""

    number: int
    size: int


@app.command("info")
def info(format: Annotated[Format, typer.Option(help="How to report.")] = Format.TEXT) -> int:
    """Say where the cache is, what is in it and how large it may grow."""
    import os

    from ..grammar.results import SIZE_VARIABLE, open_results

    folder = _folder()
    cache = open_results()
    results = cache.info()
    cache.close()
    books, ledgers, rules = [_measured(folder.glob(pattern)) for pattern in (_BOOKS, _LEDGERS, _RULES)]
    said = os.environ.get(SIZE_VARIABLE, "").strip()
    if said and not (said.isascii() and said.isdigit()):
        note(f"{SIZE_VARIABLE}: `{said}` is no whole number of megabytes; {results.limit // 1_000_000} holds")
    if format is Format.JSON:
        import msgspec

        data = {
            "version": 1,
            "folder": str(folder),
            "results": {
                "path": str(results.path),
                "count": results.results,
                "bytes": results.size,
                "limit": results.limit,
            },
            "books": {"count": books.number, "bytes": books.size},
            "people": {"count": ledgers.number, "bytes": ledgers.size},
            "rules": {"count": rules.number, "bytes": rules.size},
        }
        write_bytes(msgspec.json.format(msgspec.json.encode(data), indent=1) + b"\n")
        return 0
    number = "cannot be read" if results.results is None else f"{results.results:,}"
    if results.limit == 0:
        number = f"none is kept, as {SIZE_VARIABLE} is 0"
    write(f"Cache: {folder}\n")
    write(f"Grammar results: {number}; {_megabytes(results.size)} of at most {_megabytes(results.limit)}\n")
    write(f"Compiled rulebooks: {_described(books, 'file')}\n")
    write(f"Compiled ledgers of people: {_described(ledgers, 'file')}\n")
    write(f"Rules for LanguageTool: {_described(rules, 'folder')}\n")
    return 0


@app.command("clear")
def clear() -> int:
    """Remove grammar results, compiled rulebooks and ledgers, and rules written for LanguageTool.

    All of it is made again when needed. LanguageTool itself stays installed.
    """
    from ..grammar.results import open_results

    folder = _folder()
    cache = open_results()
    results = cache.info()
    remove_stale(folder)
    unused, used = _rule_folders(folder)
    gone: list[str] = []
    failures: list[str] = []

    def remove(noun: str, sizes: Iterable[Callable[[], int]], number: int | None = None) -> None:
        """Call what removes something and returns its bytes, and take down how many did so; ``number`` counts else."""
        removed = size = 0
        for take in sizes:
            try:
                bytes_ = take()
            except FileNotFoundError:  # another process was quicker
                continue
            except OSError as error:
                failures.append(f"{error.filename or folder}: {(error.strerror or 'cannot be removed').lower()}")
                continue
            removed += 1
            size += bytes_
        if removed:
            gone.append(f"{count(removed if number is None else number, noun)} ({_megabytes(size)})")

    if results.path is not None and results.path.exists():
        remove("grammar result", [cache.clear], results.results or 0)
    remove("compiled rulebook", [partial(_remove_file, path) for path in folder.glob(_BOOKS)])
    remove("compiled ledger", [partial(_remove_file, path) for path in folder.glob(_LEDGERS)])
    remove("rule file for LanguageTool", [partial(_remove_folder, path) for path in unused])
    write(f"Removed {', '.join(gone)} from {folder}\n" if gone else f"Nothing removed from {folder}\n")
    for path in used:
        write(f"Kept {path.name}: a LanguageTool server uses it, or is about to; `newslint grammar stop` ends it\n")
    for failure in failures:
        note(failure)
    return 2 if failures else 0


def _folder() -> Path:
    try:
        return cache_folder()
    except RuntimeError:
        raise CommandError(
            "there is no home folder, so nothing is kept; NEWSLINT_CACHE can name a folder for it"
        ) from None


def _measured(paths: Iterable[Path]) -> _Kept:
    sizes = [_size(path) for path in paths]
    return _Kept(len(sizes), sum(sizes))


def _size(path: Path) -> int:
    files = (each for each in path.rglob("*") if each.is_file()) if path.is_dir() else (path,)
    size = 0
    for file in files:
        with suppress(OSError):
            size += file.stat().st_size
    return size


def _described(kept: _Kept, noun: str) -> str:
    return f"{count(kept.number, noun)}, {_megabytes(kept.size)}" if kept.number else "none"


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.0f} MB" if size >= 10_000_000 or size == 0 else f"{max(size, 50_000) / 1e6:.1f} MB"


def _remove_file(path: Path) -> int:
    size = _size(path)
    path.unlink()
    return size


def _remove_folder(path: Path) -> int:
    import shutil

    size = _size(path)
    shutil.rmtree(path)
    return size


def _rule_folders(folder: Path) -> tuple[list[Path], list[Path]]:
    """Return the folders of rules that may go, and those that must stay.

    A server reads its rules when it is first asked in a variant: without them it would find less, and say nothing.
    """
    folders = sorted(folder.glob(_RULES))
    if not folders:
        return [], []
    import psutil

    running = [" ".join(process.info["cmdline"] or ()) for process in psutil.process_iter(["cmdline"])]
    used = []
    for path in folders:
        recent = False
        with suppress(OSError):
            recent = abs(time.time() - path.stat().st_mtime) < _RECENT_S
        if recent or any(str(path) in line for line in running):
            used.append(path)
    return [path for path in folders if path not in used], used
