"""Where packs are: the one module that knows which folders hold rules.

A pack is a folder of YAML read as files, never imported. The shipped one lies beside the package when installed
(`newslint/packs`) and in `../rules` in a checkout; others come from installed distributions that name a package in the
`newslint.packs` entry-point group.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Pack:
    """A named folder of rules. The shipped pack's name is empty; a third party's begins its ids: `name:topic/rule`."""

    name: str
    folder: Path


def shipped_pack() -> Pack:
    """Return the pack that comes with newslint. Raises FileNotFoundError where the installation lacks it."""
    for folder in (_PACKAGE / "packs", _PACKAGE.parent / "rules"):
        if (folder / "lists").is_dir():
            return Pack("", folder)
    raise FileNotFoundError(f"no rules beside {_PACKAGE}: reinstall newslint")


def third_party_packs() -> tuple[Pack, ...]:
    """Return the packs of installed distributions, by name. Their code is not imported: only where it lies is asked."""
    from importlib.metadata import entry_points

    packs = []
    for point in sorted(entry_points(group="newslint.packs"), key=lambda p: p.name):
        files = point.dist.files if point.dist else None
        prefix = point.value.replace(".", "/") + "/"
        inside = next((f for f in files or () if f.as_posix().startswith(prefix)), None)
        if inside is not None:
            root = Path(str(inside.locate())).resolve()
            depth = len(inside.parts) - len(Path(prefix).parts)
            packs.append(Pack(point.name, root.parents[depth - 1]))
    return tuple(packs)


def rule_files(pack: Pack) -> tuple[Path, ...]:
    """Return the pack's check files, sorted: every `.yml` outside `lists` and `styles`."""
    return tuple(
        path
        for path in sorted(pack.folder.rglob("*.yml"))
        if path.relative_to(pack.folder).parts[0] not in ("lists", "styles")
    )
