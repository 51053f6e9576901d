"""Every check of the shipped pack loads, and holds to its own tests."""

from __future__ import annotations

import pytest

from newslint.grammar.api import match_source
from newslint.rulebook.lists import ListFolder
from newslint.rulebook.loader import load_check
from newslint.rulebook.packs import rule_files, shipped_pack
from newslint.rulebook.selftest import run_tests

PACK = shipped_pack()
LISTS = ListFolder(PACK.folder / "lists")


@pytest.mark.parametrize("path", rule_files(PACK), ids=lambda path: path.relative_to(PACK.folder).as_posix())
def test_check_holds_to_its_tests(path, request):
    check = load_check(path, PACK, LISTS)
    wanted = getattr(check.module, "languagetool_rules", None)
    grammar = None
    if wanted is not None:
        grammar = match_source(request.getfixturevalue("languagetool"), wanted(check.state))
    assert [f"{f.index}: {f.reason}" for f in run_tests(check, grammar)] == []
