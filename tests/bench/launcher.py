"""Runs commands and says what each took; a process of its own, as small as Python can be.

On Linux a new process begins with the peak memory of the one that it was forked from. So the peak of a program of 10 MB
can only be told by a parent that is smaller; that is this one, of 9 MB, and never the benchmark itself. It reads
requests from standard input (command, environment, folder, file for the output, limit in seconds) and writes answers
(seconds, seconds of processor time, peak in bytes, exit code, whether the limit was reached) to standard output, both
as `marshal` has them. Processor time and peak are those of the process and of its children that it waited for: time is
summed, the peak is that of the largest.
"""

from __future__ import annotations

import marshal
import os
import signal
import sys
import time
from types import FrameType


def main() -> None:
    while True:
        try:
            command, environment, folder, output, limit = marshal.load(sys.stdin.buffer)
        except EOFError:
            return
        marshal.dump(run(command, environment, folder, output, limit), sys.stdout.buffer)
        sys.stdout.buffer.flush()


def run(
    command: list[str], environment: dict[str, str], folder: str, output: str, limit: int
) -> tuple[float, float, int, int, bool]:
    late = False

    def end(number: int, frame: FrameType | None) -> None:
        nonlocal late
        late = True
        os.killpg(pid, signal.SIGKILL)

    begin = time.perf_counter()
    pid = os.fork()
    if pid == 0:
        try:
            os.setsid()
            os.chdir(folder)
            os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
            os.dup2(os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), 1)
            os.dup2(1, 2)
            os.execve(command[0], command, environment)
        finally:
            os._exit(127)
    signal.signal(signal.SIGALRM, end)
    signal.alarm(limit)
    _, status, usage = os.wait4(pid, 0)
    signal.alarm(0)
    seconds = time.perf_counter() - begin
    peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return seconds, usage.ru_utime + usage.ru_stime, peak, os.waitstatus_to_exitcode(status), late


if __name__ == "__main__":
    main()
