"""The command as users run it, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from zoo_pack import FEE, KEEPER, OTTER, SHOUT, SHOUT_KIND, write_check, write_distribution

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def zoo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the module path that holds the distribution `zoo`: a pack and a kind."""
    site = tmp_path_factory.mktemp("site")
    write_distribution(site, "zoo", "zoo = zoo_style.rules", "shout = zoo_style.shout")
    package = site / "zoo_style"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "shout.py").write_text(SHOUT_KIND)
    for check in (FEE, KEEPER, OTTER, SHOUT):
        write_check(package / "rules", check)
    return site


@pytest.fixture(scope="session")
def environment(zoo: Path) -> dict[str, str]:
    """The environment of the commands: the pack is seen, a terminal's settings are not."""
    kept = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    return {**kept, "PYTHONPATH": str(zoo), "PYTHONUTF8": "1"}


@pytest.fixture
def run(environment: dict[str, str], tmp_path: Path) -> Run:
    """Run the command in `tmp_path`; keywords go to subprocess.run."""

    def call(*args: str, **options: object) -> subprocess.CompletedProcess[str]:
        settings: dict[str, object] = {"cwd": tmp_path, "env": environment, "encoding": "utf-8", **options}
        if "input" not in settings:
            settings["stdin"] = subprocess.DEVNULL
        return subprocess.run([sys.executable, "-m", "newslint", *args], capture_output=True, check=False, **settings)  # type: ignore[call-overload,no-any-return]

    return call


STORY = """Zoo raises prices again

The zoo raised its gate fee twice this year, to the dismay of many visitors.

"The gate fee is what it is," said the head keeper, who feeds the otters every morning.

The head keeper declined to say more about the new prices on Monday.
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "zoo.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def installed_grammar(environment: dict[str, str]) -> None:
    """LanguageTool, installed as users install it; at once where it is there."""
    done = subprocess.run(
        [sys.executable, "-m", "newslint", "grammar", "install"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
