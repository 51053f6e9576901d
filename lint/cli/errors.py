"""What ends a command; in a module that imports nothing, for `check` starts without click."""

from __future__ import annotations


class CommandError(Exception):
    """What was asked for cannot be done; the text says why. The command ends with exit code 2."""


class Terminated(BaseException):
    """SIGTERM arrived: not an Exception, so that nothing but the way out handles it."""


STOPS: tuple[type[BaseException], ...] = (KeyboardInterrupt, Terminated)
"""What somebody ends a run with before it is done; what it has found until then is reported."""
