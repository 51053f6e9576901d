"""The shared servers of this user that are running now: to look at, and to end."""

from __future__ import annotations

import os
import signal
import sys
import time
from contextlib import suppress

import msgspec

from ..lock import try_lock
from .state import Files, Process, State, command_line, is_true, read_state, runtime_folder, safe_folder

KEEP = 2
"""Servers beside a new one that may be left running though nobody has needed them for SURPLUS_IDLE_S."""
SURPLUS_IDLE_S = 60.0
"""Longer than any request may take that is not broken off: a client touches the lease before each."""

_MODULE = "newslint.grammar.supervisor"
_LOOK_S = 0.05


class Running(msgspec.Struct, frozen=True):
    """A server. ``state`` is None while it starts; ``idle_s`` are the seconds since a client last needed it, ``memory``
    the bytes of its Java that are in memory.
    """

    files: Files
    supervisor: Process | None
    state: State | None
    idle_s: float
    memory: int


def running_servers() -> tuple[Running, ...]:
    """Return the servers whose supervisor is alive, in order of their key. Raises UnsafeFolder."""
    return tuple(found for files in _all_files() if (found := _running(files)) is not None)


def stop_servers(patience_s: float = 15.0) -> int:
    """End every server of this user, wait until they are gone, and remove what dead ones have left.

    A supervisor that has not ended after half of ``patience_s`` is killed. Returns how many there were. Raises
    UnsafeFolder.
    """
    deadline = time.monotonic() + patience_s
    waiting = list(_all_files())
    asked: set[Process] = set()
    found: set[str] = set()
    while waiting and time.monotonic() < deadline:
        left = []
        for files in waiting:
            if _clear(files):
                continue
            left.append(files)
            found.add(files.key)
            holder = _holder(files)
            if holder is None:
                continue  # a client has the lock and is about to start a supervisor
            late = time.monotonic() > deadline - patience_s / 2
            if holder not in asked or late:
                asked.add(holder)
                with suppress(OSError):
                    os.kill(holder.pid, signal.SIGKILL if late and sys.platform != "win32" else signal.SIGTERM)
        waiting = left
        if waiting:
            time.sleep(_LOOK_S)
    while any(each.alive() for each in asked) and time.monotonic() < deadline:
        time.sleep(_LOOK_S)  # the files are removed a moment before the process ends
    return len(found) - len(waiting)


def end_surplus(keep: int = KEEP, idle_s: float = SURPLUS_IDLE_S) -> int:
    """Ask the servers that nobody has needed for ``idle_s`` seconds to end, the longest unneeded first, until ``keep``
    are left; do not wait for it. Returns how many were asked.

    Who writes rules starts a server with each change to them, and each takes 400 MB for as long as it is left alone.
    """
    servers = sorted(running_servers(), key=lambda each: each.idle_s, reverse=True)
    surplus = [each for each in servers[: max(0, len(servers) - keep)] if each.state and each.idle_s >= idle_s]
    asked = 0
    for each in surplus:
        if each.supervisor is not None:
            with suppress(OSError):
                os.kill(each.supervisor.pid, signal.SIGTERM)
                asked += 1
    return asked


def _all_files() -> tuple[Files, ...]:
    if not runtime_folder().is_dir():
        return ()
    folder = safe_folder()
    keys = {path.stem for path in folder.iterdir() if path.suffix in (".lock", ".json", ".lease", ".log")}
    return tuple(Files(folder, key) for key in sorted(keys))


def _running(files: Files) -> Running | None:
    holder = _holder(files)
    state = read_state(files.state)
    state = state if state is not None and is_true(state) else None
    if holder is None and state is None:
        return None
    idle = 0.0
    with suppress(OSError):
        idle = max(0.0, time.time() - files.lease.stat().st_mtime)
    return Running(files, holder, state, idle, _memory(state.java.pid) if state else 0)


def _holder(files: Files) -> Process | None:
    """Return the supervisor that has the lock, as its file says, if it is one and alive."""
    try:
        holder = msgspec.json.decode(files.lock.read_bytes(), type=Process)
    except (OSError, msgspec.DecodeError):
        return None
    words = command_line(holder.pid)
    return holder if holder.alive() and _MODULE in words and files.key in words else None


def _clear(files: Files) -> bool:
    """Remove a server's files, unless its lock is held."""
    try:
        lock = try_lock(files.lock)
    except OSError:
        return True  # somebody else has just removed it, or the folder
    if lock is None:
        return False
    try:
        for path in (files.state, files.lease, files.log, files.lock):
            with suppress(OSError):
                path.unlink(missing_ok=True)
    finally:
        os.close(lock)
    return True


def _memory(pid: int) -> int:
    import psutil

    try:
        return int(psutil.Process(pid).memory_info().rss)
    except psutil.Error:
        return 0
