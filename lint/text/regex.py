"""Patterns that are compiled when first used: compiling them all would be a quarter of a start's time."""

from __future__ import annotations

import re
from typing import Any, cast


class _Uncompiled:
    """Stands for a pattern; each of the pattern's attributes becomes its own when first asked for."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(self._source, self._flags), name)  # `re` keeps what it has compiled
        self.__dict__[name] = value
        return value


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return what serves as ``re.compile(source, flags)`` does, by its methods; a bad pattern raises at first use."""
    return cast(re.Pattern[str], _Uncompiled(source, flags))
