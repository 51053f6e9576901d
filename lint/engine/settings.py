"""The project's settings: `newslint.yml`, found by walking up from the copy."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from ..rulebook.errors import RuleError
from ..rulebook.schema import Variant, convert

NAME = "newslint.yml"

GrammarMode = Literal["auto", "required", "off"]


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """What `newslint.yml` may say; no other key is known.

    ``words`` are the newsroom's own words and names, never reported as misspelt. ``select`` and ``ignore`` hold ids of
    checks or the beginnings of them.
    """

    language: Variant | Literal["auto"] = "auto"
    words: tuple[str, ...] = ()
    grammar: GrammarMode = "auto"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


class SettingsError(ValueError):
    """The settings cannot be used; the text begins with ``path:line:column``."""


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

    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path}:1:1: not UTF-8 (byte {error.start})") from None
    except OSError as error:
        raise SettingsError(f"{path}:1:1: {(error.strerror or 'cannot be read').lower()}") from None
    try:
        data = read_yaml(text, str(path))
        if data is None:
            return Settings()
        if not isinstance(data, dict):
            raise RuleError(str(path), 1, 1, "settings are a mapping of keys to values, such as `language: en-AU`")
        return convert(data, Settings, text, str(path))
    except RuleError as error:
        raise SettingsError(str(error)) from None
