"""`newslint baseline write | prune | check`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..engine.baseline import (
    Baseline,
    BaselineError,
    Entry,
    Revision,
    difference,
    encode_baseline,
    entry_of,
    pruned,
    read_baseline,
)
from ..engine.book import load
from ..engine.project import Project, Said
from .choices import Grammar
from .errors import CommandError
from .output import note, write

if TYPE_CHECKING:
    from ..engine.checking import Checked
    from ..engine.run import Result
    from ..engine.suppression import Ran

app = typer.Typer(
    help="Accepted issues: a file that lets a newsroom begin with the copy it has, and that may only shrink.",
    rich_markup_mode=None,
)

_Paths = Annotated[
    list[str] | None,
    typer.Argument(help="Files, folders (their *.txt) or glob patterns. [default: .]", show_default=False),
]
_File = Annotated[
    Path | None,
    typer.Option(
        "--baseline", help="Its file. [default: the settings', or newslint-baseline.json]", show_default=False
    ),
]
_Config = Annotated[
    Path | None, typer.Option(help="Read these settings, not those found by walking up.", show_default=False)
]
_Across = Annotated[
    bool, typer.Option("--across", help="Compare the stories with one another too, as `check --across` does.")
]
_Grammar = Annotated[
    Grammar | None,
    typer.Option(help="LanguageTool. auto: where it is there; required: it must run.", show_default=False),
]


@app.command("write")
def write_(
    paths: _Paths = None,
    baseline: _File = None,
    config: _Config = None,
    grammar: _Grammar = None,
    across: _Across = False,
    force: Annotated[bool, typer.Option("--force", help="Begin anew where there is a baseline already.")] = False,
) -> int:
    """Check the copy and accept all errors and warnings that are there today.

    Commit the file. It holds no line numbers: edits elsewhere in a story do not bring back what was accepted.
    """
    survey = _survey(paths, baseline, config, grammar, "Accepting", across)
    place = survey.place
    if place.exists() and not force:
        raise CommandError(
            f"{place}: is there already, and may only shrink: `newslint baseline prune` takes out what is mended; "
            "--force begins anew"
        )
    made = Baseline(place, {path: tuple(rows) for path, rows in survey.found.items() if rows})
    _save(made)
    write(f"{place}: {made.size():,} issues accepted in {len(made.files):,} of {len(survey.found):,} files\n")
    return survey.say_failures()


@app.command("prune")
def prune(
    paths: _Paths = None,
    baseline: _File = None,
    config: _Config = None,
    grammar: _Grammar = None,
    across: _Across = False,
) -> int:
    """Take out of the baseline what is mended, what was in files that are gone, and what checks mean no more."""
    survey = _survey(paths, baseline, config, grammar, "Checking", across)
    old = survey.read()
    new = pruned(old, survey.found, survey.judged)
    gone = difference(old, new)
    if gone:
        _save(new)
    write(f"{old.path}: {len(gone):,} taken out, {new.size():,} left\n")
    return survey.say_failures()


@app.command("check")
def check(
    paths: _Paths = None,
    baseline: _File = None,
    config: _Config = None,
    grammar: _Grammar = None,
    across: _Across = False,
) -> int:
    """Say what `prune` would take out. Exit code 1 where it would: so that in CI the baseline shrinks with the work."""
    survey = _survey(paths, baseline, config, grammar, "Checking", across)
    old = survey.read()
    gone = difference(old, pruned(old, survey.found, survey.judged))
    for path, entry in gone:
        write(f'{path}: {entry.rule} "{entry.text}": accepted, and no longer there\n')
    if gone:
        write(f"{old.path}: {len(gone):,} of {old.size():,} could go: `newslint baseline prune` takes them out\n")
    else:
        write(f"{old.path}: all {old.size():,} are still there\n")
    return survey.say_failures() or int(bool(gone))


ACROSS_IDS = "across/"
"""What the ids of all checks begin with that look at stories together."""


class _Survey:
    """What is in the copy now, as the entries that would accept it, by path as in the baseline."""

    def __init__(self, place: Path, revision: Revision, across: bool) -> None:
        self.place = place
        self.found: dict[str, list[Entry]] = {}
        self.result: Result | None = None
        self._empty = Baseline(place, {})
        self._revision = revision
        self._ran: dict[str, Ran] = {}
        self._across = across

    def add(self, checked: Checked, ran: Ran) -> Checked:
        key = self._empty.key(checked.copy.path)
        rows = [entry_of(issue, self._revision) for issue in checked.issues]
        self.found[key] = [*self.found.get(key, ()), *rows]  # a text comes again with what stories show together
        self._ran.setdefault(key, ran)
        return checked

    def judged(self, path: str, rule: str) -> bool:
        return self._across if rule.startswith(ACROSS_IDS) else self._ran[path](rule)

    def read(self) -> Baseline:
        try:
            return read_baseline(self.place)
        except BaselineError as error:
            raise CommandError(str(error)) from None

    def say_failures(self) -> int:
        """Note what did not run; return the exit code that this asks for."""
        from ..reporters.words import not_run_lines

        assert self.result is not None
        for line in not_run_lines(self.result):
            note(line)
        return 2 if any(entry.why == "failed" for entry in self.result.not_run) else 0


def _survey(
    paths: list[str] | None, named: Path | None, config: Path | None, grammar: Grammar | None, label: str, across: bool
) -> _Survey:
    from ..engine.suppression import Baselines, chained, comments_applied
    from . import copyrun

    targets = paths or ["."]
    book = load()
    said = Said(grammar=grammar.value if grammar else None)
    desk = copyrun.prepare(targets, book, lambda: Project(config=config), said)
    place = Path(Baselines(desk.project, named).path(targets[0]))
    survey = _Survey(place, book.revision, across)
    comments = comments_applied(lambda: book.ids, lambda path, rule: desk.plan.options(path).selection.takes(rule))
    survey.result = copyrun.check_copy(
        desk,
        private=False,
        cached=True,
        label=label,
        suppress=chained((comments, survey.add)),
        jobs=None,
        across=across,
    )
    return survey


def _save(baseline: Baseline) -> None:
    from .outfile import why_not_written, write_whole

    try:
        write_whole(baseline.path, encode_baseline(baseline))
    except OSError as error:
        raise CommandError(f"{baseline.path}: the baseline could not be written: {why_not_written(error)}") from None
