"""One issue a line, `path:line:column: severity rule message`; on a terminal, with the line it stands in."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine.run import Result
from ..lines import issue_line
from ..view import View
from ..words import not_run_lines, summary

LINES = True
TEXTS = False


def render(result: Result, view: View) -> str:
    """Return the report; every line ends in a line feed, and nothing in it can steer a terminal."""
    return "".join(pieces(result, view))


def pieces(result: Result, view: View) -> Iterator[str]:
    """Yield the report bit by bit: a million issues need not be in memory."""
    if view.terminal is not None:
        from .. import terminal

        yield terminal.render(result, view.terminal, statistics=view.statistics)
        return
    for issue in result.issues:
        yield f"{issue_line(issue)}\n"
    if view.statistics:
        from ..statistics import counts

        yield from (f"{line}\n" for line in counts(result))
    yield from (f"{line}\n" for line in (summary(result), *not_run_lines(result)))
