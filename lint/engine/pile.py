"""The issues of a run that has more of them than memory should hold: sorted runs in a file, merged as they are read."""

from __future__ import annotations

import pickle
import tempfile
import zlib
from collections.abc import Iterator, Sequence
from heapq import merge
from itertools import chain, islice
from typing import Any, overload

from .placed import Key, PlacedIssue, order

_BLOCK = 500
"""Issues that are read at one go."""


class _Run:
    """Issues in order: ``blocks`` are where they lie in the file and how long they are; ``kept`` those in memory."""

    def __init__(self, first: Key, last: Key) -> None:
        self.first = first
        self.last = last
        self.blocks: list[tuple[int, int]] = []
        self.kept: list[PlacedIssue] = []


class Pile(Sequence[PlacedIssue]):
    """Issues in order of path and place, most of them in a temporary file that has no name and goes with the process.

    To go through them is quick and takes little memory; to ask for one by its number goes through those before it.
    """

    def __init__(self) -> None:
        self._file: Any = None
        self._runs: list[_Run] = []
        self._length = 0

    def add(self, issues: Sequence[PlacedIssue]) -> None:
        """Add issues, in any order. What cannot be written to the disk stays in memory: nothing is raised."""
        if not issues:
            return
        ordered = sorted(issues, key=order)
        run = _Run(order(ordered[0]), order(ordered[-1]))
        try:
            if self._file is None:
                # Without a buffer nothing waits to be written that could fail later.
                self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 - open as long as there is the pile
            at = self._file.seek(0, 2)
            for begin in range(0, len(ordered), _BLOCK):
                data = zlib.compress(pickle.dumps(ordered[begin : begin + _BLOCK], pickle.HIGHEST_PROTOCOL), 1)
                if self._file.write(data) != len(data):
                    raise OSError("written in part")
                run.blocks.append((at, len(data)))
                at += len(data)
        except OSError:  # a full disk, or no folder for temporary files
            run.blocks, run.kept = [], ordered
        self._runs.append(run)
        self._length += len(ordered)

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[PlacedIssue]:
        chains: list[list[_Run]] = []
        for run in sorted(self._runs, key=lambda run: run.first):
            follows = next((each for each in chains if each[-1].last <= run.first), None)
            if follows is None:
                chains.append([run])
            else:
                follows.append(run)
        return merge(*(chain.from_iterable(map(self._read, each)) for each in chains), key=order)

    @overload
    def __getitem__(self, index: int) -> PlacedIssue: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[PlacedIssue, ...]: ...
    def __getitem__(self, index: int | slice) -> PlacedIssue | tuple[PlacedIssue, ...]:
        numbers = range(self._length)[index]
        if isinstance(numbers, range):
            wanted = dict.fromkeys(numbers)
            found = {n: issue for n, issue in enumerate(self) if n in wanted}
            return tuple(found[number] for number in numbers)
        return next(islice(self, numbers, None))

    def _read(self, run: _Run) -> Iterator[PlacedIssue]:
        yield from run.kept
        for at, size in run.blocks:
            self._file.seek(at)
            yield from pickle.loads(zlib.decompress(self._file.read(size)))
