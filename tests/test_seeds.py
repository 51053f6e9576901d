"""Every sample story gives exactly the issues in the file beside it.

`python tests/test_seeds.py --update` rewrites the files; read the difference before you commit it. A file is YAML:

    language: en-AU
    defects:               # what was planted, by a person, before newslint saw it
      - {line: 7, near: Mr Huw, found: true}
    issues: [...]          # errors and warnings without LanguageTool
    grammar: [...]         # the errors and warnings that LanguageTool adds

An issue is `LINE:COLUMN SEVERITY RULE "TEXT"`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
STORIES = sorted(SEEDS.glob("*.txt"))


def expected_path(story: Path) -> Path:
    return story.with_suffix(".expected.yml")


def load_expected(story: Path) -> dict[str, Any]:
    return dict(yaml.safe_load(expected_path(story).read_text(encoding="utf-8")))


def reports(grammar: str) -> dict[str, list[dict[str, Any]]]:
    """Check every story as a user would, one run a language; return the issues of each by its file name."""
    found: dict[str, list[dict[str, Any]]] = {story.name: [] for story in STORIES}
    for language in sorted({load_expected(story)["language"] for story in STORIES}):
        names = [story.name for story in STORIES if load_expected(story)["language"] == language]
        command = [sys.executable, "-m", "newslint", "check", "--format", "json", "--language", language]
        done = subprocess.run(
            [*command, "--grammar", grammar, *names], capture_output=True, text=True, cwd=SEEDS, check=False
        )
        assert done.returncode in (0, 1), done.stderr
        for issue in json.loads(done.stdout)["issues"]:
            found[issue["path"]].append(issue)
    return found


@pytest.fixture(scope="module")
def without_grammar() -> dict[str, list[dict[str, Any]]]:
    return reports("off")


def shown(issue: dict[str, Any]) -> str:
    return f'{issue["line"]}:{issue["column"]} {issue["severity"]} {issue["rule"]} "{issue["text"]}"'


def is_hit(defect: dict[str, Any], issues: list[dict[str, Any]], lines: list[str]) -> bool:
    """Say whether an issue touches the planted text, on its line."""
    begin = lines[defect["line"] - 1].index(defect["near"]) + 1
    end = begin + len(defect["near"])
    place = defect["line"]
    return any(
        (issue["line"], issue["column"]) <= (place, end) and (place, begin) <= (issue["end_line"], issue["end_column"])
        for issue in issues
    )


def test_there_are_enough_samples() -> None:
    clean = [s for s in STORIES if s.name.startswith("clean-")]
    assert len(STORIES) >= 12
    assert len(clean) >= 4
    assert all(150 <= len(s.read_text(encoding="utf-8").split()) <= 600 for s in STORIES)


@pytest.mark.parametrize("story", STORIES, ids=lambda s: s.stem)
def test_a_story_gives_exactly_its_expected_issues(
    story: Path, without_grammar: dict[str, list[dict[str, Any]]]
) -> None:
    assert [shown(issue) for issue in without_grammar[story.name]] == load_expected(story)["issues"]


@pytest.mark.parametrize("story", STORIES, ids=lambda s: s.stem)
def test_planted_defects_are_found_as_recorded(story: Path) -> None:
    expected = load_expected(story)
    lines = story.read_text(encoding="utf-8").split("\n")
    issues = [parse(row) for row in expected["issues"] + expected["grammar"]]
    assert [d for d in expected["defects"] if is_hit(d, issues, lines) != d["found"]] == []
    if story.name.startswith("clean-"):
        assert not expected["defects"]
        assert not issues


def parse(row: str) -> dict[str, Any]:
    place, _, _, text = row.split(" ", 3)
    line, column = map(int, place.split(":"))
    return {"line": line, "column": column, "end_line": line, "end_column": column + len(text) - 2}


@pytest.mark.usefixtures("languagetool")
def test_grammar_adds_exactly_what_is_expected() -> None:
    off, on = reports("off"), reports("required")
    added = {story.name: added_rows(off[story.name], on[story.name]) for story in STORIES}
    assert added == {story.name: load_expected(story)["grammar"] for story in STORIES}


def added_rows(off: list[dict[str, Any]], on: list[dict[str, Any]]) -> list[str]:
    """Return what is reported only with grammar: LanguageTool's own rules, and our checks that it runs."""
    before = {shown(issue) for issue in off}
    return [row for row in map(shown, on) if row not in before]


def update() -> None:
    off, on = reports("off"), reports("required")
    for story in STORIES:
        expected = load_expected(story)
        lines = story.read_text(encoding="utf-8").split("\n")
        expected["issues"] = [shown(issue) for issue in off[story.name]]
        expected["grammar"] = added_rows(off[story.name], on[story.name])
        for defect in expected["defects"]:
            defect["found"] = is_hit(defect, off[story.name] + on[story.name], lines)
        text = yaml.safe_dump(expected, sort_keys=False, allow_unicode=True, width=1000)
        expected_path(story).write_text(text, encoding="utf-8")


if __name__ == "__main__" and "--update" in sys.argv:
    update()
