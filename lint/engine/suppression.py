"""What of a text's issues is not reported: what comments in it hide, what is accepted, what is on lines of long ago."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from ..text.lines import index_lines
from .baseline import NAME, Baseline, BaselineError, Entry, Revision, entry_of, match, moved, read_baseline
from .changes import Lines, touches
from .checking import Checked
from .comments import apply_comments, hides_comments, read_comments
from .placed import placed
from .project import Ground, Project

Ran = Callable[[str], bool]
"""Says whether the checks that report under an id, or under ids that begin so, ran on a text."""

Suppress = Callable[[Checked, Ran], Checked]
"""Takes out of a text's issues what is not reported, and counts it."""


def comments_applied(known: tuple[str, ...], reported: Callable[[str, str], bool]) -> Suppress:
    """Return what obeys the comments in formats that hide them; ``known`` are the ids that they may name.

    ``reported`` says of a path and an id of `comments.IDS` whether such issues are wanted.
    """

    def suppress(checked: Checked, ran: Ran) -> Checked:
        path, text = checked.copy.path, checked.copy.story.text
        if "<!--" not in text or not hides_comments(path):
            return checked
        comments = read_comments(path, text, known)
        staying, complaints = apply_comments(comments, path, text, checked.issues, ran)
        lines = index_lines(text)
        issues = [checked.issues[index] for index in staying]
        hidden = len(checked.issues) - len(issues)
        issues += [placed(issue, text, lines) for issue in complaints if reported(path, issue.rule)]
        issues.sort(key=lambda issue: (issue.start, issue.end, issue.rule))
        return msgspec.structs.replace(checked, issues=tuple(issues), accepted=checked.accepted + hidden)

    return suppress


class Baselines:
    """Finds the baseline that holds for a file, each read once: the one that is named, the settings', or the one that
    lies beside the settings, or without settings at or above the file. Raises BaselineError.
    """

    def __init__(self, project: Project, named: Path | None = None) -> None:
        self._project = project
        self._named = named
        self._read: dict[Path, Baseline | None] = {}

    def path(self, path: str) -> tuple[Path, bool]:
        """Return where the baseline of a file is or would be, and whether it must be there."""
        if self._named is not None:
            return self._named, True
        ground = self._project.ground(path)
        if ground.settings.baseline is not None:
            return Path(ground.root, ground.settings.baseline), True
        return _beside(ground), False

    def of(self, path: str) -> Baseline | None:
        """Return the baseline that holds for a file, None where there is none."""
        place, needed = self.path(path)
        if place not in self._read:
            if needed and not place.exists():
                raise BaselineError(f"{place}: no such file: `newslint baseline write` makes it")
            self._read[place] = read_baseline(place) if place.exists() else None
        return self._read[place]


def _beside(ground: Ground) -> Path:
    root = Path(ground.root)
    if ground.layers:
        return root / NAME
    for folder in (root, *root.parents):
        if (folder / NAME).is_file():
            return folder / NAME
        if (folder / ".git").exists():
            break
    return root / NAME


def baseline_applied(baselines: Baselines, revision: Revision) -> Suppress:
    """Return what takes out the issues that a baseline accepts."""

    def suppress(checked: Checked, ran: Ran) -> Checked:
        if not checked.issues or (baseline := baselines.of(checked.copy.path)) is None:
            return checked
        rows = [entry_of(issue, revision) for issue in checked.issues]
        accepted, _ = match(_entries(baseline, checked.copy.path, rows), rows)
        issues = tuple(issue for index, issue in enumerate(checked.issues) if index not in accepted)
        return msgspec.structs.replace(checked, issues=issues, accepted=checked.accepted + len(accepted))

    return suppress


def _entries(baseline: Baseline, path: str, rows: list[Entry]) -> tuple[Entry, ...]:
    key = baseline.key(path)
    return baseline.files.get(key, ()) or moved(baseline, key, rows)


def unchanged_left_out(changed: dict[str, Lines | None], texts: Callable[[str], str]) -> Suppress:
    """Return what takes out the issues on lines that git knows from before; ``changed`` is from `changed_since`.

    ``texts`` gives the copy of a path as it was when git was asked: a fix may have changed it since.
    """

    def suppress(checked: Checked, ran: Ran) -> Checked:
        path, text = checked.copy.path, checked.copy.story.text
        lines = changed.get(path)
        if lines is None:
            return checked
        lines = _carried_over(lines, texts(path), text)
        issues = tuple(issue for issue in checked.issues if touches(text, issue.start, issue.end, lines))
        return msgspec.structs.replace(checked, issues=issues)

    return suppress


def _carried_over(lines: Lines, old: str, new: str) -> Lines:
    """Return the lines of a text that are the changed ones of an older state of it, or have changed since."""
    if old == new:
        return lines
    from difflib import SequenceMatcher  # only where a fix has changed the text

    before, after = old.split("\n"), new.split("\n")
    kept: set[int] = set()
    for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        for offset in range(block.size):
            if not any(block.a + offset + 1 in each for each in lines):
                kept.add(block.b + offset + 1)
    return tuple(range(line, line + 1) for line in range(1, len(after) + 1) if line not in kept)


def chained(parts: tuple[Suppress, ...]) -> Suppress:
    """Return what does one after the other."""

    def suppress(checked: Checked, ran: Ran) -> Checked:
        for part in parts:
            checked = part(checked, ran)
        return checked

    return suppress
