"""Issues with their place in the file: what reporters print."""

from __future__ import annotations

from typing import NamedTuple

from ..issue import Issue
from ..text.lines import Lines

_EXCERPT_REACH = 160
"""Code points of the line that are kept on either side of an issue, so that a line of 50 MB is not kept for each."""


class Place(NamedTuple):
    """A half-open span as 1-based lines and columns, in code points; the end is one past the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


class PlacedIssue(Issue, frozen=True, kw_only=True):
    """An issue with its 1-based lines and columns, in code points, and the line of copy it stands in.

    ``edit_places`` and ``related_places`` go with ``edits`` and ``related``, one each. ``excerpt`` is the issue's first
    line (of a long line, the part around the issue), ``excerpt_column`` the column at which it begins.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    edit_places: tuple[Place, ...] = ()
    related_places: tuple[Place, ...] = ()
    excerpt: str = ""
    excerpt_column: int = 1


Key = tuple[str, int, int, str]


def order(issue: Issue) -> Key:
    """Return by what the issues of a run are sorted: path, place, rule."""
    return issue.path, issue.start, issue.end, issue.rule


def place_of(lines: Lines, start: int, end: int) -> Place:
    """Return the lines and columns of a span."""
    return Place(*lines.position(start), *lines.position(end))


def placed(issue: Issue, text: str, lines: Lines) -> PlacedIssue:
    """Give an issue its place in the text it was found in."""
    place = place_of(lines, issue.start, issue.end)
    row = lines.span(place.line)
    begin = max(row.start, issue.start - _EXCERPT_REACH)
    end = min(row.end, min(issue.end, issue.start + _EXCERPT_REACH) + _EXCERPT_REACH)
    return PlacedIssue(
        **{name: getattr(issue, name) for name in Issue.__struct_fields__},
        **place._asdict(),
        edit_places=tuple(place_of(lines, edit.start, edit.end) for edit in issue.edits),
        related_places=tuple(place_of(lines, other.start, other.end) for other in issue.related),
        excerpt=text[begin:end],
        excerpt_column=begin - row.start + 1,
    )
