"""Where the settings of a file come from: each value, and the lines that say so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from .exclusion import pattern_spec, relative_to
from .layers import Layer, Steps
from .project import Ground
from .settings import PathSettings, Settings


class Origin(msgspec.Struct, frozen=True):
    """A line that says something: its file, and 1-based line and column."""

    path: Path
    line: int
    column: int


class Value(msgspec.Struct, frozen=True):
    """One setting: its key, what it comes to, as YAML would read it, and where that is said; nowhere: by default."""

    key: str
    value: Any
    origins: tuple[Origin, ...]


def explain(ground: Ground, path: str | None = None) -> tuple[Value, ...]:
    """Return every setting that holds; with ``path``, what the patterns that fit it say is listed too, as it is said.

    In a list, and in a mapping, what a file adds to another's is said by both.
    """
    settings = ground.settings
    rows = [
        Value(key, _plain(getattr(settings, field)), _origins(ground.layers, (key,)))
        for field, key in zip(Settings.__struct_fields__, Settings.__struct_encode_fields__, strict=True)
        if key not in ("extends", "checks", "per-path")
    ]
    rows += [_row(ground.layers, ("checks", id_), check) for id_, check in settings.checks.items()]
    inner = relative_to(path, ground.root) if path is not None else None
    for pattern, said in settings.per_path.items():
        if path is None or (inner is not None and pattern_spec([pattern]).match_file(inner)):
            rows.append(_row(ground.layers, ("per-path", pattern), said))
    return tuple(rows)


def _row(layers: tuple[Layer, ...], where: Steps, value: Any) -> Value:
    """Of two files that name the same row, the later one's is the row."""
    return Value(f"{where[0]} {where[1]}", _plain(value), _origins(layers, where)[-1:])


def _origins(layers: tuple[Layer, ...], where: Steps) -> tuple[Origin, ...]:
    said = [layer for layer in layers if _says(layer.data, where)]
    if where[0] not in ("words", "words-file", "ignore", "exclude"):
        said = said[-1:]
    return tuple(Origin(layer.path, *layer.place(where, key=True)) for layer in said)


def _says(data: Any, where: Steps) -> bool:
    for step in where:
        if not isinstance(data, dict) or step not in data:
            return False
        data = data[step]
    return True


def _plain(value: Any) -> Any:
    if isinstance(value, PathSettings):
        said = {key: part for key, part in msgspec.to_builtins(value).items() if part}
        return {key: _plain(part) for key, part in said.items()}
    built = msgspec.to_builtins(value)
    if isinstance(built, dict):
        return {key: _plain(part) for key, part in built.items() if part not in (None, {}, [], ())}
    return list(built) if isinstance(built, tuple) else built
