"""What git says has changed: for `--changed-since`, which reports only on lines that are new."""

from __future__ import annotations

import os
from collections.abc import Iterable

from ..text.regex import regex

_HUNK = regex(r"(?m)^@@ -\S+ \+(?P<first>\d+)(?:,(?P<count>\d+))? @@")

Lines = tuple[range, ...]
"""Lines as git counts them: from 1, ended by a line feed."""


class ChangesError(ValueError):
    """Git cannot say what has changed; the text says why and what to do."""


def changed_since(ref: str, files: Iterable[str]) -> dict[str, Lines | None]:
    """Return those of the files that differ from what they were when the branch left ``ref``, and their new lines.

    What is not yet committed counts, and of a file that git does not follow, that has another name than before and no
    history under it, or that is no text to git, every line does: None. Raises ChangesError.
    """
    by_top: dict[str, list[str]] = {}
    for file in files:
        by_top.setdefault(_top(os.path.dirname(os.path.realpath(file))), []).append(file)  # noqa: PTH120
    changed: dict[str, Lines | None] = {}
    for top, named in by_top.items():
        base = _base(top, ref)
        old_names = _changed_names(top, base)
        for file in named:
            inner = os.path.relpath(os.path.realpath(file), top).replace(os.sep, "/")
            if inner in old_names:
                changed[file] = _new_lines(top, base, (old_names[inner], inner))
            elif not _git(top, "ls-files", "-z", "--", f":(literal){inner}"):
                changed[file] = None
    return changed


def touches(text: str, start: int, end: int, lines: Lines) -> bool:
    """Say whether a span of a text, in code points, lies on one of the lines, if only in part."""
    first = text.count("\n", 0, start) + 1
    last = first + text.count("\n", start, max(start, end - 1))
    return any(first < each.stop and last >= each.start for each in lines)


def _top(folder: str) -> str:
    return _git(folder, "rev-parse", "--show-toplevel").rstrip("\n")


def _base(top: str, ref: str) -> str:
    """Return the commit to compare with: where this branch and ``ref`` parted, or ``ref`` where they never met."""
    commit = _git(
        top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}", may_fail=True
    ).strip()
    if not commit:
        raise ChangesError(f"git knows no commit `{ref}` in {top}: in CI, fetch it (a shallow clone has only the last)")
    return _git(top, "merge-base", commit, "HEAD", may_fail=True).strip() or commit


def _changed_names(top: str, base: str) -> dict[str, str]:
    """Return the files that have changed, each with the name it had."""
    fields = _git(top, "diff", "--name-status", "-M", "-z", "--no-ext-diff", base).split("\0")
    names: dict[str, str] = {}
    at = 0
    while at + 1 < len(fields):
        if fields[at][0] in "RC":
            names[fields[at + 2]] = fields[at + 1]
            at += 3
        else:
            names[fields[at + 1]] = fields[at + 1]
            at += 2
    return names


def _new_lines(top: str, base: str, names: tuple[str, str]) -> Lines | None:
    patch = _git(
        top,
        *("diff", "-U0", "-M", "--no-color", "--no-ext-diff", "--no-textconv", base, "--"),
        *(f":(literal){name}" for name in dict.fromkeys(names)),
    )
    hunks = [(int(hunk["first"]), int(hunk["count"] or 1)) for hunk in _HUNK.finditer(patch)]
    if not hunks and "\nBinary files " in patch:
        return None
    return tuple(range(first, first + count) for first, count in hunks if count)


def _git(folder: str, *arguments: str, may_fail: bool = False) -> str:
    import subprocess

    try:
        done = subprocess.run(
            ["git", "-C", folder, *arguments],
            capture_output=True,
            check=False,
            encoding="utf-8",
            errors="surrogateescape",
            env={**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"},
        )
    except FileNotFoundError:
        raise ChangesError("there is no git here, which `--changed-since` asks") from None
    if done.returncode and not may_fail:
        raise ChangesError(f"git in {folder}: {done.stderr.strip().removeprefix('fatal: ')}")
    return done.stdout if not done.returncode else ""
