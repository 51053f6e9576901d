"""What of a text's issues is not reported: what comments in it hide, what is accepted, what is on lines of long ago."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from .checking import Checked
from .finding import BASELINE_NAME, find_baseline
from .project import Ground, Project

if TYPE_CHECKING:
    from pathlib import Path

    from .baseline import Baseline, Entry, Revision
    from .changes import Lines

# What reads comments, baselines and git's answers is imported where there are any: most copy has none.

Ran = Callable[[str], bool]
"""Says whether the checks that report under an id, or under ids that begin so, ran on a text."""

Suppress = Callable[[Checked, Ran], Checked]
"""Takes out of a text's issues what is not reported, and counts it."""


def comments_applied(known: Callable[[], tuple[str, ...]], reported: Callable[[str, str], bool]) -> Suppress:
    """Return what obeys the comments in formats that hide them; ``known`` returns the ids that they may name.

    ``reported`` says of a path and an id of `comments.IDS` whether such issues are wanted.
    """

    def suppress(checked: Checked, ran: Ran) -> Checked:
        path, text = checked.copy.path, checked.copy.story.text
        if "<!--" not in text:
            return checked
        from ..text.lines import index_lines
        from .comments import apply_comments, hides_comments, read_comments
        from .placed import placed

        if not hides_comments(path):
            return checked
        comments = read_comments(path, text, known())
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

    def __init__(self, project: Project, named: str | Path | None = None) -> None:
        self._project = project
        self._named = named
        self._beside: dict[int, str | None] = {}  # by ground, which the project keeps
        self._read: dict[str, Baseline] = {}

    def path(self, path: str) -> str:
        """Return where the baseline of a file is or would be."""
        ground = self._project.ground(path)
        return self._asked_for(ground) or self._found(ground) or os.path.join(ground.root, BASELINE_NAME)

    def of(self, path: str) -> Baseline | None:
        """Return the baseline that holds for a file, None where there is none."""
        ground = self._project.ground(path)
        needed = self._asked_for(ground)
        place = needed or self._found(ground)
        if place is None:
            return None
        if place not in self._read:
            from pathlib import Path

            from .baseline import read_baseline

            self._read[place] = read_baseline(Path(place))
        return self._read[place]

    def _asked_for(self, ground: Ground) -> str | None:
        """Return the baseline that somebody asks for by name, which must be there."""
        if self._named is not None:
            return os.fspath(self._named)
        said = ground.settings.baseline
        return None if said is None else os.path.join(ground.root, said)

    def _found(self, ground: Ground) -> str | None:
        if id(ground) not in self._beside:
            self._beside[id(ground)] = _beside(ground)
        return self._beside[id(ground)]


def _beside(ground: Ground) -> str | None:
    if not ground.layers:
        return find_baseline(ground.root)
    place = os.path.join(ground.root, BASELINE_NAME)
    return place if os.path.exists(place) else None


def baseline_applied(baselines: Baselines, revision: Revision) -> Suppress:
    """Return what takes out the issues that a baseline accepts."""

    def suppress(checked: Checked, ran: Ran) -> Checked:
        if not checked.issues or (baseline := baselines.of(checked.copy.path)) is None:
            return checked
        from .baseline import entry_of, match

        rows = [entry_of(issue, revision) for issue in checked.issues]
        accepted, _ = match(_entries(baseline, checked.copy.path, rows), rows)
        issues = tuple(issue for index, issue in enumerate(checked.issues) if index not in accepted)
        return msgspec.structs.replace(checked, issues=issues, accepted=checked.accepted + len(accepted))

    return suppress


def _entries(baseline: Baseline, path: str, rows: list[Entry]) -> tuple[Entry, ...]:
    from .baseline import moved

    key = baseline.key(path)
    return baseline.files.get(key, ()) or moved(baseline, key, rows)


def unchanged_left_out(changed: dict[str, Lines | None], texts: Callable[[str], str]) -> Suppress:
    """Return what takes out the issues on lines that git knows from before; ``changed`` is from `changed_since`.

    ``texts`` gives the copy of a path as it was when git was asked: a fix may have changed it since.
    """

    from .changes import touches

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
