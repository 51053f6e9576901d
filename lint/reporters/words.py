"""The wording that the reports for people share."""

from __future__ import annotations

from collections import Counter
from typing import Literal

import msgspec

from ..engine.run import Result
from ..issue import NotRun
from ..text.regex import regex

# C0 and C1 controls, line and paragraph separators, and the marks that reorder a line: in a report they could hide or
# fake output.
_STEERING = regex(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

_SURROGATE = regex(r"[\ud800-\udfff]")


def clean(text: str) -> str:
    """Return a text on one line without characters that steer a terminal; each is shown as its code."""
    return _STEERING.sub(lambda found: _code(found.group()), text)


def no_surrogates(text: str) -> str:
    """Return a text that UTF-8 can hold: of a path's undecodable bytes, and of what else it cannot, the codes."""
    return text if text.isascii() else _SURROGATE.sub(lambda found: _code(found.group()), text)


def _code(char: str) -> str:
    if char in "\t\r\n":
        return " "
    number = ord(char)
    if 0xDC80 <= number <= 0xDCFF:  # a byte of a path that is no UTF-8
        number -= 0xDC00
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"


def count(number: int, noun: str) -> str:
    """Return "1 file", "2 files", "1,178 files"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def summary(result: Result) -> str:
    """Return the line that sums up a run."""
    severities = Counter(issue.severity for issue in result.issues)
    parts = [count(severities[s], s) for s in ("error", "warning") if severities[s]]
    if severities["advice"]:
        parts.append(f"{severities['advice']:,} advice")
    said = f"{', '.join(parts) or 'no issues'} in {count(len(result.files), 'file')}"
    if result.accepted:
        said += f"; {result.accepted:,} accepted"
    if result.fixes is None:
        return f"{said}{_fixable(result)}"
    return f"{said}; {result.fixes.fixed:,} fixed{_unsafe(result)}"


def _fixable(result: Result) -> str:
    """Return what `--fix` could do about the issues, or nothing."""
    kinds = Counter(issue.fixable for issue in result.issues if issue.edits)
    safe, unsafe = kinds["safe"], kinds["unsafe"]
    if not safe:
        return f"; {unsafe:,} fixable with --fix --unsafe-fixes" if unsafe else ""
    return f"; {safe:,} fixable with --fix{f', {unsafe:,} more with --unsafe-fixes' if unsafe else ''}"


def fixes_line(result: Result) -> str:
    """Return the line that says what fixes would do."""
    fixes = result.fixes
    if fixes is None or not fixes.fixed:
        return f"nothing to fix in {count(len(result.files), 'file')}{_unsafe(result)}"
    files = f"{fixes.files:,} of {count(len(result.files), 'file')}"
    return f"{fixes.fixed:,} would be fixed in {files}{_unsafe(result)}"


def _unsafe(result: Result) -> str:
    unsafe = result.fixes.unsafe if result.fixes else 0
    return f", {unsafe:,} more with --unsafe-fixes" if unsafe else ""


_OF_A_FILE = ("checks", "fixes")
"""What did not run on a file as a whole: it is said for each file."""

_NAMED = 3
"""Files that are named where one thing did not run on many."""


NotRunReason = Literal["off", "unavailable", "failed"]


class NotRunLine(msgspec.Struct, frozen=True):
    """What did not run, in words; ``paths`` are the files it is about, None among them: all."""

    text: str
    why: NotRunReason
    paths: tuple[str | None, ...]


def not_run_lines(result: Result) -> list[str]:
    """Return the text of `not_run_rows`, with nothing in it that can steer a terminal."""
    return [clean(row.text) for row in not_run_rows(result)]


def not_run_rows(result: Result) -> list[NotRunLine]:
    """Return one line for each thing that did not run, failures last but for grammar, which is the very last.

    What a check said of many files is one line, and so are grammar and the checks that it took with it; what was turned
    off is not mentioned, but for files that were left out.
    """
    together: dict[tuple[str, NotRunReason, str], list[str | None]] = {}
    with_grammar = Counter(e.mend for e in result.not_run if _needs_grammar(e) and e.why != "off")
    for entry in result.not_run:
        if _needs_grammar(entry) or (entry.what, entry.why) == ("grammar", "off"):
            continue
        # What is wrong with a file is said for each file; what is wrong with a check, once.
        key = entry.path or "" if entry.what in _OF_A_FILE else entry.what
        what = entry.what
        if what == "grammar" and entry.path is None and with_grammar[entry.mend]:
            what = f"grammar and {count(with_grammar.pop(entry.mend), 'check')}"
        together.setdefault((what, entry.why, f"{key}\0{entry.mend}"), []).append(entry.path)
    for mend, number in with_grammar.items():
        together[(count(number, "check"), "unavailable", f"\0{mend}")] = [None]
    rows = sorted(together.items(), key=lambda row: (row[0][0].startswith("grammar"), row[0][1] == "failed"))
    return [
        NotRunLine(_line(what, paths, why, key.split("\0", 1)[1]), why, tuple(paths))
        for (what, why, key), paths in rows
    ]


def _needs_grammar(entry: NotRun) -> bool:
    """Say whether this is a check that is a rule for LanguageTool, which did not run."""
    return entry.what not in (*_OF_A_FILE, "rules", "run", "grammar", "across") and entry.why != "failed"


def _line(what: str, paths: list[str | None], why: str, mend: str) -> str:
    if what in ("rules", "run"):
        return mend
    if what == "across" and why != "failed":
        return f"the stories were not compared in full: {mend}"
    if what in _OF_A_FILE:
        return f"{paths[0]}: {'error: ' if why == 'failed' else ''}{mend}"
    named = [path for path in paths if path is not None]
    where = f"{', '.join(named[:_NAMED])}: " if named else ""
    if len(named) > _NAMED:
        where = f"{', '.join(named[:_NAMED])} and {count(len(named) - _NAMED, 'file')} more: "
    return f"{where}{what} {'failed' if why == 'failed' else 'did not run'}: {mend}"
