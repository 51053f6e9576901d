"""`--diff`: what the fixes would change, as a unified diff that `patch -p0` and `git apply -p0` take."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher, unified_diff
from io import StringIO
from typing import TYPE_CHECKING

from ..engine.fixing import Change
from ..text.regex import regex
from .words import clean

if TYPE_CHECKING:
    from rich.text import Text

_CONTEXT = 1
"""Lines around a change. A line of copy is a paragraph or the gap between two: three would be much."""

_WORD = regex(r"\w+|\s+|[^\w\s]")


def render(change: Change) -> str:
    """Return the diff, its lines as they are in the file.

    Lines end at line feeds, as they do for `patch`: a file with other line ends alone is one line.
    """
    out = []
    for line in _lines(change):
        out.append(line)
        if not line.endswith("\n"):
            out.append("\n\\ No newline at end of file\n")
    return "".join(out)


def render_terminal(change: Change, *, width: int, colour: bool) -> str:
    """Return the diff for a terminal of ``width`` cells, with the words marked that change; nothing in it can steer."""
    from .terminal import console_to

    out = StringIO()
    console = console_to(out, width=width, colour=colour)
    for line in _marked(list(_lines(change))):
        console.print(line, soft_wrap=True)
    return out.getvalue()


def _lines(change: Change) -> Iterator[str]:
    before, after = change.before.split("\n"), change.after.split("\n")
    name = clean(change.path)
    yield from unified_diff(_ended(before), _ended(after), name, name, n=_CONTEXT)


def _ended(lines: list[str]) -> list[str]:
    """Give the lines their line feeds back; what follows the last is a line if there is something."""
    return [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])


def _marked(lines: list[str]) -> Iterator[Text]:
    """Yield the lines in colour. Where as many lines go as come, each stands for one, and the words are compared."""
    from rich.text import Text

    at = 0
    while at < len(lines):
        line = lines[at]
        if at < 2 or line[0] in " @":
            yield Text(clean(line.rstrip("\r\n")), style="bold" if at < 2 else "cyan" if line[0] == "@" else "")
            at += 1
            continue
        gone = _run(lines, at, "-")
        come = _run(lines, at + len(gone), "+")
        if len(gone) == len(come):
            pairs = [_compared(old, new) for old, new in zip(gone, come, strict=True)]
            yield from (pair[0] for pair in pairs)
            yield from (pair[1] for pair in pairs)
        else:
            yield from (Text(clean(row.rstrip("\r\n")), style="red") for row in gone)
            yield from (Text(clean(row.rstrip("\r\n")), style="green") for row in come)
        at += len(gone) + len(come)


def _run(lines: list[str], at: int, sign: str) -> list[str]:
    end = at
    while end < len(lines) and lines[end][0] == sign:
        end += 1
    return lines[at:end]


def _compared(old: str, new: str) -> tuple[Text, Text]:
    """Return a line that goes and the one that comes for it, what differs in reverse."""
    from rich.text import Text

    before, after = _WORD.findall(old[1:].rstrip("\r\n")), _WORD.findall(new[1:].rstrip("\r\n"))
    rows = (Text("-", style="red"), Text("+", style="green"))
    for what, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        style = "" if what == "equal" else "reverse"
        rows[0].append(clean("".join(before[i1:i2])), style=style)
        rows[1].append(clean("".join(after[j1:j2])), style=style)
    return rows
