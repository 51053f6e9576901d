"""The page of what was tried is what its script makes of the records."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from reliability_page import PAGE, as_page, records


def test_the_page_is_what_the_script_makes_of_the_records() -> None:
    """After a new record: `python tests/trust/reliability_page.py`."""
    found = records()
    assert found
    assert PAGE.read_text(encoding="utf-8") == as_page(found)


def test_an_area_has_its_rows_with_day_and_command() -> None:
    def record(day: str, area: str, **row: object) -> dict[str, object]:
        return {"date": day, "command": f"run {day}", "rows": [{"area": area, "lost": "nothing", **row}]}

    page = as_page(
        [
            record("2026-01-03", "Zeal", fault="z", tries="all", seen="z"),
            record("2026-01-02", "Faults", fault="kill | <b>", tries=12_345, seen="old\nfile\\"),
            record("2026-01-01", "Faults", fault="full disk", tries=1, seen="exit 2"),
        ]
    )
    assert page.index("## Faults") < page.index("## Zeal")
    assert "2026-01-02: `run 2026-01-02`" in page
    faults = [line for line in page.splitlines() if line.startswith(("| kill", "| full"))]
    assert faults == [
        r"| kill \| &lt;b> | 12,345 | old file\\ | nothing |",
        "| full disk | 1 | exit 2 | nothing |",
    ]
    assert page.count("| fault | tries | seen | lost |") == 2


def test_a_record_that_lacks_something_is_named(tmp_path: Path) -> None:
    row = {"area": "Load", "fault": "x", "tries": 1, "seen": "y"}
    (tmp_path / "load.json").write_text(json.dumps({"date": "2026-01-01", "rows": [row]}))
    with pytest.raises(ValueError, match=r"load\.json lacks command, rows\[0\]\.lost"):
        records(tmp_path)
