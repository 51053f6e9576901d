"""The figures that newslint is held to: `python tests/bench/bench.py [FOLDER] [--no-grammar] [--runs N]`.

Prints the time and the peak memory of a whole process on one story of 755 words: without grammar; with a cold private
server; with the shared server warm and nothing cached; with every paragraph cached; after one paragraph has changed.
Then, for a FOLDER of stories: stories and megabytes a second in one process without grammar; words a second with a warm
shared server, its memory afterwards, and the errors and warnings per 1,000 words that grammar and all other checks
report. Grammar is skipped where LanguageTool is not installed. Not a test: the figures are for a quiet machine.

The caches and the shared server that it uses are its own, and gone at the end.
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
from typing import Any, NamedTuple

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
STORY_WORDS = 755
NEWSLINT = [sys.executable, "-m", "newslint"]


class Run(NamedTuple):
    """A whole process: seconds of the clock and of its own processor time, megabytes at the peak."""

    seconds: float
    processor: float
    peak: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, help="stories (*.txt) to measure speed and noise on")
    parser.add_argument("--no-grammar", action="store_true", help="leave grammar out")
    parser.add_argument("--runs", type=int, default=7, help="runs (default: 7)")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        environment = own_environment(place)
        grammar = not args.no_grammar and has_grammar(environment)
        story = place / "story.txt"
        story.write_text(sample_story(), encoding="utf-8")
        try:
            measure_story(story, environment, args.runs, grammar)
            if args.folder:
                sweep(args.folder)
                if grammar:
                    sweep_grammar(args.folder, environment)
        finally:
            if grammar:
                newslint(environment, "grammar", "stop")


def own_environment(place: Path) -> dict[str, str]:
    """Return an environment whose caches are in ``place``, with the user's LanguageTool in them, and no CI."""
    from newslint.grammar.jars import jar_folder

    cache = place / "cache"
    cache.mkdir()
    if jar_folder().is_dir():
        (cache / jar_folder().name).symlink_to(jar_folder(), target_is_directory=True)
    kept = {key: value for key, value in os.environ.items() if key not in ("CI", "PYTHONDONTWRITEBYTECODE")}
    return {
        **kept,
        "NEWSLINT_CACHE": str(cache),
        "NEWSLINT_RUNTIME": str(place / "runtime"),
        "PYTHONPYCACHEPREFIX": str(place / "compiled"),
    }


def has_grammar(environment: dict[str, str]) -> bool:
    if newslint(environment, "grammar", "status").returncode == 0:
        return True
    print("grammar is not measured: LanguageTool cannot run here; `newslint grammar status` says why")
    return False


def newslint(environment: dict[str, str], *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*NEWSLINT, *args], env=environment, capture_output=True, text=True, check=False)


def sample_story() -> str:
    """Return 755 words of the project's own copy: the sample stories, one after another, the last line cut short."""
    paragraphs: list[str] = []
    left = STORY_WORDS
    for path in sorted(SEEDS.glob("*.txt")):
        for paragraph in path.read_text(encoding="utf-8").split("\n\n"):
            words = paragraph.split()
            if len(words) >= left:
                return "\n\n".join([*paragraphs, " ".join(words[:left])]) + "\n"
            if words:
                paragraphs.append(paragraph.strip())
                left -= len(words)
    return "\n\n".join(paragraphs) + "\n"


# One story


def measure_story(story: Path, environment: dict[str, str], runs: int, grammar: bool) -> None:
    # Once for Python's compiled modules, once more for the book: as on any machine but a new one.
    check(story, environment, "off")
    time.sleep(2)
    check(story, environment, "off")
    text = story.read_text(encoding="utf-8")
    print(f"one story of {len(text.split())} words, {len(text) / 1000:.1f} KB, a whole process")
    show("without grammar", [check(story, environment, "off") for _ in range(runs)])
    if not grammar:
        return
    uncached = {**environment, "NEWSLINT_CACHE_SIZE": "0"}
    show("cold, a private server", [check(story, uncached, "required", "--no-daemon") for _ in range(min(3, runs))])
    newslint(environment, "grammar", "start")
    for _ in range(10):  # the server's compiler needs some work to see what is worth it
        check(story, uncached, "required")
    show("warm server, nothing cached", [check(story, uncached, "required") for _ in range(runs)])
    check(story, environment, "required")
    off, cached, changed = [], [], []
    for number in range(runs):  # in turn, so that a busy moment of the machine falls on all
        off.append(check(story, environment, "off"))
        cached.append(check(story, environment, "required"))
        other = story.with_name("other.txt")
        other.write_text(
            f"{text}\nThe keeper counted {number + 20} boats in the harbour on Monday.\n", encoding="utf-8"
        )
        changed.append(check(other, environment, "required"))
    show("one paragraph new, the rest cached", changed)
    show("everything cached", cached)
    more = median(run.seconds for run in cached) - median(run.seconds for run in off)
    print(f"  everything cached costs {more * 1000:.0f} ms over the same run without grammar")


def check(story: Path, environment: dict[str, str], grammar: str, *options: str) -> Run:
    """Run the command once."""
    command = [*NEWSLINT, "check", "--grammar", grammar, "--exit-zero", *options, str(story)]
    begin = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment)
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - begin
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{' '.join(command)} ended with {child.returncode}")
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def show(label: str, runs: list[Run]) -> None:
    seconds, processor, peak = zip(*runs, strict=True)
    print(
        f"  {label:<34} best {min(seconds) * 1000:.0f} ms, median {median(seconds) * 1000:.0f} ms; processor "
        f"median {median(processor) * 1000:.0f} ms; peak {max(peak):.0f} MB"
    )


# A folder of stories


def sweep(folder: Path) -> None:
    """Check a folder in this process, without grammar: start-up is measured apart."""
    from newslint.engine.run import Options, check_paths, load

    size = sum(path.stat().st_size for path in folder.rglob("*.txt"))
    book = load()
    begin, busy = time.perf_counter(), time.process_time()
    result = check_paths([str(folder)], book, Options(grammar="off"))
    seconds, busy = time.perf_counter() - begin, time.process_time() - busy
    rules = Counter(issue.rule for issue in result.issues)
    grave = sum(issue.severity != "advice" for issue in result.issues)
    print(f"{folder}: {len(result.files)} stories, {result.words:,} words, {len(book.checks)} checks, without grammar")
    print(f"  {seconds:.2f} s, of which the processor worked {busy:.2f} s")
    print(f"  {len(result.files) / seconds:.0f} stories a second, {size / 1e6 / seconds:.2f} MB a second")
    print(f"  {1000 * grave / max(1, result.words):.2f} errors and warnings per 1,000 words")
    print("  ", json.dumps(dict(rules.most_common(10))))
    for entry in result.not_run:
        if entry.why == "failed":
            print(f"  failed: {entry.what} {entry.path or ''}: {entry.mend}")


def sweep_grammar(folder: Path, environment: dict[str, str]) -> None:
    """Check a folder with the shared server, first with nothing cached, then again."""
    from newslint.grammar.results import NAME

    (Path(environment["NEWSLINT_CACHE"]) / NAME).unlink(missing_ok=True)
    for label in ("a warm server, nothing cached", "everything cached"):
        begin = time.perf_counter()
        done = newslint(environment, "check", "--grammar", "required", "--exit-zero", "--format", "json", str(folder))
        seconds = time.perf_counter() - begin
        if done.returncode:
            sys.exit(f"newslint check ended with {done.returncode}: {done.stderr}")
        report: dict[str, Any] = json.loads(done.stdout)
        words = sum(len(path.read_text(encoding="utf-8", errors="replace").split()) for path in folder.rglob("*.txt"))
        files = report["summary"]["files"]
        print(
            f"{folder} with {label}: {seconds:.1f} s, {words / seconds:,.0f} words and "
            f"{files / seconds:.0f} stories a second"
        )
        if label.startswith("a warm"):
            print(f"  the server takes {server_memory(environment):.0f} MB afterwards")
            from newslint.engine.run import load, needs_grammar

            ours = {check.id for check in load().checks if needs_grammar(check)}
            found = Counter(
                issue["rule"]
                for issue in report["issues"]
                if issue["rule"].startswith("grammar/") or issue["rule"] in ours
            )
            listed = sum(count for rule, count in found.items() if rule.startswith("grammar/"))
            rate = 1000 / words
            print(
                f"  errors and warnings per 1,000 words: {rate * listed:.2f} of LanguageTool's rules, "
                f"{rate * (found.total() - listed):.2f} of our own in tokens, {rate * len(report['issues']):.2f} in all"
            )
            print("  ", json.dumps(dict(found.most_common(12))))


def server_memory(environment: dict[str, str]) -> float:
    """Return the megabytes of all Java servers that this script's environment has started."""
    import psutil

    from newslint.grammar.state import State

    total = 0
    for path in Path(environment["NEWSLINT_RUNTIME"]).glob("*.json"):
        import msgspec

        state = msgspec.json.decode(path.read_bytes(), type=State)
        total += psutil.Process(state.java.pid).memory_info().rss
    return total / 1e6


if __name__ == "__main__":
    main()
