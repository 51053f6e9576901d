"""The folder of our own rules: named for its content, mended where it is damaged, gone when long unused."""

from __future__ import annotations

import os
import time

import pytest

from newslint.grammar.custom import custom_folder, custom_key, rules_xml
from newslint.grammar.errors import GrammarFailed

RULE = '<rule id="NEWSLINT_A" name="a"><pattern><token>a</token></pattern><message>0</message></rule>'
FILE = "org/languagetool/rules/en/grammar_custom.xml"


@pytest.fixture(autouse=True)
def cache(monkeypatch, tmp_path):
    monkeypatch.setenv("NEWSLINT_CACHE", str(tmp_path))


def test_rules_are_one_file_whatever_their_order():
    other = RULE.replace("NEWSLINT_A", "NEWSLINT_B")
    assert rules_xml([RULE, "", other, RULE]) == rules_xml([other, RULE])
    assert rules_xml(["", ""]) == ""
    assert custom_key("") == ""
    assert custom_key(rules_xml([RULE])) != custom_key(rules_xml([other]))


@pytest.mark.parametrize("damage", [b"", b"<rules", None])
def test_a_damaged_file_is_written_anew(damage):
    xml = rules_xml([RULE])
    file = custom_folder(xml) / FILE
    file.unlink() if damage is None else file.write_bytes(damage)
    assert (custom_folder(xml) / FILE).read_text(encoding="utf-8") == xml
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_rules_that_were_not_used_for_long_go_when_new_ones_come():
    old, used = custom_folder("<old/>"), custom_folder("<used/>")
    long_ago = time.time() - 30 * 24 * 3600
    for folder in (old, used):
        os.utime(folder, (long_ago, long_ago))
    custom_folder("<used/>")
    new = custom_folder("<new/>")
    assert not old.exists()
    assert used.is_dir()
    assert new.is_dir()


def test_a_folder_that_cannot_be_written_is_told(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("NEWSLINT_CACHE", str(tmp_path / "file"))
    with pytest.raises(GrammarFailed, match=r"could not be written to .*NEWSLINT_CACHE"):
        custom_folder("<a/>")
