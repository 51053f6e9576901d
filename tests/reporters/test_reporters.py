"""The reports, as functions of a result."""

from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.engine.placed import placed
from newslint.engine.run import Result
from newslint.issue import Edit, Issue, NotRun, Related
from newslint.reporters import terminal
from newslint.reporters.formats import json as json_report
from newslint.reporters.formats import text
from newslint.reporters.view import Terminal, View
from newslint.reporters.words import clean
from newslint.text.lines import index_lines

COPY = "Headline\r\n\r\nThe 🦦 otter met\tMr Huw at the bridge over the river, and both went on their way.\r\n"

SCHEMA = json.loads((files("newslint.reporters") / "report.schema.json").read_text(encoding="utf-8"))


def result(*issues, not_run=(), copy=COPY):
    lines = index_lines(copy)
    return Result(
        issues=tuple(placed(issue, copy, lines) for issue in issues),
        files=("a.txt",),
        not_run=tuple(not_run),
        languages={"a.txt": "en-GB"},
        words=17,
    )


AT = COPY.index("Mr Huw")
HUW = Issue(
    path="a.txt",
    rule="names/x",
    severity="error",
    start=AT,
    end=AT + 6,
    text="Mr Huw",
    message='Write "Mr Pryce" for "Mr Huw".',
    suggestions=("Mr Pryce",),
    fixable="unsafe",
    edits=(Edit(AT + 3, AT + 6, "Pryce"),),
    related=(Related(0, 8, "introduced here"),),
)
GONE = NotRun("checks", "b.txt", "failed", "no such file or folder")
NO_GRAMMAR = NotRun("grammar", None, "unavailable", "LanguageTool is not installed. Run: newslint grammar install")


def test_the_schema_is_a_schema_and_closed():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    report = json_report.report(result(HUW))
    report["extra"] = 1
    with pytest.raises(jsonschema.ValidationError, match="extra"):
        jsonschema.validate(report, SCHEMA)


@pytest.mark.parametrize("statistics", [False, True])
def test_json_keeps_to_its_schema(statistics):
    data = json_report.render(result(HUW, not_run=[GONE, NO_GRAMMAR]), View(statistics=statistics))
    report = json.loads(data)
    jsonschema.validate(report, SCHEMA)
    assert data.endswith(b"}\n")
    (issue,) = report["issues"]
    column = len("The 🦦 otter met\t") + 1
    assert (issue["line"], issue["column"], issue["end_column"]) == (3, column, column + 6)
    assert issue["edits"] == [
        {"line": 3, "column": column + 3, "end_line": 3, "end_column": column + 6, "new": "Pryce"}
    ]
    assert issue["related"][0] == {
        "path": "a.txt",
        "line": 1,
        "column": 1,
        "end_line": 1,
        "end_column": 9,
        "message": "introduced here",
    }
    assert report["summary"]["not_run"][1]["mend"] == NO_GRAMMAR.mend


def test_text_says_what_did_not_run_on_its_last_lines():
    lines = text.render(result(HUW, not_run=[NO_GRAMMAR, GONE]), View()).splitlines()
    assert lines[1:] == [
        "1 error in 1 file; 1 fixable with --fix --unsafe-fixes",
        "b.txt: error: no such file or folder",
        "grammar did not run: LanguageTool is not installed. Run: newslint grammar install",
    ]


def test_text_does_not_mention_what_was_turned_off():
    off = [NotRun(what, None, "off", "--grammar auto runs it") for what in ("grammar", "a/b", "a/c")]
    assert text.render(result(not_run=off), View()) == "no issues in 1 file\n"


def test_grammar_and_what_it_took_with_it_are_one_line():
    own = [NotRun(f"a/{n}", None, "unavailable", NO_GRAMMAR.mend) for n in range(43)]
    assert text.render(result(not_run=[NO_GRAMMAR, *own]), View()).splitlines()[1:] == [
        f"grammar and 43 checks did not run: {NO_GRAMMAR.mend}"
    ]
    broken = NotRun("grammar", None, "failed", NO_GRAMMAR.mend)
    assert text.render(result(not_run=[broken, *own[:1]]), View()).splitlines()[1:] == [
        f"grammar and 1 check failed: {NO_GRAMMAR.mend}"
    ]
    lost = NotRun("grammar", "b.txt", "failed", "line 4: it was too hard.")
    assert text.render(result(not_run=[lost, *own]), View()).splitlines()[1:] == [
        f"43 checks did not run: {NO_GRAMMAR.mend}",
        "b.txt: grammar failed: line 4: it was too hard.",
    ]


def test_a_check_that_failed_on_many_files_is_one_line():
    many = [NotRun("a/b", f"{n}.txt", "failed", "KeyError: 'x'") for n in range(9)]
    assert text.render(result(not_run=many), View()).splitlines()[1:] == [
        "0.txt, 1.txt, 2.txt and 6 files more: a/b failed: KeyError: 'x'"
    ]


def test_text_names_the_words_where_the_message_does_not():
    from msgspec.structs import replace

    assert text.render(result(HUW), View()).splitlines()[0] == (
        'a.txt:3:17: error names/x Write "Mr Pryce" for "Mr Huw".'
    )
    assert text.render(result(replace(HUW, message="Wrong name.")), View()).splitlines()[0] == (
        'a.txt:3:17: error names/x "Mr Huw": Wrong name.'
    )
    place = replace(HUW, end=AT, text="", message="No stop.", edits=(), related=())
    assert text.render(result(place), View()).splitlines()[0] == "a.txt:3:17: error names/x No stop."


def test_the_terminal_shows_the_line_and_points_at_the_place():
    plain = terminal.render(result(HUW), Terminal(100, colour=False)).splitlines()
    line = next(row for row in plain if "otter" in row)
    pointer = plain[plain.index(line) + 1]
    # The otter takes two cells, the tab is shown as one space.
    assert line == "  | The 🦦 otter met Mr Huw at the bridge over the river, and both went on their way."
    assert pointer == "  | " + " " * (len("The 🦦 otter met ") + 1) + "^" * 6
    assert "1:1: introduced here" in plain[plain.index(line) + 2]
    assert "\x1b" not in "".join(plain)
    assert "\x1b[" in terminal.render(result(HUW), Terminal(100, colour=True))


@pytest.mark.parametrize("width", [10, 40, 80])
def test_a_long_line_is_cut_around_the_place(width):
    copy = "x" * 300 + " Mr Huw " + "y" * 300
    issue = Issue("a.txt", "names/x", "error", 301, 307, "Mr Huw", "m")
    rows = terminal.render(result(issue, copy=copy), Terminal(width, colour=False)).splitlines()
    line = next(row for row in rows if "Mr Huw" in row)
    pointer = rows[rows.index(line) + 1]
    assert len(line) <= max(width, 24)
    assert [line[i] for i, char in enumerate(pointer) if char == "^"] == list("Mr Huw")


@given(st.text())
def test_nothing_in_a_report_can_steer_a_terminal(copy):
    shown = clean(copy)
    assert all(char == " " or char.isprintable() or ord(char) > 0x9F for char in shown)
    assert not set(shown) & set("\n\r\t\x1b\u2028\u202e")


@given(st.text(min_size=1), st.data())
def test_every_report_takes_any_copy(copy, data):
    start = data.draw(st.integers(0, len(copy)))
    end = data.draw(st.integers(start, len(copy)))
    issue = Issue(
        "a.txt", "a/b", "warning", start, end, copy[start:end], "m", edits=(Edit(start, end, ""),), fixable="safe"
    )
    made = result(issue, copy=copy)
    assert text.render(made, View()).count("\n") == 2
    terminal.render(made, Terminal(80, colour=True))
    jsonschema.validate(json.loads(json_report.render(made, View())), SCHEMA)
