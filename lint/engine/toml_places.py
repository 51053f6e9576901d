"""Where a key of a TOML document stands: the standard library's reader does not say, and this is for errors only."""

from __future__ import annotations

import re
import tomllib
from typing import Any

Steps = tuple[str | int, ...]

_HEADER = re.compile(r"\s*\[{1,2}(?P<name>[^\[\]#]+)\]{1,2}\s*(?:#.*)?$")
_PAIR = re.compile(
    r"""(?P<margin>\s*)(?P<key>(?:"[^"\n]*"|'[^'\n]*'|[A-Za-z0-9_-]+)(?:\s*\.\s*(?:"[^"\n]*"|'[^'\n]*'|[A-Za-z0-9_-]+))*)(?P<sign>\s*=\s*)"""
)


_MOST_LINES = 50_000
_LONG_KEY = re.compile(r"""(?<![\w.-])(?:(?:"[^"\n]*+"|'[^'\n]*+'|[A-Za-z0-9_-]++)[ \t]*+\.[ \t]*+){50}""")
"""A key of so many parts; for a hundred thousand, tomllib takes ten gigabytes."""


def parse_toml(text: str) -> dict[str, Any]:
    """Read TOML that a stranger may have written. Raises TOMLDecodeError and RecursionError."""
    if text.count("\n") > _MOST_LINES:
        raise tomllib.TOMLDecodeError(f"more than {_MOST_LINES:,} lines (at line 1, column 1)")
    if found := _LONG_KEY.search(text):
        line, column = text.count("\n", 0, found.start()) + 1, found.start() - text.rfind("\n", 0, found.start())
        raise tomllib.TOMLDecodeError(f"a key of more than 50 parts (at line {line}, column {column})")
    return tomllib.loads(text)


def locate(text: str, where: Steps, *, key: bool = False) -> tuple[int, int]:
    """Return the 1-based line and column of the value at a path of keys, or of the last key itself.

    What stands inside an inline table or an array is given the place of the line that it begins on.
    """
    best, place = -1, (1, 1)
    table: Steps = ()
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            table = _path(f"[{header['name']}]")
            if where[: len(table)] == table and len(table) > best:
                best, place = len(table), (number, line.index("[") + 1)
        elif pair := _PAIR.match(line):
            path = (*table, *_path(f"{pair['key']} = 0"))
            if where[: len(path)] == path and len(path) > best:
                at_key = key and len(path) == len(where)
                best, place = len(path), (number, (pair.start("key") if at_key else pair.end()) + 1)
    return place


def _path(text: str) -> Steps:
    """Return the keys that a header or a pair of a TOML document names, one below the other."""
    try:
        node: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return ("\0",)  # inside a string of several lines: no path of ours
    steps: list[str] = []
    while isinstance(node, dict) and node:
        name = next(iter(node))
        steps.append(name)
        node = node[name]
    return tuple(steps)
