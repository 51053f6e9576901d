"""One issue a line, `path:line:column: severity rule message`; on a terminal, with the line it stands in."""

from __future__ import annotations

from ...engine.run import Result
from ..lines import issue_line
from ..view import View
from ..words import not_run_lines, summary

LINES = True
TEXTS = False


def render(result: Result, view: View) -> str:
    """Return the report; every line ends in a line feed, and nothing in it can steer a terminal."""
    if view.terminal is not None:
        from .. import terminal

        return terminal.render(result, view.terminal, statistics=view.statistics)
    lines = [issue_line(issue) for issue in result.issues]
    if view.statistics:
        from ..statistics import counts

        lines += counts(result)
    lines += [summary(result), *not_run_lines(result)]
    return "".join(f"{line}\n" for line in lines)
