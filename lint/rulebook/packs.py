"""Where packs are: the one module that knows which folders hold rules.

A pack is a folder of YAML read as files, never imported. The shipped one lies beside the package when installed
(`newslint/packs`) and in `../rules` in a checkout; others come from installed distributions that name a package in the
`newslint.packs` entry-point group.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import msgspec

from .errors import RuleError
from .plugins import announced

if TYPE_CHECKING:
    from pathlib import Path

_PACKAGE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))


class Pack(msgspec.Struct, frozen=True):
    """A named folder of rules. The shipped pack's name is empty; a third party's begins its ids: `name:topic/rule`."""

    name: str
    place: str

    @property
    def folder(self) -> Path:
        from pathlib import Path  # a run with a compiled book does without

        return Path(self.place)


def shipped_pack() -> Pack:
    """Return the pack that comes with newslint. Raises FileNotFoundError where the installation lacks it."""
    for place in (os.path.join(_PACKAGE, "packs"), os.path.join(os.path.dirname(_PACKAGE), "rules")):
        if os.path.isdir(os.path.join(place, "lists")):
            return Pack("", place)
    raise FileNotFoundError(f"no rules beside {_PACKAGE}: reinstall newslint")


def third_party_packs() -> tuple[Pack, ...]:
    """Return the packs of installed distributions, by name; a folder that is not there is for the caller to report.

    No code of theirs is imported: an entry point `house = newslint_house.rules` is the folder `rules` in the package
    `newslint_house`, wherever that is installed.
    """
    return tuple(Pack(point.name, _folder(point.place, point.value)) for point in announced("newslint.packs"))


def _folder(place: str, package: str) -> str:
    parts = package.split(".")
    if place:
        listed = os.path.join(place, *parts)
        if os.path.isdir(listed):
            return os.path.realpath(listed)
    from importlib.util import find_spec

    # An editable installation keeps its files elsewhere. Finding a top-level package does not import it.
    spec = find_spec(parts[0])
    for place in spec.submodule_search_locations or () if spec else ():
        folder = os.path.join(place, *parts[1:])
        if os.path.isdir(folder):
            return os.path.realpath(folder)
    return os.path.join(*parts)


_MOST_FILES = 25_000
"""Files of a pack, at most: so many checks take a minute to load for the first time."""


def rule_files(pack: Pack) -> tuple[Path, ...]:
    """Return the pack's check files, sorted: every `.yml` outside `lists` and `styles`. Links to folders are left out.

    Raises RuleError for more than can be.
    """
    from pathlib import Path

    found: list[str] = []
    top = str(pack.folder)
    for folder, folders, names in os.walk(top):
        if folder == top:
            folders[:] = [name for name in folders if name not in ("lists", "styles")]
        found += [os.path.join(folder, name) for name in names if name.endswith(".yml")]
        if len(found) > _MOST_FILES:
            raise RuleError(top, 1, 1, f"more than {_MOST_FILES:,} checks in one pack: make several packs of it")
    return tuple(sorted(map(Path, found)))


def read_own(path: Path, folder: Path | None) -> str:
    """Read a file of a pack, or of another folder. Without a folder, the file may be anywhere.

    Raises RuleError for what is no file, too large, not UTF-8 or, by a link or `..`, outside of the folder.
    """
    from .datafile import leaves, read_rules

    # The shipped pack may be an editable installation's, which is made of links.
    if folder is not None and leaves(str(path), str(folder)) and str(folder) != shipped_pack().place:
        raise RuleError(str(path), 1, 1, f"leads out of {folder}: nothing outside of it is read")
    try:
        return read_rules(str(path))
    except OSError as error:
        raise RuleError(str(path), 1, 1, f"cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        raise RuleError(str(path), 1, 1, f"cannot be read: not UTF-8 (byte {error.start})") from None
