"""The script that measures LanguageTool's rules: on a few invented texts, with the real server."""

from __future__ import annotations

import json
import zipfile

import grammar_copy
import measure_grammar
import pytest
from grammar_answers import Answers, RuleFacts
from grammar_copy import Copy
from measure_grammar import count, differences, measure, new_rows, rule_groups, unsupported, write_lists

from newslint.kinds.shared.ruletable import Counts, RuleRow, read_rows

XML = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE rules [<!ENTITY animals "cat|dog">]>
<rules lang="en"><category id="GRAMMAR" name="g">
  <rulegroup id="WAS_BEEN" name="w" tags="picky">
    <antipattern><token>was</token><example>It was, been and gone.</example></antipattern>
    <rule><pattern><token regexp="yes">&animals;</token></pattern>
      <example correction="was|has been">The quay <marker>was been</marker> repaired in spring.</example>
      <example>The quay was repaired in spring.</example></rule>
  </rulegroup>
  <rule id="EN_A_VS_AN" name="a"><example type="incorrect">He is <marker>a</marker> heron.</example></rule>
</category></rules>
"""
FACTS = {
    rule: RuleFacts(rule, category, whole_text=False)
    for rule, category in (("EN_A_VS_AN", "MISC"), ("PASSIVE_VOICE", "STYLE"), ("WAS_BEEN", "GRAMMAR"))
}


@pytest.fixture
def copies(tmp_path):
    (tmp_path / "news" / "paper").mkdir(parents=True)
    story = "Ferry mended\n\nThe ferry was been mended on Monday, the owner said.\n\nHe said: “It was been hard.”\n"
    (tmp_path / "news" / "paper" / "one.txt").write_text(story, encoding="utf-8")
    (tmp_path / "errors").mkdir()
    rows = [
        ("😀 He rowed an hard race.", "😀 He rowed a hard race."),
        ("He rowed an boat and the sea were calm.", "He rowed an boat and the sea was calm."),
        ("It was an hour.", "It was an hour."),
        ("She had an dog.", "She had an dog."),
    ]
    lines = [json.dumps({"erroneous": before, "corrected": after}) for before, after in rows]
    (tmp_path / "errors" / "some.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "english.jar", "w") as jar:
        jar.writestr("org/languagetool/rules/en/grammar.xml", XML)
    return [
        *grammar_copy.news(tmp_path / "news"),
        *grammar_copy.sentences(tmp_path / "errors"),
        *grammar_copy.examples(tmp_path / "english.jar"),
    ]


def test_examples_are_read_with_their_marks_and_their_rule(copies):
    own = [copy for copy in copies if copy.rule]
    assert [(copy.origin, copy.rule) for copy in own] == [
        ("alike", "WAS_BEEN"),
        ("examples", "WAS_BEEN"),
        ("alike", "WAS_BEEN"),
        ("examples", "EN_A_VS_AN"),
    ]
    assert own[1].text[slice(*own[1].wrong[0])] == "was been"


def test_picky_rules_are_read_from_the_groups_too(copies, tmp_path):
    assert grammar_copy.picky_rules(tmp_path / "english.jar") == {"WAS_BEEN"}


@pytest.mark.parametrize(
    ("before", "after", "touched"),
    [
        ("He rowed an hard race.", "He rowed a hard race.", ["an"]),
        ("He rowed in in May.", "He rowed in May.", ["in"]),
        ("He rowed May.", "He rowed in May.", ["rowed May."]),
        ("Rowed he.", "He rowed.", ["Rowed he."]),
        ("He rowed", "He rowed home.", ["rowed"]),
    ],
)
def test_the_words_that_an_editor_touched(before, after, touched):
    assert [before[start:end] for start, end in grammar_copy.edited_spans(before, after)] == touched


def test_counts_on_a_real_server_and_answers_that_are_kept(languagetool, copies, tmp_path, monkeypatch):
    answers = Answers(languagetool.url, tmp_path / "answers.tsv")
    assert set(FACTS) <= set(answers.rules())
    reports = list(measure(answers, copies, FACTS, frozenset()))
    counts = count(copies, reports)
    # In speech only misprints are reported; an edit confirms "an hard", no edit "an boat".
    assert counts["WAS_BEEN"] == Counts(news=1, examples=1, found=1)
    assert counts["EN_A_VS_AN"] == Counts(clean=1, edits=2, confirmed=1, examples=1)
    around = {report.around() for report in reports if report.rule == "EN_A_VS_AN" and report.copy.origin == "edits"}
    assert around == {"😀 He rowed [[an]] hard race.", "He rowed [[an]] boat and the sea were calm."}
    answers.save()
    again = Answers(languagetool.url, tmp_path / "answers.tsv")
    monkeypatch.setattr(Answers, "_get", lambda *_: pytest.fail("asked again"))
    assert list(measure(again, copies, FACTS, frozenset())) == reports


def test_what_matches_everywhere_is_asked_for_apart():
    facts = {**FACTS, "MORFOLOGIK_RULE_EN_GB": RuleFacts("MORFOLOGIK_RULE_EN_GB", "TYPOS", whole_text=False)}
    assert rule_groups(facts, frozenset({"WAS_BEEN"})) == [["EN_A_VS_AN"], ["PASSIVE_VOICE", "WAS_BEEN"]]


def row(severity="warning", category="GRAMMAR", **counts):
    return RuleRow("WAS_BEEN", category, severity, Counts(**counts))


@pytest.mark.parametrize(
    "fine",
    [
        row("off", news=9, clean=9),
        row(news=3, judged=3, right=3),
        row(news=3, judged=3, right=2),
        row(news=60, judged=20, right=19),
        row(edits=1, confirmed=1),
        row(examples=2, found=1),
        row("advice", news=4, judged=4, right=2),
        row("advice", "STYLE"),
    ],
)
def test_severities_that_the_counts_bear(fine):
    assert unsupported(fine) is None


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (row(news=3, judged=3, right=0), "3 reports were wrong and 0 right"),
        (row(news=20, judged=20, right=17), "3 reports were wrong and 17 right"),
        (row(news=1, judged=1, right=0, examples=3, found=3), "1 reports were wrong and 0 right"),
        (row(news=2, clean=1, judged=1, right=1), "2 reports were not judged"),
        (row(news=60, judged=19, right=19), "1 reports were not judged"),
        (row(), "right nowhere"),
        (row(examples=2), "right nowhere"),
        (row("error", "REDUNDANCY", examples=1, found=1), "REDUNDANCY is a matter of style"),
        (row("advice", news=9, judged=9, right=3), "6 reports were wrong and 3 right"),
    ],
)
def test_severities_that_the_counts_do_not_bear(row, why):
    assert why in (unsupported(row) or "")


def test_what_a_newer_languagetool_would_change_is_told():
    old = {
        "WAS_BEEN": row("error", news=2, judged=2, right=2, examples=3, found=3),
        "EN_A_VS_AN": RuleRow("EN_A_VS_AN", "MISC", "advice", Counts()),
    }
    facts = {rule: fact for rule, fact in FACTS.items() if rule != "EN_A_VS_AN"}
    new = new_rows(old, facts, {"WAS_BEEN": Counts(news=6, examples=3, found=3)})
    assert new["WAS_BEEN"].severity == "error"
    assert new["WAS_BEEN"].counts == Counts(news=6, judged=2, right=2, examples=3, found=3)
    assert list(differences(old, new)) == [
        "gone     EN_A_VS_AN (advice)",
        "new      PASSIVE_VOICE (STYLE): silent",
        "counts   WAS_BEEN (error): news 2 judged 2 right 2 examples 3 found 3"
        " -> news 6 judged 2 right 2 examples 3 found 3",
        "severity WAS_BEEN: error, but 4 reports were not judged",
    ]
    assert list(differences(new, new)) == ["severity WAS_BEEN: error, but 4 reports were not judged"]


def test_the_lists_are_written_as_the_kind_reads_them(tmp_path):
    from newslint.rulebook.yamlfile import read_yaml

    rows = new_rows({"WAS_BEEN": row("error", news=2, judged=2, right=2)}, FACTS, {"WAS_BEEN": Counts(news=2)})
    write_lists(tmp_path, rows, "6.9")
    data = read_yaml((tmp_path / "rules.yml").read_text(encoding="utf-8"), "rules.yml")
    ids = read_yaml((tmp_path / "ids.yml").read_text(encoding="utf-8"), "ids.yml")
    assert read_rows("grammar/rules", data, {rule for part in ids.values() for rule in part.split()}) == rows


def test_the_shipped_list_is_measured_and_its_severities_are_borne():
    rows = measure_grammar.shipped_rows()
    assert sum(row.counts.found for row in rows.values()) > 9000
    assert [f"{rule}: {why}" for rule, row in rows.items() if (why := unsupported(row))] == []


def test_a_rule_that_only_an_example_copy_breaks_is_not_counted_twice():
    copy = Copy("examples", "It was been.", "en-US", ((3, 11),), "WAS_BEEN")
    reports = [measure_grammar.Report(copy, "WAS_BEEN", 3, 11), measure_grammar.Report(copy, "WAS_BEEN", 3, 6)]
    assert count([copy], reports)["WAS_BEEN"] == Counts(examples=1, found=1)
