"""Tables in code that hold what a shared list holds: the text layer reads no file when it starts.

A table is one string of words in an assignment, set apart by white space or by semicolons, as in
``PEERS = words("lord lady")``. Where list and code differ the list is right, and `rewritten` gives the code anew.
"""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Callable
from typing import Any, NamedTuple

WIDTH = 120
"""The most characters of a line of code."""


class Table(NamedTuple):
    """A group of a list ("honorifics", "peers"), and the assignment in a module of the package that repeats it."""

    list: str
    group: str
    module: str
    name: str
    mark: str | None = None  # what sets the words apart; None: white space


def literal(source: str, name: str) -> ast.Constant:
    """Return the longest string in the assignment to ``name``. Raises ValueError where there is none."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and name in _targets(node):
            strings = [
                part for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str)
            ]
            if strings:
                return max(strings, key=lambda part: len(str(part.value)))
    raise ValueError(f"no string of words is assigned to {name}")


def _targets(node: ast.Assign | ast.AnnAssign) -> set[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return {target.id for target in targets if isinstance(target, ast.Name)}


def words_in(source: str, table: Table) -> list[str]:
    """Return the words of a table as the code has them."""
    value: Any = literal(source, table.name).value
    return [word for part in value.split(table.mark) if (word := " ".join(part.split()))]


def rewritten(source: str, table: Table, words: list[str]) -> str:
    """Return a module's source with these words in a table."""
    node = literal(source, table.name)
    lines = source.splitlines(keepends=True)
    assert node.end_lineno is not None
    assert node.end_col_offset is not None
    before = "".join(lines[: node.lineno - 1]) + _bytes(lines[node.lineno - 1], slice(node.col_offset))
    after = _bytes(lines[node.end_lineno - 1], slice(node.end_col_offset, None)) + "".join(lines[node.end_lineno :])
    mark = table.mark or ""
    line = f"{mark} ".join(words)
    if (
        node.lineno == node.end_lineno
        and len(before.rpartition("\n")[2] + line + after.partition("\n")[0]) + 2 <= WIDTH
    ):
        return f'{before}"{line}"{after}'
    pad = " " * 4
    glued = [word.replace(" ", "\0") for word in words]
    filled = textwrap.fill(
        f"{mark} ".join(glued), WIDTH - 1, initial_indent=pad, subsequent_indent=pad, break_on_hyphens=False
    )
    text = filled.replace("\0", " ")
    return f'{before}"""\n{text}\n{pad}"""{after}'


def _bytes(line: str, part: slice) -> str:
    """Return a part of a line by its offsets in UTF-8, as syntax trees give them."""
    return line.encode()[part].decode()


def _agencies(data: Any) -> list[str]:
    return [*data["codes"], *data["names"], *data["several"]]


def _group(name: str) -> Callable[[Any], list[str]]:
    def words(data: Any) -> list[str]:
        held = data[name]
        return held.split() if isinstance(held, str) else list(held)

    return words


def words_of(data: Any, table: Table) -> list[str]:
    """Return the words of a table as the list has them, in the list's order."""
    take = _agencies if table.list == "agencies" else _group(table.group)
    return sorted(take(data), key=lambda word: (word.casefold(), word))


_TITLES = "text/titles.py"
_NAMES = "text/name_words.py"

TABLES: tuple[Table, ...] = (
    Table("agencies", "codes", "text/agencies.py", "AGENCIES", ";"),
    Table("callings", "callings", _TITLES, "POSTS"),
    Table("callings", "firms-too", _TITLES, "FIRMS_TOO"),
    Table("callings", "relations", _TITLES, "RELATIONS"),
    Table("common-names", "given", "kinds/shared/common_names.py", "COMMON_GIVEN"),
    Table("common-names", "surnames", "kinds/shared/common_names.py", "COMMON_SURNAMES"),
    Table("honorifics", "male", _TITLES, "MALE_TITLES"),
    Table("honorifics", "female", _TITLES, "FEMALE_TITLES"),
    Table("honorifics", "courtesy", _TITLES, "COURTESY"),
    Table("honorifics", "learned", _TITLES, "LEARNED"),
    Table("honorifics", "knights", _TITLES, "KNIGHTS"),
    Table("honorifics", "burmese", _TITLES, "BURMESE_TITLES"),
    Table("honorifics", "peers", _TITLES, "PEERS"),
    Table("honorifics", "clergy", _TITLES, "CLERGY"),
    Table("honorifics", "royals", _TITLES, "ROYALS"),
    Table("honorifics", "judges", _TITLES, "JUDGES"),
    Table("honorifics", "ranks", _TITLES, "RANKS"),
    Table("honorifics", "legislators", _TITLES, "LEGISLATORS"),
    Table("honorifics", "with-given-name", _TITLES, "GIVEN_AFTER"),
    Table("name-orders", "chinese", _NAMES, "CHINESE"),
    Table("name-orders", "korean", _NAMES, "KOREAN"),
    Table("name-orders", "vietnamese", _NAMES, "VIETNAMESE"),
    Table("name-orders", "burmese", _NAMES, "BURMESE"),
    Table("name-orders", "given-names", _NAMES, "MONONYM_CULTURES"),
    Table("particles", "small", _NAMES, "PARTICLES"),
    Table("particles", "leading", _NAMES, "LEADING_PARTICLES"),
    Table("particles", "capital", "text/name_parts.py", "CAPITAL_PARTICLES"),
    Table("particles", "filiation", "text/name_parts.py", "FILIATION"),
    Table("particles", "suffixes", _NAMES, "SUFFIXES"),
)
