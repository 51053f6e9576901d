"""`newslint style list | show | diff`, `rules list --style`, and a newsroom's own style in its settings."""

from __future__ import annotations

import json

import pytest

OURS = """name: The Otterbrook Gazette
extends: guardian
sources:
  desk: the Gazette's desk
facts:
  percent: {value: per-cent, certainty: sure, source: desk}
  words-below: {value: 11, certainty: likely, source: desk}
terms:
  - {use: Otterbrook, for: [Otter Brook], certainty: sure, source: desk}
"""


def test_show_prints_each_option_with_certainty_dates_and_source(run):
    done = run("style", "show", "guardian")
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[0] == "The Guardian, en-GB"
    titles = [line.split()[:5] for line in lines if line.startswith("courtesy-titles ")]
    assert titles == [
        ["courtesy-titles", "second-reference", "sure", "until", "2007-11"],
        ["courtesy-titles", "none", "sure", "from", "2007-11"],
    ]
    assert lines[-1].startswith("not known: ")
    begins = {line.index(" sure ") for line in lines if " sure " in line}
    assert len(begins) == 1, "the columns stand under one another"


def test_show_of_a_day_as_json(run):
    done = run("style", "show", "ap", "--date", "2019-03-28", "--format", "json")
    data = json.loads(done.stdout)
    said = {row["option"]: row for row in data["facts"]}
    assert len(said) == len(data["facts"])
    assert said["percent"] == {
        "option": "percent",
        "value": "percent",
        "certainty": "sure",
        "source": "AP's announcements of changes",
        "since": None,
        "until": "2019-03-29",
        "note": "",
    }
    assert (data["style"], data["date"]) == ("ap", "2019-03-28")
    assert [row["for"] for row in data["terms"] if row["use"] == "Kiev"] == [["Kyiv"]]


def test_diff_prints_what_two_houses_do_not_share(run):
    done = run("style", "diff", "guardian", "ap", "--date", "2026-01-31")
    rows = {line.split()[0]: line.split()[1:] for line in done.stdout.splitlines()[1:]}
    assert rows["units"] == ["closed", "known", "spelled", "known"]
    assert rows["initials"] == ["bare", "sure", "-"]
    assert "percent" not in rows
    assert run("style", "diff", "bbc", "bbc").stdout == "bbc and bbc say the same\n"
    data = json.loads(run("style", "diff", "guardian", "ap", "--date", "2019-03-28", "--format", "json").stdout)
    percent = next(row["says"] for row in data["differences"] if row["option"] == "percent")
    assert [side["value"] for side in percent] == ["sign", "percent"]


def test_list_counts_facts_by_certainty(run):
    done = run("style", "list", "--format", "json")
    rows = {row["style"]: row for row in json.loads(done.stdout)}
    assert rows["economist"]["name"] == "The Economist"
    for row in rows.values():
        assert row["facts"] + row["terms"] == sum(row[word] for word in ("sure", "known", "likely", "guess"))
    assert len(run("style", "list").stdout.splitlines()) == len(rows)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("show", "gaurdian"), "newslint: there is no house style `gaurdian`; did you mean `guardian`?"),
        (("diff", "guardian", "app"), "newslint: there is no house style `app`; did you mean `ap`?"),
        (("show", "ap", "--date", "soon"), "newslint: --date: `soon` is no day"),
        (("show", "none.yml"), "newslint: none.yml:1:1: cannot be read"),
    ],
)
def test_what_is_wrong_is_said(run, words, said):
    done = run("style", *words)
    assert done.returncode == 2
    assert done.stderr.startswith(said)
    assert not done.stdout


def test_rules_list_of_a_style_has_its_checks_with_its_values(run):
    data = json.loads(run("rules", "list", "--style", "guardian", "--format", "json").stdout)
    rows = {row["id"]: row for row in data}
    assert rows["style/percent"]["values"] == {"news": {"value": "sign", "certainty": "known"}}
    assert rows["style/percent"]["severity"] == "warning"
    lines = run("rules", "list", "--style", "guardian").stdout.splitlines()
    assert len(lines) == len(rows)
    assert next(line.split()[1:3] for line in lines if line.startswith("style/percent ")) == ["warning", "sign"]
    assert run("rules", "list", "--style", "bcb").returncode == 2


def test_a_newsrooms_own_style_is_asked_for_in_its_settings(run, tmp_path):
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "ours.yml").write_text(OURS, "utf-8")
    (tmp_path / "desk" / "newslint.yml").write_text("style: ours.yml\ngrammar: off\n", "utf-8")
    (tmp_path / "a.txt").write_text(
        "Rents rise\n\nRents in Otter Brook rose 5% last year, and 30 km away too.\n", "utf-8"
    )
    done = run("check", "--config", "desk/newslint.yml", "--format", "json", "--select", "style/", "a.txt")
    found = {issue["rule"]: (issue["text"], issue["suggestions"]) for issue in json.loads(done.stdout)["issues"]}
    assert found["style/percent"] == ("5%", ["5 per cent"])
    assert found["style/terms"] == ("Otter Brook", ["Otterbrook"])
    assert found["style/units"][0] == "30 km", "what the file does not say is the Guardian's"
    shown = run("style", "show", "desk/ours.yml").stdout
    assert shown.startswith("The Otterbrook Gazette, en-GB\n")
    assert "the Gazette's desk" in shown


def test_a_mistake_in_the_newsrooms_style_is_said_with_its_place(run, tmp_path):
    (tmp_path / "ours.yml").write_text(OURS.replace("per-cent", "percents"), "utf-8")
    (tmp_path / "newslint.yml").write_text("style: ours.yml\n", "utf-8")
    (tmp_path / "a.txt").write_text("Rents rose.\n", "utf-8")
    done = run("check", "a.txt")
    assert done.returncode == 2
    assert "ours.yml:6:20: `percent`: it may be sign, percent, per-cent; did you mean `percent`?" in done.stderr
