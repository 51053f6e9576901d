"""The process that owns a shared server: `python -m newslint.grammar.supervisor`, started by `shared`, not by hand.

It holds the lock for as long as it lives, starts Java, waits for it, prewarms it, and publishes it. It ends, and takes
Java and its files with it: on SIGTERM; when the lease has not been touched for NEWSLINT_IDLE_SECONDS (900); when Java
has ended; when Java hangs (see `Health`). If it is killed, Java dies with it (see `process`), the lock
is free, and what the state file says is no longer true.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path

import msgspec

from ..lock import is_held, try_lock
from .errors import GrammarFailed
from .flags import MANY_RUNS, key_flag
from .jars import jar_list
from .java import Java
from .jvm import Jvm, without_copy
from .process import ends_on_sigterm
from .running import end_surplus
from .setup import Setup
from .state import Files, Process, State, created, runtime_folder, this_process, write_state

IDLE_S = 900.0
HEALTH_S = 5.0
"""Seconds between two looks at Java's health."""

_HEALTH_TIMEOUT_S = 3.0
_HEALTH_TRIES = 3
_AT_WORK = 0.05  # of one core
_BUSY_S = 180.0
_LOG_LIMIT = 64 * 1024
_PREWARM_S = 60.0

PREWARM = (
    "The harbour council approved a plan on Monday to repair the old lighthouse, its chairwoman said.\n\n"
    "“We have waited eleven years for this,” Ms Farrow told reporters. Work on the tower, which was built in 1871, "
    "is expected to cost $2.4 million and to begin before the end of March."
)


def main(arguments: list[str]) -> int:
    """Run a server until it is no longer needed. Exit code: 0, 1 where it did not start, 75 where another has the lock,
    143 after SIGTERM.
    """
    options = _options(arguments)
    files = Files(runtime_folder(), options.key)
    lock = options.lock if options.lock is not None else try_lock(files.lock)
    if lock is None:
        return 75
    os.set_inheritable(lock, False)  # Java must not hold it
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with ends_on_sigterm():
        try:
            return _serve(files, lock, options)
        except GrammarFailed as error:
            _say(str(error))
            return 1
        except OSError as error:
            _say(f"{type(error).__name__}: {error}")
            return 1


def _serve(files: Files, lock: int, options: argparse.Namespace) -> int:
    me = this_process()
    os.ftruncate(lock, 0)
    os.lseek(lock, 0, os.SEEK_SET)
    os.write(lock, msgspec.json.encode(me))
    # What a supervisor has left that was killed.
    files.state.unlink(missing_ok=True)
    jvm: Jvm | None = None
    failed: GrammarFailed | None = None
    try:
        end_surplus()
        setup = Setup(Java(Path(options.java), options.java_version, ""), options.class_path)
        jvm = Jvm(setup, (*MANY_RUNS, key_flag(files.key)))
        jvm.wait()
        files.lease.touch(mode=0o600)
        # Before it is published: a first check takes several seconds of two cores, and a client's own text at the same
        # time would only make both slower. The client that waits loses nothing by it: what is loaded and compiled for
        # these sentences need not be for its own.
        if options.variant:
            jvm.check(PREWARM, options.variant, _PREWARM_S)
        state = State(
            key=files.key,
            supervisor=me,
            java=Process(jvm.pid, created(jvm.pid) or 0.0),
            port=jvm.port,
            version=jar_list().version,
            variant=options.variant,
            since=time.time(),
        )
        _say(f"serving on port {jvm.port}, java is process {jvm.pid}")
        _watch(files, lock, state, jvm, options.idle, options.health)
    except GrammarFailed as error:
        failed = error
        raise
    finally:
        _end(files, jvm, me, failed)
    return 0


def _watch(files: Files, lock: int, state: State, jvm: Jvm, idle_s: float, health_s: float) -> None:
    """Publish the server and return when it should end.

    A state file that somebody damaged or removed is written anew. Where the lock's file is gone, as a cleaner of
    temporary folders may do, others can start another server, so that this one ends.

    Time is that of the monotonic clock, counted from when a touch of the lease was *seen*: the file's own time is the
    wall clock's, which may be set forwards or back, and is only compared with itself.
    """
    write_state(files.state, state)
    published, touched = _stamp(files.state), _stamp(files.lease)
    seen = asked = time.monotonic()
    health = Health(jvm, min(_HEALTH_TIMEOUT_S, 3 * health_s))
    step = min(0.5, idle_s / 4, health_s / 2)
    while True:
        time.sleep(step)
        now = time.monotonic()
        if not jvm.alive():
            _say("java has ended; it said last:", *without_copy(jvm.output())[-20:])
            return
        if not is_held(lock, files.lock):
            _say("the lock's file is gone")
            return
        if _stamp(files.state) != published:
            write_state(files.state, state)
            published = _stamp(files.state)
        latest = _stamp(files.lease)
        if latest != touched:
            touched, seen = latest, now
        if now - asked >= health_s:
            hangs = health.hangs()
            asked = time.monotonic()
            if hangs:
                _say("java does not answer; it said last:", *without_copy(jvm.output())[-20:])
                return
        if now - seen >= idle_s:
            # A client that has read the state has touched the lease before: after this, either it finds no state or
            # we see its touch.
            files.state.unlink(missing_ok=True)
            if _stamp(files.lease) == touched:
                _say(f"not needed for {idle_s:.0f} seconds")
                return
            write_state(files.state, state)
            published = _stamp(files.state)


class Health:
    """Tells a Java that hangs from one that is busy.

    With forty big texts at once on two cores the health check has waited for ten seconds and more, behind them: no
    answer three times in a row means that it hangs only where it does not work either, or where that goes on for three
    minutes.
    """

    def __init__(self, jvm: Jvm, timeout_s: float, busy_s: float = _BUSY_S) -> None:
        self._jvm = jvm
        self._timeout_s = timeout_s
        self._busy_s = busy_s
        self._failures = 0
        self._since = (0.0, 0.0)

    def hangs(self) -> bool:
        """Ask it, and say whether it is to be given up."""
        before = self._clocks()
        if self._jvm.healthy(self._timeout_s):
            self._failures = 0
            return False
        self._failures += 1
        if self._failures == 1:
            self._since = before
        passed, worked = (now - then for now, then in zip(self._clocks(), self._since, strict=True))
        return self._failures >= _HEALTH_TRIES and (worked < _AT_WORK * passed or passed > self._busy_s)

    def _clocks(self) -> tuple[float, float]:
        """Return the time, and the time for which the process has worked, in seconds."""
        import psutil

        try:
            times = psutil.Process(self._jvm.pid).cpu_times()
            return time.monotonic(), times.user + times.system
        except psutil.Error:
            return time.monotonic(), 0.0


def _end(files: Files, jvm: Jvm | None, me: Process, failed: GrammarFailed | None) -> None:
    for name in ("SIGTERM", "SIGHUP"):  # once is enough: the end must not be cut short
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    with suppress(OSError):
        files.state.unlink(missing_ok=True)
    if jvm is not None:
        jvm.stop()
    with suppress(OSError):
        files.lease.unlink(missing_ok=True)
        if failed is None:
            files.log.unlink(missing_ok=True)
        else:  # for those who wait: the next one that tries removes it
            nobody = Process(0, 0.0)
            write_state(
                files.state, State(files.key, me, nobody, 0, "", "", time.time(), failed=failed.what, mend=failed.mend)
            )
    with suppress(OSError):  # Windows does not remove a file that is open
        files.lock.unlink(missing_ok=True)


def _stamp(path: Path) -> tuple[int, int, int]:
    try:
        status = path.stat()
    except OSError:
        return 0, 0, 0
    return status.st_mtime_ns, status.st_size, status.st_ino


def _say(*lines: str) -> None:
    """Write to the log, unless it is full."""
    with suppress(OSError):
        if os.fstat(sys.stdout.fileno()).st_size < _LOG_LIMIT:
            stamp = time.strftime("%Y-%m-%d %H:%M:%S")
            sys.stdout.write("".join(f"{stamp} {line[:1000]}\n" for line in lines))
            sys.stdout.flush()


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="newslint.grammar.supervisor")
    parser.add_argument("--key", required=True)
    parser.add_argument("--variant", required=True, help="the variant to prewarm it for, none where it is empty")
    parser.add_argument("--java", required=True)
    parser.add_argument("--java-version", type=int, required=True)
    parser.add_argument("--class-path", required=True)
    parser.add_argument("--lock", type=int)
    parser.add_argument("--idle", type=float, default=_seconds(os.environ.get("NEWSLINT_IDLE_SECONDS"), IDLE_S))
    parser.add_argument("--health", type=float, default=HEALTH_S)
    return parser.parse_args(arguments)


def _seconds(said: str | None, otherwise: float) -> float:
    with suppress(ValueError, TypeError):
        value = float(said or "")
        if value > 0:
            return value
    return otherwise


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
