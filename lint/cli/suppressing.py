"""What `check` leaves out of its report: what comments hide, what the baseline accepts, lines that git knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from ..engine.files import STANDIN, UnreadableError, read_copy
from ..engine.finding import BaselineError
from ..engine.suppression import Baselines, Suppress, baseline_applied, chained, comments_applied, unchanged_left_out
from .copyrun import Desk
from .errors import CommandError

if TYPE_CHECKING:
    from pathlib import Path


def suppression(
    desk: Desk, *, baseline: Path | None, no_baseline: bool, changed_since: str | None
) -> tuple[Desk, Suppress]:
    """Return what takes out of each text's issues what is not reported, and the desk with the files left to check.

    Raises CommandError where the baseline cannot be read, or git cannot say what has changed.
    """
    plan, book = desk.plan, desk.book
    parts = [comments_applied(lambda: book.ids, lambda path, rule: plan.options(path).selection.takes(rule))]
    if not no_baseline:
        parts.append(_baseline(desk, baseline))
    if changed_since is not None:
        desk, part = _only_changed(desk, changed_since)
        parts.append(part)
    return desk, chained(tuple(parts))


def _baseline(desk: Desk, named: Path | None) -> Suppress:
    baselines = Baselines(desk.project, named)
    try:
        for path in desk.found.files:
            baselines.of(path)  # what is wrong with one is said before the run
    except BaselineError as error:
        raise CommandError(str(error)) from None
    return baseline_applied(baselines, desk.book.revision)


def _only_changed(desk: Desk, ref: str) -> tuple[Desk, Suppress]:
    from ..engine.changes import ChangesError, changed_since

    files = [path for path in desk.found.files if path != STANDIN]
    try:
        changed = changed_since(ref, files)
    except ChangesError as error:
        raise CommandError(f"--changed-since: {error}") from None
    left = tuple(path for path in desk.found.files if path == STANDIN or path in changed)
    texts: dict[str, str] = {}
    for path in changed:
        try:
            texts[path] = read_copy(path)
        except UnreadableError:
            texts[path] = ""  # the run says so
    found = msgspec.structs.replace(desk.found, files=left)
    return msgspec.structs.replace(desk, found=found), unchanged_left_out(changed, texts.__getitem__)
