"""Finding and reading `newslint.yml`."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.engine.finding import find_settings
from newslint.engine.layers import read_settings
from newslint.engine.settings import CheckSettings, PathSettings, Settings, SettingsError, all_words


def test_the_nearest_file_above_the_copy_counts(tmp_path):
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    (tmp_path / "newslint.yml").write_text("")
    assert find_settings(str(below / "story.txt")) == str(tmp_path / "newslint.yml")
    assert find_settings(str(below)) == str(tmp_path / "newslint.yml")
    (tmp_path / "a" / "newslint.yml").write_text("")
    assert find_settings(str(below)) == str(tmp_path / "a" / "newslint.yml")


def test_the_root_of_a_repository_is_the_limit(tmp_path):
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    (tmp_path / "newslint.yml").write_text("")
    (tmp_path / "a" / ".git").write_text("gitdir: elsewhere")  # as in a worktree
    assert find_settings(str(below)) is None
    (tmp_path / "a" / "newslint.yml").write_text("")
    assert find_settings(str(below)) == str(tmp_path / "a" / "newslint.yml")


EVERY_KEY = r"""# ours
language: en-NZ
grammar: off
grammar-url: https://languagetool.example:8010/v2
grammar-timeout: 12
words: [Ngaio]
words-file: names.txt
people: people/*.csv
select: [names/]
ignore: [names/x]
checks: {quotes/: advice}
per-path: {"sport/**": {ignore: [names/]}}
exclude: ["*.old.txt"]
respect-gitignore: false
baseline: accepted.json
style: bbc
date-in-path: (?P<year>2\d{3})(?P<month>\d\d)(?P<day>\d\d)
"""


def test_every_key_is_read_and_an_empty_file_is_the_default(tmp_path):
    path = tmp_path / "newslint.yml"
    path.write_text("\ufeff" + EVERY_KEY, encoding="utf-8")
    (tmp_path / "names.txt").write_text("")
    (tmp_path / "people").mkdir()
    for name in ("b.csv", "a.csv", "readme.txt"):
        (tmp_path / "people" / name).write_text("name\n")
    read = read_settings(path)
    assert read == Settings(
        language="en-NZ",
        grammar="off",
        grammar_url="https://languagetool.example:8010/v2",
        grammar_timeout=12.0,
        words=("Ngaio",),
        words_file=(str(tmp_path / "names.txt"),),
        people=(str(tmp_path / "people" / "a.csv"), str(tmp_path / "people" / "b.csv")),
        select=("names/",),
        ignore=("names/x",),
        checks={"quotes/": CheckSettings(severity="advice")},
        per_path={"sport/**": PathSettings(ignore=("names/",))},
        exclude=("*.old.txt",),
        respect_gitignore=False,
        baseline="accepted.json",
        style="bbc",
        date_in_path=r"(?P<year>2\d{3})(?P<month>\d\d)(?P<day>\d\d)",
    )
    others = {"extends"}  # it is used up by the reading
    fields = set(Settings.__struct_fields__) - others
    assert all(getattr(read, field) != getattr(Settings(), field) for field in fields)
    path.write_text("# nothing yet\n")
    assert read_settings(path) == Settings()
    assert (Settings().grammar_url, Settings().grammar_timeout, all_words(Settings())) == (None, 30.0, frozenset())


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("grammar-url: languagetool.example:8010", r":2:14: `grammar-url`: must begin with http:// or https://"),
        ("grammar-url: ftp://languagetool.example", r":2:14: `grammar-url`: must begin with http:// or https://"),
        ("grammar-url: 'http://'", r":2:14: `grammar-url`: must begin with http:// or https:// and name a server"),
        ("grammar-url: http://here:port/", r":2:14: `grammar-url`: is not an address"),
        ("grammar-url: 8010", r":2:14: `grammar-url`: expected `str \| null`, got `int`"),
        ("grammar-timeout: 0", r":2:18: `grammar-timeout`: expected `float` > 0"),
        ("grammar-timeout: -1.5", r":2:18: `grammar-timeout`: expected `float` > 0"),
        ("grammar-timeout: 601", r":2:18: `grammar-timeout`: expected `float` <= 600"),
        ("grammar-timeout: .nan", r":2:18: `grammar-timeout`: expected `float`, got `str`"),
        ("grammar-timeout: true", r":2:18: `grammar-timeout`: expected `float`, got `bool`"),
        ("grammar-timeout: 30s", r":2:18: `grammar-timeout`: expected `float`, got `str`"),
        ("words-file: gone.txt", r":2:13: `words-file`: there is no file .*gone.txt"),
        ("words-file: ''", r":2:13: `words-file`: /.* is a folder"),
        ("words-file: ~nobody-of-that-name/words.txt", r":2:13: `words-file`: ~nobody-of-that-name/words.txt: .*home"),
        (f"words-file: {'x' * 300}", r":2:13: `words-file`: x+: File name too long"),
        ("words-file: [here.txt, gone.txt]", r":2:24: `words-file`: there is no file .*gone.txt"),
        ("words-file: [here.txt, 7]", r":2:24: `1`: expected `str`, got `int`"),
        ("people: gone.csv", r":2:9: `people`: there is no file .*gone.csv"),
        ("people: [here.txt, 'lists/*.csv']", r":2:20: `people`: no file fits the pattern .*lists/\*.csv"),
        ("people: .", r":2:9: `people`: /.* is a folder: name its files, as in ./\*.csv"),
        ("people: ~nobody-of-that-name/a.csv", r":2:9: `people`: ~nobody-of-that-name/a.csv: .*home"),
        ("extends: ~nobody-of-that-name/a.yml", r":2:10: `extends`: there is no file .*~nobody-of-that-name/a.yml"),
        (f"extends: {'x' * 300}", r":2:10: `extends`: there is no file "),
        ("word-file: here.txt", r":2:1: unknown key `word-file`; did you mean `words-file`\?"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path, line, complaint):
    (tmp_path / "here.txt").write_text("")
    path = tmp_path / "newslint.yml"
    path.write_text(f"grammar: auto\n{line}\n")
    with pytest.raises(SettingsError, match=complaint) as caught:
        read_settings(path)
    assert str(caught.value).startswith(str(path))


def test_an_address_with_a_password_is_not_repeated(tmp_path):
    path = tmp_path / "newslint.yml"
    path.write_text("grammar-url: ftp://desk:hunter2@languagetool.example\n")
    with pytest.raises(SettingsError) as caught:
        read_settings(path)
    assert "hunter2" not in str(caught.value)


def test_words_come_from_the_settings_and_from_files(tmp_path, monkeypatch):
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "names.txt").write_bytes(
        "\ufeff# our people\r\n\r\nZubrowska\r\n  Mary  Zubrowska\t# the editor\r\n#nobody\r\nC#\r\nNgāti Tūrū".encode()
    )
    (tmp_path / "places.txt").write_text("Wirrabeena\n")
    (tmp_path / "newslint.yml").write_text("words: [ngaio]\nwords-file: [lists/names.txt, places.txt]\n")
    monkeypatch.chdir(tmp_path / "lists")  # paths are relative to the settings, not to where the command runs
    settings = read_settings(Path("..") / "newslint.yml")
    monkeypatch.chdir("/")
    assert all_words(settings) == {
        "ngaio",
        "Zubrowska",
        "Mary Zubrowska",
        "C#",
        "Ngāti Tūrū",
        "Wirrabeena",
    }
    (tmp_path / "newslint.yml").write_text(f"words-file: {tmp_path / 'places.txt'}\n")
    assert all_words(read_settings(tmp_path / "newslint.yml")) == {"Wirrabeena"}


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"one\ntwo \xe9\n", "2:5: not UTF-8 (byte 8)"),
        (b"one\n\xe9", "2:1: not UTF-8 (byte 4)"),
        (b"\xe9", "1:1: not UTF-8 (byte 0)"),
        ("zoë\rzo".encode() + b"\xeb", "2:3: not UTF-8 (byte 7)"),
        ("Zoë".encode("utf-16"), "1:1: not UTF-8 (byte 0)"),
    ],
)
def test_a_words_file_that_is_not_utf8_is_an_error_with_its_place(tmp_path, data, place):
    (tmp_path / "names.txt").write_bytes(data)
    (tmp_path / "newslint.yml").write_text("words-file: names.txt\n")
    settings = read_settings(tmp_path / "newslint.yml")
    with pytest.raises(SettingsError) as caught:
        all_words(settings)
    assert str(caught.value) == f"{tmp_path / 'names.txt'}:{place}"


def test_a_words_file_that_has_gone_is_an_error(tmp_path):
    (tmp_path / "names.txt").write_text("x")
    (tmp_path / "newslint.yml").write_text("words-file: names.txt\n")
    settings = read_settings(tmp_path / "newslint.yml")
    (tmp_path / "names.txt").unlink()
    with pytest.raises(SettingsError, match=r"names.txt:1:1: no such file"):
        all_words(settings)


def test_bytes_that_are_not_text_are_an_error_not_a_crash(tmp_path):
    path = tmp_path / "newslint.yml"
    path.write_bytes(b"language: caf\xe9\n")
    with pytest.raises(SettingsError, match=r"newslint.yml:1:14: not UTF-8 \(byte 13\)"):
        read_settings(path)
    with pytest.raises(SettingsError, match="no such file"):
        read_settings(tmp_path / "gone.yml")
