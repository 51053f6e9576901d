"""Which fixes are made together, and the text that they give: pure functions of a text and its issues."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..issue import SEVERITIES, Edit, Issue
from ..text.regex import regex
from .overlap import GRAMMAR

_LINE_END = regex(r"\r\n|\r|\n")


class Choice(NamedTuple):
    """The issues that one round mends, in order of place, and their edits, in order of place and apart."""

    issues: tuple[Issue, ...]
    edits: tuple[Edit, ...]


def fixable(issue: Issue, text: str, *, unsafe: bool) -> bool:
    """Say whether an issue has a fix that may be made: a safe one, or any with ``unsafe``."""
    return (issue.fixable == "safe" or (unsafe and issue.fixable == "unsafe")) and bool(_edits(issue, text))


def choose(issues: Iterable[Issue], text: str, *, unsafe: bool = False) -> Choice:
    """Choose the fixes that can be made at the same time, always the same ones.

    A fix is made whole or not at all. Of two that touch, or have nothing but space between them, one waits, for it may
    have been meant for what the other takes away: safe ones go first, then the more severe, then our own before
    LanguageTool's, then the narrower, then the first. What one fix changes as another does is changed once.
    """
    taken = _Taken(text)
    chosen = [
        issue
        for issue in sorted(issues, key=_rank)
        if fixable(issue, text, unsafe=unsafe) and taken.take(_edits(issue, text))
    ]
    return Choice(tuple(sorted(chosen, key=lambda issue: (issue.start, issue.end, issue.rule))), tuple(taken.edits))


def apply_choice(text: str, edits: Sequence[Edit]) -> str:
    """Return the text with edits made that are in order of place and apart.

    A line feed that an edit puts in becomes the line end that the text has most of, the first of those.
    """
    line_end = ""
    parts: list[str] = []
    done = 0
    for edit in edits:
        new = edit.new
        if "\n" in new and "\r" not in new:
            line_end = line_end or _line_end(text)
            new = new.replace("\n", line_end)
        parts += [text[done : edit.start], new]
        done = edit.end
    return "".join([*parts, text[done:]])


def _line_end(text: str) -> str:
    found = Counter(_LINE_END.findall(text)).most_common(1)
    return found[0][0] if found else "\n"


def _rank(issue: Issue) -> tuple[object, ...]:
    return (
        issue.fixable != "safe",
        SEVERITIES.index(issue.severity),
        issue.rule.startswith(GRAMMAR),
        sum(edit.end - edit.start for edit in issue.edits),
        issue.start,
        issue.end,
        issue.rule,
        [(edit.start, edit.end, edit.new) for edit in issue.edits],
    )


def _edits(issue: Issue, text: str) -> tuple[Edit, ...]:
    """Return the edits of an issue that change something, in order of place; none where one of them cannot be made."""
    edits = sorted(
        {edit for edit in issue.edits if edit.new != text[edit.start : edit.end]},
        key=lambda edit: (edit.start, edit.end, edit.new),
    )
    done = start = -1
    for edit in edits:
        if not max(0, done) <= edit.start <= edit.end <= len(text) or edit.start == start:
            return ()
        if _splits_line_end(text, edit.start) or _splits_line_end(text, edit.end):
            return ()
        start, done = edit.start, edit.end
    return tuple(edits)


def _splits_line_end(text: str, at: int) -> bool:
    return text[at - 1 : at + 1] == "\r\n" if at else False


class _Taken:
    """The edits that are to be made, in order of place."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._keys: list[tuple[int, int, str]] = []

    @property
    def edits(self) -> Iterable[Edit]:
        return (Edit(*key) for key in self._keys)

    def take(self, edits: Sequence[Edit]) -> bool:
        """Take all edits of a fix, if none of them comes near another fix's."""
        keys = [(edit.start, edit.end, edit.new) for edit in edits]
        fresh = [key for key in keys if not self._holds(key)]
        if any(self._is_near(key) for key in fresh):
            return False
        for key in fresh:
            insort(self._keys, key)
        return True

    def _holds(self, key: tuple[int, int, str]) -> bool:
        at = bisect_left(self._keys, key)
        return at < len(self._keys) and self._keys[at] == key

    def _is_near(self, key: tuple[int, int, str]) -> bool:
        at = bisect_left(self._keys, key)
        before, after = self._keys[at - 1 : at], self._keys[at : at + 1]
        return any(not self._apart(other, key) for other in before) or any(
            not self._apart(key, other) for other in after
        )

    def _apart(self, first: tuple[int, int, str], second: tuple[int, int, str]) -> bool:
        between = self._text[first[1] : second[0]]
        return bool(between) and not between.isspace()
