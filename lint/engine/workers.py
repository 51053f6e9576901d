"""Several processes that work off tasks: answers come in the order of the tasks, and a process that dies loses one.

A worker is forked where that is safe (Linux), and so shares with this process what is already loaded; elsewhere it is
a fresh interpreter. It gives up the keyboard's Ctrl-C to this process, and ends when the pipe to it closes: whatever
way this process goes, no worker stays.
"""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

T = TypeVar("T")
A = TypeVar("A")

_BATCH = 16
"""Tasks that a worker is given at once, at most: few enough to share the work evenly to the end."""

_ROUNDS = 4
"""Batches for each worker, at least, where there are that many tasks."""

_AHEAD = 4
"""Batches for each worker that may be under way or wait for an earlier one's answer, so that memory is bounded."""

_STOPPING = (signal.SIGINT, signal.SIGTERM)

_DEATHS = 5
"""Workers that may die one after the other with no answer between; then something is wrong with all."""


class Lost(NamedTuple):
    """Stands for the answer to a task of which a worker died."""

    reason: str


class NoWorkersError(Exception):
    """No worker can be started, or what it needs cannot be given to it: the work can be done in this process."""


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


def answers(
    tasks: Sequence[T], begin: Callable[[], Callable[[T], A]], workers: int, *, method: str | None = None
) -> Generator[A | Lost, None, None]:
    """Yield the answer to every task, in order; each worker calls ``begin`` once and what that returns for each task.

    What ``begin`` and the work raise is a fault of theirs: it ends the worker. ``method``: "fork" or "spawn", None for
    what the platform allows. Raises NoWorkersError before the first answer.
    """
    with closing(_Crew(tasks, begin, workers, method or ("fork" if sys.platform == "linux" else "spawn"))) as crew:
        yield from crew.answers()


class _Worker:
    def __init__(self, process: BaseProcess, pipe: Connection) -> None:
        self.process = process
        self.pipe = pipe
        self.batch: range | None = None


class _Crew(Generic[T, A]):
    def __init__(self, tasks: Sequence[T], begin: Callable[[], Callable[[T], A]], workers: int, method: str) -> None:
        from multiprocessing import get_context

        self._context: Any = get_context(method)
        self._tasks = tasks
        self._begin = begin
        size = max(1, min(_BATCH, len(tasks) // (workers * _ROUNDS)))
        self._todo = deque(range(at, min(at + size, len(tasks))) for at in range(0, len(tasks), size))
        self._done: dict[int, list[A | Lost]] = {}
        self._next = 0
        self._deaths = 0
        self._limit = size * _AHEAD * workers
        self._workers: list[_Worker] = []
        try:
            while len(self._workers) < min(workers, len(self._todo)):
                self._workers.append(self._start())
        except Exception as error:  # no memory, no processes left, or what `begin` holds cannot be carried over
            self.close()
            raise NoWorkersError(str(error)) from error

    def answers(self) -> Iterator[A | Lost]:
        from multiprocessing.connection import wait

        while self._next < len(self._tasks):
            while (batch := self._done.pop(self._next, None)) is not None:
                self._next += len(batch)
                yield from batch
            for worker in self._workers:
                if worker.batch is None:
                    self._give(worker)
            busy = {worker.pipe: worker for worker in self._workers if worker.batch is not None}
            for pipe in wait(list(busy)) if busy else ():
                self._take(busy[pipe])  # type: ignore[index]

    def close(self) -> None:
        """End the workers, whatever they are at."""
        for worker in self._workers:
            worker.pipe.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join()

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        # A forked worker has this process's ends of all pipes too, and would keep its siblings and itself from seeing
        # them close.
        foreign = [worker.pipe for worker in self._workers] + [ours]
        inherited = foreign if self._context.get_start_method() == "fork" else []
        process = self._context.Process(target=_serve, args=(theirs, inherited, self._begin), daemon=True)
        try:
            with _signals_wait():
                process.start()
        except BaseException:
            ours.close()
            raise
        finally:
            theirs.close()
        return _Worker(process, ours)

    def _give(self, worker: _Worker) -> None:
        if not self._todo or self._todo[0].start > self._next + self._limit:
            return
        worker.batch = self._todo.popleft()
        with suppress(OSError):  # it is dead: `wait` says so next
            worker.pipe.send([self._tasks[number] for number in worker.batch])

    def _take(self, worker: _Worker) -> None:
        batch = worker.batch
        if batch is None:
            return
        worker.batch = None
        try:
            self._done[batch.start] = worker.pipe.recv()
            self._deaths = 0
        except (EOFError, OSError):
            self._bury(worker, batch)

    def _bury(self, worker: _Worker, batch: range) -> None:
        """Give the tasks of a worker that has died to another, one by one, so that only the last of them is lost."""
        worker.pipe.close()
        worker.process.join()
        self._workers.remove(worker)
        self._deaths += 1
        reason = _how_it_ended(worker.process.exitcode)
        if len(batch) == 1:
            self._done[batch.start] = [Lost(reason)]
        else:
            self._todo.extendleft(range(number, number + 1) for number in reversed(batch))
        if self._deaths < _DEATHS:
            self._workers.append(self._start())
        elif not self._workers:
            for rest in self._todo:
                self._done[rest.start] = [Lost(f"{reason}, like those before it")] * len(rest)
            self._todo.clear()


@contextmanager
def _signals_wait() -> Iterator[None]:
    """Hold back what stops a run while a worker begins, which has this process's handlers until it sets its own."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _STOPPING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _how_it_ended(code: int | None) -> str:
    if code is not None and code < 0:
        with suppress(ValueError):
            return f"its process was ended by {signal.Signals(-code).name}"
    return f"its process ended with {code}"


def _serve(pipe: Connection, inherited: Sequence[Connection], begin: Callable[[], Callable[[T], A]]) -> None:
    """Work until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that started this one ends it
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOPPING)
    for foreign in inherited:
        foreign.close()
    work = begin()
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            pipe.send([work(task) for task in pipe.recv()])
