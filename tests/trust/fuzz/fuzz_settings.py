"""Settings: any `newslint.yml` or `pyproject.toml` is settings that hold, or one error with path, line and column."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from fuzzinput import ROOT, scratch

from newslint.engine.book import Book, load
from newslint.engine.files import find_files
from newslint.engine.layers import merged, read_layers
from newslint.engine.project import Plan, Project, Said, exclusion
from newslint.engine.settings import SettingsError

INSTRUMENT = (
    *("newslint.engine.layers", "newslint.engine.project", "newslint.engine.settings", "newslint.engine.toml_places"),
    *(
        "newslint.engine.exclusion",
        "newslint.engine.selection",
        "newslint.rulebook.schema",
        "newslint.rulebook.yamlfile",
    ),
)
TOKENS = (
    *(
        "language: ",
        "style: ",
        "grammar: ",
        "words: ",
        "words-file: ",
        "people: ",
        "extends: ",
        "checks:\n",
        "per-path:\n",
    ),
    *(
        "select: ",
        "ignore: ",
        "exclude: ",
        "baseline: ",
        "date-in-path: ",
        "grammar-url: ",
        "grammar-timeout: ",
        "options: ",
    ),
    *(
        "severity: ",
        "[tool.newslint]\n",
        "[tool.newslint.checks]\n",
        " = ",
        "en-AU",
        "bbc",
        "names/",
        "sport/**",
        "!",
        "../",
        "~",
    ),
    *(
        "(?P<year>[0-9]+)",
        "newslint.yml",
        "desk.yml",
        "a.txt",
        "*.csv",
        "\\",
        "'''",
        '"""',
        "{",
        "}",
        "[",
        "]",
        "- ",
        "off",
        "nan",
    ),
)

_PLACE = re.compile(r"^(?P<path>[^\n]+?\.(?:yml|toml|txt|csv)):(?P<line>\d+):(?P<column>\d+): \S")
_LONGEST = 4_000

_EVERYTHING = """language: en-AU
style: bbc
words: [Quill, "O'Brien"]
words-file: words.txt
people: people.csv
grammar: off
grammar-url: http://desk.example:8081/
grammar-timeout: 12.5
date-in-path: (?P<year>[0-9]{4})/(?P<month>[0-9]{2})/(?P<day>[0-9]{2})
select: [names/, quotes/]
ignore: [names/initials-spacing]
checks:
  names/honorific-missing: off
  punctuation/: advice
  typos/: {severity: error}
per-path:
  sport/**: {section: sport, ignore: [quotes/], style: guardian}
  "*.txt": {language: en-US, words: [a], checks: {names/: warning}}
exclude: [archive/, "*.bak.txt", "!keep.txt"]
respect-gitignore: false
baseline: accepted.json
extends: desk.yml
"""

_TABLE = """[project]
name = "desk"
[tool.newslint]
language = "en-AU"
style = "bbc"
words = ["Quill", 'O''']
grammar-timeout = 5
exclude = ["archive/"]
[tool.newslint.checks]
"names/honorific-missing" = "off"
"punctuation/" = {severity = "advice"}
[tool.newslint.per-path."sport/**"]
section = "sport"
ignore = ["quotes/"]
"""


def seeds() -> list[bytes]:
    yaml = [b"y" + _EVERYTHING.encode(), b"y", b"y[]", b"yextends: newslint.yml", b"yextends: [desk.yml, desk.yml]"]
    yaml += [b"y" + line.encode() for line in _EVERYTHING.splitlines() if line and line[0] != " "]
    yaml.append(b"y" + (ROOT / ".pre-commit-hooks.yaml").read_bytes())
    toml = [b"t" + _TABLE.replace("'O''", "'O'").encode(), b"t" + (ROOT / "pyproject.toml").read_bytes(), b"ttool = 3"]
    return yaml + toml


@cache
def _book() -> Book:
    return load()


@cache
def _desk() -> Path:
    """Return a folder with what settings may name, and a story below it."""
    folder = scratch() / "settings"
    (folder / "sport").mkdir(parents=True)
    (folder / "words.txt").write_text("Brenn # a town\n", encoding="utf-8")
    (folder / "people.csv").write_text("name,honorific\nRosa Quill,Ms\n", encoding="utf-8")
    (folder / "desk.yml").write_text("words: [Bevan]\nchecks: {names/: advice}\n", encoding="utf-8")
    (folder / "sport" / "2024-05-06.txt").write_text("The mayor won.\n", encoding="utf-8")
    return folder


def one_input(data: bytes) -> None:
    """The first byte says whether the rest is a pyproject.toml (t) or a newslint.yml."""
    folder = _desk()
    file = folder / ("pyproject.toml" if data[:1] == b"t" else "newslint.yml")
    body = data[1 : _LONGEST + 1]
    if re.search(rb"people[^\n]*[*?\[]", body):  # patterns below any folder of this machine: another test's
        return
    file.write_bytes(body)
    try:
        check_settings(file)
    except SettingsError as error:
        message = str(error)
    else:
        return
    verify(message, body)


def verify(message: str, body: bytes) -> None:
    found = _PLACE.match(message)
    assert found, message
    assert "\n" not in message, message
    if found["path"].endswith(("newslint.yml", "pyproject.toml")):
        lines = body.decode("utf-8", "replace").splitlines() or [""]
        assert 1 <= int(found["line"]) <= len(lines) + 1, message
        assert 1 <= int(found["column"]) <= max(map(len, lines)) + 2, message


def check_settings(file: Path) -> None:
    layers = read_layers(file)
    assert merged(layers) == merged(layers)
    project = Project(config=file)
    story = str(file.parent / "sport" / "2024-05-06.txt")
    said = Said(respect_gitignore=False)
    options = Plan(project, _book(), said).options(story)
    again = Plan(project, _book(), said).options(story)
    assert (options.selection, options.levels, options.words) == (again.selection, again.levels, again.words)
    options.style("The mayor won.\n", story)
    options.ledger_day("The mayor won.\n", story)
    find_files([str(file.parent)], exclusion(project, said))
