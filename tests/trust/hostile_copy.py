"""Hostile stories at full size, by the command: `python tests/trust/hostile_copy.py [--size 1000000] [--record]`.

For each shape: the exit code, the seconds, the peak memory, whether the report says what was not checked, and whether
four times the size takes at most six times the time. `--record` keeps it in runs/hostile-copy.json.
"""

# ruff: noqa: T201 - a script that prints
from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from hostile_shapes import SHAPES
from records import RUNS, write_record

RECORD = RUNS / "hostile-copy.json"
LONG_S = 600


class Run(NamedTuple):
    """One run of the command. ``said``: its last lines."""

    code: int
    seconds: float
    memory_mb: float
    said: str


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=1_000_000, help="code points of each story")
    parser.add_argument("--only", help="shapes whose names hold this")
    parser.add_argument("--record", action="store_true", help=f"keep what was seen in {RECORD.name}")
    said = parser.parse_args()
    rows = []
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        check(Path(folder), b"A first run makes the book.\n")
        for name, shape in SHAPES.items():
            if said.only and said.only not in name:
                continue
            small, large = (check(Path(folder), shape(size)) for size in (said.size // 4, said.size))
            faults = [*what_is_wrong(small), *what_is_wrong(large)]
            if large.seconds > 6 * small.seconds + 1:
                faults.append(f"a quarter takes {small.seconds:.1f} s")
            bad += bool(faults)
            seen = f"exit {large.code}, {large.seconds:.1f} s, {large.memory_mb:.0f} MB: {large.said}"
            print(f"{name}: {seen}", *faults, sep="; ", flush=True)
            seen = "; ".join((seen, *faults))
            rows.append({"area": "Hostile stories", "fault": name, "tries": 2, "seen": seen, "lost": "nothing"})
    if said.record:
        write_record(RECORD, f"python tests/trust/hostile_copy.py --size {said.size} --record", rows)
    return 1 if bad else 0


def check(folder: Path, data: bytes) -> Run:
    """Check one story, advice included, with all the formats that say much; measure the process."""
    (folder / "x.txt").write_bytes(data)
    reports = [part for form in ("text", "sarif", "html") for part in ("--format", f"{form}:{form}.out")]
    command = [sys.executable, "-m", "newslint", "check", "--grammar", "off", "--show", "advice", *reports, "x.txt"]
    begin = time.perf_counter()
    with (folder / "said").open("wb") as out:
        child = subprocess.Popen(command, cwd=folder, stdout=out, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - begin
    lines = (folder / "text.out").read_text(encoding="utf-8").splitlines() + (folder / "said").read_text().splitlines()
    told = [line for line in lines if not re.match(r"x\.txt:\d+:\d+: ", line)]
    return Run(child.returncode, seconds, used.ru_maxrss / 1024, " / ".join(dict.fromkeys(told)))


def what_is_wrong(run: Run) -> list[str]:
    wrong = []
    if run.code not in (0, 1, 2):
        wrong.append(f"EXIT {run.code}")
    if "Traceback" in run.said:
        wrong.append("TRACEBACK")
    if run.seconds > LONG_S:
        wrong.append("TOO LONG")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
