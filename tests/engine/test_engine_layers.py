"""Settings in several files: what extends what, TOML beside YAML, and errors with their places."""

from __future__ import annotations

import pytest

from newslint.engine.finding import find_settings
from newslint.engine.layers import merged, read_layers, read_settings
from newslint.engine.settings import CheckSettings, PathSettings, SettingsError
from newslint.engine.toml_places import locate


def test_newslint_yml_goes_before_pyproject_toml_and_a_pyproject_without_us_is_passed_by(tmp_path):
    desk = tmp_path / "desk"
    desk.mkdir()
    (tmp_path / "pyproject.toml").write_text('[tool.newslint]\nlanguage = "en-NZ"\n')
    (desk / "pyproject.toml").write_text('[project]\nname = "newslint-tools"\n[tool.other]\n')
    assert find_settings(str(desk)) == str(tmp_path / "pyproject.toml")
    (desk / "pyproject.toml").write_text("[tool]\nnewslint.language = 'en-ZA'\n")
    assert find_settings(str(desk)) == str(desk / "pyproject.toml")
    assert read_settings(desk / "pyproject.toml").language == "en-ZA"
    (desk / "newslint.yml").write_text("")
    assert find_settings(str(desk)) == str(desk / "newslint.yml")


TOML = """[project]
name = "gazette"

[tool.newslint]
language = "en-AU"
words = ["Wirrabeena"]

[tool.newslint.checks]
"names/" = "advice"
"numbers/ages" = { severity = "off" }

[tool.newslint.per-path."sport/**"]
ignore = ["names/"]
"""


def test_toml_says_the_same_as_yaml(tmp_path):
    path = tmp_path / "pyproject.toml"
    path.write_text(TOML)
    (tmp_path / "newslint.yml").write_text(
        "language: en-AU\nwords: [Wirrabeena]\n"
        "checks: {names/: advice, numbers/ages: {severity: off}}\n"
        'per-path: {"sport/**": {ignore: [names/]}}\n'
    )
    assert read_settings(path) == read_settings(tmp_path / "newslint.yml")


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("language =", "langage =", r":5:1: unknown key `langage`; did you mean `language`\?"),
        ('"en-AU"', '"en-UA"', r":5:12: `language`: invalid enum value 'en-UA'; it may be .*"),
        ('"advice"', '"advise"', r":9:12: `severity`: invalid enum value 'advise'; .*did you mean `advice`\?"),
        ('severity = "off"', "severty = 1", r":10:18: unknown key `severty`; did you mean `severity`\?"),
        ('ignore = ["names/"]', "ignored = []", r":13:1: unknown key `ignored`; did you mean `ignore`\?"),
        ('ignore = ["names/"]', "ignore = 3", r":13:10: `ignore`: expected `array`, got `int`"),
        ('["Wirrabeena"]', '["Wirrabeena"', r":8:1: bad TOML: .+"),
        ("[tool.newslint]", "[tool]\nnewslint = 3\n[other]", r":1:1: `tool.newslint` is a table"),
    ],
)
def test_errors_in_toml_have_places(tmp_path, old, new, complaint):
    path = tmp_path / "pyproject.toml"
    text = TOML.split("\n\n[tool.newslint.checks]")[0] + "\n" if "[other]" in new else TOML
    path.write_text(text.replace(old, new, 1))
    with pytest.raises(SettingsError, match=complaint):
        read_settings(path)


def test_the_place_of_a_key_in_toml():
    assert locate(TOML, ("tool", "newslint", "words", 0)) == (6, 9)
    assert locate(TOML, ("tool", "newslint", "checks", "names/")) == (9, 12)
    assert locate(TOML, ("tool", "newslint", "checks", "names/"), key=True) == (9, 1)
    assert locate(TOML, ("tool", "newslint", "per-path", "sport/**", "ignore")) == (13, 10)
    assert locate(TOML, ("tool", "newslint", "per-path", "sport/**")) == (12, 1)
    assert locate("", ("tool", "newslint")) == (1, 1)
    assert locate('text = """\n[tool.newslint]\nwords = 3\n"""\n', ("text",)) == (1, 8)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("checks: names/\n", r":1:9: `checks` is a mapping of ids of checks"),
        ("checks:\n  names/: 3\n", r":2:11: `names/`: a severity \(off, advice, warning, error\), or `severity`"),
        ("checks:\n  names/: eror\n", r":2:11: `severity`: invalid enum value 'eror'; .*did you mean `error`\?"),
        ("checks:\n  names/: {fix: safe}\n", r":2:12: unknown key `fix`"),
        ("per-path:\n  sport: 1\n", r":2:10: `sport`: a mapping of keys to values"),
        ('per-path:\n  "!sport": {}\n', r":2:3: `!sport`: a pattern here says which paths are meant"),
        ("per-path:\n  sport:\n    ignor: []\n", r":3:5: unknown key `ignor`; did you mean `ignore`\?"),
        ("per-path:\n  sport:\n    checks:\n      names/: of\n", r":4:15: `severity`: .*did you mean `off`\?"),
        ("extends: gone.yml\n", r":1:10: `extends`: there is no file .*gone.yml"),
        ("extends: [base.yml, gone.yml]\n", r":1:21: `extends`: there is no file .*gone.yml"),
        ("extends: newslint.yml\n", r":1:10: `extends`: .*newslint.yml extends this file in its turn"),
        ("extends: loop.yml\n", r"loop.yml:1:10: `extends`: .*newslint.yml extends this file in its turn"),
        ("extends: bad.yml\n", r"bad.yml:2:1: unknown key `words-fil`; did you mean `words-file`\?"),
    ],
)
def test_errors_in_yaml_have_places(tmp_path, text, complaint):
    (tmp_path / "base.yml").write_text("")
    (tmp_path / "loop.yml").write_text("extends: newslint.yml\n")
    (tmp_path / "bad.yml").write_text("# base\nwords-fil: x\n")
    path = tmp_path / "newslint.yml"
    path.write_text(text)
    with pytest.raises(SettingsError, match=complaint):
        read_settings(path)


def test_what_extends_a_file_replaces_its_values_or_adds_to_them(tmp_path):
    house = tmp_path / "house"
    desk = tmp_path / "desk"
    house.mkdir()
    desk.mkdir()
    (house / "names.txt").write_text("Ngaio\n")
    (house / "base.yml").write_text(
        "language: en-GB\ngrammar-timeout: 5\nwords: [Gazette, desk]\nwords-file: names.txt\nselect: [names/]\n"
        "ignore: [a/]\nchecks: {quotes/: advice, dates/: {severity: error, options: {x: 1}}}\n"
        'per-path: {"sport/**": {ignore: [names/]}, "wire/": {language: en-US}}\n'
    )
    (desk / "newslint.yml").write_text(
        "extends: ../house/base.yml\nlanguage: en-AU\nwords: [desk, sub]\nselect: [quotes/]\nignore: [b/]\n"
        'checks: {dates/: warning}\nper-path: {"sport/**": {ignore: [titles/]}}\n'
    )
    layers = read_layers(desk / "newslint.yml")
    assert [layer.path.name for layer in layers] == ["base.yml", "newslint.yml"]
    settings = merged(layers)
    assert (settings.language, settings.grammar_timeout, settings.select) == ("en-AU", 5.0, ("quotes/",))
    assert settings.words == ("Gazette", "desk", "sub")
    assert settings.words_file == (str(desk / ".." / "house" / "names.txt"),)
    assert settings.ignore == ("a/", "b/")
    assert settings.checks == {"quotes/": CheckSettings(severity="advice"), "dates/": CheckSettings(severity="warning")}
    assert settings.per_path == {
        "wire/": PathSettings(language="en-US"),
        "sport/**": PathSettings(ignore=("titles/",)),
    }
