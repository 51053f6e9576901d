"""One report a place: of issues that say the same of the same words, the weightiest stays."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate

from ..issue import SEVERITIES, Edit, Issue, Severity

GRAMMAR = "grammar/"
"""Ids that begin so are LanguageTool's."""


def without_doubles(issues: Iterable[Issue], text: str) -> list[Issue]:
    """Return the issues of one text in order of place, each place once.

    Of several issues on one span, and of several that mend the copy to the same words, one stays: the more severe, then
    our own, then the one that can be fixed, then the narrower, then the first by id. A grammar issue also gives way to
    any issue of our own that overlaps it and weighs as much or more.
    """
    kept: list[Issue] = []
    spans: set[tuple[int, int]] = set()
    repairs: set[tuple[Edit, ...]] = set()
    for issue in sorted(issues, key=_rank):
        repair = _repair(issue, text)
        if (issue.start, issue.end) in spans or (repair and repair in repairs):
            continue
        spans.add((issue.start, issue.end))
        repairs.add(repair)
        kept.append(issue)
    own = [issue for issue in kept if not issue.rule.startswith(GRAMMAR)]
    if len(own) < len(kept):
        weights = {severity: _Cover(_at_least(own, severity)) for severity in SEVERITIES}
        kept = own + [
            issue
            for issue in kept
            if issue.rule.startswith(GRAMMAR) and not weights[issue.severity].touches(issue.start, issue.end)
        ]
    return sorted(kept, key=lambda issue: (issue.start, issue.end, issue.rule))


def _rank(issue: Issue) -> tuple[object, ...]:
    return (
        SEVERITIES.index(issue.severity),
        issue.rule.startswith(GRAMMAR),
        issue.fixable == "no",
        issue.end - issue.start,
        issue.start,
        issue.rule,
    )


def _at_least(issues: Iterable[Issue], severity: Severity) -> list[tuple[int, int]]:
    limit = SEVERITIES.index(severity)
    return sorted((issue.start, issue.end) for issue in issues if SEVERITIES.index(issue.severity) <= limit)


def _repair(issue: Issue, text: str) -> tuple[Edit, ...]:
    """Return what the issue would change, without the words that it leaves as they were."""
    edits = issue.edits
    if not edits and issue.suggestions:
        edits = (Edit(issue.start, issue.end, issue.suggestions[0]),)
    return tuple(_trimmed(edit, text) for edit in edits)


def _trimmed(edit: Edit, text: str) -> Edit:
    start, end, new = edit.start, edit.end, edit.new
    first, last = 0, len(new)  # an edit may be as long as a text: no slice for each letter
    while start < end and first < last and text[start] == new[first]:
        start, first = start + 1, first + 1
    while start < end and first < last and text[end - 1] == new[last - 1]:
        end, last = end - 1, last - 1
    return Edit(start, end, new[first:last])


class _Cover:
    """Asks in O(log n) whether any of many spans overlaps another."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in spans]
        self._reach = list(accumulate((end for _, end in spans), max))

    def touches(self, start: int, end: int) -> bool:
        before = bisect_left(self._starts, end)
        return before > 0 and self._reach[before - 1] > start
