"""Suppression by comments in the copy, where the format hides them from the reader.

<!-- newslint: off names/honorific-missing, quotes/ -->     from here on, these (without ids: all)
<!-- newslint: on -->                                       ... to here
<!-- newslint: off-next-line structure/no-stop -->          on the next line that holds more than a comment
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from pathlib import Path
from typing import Literal, cast

import msgspec

from ..issue import Issue
from ..rulebook.errors import did_you_mean
from ..text.lines import index_lines
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
_IN_LINE = regex(r"[^\r\n]")
_GUESSES = 20
"""Ids that are not known for which the one that may be meant is looked for: each takes some milliseconds."""

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
    why_unknown: dict[str, str] = {}
    for found in _DIRECTIVE.finditer(text):
        word = found["word"].removesuffix("--")
        if word not in _WORDS:
            what = f"`{word}` is none of {', '.join(_WORDS)}{did_you_mean(word, _WORDS)}"
            faults.append(_fault(UNKNOWN, path, text, found.start("word"), found.start("word") + len(word), what))
            continue
        ids = []
        for id_ in _ID.finditer(found["ids"]):
            at = found.start("ids") + id_.start()
            if id_[0] not in why_unknown:
                why_unknown[id_[0]] = _why_unknown(id_[0], known, guess=len(why_unknown) < _GUESSES)
            if why_unknown[id_[0]]:
                faults.append(_fault(UNKNOWN, path, text, at, at + len(id_[0]), why_unknown[id_[0]]))
            else:
                ids.append((id_[0], at))
        if ids or not found["ids"].strip():
            directives.append(_Directive(cast(Word, word), found.start(), found.end(), tuple(ids)))
    reaches = _reaches(directives, text, hidden)
    for directive in _idle(directives):
        what = "nothing is off here that this could turn on"
        faults.append(_fault(UNUSED, path, text, directive.start, directive.end, what))
    return Comments(tuple(reaches), tuple(faults), hidden)


def _why_unknown(id_: str, known: tuple[str, ...], *, guess: bool) -> str:
    """Return what is wrong with an id, "" where it is known; to ``guess`` what is meant takes a while."""
    if any(each.startswith(id_) for each in known):
        return ""
    return f"no rule is called `{id_}` or begins so{did_you_mean(id_, known) if guess else ''}"


def apply_comments(
    comments: Comments, path: str, text: str, issues: tuple[Issue, ...], ran: Callable[[str], bool]
) -> tuple[tuple[int, ...], tuple[Issue, ...]]:
    """Return which of the issues stay, as indexes, and issues about comments that did nothing or say what is unknown.

    ``ran`` says whether the checks that report under an id, or ids that begin so, ran: of others nothing can be said.
    """
    starts = [start for start, _ in comments.hidden]
    covers = {id_: _Cover(reaches) for id_, reaches in _by_id(comments.reaches).items()}
    found: dict[str, list[int]] = {id_: [] for id_ in covers}  # by the id of a reach: where issues are that it may hide
    staying = []
    for index, issue in enumerate(issues):
        if _in_comment(issue, comments.hidden, starts):
            continue
        fitting = [id_ for id_ in _beginnings(issue.rule) if id_ in covers]
        for id_ in fitting:
            found[id_].append(issue.start)
        if not any(covers[id_].holds(issue.start) for id_ in fitting):
            staying.append(index)
    for places in found.values():
        places.sort()
    unused: dict[int, _Reach] = {}
    for reach in comments.reaches:
        unused.setdefault(reach.at, reach)
    for reach in comments.reaches:
        places = found[reach.id]
        if bisect_left(places, reach.start) < bisect_left(places, reach.end):
            unused.pop(reach.at, None)
    complaints = [
        _fault(
            UNUSED, path, text, reach.at, reach.at + len(reach.said), "nothing is reported here that this would hide"
        )
        for reach in unused.values()
        if ran(reach.id)
    ]
    return tuple(staying), (*comments.faults, *complaints)


class _Cover:
    """Asks in O(log n) whether any of the reaches of one id holds a place."""

    def __init__(self, reaches: Iterable[_Reach]) -> None:
        spans = sorted((reach.start, reach.end) for reach in reaches)
        self._starts = [start for start, _ in spans]
        self._ends = list(accumulate((end for _, end in spans), max))

    def holds(self, place: int) -> bool:
        before = bisect_right(self._starts, place)
        return before > 0 and self._ends[before - 1] > place


def _by_id(reaches: Iterable[_Reach]) -> dict[str, list[_Reach]]:
    found: dict[str, list[_Reach]] = {}
    for reach in reaches:
        found.setdefault(reach.id, []).append(reach)
    return found


def _beginnings(id_: str) -> Iterator[str]:
    """Return every beginning of an id, "" and itself among them."""
    return (id_[:length] for length in range(len(id_) + 1))


def _reaches(directives: list[_Directive], text: str, hidden: tuple[tuple[int, int], ...]) -> list[_Reach]:
    """Return what each comment turns off, and where. What is off is turned on by a comment without ids, or with this
    one or the beginning of it.
    """
    lines: _ShownLines | None = None
    ends: dict[str, int] = {"": len(text)}  # where what begins so is turned on again, seen from the comment at hand
    found: list[list[_Reach]] = []
    for directive in reversed(directives):
        if directive.word == "on":
            if directive.ids:
                ends.update((id_, directive.start) for id_, _ in directive.ids)
            else:
                ends = {"": directive.start}
            continue
        row = []
        for id_, at in directive.ids or (("", directive.start),):
            said = id_ or text[directive.start : directive.end]
            if directive.word == "off-next-line":
                lines = lines or _ShownLines(text, hidden)
                start, end = lines.after(directive.end)
            else:
                start = directive.end
                end = min(ends[each] for each in _beginnings(id_) if each in ends)
            row.append(_Reach(id_, start, end, at, said))
        found.append(row)
    return [reach for row in reversed(found) for reach in row]


def _idle(directives: list[_Directive]) -> Iterator[_Directive]:
    """Return the comments that turn on what nothing before them has turned off."""
    off: set[str] = set()  # the beginnings of all ids that were
    for directive in directives:
        if directive.word == "off":
            off.update(each for id_, _ in directive.ids or (("", 0),) for each in _beginnings(id_))
        elif directive.word == "on" and not off.intersection(id_ for id_, _ in directive.ids or (("", 0),)):
            yield directive


class _ShownLines:
    """The lines of a text that hold something besides comments."""

    def __init__(self, text: str, hidden: tuple[tuple[int, int], ...]) -> None:
        parts, done = [], 0
        for start, end in hidden:
            parts += [text[done:start], _IN_LINE.sub(" ", text[start:end])]
            done = end
        shown = "".join([*parts, text[done:]])
        self._lines = index_lines(shown)
        self._all = len(text)
        spans = zip(self._lines.starts, self._lines.ends, strict=True)
        self._spans = [(start, end) for start, end in spans if shown[start:end].strip()]
        self._starts = [start for start, _ in self._spans]

    def after(self, place: int) -> tuple[int, int]:
        """Return the first such line below the one that holds a place; an empty span at the end where there is none."""
        row = bisect_right(self._lines.starts, place) - 1
        number = bisect_right(self._starts, self._lines.ends[row])
        return self._spans[number] if number < len(self._spans) else (self._all, self._all)


def _in_comment(issue: Issue, hidden: tuple[tuple[int, int], ...], starts: list[int]) -> bool:
    before = bisect_left(starts, max(issue.end, issue.start + 1))
    return before > 0 and hidden[before - 1][1] > issue.start


def _fault(rule: str, path: str, text: str, start: int, end: int, message: str) -> Issue:
    return Issue(path, rule, "warning", start, end, text[start:end], f"{message[0].upper()}{message[1:]}.")
