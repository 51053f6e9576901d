"""The page of what was tried and seen, made of the records in `runs/`: `python tests/trust/reliability_page.py`.

A record is an object: `date` (an ISO day), `command`, and `rows` of `area`, `fault`, `tries`, `seen` and `lost`. What
else a row holds is for its own part. Several records may speak of one area, which the page has once, with all its rows.
"""

# ruff: noqa: T201 - a script that prints
from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from records import RUNS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reliability.md"
ORDER = ("Fuzzed", "Hostile stories", "Hostile packs and settings", "Faults", "Privacy", "Supply chain", "Load")
"""Areas that come first, in this order; others follow by name."""
KEYS = ("area", "fault", "tries", "seen", "lost")

_HEAD = """<!-- Made by `python tests/trust/reliability_page.py` of the records in tests/trust/runs: edit neither. -->

# Reliability

What was done to newslint on purpose, how often, what was seen, and what was lost. The suite does a little of each on
every commit; the figures here are of the large runs, whose commands stand beside them.
"""

Record = dict[str, Any]


def records(folder: Path = RUNS) -> list[Record]:
    """Read the records, in order of their files. Raises ValueError for one that lacks something."""
    found = []
    for path in sorted(folder.glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        missing = [key for key in ("date", "command", "rows") if key not in record]
        missing += [
            f"rows[{n}].{key}" for n, row in enumerate(record.get("rows", ())) for key in KEYS if key not in row
        ]
        if missing:
            raise ValueError(f"{path.name} lacks {', '.join(missing)}")
        found.append(record)
    return found


def as_page(found: list[Record]) -> str:
    areas: dict[str, list[tuple[Record, list[Record]]]] = {}
    for record in found:
        own: dict[str, list[Record]] = {}
        for row in record["rows"]:
            own.setdefault(row["area"], []).append(row)
        for area, rows in own.items():
            areas.setdefault(area, []).append((record, rows))
    rank = {area: place for place, area in enumerate(ORDER)}
    parts = [_HEAD]
    for area in sorted(areas, key=lambda area: (rank.get(area, len(ORDER)), area)):
        parts.append(f"\n## {area}\n")
        parts += [f"\n{record['date']}: `{record['command']}`\n" for record, _ in areas[area]]
        parts.append("\n| fault | tries | seen | lost |\n| --- | ---: | --- | --- |\n")
        parts += [_line(row) for _, rows in areas[area] for row in rows]
    return "".join(parts)


def _line(row: Record) -> str:
    tries = f"{row['tries']:,}" if isinstance(row["tries"], int) else str(row["tries"])
    return f"| {' | '.join(map(_cell, (row['fault'], tries, row['seen'], row['lost'])))} |\n"


def _cell(text: object) -> str:
    return " ".join(str(text).split()).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")


def main() -> int:
    page = as_page(records())
    if sys.argv[1:] == ["--check"]:
        return int(not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page)
    PAGE.write_text(page, encoding="utf-8")
    print("written:", PAGE.name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
