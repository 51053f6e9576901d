"""The shared server: one for each user and each set of rules, found by whoever needs it, started by the first.

A client reads the state file (see `state`) and asks the server it names. Where there is none, it tries the lock. Who
gets it starts a supervisor (see `supervisor`) and hands the lock over to it; everybody waits for the state file. If the
lock becomes free and there is still no state, the starter has died, and the next one tries.

Where the runtime folder cannot be trusted or used, or the wait is too long, a private server does the work: a shared
one saves time, it is never needed.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Event, Lock
from typing import TYPE_CHECKING

from ..lock import try_lock
from .errors import GrammarFailed, stopped_error
from .jars import jar_list
from .server import PrivateServer, Renewals
from .setup import Setup, find_setup
from .state import Files, State, UnsafeFolder, is_true, read_state, safe_folder, server_key

if TYPE_CHECKING:
    import subprocess

PATIENCE_S = 90.0
"""Seconds to wait for a server that another process starts: what a start may take, and a first check."""

_STARTS = 3
_LOOK_S = 0.02


class NoSharedServer(GrammarFailed):
    """The supervisor cannot be started, or not in time, for reasons that are not Java's."""


class SharedServer:
    """The user's server for this setup. ``variant`` is what it is prewarmed for where we start it ("en-AU"; "" for
    nothing), ``options`` go to its supervisor.
    """

    def __init__(
        self,
        find_setup: Callable[[], Setup],
        variant: str,
        patience_s: float = PATIENCE_S,
        options: tuple[str, ...] = (),
    ) -> None:
        self._find_setup = find_setup
        self._variant = variant
        self._patience_s = patience_s
        self._options = options
        self._lock = Lock()  # held while a server is looked for; `stop` does without
        self._renewals = Renewals()
        self._stopped = Event()
        self._found: tuple[Files, State] | None = None
        self._private: PrivateServer | None = None
        self.why_private = ""

    @property
    def url(self) -> str:
        with self._lock:
            if self._stopped.is_set():
                raise stopped_error()
            if self._private is None:
                try:
                    return self._state().url
                except (NoSharedServer, UnsafeFolder) as error:
                    self.why_private = str(error)
                    self._private = PrivateServer(self._find_setup)
            private = self._private
        if self._stopped.is_set():
            raise stopped_error()
        return private.url

    @property
    def state(self) -> State | None:
        """The server that was found, None before `url` was asked for and where a private server does the work."""
        return self._found[1] if self._found else None

    @property
    def version(self) -> str:
        return jar_list().version

    def renew(self) -> bool:
        with self._lock:
            if self._private is None:
                lost = self._found is not None and not is_true(self._found[1])
                if lost:
                    self._found = None
                return self._renewals.another(lost=lost) and not self._stopped.is_set()
            private = self._private
        return private.renew()

    def stop(self) -> None:
        self._stopped.set()
        if self._private is not None:
            self._private.stop()

    def find(self) -> State:
        """Look for the server, start it if need be, and return its state; no private one takes its place.

        Raises what `url` does, and NoSharedServer or UnsafeFolder where there can be no shared one.
        """
        with self._lock:
            return self._state()

    def _state(self) -> State:
        if self._found is not None:
            files, state = self._found
            if touch(files) and is_true(state):
                return state
            self._found = None
            if not self._renewals.another(lost=True):
                raise GrammarFailed("The shared LanguageTool server ended again and again", "Run it with --no-daemon.")
        setup = self._find_setup()
        files = Files(safe_folder(), server_key(setup))
        try:
            state = look(files) or self._wait(files, setup)
        except OSError as error:
            raise _none(str(error)) from error
        self._found = (files, state)
        return state

    def _wait(self, files: Files, setup: Setup) -> State:
        deadline = time.monotonic() + self._patience_s
        before = _stamp(files)
        starter: subprocess.Popen[bytes] | None = None
        starts = 0
        while not self._stopped.is_set():
            state = look(files)
            if state is not None:
                return state
            if _stamp(files) != before:
                failure = read_state(files.state)
                if failure is not None and failure.failed:
                    raise GrammarFailed(failure.failed, failure.mend)
            if starter is None or starter.poll() is not None:
                lock = try_lock(files.lock)
                if lock is not None:
                    starts += 1
                    try:
                        if starts > _STARTS:
                            raise _none(f"its supervisor ended at once, see {files.log}")
                        starter = start_supervisor(files, setup, self._variant, lock, self._options)
                    finally:
                        os.close(lock)
            if time.monotonic() > deadline:
                raise _none("the process that starts it took too long")
            self._stopped.wait(_LOOK_S)
        raise stopped_error()


@contextmanager
def shared_server(find_setup: Callable[[], Setup] = find_setup, variant: str = "en-US") -> Iterator[SharedServer]:
    """Offer the user's shared server, which is looked for, and started if need be, when its `url` is asked for.

    It is left running. A private server that had to take its place ends with the block, as in `private_server`.
    """
    from .process import ends_on_sigterm

    with ends_on_sigterm():
        server = SharedServer(find_setup, variant)
        try:
            yield server
        finally:
            server.stop()


def touch(files: Files) -> bool:
    """Say that the server is needed; False where there is none."""
    try:
        os.utime(files.lease)
    except OSError:
        return False
    return True


def look(files: Files) -> State | None:
    """Return the state of the server that can be asked now, if there is one.

    The lease is touched before the state is read, and a supervisor that wants to end removes the state before it reads
    the lease: one of the two sees the other.
    """
    if not touch(files):
        return None
    state = read_state(files.state)
    return state if state is not None and state.key == files.key and is_true(state) else None


def start_supervisor(
    files: Files, setup: Setup, variant: str, lock: int, options: tuple[str, ...] = ()
) -> subprocess.Popen[bytes]:
    """Start a supervisor that outlives us. It takes the lock over; on Windows, where that cannot be, we let it go here.

    Raises OSError where no process can be started.
    """
    import subprocess

    command = [sys.executable, "-P", "-m", "newslint.grammar.supervisor"]
    command += ["--key", files.key, "--variant", variant, "--java", str(setup.java.path)]
    command += ["--java-version", str(setup.java.version), "--class-path", setup.class_path, *options]
    log = os.open(files.log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND, 0o600)
    # Its folder is its own: where the client stands may have to be unmounted or removed.
    environment = {**os.environ, "NEWSLINT_RUNTIME": str(files.folder)}
    try:
        if sys.platform == "win32":
            os.lseek(lock, 1 << 30, os.SEEK_SET)
            import msvcrt

            msvcrt.locking(lock, msvcrt.LK_UNLCK, 1)
            flags = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
            return subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=files.folder,
                env=environment,
                creationflags=flags,
            )
        return subprocess.Popen(
            [*command, "--lock", str(lock)],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=files.folder,
            env=environment,
            start_new_session=True,
            pass_fds=(lock,),
        )
    finally:
        os.close(log)


def _none(why: str) -> NoSharedServer:
    return NoSharedServer(f"No shared LanguageTool server: {why}", "Run: newslint grammar stop")


def _stamp(files: Files) -> tuple[int, int] | None:
    with suppress(OSError):
        status = files.state.stat()
        return status.st_mtime_ns, status.st_ino
    return None
