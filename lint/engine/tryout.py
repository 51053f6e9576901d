"""Trying checks out on an archive: how often each fires, in how many files, and where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TypeVar

import msgspec

from .book import Book
from .placed import PlacedIssue
from .run import Result

_T = TypeVar("_T")
_REACH = 60
"""Code points of the line that are shown on either side of a hit."""


class Tally(msgspec.Struct, frozen=True):
    """How often one rule fired: ``hits`` in all, in ``files`` different files."""

    rule: str
    hits: int
    files: int


class Passage(msgspec.Struct, frozen=True):
    """A hit in its line: what stands before it, the marked text, what stands after it."""

    before: str
    marked: str
    after: str


def tallies(result: Result, tried: Book) -> tuple[Tally, ...]:
    """Count the hits of each rule, the busiest first; a check that was tried and never fired is among them."""
    hits: dict[str, list[str]] = defaultdict(list)
    for issue in result.issues:
        hits[issue.rule].append(issue.path)
    speaks = {check.id for check in tried.checks if not check.languagetool_rules or check.own_rule}
    rules = {*hits, *speaks}
    counted = (Tally(rule, len(hits[rule]), len(set(hits[rule]))) for rule in rules)
    return tuple(sorted(counted, key=lambda tally: (-tally.hits, tally.rule)))


def rate(hits: int, words: int) -> float:
    """Return hits per 1,000 words."""
    return 1000 * hits / words if words else 0.0


def spread(items: Sequence[_T], limit: int) -> tuple[_T, ...]:
    """Return ``limit`` of the items in their order, evenly spread over all; all of them where ``limit`` is 0."""
    if limit == 0 or len(items) <= limit:
        return tuple(items)
    return tuple(items[number * len(items) // limit] for number in range(limit))


def passage(issue: PlacedIssue) -> Passage:
    """Cut a hit out of its line, with whole words around it. Of a hit on several lines, the first is shown."""
    line = issue.excerpt
    start = issue.column - issue.excerpt_column
    end = min(len(line), start + issue.end - issue.start)
    before, after = line[:start], line[end:]
    if len(before) > _REACH:
        before = "…" + before[-_REACH:].partition(" ")[2]
    if len(after) > _REACH:
        after = after[:_REACH].rpartition(" ")[0] + "…"
    return Passage(before, line[start:end] + ("…" if issue.end_line > issue.line else ""), after)
