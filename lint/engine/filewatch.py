"""Changes in folders, as they happen: `watchfiles` looks, from threads of its own, so that signals end the wait."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterable
from threading import Event, Thread
from typing import Literal, NamedTuple

Sort = Literal["added", "modified", "deleted"]

_SORTS: dict[int, Sort] = {1: "added", 2: "modified", 3: "deleted"}
"""By the values of `watchfiles.Change`."""

_STEP_MS = 60
"""Changes that follow each other sooner are told of together: an editor writes, renames and deletes to save once."""
_TOGETHER_MS = 1000
"""What never comes to rest is told of after so long all the same."""
_LOOK_MS = 500
_TICK_S = 0.5
"""Python on Windows does not end a wait for Ctrl-C."""


class Change(NamedTuple):
    """What happened to an absolute path."""

    sort: Sort
    path: str


class WatchError(RuntimeError):
    """Folders cannot be watched; the text says why and what helps."""


class FolderWatch:
    """Watches folders, ``deep`` ones with all below, ``flat`` ones by themselves, until it is closed.

    ``wanted`` says, in a thread, which changes are told of. All paths are absolute.
    """

    def __init__(self, deep: Iterable[str], flat: Iterable[str], wanted: Callable[[Change], bool]) -> None:
        self._wanted = wanted
        self._stop = Event()
        self._told: queue.SimpleQueue[frozenset[Change] | Exception] = queue.SimpleQueue()
        self._threads = [
            Thread(target=self._look, args=(sorted(folders), recursive), daemon=True)
            for folders, recursive in ((set(deep), True), (set(flat), False))
            if folders
        ]
        for thread in self._threads:
            thread.start()

    def wait(self) -> frozenset[Change]:
        """Wait for changes and return them; the first that comes from each thread is empty: it has begun to look.

        What has changed before that is not told of. Raises WatchError.
        """
        while True:
            try:
                told = self._told.get(timeout=_TICK_S)
            except queue.Empty:
                continue
            if isinstance(told, Exception):
                raise WatchError(
                    f"folders cannot be watched: {told}; with WATCHFILES_FORCE_POLLING=1 in the environment they are "
                    "looked at again and again instead"
                )
            return told

    def close(self) -> None:
        self._stop.set()

    def _look(self, folders: list[str], recursive: bool) -> None:
        from watchfiles import watch

        begun = False
        try:
            for changes in watch(
                *folders,
                watch_filter=None,
                debounce=_TOGETHER_MS,
                step=_STEP_MS,
                stop_event=self._stop,
                rust_timeout=_LOOK_MS,
                yield_on_timeout=True,
                raise_interrupt=False,
                recursive=recursive,
                ignore_permission_denied=True,
            ):
                told = frozenset(
                    change for sort, path in changes if self._wanted(change := Change(_SORTS[sort.value], path))
                )
                if told or not begun:
                    self._told.put(told)
                begun = True
        except Exception as error:  # in a thread of its own: whoever waits is told
            self._told.put(error)
