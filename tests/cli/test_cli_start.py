"""What a check of one story imports: start-up time is a feature, and one careless import can cost a tenth of it.

`start_modules.txt` beside this file lists every module that may be imported, but for kinds, which are found and not
listed. After a change that is meant, `python tests/cli/test_cli_start.py --update` writes it anew.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import msgspec
import pytest
import re2

import newslint

STORY = Path(__file__).resolve().parents[2] / "seeds" / "chip-plant.txt"
LIST = Path(__file__).with_name("start_modules.txt")
HEADER = "# Modules that a check of one story imports beside kinds, with Python "

PROGRAM = """
import sys
sys.argv = ["newslint", "check", "--grammar", "off", "--exit-zero", *sys.argv[1:]]
before = set(sys.modules)
from newslint.cli.main import run
assert run() == 0
modules = sorted(name for name in set(sys.modules) - before if sys.modules[name] is not None)
import json
print(json.dumps(modules), file=sys.stderr)
"""

KINDS = 32
"""Kinds that the story needs; more are a sign that checks run on stories in which they can find nothing."""

SLOW = {
    "asyncio",
    "calendar",
    "click",
    "dataclasses",
    "difflib",
    "email",
    "hashlib",
    "http",
    "importlib.metadata",
    "inspect",
    "json",
    "locale",
    "logging",
    "rich",
    "shutil",
    "ssl",
    "subprocess",
    "tempfile",
    "typer",
    "typing_extensions",
    "yaml",
}
"""Modules that take more than a millisecond and that nothing there needs, whatever the list says."""


def imported_modules(folder: Path) -> list[str]:
    """Run the command until it finds its compiled book; return what it imports then.

    It runs without site, whose .pth files (those of an editable installation, say) import this and that before.
    """
    (folder / "newslint").symlink_to(Path(newslint.__file__).parent, target_is_directory=True)
    (folder / STORY.name).write_bytes(STORY.read_bytes())  # where no settings are
    places = [str(folder), *{str(Path(module.__file__).parents[1]) for module in (msgspec, re2)}]
    environment = {
        **{key: value for key, value in os.environ.items() if not key.startswith("NEWSLINT_")},
        "NEWSLINT_CACHE": str(folder / "cache"),
        "PYTHONPATH": os.pathsep.join(places),
        "PYTHONUTF8": "1",
    }
    for _ in range(6):
        done = subprocess.run(
            [sys.executable, "-S", "-c", PROGRAM, STORY.name],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        names: list[str] = json.loads(done.stderr.splitlines()[-1])
        if "newslint.rulebook.loader" not in names:
            break
        time.sleep(1)  # a book is not kept while its files are new
    return names


def is_kind(name: str) -> bool:
    return name.startswith("newslint.kinds.") and name != "newslint.kinds.shared"


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return imported_modules(tmp_path_factory.mktemp("start"))


def test_only_listed_modules_are_imported(imported):
    header, *listed = LIST.read_text().splitlines()
    own = [name for name in imported if not is_kind(name)]
    new = [name for name in own if name not in listed]
    if header != _header():  # another Python's standard library imports other parts of itself
        new = [name for name in new if name.partition(".")[0] not in sys.stdlib_module_names]
    gone = [name for name in listed if name not in own and name.partition(".")[0] not in sys.stdlib_module_names]
    assert not new, (
        f"a check of one story now imports {', '.join(new)} ({len(own)} modules in all): import what it does not "
        "always need where it is needed, or, if it does need it, run `python tests/cli/test_cli_start.py --update`"
    )
    assert not gone, f"no longer imported: {', '.join(gone)}; run `python tests/cli/test_cli_start.py --update`"


def test_no_slow_module_is_imported(imported):
    assert SLOW & set(imported) == set()


def test_only_the_kinds_that_can_find_something_are_imported(imported):
    kinds = {name.split(".")[2] for name in imported if is_kind(name) and name.count(".") == 2}
    shipped = {path.stem for path in Path(newslint.__file__).parent.glob("kinds/*.py")} - {"__init__"}
    assert kinds < shipped
    assert len(kinds) <= KINDS


def test_only_the_format_that_is_asked_for_is_imported(imported):
    formats = {name.split(".")[3] for name in imported if name.startswith("newslint.reporters.formats.")}
    assert formats == {"text"}


def test_typing_extensions_can_be_imported_after_a_check(tmp_path):
    program = "\n".join([PROGRAM, "import typing_extensions"])
    environment = {**os.environ, "NEWSLINT_CACHE": str(tmp_path), "PYTHONUTF8": "1"}
    subprocess.run([sys.executable, "-c", program, str(STORY)], env=environment, capture_output=True, check=True)


def _header() -> str:
    return f"{HEADER}{sys.version_info.major}.{sys.version_info.minor}"


def _update() -> None:
    with tempfile.TemporaryDirectory() as folder:
        names = [name for name in imported_modules(Path(folder)) if not is_kind(name)]
    LIST.write_text("\n".join([_header(), *names, ""]))


if __name__ == "__main__" and "--update" in sys.argv:
    _update()
