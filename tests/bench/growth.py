"""What is measured of whole processes: a start, a thousand stories, more rules, more stories, reading the rules.

Each function returns figures by contestant or curve, as they stand in `docs/bench.json`: seconds, seconds of the
processor, megabytes at the peak of the largest process; in their place `over` where a run was ended after so many
seconds, and `failed` with what a peer said when it gave up.
"""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any, get_args

from contestants import Contestant, codespell_with_words, find, newslint, vale_with_rules
from measuring import LIMIT, Launcher, Run, in_turn
from packs import NAME, PackKind, write_pack
from sample_stories import Stories, made_stories

Figures = dict[str, Any]

RULES = (10, 100, 1_000, 10_000)
STORY_COUNTS = (100, 1_000, 10_000, 100_000)
OWN_LIMIT = 3_600
"""Seconds that newslint's own runs may take: its curves are never cut short."""
_SETTLING = 3
"""Seconds: a book is kept only once its files have not changed for a while."""

CURVES: dict[PackKind, str] = {
    "substitution-entries": "newslint, phrases in one rule",
    "substitution-files": "newslint, rules of a phrase",
    "regex-entries": "newslint, patterns in one rule",
    "regex-files": "newslint, rules of a pattern",
}


def figures(run: Run, limit: int) -> Figures:
    if run.late:
        return {"over": limit}
    if run.failure:
        return {"failed": run.failure}
    return {"seconds": round(run.seconds, 4), "processor": round(run.processor, 4), "peak": round(run.peak, 1)}


def start(launcher: Launcher, contestants: Iterable[Contestant], folder: Path, name: str, runs: int) -> Figures:
    """Measure a run on one story, with everything that a second run finds in caches; no ``runs``: fill them only."""
    turns = {each.name: partial(each.run, launcher, folder, LIMIT, name) for each in contestants}
    _warm(turns)
    return {name: figures(run, LIMIT) for name, run in in_turn(turns, runs).items()}


def throughput(launcher: Launcher, contestants: Iterable[Contestant], stories: Stories, runs: int) -> Figures:
    """Measure a run on a folder of stories."""
    turns = {each.name: partial(each.run, launcher, stories.folder, _limit(each)) for each in contestants}
    return {name: figures(run, LIMIT) for name, run in in_turn(turns, runs).items()}


def more_stories(launcher: Launcher, contestants: Iterable[Contestant], counts: Iterable[int], place: Path) -> Figures:
    """Measure runs on more and more stories, no two of them the same, which are gone afterwards.

    Where ten times the last run would be longer than allowed, a contestant's curve ends.
    """
    found: Figures = {each.name: {} for each in contestants}
    for count in counts:
        folder = made_stories(place / f"stories-{count}" / "all", count)
        going = [each for each in contestants if not _too_long(found[each.name], count, _limit(each))]
        turns = {each.name: partial(each.run, launcher, folder, _limit(each)) for each in going}
        for name, run in in_turn(turns, 3 if count <= 1_000 else 1).items():
            found[name][str(count)] = figures(run, LIMIT)
        shutil.rmtree(folder.parent)
    return found


def _limit(contestant: Contestant) -> int:
    return OWN_LIMIT if contestant.name == "newslint" else LIMIT


def _too_long(curve: Figures, count: int, limit: int) -> bool:
    if not curve:
        return False
    last = max(curve, key=int)
    return "seconds" not in curve[last] or curve[last]["seconds"] * count / int(last) > limit


def more_rules(
    launcher: Launcher,
    stories: Stories,
    one: Path,
    peers: Path | None,
    place: Path,
    runs: int,
    most: int,
    *,
    alone: bool = False,
) -> Figures:
    """Measure a folder of stories, and (`start`) one story, with 10 to ``most`` rules and nothing else.

    newslint runs with packs of phrases and, up to 1,000, of patterns, each in one rule and in a rule of its own, Vale
    with the same phrases, codespell with dictionaries of so many words; both not where newslint is measured ``alone``.
    """
    curves: dict[str, dict[int, Contestant]] = {}
    for kind in get_args(PackKind):
        counts = [n for n in RULES if n <= most and (n <= 1_000 or kind.startswith("substitution"))]
        curves[CURVES[kind]] = {n: _with_pack(peers, place / f"pack-{kind}-{n}", n, kind) for n in counts}
    path = None if alone else find("vale", peers)
    if path is not None:
        for kind in ("substitution-entries", "substitution-files"):
            name = "Vale, phrases in one rule" if kind.endswith("entries") else "Vale, rules of a phrase"
            curves[name] = {n: vale_with_rules(path, place, n, kind) for n in RULES if n <= most}
    path = None if alone else find("codespell", peers)
    if path is not None:
        curves["codespell, words"] = {n: codespell_with_words(path, place, n) for n in RULES if n <= most}
    time.sleep(_SETTLING)
    found: Figures = {name: {} for name in curves}
    for n in RULES:
        here = {name: curve[n] for name, curve in curves.items() if n in curve}
        starts = {name: partial(each.run, launcher, one.parent, LIMIT, one.name) for name, each in here.items()}
        _warm(starts)
        begun = in_turn(starts, runs)
        here = {name: each for name, each in here.items() if not _grew_too_long(found[name], name)}
        turns = {
            name: partial(each.run, launcher, stories.folder, OWN_LIMIT if name.startswith("newslint") else LIMIT)
            for name, each in here.items()
        }
        for name, run in in_turn(turns, runs).items():
            found[name][str(n)] = {**figures(run, LIMIT), "start": figures(begun[name], LIMIT)}
    return found


def _grew_too_long(curve: Figures, name: str) -> bool:
    return not name.startswith("newslint") and any("seconds" not in point for point in curve.values())


def _with_pack(peers: Path | None, place: Path, n: int, kind: PackKind) -> Contestant:
    """Return newslint with a pack of ``n`` rules, of which alone it runs the checks."""
    write_pack(place / "site", n, kind)
    plain = newslint(peers, place, PYTHONPATH=str(place / "site"))
    return plain._replace(command=(*plain.command, "--select", f"{NAME}:"))


def _warm(turns: dict[str, Callable[[], Run]]) -> None:
    """Run each twice: once for what is compiled, once more for a book that only then has settled."""
    for turn in turns.values():
        turn()
    time.sleep(_SETTLING)
    for turn in turns.values():
        turn()


_LOADING = """
import sys, time
from newslint.engine.book import load
begin, busy = time.perf_counter(), time.process_time()
book = load()
took = time.perf_counter() - begin, time.process_time() - busy
print(*took, len(book.checks))
"""


def warm(what: str, launcher: Launcher, peers: Path | None, place: Path, stories: Stories) -> Figures:
    """Measure in one process that is warm: see `warm.py`. Raises RuntimeError where that fails."""
    program = newslint(peers, place)
    output = place / f"{what}.txt"
    command = [_python_of(program), str(Path(__file__).with_name("warm.py")), what, str(stories.folder)]
    run = launcher.run(command, place, output, program.environment, OWN_LIMIT)
    said = output.read_text(encoding="utf-8")
    if run.code:
        raise RuntimeError(f"{what} failed: {said[-2000:]}")
    return json.loads(said)


def _python_of(program: Contestant) -> str:
    return find("python", Path(program.command[0]).parent.parent) or "python3"


def loading(launcher: Launcher, peers: Path | None, place: Path, runs: int, most: int) -> Figures:
    """Measure reading the compiled book in a fresh process, in seconds: the shipped one, and with 10,000 phrases in one
    rule, 1,000 rules of a phrase and 1,000 of a pattern beside it.
    """
    packs: tuple[tuple[PackKind, int], ...] = (
        ("substitution-entries", 10_000),
        ("substitution-files", 1_000),
        ("regex-files", 1_000),
    )
    books = {"the shipped book": newslint(peers, place / "load")}
    (place / "load").mkdir(exist_ok=True)
    for kind, n in packs:
        if n <= most:
            name = f"with {n:,} {CURVES[kind].removeprefix('newslint, ')}"
            books[name] = _with_pack(peers, place / f"load-{kind}", n, kind)
    time.sleep(_SETTLING)
    found: dict[str, list[list[float]]] = {name: [] for name in books}
    output = place / "load" / "output.txt"
    for turn in range(runs + 2):
        for name, each in books.items():
            run = launcher.run([_python_of(each), "-c", _LOADING], place, output, each.environment)
            said = output.read_text(encoding="utf-8").split()
            if run.code or len(said) != 3:
                raise RuntimeError(f"loading the book failed: {' '.join(said)}")
            if turn >= 2:
                found[name].append([float(word) for word in said])
        if turn == 0:
            time.sleep(_SETTLING)
    return {
        name: {
            "seconds": round(sorted(row[0] for row in rows)[len(rows) // 2], 4),
            "processor": round(sorted(row[1] for row in rows)[len(rows) // 2], 4),
            "checks": int(rows[0][2]),
        }
        for name, rows in found.items()
    }
