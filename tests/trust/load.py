"""Many stories in one run: time, memory from beginning to end, progress on a terminal, and whether all are reported.

`python tests/trust/load.py --stories 100000 --record` writes its row into `runs/load.json`; rows of other numbers of
stories stay. `--races 300` instead tries files that change while they are read, and Ctrl-C at random moments.
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
import threading
import time
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "bench"), str(HERE.parent / "cli")]

from records import RUNS, write_record  # noqa: E402
from sample_stories import made_stories  # noqa: E402

RECORD = RUNS / "load.json"
COMMAND = [sys.executable, "-m", "newslint", "check", "--grammar", "off", "--isolated"]
_SHOWN = re.compile(rb"(\d+)/(\d+)")
_EVERY_S = 0.25


class Memory(NamedTuple):
    """Megabytes in memory of the command and of its largest worker, when so many stories had been checked."""

    done: int
    command: float
    worker: float


class Load(NamedTuple):
    """What a run took: ``peaks`` are the most megabytes the command, and each worker, ever had."""

    stories: int
    seconds: float
    code: int
    files: int
    issues: int
    shown: list[tuple[int, int]]
    peaks: list[float]
    samples: list[Memory]

    def quarter(self, number: int) -> float:
        """Return the most megabytes of command and largest worker together in a quarter (1 to 4) of the stories."""
        size = self.stories / 4
        inside = [each for each in self.samples if size * (number - 1) <= each.done <= size * number]
        return max((each.command + each.worker for each in inside), default=0.0)

    @property
    def growth(self) -> float:
        """Return by which part the last quarter's peak is above the second one's."""
        return self.quarter(4) / self.quarter(2) - 1 if self.quarter(2) else 0.0

    @property
    def progress_is_true(self) -> bool:
        """Say whether what was shown never went back, never passed the total, and ended with it."""
        counts = [done for done, _ in self.shown]
        totals = {total for done, total in self.shown if done}
        return counts == sorted(counts) and totals == {self.stories} and counts[-1] == self.stories


def run_load(folder: Path, stories: int, *options: str) -> Load:
    """Check a folder of so many stories with the default number of processes, on a terminal, and watch."""
    import pty

    parent, child = pty.openpty()
    report = folder.with_name("report.txt")
    shown: list[tuple[int, int]] = []
    samples: list[Memory] = []
    peaks: dict[int, float] = {}
    with report.open("wb") as out:
        begin = time.perf_counter()
        environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100"}
        process = subprocess.Popen([*COMMAND, *options, str(folder)], stdout=out, stderr=child, env=environment)
        os.close(child)
        reader = threading.Thread(target=_read_progress, args=(parent, shown))
        reader.start()
        while process.poll() is None:
            samples.append(_sample(process.pid, shown[-1][0] if shown else 0, peaks))
            time.sleep(_EVERY_S)
        seconds = time.perf_counter() - begin
    reader.join()
    os.close(parent)
    said = _last_summary(report)
    return Load(stories, seconds, process.returncode, *said, shown, sorted(peaks.values(), reverse=True), samples)


def _read_progress(terminal: int, shown: list[tuple[int, int]]) -> None:
    rest = b""
    while True:
        try:
            data = os.read(terminal, 65536)
        except OSError:  # how Linux says that the other end has closed
            return
        if not data:
            return
        # A count may be cut in two by the reading: what follows the last column stays for the next.
        whole, found, rest = (rest + data).rpartition(b" ")
        shown += [(int(done), int(total)) for done, total in _SHOWN.findall(whole + found)]


def _sample(pid: int, done: int, peaks: dict[int, float]) -> Memory:
    sizes = []
    for each in (pid, *_children(pid)):
        size, peak = _megabytes(each)
        peaks[each] = max(peaks.get(each, 0.0), peak)
        sizes.append(size)
    return Memory(done, sizes[0], max(sizes[1:], default=0.0))


def _children(pid: int) -> list[int]:
    try:
        return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:  # it has ended
        return []


def _megabytes(pid: int) -> tuple[float, float]:
    """Return what a process has in memory, and what it had at most."""
    try:
        text = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0, 0.0
    found = dict(re.findall(r"^(VmRSS|VmHWM):\s+(\d+) kB", text, re.MULTILINE))
    return int(found.get("VmRSS", 0)) / 1024, int(found.get("VmHWM", 0)) / 1024


def _last_summary(report: Path) -> tuple[int, int]:
    """Return how many files and issues a report has, by its lines: files as the summary counts them."""
    issues, last = 0, ""
    with report.open(encoding="utf-8") as file:
        for line in file:
            issues += bool(re.match(r"\S+\.txt:\d+:\d+: ", line))
            last = line
    found = re.search(r" in ([\d,]+) files?", last)
    return (int(found.group(1).replace(",", "")) if found else 0), issues


def row_of(load: Load) -> dict[str, Any]:
    command, *workers = load.peaks
    flat = f"; peak of the last quarter {100 * load.growth:+.0f}% against the second's" if load.quarter(4) else ""
    told = "never went back and ended with the total" if load.progress_is_true else "WAS NOT TRUE"
    return {
        "area": "Load",
        "fault": f"{load.stories:,} stories in one run",
        "tries": 1,
        "seen": f"{load.seconds:,.0f} s, {load.stories / load.seconds:.0f} stories a second, {load.issues:,} issues; "
        f"peak memory {command:.0f} MB, workers {' and '.join(f'{size:.0f}' for size in workers) or 'none'} MB"
        f"{flat}; progress {told}; exit {load.code}",
        "lost": "nothing" if load.files == load.stories else f"{load.stories - load.files:,} files",
        "stories": load.stories,
        "quarters_mb": [round(load.quarter(number), 1) for number in (1, 2, 3, 4)],
    }


def record(rows: list[dict[str, Any]], file: Path = RECORD) -> None:
    """Put rows into the record in place of those about the same faults."""
    old = json.loads(file.read_text(encoding="utf-8"))["rows"] if file.exists() else []
    new = {row["fault"] for row in rows}
    kept = [row for row in old if row["fault"] not in new] + rows
    kept.sort(key=lambda row: (row.get("stories", float("inf")), row["fault"]))
    sizes = [f"--stories {row['stories']} --record" for row in kept if "stories" in row]
    races = ["--races 300 --record"] if any("stories" not in row for row in kept) else []
    command = "python tests/trust/load.py " + "; … ".join(sizes + races)
    write_record(file, command, kept)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, default=1000)
    parser.add_argument("--races", type=int, default=0, metavar="TRIES")
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--folder", type=Path, help="where the stories are written, and removed after")
    said = parser.parse_args()
    if said.races:
        from races import race_rows

        rows = race_rows(said.races)
    else:
        with tempfile.TemporaryDirectory(dir=said.folder) as name:
            folder = made_stories(Path(name) / "stories", said.stories)
            rows = [row_of(run_load(folder, said.stories))]
    print(json.dumps(rows, indent=1))
    if said.record:
        record(rows)
    return int(any(row["lost"] != "nothing" for row in rows))


if __name__ == "__main__":
    sys.exit(main())
