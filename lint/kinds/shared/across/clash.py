"""What a comparison of stories gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from ....issue import Severity
from .extract import Extract

Fault = Literal[
    "name-two-spellings", "body-two-names", "near-duplicate-paragraph", "refiled-story", "correction-not-carried"
]


class Clash(msgspec.Struct, frozen=True):
    """A place in a story that another story contradicts or repeats; ``values`` are the message's."""

    path: str
    fault: Fault
    start: int
    end: int
    values: Mapping[str, str]
    severity: Severity | None = None
    suggestions: tuple[str, ...] = ()


class Tally(msgspec.Struct):
    """What the work came to: ``comparisons`` of two things that share a key.

    ``crowded``: names with more like them than are compared. ``common``: stories whose text so many others have that
    they were compared with none as versions. ``cut``: stories of which only the beginning was compared.
    """

    comparisons: int = 0
    crowded: int = 0
    common: int = 0
    cut: int = 0


class Stories:
    """The extracts of a run in a fixed order, that of days and paths, whatever order they came in.

    They are kept encoded, and decoded one by one: as objects those of 10,000 stories take 100 MB, as bytes 20.
    """

    def __init__(self, extracts: Sequence[bytes]) -> None:
        decoder = msgspec.msgpack.Decoder(Extract)
        keys = []
        for number, data in enumerate(extracts):
            story = decoder.decode(data)
            keys.append((story.day, story.path, number))
        keys.sort()
        self._data = [extracts[number] for _, _, number in keys]
        self.days = [day for day, _, _ in keys]
        self.paths = [path for _, path, _ in keys]
        self._decoder = decoder

    def __len__(self) -> int:
        return len(self._data)

    def __getitem__(self, number: int) -> Extract:
        return self._decoder.decode(self._data[number])

    def place(self, number: int, line: int) -> str:
        """Return "path:line", as an editor reads it."""
        return f"{self.paths[number]}:{line}"
