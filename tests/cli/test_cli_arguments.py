"""The parser of everyday calls says what typer says, or leaves it to typer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
import msgspec
import pytest
import typer
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.cli import arguments, check
from newslint.cli.app import make_app
from newslint.cli.arguments import FILES, FLAGS, LISTS, NUMBERS, TEXTS, WORDS, CheckArguments, parse_usual


@pytest.fixture(scope="module")
def declared() -> click.Command:
    group = typer.main.get_command(make_app("check"))
    assert isinstance(group, click.Group)
    return group.commands["check"]


def _read_by_typer(command: click.Command, words: list[str]) -> CheckArguments | None:
    """Return what typer makes of the words, None where it would say something else than run."""
    seen: list[CheckArguments] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(check, "run_check", lambda said: seen.append(said) or 0)
        try:
            command.main(list(words), prog_name="check", standalone_mode=False)
        except click.ClickException:
            return None
    return seen[0] if seen else None


def test_every_option_of_check_is_known_and_no_other(declared):
    known = {
        **{word: ("flag", *said) for word, said in FLAGS.items()},
        **{word: ("text", name) for word, name in TEXTS.items()},
        **{word: ("file", name) for word, name in FILES.items()},
        **{word: ("words", name, choices) for word, (name, choices) in WORDS.items()},
        **{word: ("number", name) for word, name in NUMBERS.items()},
        **{word: ("list", name) for word, name in LISTS.items()},
    }
    assert known == {word: told for param in declared.params for word, told in _told(param)}


def _told(param: click.Parameter) -> list[tuple[str, tuple[Any, ...]]]:
    if not isinstance(param, click.Option):
        return []
    rows: list[tuple[str, tuple[Any, ...]]] = []
    for word in param.opts:
        if param.is_flag:
            rows.append((word, ("flag", param.name, True)))
        elif param.multiple:
            rows.append((word, ("list", param.name)))
        elif isinstance(param.type, click.Choice):
            choices = tuple(getattr(choice, "value", choice) for choice in param.type.choices)
            rows.append((word, ("words", param.name, choices)))
        elif isinstance(param.type, click.IntRange):
            assert (param.type.min, param.type.max) == (1, None)
            rows.append((word, ("number", param.name)))
        elif isinstance(param.type, click.Path):
            rows.append((word, ("file", param.name)))
        else:
            rows.append((word, ("text", param.name)))
    return rows + [(word, ("flag", param.name, False)) for word in param.secondary_opts]


def test_variables_that_stand_for_options_are_known(declared):
    variables = {param.envvar for param in declared.params if param.envvar}
    assert variables < set(arguments.VARIABLES)
    assert set(arguments.VARIABLES) - variables == {arguments.COMPLETION_VARIABLE}
    for name in arguments.VARIABLES:
        assert parse_usual(["a.txt"], {name: "x"}) is None


def test_arguments_have_the_names_and_the_defaults_of_the_options(declared):
    assert set(CheckArguments.__struct_fields__) == {param.name for param in declared.params} - {"help"}
    assert _read_by_typer(declared, []) == parse_usual([], {}) == CheckArguments()


_EVERYDAY = {
    "paths": ["a.txt", "-", "b/*.txt"],
    "flag": [],
    "list": ["a", "a,b", ""],
    "text": ["en-AU", "", "-x"],
    "file": ["f.json", "-", "gone/f"],
    "number": ["1", "12"],
}


@pytest.mark.parametrize("word", [*TEXTS, *FILES, *LISTS, *WORDS, *NUMBERS])
def test_each_option_in_each_form(declared, word):
    kind = "text" if word in TEXTS else "file" if word in FILES else "list" if word in LISTS else "number"
    values = list(WORDS[word][1]) if word in WORDS else _EVERYDAY[kind]
    for value in values:
        forms = [[word, value], [word, value, "a.txt"], ["a.txt", word, value, "b.txt"], [word, value, word, values[0]]]
        if word.startswith("--"):
            forms += [[f"{word}={value}"], ["a.txt", f"{word}={value}", "--", "--fix"]]
        for words in forms:
            read = parse_usual(words, {})
            assert read is not None
            assert read == _read_by_typer(declared, words), words


@pytest.mark.parametrize("word", FLAGS)
def test_each_flag(declared, word):
    for words in ([word], [word, "a.txt"], ["a.txt", word, word], ["--", word]):
        read = parse_usual(words, {})
        assert read is not None
        assert read == _read_by_typer(declared, words), words


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["-h"],
        ["--fx"],
        ["--fi"],
        ["--fix=yes"],
        ["-x"],
        ["-ww"],
        ["-j4"],
        ["-j=4"],
        ["--jobs", "0"],
        ["--jobs", "-1"],
        ["--jobs", "٣"],
        ["--jobs", "1_0"],
        ["--jobs", "many"],
        ["--grammar", "on"],
        ["--grammar", "OFF"],
        ["--fail-on="],
        ["a.txt", "--select"],
    ],
)
def test_what_is_not_everyday_is_left_to_typer(words):
    assert parse_usual(words, {}) is None


def test_a_file_that_cannot_be_read_is_left_to_typer(tmp_path, monkeypatch):
    file = tmp_path / "newslint.yml"
    file.write_text("")
    assert parse_usual(["--config", str(file)], {}) == CheckArguments(config=str(file))
    monkeypatch.setattr("os.access", lambda path, mode: False)
    assert parse_usual(["--config", str(file)], {}) is None


_WORD = st.sampled_from(
    [*FLAGS, *TEXTS, *FILES, *LISTS, *WORDS, *NUMBERS, "--", "-", "", "a.txt", "error", "off", "advice", "2", "--help"]
    + [f"{word}=x" for word in (*TEXTS, *FILES, *LISTS)]
    + ["--grammar=off", "--grammar=", "--jobs=3", "--jobs=x", "--fix=1", "-j3", "-wj", "--selec", "-"]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(_WORD, max_size=6))
def test_whatever_is_said_typer_says_the_same(declared, words):
    read = parse_usual(words, {})
    if read is not None:
        told = _read_by_typer(declared, words)
        assert told is not None, words
        assert _as_paths(read) == _as_paths(told), words


def _as_paths(said: CheckArguments) -> CheckArguments:
    """Return the arguments with files as pathlib writes them: `run_check` makes paths of both."""
    files = {name: getattr(said, name) for name in FILES.values()}
    return msgspec.structs.replace(
        said, **{name: None if value is None else str(Path(value)) for name, value in files.items()}
    )
