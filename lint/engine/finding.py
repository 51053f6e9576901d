"""What lies around the copy, found by walking up from it: the settings and the baseline.

In a module of its own that imports next to nothing: most copy has neither, and then what reads them is not imported.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

SETTINGS_NAME = "newslint.yml"
PYPROJECT_NAME = "pyproject.toml"
BASELINE_NAME = "newslint-baseline.json"


class BaselineError(ValueError):
    """The baseline cannot be used; the text begins with its path."""


def find_settings(path: str) -> str | None:
    """Return the nearest settings at or above a file or folder, but none from beyond a git repository's root.

    They are a `newslint.yml`, or else a `pyproject.toml` with a table `[tool.newslint]`. An absolute path gives one.
    """
    for folder in _walk_up(path if os.path.isdir(path) else os.path.dirname(path)):
        settings, project = f"{folder}{SETTINGS_NAME}", f"{folder}{PYPROJECT_NAME}"
        if os.path.isfile(settings):
            return settings
        if os.path.isfile(project) and _speaks_of_us(project):
            return project
    return None


def find_baseline(folder: str) -> str | None:
    """Return the nearest baseline in or above a folder, but none from beyond a git repository's root."""
    for each in _walk_up(folder):
        if os.path.isfile(f"{each}{BASELINE_NAME}"):
            return f"{each}{BASELINE_NAME}"
    return None


def _walk_up(folder: str) -> Iterator[str]:
    """Return a folder and those above it, as far as a git repository's root, each ending in a slash."""
    while True:
        base = folder if folder.endswith(os.sep) or not folder else folder + os.sep
        yield base
        above = os.path.dirname(folder)
        if above == folder or os.path.exists(f"{base}.git"):
            return
        folder = above


_LARGEST = 1_000_000
"""Bytes of a `pyproject.toml` that are looked through."""


def _speaks_of_us(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            data = file.read(_LARGEST)
    except OSError:
        return False
    if b"newslint" not in data:
        return False
    from .toml_places import parse_toml

    try:
        tool = parse_toml(data.decode("utf-8-sig")).get("tool")
        return isinstance(tool, dict) and "newslint" in tool
    except (ValueError, RecursionError):  # no TOML: reading it says what is wrong, where it seems to be meant for us
        return b"tool.newslint" in data
