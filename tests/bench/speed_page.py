"""The page and the plot of the figures in docs/bench.json: `python tests/bench/speed_page.py` writes both anew."""

# ruff: noqa: T201 - a script that prints
from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from speed_plot import plot

DOCS = Path(__file__).resolve().parents[2] / "docs"
FIGURES, PAGE, PICTURE = DOCS / "bench.json", DOCS / "speed.md", DOCS / "bench.svg"
OURS = "newslint"
BARE = "python -c pass"
_NUMBERS = {1: "one", 2: "two", 3: "three", 4: "four", 6: "six", 8: "eight", 12: "twelve", 16: "sixteen"}

Figures = dict[str, Any]
Table = tuple[str, Sequence[str], list[list[str]]]
"""What it shows, the heads of its columns, its rows."""


def main() -> None:
    print("written:", *record(recorded()))


def recorded() -> Figures:
    """Return the figures that are kept, none where nothing is."""
    return json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {}


def record(result: Figures) -> list[str]:
    """Keep the figures and write page and plot; return the names of the files."""
    FIGURES.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    PAGE.write_text(as_page(result), encoding="utf-8")
    PICTURE.write_text(plot(result), encoding="utf-8")
    return [path.name for path in (FIGURES, PAGE, PICTURE)]


def as_text(result: Figures) -> str:
    """Return the tables for a terminal."""
    parts = [_measured_on(result)]
    for title, heads, rows in tables(result):
        lines = [heads, *rows]
        widths = [max(len(line[column]) for line in lines) for column in range(len(heads))]
        parts.append(title)
        parts += [
            "  "
            + "  ".join(
                cell.ljust(width) if column == 0 else cell.rjust(width)
                for column, (cell, width) in enumerate(zip(line, widths, strict=True))
            ).rstrip()
            for line in lines
        ]
    return "\n".join(parts) + "\n"


def as_page(result: Figures) -> str:
    """Return the page in Markdown."""
    parts = [
        "<!-- Made by `python tests/bench/speed_page.py` of bench.json: measure anew, do not edit. -->",
        "# Speed",
        _measured_on(result),
        "![Start, throughput, growth with rules and with stories](bench.svg)",
    ]
    for title, heads, rows in tables(result):
        rule = ["---", *["---:"] * (len(heads) - 1)]
        parts.append(f"## {title}")
        parts.append("\n".join("| " + " | ".join(line) + " |" for line in (heads, rule, *rows)))
    set_ups = [f"- {name} {each['version']}: {each['setup']}" for name, each in result["contestants"].items()]
    parts += ["## Who was measured", "\n".join(set_ups)]
    failures = dict.fromkeys(_failures(result))
    if failures:
        parts.append("What failed, and with what:\n\n" + "\n".join(failures))
    if result["missing"]:
        parts.append(f"Not installed, so not measured: {', '.join(result['missing'])}.")
    parts += ["## Measure it yourself", _REPEAT]
    return "\n\n".join(parts) + "\n"


def _failures(result: Figures) -> list[str]:
    """Return a line for each failure, wherever it stands in the figures."""
    curves = [*result.get("rules", {}).items(), *result.get("stories", {}).items()]
    points = [(f"{name}, {int(count):,}", point) for name, curve in curves for count, point in curve.items()]
    points += [*result.get("start", {}).items(), *result.get("throughput", {}).items()]
    return [f"- {name}: `{point['failed']}`" for name, point in points if "failed" in point]


_REPEAT = """```sh
python tests/bench/peers.py PEERS                      # once: installs them with pip, npm and go
python tests/bench/bench.py FOLDER --peers PEERS       # FOLDER: your stories, *.txt
```

`--only start`, `throughput`, `rules`, `stories`, `live` or `profile` measures one part, `--all` goes to 100,000
stories, `--record` writes this page. Without FOLDER the stories are made of the project's own. CI counts function calls
and lines instead of seconds: `python tests/bench/counts.py`."""


def _measured_on(result: Figures) -> str:
    machine, stories = result["machine"], result["stories_are"]
    cores = _NUMBERS.get(machine["processors"], str(machine["processors"]))
    return (
        f"Measured on {result['measured']} on {cores} shared cores ({machine['system']}, Python {machine['python']}): "
        f"whole processes, medians, without grammar. {stories['count']:,} stories of {stories['mean'] / 1000:.1f} KB: "
        f"{stories['origin']}. Seconds are of the clock, processor time is that of all processes of a run, memory that "
        f"of the largest at its peak. A ratio above 1 is how many times longer than newslint it takes."
    )


def tables(result: Figures) -> list[Table]:
    """Return what the figures say, table by table; of sections that were not measured, none."""
    found: list[Table] = []
    if "start" in result:
        found.append(_contest("Start: one story of 755 words", result["start"], "ms", None))
    if "loading" in result:
        rows = [
            [name, f"{each['checks']:,}", f"{each['seconds'] * 1000:.1f} ms", f"{each['processor'] * 1000:.1f} ms"]
            for name, each in result["loading"].items()
        ]
        found.append(("Reading the compiled book", ("book", "checks", "time", "processor"), rows))
    if "throughput" in result:
        stories = result["stories_are"]
        size = stories["count"] * stories["mean"] / 1e6
        found.append(_contest(f"{stories['count']:,} stories, {size:.1f} MB", result["throughput"], "s", size))
    if "rules" in result:
        found += [_growth_with_rules(result), _starts_with_rules(result)]
    if "stories" in result:
        found += [_growth_with_stories(result), _memory_with_stories(result)]
    if "live" in result:
        found.append(_live(result["live"]))
    if "profile" in result:
        found += [_parts(result["profile"]), _kinds(result["profile"])]
    return found


def _live(figures: Figures) -> Table:
    rows = [
        [name, f"{each['count']:,}", f"{each['median']:.1f} ms", f"{each['p90']:.1f} ms"]
        for name, each in figures["checks"].items()
    ]
    title = f"While a story of {figures['mean'] / 1000:.1f} KB is edited: one warm process"
    return title, ("processor time", "checks", "median", "90th percentile"), rows


_CHECKS = "the checks"


def _parts(figures: Figures) -> Table:
    """Return the shares of all parts; the checks come as one."""
    parts = {**figures["parts"], _CHECKS: sum(each["ms"] for each in figures["kinds"].values())}
    whole = sum(parts.values())
    rows = [
        [name, f"{each:.2f} ms", f"{100 * each / whole:.0f}%"]
        for name, each in sorted(parts.items(), key=lambda item: -item[1])
    ]
    title = f"Where the time of a story goes: {figures['stories']:,} stories in one warm process"
    return title, ("part", "processor time", "share"), [*rows, ["all", f"{whole:.2f} ms", "100%"]]


def _kinds(figures: Figures) -> Table:
    """Return the kinds of check that take a hundredth of the checks' time, and all others as one."""
    kinds = figures["kinds"]
    whole = sum(each["ms"] for each in kinds.values())
    large = {name: each for name, each in kinds.items() if each["ms"] >= whole / 100}
    small = [each for name, each in kinds.items() if name not in large]
    lines = list(large.items())
    if small:
        others = {"ms": sum(each["ms"] for each in small), "runs": sum(each["runs"] for each in small)}
        lines.append((f"{len(small)} other kinds", others))
    rows = [
        [name, f"{each['runs']:.1f}", f"{each['ms']:.2f} ms", f"{100 * each['ms'] / whole:.0f}%"]
        for name, each in lines
    ]
    heads = ("kind", "checks that ran on a story", "processor time", "share of the checks")
    return "The checks by kind; the first to ask pays for what others use too", heads, rows


def _contest(title: str, figures: Figures, unit: str, size: float | None) -> Table:
    ours = figures.get(OURS, {})
    bare = figures.get(BARE, {})
    heads = ["", "time", "ratio", "processor", "ratio", "memory"]
    heads += ["MB a second"] if size else []
    heads += ["over bare Python"] if bare else []
    rows = []
    for name, each in sorted(figures.items(), key=lambda item: item[1].get("seconds", 1e9)):
        if "seconds" not in each:
            rows.append([name, _point(each, unit), *["" for _ in heads[2:]]])
            continue
        row = [name]
        for of in _TIMES:
            row += [_time(each[of], unit), _ratio(each, ours, of)]
        row.append(f"{each['peak']:.0f} MB")
        row += [f"{size / each['seconds']:.2f}"] if size else []
        row += [f"{each['peak'] - bare['peak']:+.0f} MB"] if bare else []
        rows.append(row)
    return title, heads, rows


def _growth_with_rules(result: Figures) -> Table:
    curves = result["rules"]
    counts = _counts(curves)
    rows = []
    for name, curve in curves.items():
        row = [name, *(_point(curve.get(str(count)), "s") for count in counts)]
        done = [count for count in counts if "seconds" in curve.get(str(count), {})]
        pair = (100, 10_000) if 10_000 in done and 100 in done else (done[0], done[-1]) if len(done) > 1 else None
        row += (
            [f"{pair[0]:,} to {pair[1]:,}", *(f"{_growth(curve, *pair, of):.2f}" for of in _TIMES)]
            if pair
            else [""] * 3
        )
        rows.append(row)
    title = f"{result['stories_are']['count']:,} stories with more and more rules, and no others"
    return title, ["rules", *(f"{count:,}" for count in counts), "growth", "times", "times, processor"], rows


_TIMES = ("seconds", "processor")


def _growth(curve: Figures, few: int, many: int, of: str) -> float:
    return float(curve[str(many)][of] / curve[str(few)][of])


def _starts_with_rules(result: Figures) -> Table:
    curves = result["rules"]
    counts = _counts(curves)
    rows = [
        [name, *(_point(curve.get(str(count), {}).get("start"), "ms") for count in counts)]
        for name, curve in curves.items()
    ]
    return "One story with more and more rules", ["rules", *(f"{count:,}" for count in counts)], rows


def _growth_with_stories(result: Figures) -> Table:
    curves = result["stories"]
    counts = _counts(curves)
    rows = [
        [name, *(_point(curve.get(str(count)), "s", 1000 / count) for count in counts)]
        for name, curve in curves.items()
    ]
    return (
        "Seconds per 1,000 stories as stories grow, made of the project's own and no two the same",
        ["stories", *(f"{count:,}" for count in counts)],
        rows,
    )


def _memory_with_stories(result: Figures) -> Table:
    curves = result["stories"]
    counts = _counts(curves)
    rows = [
        [name, *(f"{point['peak']:.0f} MB" if "peak" in point else "" for point in _points(curve, counts))]
        for name, curve in curves.items()
    ]
    return "Memory of the largest process as stories grow", ["stories", *(f"{count:,}" for count in counts)], rows


def _points(curve: Figures, counts: list[int]) -> list[Figures]:
    return [curve.get(str(count), {}) for count in counts]


def _counts(curves: Figures) -> list[int]:
    return sorted({int(count) for curve in curves.values() for count in curve})


def _point(point: Figures | None, unit: str, factor: float = 1) -> str:
    if not point:
        return ""
    if "failed" in point:
        return "fails"
    return f"over {point['over'] * factor:.0f} s" if "over" in point else _time(point["seconds"] * factor, unit)


def _time(seconds: float, unit: str) -> str:
    if unit == "ms":
        return f"{seconds * 1000:.0f} ms"
    return f"{seconds:.2f} s" if seconds < 10 else f"{seconds:.1f} s"


def _ratio(each: Figures, ours: Figures, of: str) -> str:
    return f"{each[of] / ours[of]:.2f}" if of in ours else ""


if __name__ == "__main__":
    main()
