"""Who is measured: newslint and its peers, each with how it is called and set up."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from measuring import Launcher, Run, RunFailedError
from packs import made_words, phrases
from peers import STYLES

PEERS = ("codespell", "typos", "proselint", "vale", "write-good", "alex", "textlint")
TEXTLINT_RULES = ("write-good", "common-misspellings", "terminology")
BARE = "python -c pass"
_NO_RULES = "No rules found"
"""What textlint says, and ends as if nothing were wrong, where it has not found its set-up."""


class Contestant(NamedTuple):
    """A program, ready to run: ``command`` is followed by the stories.

    ``by_name``: it is given every file by its name, not the folder. ``codes``: the exit codes of a run that went well;
    None: any, as write-good ends with the number of what it found.
    """

    name: str
    version: str
    setup: str
    command: tuple[str, ...]
    environment: Mapping[str, str]
    codes: tuple[int, ...] | None = (0,)
    by_name: bool = False
    takes_stories: bool = True

    def run(self, launcher: Launcher, folder: Path, limit: int, story: str | None = None) -> Run:
        """Check one story, or all stories, of a folder.

        Raises RunFailedError where newslint ends as it should not; a peer's failure is one of its figures.
        """
        if not self.takes_stories:
            stories: list[str] = []
        elif story is not None:
            stories = [story]
        else:
            stories = sorted(path.name for path in folder.iterdir()) if self.by_name else ["."]
        output = folder.parent / "output.txt"
        run = launcher.run([*self.command, *stories], folder, output, self.environment, limit)
        if run.late:
            return run
        said = output.read_text(encoding="utf-8", errors="replace")
        if (self.codes is None or run.code in self.codes) and _NO_RULES not in said:
            return run
        if self.name.startswith("newslint"):
            raise RunFailedError(f"{' '.join(self.command)} ended with {run.code}:\n{said[-2000:]}")
        return run._replace(failure=next(iter(said.strip().splitlines()), f"ended with {run.code}")[:200])


def environment(place: Path, **more: str) -> dict[str, str]:
    """Return an environment with caches of its own, and nothing that changes what a program does or says."""
    kept = {key: os.environ[key] for key in ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TMPDIR") if key in os.environ}
    return {
        **kept,
        "HOME": str(place),
        "NEWSLINT_CACHE": str(place / "cache"),
        "NEWSLINT_RUNTIME": str(place / "runtime"),
        "PYTHONUTF8": "1",
        **more,
    }


def find(name: str, peers: Path | None) -> str | None:
    """Return the path of a program: in the folder of peers, else on PATH."""
    if peers is not None:
        for folder in (peers / "bin", peers / "node_modules" / ".bin"):
            if (folder / name).exists():
                return str(folder / name)
    return shutil.which(name)


def newslint(peers: Path | None, place: Path, **more: str) -> Contestant:
    """Return newslint as installed among the peers, else as installed for the Python that runs this.

    An editable installation starts some milliseconds later.
    """
    path = find("newslint", peers) if peers is not None and (peers / "bin" / "newslint").exists() else None
    path = path or str(Path(sys.executable).with_name("newslint"))
    command = (path, "check", "--grammar", "off", "--exit-zero", "--isolated")
    return Contestant(
        "newslint", _version([path, "--version"]), "the shipped book", command, environment(place, **more)
    )


def bare_python(peers: Path | None, place: Path) -> Contestant:
    """Return what any program in Python takes at least."""
    path = find("python", peers) if peers is not None else sys.executable
    version = ".".join(map(str, sys.version_info[:3]))
    return Contestant(
        BARE, version, "nothing", (path or sys.executable, "-c", "pass"), environment(place), takes_stories=False
    )


def peers_found(peers: Path | None, place: Path) -> tuple[list[Contestant], list[str]]:
    """Return the peers that are installed, ready to run, and the names of those that are not."""
    found: list[Contestant] = []
    missing: list[str] = []
    for name in PEERS:
        path = find(name, peers)
        if path is None:
            missing.append(name)
        elif name == "vale":
            found.append(vale(path, place, "Vale", "its own style"))
            found.append(vale_with_rules(path, place, 100, "substitution-entries"))
            styles = peers / STYLES if peers is not None else None
            if styles is not None and styles.is_dir():
                name = "Vale, two published styles"
                found.append(vale(path, place, name, "the styles Google and write-good", styles, "Google, write-good"))
            else:
                missing.append("published styles for Vale")
        else:
            found.append(_PLAIN[name](path, peers, place))
    return found, missing


def _codespell(path: str, peers: Path | None, place: Path) -> Contestant:
    version = _version([path, "--version"])
    return Contestant("codespell", version, "its dictionary", (path,), environment(place), (0, 65))


def _typos(path: str, peers: Path | None, place: Path) -> Contestant:
    version = _version([path, "--version"])
    return Contestant("typos", version, "its dictionary", (path, "--isolated"), environment(place), (0, 2))


def _proselint(path: str, peers: Path | None, place: Path) -> Contestant:
    return Contestant(
        "proselint", _version([path, "version"]), "its checks", (path, "check"), environment(place), (0, 1)
    )


def _write_good(path: str, peers: Path | None, place: Path) -> Contestant:
    version = _version([path, "--version"])
    return Contestant("write-good", version, "its checks", (path,), environment(place), None, by_name=True)


def _alex(path: str, peers: Path | None, place: Path) -> Contestant:
    return Contestant(
        "alex", _version([path, "--version"]), "its checks, as plain text", (path, "--text"), environment(place), (0, 1)
    )


def _textlint(path: str, peers: Path | None, place: Path) -> Contestant:
    config = place / "textlintrc.json"
    config.write_text(json.dumps({"rules": dict.fromkeys(TEXTLINT_RULES, True)}), encoding="utf-8")
    command = (path, "--config", str(config))
    rules = "the rules " + ", ".join(TEXTLINT_RULES)
    return Contestant("textlint", _version([path, "--version"]), rules, command, environment(place), (0, 1), True)


_PLAIN = {
    "codespell": _codespell,
    "typos": _typos,
    "proselint": _proselint,
    "write-good": _write_good,
    "alex": _alex,
    "textlint": _textlint,
}


def vale(path: str, place: Path, name: str, setup: str, styles: Path | None = None, based: str = "Vale") -> Contestant:
    """Return Vale with its own style, or with styles of a folder."""
    config = place / f"{name.replace(' ', '-').replace(',', '')}.ini"
    where = f"StylesPath = {styles}\n" if styles is not None else ""
    config.write_text(f"{where}MinAlertLevel = suggestion\n[*]\nBasedOnStyles = {based}\n", encoding="utf-8")
    command = (path, "--no-global", "--no-exit", "--config", str(config))
    return Contestant(name, _vale_version(path), setup, command, environment(place))


def vale_with_rules(path: str, place: Path, n: int, kind: str) -> Contestant:
    """Return Vale with the ``n`` phrases of `packs.write_pack`: in one rule, or (`substitution-files`) a rule each."""
    styles = place / f"vale-{kind}-{n}"
    (styles / "made").mkdir(parents=True, exist_ok=True)
    entries = [(wrong, right) for wrong, right, _ in phrases(n, 1)]
    groups = [entries] if kind.endswith("entries") else [[entry] for entry in entries]
    for number, group in enumerate(groups):
        rows = "".join(f"  {wrong}: {right}\n" for wrong, right in group)
        text = (
            f"extends: substitution\nmessage: \"Write '%s' for '%s'.\"\nlevel: warning\nignorecase: true\nswap:\n{rows}"
        )
        (styles / "made" / f"rule{number}.yml").write_text(text, encoding="utf-8")
    shape = "phrases in one rule" if kind.endswith("entries") else "rules of a phrase"
    return vale(path, place, f"Vale, {n:,} {shape}", f"{n:,} {shape}", styles, "made")


def codespell_with_words(path: str, place: Path, n: int) -> Contestant:
    """Return codespell with a dictionary of ``n`` words."""
    words = made_words(1)
    dictionary = place / f"codespell-{n}.txt"
    rows = ["teh->the\n", *(f"{next(words)}->{next(words)}\n" for _ in range(n - 1))]
    dictionary.write_text("".join(rows), encoding="utf-8")
    plain = _codespell(path, None, place)
    return plain._replace(
        name=f"codespell, {n:,} words", setup=f"{n:,} words", command=(path, "--dictionary", str(dictionary))
    )


def _version(command: list[str]) -> str:
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout.split()
    return said[-1].removeprefix("v") if said else "?"


def _vale_version(path: str) -> str:
    """Return Vale's version: one that Go has built says only "master" of itself, but holds its module's version."""
    said = _version([path, "--version"])
    go = shutil.which("go", path=f"{os.environ.get('PATH', '')}:/usr/local/go/bin")  # where Go's own archive puts it
    if said == "master" and go:
        built = subprocess.run([go, "version", "-m", path], capture_output=True, text=True, check=False).stdout
        for line in built.splitlines():
            words = line.split()
            if words[:1] == ["mod"] and len(words) > 2:
                return words[2].removeprefix("v")
    return said
