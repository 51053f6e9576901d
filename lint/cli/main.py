"""The command `newslint`: how it begins and how it ends."""

from __future__ import annotations

import atexit
import errno
import gc
import os
import signal
import sys
from contextlib import suppress
from types import FrameType, ModuleType
from typing import NoReturn

from .errors import CommandError, Terminated
from .output import note


def _on_sigterm(number: int, frame: FrameType | None) -> NoReturn:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # one is enough: the way out must not be cut short
    raise Terminated


def main() -> NoReturn:
    """Run the command and exit: 0, 1 (issues), 2 (something failed), 130 (Ctrl-C), 143 (SIGTERM)."""
    code = run()
    if _nothing_is_left():
        os._exit(code)  # the interpreter would take every object apart first
    sys.exit(code)


def run() -> int:
    """Run the command; return the exit code."""
    # Loading the book and checking one story makes many objects and no garbage to speak of: a round of the collector
    # costs 10 ms and frees nothing. A run over several files sets a lower threshold.
    gc.set_threshold(200_000)
    signal.signal(signal.SIGTERM, _on_sigterm)
    _open_closed_streams()
    try:
        code = _run(sys.argv[1:])
        sys.stdout.flush()
    except Terminated:
        return _stopped(143)
    except KeyboardInterrupt:
        return _stopped(130)
    except CommandError as error:
        note(f"newslint: {error}")
        return 2
    except BrokenPipeError:  # the reader has gone, as in `newslint check … | head`
        _drop_stdout()
        return 1
    except Exception as error:
        if isinstance(error, OSError) and error.filename is None and error.errno in _NO_ROOM:
            _drop_stdout()  # nothing else is written without a name, or without somebody who looks at what went wrong
            reason = (error.strerror or "no room").lower()
            note(f"newslint: standard output could not be written: {reason}: make room, or send it somewhere else")
            return 2
        import traceback

        traceback.print_exc()
        note("newslint: this is a fault in newslint, not in your copy: please report it with the lines above")
        return 2
    return code


_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)


def _run(words: list[str]) -> int:
    if words[:1] == ["check"]:
        _import_msgspec()
        from .arguments import parse_usual

        arguments = parse_usual(words[1:], os.environ)
        if arguments is not None:
            from .checkrun import run_check

            return run_check(arguments)
    from .app import run_app

    return run_app(words)


def _import_msgspec() -> None:
    """Import msgspec without typing_extensions, where it looks first for what typing holds since Python 3.11.

    typing_extensions is there for typer's sake, and takes 8 ms to import with what it imports in its turn.
    """
    modules: dict[str, ModuleType | None] = sys.modules  # type: ignore[assignment]
    if "typing_extensions" in modules or "msgspec" in modules:
        return
    modules["typing_extensions"] = None  # to import it is an ImportError now
    try:
        import msgspec  # noqa: F401
    finally:
        del modules["typing_extensions"]


def _stopped(code: int) -> int:
    """Write out what is printed already, if somebody reads it; return the exit code."""
    from .stopping import flush_if_read

    if not flush_if_read():
        _drop_stdout()
    return code


def _nothing_is_left() -> bool:
    """Say whether all is written and nobody waits for the interpreter's end: no other thread, no exit handler."""
    threading = sys.modules.get("threading")
    if threading is not None and threading.active_count() > 1:
        return False
    handlers = getattr(atexit, "_ncallbacks", None)  # CPython's; another interpreter ends as ever
    if handlers is None or handlers():
        return False
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):  # closed, or none at all
        return False
    return True


def _open_closed_streams() -> None:
    """Let standard streams that the caller has closed lead nowhere, and not to whatever file is opened next."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123


def _drop_stdout() -> None:
    """Point standard output nowhere, so that the interpreter does not complain of the lost pipe when it ends."""
    with suppress(OSError, ValueError, AttributeError):  # closed, or none at all
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
