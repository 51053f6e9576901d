"""Run the tests with the oldest versions that pyproject.toml allows: `python tests/trust/lower_bounds.py`.

On demand, and before a release: it needs the network, a few minutes, and `uv`, which it installs in its temporary
folder where there is none. The run-time dependencies are the oldest allowed ones, what these need in turn and the
test tools are the newest that go with them. Words after the command go to pytest; without any, the quick part runs.
The checkout is left alone: its files are copied.
"""

# ruff: noqa: T201 - a script that prints
from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from records import RUNS, write_record

ROOT = Path(__file__).resolve().parents[2]
RECORD = RUNS / "lower_bounds.json"
QUICK = ("tests/text", "tests/kinds", "tests/rulebook", "tests/engine", "tests/reporters", "tests/cli")
_NAME = re.compile(r"[A-Za-z0-9._-]+")


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def direct(project: Path = ROOT / "pyproject.toml") -> list[str]:
    """Return the names of the run-time dependencies, with those of the extra `java`."""
    table = tomllib.loads(project.read_text(encoding="utf-8"))["project"]
    rows = [*table["dependencies"], *table["optional-dependencies"]["java"]]
    return [normal(match[0]) for row in rows if (match := _NAME.match(row))]


def lowest(resolved: str, names: list[str]) -> dict[str, str]:
    """Return the versions of ``names`` in what the resolver wrote: `name==version` lines."""
    found = {}
    for line in resolved.splitlines():
        name, pinned, version = line.partition("==")
        if pinned and normal(name) in names:
            found[normal(name)] = version.split()[0]
    return found


def copy_of(checkout: Path, folder: Path) -> None:
    """Copy what git does not ignore, as it is in the working tree."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=checkout,
        capture_output=True,
        check=True,
    ).stdout
    for name in filter(None, listed.decode().split("\0")):
        source, target = checkout / name, folder / name
        if source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tests", nargs="*", default=list(QUICK))
    parser.add_argument("--record", action="store_true", help="write what was seen into tests/trust/runs")
    said = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="newslint-lowest-") as folder:
        return _run(Path(folder), said.tests, record=said.record)


def _run(folder: Path, tests: list[str], *, record: bool) -> int:
    folder.chmod(0o755)  # a test runs the command as an unprivileged user
    uv = shutil.which("uv") or _own_uv(folder / "tools")
    project, python = folder / "newslint", folder / "venv" / "bin" / "python"
    copy_of(ROOT, project)

    def say(*words: str) -> str:
        return subprocess.run(words, cwd=project, check=True, stdout=subprocess.PIPE, text=True).stdout

    resolve = (uv, "pip", "compile", "--quiet", "--no-header", "--no-annotate", "--resolution", "lowest-direct")
    resolved = say(*resolve, "--extra", "java", "--python", sys.executable, "pyproject.toml")
    names = direct(project / "pyproject.toml")
    versions = lowest(resolved, names)
    assert sorted(versions) == sorted(names), f"not resolved: {set(names) - set(versions)}"
    pins = folder / "lowest.txt"
    pins.write_text("".join(f"{name}=={version}\n" for name, version in versions.items()), encoding="utf-8")
    print(pins.read_text(), end="", flush=True)
    say(uv, "venv", "--quiet", "--python", sys.executable, str(folder / "venv"))
    say(uv, "pip", "install", "--quiet", "--python", str(python), "--constraint", str(pins), ".[java,dev]")
    shutil.rmtree(project / "build", ignore_errors=True)
    installed = json.loads(say(uv, "pip", "list", "--quiet", "--format", "json", "--python", str(python)))
    there = {normal(row["name"]): row["version"] for row in installed}
    untrue = {name: there.get(name) for name, version in versions.items() if there.get(name) != version}
    assert not untrue, f"installed in other versions: {untrue}"
    environment = {key: value for key, value in os.environ.items() if key != "VIRTUAL_ENV"}
    environment["PATH"] = f"{python.parent}{os.pathsep}{environment['PATH']}"
    command = [str(python), "-m", "pytest", "-p", "no:cacheprovider", *tests]
    with subprocess.Popen(command, cwd=project, env=environment, stdout=subprocess.PIPE, text=True) as done:
        assert done.stdout is not None
        last = ""
        for line in done.stdout:
            print(line, end="", flush=True)
            last = line.strip() or last
    if record:
        row = {
            "area": "Supply chain",
            "fault": "the oldest dependencies that pyproject.toml allows: " + ", ".join(pins.read_text().split()),
            "tries": 1,
            "seen": re.sub(r" in [\d.]+s.*", "", last.strip("= ")),
            "lost": "nothing" if done.returncode == 0 else "see the run",
        }
        write_record(RECORD, "python tests/trust/lower_bounds.py --record", [row])
    return done.returncode


def _own_uv(folder: Path) -> str:
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    subprocess.run([str(folder / "bin" / "pip"), "install", "--quiet", "uv"], check=True)
    return str(folder / "bin" / "uv")


if __name__ == "__main__":
    sys.exit(main())
