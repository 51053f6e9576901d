"""What is known against the run-time dependencies, and whether their files are what was installed.

    python tests/trust/audit.py [--record]

Two parts. Offline: every file of every run-time distribution is held against the SHA-256 in its record. With a network:
`pip-audit` (install it first: `pip install pip-audit`) asks the database of advisories about the installed versions.
Exit code 0: all asked, nothing found; 1: something found; 2: what could not be asked is named.
"""

# ruff: noqa: T201 - a script that prints
from __future__ import annotations

import hashlib
import importlib.util
import json
import subprocess
import sys
import tempfile
from base64 import urlsafe_b64encode
from importlib.metadata import Distribution
from pathlib import Path
from typing import Any

from licences import installed
from records import RUNS, write_record

RECORD = RUNS / "audit.json"
_PATIENCE_S = 300


def changed_files(of: Distribution) -> tuple[int, list[str]]:
    """Return how many files were held against their hash, and those that differ or are gone."""
    held, wrong = 0, []
    for file in of.files or ():
        if file.hash is None:
            continue
        held += 1
        try:
            digest = hashlib.new(file.hash.mode, Path(str(file.locate())).read_bytes()).digest()
        except OSError:
            wrong.append(str(file))
            continue
        if urlsafe_b64encode(digest).decode().rstrip("=") != file.hash.value:
            wrong.append(str(file))
    return held, wrong


def advisories(found: dict[str, Distribution]) -> tuple[list[str], list[str]]:
    """Return what is known against the installed versions, and what could not be asked. Raises OSError where the tool
    is not there or does not answer.
    """
    if importlib.util.find_spec("pip_audit") is None:
        raise OSError("pip-audit is not installed: pip install pip-audit")
    with tempfile.TemporaryDirectory() as folder:
        pins = Path(folder) / "installed.txt"
        pins.write_text("".join(f"{name}=={each.version}\n" for name, each in sorted(found.items())), encoding="utf-8")
        command = [sys.executable, "-m", "pip_audit", "--no-deps", "--disable-pip", "--format", "json", "-r", str(pins)]
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_PATIENCE_S)
            rows: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
        except (subprocess.SubprocessError, ValueError, KeyError) as error:
            raise OSError(f"pip-audit did not answer: {type(error).__name__}") from error
    known = [f"{row['name']} {row['version']}: {fault['id']}" for row in rows for fault in row.get("vulns", ())]
    return known, [row["name"] for row in rows if "skip_reason" in row]


def main() -> int:
    _, found = installed()
    held, wrong = 0, []
    for each in found.values():
        count, changed = changed_files(each)
        held, wrong = held + count, wrong + changed
    print(f"{held} files of {len(found)} distributions held against their records: {len(wrong)} changed")
    rows = [
        {
            "area": "Supply chain",
            "fault": f"files of the {len(found)} run-time distributions changed since installation",
            "tries": held,
            "seen": f"{len(wrong)} changed",
            "lost": "nothing" if not wrong else ", ".join(wrong[:5]),
        }
    ]
    try:
        known, silent = advisories(found)
    except OSError as error:
        print(error)
        known, silent = [], sorted(found)
    for line in (*wrong, *known):
        print(line)
    if silent:
        print(f"no advisories could be asked of {len(silent)} of {len(found)}: {', '.join(silent)}")
    else:
        print(f"{len(known)} advisories against {len(found)} distributions")
    asked = len(found) - len(silent)
    if asked:
        seen = f"{len(known)} advisories" + (f"; {len(silent)} could not be asked of" if silent else "")
        rows.append(
            {"area": "Supply chain", "fault": "known vulnerabilities", "tries": asked, "seen": seen, "lost": "nothing"}
        )
    if "--record" in sys.argv[1:]:
        write_record(RECORD, "python tests/trust/audit.py --record", rows)
    return 1 if wrong or known else 2 if silent else 0


if __name__ == "__main__":
    sys.exit(main())
