"""The project's settings: `newslint.yml`, found by walking up from the copy."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import msgspec

from ..rulebook.errors import RuleError
from ..rulebook.schema import Variant, convert

NAME = "newslint.yml"

GrammarMode = Literal["auto", "required", "off"]


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """What `newslint.yml` may say; no other key is known.

    ``words`` are the newsroom's own words and names, never reported as misspelt; ``words_file`` names files of more,
    one a line, relative to the settings (`read_settings` makes it a tuple of absolute paths; `all_words` reads them).
    ``grammar_url`` is a team's LanguageTool server, None: one on this machine; ``grammar_timeout`` the seconds that a
    request to either may take. ``select`` and ``ignore`` hold ids of checks or the beginnings of them.
    """

    language: Variant | Literal["auto"] = "auto"
    words: tuple[str, ...] = ()
    words_file: str | tuple[str, ...] = ()
    grammar: GrammarMode = "auto"
    grammar_url: str | None = None
    grammar_timeout: Annotated[float, msgspec.Meta(gt=0, le=600)] = 30.0
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


class SettingsError(ValueError):
    """The settings, or a file that they name, cannot be used; the text begins with ``path:line:column``."""


def find_settings(start: Path) -> Path | None:
    """Return the nearest `newslint.yml` at or above a file or folder, but none from beyond a git repository's root."""
    folder = start if start.is_dir() else start.parent
    for place in (folder, *folder.parents):
        if (place / NAME).is_file():
            return place / NAME
        if (place / ".git").exists():
            return None
    return None


def read_settings(path: Path) -> Settings:
    """Read a settings file. Raises SettingsError with the line and column of what is wrong."""
    from ..rulebook.yamlfile import read_yaml  # and with it PyYAML: only where there are settings

    text = _read_text(path)
    try:
        data = read_yaml(text, str(path))
        if data is None:
            return Settings()
        if not isinstance(data, dict):
            raise RuleError(str(path), 1, 1, "settings are a mapping of keys to values, such as `language: en-AU`")
        settings = convert(data, Settings, text, str(path))
        if settings.grammar_url is not None:
            _verify_url(settings.grammar_url, text, path)
        if settings.words_file != ():
            settings = msgspec.structs.replace(settings, words_file=_word_files(settings.words_file, text, path))
        return settings
    except RuleError as error:
        raise SettingsError(str(error)) from None


def all_words(settings: Settings) -> frozenset[str]:
    """Return the newsroom's words, from the settings and from the files that they name, as they are written.

    In a file, blank lines and what follows a `#` at the beginning of a line or after a space is left out. Raises
    SettingsError with the line and column of what is no UTF-8.
    """
    words = set(settings.words)
    files = (settings.words_file,) if isinstance(settings.words_file, str) else settings.words_file
    for file in files:
        for line in _read_text(Path(file)).splitlines():
            word = " ".join(f" {line}".replace("\t", " ").partition(" #")[0].split())
            if word:
                words.add(word)
    return frozenset(words)


def _read_text(path: Path) -> str:
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


def _verify_url(url: str, text: str, path: Path) -> None:
    from ..grammar.address import parse_address  # and with it urllib: only where there is an address

    try:
        parse_address(url)
    except ValueError as error:
        raise _wrong(("grammar-url",), str(error), text, path) from None


def _word_files(named: str | tuple[str, ...], text: str, path: Path) -> tuple[str, ...]:
    """Return the absolute paths of the files. Raises RuleError for one that is not there."""
    files = []
    for number, name in enumerate((named,) if isinstance(named, str) else named):
        problem = ""
        try:
            file = path.absolute().parent / Path(name).expanduser()
            if not file.is_file():
                problem = f"{file} is a folder" if file.is_dir() else f"there is no file {file}"
        except (OSError, RuntimeError) as error:  # a folder that may not be entered, a `~name` of nobody
            problem = f"{name}: {getattr(error, 'strerror', None) or error}"
        if problem:
            where: tuple[str | int, ...] = ("words-file",) if isinstance(named, str) else ("words-file", number)
            raise _wrong(where, problem, text, path)
        files.append(str(file))
    return tuple(files)


def _wrong(where: tuple[str | int, ...], message: str, text: str, path: Path) -> RuleError:
    from ..rulebook.yamlfile import locate

    return RuleError(str(path), *locate(text, where), f"`{where[0]}`: {message}")
