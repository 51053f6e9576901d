"""Every check of the shipped pack loads, and holds to its own tests."""

from __future__ import annotations

import pytest

from newslint.rulebook.lists import ListFolder
from newslint.rulebook.loader import load_check
from newslint.rulebook.packs import rule_files, shipped_pack
from newslint.rulebook.selftest import run_tests

PACK = shipped_pack()
LISTS = ListFolder(PACK.folder / "lists")


@pytest.mark.parametrize("path", rule_files(PACK), ids=lambda path: path.relative_to(PACK.folder).as_posix())
def test_check_holds_to_its_tests(path):
    check = load_check(path, PACK, LISTS)
    assert [f"{f.index}: {f.reason}" for f in run_tests(check)] == []
