"""The command as users run it, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the command in `tmp_path`; keywords go to subprocess.run."""

    def call(*args: str, **options: object) -> subprocess.CompletedProcess[str]:
        kept = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
        settings: dict[str, object] = {
            "cwd": tmp_path,
            "env": {**kept, "PYTHONUTF8": "1"},
            "encoding": "utf-8",
            **options,
        }
        if "input" not in settings:
            settings["stdin"] = subprocess.DEVNULL
        return subprocess.run([sys.executable, "-m", "newslint", *args], capture_output=True, check=False, **settings)  # type: ignore[call-overload,no-any-return]

    return call
