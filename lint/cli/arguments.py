"""What `check` can be told, as plain data, and a parser of calls in which nothing is wrong.

typer declares the same for people (`check.py`; a test compares the two), and says what is wrong; but it and click take
40 ms to import, of the 100 that a short run may take.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from ..issue import SEVERITIES, Severity


class CheckArguments(msgspec.Struct, frozen=True):
    """What `check` is told; the names are those of its options."""

    paths: tuple[str, ...] = ()
    format: tuple[str, ...] = ()
    output_file: str | None = None
    show: str | None = None
    fail_on: Severity = "warning"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    language: str | None = None
    style: str | None = None
    date: str | None = None
    grammar: str | None = None
    grammar_url: str | None = None
    no_daemon: bool = False
    no_cache: bool = False
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    baseline: str | None = None
    no_baseline: bool = False
    changed_since: str | None = None
    statistics: bool = False
    exit_zero: bool = False
    stdin_filename: str = "<stdin>"
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    respect_gitignore: bool = True
    config: str | None = None
    isolated: bool = False
    jobs: int | None = None
    watch: bool = False
    across: bool = False


FLAGS = {
    "--no-daemon": ("no_daemon", True),
    "--no-cache": ("no_cache", True),
    "--fix": ("fix", True),
    "--unsafe-fixes": ("unsafe_fixes", True),
    "--diff": ("diff", True),
    "--no-baseline": ("no_baseline", True),
    "--statistics": ("statistics", True),
    "--exit-zero": ("exit_zero", True),
    "--force-exclude": ("force_exclude", True),
    "--respect-gitignore": ("respect_gitignore", True),
    "--no-respect-gitignore": ("respect_gitignore", False),
    "--isolated": ("isolated", True),
    "--watch": ("watch", True),
    "-w": ("watch", True),
    "--across": ("across", True),
}
"""Options without a value, and what each sets."""

TEXTS = {
    "--language": "language",
    "--style": "style",
    "--date": "date",
    "--grammar-url": "grammar_url",
    "--changed-since": "changed_since",
    "--stdin-filename": "stdin_filename",
}
FILES = {"--output-file": "output_file", "--baseline": "baseline", "--config": "config"}
WORDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "--show": ("show", ("advice",)),
    "--fail-on": ("fail_on", SEVERITIES),
    "--grammar": ("grammar", ("auto", "required", "off")),
}
"""Options that take one of a few words."""
NUMBERS = {"--jobs": "jobs", "-j": "jobs"}
"""Options that take a number above 0."""
LISTS = {"--format": "format", "--select": "select", "--ignore": "ignore", "--exclude": "exclude"}
"""Options that may be repeated."""
COMPLETION_VARIABLE = "_NEWSLINT_COMPLETE"
"""The environment variable by which a shell asks for completions."""
URL_VARIABLE = "NEWSLINT_GRAMMAR_URL"
VARIABLES = (URL_VARIABLE, COMPLETION_VARIABLE)
"""Environment variables that take the place of an option, or of all words."""


class _UnusualError(Exception):
    pass


def parse_usual(words: Sequence[str], environment: Mapping[str, str]) -> CheckArguments | None:
    """Return what the words after `check` say.

    None where typer has to read them: something is wrong, help is wanted, or a variable may stand for an option.
    """
    if any(name in environment for name in VARIABLES) or os.name == "nt":  # there click expands patterns and `~`
        return None
    said: dict[str, Any] = {}
    paths: list[str] = []
    left = iter(words)
    try:
        for word in left:
            if word == "--":
                paths += left
            elif word.startswith("-") and word != "-":
                _read_option(word, left, said)
            else:
                paths.append(word)
    except _UnusualError:
        return None
    return CheckArguments(paths=tuple(paths), **said)


def _read_option(word: str, left: Iterator[str], said: dict[str, Any]) -> None:
    """Read an option, whose value may be the next word. Raises _UnusualError for what is not surely right."""
    if word in FLAGS:
        said.update([FLAGS[word]])
        return
    option, equals, text = word.partition("=")
    if equals and not option.startswith("--"):
        raise _UnusualError
    if not equals:
        value = next(left, None)
        if value is None:
            raise _UnusualError
        text = value
    if option in LISTS:
        said[LISTS[option]] = (*said.get(LISTS[option], ()), text)
    elif option in TEXTS:
        said[TEXTS[option]] = text
    elif option in WORDS and text in WORDS[option][1]:
        said[WORDS[option][0]] = text
    elif option in FILES and (os.access(text, os.R_OK) or not os.path.exists(text)):
        said[FILES[option]] = text
    elif option in NUMBERS and text.isascii() and text.isdigit() and int(text) > 0:
        said[NUMBERS[option]] = int(text)
    else:
        raise _UnusualError
