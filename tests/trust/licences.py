"""The licences of what newslint is installed with, made of the installed distributions' own metadata.

    python tests/trust/licences.py            write docs/licences.md
    python tests/trust/licences.py --check    exit code 1 where it does not hold what the direct dependencies say

Versions are left out: they differ from one installation to the next. What an installation with the extra `java` brings
on this platform is followed through the requirements of each distribution. Jars are listed by their coordinates.
"""

# ruff: noqa: T201 - a script that prints
from __future__ import annotations

import re
import sys
import tomllib
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "licences.md"
_LONG = 60
_HEAD = """<!-- Made by `python tests/trust/licences.py` of what the installed distributions say: do not edit. -->

# Licences

newslint is Apache-2.0. It is installed with the distributions below; none of them is part of this repository.
`direct` are those that newslint asks for itself, the others come with them.

| distribution | licence | direct |
| --- | --- | --- |
"""
_JARS = """
LanguageTool and the libraries that it runs with are fetched as jars from the public Maven repository by
`newslint grammar install`, and run as a separate process. LanguageTool is LGPL-2.1; each jar's own licence is in its
`META-INF` or its POM. Each is pinned by SHA-256 in [`lint/grammar/jars.json`](../lint/grammar/jars.json):

"""


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def wanted(of: Distribution, extras: frozenset[str] = frozenset()) -> list[Requirement]:
    """Return what a distribution requires on this platform, with these of its extras."""
    found = []
    for text in of.requires or ():
        requirement = Requirement(text)
        marker = requirement.marker
        if marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            found.append(requirement)
    return found


def installed() -> tuple[set[str], dict[str, Distribution]]:
    """Return the names of the direct dependencies, and all by name. Raises PackageNotFoundError for one not there."""
    # Not what is installed of newslint says: an editable installation may be older than the checkout.
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pending = [Requirement(row) for row in (*table["dependencies"], *table["optional-dependencies"]["java"])]
    direct = {normal(requirement.name) for requirement in pending}
    found: dict[str, Distribution] = {}
    seen: set[tuple[str, frozenset[str]]] = set()
    while pending:
        requirement = pending.pop()
        name, extras = normal(requirement.name), frozenset(requirement.extras)
        if (name, extras) not in seen:
            seen.add((name, extras))
            found[name] = distribution(name)
            pending += wanted(found[name], extras)
    return direct, found


def licence(of: Distribution) -> str:
    """Return what a distribution says of its licence: an SPDX expression, else its classifiers, else its own words."""
    said = of.metadata
    expression = said.get("License-Expression")
    if expression:
        return str(expression)
    named = [row.rpartition(" :: ")[2] for row in said.get_all("Classifier") or () if row.startswith("License :: ")]
    named = [name for name in named if name != "OSI Approved"]
    if named:
        return ", ".join(named)
    words = " ".join((said.get("License") or "").split())
    return (words[:_LONG] + " ..." if len(words) > _LONG else words) or "not said in its metadata"


def rows() -> dict[str, str]:
    """Return the page's rows by name."""
    direct, found = installed()
    return {
        name: f"| {name} | {licence(found[name])} | {'yes' if name in direct else ''} |\n" for name in sorted(found)
    }


def page() -> str:
    from newslint.grammar.jars import jar_list

    jars = "".join(f"- {jar.coordinate}\n" for jar in jar_list().jars)
    return _HEAD + "".join(rows().values()) + _JARS + jars


def outdated(text: str, *, in_words: bool = True) -> list[str]:
    """Return what is wrong with a page: rows of direct dependencies that it lacks or has otherwise, and jars.

    Without ``in_words`` a licence may be said otherwise: a newer version of a dependency may word it anew.
    """
    from newslint.grammar.jars import jar_list

    direct, _ = installed()
    lines = set(text.splitlines(keepends=True))
    said = {line.split("|")[1].strip() for line in lines if line.startswith("| ") and line.endswith("| yes |\n")}
    wrong = [
        row.strip()
        for name, row in rows().items()
        if name in direct and row not in lines and (in_words or name not in said)
    ]
    wrong += [f"{name} is no direct dependency" for name in sorted(said - direct)]
    return wrong + [jar.coordinate for jar in jar_list().jars if f"- {jar.coordinate}\n" not in lines]


def main() -> int:
    try:
        if sys.argv[1:] != ["--check"]:
            PAGE.write_text(page(), encoding="utf-8")
            print("written:", PAGE.relative_to(ROOT))
            return 0
        wrong = outdated(PAGE.read_text(encoding="utf-8"))
    except PackageNotFoundError as error:
        print(f"{error.name} is not installed: pip install '.[java]'", file=sys.stderr)
        return 2
    print(*wrong, sep="\n", end="\n" if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
