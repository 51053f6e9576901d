"""Writing to the user: the one place that knows of terminals."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.progress import ProgressColumn

Progress = Callable[[int, int], None]

_NARROW = 56
"""Cells: below, the bar goes without rate and time."""


def is_terminal(stream: TextIO) -> bool:
    """Say whether a person is looking at the stream, on a terminal that can do more than print lines."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def wants_colour() -> bool:
    """Say whether colour is welcome: NO_COLOR, set to anything, says no."""
    return not os.environ.get("NO_COLOR")


def write(text: str) -> None:
    """Write to standard output; what its encoding cannot hold is shown as a code."""
    stream = sys.stdout
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding))


def write_bytes(data: bytes) -> None:
    """Write to standard output as it is: machine formats are UTF-8 whatever the terminal's encoding."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)


def note(text: str) -> None:
    """Write one line to standard error."""
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(f"{text}\n".encode(encoding, "backslashreplace").decode(encoding))


def can_show(text: str, stream: TextIO) -> bool:
    """Say whether a stream's encoding holds a text."""
    try:
        text.encode(stream.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def terminal_width() -> int:
    from shutil import get_terminal_size

    return get_terminal_size((100, 24)).columns


@contextmanager
def progress_bar(
    label: str, *, bytes_: bool = False, wanted: bool = True, unit: str = "files"
) -> Iterator[Progress | None]:
    """Show a progress bar on standard error while the block runs, where that is a terminal; yields what to tell it.

    Beside the bar stand how many of how many ``unit``, how many a second, and the time left; it is gone at the end.
    """
    if not wanted or not is_terminal(sys.stderr):
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True, no_color=not wants_colour())
    parts: list[ProgressColumn] = [
        TextColumn("{task.description}"),
        BarColumn(bar_width=max(5, min(40, console.width - 48))),
        DownloadColumn() if bytes_ else MofNCompleteColumn(),
        _speed(bytes_, unit),
        TimeRemainingColumn(compact=True),
        TextColumn("left"),
    ]
    if console.width < _NARROW:
        parts = parts[:3]
    with Progress(*parts, console=console, transient=True) as bar:
        task = bar.add_task(label, total=None)

        def tell(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        yield tell


def _speed(bytes_: bool, unit: str) -> ProgressColumn:
    """Return the column with the rate, which is blank before there is one."""
    from rich.progress import ProgressColumn, Task, TransferSpeedColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        max_refresh = 0.5

        def render(self, task: Task) -> Text:
            speed = task.finished_speed or task.speed
            if not speed:
                return Text("")
            return Text(f"{speed:,.0f} {unit}/s" if speed >= 10 else f"{speed:.1f} {unit}/s")

    return TransferSpeedColumn() if bytes_ else Rate()
