"""`newslint schema`: what editors are told is what the loader takes."""

from __future__ import annotations

import json
import subprocess
import sys

import jsonschema
import pytest
import yaml

from newslint.cli.schema import Which, schema_bytes
from newslint.engine.book import load
from newslint.engine.layers import read_settings
from newslint.engine.settings import SettingsError
from newslint.rulebook.packs import rule_files, shipped_pack
from newslint.rulebook.yamlfile import read_yaml


@pytest.fixture(scope="module")
def book():
    return load()


@pytest.fixture(scope="module")
def validator(book):
    """Return a function from a schema's name to its validator; the schemas hold to the draft that they name."""

    def made(which):
        schema = json.loads(schema_bytes(which, book))
        kind = jsonschema.validators.validator_for(schema)
        kind.check_schema(schema)
        return kind(schema)

    return {which: made(which) for which in Which}


def test_every_shipped_check_is_valid(validator):
    checks = validator[Which.CHECK]
    files = list(rule_files(shipped_pack()))
    assert len(files) > 300
    for file in files:
        complaints = [error.message for error in checks.iter_errors(read_yaml(file.read_text("utf-8"), str(file)))]
        assert not complaints, (file, complaints)


CHECK = """
id: slips/x
kind: substitution
message: No.
why: Because.
severity: warning
swap: {a: b}
tests: [{flag: "[[a]]"}, {pass: c}]
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kind: substitution", "kind: substitutoin"),
        ("severity: warning", "severity: grave"),
        ("swap: {a: b}", "swop: {a: b}"),
        ("swap: {a: b}", "swap: 3"),
        ("swap: {a: b}", "frames: [a]"),  # another kind's key
        ("why: Because.\n", ""),
        ("{pass: c}", "{passes: c}"),
    ],
)
def test_what_the_loader_would_refuse_is_invalid(validator, old, new):
    assert validator[Which.CHECK].is_valid(yaml.safe_load(CHECK))
    assert not validator[Which.CHECK].is_valid(yaml.safe_load(CHECK.replace(old, new)))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "language: en-AU",
        "extends: [base.yml]",
        "checks: {names/: advice, structure/no-stop: {severity: off}, our-pack:names/x: {options: {limit: 3}}}",
        'per-path: {"sport/**": {ignore: [names/], checks: {quotes/: off}}}',
        "grammar-timeout: 601",
        "langage: en-AU",
        "checks: {names/: grave}",
        "checks: {names/: {fix: safe}}",
        "per-path: {sport: {exclude: [a]}}",
        "words: Ngaio",
        "respect-gitignore: 7",
    ],
)
def test_the_schema_of_the_settings_says_what_reading_them_says(validator, tmp_path, text):
    path = tmp_path / "newslint.yml"
    path.write_text(text)
    (tmp_path / "base.yml").write_text("")
    try:
        read_settings(path)
    except SettingsError:
        good = False
    else:
        good = True
    assert validator[Which.CONFIG].is_valid(read_yaml(text, "newslint.yml") or {}) == good


def test_an_editor_is_offered_the_ids_of_checks(validator):
    offered = validator[Which.CONFIG].schema["definitions"]["selector"]["anyOf"][0]["enum"]
    assert {"names/", "names/honorific-given-name", "grammar/en-a-vs-an"} <= set(offered)


def test_the_command_prints_or_writes(tmp_path):
    command = [sys.executable, "-m", "newslint", "schema", "config"]
    printed = subprocess.run(command, capture_output=True, check=True, cwd=tmp_path).stdout
    subprocess.run([*command, "-o", "schemas/config.json"], check=True, cwd=tmp_path)
    assert (tmp_path / "schemas" / "config.json").read_bytes() == printed
    (tmp_path / "file").write_text("")
    done = subprocess.run([*command, "-o", "file/x.json"], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 2
    assert "file/x.json: " in done.stderr
