"""`newslint rules try` from outside."""

from __future__ import annotations

import json

import pytest
from zoo_pack import FEE, KEEPER, OTTER, write_check


def test_a_check_is_tried_on_an_archive(run, story):
    done = run("rules", "try", "zoo:words/fee", "zoo.txt")
    assert done.stdout.splitlines() == [
        "zoo.txt:3:20: The zoo raised its [[gate fee]] twice this year, to the dismay of many visitors.",
        "1 hit in 1 of 1 file, 20.408 per 1,000 words of 49",
    ]
    assert (done.returncode, done.stderr) == (0, "")


def test_the_beginning_of_ids_tries_several_and_advice_counts(run, story, tmp_path):
    (tmp_path / "dull.txt").write_text("The council met on Monday and had nothing to say of the zoo.\n")
    done = run("rules", "try", "zoo:words/", ".")
    assert done.returncode == 0
    said = '"The gate fee is what it is," said the '
    assert done.stdout.splitlines() == [
        "zoo.txt:3:20: zoo:words/fee The zoo raised its [[gate fee]] twice this year, to the dismay of many visitors.",
        f"zoo.txt:5:40: zoo:words/keeper {said}[[head keeper]], who feeds the otters every morning.",
        'zoo.txt:5:67: zoo:words/otter …fee is what it is," said the head keeper, who feeds the [[otters]] every'
        " morning.",
        "zoo.txt:7:5: zoo:words/keeper The [[head keeper]] declined to say more about the new prices on Monday.",
        "                    hits   files  per 1,000 words",
        "zoo:words/keeper       2       1           32.258",
        "zoo:words/fee          1       1           16.129",
        "zoo:words/otter        1       1           16.129",
        "zoo:words/shout        0       0            0.000",
        "4 hits in 1 of 2 files, 64.516 per 1,000 words of 62",
    ]


def test_a_draft_is_tried_from_its_file_and_a_folder_of_drafts(run, story, tmp_path):
    draft = OTTER.replace("[otters]", "[visitors]").replace("the [[otters]]", "[[visitors]]")
    path = write_check(tmp_path / "mine", draft)
    done = run("rules", "try", str(path), "zoo.txt")
    assert done.stdout.splitlines() == [
        "zoo.txt:3:68: …raised its gate fee twice this year, to the dismay of many [[visitors]].",
        "1 hit in 1 of 1 file, 20.408 per 1,000 words of 49",
    ]
    write_check(tmp_path / "mine", KEEPER)
    done = run("rules", "try", "./mine", "zoo.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1].startswith("3 hits in 1 of 1 file")


def test_json_has_the_counts_and_the_hits_with_what_is_around_them(run, story):
    done = run("rules", "try", "zoo:words/", "zoo.txt", "--format", "json", "--limit", "1")
    report = json.loads(done.stdout)
    assert report["summary"] == {
        "hits": 4,
        "files_hit": 1,
        "files": 1,
        "words": 49,
        "per_1000_words": 81.6327,
        "not_run": [],
    }
    assert report["rules"][1] == {"rule": "zoo:words/fee", "hits": 1, "files": 1, "per_1000_words": 20.4082}
    assert [row["rule"] for row in report["rules"][2:]] == ["zoo:words/otter", "zoo:words/shout"]
    (hit,) = report["hits"]
    assert (hit["before"], hit["marked"], hit["line"], hit["suggestions"]) == (
        "The zoo raised its ",
        "gate fee",
        3,
        ["entry charge"],
    )


def test_the_hits_shown_are_limited_and_spread(run, tmp_path):
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text("The zoo raised its gate fee again in the spring, it said.\n")
    done = run("rules", "try", "zoo:words/fee", ".", "--limit", "2")
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == [
        "0.txt",
        "3.txt",
        "2 of 6 hits shown; --limit 0 shows all",
        "6 hits in 6 of 6 files, 83.333 per 1,000 words of 72",
    ]
    assert len(run("rules", "try", "zoo:words/fee", ".", "--limit", "0").stdout.splitlines()) == 7


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (
            ("zoo:words/feee", "zoo.txt"),
            "newslint: no rule is called `zoo:words/feee` or begins so; did you mean `zoo:words/fee`?\n",
        ),
        (
            ("mine/words/fe.yml", "zoo.txt"),
            "newslint: mine/words/fe.yml: no such file or folder; did you mean `mine/words/fee.yml`?\n",
        ),
        (("./nowhere/x", "zoo.txt"), "newslint: ./nowhere/x: no such file or folder\n"),
        (("./empty", "zoo.txt"), "newslint: ./empty: no checks here\n"),
        (("zoo:words/fee", "zooo.txt"), "zooo.txt: error: no such file or folder\n"),
        (
            ("zoo:words/fee", "zoo.txt", "--language", "en-UK"),
            "newslint: --language: `en-UK` is not one of auto, en-AU, en-GB, en-US, en-CA, en-NZ, en-ZA; did you mean"
            " `en-US`?\n",
        ),
    ],
)
def test_a_bad_rule_or_path_is_an_error_that_helps(run, story, tmp_path, args, said):
    write_check(tmp_path / "mine", FEE)
    (tmp_path / "empty").mkdir()
    done = run("rules", "try", *args)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", said)


def test_a_draft_that_cannot_be_loaded_is_not_tried(run, story, tmp_path):
    write_check(tmp_path / "mine", FEE.replace("severity: error", "severity: eror"))
    done = run("rules", "try", "./mine", "zoo.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert "fee.yml:5:11: `severity`: invalid enum value 'eror'" in done.stderr
    assert done.stderr.endswith("newslint: ./mine: nothing was tried, as not every check can be loaded\n")


DRAFT = """id: words/raid
kind: tokens
message: Write "{fix}".
why: Several are meant.
severity: advice
tokens: [wagon, of, {tag: "NN:?.*", mark: true}]
suggest: ["{3:NN>NNS}"]
tests:
  - flag: "A wagon of [[turnip]] came."
  - pass: "A wagon of turnips came."
"""


@pytest.mark.usefixtures("installed_grammar")
def test_a_draft_in_tokens_and_a_rule_of_languagetools_are_tried_too(run, tmp_path):
    draft = write_check(tmp_path / "mine", DRAFT)
    (tmp_path / "farm.txt").write_text("Farm news\n\nA wagon of turnip came to a old farm on Monday morning.\n")
    done = run("rules", "try", str(draft), "farm.txt")
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "farm.txt:3:12: A wagon of [[turnip]] came to a old farm on Monday morning.",
        "1 hit in 1 of 1 file, 71.429 per 1,000 words of 14",
    ]
    done = run("rules", "try", "grammar/en-a-vs-an", "farm.txt")
    assert done.stdout.splitlines()[0].endswith("A wagon of turnip came to [[a]] old farm on Monday morning.")
    assert done.returncode == 0


def test_where_languagetool_cannot_run_a_check_that_needs_it_is_an_error(run, story, environment, tmp_path):
    draft = write_check(tmp_path / "mine", DRAFT)
    nowhere = {**environment, "NEWSLINT_CACHE": str(tmp_path / "none"), "PATH": "", "JAVA_HOME": ""}
    done = run("rules", "try", str(draft), "zoo.txt", env=nowhere)
    assert done.returncode == 2
    assert "grammar" in done.stderr
