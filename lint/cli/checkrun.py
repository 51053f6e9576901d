"""What `newslint check` does, from its arguments to its exit code."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, cast

from ..engine.book import load
from ..engine.project import Project, Said
from ..engine.run import Result
from ..engine.settings import GrammarMode
from ..issue import SEVERITIES, NotRun, Severity
from .arguments import CheckArguments
from .copyrun import Desk, check_copy, prepare, read_stdin
from .errors import STOPS, CommandError
from .project import as_day, as_language
from .reports import give_reports, needs_texts, plan_reports, refuse_copy
from .suppressing import suppression

if TYPE_CHECKING:
    from pathlib import Path

    from ..engine.suppression import Suppress


_STOPPED_EARLY = "stopped when the files were looked for: none has been checked"


def run_check(said: CheckArguments) -> int:
    """Check copy, report, and return the exit code. Raises CommandError for what cannot be done."""
    targets = list(said.paths) or ["."]
    reports = plan_reports(said.format, _path(said.output_file), diff=said.diff)
    wishes = Said(
        language=None if said.language is None else as_language(said.language),
        style=said.style,
        day=None if said.date is None else as_day(said.date),
        grammar=cast("GrammarMode | None", said.grammar),
        select=_split(said.select),
        ignore=_split(said.ignore),
        advice=said.show is not None or said.fail_on == "advice",
        exclude=said.exclude,
        respect_gitignore=said.respect_gitignore,
    )
    book = load(cached=not said.no_cache)

    def prepared() -> Desk:
        desk = prepare(
            targets,
            book,
            lambda: Project(config=_path(said.config), isolated=said.isolated),
            wishes,
            stdin_name=said.stdin_filename,
            force_exclude=said.force_exclude,
            grammar_url=said.grammar_url,
        )
        refuse_copy(reports, desk.found.files)
        return desk

    def narrowed(desk: Desk) -> tuple[Desk, Suppress]:
        return suppression(
            desk, baseline=_path(said.baseline), no_baseline=said.no_baseline, changed_since=said.changed_since
        )

    if said.watch and said.across:
        raise CommandError(
            "--watch looks at one story after the other: compare them in a run of its own, with --across"
        )
    if said.watch:
        from .watch import Orders, refuse_watching, watch_copy

        refuse_watching(targets, reports, fixes=said.fix or said.diff)
        more = tuple(path for path in (_path(said.config), _path(said.baseline)) if path is not None)
        watch_copy(
            Orders(
                tuple(targets), reports, prepared, narrowed, said.no_daemon, not said.no_cache, said.statistics, more
            )
        )
    try:
        desk, suppress = narrowed(prepared())
    except STOPS as error:
        nothing = Result(not_run=(NotRun("run", None, "failed", _STOPPED_EARLY),), stopped=type(error))
        with _stopping(type(error)):
            give_reports(() if said.diff else reports, nothing, book, statistics=said.statistics)
        raise
    fixing = None
    if said.fix or said.diff:
        from .fixing import Fixing

        fixing = Fixing(
            desk.found, unsafe=said.unsafe_fixes, diff=said.diff, exit_zero=said.exit_zero, read_stdin=read_stdin
        )
    if len(desk.found.files) > 1:
        gc.set_threshold(50_000)
    result = check_copy(
        desk,
        private=said.no_daemon,
        cached=not said.no_cache,
        show_progress=_many(targets),
        stdin_name=said.stdin_filename,
        read_stdin=fixing.read_stdin if fixing else read_stdin,
        suppress=suppress,
        finish=fixing.finish if fixing else None,
        keep_texts=needs_texts(reports),
        jobs=said.jobs,
        across=said.across,
        stops=STOPS,
    )
    code = exit_code(result, fail_on=said.fail_on, exit_zero=said.exit_zero, grammar=desk.mode)
    written = True

    def report(counted: Result) -> None:
        nonlocal written
        written = give_reports(reports, counted, desk.book, statistics=said.statistics)

    with _stopping(result.stopped):
        if fixing is not None:
            code = fixing.report(result, code, report)
        else:
            report(result)
    return code if written else 2


@contextmanager
def _stopping(stopped: type[BaseException] | None) -> Iterator[None]:
    """Report in the block. What has stopped the run is raised after it, for its exit code; no reader is awaited."""
    if stopped is None:
        yield
        return
    from .stopping import NobodyReadsError, hurried

    with suppress(NobodyReadsError), hurried():
        yield
        sys.stdout.flush()
    raise stopped


def exit_code(result: Result, *, fail_on: Severity, exit_zero: bool, grammar: GrammarMode) -> int:
    """Return 2 where something failed, or grammar was required and did not run; 1 for issues; otherwise 0."""
    if any(n.why == "failed" or (grammar == "required" and n.what == "grammar") for n in result.not_run):
        return 2
    grave = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return int(not exit_zero and any(found.severity in grave for found in result.issues))


def _path(named: str | None) -> Path | None:
    if named is None:
        return None
    from pathlib import Path  # 3 ms: only where a file is named

    return Path(named)


def _split(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


def _many(targets: list[str]) -> bool:
    """Say whether the run may be long enough to show how far it is."""
    return len(targets) > 20 or any(os.path.isdir(target) or "*" in target for target in targets)
