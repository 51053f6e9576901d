"""The figures that newslint is held to: `python tests/bench/bench.py [FOLDER] [--no-grammar] [--runs N]`.

Prints the time and the peak memory of a whole process on one story of 5 KB, without grammar and with a cold grammar
server (skipped where LanguageTool is not installed); then, for a FOLDER of stories, stories and megabytes a second in
one process without grammar, and errors and warnings per 1,000 words. Not a test: the figures are for a quiet machine.
"""

# ruff: noqa: T201 - a script that prints
from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from statistics import median

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
STORY_SIZE = 5_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, help="stories (*.txt) to measure speed and noise on")
    parser.add_argument("--no-grammar", action="store_true", help="leave the grammar server out")
    parser.add_argument("--runs", type=int, default=5, help="runs (default: 5)")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        story = Path(folder) / "story.txt"
        story.write_text(sample_story(), encoding="utf-8")
        ENVIRONMENT.update(PYTHONDONTWRITEBYTECODE="", PYTHONPYCACHEPREFIX=folder)
        measure(story, "off")  # once for the compiled modules, once more for the book: as on any machine but a new one
        time.sleep(2)
        measure(story, "off")
        print(f"one story of {story.stat().st_size / 1000:.1f} KB, a whole process")
        show("  without grammar", [measure(story, "off") for _ in range(args.runs)])
        if not args.no_grammar:
            if subprocess.run([*NEWSLINT, "grammar", "status"], capture_output=True, check=False).returncode:
                print("  with grammar     not measured: LanguageTool is not installed")
            else:
                show("  grammar, cold    ", [measure(story, "required") for _ in range(min(2, args.runs))])
    if args.folder:
        sweep(args.folder)


ENVIRONMENT = dict(os.environ)
NEWSLINT = [sys.executable, "-m", "newslint"]


def sample_story() -> str:
    """Return 5 KB of the project's own copy: the sample stories, one after another, cut at a paragraph."""
    text = "\n\n".join(path.read_text(encoding="utf-8").strip() for path in sorted(SEEDS.glob("*.txt")))
    end = text.find("\n\n", STORY_SIZE)
    return text[: end if end > 0 else None] + "\n"


def measure(story: Path, grammar: str) -> tuple[float, float, float]:
    """Run the command once; return its seconds, its own seconds of processor time, and its megabytes at the peak."""
    command = [*NEWSLINT, "check", "--grammar", grammar, "--exit-zero", str(story)]
    begin = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - begin
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{' '.join(command)} ended with {child.returncode}")
    return (
        seconds,
        usage.ru_utime + usage.ru_stime,
        usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024),
    )


def show(label: str, figures: list[tuple[float, float, float]]) -> None:
    seconds, processor, peak = zip(*figures, strict=True)
    print(
        f"{label}  best {min(seconds) * 1000:.0f} ms, median {median(seconds) * 1000:.0f} ms; processor "
        f"best {min(processor) * 1000:.0f} ms, median {median(processor) * 1000:.0f} ms; peak {max(peak):.0f} MB"
    )


def sweep(folder: Path) -> None:
    """Check a folder in this process: start-up is measured apart."""
    from newslint.engine.run import Options, check_paths, load

    size = sum(path.stat().st_size for path in folder.rglob("*.txt"))
    book = load()
    begin, busy = time.perf_counter(), time.process_time()
    result = check_paths([str(folder)], book, Options(grammar="off"))
    seconds, busy = time.perf_counter() - begin, time.process_time() - busy
    grave = Counter(issue.severity for issue in result.issues)
    rules = Counter(issue.rule for issue in result.issues)
    rate = 1000 / max(1, result.words)
    print(f"{folder}: {len(result.files)} stories, {result.words:,} words, {len(book.checks)} checks")
    print(f"  {seconds:.2f} s, of which the processor worked {busy:.2f} s")
    print(f"  {len(result.files) / seconds:.0f} stories a second, {size / 1e6 / seconds:.2f} MB a second")
    print(f"  {rate * (grave['error'] + grave['warning']):.2f} errors and warnings per 1,000 words")
    print("  ", json.dumps(dict(rules.most_common(10))))
    for entry in result.not_run:
        if entry.why == "failed":
            print(f"  failed: {entry.what} {entry.path or ''}: {entry.mend}")


if __name__ == "__main__":
    main()
