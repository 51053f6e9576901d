"""Makes a machine faulty in one way after the other, and sees what the command does.

    python tests/trust/faults.py --tries 5 --record

Each fault is a function in `faults_disk`, `faults_state` or `faults_network` that returns what was seen, its title the
docstring. What is at stake is the same in each: the exit code, a sentence that says what to do, a file that is either
old or new, nothing left aside, no process left, and a next run that works. `--only` picks faults by their names.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from machine import NotHereError  # noqa: E402
from records import RUNS, write_record  # noqa: E402

Fault = Callable[[Path], str]

MODULES = ("faults_disk", "faults_state", "faults_network")


def all_faults() -> list[Fault]:
    return [fault for name in MODULES for fault in importlib.import_module(name).FAULTS]


def long_faults() -> list[Fault]:
    """Return those that take ten seconds and more each: they are for the record alone."""
    return [fault for name in MODULES for fault in getattr(importlib.import_module(name), "LONG", ())]


def title(fault: Fault) -> str:
    return " ".join((fault.__doc__ or "").split())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tries", type=int, default=1, help="times that each fault is made")
    parser.add_argument("--only", default="", help="a part of a fault's name")
    parser.add_argument("--record", action="store_true", help="write runs/faults.json")
    options = parser.parse_args()
    rows = []
    failed = 0
    for fault in (*all_faults(), *long_faults()):
        if options.only not in fault.__name__:
            continue
        began = time.monotonic()
        seen, lost, tries = "", "nothing", 0
        try:
            for _ in range(options.tries):
                with tempfile.TemporaryDirectory(prefix="newslint-fault-") as room:
                    seen = fault(Path(room))
                tries += 1
        except NotHereError as error:
            seen = f"not tried: {error}"
        except AssertionError as error:
            seen, lost, failed = f"failed: {error}", "see what was seen", failed + 1
        sys.stdout.write(f"{fault.__name__}: {tries} tries, {time.monotonic() - began:.1f} s: {seen}\n")
        sys.stdout.flush()
        rows.append({"area": "Faults", "fault": title(fault), "tries": tries, "seen": seen, "lost": lost})
    if options.record:
        command = f"python tests/trust/faults.py --tries {options.tries} --record"
        write_record(RUNS / "faults.json", command, rows)
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
