"""`newslint rules` from outside."""

from __future__ import annotations

import json
import re

import pytest
from zoo_pack import FEE, write_check


def test_list_names_every_check_with_its_reason(run):
    done = run("rules", "list")
    assert done.returncode == 0
    (line,) = [line for line in done.stdout.splitlines() if line.startswith("zoo:words/fee ")]
    assert line.split(maxsplit=2)[1:] == ["error", "The zoo charges entry, not a fee. [safe fix]"]
    rows = json.loads(run("rules", "list", "--format", "json").stdout)
    assert [row["id"] for row in rows] == [line.split()[0] for line in done.stdout.splitlines()]


def test_explain_shows_reason_scope_and_examples(run):
    done = run("rules", "explain", "zoo:words/fee")
    assert done.returncode == 0
    for part in (
        "The zoo charges entry, not a fee.",
        "safe to make unasked",
        "[[gate fee]]",
        "body; outside quotations",
    ):
        assert part in done.stdout
    done = run("rules", "explain", "zoo:words/feee")
    assert done.returncode == 2
    assert done.stderr == "newslint: no rule is called `zoo:words/feee`; did you mean `zoo:words/fee`?\n"


def test_test_holds_a_file_or_a_folder_to_its_tests(run, tmp_path):
    write_check(tmp_path / "mine", FEE)
    for path in ("mine", "mine/words/fee.yml"):
        done = run("rules", "test", path)
        assert (done.stdout, done.stderr, done.returncode) == ("1 check, 2 tests: 0 failures\n", "", 0)


def test_test_names_the_place_and_the_reason_of_every_failure(run, tmp_path):
    broken = (
        FEE.replace("The fee at the gate", "The gate fee")
        .replace("its [[gate fee]] twice", "its gate [[fee]] twice")
        .replace("id: words/fee", "id: words/bad")
    )
    broken += '  - known-false-alarm: "No [[fees]] here."\n'
    path = write_check(tmp_path / "mine", broken)
    done = run("rules", "test", "mine")
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        f"{path}:9:5: words/bad: flags [[gate fee]] at 19 instead of [[fee]]",
        f"{path}:11:5: words/bad: flags [[gate fee]] at 4, but should pass",
        f"{path}:12:5: words/bad: is no longer a false alarm: make it a `pass` test",
        "1 check, 3 tests: 3 failures",
    ]


RAID = """id: words/raid
kind: tokens
message: Write "{fix}".
why: Several are meant.
severity: warning
tokens: [series, of, {tag: NN, mark: true}]
suggest: ["{3:NN>NNS}"]
fix: unsafe
tests:
  - flag: "A series of [[raid]] began."
    fix: "A series of raids began."
  - flag: "A series of [[violence]] began."
  - pass: "A series of raids began."
"""


def test_a_check_in_tokens_is_held_to_its_tests_and_its_author_told_how_the_words_are_read(run, tmp_path):
    path = write_check(tmp_path / "mine", RAID)
    done = run("rules", "test", "mine")
    read = "A/DT series/NN,NNS of/IN violence/NN:U began/VBD ./.,SENT_END"
    assert done.stdout.splitlines() == [
        f"{path}:12:5: words/raid: does not flag [[violence]]; LanguageTool reads {read}",
        "1 check, 3 tests: 1 failure",
    ]


def test_tags_of_an_unknown_variety_is_an_error(run):
    done = run("rules", "tags", "The raid began.", "--language", "en-UK")
    assert (done.returncode, done.stderr) == (2, "newslint: --language: `en-UK` is not known; did you mean `en-US`?\n")


def test_test_says_where_a_file_cannot_be_loaded_and_tests_the_others(run, tmp_path):
    write_check(tmp_path / "mine", FEE)
    write_check(tmp_path / "mine", FEE.replace("words/fee", "words/worse").replace("severity: error", "severity: eror"))
    done = run("rules", "test", "mine")
    assert done.returncode == 2
    assert "worse.yml:5:11: `severity`: invalid enum value 'eror'; it may be" in done.stderr
    assert "did you mean `error`?" in done.stderr
    assert done.stdout == "1 check, 2 tests: 0 failures\n"


def test_test_of_nothing_is_an_error(run, tmp_path):
    (tmp_path / "none").mkdir()
    done = run("rules", "test", "none")
    assert (done.returncode, done.stderr) == (2, "none: no checks here\n")
    done = run("rules", "test", "nowhere.yml")
    assert done.returncode == 2
    assert "nowhere.yml:1:1: cannot be read" in done.stderr


def test_a_third_partys_kind_and_pack_hold_to_their_tests(run, zoo):
    done = run("rules", "test", str(zoo / "zoo_style" / "rules"))
    assert (done.stdout, done.returncode) == ("4 checks, 8 tests: 0 failures\n", 0)


def test_a_new_check_is_begun_tested_and_not_overwritten(run, tmp_path):
    begun = run("rules", "new", "desk/wharf", "--folder", "ours")
    assert begun.returncode == 0, begun.stderr
    assert "1 check, 2 tests: 0 failures" in run("rules", "test", "ours/desk/wharf.yml").stdout
    again = run("rules", "new", "desk/wharf", "--folder", "ours")
    assert again.returncode == 2
    assert "ours/desk/wharf.yml: is there already" in again.stderr
    assert "an id is topic/name" in run("rules", "new", "Wharf").stderr
    assert "did you mean `existence`" in run("rules", "new", "desk/x", "--kind", "existance").stderr


def test_a_source_is_told(run, tmp_path):
    said = run("rules", "explain", "names/sir-surname").stdout
    assert re.search(r"^  source +BBC News style guide, names\n +The Economist style guide", said, re.MULTILINE)
    rows = json.loads(run("rules", "list", "--format", "json").stdout)
    sources = {row["id"]: row["source"] for row in rows}
    assert sources["quotes/paragraph-unopened"] == ["AP Stylebook, quotation marks (running quotations)"]
    assert sum(bool(source) for source in sources.values()) >= 40
    assert not any("http" in each for source in sources.values() for each in source)


@pytest.mark.parametrize("source", ["[]", "''", "7", "{a: b}", "[AP Stylebook, '']"])
def test_a_source_is_text_or_a_list_of_it(run, tmp_path, source):
    file = tmp_path / "rules" / "zoo" / "x.yml"
    file.parent.mkdir(parents=True)
    file.write_text(
        "id: zoo/x\nkind: substitution\nmessage: No.\nwhy: Because.\nseverity: warning\n"
        f'swap: {{a: b}}\ntests: [{{flag: "[[a]] c"}}, {{pass: d}}]\nsource: {source}\n'
    )
    done = run("rules", "test", str(file))
    assert done.returncode == 2
    assert re.search(r"x\.yml:8:\d+: `source`|x\.yml:8:\d+: ", done.stderr), done.stderr
