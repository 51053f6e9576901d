"""Writes the records in `runs/`, of which `reliability_page.py` makes its page and says what they hold."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

RUNS = Path(__file__).resolve().parent / "runs"


def write_record(file: Path, command: str, rows: Sequence[Mapping[str, object]]) -> None:
    """Write what a command has seen today."""
    record = {"date": dt.datetime.now(dt.UTC).date().isoformat(), "command": command, "rows": rows}
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
