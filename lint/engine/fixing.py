"""`--fix` and `--diff` in a run: each file is settled when it has been checked, and written or shown."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from ..issue import NotRun
from ..newfile import remove_stale
from .checking import Checked, Recheck
from .files import STANDIN
from .rewrite import NotWrittenError, recoded, rewrite_text
from .settling import settle, unsafe_left


class Fixes(msgspec.Struct, frozen=True):
    """What a run has mended: how many issues, in how many files; ``unsafe`` is what only unsafe fixes would mend."""

    fixed: int = 0
    files: int = 0
    unsafe: int = 0


class Change(msgspec.Struct, frozen=True):
    """One text before and after its fixes."""

    path: str
    before: str
    after: str


Keep = Callable[[Change, bool], None]
"""Puts a change where it belongs; the flag says that it is standard input's. Raises NotWrittenError where it cannot."""


class Fixer:
    """Settles what a run has checked, the way `check_files` wants it done, and counts."""

    def __init__(self, keep: Keep, *, unsafe: bool = False) -> None:
        self._keep = keep
        self._unsafe = unsafe
        self._fixes = Fixes()

    @property
    def fixes(self) -> Fixes:
        return self._fixes

    def finish(self, checked: Checked, recheck: Recheck) -> Checked:
        """Return what is left to report of a text. One that could not be kept is reported as it was, with the reason.

        ``not_run`` of the result has what happened to the fixes.
        """
        settled = settle(checked, recheck, unsafe=self._unsafe)
        copy, after = checked.copy, settled.checked
        if settled.fixed:
            try:
                self._keep(Change(copy.path, copy.story.text, after.copy.story.text), copy.is_stdin)
            except NotWrittenError as error:
                failure = NotRun("fixes", copy.path, "failed", f"not fixed: {error}")
                after = msgspec.structs.replace(checked, not_run=(*checked.not_run, failure))
                settled = msgspec.structs.replace(settled, checked=after, fixed=0)
        self._fixes = Fixes(
            fixed=self._fixes.fixed + settled.fixed,
            files=self._fixes.files + bool(settled.fixed),
            unsafe=self._fixes.unsafe + (0 if self._unsafe else unsafe_left(after)),
        )
        return after


def write_or_hand_on(stdin: Stdin) -> Keep:
    """Return what writes each change to its file, and leaves that of standard input with ``stdin``."""

    def keep(change: Change, is_stdin: bool) -> None:
        if is_stdin:
            stdin.keep(change)
        else:
            rewrite_text(change.path, change.before, change.after)

    return keep


def remove_leftovers(files: Iterable[str]) -> None:
    """Remove what killed runs have left in the folders of these files."""
    folders = {os.path.dirname(os.path.realpath(path)) for path in files if path != STANDIN}  # noqa: PTH120
    for folder in sorted(folders):
        remove_stale(Path(folder))


class Stdin:
    """Standard input, read once, and what goes to standard output in its place."""

    def __init__(self, read: Callable[[], bytes]) -> None:
        self._read = read
        self._data: bytes | None = None
        self._fixed: bytes | None = None

    def read(self) -> bytes:
        if self._data is None:
            self._data = self._read()
        return self._data

    def keep(self, change: Change) -> None:
        """Take over the fixed text. Raises NotWrittenError where it cannot be written in the input's encoding."""
        self._fixed = recoded(self.read(), change.before, change.after)

    @property
    def output(self) -> bytes:
        """The fixed copy; the input as it was where nothing was fixed, or it could not be checked at all."""
        return self._fixed if self._fixed is not None else self.read()
