"""Installs what newslint is measured against: `python tests/bench/peers.py FOLDER`.

FOLDER becomes a virtual environment with codespell, typos, proselint and newslint itself (an ordinary installation of
this checkout, as an editable one starts more slowly), with write-good, textlint and alex in its `node_modules`, Vale in
its `bin` and published styles for it in `styles`. What cannot be installed is named; the rest is there. pip, npm and go
use whatever they are set up to use.
"""

# ruff: noqa: T201 - a script that prints
from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PYTHON = ("codespell", "typos", "proselint")
NODE = (
    "write-good",
    "alex",
    "textlint",
    "textlint-rule-write-good",
    "textlint-rule-common-misspellings",
    "textlint-rule-terminology",
)
WITH_STYLES = "@commercetools-docs/writing-style"
"""A package that holds two of the styles that Vale's makers publish."""
STYLES = Path("styles", "node_modules", WITH_STYLES, "styles")
VALE = "github.com/vale-cli/vale/v3/cmd/vale@v3.22.0"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only-newslint", action="store_true", help="only install this checkout anew")
    args = parser.parse_args()
    folder = args.folder.absolute()
    folder.mkdir(parents=True, exist_ok=True)
    done = [install_newslint(folder)]
    if not args.only_newslint:
        done += [install_python(folder), install_node(folder), install_styles(folder), install_vale(folder)]
    sys.exit(0 if all(done) else 1)


def attempt(what: str, command: list[str], folder: Path, **environment: str) -> bool:
    """Run a command; say so where it fails."""
    try:
        done = subprocess.run(
            command, cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True, check=False
        )
    except OSError as error:
        print(f"{what}: not installed: {error}")
        return False
    last = (done.stderr or done.stdout).strip().splitlines()[-1:]
    print(f"{what}: {'installed' if done.returncode == 0 else f'not installed: {last}'}")
    return done.returncode == 0


def _environment(folder: Path) -> Path:
    python = folder / "bin" / "python"
    if not python.exists():
        attempt("virtual environment", [sys.executable, "-m", "venv", str(folder)], folder)
    return python


def install_newslint(folder: Path) -> bool:
    """Install this checkout from a copy of it: a build leaves files behind."""
    python = _environment(folder)
    copy = folder / "checkout"
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir()
    for name in ("lint", "rules"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    again = [str(python), "-m", "pip", "install", "-q", "--force-reinstall", "--no-deps", str(copy)]
    return attempt("newslint", [str(python), "-m", "pip", "install", "-q", str(copy)], folder) and attempt(
        "newslint, this checkout", again, folder
    )


def install_python(folder: Path) -> bool:
    python = _environment(folder)
    done = [attempt(name, [str(python), "-m", "pip", "install", "-q", name], folder) for name in PYTHON]
    return all(done)


def install_node(folder: Path) -> bool:
    if not (folder / "package.json").exists():
        (folder / "package.json").write_text('{"name": "peers", "private": true}\n', encoding="utf-8")
    return attempt(", ".join(NODE), ["npm", "install", "--no-fund", "--no-audit", *NODE], folder)


def install_styles(folder: Path) -> bool:
    """Install published styles for Vale apart, and without scripts: theirs would bring a Vale of its own."""
    apart = folder / "styles"
    apart.mkdir(exist_ok=True)
    command = ["npm", "install", "--no-fund", "--no-audit", "--ignore-scripts", "--prefix", str(apart), WITH_STYLES]
    return attempt("styles for Vale", command, apart)


def install_vale(folder: Path) -> bool:
    go = (
        shutil.which("go", path=f"{os.environ.get('PATH', '')}:/usr/local/go/bin") or "go"
    )  # where Go's own archive puts it
    return attempt("Vale", [go, "install", VALE], folder, GOBIN=str(folder / "bin"))


if __name__ == "__main__":
    main()
