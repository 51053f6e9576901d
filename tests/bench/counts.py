"""What newslint takes, in calls and lines, held to `counts.json`: `python tests/bench/counts.py [--update] [--where]`.

Prints the counts beside the recorded ones, which `--update` replaces. Counts are the same from run to run and on any
machine, but not from one minor version of Python to another: each has its own record. What they do not show is the time
that one call into C takes, as of a regular expression that got slower: for that there is `bench.py`.
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
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any, NamedTuple

from packs import PackKind, write_pack
from sample_stories import own_stories, sample_story

HERE = Path(__file__).resolve().parent
RECORD = HERE / "counts.json"
ALLOWED = 1.2
"""A count may be so many times the recorded one; what is below its inverse is worth recording."""

SAMPLE = (
    *("biscuit-merger", "chip-plant", "clean-court-list", "clean-fair-record", "county-budget", "cup-final"),
    *("ferry-inquiry", "ledger-trial", "reef-survey", "summit", "boat-fraud", "borrowed-licence", "brass-band"),
    *("cafeteria-names", "card-maker", "casserole-trial", "cherry-hail", "cider-couple"),
    *("clean-all-night-sitting", "clean-apt-names"),
)
"""Twenty of the project's own stories: the counts hang on them."""

_TRIES = 4
_SETTLING = 2.5
"""Seconds: a book is kept only once its files have not changed for a while."""

PACKS: dict[str, PackKind] = {
    "rules of a phrase": "substitution-files",
    "phrases in one rule": "substitution-entries",
    "rules of a pattern": "regex-files",
}
RATIOS = (
    ("the model of 20 stories", "20 stories"),
    *((f"20 stories with 1,000 {name}", f"20 stories with 10 {name}") for name in PACKS),
)
"""What is compared where the running version of Python has no record: these hardly differ between versions."""

Counts = dict[str, dict[str, int]]
"""By what was done: how many `calls` and `lines`."""


class Change(NamedTuple):
    """A count that is not what was recorded: ``times`` as much."""

    what: str
    now: float
    recorded: float

    @property
    def times(self) -> float:
        return self.now / self.recorded

    def __str__(self) -> str:
        return f"{self.what}: {self.now:,.6g}, recorded {self.recorded:,.6g}: {100 * (self.times - 1):+.1f}%"


def version() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def recorded() -> dict[str, Counts]:
    """Return the counts that are kept, by minor version of Python."""
    return json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.exists() else {}


def sample() -> list[str]:
    """Return the paths of the stories that are counted on."""
    paths = {path.stem: str(path) for path in own_stories()}
    return [paths[name] for name in SAMPLE]


def count_all(place: Path, again: int = 0) -> Counts:
    """Count everything, with caches in an empty folder. ``again``: how many stories of the sample are checked twice."""
    with ThreadPoolExecutor(2) as pool:  # the counts do not depend on what else runs
        packs = {
            f"20 stories with {n:,} {name}": pool.submit(count_rules, place / f"{kind}-{n}", n, kind)
            for name, kind in PACKS.items()
            for n in (10, 1_000)
        }
        found = {"a start on one story": count_start(place / "start"), **count_stories(place, again)}
        return found | {name: each.result() for name, each in packs.items()}


def count_stories(place: Path, again: int = 0) -> Counts:
    """Count the shipped book on the sample, and the story model alone, after a start has been counted there."""
    begun = place / "start"
    arguments = ["stories", str(begun / "site"), str(again), *sample()]
    counts: Counts = _counted(arguments, _environment(begun), begun, bare=True)
    return counts


def count_rules(place: Path, n: int, kind: PackKind) -> dict[str, int]:
    """Count a pack of ``n`` rules on the sample."""
    pack = write_pack(place, n, kind)
    counts: dict[str, int] = _counted(["rules", str(pack), *sample()], _environment(place), place)
    return counts


def count_start(place: Path) -> dict[str, int]:
    """Count the command on one story, once its modules are compiled and its book is kept.

    It runs without any distribution but those that newslint imports anywhere, in a folder where the search for settings
    ends.
    """
    arguments = _warm_start(place)
    return {what: _start(what, arguments, place) for what in ("calls", "lines")}


def where_a_start_goes(place: Path) -> dict[str, int]:
    """Return the lines that a start executes, by module and function."""
    found: dict[str, int] = _start("where", _warm_start(place), place)
    return found


def _start(what: str, arguments: list[str], place: Path) -> Any:
    counted = _counted([what, *arguments], _environment(place), place, bare=True)
    if counted["cold"]:
        raise RuntimeError("the compiled book is not kept: every start reads the rules anew")
    return counted[what]


def _warm_start(place: Path) -> list[str]:
    """Run the command until its book is kept; return the arguments for counting it."""
    (place / ".git").mkdir(parents=True)
    (place / "story.txt").write_text(sample_story(), encoding="utf-8")
    site = place / "site"
    site.mkdir()
    environment = _environment(place)
    (site / "newslint").symlink_to(_own_package())
    for path in _counted(["imports"], environment, place):
        if Path(path).parent.name in ("site-packages", "dist-packages") and not (site / Path(path).name).exists():
            (site / Path(path).name).symlink_to(path)
    arguments = [str(site), _target(), "check", "--grammar", "off", "--exit-zero", "story.txt"]
    for _ in range(_TRIES):
        if not _counted(["warm", *arguments], environment, place, bare=True)["cold"]:
            break
        time.sleep(_SETTLING)
    return arguments


def _own_package() -> Path:
    import newslint

    return Path(str(newslint.__file__)).parent


def _target() -> str:
    """Return the function that the console script calls."""
    (script,) = entry_points(group="console_scripts", name="newslint")
    return script.value


def _environment(place: Path) -> dict[str, str]:
    kept = {key: os.environ[key] for key in ("PATH", "SYSTEMROOT", "TMPDIR") if key in os.environ}
    return {
        **kept,
        "HOME": str(place),
        "NEWSLINT_CACHE": str(place / "cache"),
        "NEWSLINT_RUNTIME": str(place / "runtime"),
        "PYTHONHASHSEED": "0",
        "PYTHONPYCACHEPREFIX": str(place.parent / "compiled"),
        "PYTHONUTF8": "1",
    }


def _counted(arguments: list[str], environment: Mapping[str, str], place: Path, *, bare: bool = False) -> Any:
    place.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, *(["-S"] if bare else []), str(HERE / "counted.py"), *arguments]
    done = subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"counting {arguments[0]} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return json.loads(done.stderr.splitlines()[-1])


def compare(now: Counts, before: Counts) -> list[Change]:
    """Return how each count stands to the one recorded; what was not recorded is left out."""
    return [
        Change(f"{what}, {unit}", count, before[what][unit])
        for what, counts in now.items()
        for unit, count in counts.items()
        if before.get(what, {}).get(unit)
    ]


def compare_ratios(now: Counts, before: Counts) -> list[Change]:
    """Return how the ratios of counts that belong together stand to those recorded."""
    return [
        Change(f"{above} to {below}, {unit}", _ratio(now, above, below, unit), _ratio(before, above, below, unit))
        for above, below in RATIOS
        for unit in ("calls", "lines")
        if above in before and below in before
    ]


def _ratio(counts: Counts, above: str, below: str, unit: str) -> float:
    return counts[above][unit] / counts[below][unit]


def too_many(changes: list[Change]) -> list[Change]:
    return [change for change in changes if change.times > ALLOWED]


def far_fewer(changes: list[Change]) -> list[Change]:
    return [change for change in changes if change.times < 1 / ALLOWED]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true", help="record the counts")
    parser.add_argument("--where", action="store_true", help="the functions in which a start executes most lines")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        if args.where:
            functions = where_a_start_goes(Path(name) / "start")
            for function, count in sorted(functions.items(), key=lambda row: -row[1])[:40]:
                print(f"{count:>8,}  {function}")
            return
        now = count_all(Path(name))
    record = recorded()
    changes = {change.what: change for change in compare(now, record.get(version(), {}))}
    for what, counts in now.items():
        for unit, count in counts.items():
            change = changes.get(f"{what}, {unit}")
            print(f"{what:<40} {count:>12,} {unit:<6}", f"{100 * (change.times - 1):+.1f}%" if change else "")
    if args.update:
        record[version()] = now
        RECORD.write_text(json.dumps(dict(sorted(record.items())), indent=1) + "\n", encoding="utf-8")
        print(f"recorded for Python {version()}")


if __name__ == "__main__":
    main()
