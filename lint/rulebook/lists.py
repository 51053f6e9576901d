"""The shared data of `rules/lists`, read when a check first asks for it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from ..kinds.shared.base import OptionError
from .errors import did_you_mean

if TYPE_CHECKING:
    from pathlib import Path


class ListFolder:
    """The lists of one pack; a third party's pack falls back to the shipped ones. Each file is read at most once.

    ``compiled`` holds lists that were read before, as MessagePack.
    """

    def __init__(
        self, folder: Path, fallback: ListFolder | None = None, compiled: Mapping[str, msgspec.Raw] | None = None
    ) -> None:
        self._folder = folder
        self._fallback = fallback
        self._compiled = compiled or {}
        self._read: dict[str, Any] = {}

    def read_so_far(self) -> Mapping[str, Any]:
        """Return the lists of this folder that were asked for."""
        return self._read

    def names(self) -> tuple[str, ...]:
        own = {path.relative_to(self._folder).with_suffix("").as_posix() for path in self._folder.rglob("*.yml")}
        return tuple(sorted(own | set(self._fallback.names() if self._fallback else ())))

    def get(self, name: str) -> Any:
        """Return the parsed content of ``<name>.yml``. Raises OptionError for an unknown name, RuleError where bad."""
        if name not in self._read and name in self._compiled:
            self._read[name] = msgspec.msgpack.decode(self._compiled[name])
        if name not in self._read:
            path = self._folder / f"{name}.yml"
            relative = path.relative_to(self._folder) if path.is_relative_to(self._folder) else None
            if relative is None or ".." in relative.parts or not os.path.exists(path):
                return self._from_fallback(name)
            from .packs import read_own
            from .yamlfile import read_yaml  # and with it PyYAML: not for lists that are compiled

            self._read[name] = read_yaml(read_own(path, self._folder.parent), str(path))
        return self._read[name]

    def _from_fallback(self, name: str) -> Any:
        try:
            if self._fallback is not None:
                return self._fallback.get(name)
        except OptionError:
            pass  # it knows only its own names
        raise OptionError(f"no list `{name}`{did_you_mean(name, self.names())}")
