"""Kills `newslint check --fix` at random moments and looks at what is left.

    python tests/cli/kills_while_fixing.py 1000

Each run mends a folder of files; a kill in the midst of it leaves some of them new, some old and, where it came between
the making of a temporary file and the rename, that file. Anything else is a fault.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import msgspec

from newslint.engine.fixing import remove_leftovers

FILES = 20
OLD = "Zoo moves otters\r\n\r\n" + "".join(
    f"The otters of pen {number} were moved to to the new pond on Monday, as as the keepers had hoped.\r\n\r\n"
    for number in range(4)
)
NEW = OLD.replace("to to", "to").replace("as as", "as")


class Tally(msgspec.Struct):
    """What kills have done: ``before``, ``amid`` and ``after`` the writing of the files of a run; what was left."""

    kills: int = 0
    before: int = 0
    amid: int = 0
    after: int = 0
    old: int = 0
    new: int = 0
    temporary: int = 0

    def __str__(self) -> str:
        return (
            f"{self.kills} kills: {self.before} before the first rename, {self.amid} between the first and the last, "
            f"{self.after} after the last; {self.old} files old, {self.new} new, 0 anything else; "
            f"{self.temporary} temporary files left and removed by the next run"
        )


def command(folder: Path) -> list[str]:
    checks = ["--isolated", "--grammar", "off", "--select", "repetition/doubled-word"]
    return [sys.executable, "-m", "newslint", "check", "--fix", *checks, str(folder)]


def leftovers(folder: Path) -> list[Path]:
    return sorted(folder.glob(".newslint-*"))


def kill_many(kills: int, folder: Path, dice: random.Random, environment: dict[str, str]) -> Tally:
    """Kill that many runs; every file is held to be the old or the new one, byte for byte, with its mode."""
    files = [folder / f"{number:02}.txt" for number in range(FILES)]

    def renew() -> None:
        for file in files:
            file.write_bytes(OLD.encode())
            file.chmod(0o640)

    def run_to_end() -> float:
        began = time.monotonic()
        done = subprocess.run(command(folder), env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        assert all(file.read_bytes() == NEW.encode() for file in files)
        assert leftovers(folder) == []
        return time.monotonic() - began

    renew()
    run_to_end()
    renew()
    whole = run_to_end()
    tally = Tally()
    for _ in range(kills):
        renew()
        process = subprocess.Popen(
            command(folder), env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(dice.uniform(0.3, 1.0) * whole)
        process.send_signal(signal.SIGKILL)
        process.wait()
        states = [file.read_bytes() for file in files]
        assert set(states) <= {OLD.encode(), NEW.encode()}, "neither the old file nor the new one"
        assert {file.stat().st_mode & 0o777 for file in files} == {0o640}
        new = states.count(NEW.encode())
        tally.kills += 1
        tally.old += FILES - new
        tally.new += new
        tally.before += new == 0
        tally.amid += 0 < new < FILES
        tally.after += new == FILES
        left = leftovers(folder)
        assert len(left) <= 1
        assert {path.name for path in folder.iterdir()} == {path.name for path in (*files, *left)}
        tally.temporary += len(left)
        whole *= 1.1 if new == 0 else 0.9 if new == FILES else 1.0  # the machine is busier, or less so, than it was
        if left:
            remove_leftovers(map(str, files))
            assert leftovers(folder) == []
    (folder / ".newslint-0123456789abcdef.tmp").write_bytes(OLD.encode()[:1000])
    renew()
    run_to_end()  # removes it
    return tally


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        began = time.monotonic()
        seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10**6)
        tally = kill_many(int(sys.argv[1]), Path(scratch), random.Random(seed), dict(os.environ))
        sys.stdout.write(f"{tally}\n{time.monotonic() - began:.0f} s, seed {seed}\n")
