"""The way out of a run that somebody has stopped: it reports what it has, and waits for no reader who does nothing."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_TICK_S = 0.4
"""Seconds after which it is looked whether anything goes on."""
_AT_WORK_S = 0.005
"""Seconds of the processor's time between two looks, below which the process waits for somebody."""


class NobodyReadsError(BaseException):
    """Output waits for a reader that takes nothing: not an Exception, so that nothing but the way out handles it."""


@contextmanager
def hurried() -> Iterator[None]:
    """Raise NobodyReadsError in the block as soon as it does nothing but wait; see `_TICK_S`.

    Where there are no timers (Windows) the block takes what it takes.
    """
    if not hasattr(signal, "setitimer"):
        yield
        return
    used = time.process_time()

    def look(number: int, frame: FrameType | None) -> None:
        nonlocal used
        before, used = used, time.process_time()
        if used - before < _AT_WORK_S:
            raise NobodyReadsError

    old = signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, _TICK_S, _TICK_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, old)


def flush_if_read() -> bool:
    """Write out what waits for standard output; say whether somebody took it."""
    try:
        with hurried():
            sys.stdout.flush()
    except (NobodyReadsError, KeyboardInterrupt, OSError, ValueError):
        return False
    return True
