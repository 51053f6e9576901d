"""Where newslint keeps what it can make again."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def cache_folder() -> Path:
    """Return newslint's cache folder, which may not exist: NEWSLINT_CACHE, else this platform's for the user."""
    named = os.environ.get("NEWSLINT_CACHE")
    if named:
        return Path(named).expanduser().absolute()
    if sys.platform == "linux" and not os.environ.keys() & {"XDG_CACHE_HOME", "ANDROID_DATA"}:
        return Path("~/.cache/newslint").expanduser()  # what platformdirs says, without the 7 ms that its import takes
    from platformdirs import user_cache_path

    return user_cache_path("newslint", appauthor=False)
