"""What a walk through folders leaves out: patterns of the project's settings, and what git ignores."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

Excluded = Callable[[str, bool], bool]
"""Says whether a path is left out; the flag says that it is a folder."""


_LONGEST = 500
"""Characters of a pattern."""


_LARGEST_IGNORED = 40_000
"""Characters of a `.gitignore`: for many more RE2 has no room, and nothing is ignored."""


def pattern_spec(patterns: Iterable[str]) -> GitIgnoreSpec:
    """Compile patterns as a `.gitignore` writes them. Raises ValueError, naming the pattern, for one that is none."""
    from pathspec import GitIgnoreSpec  # 10 ms: only where there are patterns

    lines = list(patterns)
    for line in lines:
        if len(line) > _LONGEST:
            raise ValueError(f"`{line[:40]}…` is longer than {_LONGEST} characters")
    try:
        return GitIgnoreSpec.from_lines(lines)
    except ValueError:
        for line in lines:
            try:
                GitIgnoreSpec.from_lines([line])
            except ValueError:
                raise ValueError(f"`{line}` is no pattern as in a .gitignore") from None
        raise
    except Exception as error:  # RE2's, which matches them in linear time
        raise ValueError(f"the patterns are too large: {error}") from None


def relative_to(path: str, folder: str) -> str | None:
    """Return a path relative to a folder, as patterns are matched with; None where it is not below it."""
    inner = os.path.relpath(os.path.abspath(path), folder)  # links stay as they are
    return None if inner == os.pardir or inner.startswith(os.pardir + os.sep) else _matchable(inner)


def _matchable(inner: str) -> str:
    """Return a path with slashes; for bytes in a name that are no UTF-8, U+FFFD, for pathspec takes no others."""
    return inner.replace(os.sep, "/").encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def below(folder: str, patterns: Iterable[str]) -> Excluded:
    """Return what says whether patterns that are relative to a folder leave a path out."""
    spec = pattern_spec(patterns)

    def excluded(path: str, is_folder: bool) -> bool:
        inner = relative_to(path, folder)
        return inner is not None and spec.match_file(f"{inner}/" if is_folder else inner)

    return excluded


def ignored_by_git() -> Excluded:
    """Return what says whether git ignores a path: by the `.gitignore` of its folder or one above, up to the
    repository's root, or by the repository's own `info/exclude`; the nearest file that speaks of it decides.

    It is asked about folders before what is in them: below an ignored folder nothing is looked at.
    """

    @cache
    def ignore_file(path: str) -> GitIgnoreSpec | None:
        if not os.path.isfile(path):
            return None
        from ..rulebook.datafile import read_bytes

        try:
            lines = read_bytes(path).decode("utf-8", "surrogateescape").splitlines()
        except OSError:
            return None
        try:
            fitting = [line for line in lines if len(line) <= _LONGEST]
            return pattern_spec(fitting) if sum(map(len, fitting)) <= _LARGEST_IGNORED else None
        except ValueError:  # git leaves out what it cannot read, too
            return None

    @cache
    def specs(folder: str) -> tuple[tuple[str, GitIgnoreSpec], ...]:
        """Return the specs that speak of what is in a folder, the nearest first, each with its own folder."""
        own = ignore_file(os.path.join(folder, ".gitignore"))
        mine = ((folder, own),) if own is not None else ()
        if os.path.exists(os.path.join(folder, ".git")):
            repository = ignore_file(os.path.join(folder, ".git", "info", "exclude"))
            return (*mine, *(((folder, repository),) if repository is not None else ()))
        above = os.path.dirname(folder)
        return mine if above == folder else (*mine, *specs(above))

    @cache
    def in_repository(folder: str) -> bool:
        if os.path.exists(os.path.join(folder, ".git")):
            return True
        above = os.path.dirname(folder)
        return above != folder and in_repository(above)

    def excluded(path: str, is_folder: bool) -> bool:
        whole = os.path.abspath(path)
        folder = os.path.dirname(whole)
        if not in_repository(folder):
            return False
        for base, spec in specs(folder):
            inner = _matchable(os.path.relpath(whole, base))
            said = spec.check_file(f"{inner}/" if is_folder else inner).include
            if said is not None:
                return bool(said)
        return False

    return excluded
