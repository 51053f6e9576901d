"""The project's settings: what `newslint.yml`, or `[tool.newslint]` in `pyproject.toml`, may say."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from ..issue import Severity
from ..rulebook.schema import Variant

GrammarMode = Literal["auto", "required", "off"]
Level = Literal["off", "advice", "warning", "error"]


class SettingsError(ValueError):
    """The settings, or a file that they name, cannot be used; the text begins with ``path:line:column``."""


class CheckSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """What a project changes about a check: how grave it is, and the values of its kind's options."""

    severity: Level | None = None
    options: dict[str, Any] = {}


class PathSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """What holds for some paths on top of the project's settings; the keys mean what they mean there.

    ``select`` replaces the project's, ``words``, ``ignore`` and ``checks`` add to them.
    """

    language: Variant | Literal["auto"] | None = None
    words: tuple[str, ...] = ()
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    checks: dict[str, CheckSettings] = {}


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """All settings; no other key is known.

    ``extends`` names settings files, relative to this one, whose values hold where this one says nothing. ``style`` is
    the house style. ``words`` are the newsroom's own words and names, never reported as misspelt; ``words_file`` names
    files of more, one a line, relative to the settings (`read_layers` makes it a tuple of absolute paths; `all_words`
    reads them). ``grammar_url`` is a team's LanguageTool server, None: one on this machine; ``grammar_timeout`` the
    seconds that a request to either may take. ``select`` and ``ignore`` hold ids of checks or the beginnings of them,
    as do the keys of ``checks``. ``per_path`` is by pattern, ``exclude`` are patterns: both as in a `.gitignore`,
    relative to the folder of the settings. ``respect_gitignore``: what git ignores is not looked for in a folder.
    ``baseline`` is the file of accepted issues, relative to the settings.
    """

    extends: str | tuple[str, ...] = ()
    language: Variant | Literal["auto"] = "auto"
    style: str = "default"
    words: tuple[str, ...] = ()
    words_file: str | tuple[str, ...] = ()
    grammar: GrammarMode = "auto"
    grammar_url: str | None = None
    grammar_timeout: Annotated[float, msgspec.Meta(gt=0, le=600)] = 30.0
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    checks: dict[str, CheckSettings] = {}
    per_path: dict[str, PathSettings] = {}
    exclude: tuple[str, ...] = ()
    respect_gitignore: bool = True
    baseline: str | None = None


def severity_of(level: Level) -> Severity | None:
    """Return the severity that a level stands for, None where it turns the check off."""
    return None if level == "off" else level


def all_words(settings: Settings) -> frozenset[str]:
    """Return the newsroom's words, from the settings and from the files that they name, as they are written.

    In a file, blank lines and what follows a `#` at the beginning of a line or after a space is left out. Raises
    SettingsError with the line and column of what is no UTF-8.
    """
    words = set(settings.words)
    files = (settings.words_file,) if isinstance(settings.words_file, str) else settings.words_file
    for file in files:
        for line in read_text(Path(file)).splitlines():
            word = " ".join(f" {line}".replace("\t", " ").partition(" #")[0].split())
            if word:
                words.add(word)
    return frozenset(words)


def read_text(path: Path) -> str:
    """Read a UTF-8 file, with or without a byte-order mark. Raises SettingsError, naming line, column and byte."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SettingsError(f"{path}:1:1: {(error.strerror or 'cannot be read').lower()}") from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig").splitlines(keepends=True)
        unfinished = before[-1] if before and not before[-1].endswith(("\n", "\r")) else ""
        line = len(before) + (not unfinished)
        raise SettingsError(f"{path}:{line}:{len(unfinished) + 1}: not UTF-8 (byte {error.start})") from None
