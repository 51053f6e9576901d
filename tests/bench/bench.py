"""The figures that newslint is held to, beside those of its peers: `python tests/bench/bench.py [FOLDER] [options]`.

    start       one story of 755 words, a whole process; reading the compiled book
    throughput  1,000 stories of 4.7 KB, a whole process
    rules       those stories with 10, 100, 1,000 and 10,000 rules
    stories     100, 1,000 and 10,000 stories, with --all 100,000: made of the project's own, and no two the same
    live        a story of 4.7 KB while it is edited, in one warm process
    profile     where a story's time goes, in one warm process
    findings    stories and megabytes a second in one process; errors and warnings per 1,000 words of FOLDER
    grammar     one story and FOLDER with LanguageTool: a cold private server, a warm shared one, with everything cached

The stories are those of FOLDER (*.txt below it), else made of the project's own. Peers that are installed are measured
too: on PATH, or in the folder that `python tests/bench/peers.py PEERS` has filled and `--peers PEERS` names. But for
`live` and `profile` all figures are of whole processes, medians of runs that alternate between the contestants: seconds
of the clock and of the processor, memory of the largest process at its peak. `--record` keeps them in docs/bench.json,
section by section, and writes docs/speed.md and docs/bench.svg of it. Not a test: the figures are for a quiet machine.

The caches and the shared server that it uses are its own, and gone at the end.
"""

# ruff: noqa: T201 - a script that prints
from __future__ import annotations

import argparse
import os
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import findings
import grammar_figures
import growth
import speed_page
from contestants import Contestant, bare_python, newslint, peers_found
from measuring import Launcher
from sample_stories import sample_story, write_stories

SECTIONS = ("start", "throughput", "rules", "stories", "live", "profile", "findings", "grammar")
RECORDED = SECTIONS[:-2]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, help="stories (*.txt) to measure on")
    parser.add_argument("--only", action="append", choices=SECTIONS, help="measure this alone; may be repeated")
    parser.add_argument("--no-grammar", action="store_true", help="leave grammar out")
    parser.add_argument("--peers", type=Path, metavar="FOLDER", help="where peers.py has installed the peers")
    parser.add_argument("--no-peers", action="store_true", help="measure newslint alone")
    parser.add_argument("--runs", type=int, default=7, help="runs of a start; a folder is run three times (default: 7)")
    parser.add_argument("--count", type=int, default=1_000, help="stories of throughput and rules (default: 1000)")
    parser.add_argument("--most-rules", type=int, default=10_000, metavar="N", help="(default: 10000)")
    parser.add_argument("--most-stories", type=int, default=10_000, metavar="N", help="(default: 10000)")
    parser.add_argument("--all", action="store_true", help="100,000 stories too")
    parser.add_argument("--record", action="store_true", help="write docs/bench.json, docs/speed.md, docs/bench.svg")
    args = parser.parse_args()
    wanted = [name for name in args.only or SECTIONS if name != "grammar" or not args.no_grammar]
    with tempfile.TemporaryDirectory() as name, Launcher() as launcher:
        place = Path(name)
        if set(wanted) & set(RECORDED):
            result = measure(args, wanted, launcher, place)
            print(speed_page.as_text(result))
            if args.record:
                print("written:", *speed_page.record(result))
        if "findings" in wanted and args.folder:
            findings.sweep(args.folder)
        if "grammar" in wanted:
            measure_grammar(args, launcher, place)


def measure(args: argparse.Namespace, wanted: list[str], launcher: Launcher, place: Path) -> dict[str, Any]:
    """Return the figures as docs/bench.json holds them: of what is not wanted, those recorded before."""
    peers = args.peers.absolute() if args.peers else None
    contestants: list[Contestant] = [newslint(peers, place)]
    missing: list[str] = []
    if not args.no_peers:
        others, missing = peers_found(peers, place)
        contestants += others
    stories = write_stories(place / "stories" / "all", args.count, args.folder)
    one = write_one(place / "one" / "all")
    result = speed_page.recorded() if args.record else {}
    result |= {
        "measured": datetime.now(UTC).date().isoformat(),
        "machine": machine(),
        "stories_are": {"count": stories.count, "mean": round(stories.mean), "origin": stories.origin},
        "contestants": result.get("contestants", {})
        | {each.name: {"version": each.version, "setup": each.setup} for each in contestants},
        "missing": result.get("missing", []) if args.no_peers else missing,
    }
    runs = min(3, args.runs)
    if "start" in wanted:
        everyone = [bare_python(peers, place), *contestants]
        result["start"] = growth.start(launcher, everyone, one.parent, one.name, args.runs)
        result["loading"] = growth.loading(launcher, peers, place, args.runs, args.most_rules)
    elif set(wanted) & {"throughput", "stories"}:
        growth.start(launcher, contestants, one.parent, one.name, 0)
    if "throughput" in wanted:
        result["throughput"] = growth.throughput(launcher, contestants, stories, runs)
    if "rules" in wanted:
        result["rules"] = growth.more_rules(
            launcher, stories, one, peers, place, runs, args.most_rules, alone=args.no_peers
        )
    if "stories" in wanted:
        most = 100_000 if args.all else args.most_stories
        counts = [count for count in growth.STORY_COUNTS if count <= most]
        result["stories"] = growth.more_stories(launcher, contestants, counts, place)
    for what in ("live", "profile"):
        if what in wanted:
            result[what] = growth.warm(what, launcher, peers, place, stories)
    return result


def write_one(folder: Path) -> Path:
    folder.mkdir(parents=True)
    story = folder / "story.txt"
    story.write_text(sample_story(), encoding="utf-8")
    return story


def machine() -> dict[str, Any]:
    """Return what the figures depend on, in plain words."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return {"processors": processors, "system": sys.platform, "python": ".".join(map(str, sys.version_info[:3]))}


def measure_grammar(args: argparse.Namespace, launcher: Launcher, place: Path) -> None:
    environment = grammar_figures.own_environment(place / "grammar")
    if not grammar_figures.has_grammar(environment):
        return
    story = write_one(place / "grammar" / "one")
    try:
        grammar_figures.measure_story(launcher, story, environment, args.runs)
        if args.folder:
            grammar_figures.sweep_grammar(args.folder, environment)
    finally:
        grammar_figures.newslint(environment, "grammar", "stop")


if __name__ == "__main__":
    main()
