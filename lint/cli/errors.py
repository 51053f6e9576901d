"""What ends a command with a message; in a module that imports nothing, for `check` starts without click."""

from __future__ import annotations


class CommandError(Exception):
    """What was asked for cannot be done; the text says why. The command ends with exit code 2."""
