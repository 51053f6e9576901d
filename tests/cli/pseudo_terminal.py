"""Reading what a command writes to a pseudo-terminal."""

from __future__ import annotations

import os


def read_to_end(parent: int) -> bytes:
    """Return all that is written to the other end until it is closed, and close this one."""
    shown = b""
    while True:
        try:
            data = os.read(parent, 65536)
        except OSError:  # how Linux says that the other end has closed
            break
        if not data:
            break
        shown += data
    os.close(parent)
    return shown
