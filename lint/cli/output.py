"""Writing to the user: the one place that knows of terminals."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

Progress = Callable[[int, int], None]


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


def terminal_width() -> int:
    from shutil import get_terminal_size

    return get_terminal_size((100, 24)).columns


@contextmanager
def progress_bar(label: str, *, bytes_: bool = False, wanted: bool = True) -> Iterator[Progress | None]:
    """Show a progress bar on standard error while the block runs, where that is a terminal; yields what to tell it."""
    if not wanted or not is_terminal(sys.stderr):
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn() if bytes_ else MofNCompleteColumn())
    console = Console(stderr=True, no_color=not wants_colour())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(label, total=None)

        def tell(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        yield tell
