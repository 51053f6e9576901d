"""The figures of grammar: one story with and without it, a folder with a warm server; see `bench.py`."""

# ruff: noqa: T201 - a script that prints
from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from typing import Any

from measuring import Launcher, Run

NEWSLINT = [sys.executable, "-m", "newslint"]


def own_environment(place: Path) -> dict[str, str]:
    """Return an environment whose caches are in ``place``, with the user's LanguageTool in them, and no CI."""
    from newslint.grammar.jars import jar_folder

    cache = place / "cache"
    cache.mkdir(parents=True)
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
    """Say whether LanguageTool can run; print it where it cannot."""
    if newslint(environment, "grammar", "status").returncode == 0:
        return True
    print("grammar is not measured: LanguageTool cannot run here; `newslint grammar status` says why")
    return False


def newslint(environment: dict[str, str], *args: str) -> subprocess.CompletedProcess[str]:
    """Run the command, whatever it ends with."""
    return subprocess.run([*NEWSLINT, *args], env=environment, capture_output=True, text=True, check=False)


def measure_story(launcher: Launcher, story: Path, environment: dict[str, str], runs: int) -> None:
    """Print the figures of one story."""
    # Once for Python's compiled modules, once more for the book: as on any machine but a new one.
    check(launcher, story, environment, "off")
    time.sleep(2)
    check(launcher, story, environment, "off")
    text = story.read_text(encoding="utf-8")
    print(f"one story of {len(text.split())} words, {len(text) / 1000:.1f} KB, a whole process")
    show("without grammar", [check(launcher, story, environment, "off") for _ in range(runs)])
    uncached = {**environment, "NEWSLINT_CACHE_SIZE": "0"}
    cold = [check(launcher, story, uncached, "required", "--no-daemon") for _ in range(min(3, runs))]
    show("cold, a private server", cold)
    newslint(environment, "grammar", "start")
    for _ in range(10):  # the server's compiler needs some work to see what is worth it
        check(launcher, story, uncached, "required")
    show("warm server, nothing cached", [check(launcher, story, uncached, "required") for _ in range(runs)])
    check(launcher, story, environment, "required")
    off, cached, changed = [], [], []
    for number in range(runs):  # in turn, so that a busy moment of the machine falls on all
        off.append(check(launcher, story, environment, "off"))
        cached.append(check(launcher, story, environment, "required"))
        other = story.with_name("other.txt")
        other.write_text(
            f"{text}\nThe keeper counted {number + 20} boats in the harbour on Monday.\n", encoding="utf-8"
        )
        changed.append(check(launcher, other, environment, "required"))
    show("one paragraph new, the rest cached", changed)
    show("everything cached", cached)
    more = median(run.seconds for run in cached) - median(run.seconds for run in off)
    print(f"  everything cached costs {more * 1000:.0f} ms over the same run without grammar")


def check(launcher: Launcher, story: Path, environment: Mapping[str, str], grammar: str, *options: str) -> Run:
    """Run the command once."""
    command = [*NEWSLINT, "check", "--grammar", grammar, "--exit-zero", *options, str(story)]
    output = story.with_name("said.out")
    run = launcher.run(command, story.parent, output, environment)
    if run.code:
        sys.exit(f"{' '.join(command)} ended with {run.code}: {output.read_text(encoding='utf-8')}")
    return run


def show(label: str, runs: list[Run]) -> None:
    seconds, processor, peak = zip(*(run[:3] for run in runs), strict=True)
    print(
        f"  {label:<34} best {min(seconds) * 1000:.0f} ms, median {median(seconds) * 1000:.0f} ms; processor "
        f"median {median(processor) * 1000:.0f} ms; peak {max(peak):.0f} MB"
    )


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
            from newslint.engine.book import load, needs_grammar

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
