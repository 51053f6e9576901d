"""The packs of the benchmarks are real ones: they are found and load, and their own tests pass."""

from __future__ import annotations

from typing import get_args

import pytest
from packs import PackKind, write_pack

from newslint.rulebook.loader import load_files
from newslint.rulebook.packs import third_party_packs
from newslint.rulebook.selftest import run_tests


@pytest.mark.parametrize("kind", get_args(PackKind))
def test_a_pack_is_found_and_its_own_tests_pass(tmp_path, monkeypatch, kind):
    rules = write_pack(tmp_path, 12, kind)
    monkeypatch.syspath_prepend(str(tmp_path))
    assert [pack.folder for pack in third_party_packs() if pack.name == "bench-pack"] == [rules]
    checks, errors = load_files(rules)
    assert errors == []
    assert len(checks) == (1 if kind.endswith("entries") else 12)
    assert sum(len({**check.prepared.options.swap, **check.prepared.options.patterns}) for check in checks) == 12
    assert [failure for check in checks for failure in run_tests(check)] == []


def test_a_larger_pack_holds_the_smaller_one_and_a_seed_makes_another(tmp_path):
    def names(n: int, seed: int) -> set[str]:
        rules = write_pack(tmp_path / f"{n}-{seed}", n, "substitution-files", seed)
        return {line for path in rules.rglob("*.yml") for line in path.read_text().splitlines() if line[:3] == "  '"}

    assert names(10, 1) < names(30, 1)
    assert len(names(30, 1)) == 30
    assert len(names(30, 1) & names(30, 2)) == 5
