"""Hostile settings and packs, each by itself: `python tests/trust/hostile_packs.py [--only NAME] [--record]`.

For each: the exit code, what is said, the seconds of processor time and the memory above those of the interpreter.
`--record` keeps what was seen in runs/hostile-packs.json. The suite runs most cases with `--json`, each in a fork of a
process that has the modules and the shipped book; otherwise settings are checked by the command, in processes of their
own, with the compiled book at hand.
"""

# ruff: noqa: T201 - a script that prints
from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from hostile_pack_cases import LONG, PACKS, SECRET, SETTINGS, Case
from records import RUNS, write_record

RECORD = RUNS / "hostile-packs.json"
LONG_S = 2.0
LARGE_MB = 300.0
HUNG_S = 60
STORY = "A fee of aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa! was paid, he said.\n"
NAME = f"{'a' * 200}!.txt"
"""A story's name on which a careless pattern for paths would take years."""


class Seen(NamedTuple):
    """One run. ``said``: what it printed, cut."""

    name: str
    code: int
    seconds: float
    memory_mb: float
    said: str
    faults: list[str]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="cases whose names hold this")
    parser.add_argument("--quick", action="store_true", help="leave out those whose files take long to write")
    parser.add_argument("--json", action="store_true", help="fork for each case, and print what was seen as JSON")
    parser.add_argument("--record", action="store_true", help=f"keep what was seen in {RECORD.name}")
    said = parser.parse_args()
    seen: list[tuple[str, Seen]] = []
    with tempfile.TemporaryDirectory() as top:
        runs = (("settings", SETTINGS, _forked_check if said.json else _command), ("pack", PACKS, _forked_load))
        if said.json:
            _forked_check(_prepared(Path(top) / "first", Case(lambda folder: None, None)))
        else:
            _command(_prepared(Path(top) / "first", Case(lambda folder: None, None)))  # makes the book
        for what, cases, run in runs:
            for number, (name, case) in enumerate(cases.items()):
                if said.only in f"{what}: {name}" and not (said.quick and name in LONG):
                    folder = _prepared(Path(top) / f"{what}{number}", case, is_pack=what == "pack")
                    row = judged(f"{what}: {name}", case, *run(folder))
                    seen.append((what, row))
                    if not said.json:
                        print(*row[:4], row.said[:150], *row.faults, sep="; ", flush=True)
    if said.json:
        print(json.dumps([row._asdict() for _, row in seen]))
    if said.record:
        _record(seen)
    return int(any(row.faults for _, row in seen))


def judged(name: str, case: Case, code: int, seconds: float, memory_mb: float, said: str) -> Seen:
    """Say what is wrong with a run."""
    faults = []
    if case.says is None:
        if code not in (0, 1) or re.search(r"error:|newslint:", said):
            faults.append(f"EXIT {code}")
    elif code != 2 or not re.search(case.says, said):
        faults.append(f"EXIT {code}, NOT `{case.says}`")
    elif not re.search(r":\d+:\d+: ", said):
        faults.append("NO PLACE")
    if SECRET in said:
        faults.append("SAYS WHAT IS OUTSIDE")
    if "Traceback" in said:
        faults.append("TRACEBACK")
    if re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", said):
        faults.append("STEERS A TERMINAL")
    if len(said) > 20_000:
        faults.append(f"{len(said)} CHARACTERS")
    if seconds > LONG_S:
        faults.append(f"{seconds:.1f} S")
    if memory_mb > LARGE_MB:
        faults.append(f"{memory_mb:.0f} MB")
    return Seen(name, code, round(seconds, 2), round(memory_mb), said[:600], faults)


def _prepared(top: Path, case: Case, is_pack: bool = False) -> Path:
    """Make the folder of a case, with what is outside of it beside."""
    (top / "outside").mkdir(parents=True)
    (top / "outside/secret.yml").write_text(f"{SECRET}: {SECRET}\n*{SECRET}\n", encoding="utf-8")
    (top / "outside/b.json").write_text(SECRET, encoding="utf-8")
    folder = top / ("pack" if is_pack else "project")
    folder.mkdir()
    if not is_pack:
        (folder / ".git").mkdir()
        (folder / NAME).write_text(STORY, encoding="utf-8")
    case.write(folder)
    return folder


def _arguments() -> list[str]:
    return ["check", "--grammar", "off", "--jobs", "1", "."]


def _command(folder: Path) -> tuple[int, float, float, str]:
    """Check the story by the command; return its code, seconds and MB above the interpreter's, and what it says."""
    bare = _measured([sys.executable, "-c", "pass"], folder)
    code, seconds, memory, said = _measured([sys.executable, "-P", "-m", "newslint", *_arguments()], folder)
    return code, seconds - bare[1], memory - bare[2], said


_LAUNCH = """
import os, sys
pid = os.fork()
if pid == 0:
    os.dup2(os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 1)
    os.dup2(1, 2)
    os.execv(sys.argv[2], sys.argv[2:])
_, status, used = os.wait4(pid, 0)
print(os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""
"""Starts a command from a small process: what is measured of a child's memory begins with that of who started it."""


def _measured(command: list[str], folder: Path) -> tuple[int, float, float, str]:
    out = folder.parent / "said"
    launch = [sys.executable, "-I", "-S", "-c", _LAUNCH, str(out), *command]
    done = subprocess.run(launch, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True)
    code, seconds, memory = done.stdout.split()
    return int(code), float(seconds), float(memory), out.read_text(encoding="utf-8", errors="replace")


def _waited(pid: int) -> tuple[int, float, float]:
    """Wait for a child; return its exit code, its processor time, and its peak memory in MB."""
    _, status, used = os.wait4(pid, 0)
    return os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def _forked(work: Callable[[], int], folder: Path) -> tuple[int, float, float, str]:
    import signal

    resident = int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE") / 2**20
    with tempfile.TemporaryFile() as out:
        pid = os.fork()
        if pid == 0:
            signal.alarm(HUNG_S)
            os.chdir(folder)
            os.dup2(out.fileno(), 1)
            os.dup2(out.fileno(), 2)
            code = 70
            try:
                code = work()
            except BaseException:
                import traceback

                traceback.print_exc()
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
        code, seconds, memory = _waited(pid)
        out.seek(0)
        said = out.read().decode("utf-8", "replace")
    return code, seconds, max(0.0, memory - resident), said


def _forked_check(folder: Path) -> tuple[int, float, float, str]:
    import newslint.cli.checkrun
    import newslint.cli.main
    from newslint.engine.book import load

    load()

    def check() -> int:
        sys.argv = ["newslint", *_arguments()]
        return int(newslint.cli.main.run())

    return _forked(check, folder)


def _forked_load(folder: Path) -> tuple[int, float, float, str]:
    """Load a pack, write what a book holds of it, and read a story with it."""
    from newslint.kinds.shared.base import Context
    from newslint.kinds.shared.signs import all_ways, sign_table
    from newslint.rulebook.lists import ListFolder
    from newslint.rulebook.loader import load_shelf
    from newslint.rulebook.packs import Pack, shipped_pack
    from newslint.rulebook.statewriter import StateWriter
    from newslint.text.story import Story

    shipped = ListFolder(shipped_pack().folder / "lists")

    def load() -> int:
        shelf = load_shelf(Pack("zoo", str(folder)), shipped)
        for error in shelf.errors[-1:]:
            print(error)
        if not shelf.errors:
            writer = StateWriter()
            sign_table([None if check.needles is None else all_ways(check.needles) for check in shelf.checks])
            context = Context(Story(STORY * 400, layout="body"), variant="en-GB", matches=())
            for check in shelf.checks:
                writer.add(check.state)
                list(check.issues(context, "s.txt"))
        return 2 if shelf.errors else 0

    return _forked(load, folder)


def _record(seen: list[tuple[str, Seen]]) -> None:
    rows = []
    for what, title in (("settings", "hostile settings"), ("pack", "hostile packs")):
        those = [row for kind, row in seen if kind == what]
        slow, large = max(those, key=lambda row: row.seconds), max(those, key=lambda row: row.memory_mb)
        refused = sum(row.code == 2 for row in those)
        told = (
            f"{refused} refused with one error at its place, {len(those) - refused} used; at most {slow.seconds:.1f} s"
        )
        told += f" ({slow.name}) and {large.memory_mb:.0f} MB ({large.name})"
        told += "".join(f"; {row.name}: {', '.join(row.faults)}" for row in those if row.faults)
        area = "Hostile packs and settings"
        rows.append({"area": area, "fault": title, "tries": len(those), "seen": told, "lost": "nothing"})
        rows += [
            {
                "area": area,
                "fault": row.name,
                "tries": 1,
                "seen": f"exit {row.code}, {row.seconds:.1f} s, {row.memory_mb:.0f} MB",
                "lost": "nothing",
            }
            for row in those
        ]
    write_record(RECORD, "python tests/trust/hostile_packs.py --record", rows)


if __name__ == "__main__":
    sys.exit(main())
