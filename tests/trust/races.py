"""A file that somebody changes while it is read: replaced, deleted, cut, grown, a pipe or a folder in its place."""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from newslint.engine.files import UnreadableError, read_copy

OLD = "The mayor said the bridge would be closed closed on Monday.\n" * 40
NEW = "The mayor said the bridge would be open on Tuesday.\n" * 30
SENTENCES = (
    "no such file or directory",
    "is a directory",
    "not a directory",
    "no ordinary file, but a pipe, a socket or a device",
    "it was written to while it was read: run again",
    "no such device or address",
)
"""What may be said of a file that cannot be read any more."""


def _remove(path: Path) -> None:
    with suppress(FileNotFoundError):
        if path.is_dir():
            path.rmdir()
        else:
            path.unlink()


def _replaced(path: Path) -> None:
    for text in (NEW, OLD):
        other = path.with_suffix(".other")
        other.write_text(text)
        other.replace(path)


def _deleted(path: Path) -> None:
    path.unlink(missing_ok=True)
    other = path.with_suffix(".other")
    other.write_text(OLD)
    other.replace(path)


def _cut(path: Path) -> None:
    os.truncate(path, len(OLD) // 2)
    with path.open("w") as file:
        file.write(OLD)


def _grown(path: Path) -> None:
    with path.open("a") as file:
        file.write(NEW)
    os.truncate(path, len(OLD))


def _pipe(path: Path) -> None:
    _remove(path)
    os.mkfifo(path)
    _remove(path)
    path.write_text(OLD)


def _folder(path: Path) -> None:
    _remove(path)
    path.mkdir()
    _remove(path)
    path.write_text(OLD)


CHANGES: dict[str, tuple[Callable[[Path], None], tuple[str, ...]]] = {
    "replaced": (_replaced, (OLD, NEW)),
    "deleted and made anew": (_deleted, (OLD,)),
    "cut and written anew in place": (_cut, (OLD, OLD[: len(OLD) // 2], "")),
    "grown and cut back": (_grown, (OLD, OLD + NEW)),
    "a pipe in its place": (_pipe, (OLD, "")),
    "a folder in its place": (_folder, (OLD, "")),
}
"""What is done to a file, and the texts that it holds at some moment meanwhile."""


def _go_on(change: str, path: Path, stop: Any) -> None:
    while not stop.is_set():
        CHANGES[change][0](path)


@contextmanager
def changing(change: str, path: Path) -> Iterator[None]:
    """Have another process change a file all the time."""
    path.write_text(OLD)
    context = multiprocessing.get_context("fork")
    stop = context.Event()
    process = context.Process(target=_go_on, args=(change, path, stop), daemon=True)
    process.start()
    try:
        yield
    finally:
        stop.set()
        process.join(10)


def read_while(change: str, path: Path, tries: int) -> Counter[str]:
    """Read a file so often; return how often there was which state, or sentence. Anything else is "torn: ..."."""
    states = CHANGES[change][1]
    seen: Counter[str] = Counter()
    dice = random.Random(7)
    with changing(change, path):
        for _ in range(tries):
            time.sleep(dice.uniform(0, 0.001))  # so that each try meets another moment of the change
            try:
                text = read_copy(str(path))
            except UnreadableError as error:
                said = str(error)
                seen[said if said in SENTENCES else f"torn: {said}"] += 1
                continue
            seen["a state it had" if text in states else f"torn: {len(text)} characters"] += 1
    return seen


def check_while(change: str, folder: Path, tries: int) -> Counter[str]:
    """Run the command on a folder with a changing file and two others; return how often there was what."""
    for name in ("a.txt", "z.txt"):
        (folder / name).write_text(OLD)
    seen: Counter[str] = Counter()
    with changing(change, folder / "m.txt"):
        for _ in range(tries):
            command = [sys.executable, "-m", "newslint", "check", "--grammar", "off", "--isolated", "-j", "1"]
            done = subprocess.run(
                [*command, "--format", "json", "."], cwd=folder, capture_output=True, timeout=60, check=False
            )
            seen[_verdict(done)] += 1
    return seen


def _verdict(done: subprocess.CompletedProcess[bytes]) -> str:
    if b"Traceback" in done.stderr:
        return "torn: a traceback"
    report = json.loads(done.stdout)
    steady = {path: sum(row["path"] == path for row in report["issues"]) for path in ("a.txt", "z.txt")}
    failed = [row for row in report["summary"]["not_run"] if row["why"] == "failed"]
    if (
        steady["a.txt"] == 0
        or len(set(steady.values())) > 1
        or any(Path(row["path"]) != Path("m.txt") for row in failed)
    ):
        return "torn: another file"
    wrong = [row["mend"] for row in failed if row["mend"] not in SENTENCES]
    if wrong:
        return f"torn: {wrong[0]}"
    if done.returncode != (2 if failed else 1):
        return f"torn: exit {done.returncode}"
    return "its failure said, exit 2" if failed else "a report, exit 1"


def race_rows(tries: int) -> list[dict[str, Any]]:
    """Try every change so often by reading, and a thirtieth as often by the command."""
    rows = []
    for change in CHANGES:
        folder = Path(tempfile.mkdtemp())
        try:
            read = read_while(change, folder / "m.txt", tries)
            ran = check_while(change, folder, max(1, tries // 30))
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        seen = ", ".join(f"{what} {count} times" for what, count in (read + ran).most_common())
        torn = sum(count for what, count in (read + ran).items() if what.startswith("torn"))
        rows.append(
            {
                "area": "Load",
                "fault": f"A file while it is read: {change}",
                "tries": read.total() + ran.total(),
                "seen": f"{seen}; the other files were checked each time",
                "lost": f"{torn} wrong reports" if torn else "nothing",
            }
        )
    return rows
