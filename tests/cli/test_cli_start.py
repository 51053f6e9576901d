"""What a check of one story imports: start-up time is a feature, and one careless import can cost a tenth of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

STORY = Path(__file__).resolve().parents[2] / "seeds" / "chip-plant.txt"

PROGRAM = """
import json, sys
sys.argv = ["newslint", "check", "--grammar", "off", "--exit-zero", *sys.argv[1:]]
before = set(sys.modules)
from newslint.cli.main import run
assert run() == 0
modules = {name: getattr(module, "__file__", None) or "" for name, module in sys.modules.items() if name not in before}
print(json.dumps(modules), file=sys.stderr)
"""

THIRD_PARTY = {"annotated_doc", "click", "msgspec", "re2", "shellingham", "typer", "typing_extensions"}
"""The only distributions that a check without grammar imports, once the book is compiled."""

SLOW = {
    "asyncio",
    "dataclasses",
    "email",
    "hashlib",
    "http",
    "importlib.metadata",
    "json",
    "logging",
    "ssl",
    "tempfile",
}
"""Modules of the standard library that take more than a millisecond and that nothing there needs."""


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("start")
    environment = {**os.environ, "NEWSLINT_CACHE": str(folder), "PYTHONUTF8": "1"}
    for _ in range(2):  # the first compiles the book
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, str(STORY)], env=environment, capture_output=True, text=True, check=True
        )
    return json.loads(done.stderr.splitlines()[-1])


def test_only_known_distributions_are_imported(imported):
    tops = {name.partition(".")[0] for name, file in imported.items() if "site-packages" in file}
    assert (
        tops - {"newslint", "_distutils_hack"} - {name for name in tops if name.startswith("__editable__")}
        <= THIRD_PARTY
    )


def test_no_slow_module_of_the_standard_library_is_imported(imported):
    assert SLOW & imported.keys() == set()


def test_only_the_kinds_that_can_find_something_are_imported(imported):
    kinds = {name.split(".")[2] for name in imported if name.startswith("newslint.kinds.") and name.count(".") == 2}
    assert {"existence", "percentages", "lines"} - kinds
    assert len(kinds) < 32


def test_other_layers_stay_out(imported):
    for name in (
        "newslint.grammar.client",
        "newslint.rulebook.loader",
        "newslint.rulebook.selftest",
        "newslint.cli.rules",
    ):
        assert name not in imported


def test_only_the_format_that_is_asked_for_is_imported(imported):
    formats = {name.split(".")[3] for name in imported if name.startswith("newslint.reporters.formats.")}
    assert formats == {"text"}
