"""The allow-list names rules that LanguageTool 6.8 has."""

from __future__ import annotations

import re

import pytest

from newslint.rulebook.lists import ListFolder
from newslint.rulebook.packs import shipped_pack

LISTS = ListFolder(shipped_pack().folder / "lists")
LEVELS = ("errors", "warnings", "slips", "advice")


def test_the_shipped_list_is_the_whole_of_english():
    ids = LISTS.get("grammar/ids")
    assert len(ids) == len(set(ids)) > 3000
    assert {"EN_A_VS_AN", "MORFOLOGIK_RULE_EN_AU", "IN_1990s", "ENGLISH_WORD_REPEAT_RULE"} <= set(ids)


@pytest.mark.parametrize("level", [*LEVELS, "misprints"])
def test_every_id_exists(level):
    allow = LISTS.get("grammar/allow")
    assert sorted(set(allow[level]) - set(LISTS.get("grammar/ids"))) == []


def test_every_id_has_one_severity_and_guards_are_for_listed_rules():
    allow = LISTS.get("grammar/allow")
    listed = [rule for level in LEVELS for rule in allow[level]]
    assert len(listed) == len(set(listed))
    for key in ("misprints", "only", "unless"):
        assert set(allow[key]) <= set(listed)


def test_what_our_own_checks_see_better_and_what_is_style_is_off():
    allow = LISTS.get("grammar/allow")
    listed = {rule for level in LEVELS for rule in allow[level]}
    assert not listed & {"EN_UNPAIRED_QUOTES", "OXFORD_SPELLING_Z_NOT_S", "COMMA_COMPOUND_SENTENCE", "THE_SUPERLATIVE"}
    assert not any(re.match("EN_DIACRITICS|EN_MULTITOKEN", rule) for rule in listed)


def test_the_server_gives_only_what_is_asked_for(languagetool):
    from newslint.grammar.api import match_source

    ask = match_source(languagetool, {"EN_A_VS_AN"})
    assert {m.rule_id for m in ask("It was an hard choyce, and he have the the colour.", "en-US")} == {"EN_A_VS_AN"}
