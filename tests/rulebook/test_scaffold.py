"""A new check's file loads, whatever its kind, once its options are filled in; the common kinds load as they are."""

from __future__ import annotations

import pytest

from newslint.rulebook.check_schema import check_schema
from newslint.rulebook.kindsource import kind_names
from newslint.rulebook.lists import ListFolder
from newslint.rulebook.loader import parse_check
from newslint.rulebook.packs import shipped_pack
from newslint.rulebook.scaffold import scaffold
from newslint.rulebook.selftest import run_tests
from newslint.rulebook.yamlfile import read_yaml

LISTS = ListFolder(shipped_pack().folder / "lists")


@pytest.mark.parametrize("kind", ["substitution", "existence"])
def test_a_common_kind_s_scaffold_is_a_check_that_holds(kind):
    check = parse_check(scaffold("desk/new", kind, "x.json"), "new.yml", "desk/new", LISTS)
    assert list(run_tests(check)) == []


@pytest.mark.parametrize("kind", sorted(kind_names()))
def test_every_kind_s_scaffold_is_yaml_with_the_common_keys(kind):
    text = scaffold("desk/new", kind, "x.json")
    data = read_yaml(text, "new.yml")
    assert set(check_schema()["required"]) <= set(data)
    assert (data["id"], data["kind"]) == ("desk/new", kind)
    assert text.startswith("# yaml-language-server: $schema=x.json\n")
