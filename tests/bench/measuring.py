"""Whole processes: what a run takes, runs of several contestants in turn, and the middle of them."""

from __future__ import annotations

import marshal
import select
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from types import TracebackType
from typing import NamedTuple, Self

import psutil

LIMIT = 120
"""Seconds after which a run is ended."""
TELL = 30.0
"""Seconds after which a run says how it is getting on, and again."""


class Run(NamedTuple):
    """A whole process: seconds of the clock and of its own processor time, megabytes at the peak of the largest
    process, exit code, whether it was ended because it took too long, and what it failed with.
    """

    seconds: float
    processor: float
    peak: float
    code: int = 0
    late: bool = False
    failure: str = ""


class RunFailedError(RuntimeError):
    """A command did not end as it should have."""


class Launcher:
    """Runs commands from a small process; see `launcher.py`. A context manager."""

    def __enter__(self) -> Self:
        path = Path(__file__).with_name("launcher.py")
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait()

    def run(
        self,
        command: list[str],
        folder: Path,
        output: Path,
        environment: Mapping[str, str],
        limit: int = LIMIT,
    ) -> Run:
        """Run a command, whose first word is a path, in a folder; what it says goes to a file.

        Raises OSError where the launcher has ended.
        """
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin
        assert stdout
        marshal.dump((command, dict(environment), str(folder), str(output), limit), stdin)
        stdin.flush()
        begin = time.perf_counter()
        while not select.select([stdout], [], [], TELL)[0]:
            sizes = sizes_below(self._process.pid)
            megabytes = ", ".join(f"{size / 2**20:.0f}" for size in sizes) or "no"
            print(f"  after {time.perf_counter() - begin:.0f} s: processes of {megabytes} MB", file=sys.stderr)  # noqa: T201
        try:
            seconds, processor, peak, code, late = marshal.load(stdout)
        except EOFError:
            raise OSError(f"the launcher ended while it ran {command[0]}") from None
        return Run(seconds, processor, peak / 2**20, code, late)


def sizes_below(pid: int) -> list[int]:
    """Return the bytes in memory of each process that a process has started, the largest first."""
    sizes = []
    for child in psutil.Process(pid).children(recursive=True):
        try:
            sizes.append(child.memory_info().rss)
        except psutil.Error:  # it has ended
            continue
    return sorted(sizes, reverse=True)


LONG = 15
"""Seconds after which a run is so long that noise is no matter: it is not repeated."""


def in_turn(turns: Mapping[str, Callable[[], Run]], runs: int) -> dict[str, Run]:
    """Run each of several things once, and again, so that a busy moment of the machine falls on all of them; return
    the middle of the runs of each. Says how far it is on standard error.
    """
    taken: dict[str, list[Run]] = {name: [] for name in turns}
    for _ in range(runs):
        for name, turn in turns.items():
            if not any(run.late or run.failure or run.seconds > LONG for run in taken[name]):
                run = turn()
                taken[name].append(run)
                ended = ", ended" if run.late else ""
                print(f"{name}: {run.seconds:.2f} s{ended} {run.failure}".rstrip(), file=sys.stderr)  # noqa: T201
    return {name: middle(each) for name, each in taken.items() if each}


def middle(runs: list[Run]) -> Run:
    """Return the median of each figure; that of the peak is the highest."""
    return Run(
        median(run.seconds for run in runs),
        median(run.processor for run in runs),
        max(run.peak for run in runs),
        runs[-1].code,
        any(run.late for run in runs),
        runs[-1].failure,
    )
