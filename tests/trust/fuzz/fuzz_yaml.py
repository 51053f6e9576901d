"""Rules, lists and styles: any YAML is a check that runs, data, a style, or one error with path, line and column."""

from __future__ import annotations

from functools import cache
from typing import Any

from fuzzinput import ROOT, rule_files, scratch

from newslint.engine.checking import context_of, issues_of
from newslint.engine.options import Options
from newslint.issue import NotRun
from newslint.kinds.shared.base import OptionError
from newslint.kinds.shared.style import Style
from newslint.rulebook.errors import RuleError
from newslint.rulebook.houses import StyleOption, read_house, shipped_options
from newslint.rulebook.kindsource import kind_names
from newslint.rulebook.lists import ListFolder
from newslint.rulebook.loader import parse_check
from newslint.rulebook.packs import shipped_pack
from newslint.rulebook.selftest import run_tests
from newslint.rulebook.yamlfile import read_yaml
from newslint.text.story import Story

INSTRUMENT = ("newslint.rulebook", "newslint.kinds")
TOKENS = (
    *("id: ", "kind: ", "message: ", "tests:\n", "- flag: ", "- pass: ", "fix: ", "[[", "]]", "swap:\n", "patterns: "),
    *("&a ", "*a", "<<: ", "!!int ", "!!python/object:os.system ", "!!binary ", "!!set ", "? ", "|\n", ">-\n", "---\n"),
    *(
        "%YAML 1.1\n",
        "{",
        "}",
        "[",
        "]",
        "\\u0000",
        "(?i)",
        "(a|b)*",
        "\\b",
        "{1000}",
        "1e999",
        "0x1F",
        "-0",
        "~",
        "\t",
    ),
    *(name for name in kind_names()),
)

_COPY = (
    "Pool to close for good\n\nBy Ada Tarrant\n\n"
    "HARLOW, Iowa (AP) — The intense talk at the pool will close on May 6, 2016. “It leaks,” Mrs Rosa Obi, the mayor, "
    "said. Ten per cent of the the $5m went to the WHO.\n"
)
_LONGEST = 20_000
"""Bytes of an input that are looked at: larger packs are another test's."""


def seeds() -> list[bytes]:
    rules = [b"r" + path.read_bytes() for path in rule_files()]
    lists = [b"l" + path.read_bytes() for path in sorted((ROOT / "rules" / "lists").rglob("*.yml"))]
    styles = [b"s" + path.read_bytes() for path in sorted((ROOT / "rules" / "styles").glob("*.yml"))]
    return [seed for seed in (*rules, *lists, *styles) if len(seed) <= _LONGEST]


def one_input(data: bytes) -> None:
    """The first byte says what the rest is: a rule (r), a list (l) or a style (s); any other: a rule."""
    text = data[1 : _LONGEST + 1].decode("utf-8", "replace")
    try:
        if data[:1] == b"s":
            check_style(text)
        elif data[:1] == b"l":
            check_list(text)
        else:
            check_rule(text)
    except RuleError as error:
        verify(error, text)
        if data[:1] != b"l":
            verify_own(error)


def verify_own(error: RuleError) -> None:
    assert "failed on this check" not in error.message, error.message


def verify(error: RuleError, text: str) -> None:
    """An error names a file and a place in it, in one line. Of lists a kind may say no more than that it failed."""
    assert error.message
    assert "\n" not in str(error), str(error)
    lines = text.split("\n")
    if error.path in ("rules/a/b.yml", str(scratch() / "style.yml"), str(scratch() / "lists" / "own.yml")):
        assert 1 <= error.line <= len(text.splitlines()) + 1, error
        assert 1 <= error.column <= max(map(len, lines)) + 2, error
    assert "Traceback" not in error.message


@cache
def _shipped_lists() -> ListFolder:
    return ListFolder(shipped_pack().folder / "lists")


@cache
def _story() -> Story:
    return Story(_COPY)


def check_rule(text: str, lists: ListFolder | None = None) -> None:
    data = read_yaml(text, "rules/a/b.yml")
    expected = str(data.get("id")) if isinstance(data, dict) else "a/b"
    check = parse_check(text, "rules/a/b.yml", expected, lists or _shipped_lists())
    run_tests(check)
    style = Style("x", {}, (), "news")
    options = Options(grammar="off", advice=True)
    for house in (None, style):
        context = context_of(_story(), _COPY, "a.txt", "en-GB", options)
        kept = {name: getattr(context, name) for name in context.__struct_fields__ if name != "style"}
        found = issues_of(check, context.__class__(**kept, style=house), "a.txt", options)
        assert not isinstance(found, NotRun), found
        for issue in found:
            assert 0 <= issue.start <= issue.end <= len(_COPY)


def check_list(text: str) -> None:
    """Whatever is in the shared lists, a check that reads them loads or says what is wrong, with its place."""
    folder = scratch() / "lists"
    folder.mkdir(exist_ok=True)
    (folder / "own.yml").write_text(text, encoding="utf-8")
    own = ListFolder(folder)
    own.get("own")
    every = _Every(own)
    for path in _list_readers():
        rule = path.read_text("utf-8")
        try:
            parse_check(rule, "rules/a/b.yml", str(read_yaml(rule, "x")["id"]), every)
        except RuleError as error:
            verify(error, rule if error.path == "rules/a/b.yml" else text)


class _Every:
    """Lists of which each is the same."""

    def __init__(self, lists: ListFolder) -> None:
        self._lists = lists

    def get(self, name: str) -> Any:
        return self._lists.get("own")


@cache
def _list_readers() -> tuple[Any, ...]:
    """Return a check of each kind that reads a list."""
    found: dict[str, Any] = {}
    for path in rule_files():
        rule = path.read_text("utf-8")
        data = read_yaml(rule, "x")
        asked: list[str] = []

        class Noting:
            def get(self, name: str, asked: list[str] = asked) -> Any:
                asked.append(name)
                return _shipped_lists().get(name)

        parse_check(rule, "x", data["id"], Noting())
        if asked:
            found.setdefault(data["kind"], path)
    return tuple(found.values())


@cache
def _style_options() -> dict[str, StyleOption]:
    return shipped_options()


def check_style(text: str) -> None:
    path = scratch() / "style.yml"
    path.write_text(text, encoding="utf-8")
    try:
        house = read_house(str(path), shipped_pack().folder, _style_options(), path)
    except OptionError as error:
        raise AssertionError(f"no place is said: {error}") from error
    for day in ("1999-12-31", "2026-01-01"):
        house.at(day)
