"""What newslint says of a folder of stories, and how quickly one process does; see `bench.py`."""

# ruff: noqa: T201 - a script that prints
from __future__ import annotations

import json
import time
from collections import Counter
from pathlib import Path


def sweep(folder: Path) -> None:
    """Check a folder in this process, without grammar: start-up is measured apart."""
    from newslint.engine.book import load
    from newslint.engine.run import Options, check_paths

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
