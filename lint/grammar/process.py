"""A child process that does not outlive us, however we end.

Three nets, each for what the one before cannot catch: the caller's ``finally`` (errors, Ctrl-C, and SIGTERM, which
`ends_on_sigterm` turns into an exception); an exit hook; and for a death that runs no code (SIGKILL, a crash of the
interpreter) the operating system: on Linux the child asks to be killed when its parent dies, on other Unixes a small
shell holds a pipe to us and kills the child when the pipe closes, and on Windows a job object ends with us (see `job`).
Only what is there on Linux is tested with every change; the shell is tested there too.
"""

from __future__ import annotations

import atexit
import os
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread, current_thread, main_thread
from types import FrameType

# Run by the interpreter itself before it becomes the child: the request must be made in the child, and code between
# fork and exec in a process with threads may deadlock. 1 is PR_SET_PDEATHSIG, 9 is SIGKILL. The parent may be dead
# already.
_DIE_WITH_PARENT = """
import ctypes, os, sys
ctypes.CDLL(None).prctl(1, 9)
if os.getppid() == int(sys.argv[1]):
    try:
        os.execv(sys.argv[2], sys.argv[2:])
    except OSError as error:
        sys.exit(f"{sys.argv[2]} cannot be run: {error.strerror}")
"""
_WATCH = 'read -r _; kill -9 "$1" 2>/dev/null'


class Child:
    """A running child process; its output is read as it comes and the last lines are kept."""

    def __init__(self, command: Sequence[str], folder: Path, environ: Mapping[str, str] | None = None) -> None:
        self._lines: deque[str] = deque(maxlen=50)
        self._started = Event()
        self._popen: subprocess.Popen[bytes] | None = None
        self._watch: subprocess.Popen[bytes] | None = None
        self._error: OSError | None = None
        # Linux sends the parent-death signal when the *thread* that started the child ends, so the thread that starts
        # it is the one that reads its output to the end.
        self._thread = Thread(
            target=self._run, args=(list(command), folder, environ), name="newslint-child", daemon=True
        )
        self._thread.start()
        self._started.wait()
        if self._error is not None:
            raise self._error
        atexit.register(self.stop)

    @property
    def pid(self) -> int:
        assert self._popen is not None
        return self._popen.pid

    def alive(self) -> bool:
        return self._popen is not None and self._popen.poll() is None

    def output(self) -> tuple[str, ...]:
        """Return the last lines that the child wrote."""
        return tuple(self._lines)

    def stop(self) -> None:
        """End the child now and wait until it is gone. May be called again, from any thread."""
        atexit.unregister(self.stop)
        if self._popen is None:
            return
        if self._popen.poll() is None:
            self._popen.kill()
        self._popen.wait()
        if self._watch is not None and self._watch.stdin is not None:
            self._watch.kill()
            self._watch.wait()
            self._watch.stdin.close()
        if current_thread() is not self._thread:
            self._thread.join(timeout=5)

    def _run(self, command: list[str], folder: Path, environ: Mapping[str, str] | None) -> None:
        try:
            self._popen = _start(command, folder, environ)
            if sys.platform == "win32":
                from .job import end_with_us

                end_with_us(int(self._popen._handle))  # type: ignore[attr-defined]
            elif sys.platform != "linux":
                self._watch = watch_from_outside(self._popen.pid)
        except OSError as error:
            self._error = error
            if self._popen is not None:
                self._popen.kill()
            return
        finally:
            self._started.set()
        assert self._popen.stdout is not None
        with self._popen.stdout as output:
            for line in output:
                self._lines.append(line.decode("utf-8", "replace").rstrip())


def _start(command: list[str], folder: Path, environ: Mapping[str, str] | None) -> subprocess.Popen[bytes]:
    if sys.platform == "linux":
        command = [sys.executable, "-I", "-S", "-c", _DIE_WITH_PARENT, str(os.getpid()), *command]
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=folder,
        env=None if environ is None else dict(environ),
        # Ctrl-C on a terminal goes to the whole foreground group; we end the child ourselves, in order.
        start_new_session=True,
    )


def watch_from_outside(pid: int) -> subprocess.Popen[bytes]:
    """Start a shell that kills ``pid`` as soon as this process, however it ends, no longer holds the other end of its
    pipe.
    """
    return subprocess.Popen(
        ["/bin/sh", "-c", _WATCH, "sh", str(pid)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


@contextmanager
def ends_on_sigterm() -> Iterator[None]:
    """Let SIGTERM and SIGHUP raise SystemExit (143, 129) inside the block, so that ``finally`` runs.

    Only where nobody has set a handler, and only in the main thread (signals reach no other).
    """
    if current_thread() is not main_thread():
        yield
        return

    def leave(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    ours = [
        number for number in (getattr(signal, name) for name in names) if signal.getsignal(number) is signal.SIG_DFL
    ]
    for number in ours:
        signal.signal(number, leave)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)
