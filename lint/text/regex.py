"""Patterns that are compiled when first used: compiling them all would be a quarter of a start's time.

Even then a pattern need not be compiled where its code is at hand: see `keep_ready`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, cast

Ready = Callable[[str, int], "re.Pattern[str] | None"]
"""Returns a pattern that was compiled before by its source and flags, None for one that was not."""


TWIN, SIGN = 1 << 30, 1 << 29
"""Flags by which what stands for an RE2 pattern is asked for by that pattern's source: see `twinpattern`."""


class LatePattern:
    """Stands for a pattern; each of the pattern's attributes becomes its own when first asked for."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = self.pattern = source  # what builds upon it does not compile it
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(_compiled(self._source, self._flags), name)
        self.__dict__[name] = value
        return value

    def __reduce__(self) -> Any:
        return regex, self.given()

    def given(self) -> tuple[str, int]:
        """Return the source and the flags; nothing is compiled."""
        return self._source, self._flags


class _Desk:
    """Where patterns that were compiled before come from, in this process."""

    ready: Ready | None = None


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return what serves as ``re.compile(source, flags)`` does, by its methods; a bad pattern raises at first use.

    It pickles as its source and flags.
    """
    return cast("re.Pattern[str]", LatePattern(source, int(flags)))


def keep_ready(ready: Ready | None) -> None:
    """From now on ask ``ready`` for a pattern before compiling it; None: compile all."""
    _Desk.ready = ready


def stored(source: str, flags: int) -> re.Pattern[str] | None:
    """Return a pattern that was compiled before, by its source and flags; None for one that was not."""
    return None if _Desk.ready is None else _Desk.ready(source, flags)


@lru_cache(maxsize=4096)  # `re` itself keeps 512: the shipped rules alone have more
def _compiled(source: str, flags: int) -> re.Pattern[str]:
    pattern = stored(source, flags)
    return re.compile(source, flags) if pattern is None else pattern
