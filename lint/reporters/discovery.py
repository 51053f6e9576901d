"""The output formats: the modules in `formats/`, none of them imported before somebody asks for it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import import_module
from itertools import islice
from typing import Protocol, cast

from ..engine.run import Result
from .view import View

_TOGETHER = 100
_FOLDER = os.path.join(os.path.dirname(__file__), "formats")


class FormatModule(Protocol):
    """What a module in `formats/` holds; its name is the format's.

    ``LINES`` is True where what it prints may stand between another format's lines, False where it is one document.
    ``TEXTS`` is True where it needs the copy itself (`Result.texts`). It may hold ``pieces`` beside ``render``, which
    yields the same bit by bit, so that the report of a very long run need not be in memory: see `pieces_of`.
    """

    LINES: bool
    TEXTS: bool

    def render(self, result: Result, view: View) -> str | bytes:
        """Return the report: text for people, which a terminal's encoding may cripple, or bytes for a program."""


def pieces_of(format: FormatModule, result: Result, view: View) -> Iterator[str | bytes]:
    """Yield the report in pieces of a hundred issues or so, where the format can; else as a whole."""
    pieces = getattr(format, "pieces", None)
    if pieces is None:
        yield format.render(result, view)
        return
    rest = iter(pieces(result, view))
    while some := list(islice(rest, _TOGETHER)):
        yield some[0][:0].join(some)


def format_names() -> tuple[str, ...]:
    """Return the names of all formats, the everyday one first."""
    files = (name.removesuffix(".py") for name in os.listdir(_FOLDER) if name.endswith(".py"))
    names = sorted(name for name in files if name != "__init__")
    return tuple(sorted(names, key=lambda name: name != "text"))


def load_format(name: str) -> FormatModule:
    """Import a format. Raises KeyError where there is none of that name."""
    if not (name.isidentifier() and os.path.isfile(os.path.join(_FOLDER, f"{name}.py"))):
        raise KeyError(name)
    return cast(FormatModule, import_module(f".formats.{name}", __package__))
