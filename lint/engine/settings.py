"""The project's settings: what `newslint.yml`, or `[tool.newslint]` in `pyproject.toml`, may say."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated, Any, Literal

import msgspec

from ..kinds.shared.style import Section
from ..rulebook.schema import Variant

if TYPE_CHECKING:
    from pathlib import Path

GrammarMode = Literal["auto", "required", "off"]
Level = Literal["off", "advice", "warning", "error"]


class SettingsError(ValueError):
    """The settings, or a file that they name, cannot be used; the text begins with ``path:line:column``."""


def _said(description: str) -> msgspec.Meta:
    """Say what a key means: it is read by people, in the JSON Schema and in the reference of the settings."""
    return msgspec.Meta(description=description)


Strings = tuple[str, ...]


class CheckSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """What a project changes about a check."""

    severity: Annotated[Level | None, _said("How grave what it finds is; off: it does not run.")] = None
    options: Annotated[
        dict[str, Any], _said("Values that take the place of the check's own; the keys are those of its kind.")
    ] = {}


class PathSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """What holds for some paths on top of the project's settings."""

    language: Annotated[Variant | Literal["auto"] | None, _said("The variety of English there.")] = None
    words: Annotated[Strings, _said("More words that are never misspelt.")] = ()
    select: Annotated[Strings | None, _said("Run only these there, in place of what the project selects.")] = None
    ignore: Annotated[Strings, _said("Leave these out there too.")] = ()
    checks: Annotated[dict[str, CheckSettings], _said("Severities and options that hold there.")] = {}
    style: Annotated[str | None, _said("The house style there.")] = None
    section: Annotated[Section | None, _said("The part of the paper: houses make exceptions by it.")] = None


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """What newslint.yml, or [tool.newslint] in pyproject.toml, may say; no other key is known.

    `read_layers` makes ``words_file`` and ``people`` tuples of absolute paths; `all_words` and `read_ledger` read them.
    """

    extends: Annotated[
        str | Strings, _said("Settings files, relative to this one, whose values hold where this one says nothing.")
    ] = ()
    language: Annotated[
        Variant | Literal["auto"], _said("The variety of English; auto: what each story is written in.")
    ] = "auto"
    style: Annotated[
        str,
        _said("The house style, by name, or a file of the newsroom's own (.yml); default: what no house disputes."),
    ] = "default"
    date_in_path: Annotated[
        str | None,
        _said("Where a path holds the story's date: a regular expression with the groups year, month and day."),
    ] = None
    words: Annotated[Strings, _said("The newsroom's own words and names, never reported as misspelt.")] = ()
    words_file: Annotated[
        str | Strings, _said("Files of more words, one a line, relative to the settings; # begins a comment.")
    ] = ()
    people: Annotated[
        str | Strings,
        _said("The newsroom's ledgers of people: CSV files, or patterns such as lists/people/*.csv, relative to this."),
    ] = ()
    grammar: Annotated[
        GrammarMode, _said("LanguageTool. auto: where it is there; required: it must run; off: not at all.")
    ] = "auto"
    grammar_url: Annotated[
        str | None, _said("A LanguageTool server to ask in place of one on this machine: copy is sent there.")
    ] = None
    grammar_timeout: Annotated[
        float, msgspec.Meta(gt=0, le=600, description="The seconds that a request to LanguageTool may take.")
    ] = 30.0
    select: Annotated[Strings, _said("Run only these checks: ids, or beginnings of ids such as names/.")] = ()
    ignore: Annotated[Strings, _said("Leave these checks out: ids, or beginnings of ids.")] = ()
    checks: Annotated[
        dict[str, CheckSettings], _said("Checks, by id or the beginning of one: how grave they are, or their options.")
    ] = {}
    per_path: Annotated[
        dict[str, PathSettings],
        _said("What holds for some paths only, by pattern as in a .gitignore, relative to the settings' folder."),
    ] = {}
    exclude: Annotated[
        Strings, _said("What is left out of folders: patterns as in a .gitignore, relative to the settings' folder.")
    ] = ()
    respect_gitignore: Annotated[bool, _said("Leave out of folders what git ignores.")] = True
    baseline: Annotated[str | None, _said("The file of accepted issues, relative to the settings.")] = None


def at_home(name: str) -> Path:
    """Return a path with `~` and `~name` as home folders; one of nobody's stays as it is, and will not be found."""
    from pathlib import Path

    return Path(os.path.expanduser(name))


def all_words(settings: Settings) -> frozenset[str]:
    """Return the newsroom's words, from the settings and from the files that they name, as they are written.

    In a file, blank lines and what follows a `#` at the beginning of a line or after a space is left out. Raises
    SettingsError with the line and column of what is no UTF-8.
    """
    words = set(settings.words)
    files = (settings.words_file,) if isinstance(settings.words_file, str) else settings.words_file
    for file in files:
        for line in read_text(file).splitlines():
            word = " ".join(f" {line}".replace("\t", " ").partition(" #")[0].split())
            if word:
                words.add(word)
    return frozenset(words)


def read_text(path: Path | str, most: int | None = None) -> str:
    """Read a UTF-8 file of at most so many bytes, with or without a byte-order mark.

    Raises SettingsError, naming line, column and byte.
    """
    from ..rulebook.datafile import DATA_BYTES, read_bytes  # not on the way of a project without settings

    try:
        data = read_bytes(str(path), DATA_BYTES if most is None else most)
    except OSError as error:
        raise SettingsError(f"{path}:1:1: {(error.strerror or 'cannot be read').lower()}") from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig").splitlines(keepends=True)
        unfinished = before[-1] if before and not before[-1].endswith(("\n", "\r")) else ""
        line = len(before) + (not unfinished)
        raise SettingsError(f"{path}:{line}:{len(unfinished) + 1}: not UTF-8 (byte {error.start})") from None
