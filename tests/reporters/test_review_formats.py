"""What review services read: GitHub's workflow commands, GitLab's code quality, reviewdog's diagnostics."""

from __future__ import annotations

import json
import re

import jsonschema
import pytest
from msgspec.structs import replace
from sample_results import BAD_PATH, NOT_RUN, ODD_PATH, RIVER, VIEW, everything, issue, many, result

from newslint.reporters.formats import github, gitlab, jsonl, rdjson
from newslint.reporters.formats import json as whole

CODE_QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path"],
                "properties": {
                    "path": {"type": "string", "not": {"pattern": "^\\./"}},
                    "lines": {"required": ["begin"], "properties": {"begin": {"type": "integer"}}},
                    "positions": {
                        "required": ["begin"],
                        "properties": {"begin": {"required": ["line"], "properties": {"line": {"type": "integer"}}}},
                    },
                },
                "oneOf": [{"required": ["lines"]}, {"required": ["positions"]}],
            },
        },
    },
}
"""What GitLab's documentation asks of the report, in words of our own."""

_COMMAND = re.compile(r"::(?P<name>error|warning|notice) (?P<properties>.*?)::(?P<message>.*)")


def command(line):
    """Read a line as GitHub's runner does."""
    found = _COMMAND.fullmatch(line)
    assert found, line
    pairs = [pair.split("=", 1) for pair in found["properties"].split(",")]
    properties = {key: unescaped(value, (":", "%3A"), (",", "%2C")) for key, value in pairs}
    return found["name"], properties, unescaped(found["message"])


def unescaped(text, *more):
    for char, code in (("\r", "%0D"), ("\n", "%0A"), *more, ("%", "%25")):
        text = text.replace(code, char)
    return text


def test_github_reads_back_every_place_and_message():
    made = everything()
    rows = [command(line) for line in github.render(made, VIEW).decode("utf-8").splitlines()]
    for (name, properties, message), found in zip(rows, made.issues, strict=False):
        assert name == {"error": "error", "warning": "warning", "advice": "notice"}[found.severity]
        assert properties["title"] == found.rule
        assert (int(properties["line"]), int(properties["endLine"])) == (found.line, found.end_line)
        if found.line == found.end_line:
            assert (int(properties["col"]), int(properties["endColumn"])) == (found.column, found.end_column)
        else:  # the runner takes columns only within one line
            assert not {"col", "endColumn"} & properties.keys()
        assert message.split("\n")[0].split(",")[0] in (found.message, "Tags & such", "Ölund\\u202e")
    assert {row[1]["file"] for row in rows if "line" in row[1]} == {f"desk/{ODD_PATH}", "desk/desk two/caf\\xe9.txt"}
    assert rows[0][2] == 'Write "Mr Pryce" for "Mr Huw".\n1:1: introduced here: 50%, or so'
    assert rows[5][2] == "The quotation runs on.\nSuggestions: “in a huff, and”; leave it out"


def test_github_names_what_did_not_run():
    rows = [command(line) for line in github.render(result([], {}, NOT_RUN), VIEW).decode("utf-8").splitlines()]
    assert [(name, properties.get("file")) for name, properties, _ in rows] == [
        ("notice", "desk/code.txt"),
        ("warning", "desk/desk two/caf\\xe9.txt"),
        ("error", None),
        ("error", "desk/gone.txt"),
        ("error", f"desk/{ODD_PATH}"),
        ("warning", None),
    ]


@pytest.mark.parametrize("make", [everything, lambda: result([], {}), lambda: many(10_000)])
def test_gitlab_gets_what_its_documentation_asks_for(make):
    made = make()
    rows = json.loads(gitlab.render(made, VIEW))
    jsonschema.validate(rows, CODE_QUALITY)
    prints = [row["fingerprint"] for row in rows]
    assert len(set(prints)) == len(prints)


def test_gitlab_knows_an_issue_again_after_an_edit_elsewhere():
    def prints(copy, path="a.txt"):
        made = result([issue(copy, "Mr Huw", "a/b", "error", "m", path=path)], {path: copy})
        return json.loads(gitlab.render(made, VIEW))[0]["fingerprint"]

    assert prints(RIVER) == prints(f"A new first line.\r\n\r\n{RIVER}")
    assert prints(RIVER) != prints(RIVER, "b.txt")


def test_rdjson_counts_bytes():
    made = everything()
    rows = json.loads(rdjson.render(made, VIEW))["diagnostics"]
    for row, found in zip(rows, made.issues, strict=False):
        assert cut(row["location"]["range"]) == found.text
        for there, other in zip(row.get("related_locations", ()), found.related, strict=True):
            assert cut(there["location"]["range"]) == RIVER[other.start : other.end]
    assert [row["severity"] for row in rows[:8]] == ["ERROR"] * 4 + ["INFO"] + ["WARNING"] * 3
    assert rows[0]["location"]["path"] == "desk two/caf\\xe9.txt"
    assert rows[7]["code"] == {"value": "grammar/it-is", "url": "https://languagetool.example/IT_IS?lang=en"}


def offsets(area):
    """Return the byte offsets of a range with 1-based lines and byte columns."""
    starts = [0]
    for line in RIVER.encode().split(b"\n"):
        starts.append(starts[-1] + len(line) + 1)
    return [starts[area[end]["line"] - 1] + area[end]["column"] - 1 for end in ("start", "end")]


def cut(area):
    start, end = offsets(area)
    return RIVER.encode()[start:end].decode()


def test_rdjson_suggestions_are_the_fixes_each_whole():
    made = everything()
    rows = json.loads(rdjson.render(made, VIEW))["diagnostics"]
    for row, found in zip(rows, made.issues, strict=False):
        if not found.edits:
            continue
        start, end = offsets(row["suggestions"][0]["range"])
        data = RIVER.encode()
        mended = (data[:start] + row["suggestions"][0]["text"].encode() + data[end:]).decode()
        fixed = RIVER
        for edit in sorted(found.edits, key=lambda edit: -edit.start):
            fixed = fixed[: edit.start] + edit.new + fixed[edit.end :]
        assert mended == fixed
    assert [suggestion["text"] for suggestion in rows[5]["suggestions"]] == ["“in a huff,”", ""]
    assert [suggestion["text"] for suggestion in rows[7]["suggestions"]] == ["Ms Olund"]


def test_rdjson_without_the_copy_has_lines_alone():
    made = replace(everything(), texts={})
    rows = json.loads(rdjson.render(made, VIEW))["diagnostics"]
    assert rows[0]["location"]["range"] == {"start": {"line": 3}, "end": {"line": 3}}
    assert "suggestions" not in rows[0]


def test_rdjson_is_quick_on_a_long_line():
    rows = json.loads(rdjson.render(many(10_000), VIEW))["diagnostics"]
    assert rows[-1]["location"]["range"]["start"]["column"] == 9_999 * 15 + 8  # the ï takes two bytes


def test_json_lines_hold_what_the_document_holds():
    made = everything()
    *rows, last = [json.loads(line) for line in jsonl.render(made, replace(VIEW, statistics=True)).splitlines()]
    document = json.loads(whole.render(made, replace(VIEW, statistics=True)))
    assert rows == document.pop("issues")
    assert last == document
    assert rows[0]["path"] == "desk two/caf\\xe9.txt"
    assert BAD_PATH not in last["tool"]["language"]


def test_json_lines_fit_their_schema():
    from importlib.resources import files

    from referencing import Registry, Resource

    def schema(name):
        return json.loads((files("newslint.reporters") / name).read_text(encoding="utf-8"))

    registry = Registry().with_resource("report.schema.json", Resource.from_contents(schema("report.schema.json")))
    line = jsonschema.Draft202012Validator(schema("jsonl.schema.json"), registry=registry)
    rows = [json.loads(row) for row in jsonl.render(everything(), VIEW).splitlines()]
    for row in rows:
        line.validate(row)
    for wrong in ({**rows[0], "extra": 1}, {**rows[-1], "extra": 1}, {"path": "a.txt"}):
        assert not line.is_valid(wrong)
