"""The baseline: issues that a newsroom has accepted, in a file of its own that may only shrink.

An entry is a rule, the words in question and a fingerprint of what is around them; it holds no line numbers, so that
edits elsewhere in the story do not matter. Where the words before or those after have changed too, the other side is
enough. An entry speaks for one issue: of two that are alike, two entries accept both.
"""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from zlib import crc32

import msgspec

from ..rulebook.datafile import DATA_BYTES, read_bytes
from ..rulebook.errors import shown
from ..text.regex import regex
from .finding import BaselineError as BaselineError
from .placed import PlacedIssue

_WORDS = 4
"""Words on either side that an entry knows."""
_SHOWN = 60
"""Code points of a longer text that the file shows: the rest is in the fingerprint of the text."""

Revision = Callable[[str], int]
"""The revision of the check that reports under an id."""


class Entry(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One accepted issue. ``before`` and ``after`` are fingerprints of the words on each side, "" where there are none
    on its line. ``revision`` is the check's when the issue was accepted.
    """

    rule: str
    text: str
    before: str = ""
    after: str = ""
    revision: int = 1


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    version: int
    files: dict[str, tuple[Entry, ...]]


class Baseline(msgspec.Struct, frozen=True):
    """The entries by path; the paths are relative to the folder of the file, with slashes."""

    path: Path
    files: dict[str, tuple[Entry, ...]]

    def key(self, path: str) -> str:
        """Return the path by which a file's entries are kept."""
        folder = os.path.abspath(self.path.parent)  # noqa: PTH100
        return os.path.relpath(os.path.abspath(path), folder).replace(os.sep, "/")  # noqa: PTH100

    def size(self) -> int:
        """Return the number of entries."""
        return sum(map(len, self.files.values()))


def read_baseline(path: Path) -> Baseline:
    """Read a baseline. Raises BaselineError."""
    try:
        data = read_bytes(str(path), DATA_BYTES)
    except FileNotFoundError:
        raise BaselineError(f"{path}: no such file: `newslint baseline write` makes it") from None
    except OSError as error:
        raise BaselineError(f"{shown(str(path))}:1:1: {(error.strerror or 'cannot be read').lower()}") from None
    try:
        file = msgspec.json.decode(data, type=_File)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise BaselineError(f"{path}{_complaint(data, error)}; `newslint baseline write --force` begins anew") from None
    if file.version != 1:
        raise BaselineError(f"{path}: written by a later newslint (version {file.version}): update newslint")
    return Baseline(path, file.files)


def _complaint(data: bytes, error: Exception) -> str:
    """Say what is wrong with a file that is no baseline, after its place as far as one is known."""
    for number, line in enumerate(data.split(b"\n"), start=1):
        if line.startswith((b"<<<<<<< ", b"||||||| ", b">>>>>>> ")):
            return f":{number}:1: a merge that was not finished: keep the lines of one side"
    said = str(error)
    at: int | None = len(data) if "truncated" in said else None
    byte = regex(r"\(byte (\d+)\)").search(said)
    if byte:
        at = int(byte[1])
    if at is None:
        return f":1:1: not a baseline: {said}"
    before = data[:at].rpartition(b"\n")
    row, column = data.count(b"\n", 0, at) + 1, len(before[2].decode("utf-8", "replace")) + 1
    return f":{row}:{column}: not a baseline: {said}"


def encode_baseline(baseline: Baseline) -> bytes:
    """Return the file: an entry a line, sorted, so that versions can be compared and merged."""
    lines = ["{", ' "version": 1,', ' "files": {']
    paths = sorted(path for path, entries in baseline.files.items() if entries)
    for number, path in enumerate(paths, start=1):
        rows = sorted(baseline.files[path], key=lambda entry: (entry.rule, entry.text, entry.before, entry.after))
        lines.append(f"  {_json(path)}: [")
        lines += [f"   {_json(entry)}{',' if row < len(rows) else ''}" for row, entry in enumerate(rows, start=1)]
        lines.append(f"  ]{',' if number < len(paths) else ''}")
    return "\n".join([*lines, " }", "}", ""]).encode()


def entry_of(issue: PlacedIssue, revision: Revision) -> Entry:
    """Return the entry that accepts an issue."""
    at = issue.column - issue.excerpt_column
    before = issue.excerpt[:at].split()
    if issue.excerpt_column > 1:
        before = before[1:]  # the line was cut there, perhaps within a word
    after = issue.excerpt[at + len(issue.text) :].split() if issue.end_line == issue.line else []
    text = " ".join(issue.text.split())
    if len(text) > _SHOWN:
        text = f"{text[:_SHOWN]}… {_fingerprint(text)}"
    return Entry(
        rule=issue.rule,
        text=text,
        before=_fingerprint(" ".join(before[-_WORDS:])),
        after=_fingerprint(" ".join(after[:_WORDS])),
        revision=revision(issue.rule),
    )


def match(entries: Sequence[Entry], issues: Sequence[Entry]) -> tuple[set[int], set[int]]:
    """Return which issues, given as the entries that would accept them, are accepted, and which entries did so.

    Both are indexes. What fits on both sides goes before what fits on one.
    """
    accepted: set[int] = set()
    used: set[int] = set()
    for one_side in (False, True):
        free: dict[Entry, list[int]] = defaultdict(list)
        for index, entry in enumerate(entries):
            if index not in used:
                for face in _faces(entry, one_side):
                    free[face].append(index)
        for index, issue in enumerate(issues):
            if index in accepted:
                continue
            fitting = (entry for face in _faces(issue, one_side) for entry in free.get(face, ()) if entry not in used)
            if (found := next(fitting, None)) is not None:
                accepted.add(index)
                used.add(found)
    return accepted, used


def pruned(baseline: Baseline, found: dict[str, list[Entry]], judged: Callable[[str, str], bool]) -> Baseline:
    """Return the baseline without the entries that accept nothing any more.

    ``found`` has the entries that would accept what a run found, by path as in the baseline, and an empty list for a
    file without issues; a path that is not in it was not looked at, and keeps its entries unless its file has gone.
    ``judged`` says whether the check that reports under an id ran on a path: where it did not, the entry stays.
    """
    files: dict[str, tuple[Entry, ...]] = {}
    for path, entries in baseline.files.items():
        if path in found:
            _, used = match(entries, found[path])
            keep = tuple(entry for index, entry in enumerate(entries) if index in used or not judged(path, entry.rule))
        else:
            keep = entries if (baseline.path.parent / path).exists() else ()
        if keep:
            files[path] = keep
    return Baseline(baseline.path, files)


def difference(old: Baseline, new: Baseline) -> list[tuple[str, Entry]]:
    """Return the entries that the old one has and the new one lacks, with their paths."""
    rows = []
    for path, entries in sorted(old.files.items()):
        left = Counter(entries) - Counter(new.files.get(path, ()))
        rows += [(path, entry) for entry in sorted(left.elements(), key=lambda entry: (entry.rule, entry.text))]
    return rows


def moved(baseline: Baseline, path: str, issues: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the entries of a file that has gone and whose every entry fits these issues: it was renamed.

    ``path`` is as in the baseline; where it has entries of its own, there are none.
    """
    if path in baseline.files:
        return ()
    rows = list(issues)
    for other, entries in baseline.files.items():
        if len(entries) <= len(rows) and not (baseline.path.parent / other).exists():
            _, used = match(entries, rows)
            if len(used) == len(entries):
                return entries
    return ()


def _faces(entry: Entry, one_side: bool) -> tuple[Entry, ...]:
    if not one_side:
        return (entry,)
    sides = []
    if entry.before:
        sides.append(msgspec.structs.replace(entry, after=""))
    if entry.after:
        sides.append(msgspec.structs.replace(entry, before=""))
    return tuple(sides)


def _fingerprint(text: str) -> str:
    return f"{crc32(text.encode('utf-8', 'surrogatepass')):08x}" if text else ""


def _json(value: str | Entry) -> str:
    return msgspec.json.encode(value).decode()
