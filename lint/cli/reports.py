"""Which reports a run gives, and where each goes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from ..engine.book import Book
from ..engine.run import Result
from ..reporters.discovery import FormatModule, format_names, load_format, pieces_of
from ..reporters.view import Terminal, View
from ..rulebook.errors import did_you_mean
from .errors import CommandError
from .output import can_show, is_terminal, note, terminal_width, wants_colour, write, write_bytes

if TYPE_CHECKING:
    from pathlib import Path


class Report(msgspec.Struct, frozen=True):
    """A report to give; ``path`` None: on standard output."""

    name: str
    format: FormatModule
    path: Path | None = None


def plan_reports(said: Sequence[str], output_file: Path | None, *, diff: bool = False) -> tuple[Report, ...]:
    """Return the reports that `--format` and `--output-file` ask for.

    Each of ``said`` is `FORMAT` or `FORMAT:FILE`; ``output_file`` is for the first without a file of its own, `-` is
    standard output. With ``diff`` none may be asked for: that is a report of its own. Raises CommandError, before
    anything has run, for a format that there is not, a file that cannot be written, reports that clash.
    """
    if diff and (said or output_file is not None):
        raise CommandError("--diff is a report of its own: leave --format and --output-file out")
    if not said and output_file is None:  # the everyday run
        return (Report("text", load_format("text")),)
    from pathlib import Path

    from .outfile import require_writable

    reports = []
    for value in said or ["text"]:
        name, colon, file = value.partition(":")
        path = None if file == "-" else Path(file)
        if colon and not file:
            raise CommandError(f"--format: `{value}` lacks the file after its colon")
        if not colon:
            path, output_file = output_file, None
            path = None if path == Path("-") else path
        reports.append(Report(name, _format(value, name), path))
    if output_file is not None:
        raise CommandError("--output-file: every --format has a file of its own already")
    _refuse_clashes(reports)
    for report in reports:
        if report.path is not None:
            require_writable(report.path)
    return tuple(reports)


def complete_formats(incomplete: str) -> list[str]:
    """Return the formats that begin so."""
    return [name for name in format_names() if name.startswith(incomplete)]


def _format(value: str, name: str) -> FormatModule:
    try:
        return load_format(name)
    except KeyError:
        names = format_names()
        hint = "; give --format once for each" if "," in value else did_you_mean(name, names)
        raise CommandError(f"--format: `{name}` is not one of {', '.join(names)}{hint}") from None


def _refuse_clashes(reports: Sequence[Report]) -> None:
    printed = [report for report in reports if report.path is None]
    whole = [report.name for report in printed if not report.format.LINES]
    if whole and len(printed) > 1:
        others = [report.name for report in printed if report.name != whole[0]] or [whole[0]]
        raise CommandError(
            f"--format: {whole[0]} and {others[0]} cannot share standard output; "
            f"give one a file: --format {whole[0]}:FILE"
        )
    seen: set[str] = set()
    for report in reports:
        if report.path is not None:
            real = os.path.realpath(report.path)
            if real in seen:
                raise CommandError(f"{report.path}: two reports cannot go to one file")
            seen.add(real)


def refuse_copy(reports: Iterable[Report], files: Iterable[str]) -> None:
    """Raise CommandError where a report would be written over a story that is checked."""
    targets = {os.path.realpath(report.path): report.path for report in reports if report.path is not None}
    for file in files if targets else ():
        if os.path.realpath(file) in targets:
            raise CommandError(f"{file}: a report cannot be written over a story that is checked")


def needs_texts(reports: Iterable[Report]) -> bool:
    """Say whether a report shows the copy itself, so that the run must keep it."""
    return any(report.format.TEXTS for report in reports)


def give_reports(
    reports: Sequence[Report], result: Result, book: Book, *, statistics: bool, whole: Result | None = None
) -> bool:
    """Write every report, files first; say whether all could be written. What could not is told on standard error.
    Of a run that was stopped no file is written, where it would pass for the report of a whole one.

    ``whole``: what the files hold, where that is more than what is printed.
    """
    view = _view(reports, book, statistics)
    done = True
    for report in reports:
        if report.path is not None and result.stopped is not None:
            note(f"newslint: {report.path}: the {report.name} report was not written: the run was stopped")
        elif report.path is not None:
            done &= _write_file(report, report.path, whole or result, view)
    printed = [report for report in reports if report.path is None]
    for report in printed:
        _print(report, result, view)
    if not any(report.format.LINES for report in printed):
        _note_failures(result)
    return done


def _view(reports: Sequence[Report], book: Book, statistics: bool) -> View:
    if all(report.name == "text" for report in reports):  # the everyday run: it looks for nothing
        return View(statistics=statistics)
    from pathlib import Path

    from ..reporters.explanations import explanations

    here = Path.cwd()
    root = next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)
    return View(statistics=statistics, rule=explanations(book), here=str(here), root=str(root))


def _write_file(report: Report, path: Path, result: Result, view: View) -> bool:
    from .outfile import why_not_written, write_whole

    pieces = pieces_of(report.format, result, view)
    try:
        write_whole(path, (p if isinstance(p, bytes) else p.encode("utf-8", "backslashreplace") for p in pieces))
    except OSError as error:
        note(f"newslint: {path}: the {report.name} report could not be written: {why_not_written(error)}")
        return False
    return True


def _print(report: Report, result: Result, view: View) -> None:
    if is_terminal(sys.stdout):
        terminal = Terminal(terminal_width(), wants_colour(), can_show("█▌", sys.stdout))
        view = msgspec.structs.replace(view, terminal=terminal)
    for data in pieces_of(report.format, result, view):
        if isinstance(data, bytes):
            write_bytes(data)
        else:
            write(data)


def _note_failures(result: Result) -> None:
    """Say on standard error what did not run, where something failed and no report says so to who reads the log."""
    if any(entry.why == "failed" for entry in result.not_run):
        from ..reporters.words import not_run_lines

        for line in not_run_lines(result):
            note(line)
