"""The list of rules covers LanguageTool 6.8: every rule has a row, and no row is for another."""

from __future__ import annotations

import json
import re
import urllib.request

import pytest

from newslint.kinds.shared.ruletable import read_rows
from newslint.rulebook.lists import ListFolder
from newslint.rulebook.packs import shipped_pack

LISTS = ListFolder(shipped_pack().folder / "lists")
IDS = {rule for row in LISTS.get("grammar/ids").values() for rule in row.split()}
ROWS = read_rows("grammar/rules", LISTS.get("grammar/rules"), IDS)
VARIANTS = ("en-AU", "en-CA", "en-GB", "en-NZ", "en-US")
STYLE = {
    "AMERICAN_ENGLISH",
    "AMERICAN_ENGLISH_STYLE",
    "BRE_STYLE_OXFORD_SPELLING",
    "BRITISH_ENGLISH",
    "CREATIVE_WRITING",
    "PLAIN_ENGLISH",
    "REDUNDANCY",
    "REPETITIONS_STYLE",
    "STYLE",
    "WIKIPEDIA",
}


@pytest.fixture(scope="module")
def facts(languagetool):
    """What the server says of its rules, by id."""
    found = {}
    for variant in VARIANTS:
        with urllib.request.urlopen(f"{languagetool.url}v2/configinfo?language={variant}", timeout=60) as answer:
            found |= {rule["ruleId"]: rule for rule in json.load(answer)["rules"] if rule["categoryId"] != "NEWSLINT"}
    return found


def test_the_ids_are_those_of_the_server(facts):
    assert set(facts) == IDS
    assert {"EN_A_VS_AN", "MORFOLOGIK_RULE_EN_AU", "IN_1990s", "ENGLISH_WORD_REPEAT_RULE"} <= IDS


def test_every_rule_has_a_row_under_its_category(facts):
    assert {rule: row.category for rule, row in ROWS.items()} == {i: fact["categoryId"] for i, fact in facts.items()}


def test_rules_of_style_warn_of_nothing(facts):
    loud = {row.rule for row in ROWS.values() if row.severity in ("error", "warning")}
    assert not [rule for rule in loud if facts[rule]["categoryId"] in STYLE]


def test_what_looks_across_paragraphs_is_off(facts):
    on = {row.rule for row in ROWS.values() if row.severity != "off"}
    assert [rule for rule in on if facts[rule].get("isTextLevelRule")] == []


def test_what_our_own_checks_see_better_is_off():
    on = {row.rule for row in ROWS.values() if row.severity != "off"}
    assert not on & {"EN_UNPAIRED_QUOTES", "OXFORD_SPELLING_Z_NOT_S", "COMMA_COMPOUND_SENTENCE", "THE_SUPERLATIVE"}
    assert not any(re.match("EN_DIACRITICS|EN_MULTITOKEN", rule) for rule in on)


def test_the_server_gives_only_what_is_asked_for(languagetool):
    from newslint.grammar.api import match_source

    ask = match_source(languagetool, {"EN_A_VS_AN"})
    assert {m.rule_id for m in ask("It was an hard choyce, and he have the the colour.", "en-US")} == {"EN_A_VS_AN"}
