"""`newslint check --watch`: checks again what is saved, until Ctrl-C."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click
import msgspec

from ..engine.files import STANDIN
from ..engine.filewatch import Change, FolderWatch, WatchError
from ..engine.run import Result
from ..engine.watching import Grounds, State, Whole, concerns_settings, grounds, settings_states, state_of, wanted
from ..reporters.words import clean, count, summary
from .copyrun import Desk, check_copy, open_grammar
from .errors import CommandError
from .output import is_terminal, note
from .reports import Report, give_reports, needs_texts

if TYPE_CHECKING:
    from ..engine.checking import Checked, Recheck
    from ..engine.proofreader import Proofreader
    from ..engine.suppression import Suppress

_RENAME_S = 0.4
"""Seconds for an editor that saves by another name to put its file in place."""
_NAMED = 3
"""Files that are named; of more, the number is told."""


class Orders(msgspec.Struct, frozen=True):
    """What `check` was asked for. ``desk`` reads the settings and finds the files anew, ``suppression`` see `check`;
    both raise CommandError. ``more`` are files that count as settings.
    """

    targets: tuple[str, ...]
    reports: tuple[Report, ...]
    desk: Callable[[], Desk]
    suppression: Callable[[Desk], tuple[Desk, Suppress]]
    private: bool
    cached: bool
    statistics: bool
    more: tuple[Path, ...] = ()


def refuse_watching(targets: Sequence[str], reports: Sequence[Report], *, fixes: bool) -> None:
    """Raise CommandError for what does not go with watching."""
    if fixes:
        raise CommandError("--watch reports only: mend with a run of its own, with --fix and without --watch")
    if STANDIN in targets:
        raise CommandError("--watch: standard input cannot be watched: name files or folders")
    for report in reports:
        if report.path is None and not report.format.LINES:
            raise CommandError(
                f"--watch prints one report after the other, and {report.name} is a document of its own; "
                f"give it a file: --format {report.name}:FILE"
            )


def watch_copy(orders: Orders) -> NoReturn:
    """Check all, then again what changes. Ends by an exception alone: KeyboardInterrupt, or what SIGTERM raises."""
    with closing(_Session(orders)) as session:
        session.begin()
        while True:
            session.take(session.wait())


class _Session:
    def __init__(self, orders: Orders) -> None:
        self._orders = orders
        self._desk = orders.desk()
        self._whole = Whole()
        self._states: dict[str, State | None] = {}
        self._known: dict[str, str] = {}
        self._where: Grounds | None = None
        self._settings: dict[str, State | None] = {}
        self._identity: tuple[tuple[str, tuple[int, int] | None], ...] = ()
        self._watch: FolderWatch | None = None
        self._broken = ""
        self._grammar = ExitStack()
        self._reader: Proofreader | None = None

    def begin(self) -> None:
        self._look()
        files = self._desk.found.files
        self._check(files, {path: state_of(path) for path in files}, self._desk)
        note(f"{_now()} watching {count(len(self._states), 'file')}; Ctrl-C ends it")

    def wait(self) -> frozenset[Change]:
        if self._watch is None:
            raise RuntimeError("nothing is watched yet")
        try:
            return self._watch.wait()
        except WatchError as error:
            raise CommandError(str(error)) from None

    def close(self) -> None:
        if self._watch is not None:
            self._watch.close()
        self._grammar.close()

    def take(self, changes: frozenset[Change]) -> None:
        """Check what has changed; an empty set: anything may have."""
        settings = self._concern_settings(changes)
        if any(change.sort == "deleted" for change in changes):
            self._wait_for_renames()
        edits = changes and all(change.sort == "modified" and change.path in self._known for change in changes)
        if settings or not edits:
            usable = self._read_anew(settings)
            settings = settings and usable
            self._look()
        states = {path: state_of(path) for path in self._desk.found.files}
        there = {path: state for path, state in states.items() if state is not None or path in self._states}
        gone = [path for path in self._states if there.get(path) is None]
        new = [path for path, state in there.items() if state is not None and path not in self._states]
        changed = [
            path for path, state in there.items() if state and path in self._states and state != self._states[path]
        ]
        if not (settings or gone or new or changed):
            return
        if is_terminal(sys.stdout):
            click.clear()
        self._tell(settings=settings, changed=changed, new=new, gone=gone)
        self._whole.drop(gone)
        for path in gone:
            del self._states[path]
        files = [path for path, state in there.items() if state is not None] if settings else [*changed, *new]
        if files:
            ordered = tuple(sorted(files))
            self._check(ordered, {path: there[path] for path in ordered}, self._desk)
        else:
            self._write_files()
        if len(files) < len(self._states) or not files:
            note(f"{_now()} in all: {summary(self._whole.result())}")

    def _concern_settings(self, changes: frozenset[Change]) -> bool:
        """Say whether settings may have changed; what was saved before the watch had begun is told by the files."""
        if self._where is None:
            return False
        if not changes:
            return settings_states(self._where) != self._settings
        return any(concerns_settings(change, self._where) for change in changes)

    def _wait_for_renames(self) -> None:
        """Wait until every known file is there, or cannot be on its way any more."""
        end = time.monotonic() + _RENAME_S
        while time.monotonic() < end and any(state_of(path) is None for path in self._states):
            time.sleep(_RENAME_S / 10)

    def _read_anew(self, settings: bool) -> bool:
        """Read the settings and find the files anew; say what is wrong once, and go on with what was there before."""
        try:
            desk = self._orders.desk()
        except CommandError as error:
            if settings or str(error) != self._broken:
                note(f"newslint: {error!s}")
                note(f"{_now()} the settings cannot be used; those from before hold until they can")
            self._broken = str(error)
            return False
        self._broken = ""
        if settings:
            self._end_grammar()  # other checks may ask for other rules
        self._desk = desk
        return True

    def _check(self, files: tuple[str, ...], states: dict[str, State | None], desk: Desk) -> None:
        orders = self._orders
        failures = desk.found.failures if not self._states else ()
        keep_text = needs_texts(report for report in orders.reports if report.path is not None)

        def record(checked: Checked, recheck: Recheck) -> Checked:
            self._whole.record(checked, keep_text=keep_text)
            return checked

        try:
            found = msgspec.structs.replace(desk.found, files=files, failures=failures)
            narrowed, suppress = orders.suppression(msgspec.structs.replace(desk, found=found))
        except CommandError as error:  # the baseline, or git: the files stay to be checked
            note(f"newslint: {error!s}")
            return
        self._whole.drop(files)
        result = check_copy(
            narrowed,
            private=orders.private,
            cached=orders.cached,
            show_progress=len(files) > 20,
            suppress=suppress,
            finish=record,
            keep_texts=needs_texts(orders.reports),
            grammar=self._held_grammar(narrowed),
        )
        if self._reader is not None and self._reader.ended is not None:
            self._end_grammar()
        self._states.update(states)
        self._whole.ran(result)
        self._report(result)

    def _report(self, result: Result) -> None:
        give_reports(
            self._orders.reports,
            result,
            self._desk.book,
            statistics=self._orders.statistics,
            whole=self._whole.result(),
        )
        sys.stdout.flush()

    def _write_files(self) -> None:
        files = [report for report in self._orders.reports if report.path is not None]
        if files:
            give_reports(files, self._whole.result(), self._desk.book, statistics=self._orders.statistics)

    def _held_grammar(self, desk: Desk) -> nullcontext[Proofreader | None] | None:
        """Return the private LanguageTool server of this session; None: each check asks the user's shared one."""
        from os import environ

        from ..grammar.server import wants_private

        orders = self._orders
        if not (orders.private or wants_private(environ)) or desk.grammar_url is not None:
            return None
        if self._reader is None:
            self._reader = self._grammar.enter_context(open_grammar(desk, private=True, cached=orders.cached))
        return nullcontext(self._reader)

    def _end_grammar(self) -> None:
        self._reader = None
        self._grammar.close()

    def _look(self) -> None:
        """Watch where copy and settings are now."""
        files = self._desk.found.files
        self._known.clear()
        real: dict[Path, Path] = {}
        for path in files:
            whole = Path(path).absolute()
            if whole.parent not in real:
                real[whole.parent] = whole.parent.resolve()
            self._known[str(whole)] = self._known[str(real[whole.parent] / whole.name)] = path
        where = grounds(self._orders.targets, files, self._desk.project, self._orders.more)
        self._settings = settings_states(where)
        if self._where is not None and (where, where.identity) == (self._where, self._identity):
            return
        if self._watch is not None:
            self._watch.close()
        self._where, self._identity = where, where.identity
        self._watch = FolderWatch(where.deep, where.flat, wanted(where, self._known))

    def _tell(self, *, settings: bool, changed: list[str], new: list[str], gone: list[str]) -> None:
        said = ["settings changed"] if settings else []
        said += [_named(changed, "changed"), _named(new, "new"), _named(gone, "gone")]
        note(f"{_now()} {'; '.join(part for part in said if part)}")


def _named(paths: list[str], what: str) -> str:
    if not paths:
        return ""
    if len(paths) > _NAMED:
        return f"{what}: {count(len(paths), 'file')}"
    return clean(f"{what}: {', '.join(sorted(paths))}")


def _now() -> str:
    return time.strftime("%H:%M:%S")
