"""The command as users run it, in a process of its own; and a pack of a third party's, so that golden cases do not
move with the shipped book.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]

FEE = """
id: words/fee
kind: substitution
message: 'Write "{fix}" for "{match}".'
why: The zoo charges entry, not a fee.
severity: error
swap: {gate fee: entry charge}
fix: safe
tests:
  - flag: "The zoo raised its [[gate fee]] twice."
    fix: "The zoo raised its entry charge twice."
  - pass: "The fee at the gate rose."
"""

KEEPER = """
id: words/keeper
kind: existence
message: '"{match}" is a job title of the past.'
why: The zoo has rangers now.
severity: warning
words: [head keeper]
tests:
  - flag: "The [[head keeper]] fed the otters."
  - pass: "The keeper fed the otters."
"""

OTTER = """
id: words/otter
kind: existence
message: 'Say which otter.'
why: The zoo has two kinds.
severity: advice
words: [otters]
tests:
  - flag: "She fed the [[otters]]."
  - pass: "She fed the sea-otters."
"""

SHOUT = """
id: words/shout
kind: shout
message: 'Too loud.'
why: Nobody shouts in the zoo.
severity: warning
least: 2
tests:
  - flag: "Run[[!!]] he said."
  - pass: "Run! he said."
"""

SHOUT_KIND = '''
"""A kind of a third party's: runs of exclamation marks."""

from newslint.kinds.shared.base import Finding, KindOptions


class Options(KindOptions):
    least: int


def prepare(options, lists):
    return options.least


def check(state, context):
    text = context.story.text
    at = text.find("!" * state)
    if "fall over" in text:
        raise RuntimeError("fell over")
    if at >= 0:
        yield Finding(at, at + state)
'''


def write_distribution(site: Path, name: str, packs: str, kinds: str = "") -> None:
    """Write what an installer leaves of a distribution: its metadata, beside the packages it brought."""
    info = site / f"{name}-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[newslint.packs]\n{packs}\n[newslint.kinds]\n{kinds}\n")


def write_check(folder: Path, text: str) -> Path:
    """Write a check where its id says."""
    id_ = next(line for line in text.splitlines() if line.startswith("id: ")).removeprefix("id: ")
    path = folder / f"{id_}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.lstrip("\n"), encoding="utf-8")
    return path


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
