"""What a run that goes on knows: which files there are and in which state, what was found in them, where to look."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import msgspec

from ..issue import NotRun
from .checking import Checked
from .filewatch import Change
from .finding import BASELINE_NAME, PYPROJECT_NAME, SETTINGS_NAME
from .parts import count_words
from .placed import PlacedIssue
from .project import Project
from .run import Result

State = tuple[int, int, int]
"""When a file was changed (nanoseconds), its bytes, and which file it is on its disk."""

_SETTINGS = frozenset({SETTINGS_NAME, PYPROJECT_NAME, ".gitignore", BASELINE_NAME})


class Found(msgspec.Struct, frozen=True):
    """What is known of one file since it was last checked; ``variant`` "" where it could not be."""

    issues: tuple[PlacedIssue, ...] = ()
    not_run: tuple[NotRun, ...] = ()
    variant: str = ""
    words: int = 0
    accepted: int = 0
    text: str = ""


class Whole:
    """What was last found in every file, put together from runs over some of them."""

    def __init__(self) -> None:
        self._by_path: dict[str, Found] = {}
        self._rest: tuple[NotRun, ...] = ()
        self._languagetool: str | None = None

    def record(self, checked: Checked, *, keep_text: bool) -> None:
        text = checked.copy.story.text
        self._by_path[checked.copy.path] = Found(
            checked.issues,
            (),
            checked.copy.variant,
            count_words(text),
            checked.accepted,
            text if keep_text else "",
        )

    def ran(self, result: Result) -> None:
        """Take in what a run says besides the texts that were recorded: what did not run."""
        by_path: dict[str, list[NotRun]] = {}
        for entry in result.not_run:
            if entry.path is not None:
                by_path.setdefault(entry.path, []).append(entry)
        for path, entries in by_path.items():
            before = self._by_path.get(path, Found())
            self._by_path[path] = msgspec.structs.replace(before, not_run=tuple(entries))
        self._rest = tuple(entry for entry in result.not_run if entry.path is None)
        self._languagetool = result.languagetool or self._languagetool

    def drop(self, paths: Iterable[str]) -> None:
        for path in paths:
            self._by_path.pop(path, None)

    def result(self) -> Result:
        """Return the result of all files as they were last checked."""
        rows = sorted(self._by_path.items())
        checked = [(path, found) for path, found in rows if found.variant]
        return Result(
            issues=tuple(issue for _, found in rows for issue in found.issues),
            files=tuple(path for path, _ in checked),
            not_run=(*self._rest, *(entry for _, found in rows for entry in found.not_run)),
            languages={path: found.variant for path, found in checked},
            words=sum(found.words for _, found in rows),
            languagetool=self._languagetool,
            texts={path: found.text for path, found in checked if found.text},
            accepted=sum(found.accepted for _, found in rows),
        )


def state_of(path: str) -> State | None:
    """Return a file's state, None where there is none."""
    try:
        stat = os.stat(path)  # noqa: PTH116 - for each file of thousands
    except (OSError, ValueError):
        return None
    return stat.st_mtime_ns, stat.st_size, stat.st_ino


class Grounds(msgspec.Struct, frozen=True):
    """Where to look for changes, as absolute paths.

    ``deep`` are folders that are searched for copy, ``flat`` those that hold a file that is named, or settings.
    ``named`` are the files and folders that the run was asked for, ``settings`` the files that its settings come from.
    """

    deep: frozenset[str]
    flat: frozenset[str]
    named: frozenset[str]
    settings: frozenset[str]

    @property
    def identity(self) -> tuple[tuple[str, tuple[int, int] | None], ...]:
        """Tells these folders from others of the same names: a watch ends with the folder that it is on."""
        return tuple((folder, _inode(folder)) for folder in sorted(self.deep | self.flat))


def grounds(targets: Iterable[str], files: Iterable[str], project: Project, more: Iterable[Path]) -> Grounds:
    """Return where to look; ``more`` are files on which the run depends besides its copy and what its settings name."""
    deep: set[str] = set()
    named: set[str] = set()
    settings = {os.path.abspath(path) for path in more}  # noqa: PTH100
    for target in targets:
        whole = os.path.abspath(target)  # noqa: PTH100
        if glob.has_magic(target) and not Path(target).exists():
            deep.add(_before_magic(whole))
            continue
        named |= {whole, os.path.realpath(whole)}
        if Path(whole).is_dir():
            deep |= {whole}
    seen: set[int] = set()
    roots: set[str] = set()
    for path in (*targets, *files):
        ground = project.ground(path)
        if id(ground) not in seen:
            seen.add(id(ground))
            settings.update(os.path.abspath(layer.path) for layer in ground.layers)  # noqa: PTH100
            words = ground.settings.words_file
            settings.update((words,) if isinstance(words, str) else words)
            if ground.settings.baseline is not None:
                settings.add(str(Path(ground.root, ground.settings.baseline).absolute()))
        roots.add(os.path.dirname(os.path.abspath(path)))  # noqa: PTH100, PTH120
    flat = {os.path.dirname(path) for path in (*named, *settings)} | _above(roots)  # noqa: PTH120
    deep = {_nearest(folder) for folder in deep}
    flat = {_nearest(folder) for folder in flat}
    deep = {folder for folder in deep if not _below(folder, deep - {folder})}
    flat = {folder for folder in flat if folder not in deep and not _below(folder, deep)}
    return Grounds(frozenset(deep), frozenset(flat), frozenset(named), frozenset(settings))


def concerns_settings(change: Change, where: Grounds) -> bool:
    """Say whether settings may have changed."""
    return os.path.basename(change.path) in _SETTINGS or change.path in where.settings  # noqa: PTH119


def settings_states(where: Grounds) -> dict[str, State | None]:
    """Return the state of every file that settings come from, or would come from if it were there."""
    there = {os.path.join(folder, name) for folder in where.deep | where.flat for name in _SETTINGS}  # noqa: PTH118
    return {path: state_of(path) for path in sorted(there | where.settings)}


def wanted(where: Grounds, known: Mapping[str, str]) -> Callable[[Change], bool]:
    """Return what says which changes matter; ``known`` has the absolute and real paths of the files as keys."""

    def matters(change: Change) -> bool:
        path = change.path
        if concerns_settings(change, where) or path in where.named or path in known:
            return True
        folder = next((each for each in where.deep if _below(path, {each})), None)
        if folder is None or change.sort == "modified":
            return False
        return not any(part.startswith(".") for part in Path(path).relative_to(folder).parts)

    return matters


def _above(folders: set[str]) -> set[str]:
    """Return folders and those above them, up to their repositories' roots: settings may appear there."""
    found: set[str] = set()
    for folder in folders:
        for each in (Path(folder), *Path(folder).parents):
            found.add(str(each))
            if (each / ".git").exists():
                break
    return found


def _before_magic(pattern: str) -> str:
    parts = Path(pattern).parts
    plain = next((number for number, part in enumerate(parts) if glob.has_magic(part)), len(parts))
    return str(Path(*parts[:plain]))


def _nearest(folder: str) -> str:
    """Return the folder, or the nearest above it that is there."""
    return next((str(each) for each in (Path(folder), *Path(folder).parents) if each.is_dir()), folder)


def _below(path: str, folders: set[str]) -> bool:
    return any(path.startswith(folder.rstrip(os.sep) + os.sep) for folder in folders)


def _inode(folder: str) -> tuple[int, int] | None:
    try:
        stat = Path(folder).stat()
    except OSError:
        return None
    return stat.st_dev, stat.st_ino
