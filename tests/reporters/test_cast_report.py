"""The cast as text, on a terminal and as JSON, as functions of the casts."""

from __future__ import annotations

import json
import re
from importlib.resources import files

import jsonschema
import msgspec
import pytest
from rich.cells import cell_len

from newslint.engine.cast import Cast, Casts, cast_of
from newslint.engine.checking import Copy
from newslint.engine.placed import placed
from newslint.issue import Issue, NotRun, Related
from newslint.reporters.cast import render_json, render_terminal, render_text, report
from newslint.text.story import Story

SCHEMA = json.loads((files("newslint.reporters") / "cast.schema.json").read_text(encoding="utf-8"))

PIER = """Pell shuts pier

The pier is shut. On Monday coach Ivo Pell wept. Mr Ivo had the key, and Mr Pell lost it.

"I met Olga Quill there," Mr Pell said. Mr Brenner did not.
"""


def issue(text, words, severity, *related):
    start = text.index(words)
    spans = [(text.index(each), text.index(each) + len(each)) for each in related]
    return Issue(
        path="a.txt",
        rule=f"names/{severity}",
        severity=severity,
        start=start,
        end=start + len(words),
        text=words,
        message=f'Not "{words}".',
        related=tuple(Related(*span, "here") for span in spans),
    )


def casts(text=PIER, *issues, not_run=()):
    story = Story(text)
    found = [placed(each, text, story.lines) for each in issues]
    return Casts((cast_of(Copy("a.txt", story, "en-GB"), found),), not_run)


@pytest.fixture
def pier():
    return casts(
        PIER,
        issue(PIER, "Mr Ivo", "error"),
        issue(PIER, "the key", "warning", "Ivo Pell"),
        issue(PIER, "Mr Brenner", "advice"),
    )


def plain(text):
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def test_a_person_a_line_and_the_issues_below(pier):
    assert render_text(pier) == (
        "a.txt: 2 people, 1 name that nobody introduces, 3 issues\n"
        "\n"
        "Person        Later    Post   Introduced      Mentions\n"
        "Ivo Pell      Mr Pell  coach  3:35 by post    Pell 1:1; Ivo Pell 3:35; Mr Ivo 3:50*; Mr Pell 3:74, 5:27\n"
        'Olga Quill ?  Quill    -      only in speech  "Olga Quill" 5:8\n'
        "Mr Brenner    -        -      nowhere         Mr Brenner 5:41*\n"
        "\n"
        'a.txt:3:50: error names/error Not "Mr Ivo".\n'
        'a.txt:3:61: warning names/warning Not "the key".\n'
        'a.txt:5:41: advice names/advice Not "Mr Brenner".\n'
    )


def test_several_stories_have_a_blank_line_between():
    none = Cast("b.txt", "en-GB")
    assert render_text(Casts((none, none))) == "b.txt: no people\n\nb.txt: no people\n"
    assert render_text(Casts()) == ""
    shown = render_terminal(Casts((none, none)), width=80, colour=False)
    assert plain(shown) == "b.txt: no people\n\nb.txt: no people\n"


def test_wide_characters_keep_the_columns(pier):
    (found,) = pier.casts
    wide = msgspec.structs.replace(found.people[0], full="王小明", later="王e\u0301")
    table = render_text(Casts((msgspec.structs.replace(found, people=(wide, *found.people[1:])),))).split("\n\n")[1]
    head, *rows = table.splitlines()
    assert rows[0].startswith("王小明")
    starts = [cell_len(row[: row.index(word)]) for row, word in zip(rows, ("3:35", "only", "nowhere"), strict=True)]
    assert starts == [head.index("Introduced")] * 3


def test_nothing_in_the_copy_steers_a_terminal(pier):
    (found,) = pier.casts
    pell = found.people[0]
    mention = msgspec.structs.replace(pell.mentions[0], text="Pe\x1b[2Jll")
    evil = msgspec.structs.replace(
        found,
        path="\x1b[2Ja.txt",
        people=(msgspec.structs.replace(pell, full="Ivo\x9bPell", post="co\nach", mentions=(mention,)),),
        issues=(msgspec.structs.replace(found.issues[0], message="\x07"), *found.issues[1:]),
    )
    for shown in (render_text(Casts((evil,))), plain(render_terminal(Casts((evil,)), width=120, colour=True))):
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", shown)
        for code in ("\\x1b[2Ja.txt: 1 person", "Ivo\\x9bPell", "co ach", "Pe\\x1b[2Jll 1:1", "\\x07"):
            assert code in shown


def test_on_a_terminal_each_wording_has_a_line_and_marks_are_in_colour(pier):
    shown = render_terminal(pier, width=100, colour=True)
    assert "\x1b[1;31m3:50*\x1b[0m" in shown
    assert "\x1b[1;36m5:41*\x1b[0m" in shown
    assert "\x1b[1;33m warning \x1b[0m" in shown
    rows = [row.rstrip() for row in plain(shown).splitlines()]
    assert rows[2:8] == [
        "Person        Later    Post   Introduced      Mentions",
        "Ivo Pell      Mr Pell  coach  3:35 by post    Pell 1:1",
        "                                              Ivo Pell 3:35",
        "                                              Mr Ivo 3:50*",
        "                                              Mr Pell 3:74, 5:27",
        'Olga Quill ?  Quill    -      only in speech  "Olga Quill" 5:8',
    ]
    assert rows[-3:] == render_text(pier).splitlines()[-3:]


def test_without_colour_there_is_none(pier):
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", render_terminal(pier, width=100, colour=False))


@pytest.mark.parametrize("width", [30, 60])
def test_a_narrow_terminal_wraps_and_loses_nothing(pier, width):
    shown = plain(render_terminal(pier, width=width, colour=False))
    table = shown.split("\n\n")[1]
    assert max(map(cell_len, table.splitlines())) <= width
    assert "…" not in table
    for place in ("1:1", "3:35", "3:50*", "3:74", "5:27", "5:8", "5:41*"):
        assert place in re.sub(r"\s", "", table) or place in table


def test_json_fits_its_schema(pier):
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    gone = NotRun("checks", "gone.txt", "failed", "no such file or folder")
    data = report(Casts((*pier.casts, Cast("b.txt", "en-GB")), (gone,)))
    jsonschema.validate(data, SCHEMA)
    data["stories"][0]["people"][0]["extra"] = 1
    with pytest.raises(jsonschema.ValidationError, match="extra"):
        jsonschema.validate(data, SCHEMA)


def test_json_has_people_mentions_and_issues_by_number(pier):
    data = render_json(pier)
    assert data.endswith(b"}\n")
    (story,) = json.loads(data)["stories"]
    assert (story["path"], story["language"]) == ("a.txt", "en-GB")
    pell, quill = story["people"]
    assert {key: value for key, value in pell.items() if key != "mentions"} == {
        "full": "Ivo Pell",
        "given": "Ivo",
        "surname": "Pell",
        "order": "western",
        "honorific": "Mr",
        "later": "Mr Pell",
        "post": "coach",
        "certain": True,
        "introduction": {"line": 3, "column": 35, "end_line": 3, "end_column": 43, "by": "post"},
        "issues": [0, 1],
    }
    assert [mention["issues"] for mention in pell["mentions"]] == [[], [], [0], [], []]
    assert pell["mentions"][2] == {
        "line": 3,
        "column": 50,
        "end_line": 3,
        "end_column": 56,
        "text": "Mr Ivo",
        "kind": "titled-given",
        "title": "Mr",
        "post": None,
        "block": "body",
        "quoted": False,
        "issues": [0],
    }
    assert (quill["introduction"], quill["certain"], quill["mentions"][0]["quoted"]) == (None, False, True)
    (brenner,) = story["unintroduced"]
    assert (brenner["name"], brenner["issues"]) == ("Mr Brenner", [2])
    assert [(each["severity"], each["text"]) for each in story["issues"]] == [
        ("error", "Mr Ivo"),
        ("warning", "the key"),
        ("advice", "Mr Brenner"),
    ]
