"""Suppression by comments in the copy, where the format hides them from the reader.

<!-- newslint: off names/honorific-missing, quotes/ -->     from here on, these (without ids: all)
<!-- newslint: on -->                                       ... to here
<!-- newslint: off-next-line structure/no-stop -->          on the next line that holds more than a comment
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal, cast

import msgspec

from ..issue import Issue
from ..rulebook.errors import did_you_mean
from ..text.regex import regex

UNUSED = "suppression/unused"
UNKNOWN = "suppression/unknown"
IDS = (UNUSED, UNKNOWN)

_HIDING = (".md", ".markdown")
"""The names' endings of formats that hide HTML comments."""

_COMMENT = regex(r"(?s)<!--.*?(?:-->|\Z)")
_DIRECTIVE = regex(r"(?s)<!--\s*newslint:\s*(?P<word>[^\s>]*)(?P<ids>.*?)(?:-->|\Z)")
_WORDS = ("off", "on", "off-next-line")
_ID = regex(r"[^\s,]+")

Word = Literal["off", "on", "off-next-line"]


class _Directive(msgspec.Struct, frozen=True):
    """``ids`` with their places; none: all checks. ``start`` and ``end`` are those of the comment."""

    word: Word
    start: int
    end: int
    ids: tuple[tuple[str, int], ...]


class _Reach(msgspec.Struct, frozen=True):
    """A span in which an id, or with "" every check, is off; ``at`` and ``said`` are the place and the words of it."""

    id: str
    start: int
    end: int
    at: int
    said: str


class Comments(msgspec.Struct, frozen=True):
    """What the comments of a text say: spans in which checks are off, what is wrong with the comments, and the spans
    of all comments, which are no copy.
    """

    reaches: tuple[_Reach, ...] = ()
    faults: tuple[Issue, ...] = ()
    hidden: tuple[tuple[int, int], ...] = ()


def hides_comments(path: str) -> bool:
    """Say whether a reader of the file does not see its HTML comments."""
    return Path(path).suffix.lower() in _HIDING


def read_comments(path: str, text: str, known: tuple[str, ...]) -> Comments:
    """Read the comments of a text; ``known`` are the ids that may be named, or begun."""
    hidden = tuple(found.span() for found in _COMMENT.finditer(text))
    faults: list[Issue] = []
    directives: list[_Directive] = []
    for found in _DIRECTIVE.finditer(text):
        word = found["word"].removesuffix("--")
        if word not in _WORDS:
            what = f"`{word}` is none of {', '.join(_WORDS)}{did_you_mean(word, _WORDS)}"
            faults.append(_fault(UNKNOWN, path, text, found.start("word"), found.start("word") + len(word), what))
            continue
        ids = []
        for id_ in _ID.finditer(found["ids"]):
            at = found.start("ids") + id_.start()
            if any(each.startswith(id_[0]) for each in known):
                ids.append((id_[0], at))
            else:
                what = f"no rule is called `{id_[0]}` or begins so{did_you_mean(id_[0], known)}"
                faults.append(_fault(UNKNOWN, path, text, at, at + len(id_[0]), what))
        if ids or not found["ids"].strip():
            directives.append(_Directive(cast(Word, word), found.start(), found.end(), tuple(ids)))
    reaches = [*_reaches(directives, text, hidden)]
    for directive in directives:
        if directive.word == "on" and not _ends_something(directive, directives):
            what = "nothing is off here that this could turn on"
            faults.append(_fault(UNUSED, path, text, directive.start, directive.end, what))
    return Comments(tuple(reaches), tuple(faults), hidden)


def apply_comments(
    comments: Comments, path: str, text: str, issues: tuple[Issue, ...], ran: Callable[[str], bool]
) -> tuple[tuple[int, ...], tuple[Issue, ...]]:
    """Return which of the issues stay, as indexes, and issues about comments that did nothing or say what is unknown.

    ``ran`` says whether the checks that report under an id, or ids that begin so, ran: of others nothing can be said.
    """
    starts = [start for start, _ in comments.hidden]
    used: set[_Reach] = set()
    staying = []
    for index, issue in enumerate(issues):
        if _in_comment(issue, comments.hidden, starts):
            continue
        fitting = [r for r in comments.reaches if r.start <= issue.start < r.end and issue.rule.startswith(r.id)]
        used.update(fitting)
        if not fitting:
            staying.append(index)
    unused: dict[int, _Reach] = {}
    for reach in comments.reaches:
        unused.setdefault(reach.at, reach)
    for reach in used:
        unused.pop(reach.at, None)
    complaints = [
        _fault(
            UNUSED, path, text, reach.at, reach.at + len(reach.said), "nothing is reported here that this would hide"
        )
        for reach in unused.values()
        if ran(reach.id)
    ]
    return tuple(staying), (*comments.faults, *complaints)


def _reaches(directives: list[_Directive], text: str, hidden: tuple[tuple[int, int], ...]) -> Iterator[_Reach]:
    for number, directive in enumerate(directives):
        if directive.word == "on":
            continue
        ids = directive.ids or (("", directive.start),)
        for id_, at in ids:
            said = id_ or text[directive.start : directive.end]
            if directive.word == "off-next-line":
                start, end = _next_line(text, directive.end, hidden)
            else:
                start, end = directive.end, _until(id_, directives[number + 1 :], len(text))
            yield _Reach(id_, start, end, at, said)


def _until(id_: str, later: list[_Directive], end: int) -> int:
    """Return where what is off is turned on: by a comment without ids, or with this one or the beginning of it."""
    for directive in later:
        if directive.word == "on" and (not directive.ids or any(id_.startswith(each) for each, _ in directive.ids)):
            return directive.start
    return end


def _ends_something(directive: _Directive, directives: list[_Directive]) -> bool:
    for earlier in directives:
        if earlier.start >= directive.start:
            return False
        ids = earlier.ids or (("", 0),)
        if earlier.word == "off" and (
            not directive.ids or any(id_.startswith(each) for id_, _ in ids for each, _ in directive.ids)
        ):
            return True
    return False


def _next_line(text: str, at: int, hidden: tuple[tuple[int, int], ...]) -> tuple[int, int]:
    """Return the next line below a place that holds something besides comments."""
    start = _line_end(text, at)
    while start < len(text):
        start += 2 if text.startswith("\r\n", start) else 1
        end = _line_end(text, start)
        bare = "".join(
            char for index, char in enumerate(text[start:end], start) if not any(a <= index < b for a, b in hidden)
        )
        if bare.strip():
            return start, end
        start = end
    return len(text), len(text)


def _line_end(text: str, at: int) -> int:
    ends = [place for place in (text.find("\n", at), text.find("\r", at)) if place >= 0]
    return min(ends, default=len(text))


def _in_comment(issue: Issue, hidden: tuple[tuple[int, int], ...], starts: list[int]) -> bool:
    before = bisect_left(starts, max(issue.end, issue.start + 1))
    return before > 0 and hidden[before - 1][1] > issue.start


def _fault(rule: str, path: str, text: str, start: int, end: int, message: str) -> Issue:
    return Issue(path, rule, "warning", start, end, text[start:end], f"{message[0].upper()}{message[1:]}.")
