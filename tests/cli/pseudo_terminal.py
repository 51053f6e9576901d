"""Reading what a command writes to a pseudo-terminal."""

from __future__ import annotations

import os
import select
import time

PATIENCE_S = 60.0


def read_to_end(parent: int, patience_s: float = PATIENCE_S) -> bytes:
    """Return all that is written to the other end until it is closed, and close this one.

    Raises TimeoutError, with what was read, where that takes longer.
    """
    try:
        return _read(parent, None, patience_s)
    finally:
        os.close(parent)


def read_until(parent: int, mark: bytes, patience_s: float = PATIENCE_S) -> bytes:
    """Return what is written to the other end until it holds the mark. Raises TimeoutError, as `read_to_end` does."""
    return _read(parent, mark, patience_s)


def _read(parent: int, mark: bytes | None, patience_s: float) -> bytes:
    shown = b""
    end = time.monotonic() + patience_s
    while mark is None or mark not in shown:
        if not select.select([parent], [], [], max(0.0, end - time.monotonic()))[0]:
            raise TimeoutError(f"after {patience_s:g} s there is {shown!r}")
        try:
            data = os.read(parent, 65536)
        except OSError:  # how Linux says that the other end has closed
            break
        if not data:
            break
        shown += data
    return shown
