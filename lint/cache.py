"""Where newslint keeps what it can make again."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def cache_folder() -> Path:
    """Return newslint's cache folder, which may not exist: NEWSLINT_CACHE, else this platform's for the user.

    Raises RuntimeError where there is no home folder.
    """
    from pathlib import Path

    return Path(cache_place())


def cache_place() -> str:
    """Return the same as a string: a run that needs no more of it does without pathlib."""
    named = os.environ.get("NEWSLINT_CACHE")
    if named:
        return os.path.join(os.getcwd(), _at_home(named))
    if sys.platform == "linux" and not os.environ.keys() & {"XDG_CACHE_HOME", "ANDROID_DATA"}:
        return _at_home("~/.cache/newslint")  # what platformdirs says, without the 7 ms that its import takes
    from platformdirs import user_cache_dir

    return user_cache_dir("newslint", appauthor=False)


def make_folder(folder: Path, mode: int = 0o700) -> None:
    """Make a folder, and those above it that are not there, so that nobody else may write to them, whatever the umask.

    Raises OSError.
    """
    if not folder.is_dir():
        make_folder(folder.parent, mode)
        folder.mkdir(mode, exist_ok=True)


def _at_home(path: str) -> str:
    expanded = os.path.expanduser(path)
    if path.startswith("~") and expanded.startswith("~"):
        raise RuntimeError("there is no home folder")
    return expanded
