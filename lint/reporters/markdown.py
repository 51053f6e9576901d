"""Markdown for the generated reference."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..text.regex import regex

_SIGNS = regex(r"([\\`*_\[\]<>|#~&])")
_LINE_SIGNS = regex(r"^(\d+)([.)])(?=\s)|^([-+])(?=\s)")


def escaped(text: str) -> str:
    """Return a text on one line with nothing in it that Markdown would take for its own."""
    line = " ".join(text.split())
    return _LINE_SIGNS.sub(
        lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", _SIGNS.sub(r"\\\1", line)
    )


def code(text: str) -> str:
    """Return a text as code, on one line, whatever backticks it holds."""
    line = " ".join(text.split())
    fence = "`" * (1 + max((len(run) for run in regex(r"`+").findall(line)), default=0))
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return a table's lines; the cells are Markdown already, without line breaks and bare bars."""
    return [
        f"| {' | '.join(head)} |",
        f"| {' | '.join('---' for _ in head)} |",
        *(f"| {' | '.join(row)} |" for row in rows),
    ]


def page(*blocks: Iterable[str] | str) -> str:
    """Return blocks with a blank line between each; those that are empty are left out."""
    texts = ["\n".join([block] if isinstance(block, str) else block) for block in blocks]
    return "\n\n".join(text for text in texts if text) + "\n"
