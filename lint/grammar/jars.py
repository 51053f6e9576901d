"""LanguageTool's jars: which they are (facts in `jars.json`), where they are kept, and whether they are all there."""

from __future__ import annotations

import hashlib
import os
from functools import lru_cache
from pathlib import Path

import msgspec

from ..cache import cache_folder
from .errors import GrammarUnavailable


class Jar(msgspec.Struct, frozen=True):
    """One pinned jar: its Maven coordinate ("group:artifact:version"), file name, size in bytes and SHA-256."""

    coordinate: str
    file: str
    size: int
    sha256: str


class JarList(msgspec.Struct, frozen=True):
    """The whole set for English, in class-path order. ``key`` changes whenever a jar of the set does."""

    version: str
    main_class: str
    key: str
    jars: tuple[Jar, ...]

    @property
    def size(self) -> int:
        return sum(jar.size for jar in self.jars)


@lru_cache(maxsize=1)
def jar_list() -> JarList:
    """Read the shipped list."""
    data = msgspec.json.decode((Path(__file__).parent / "jars.json").read_bytes())
    jars = tuple(Jar(j["coordinate"], j["file"], j["size"], j["sha256"]) for j in data["jars"])
    key = hashlib.sha256("\n".join(f"{jar.file} {jar.sha256}" for jar in jars).encode()).hexdigest()[:12]
    return JarList(data["languagetool"], data["main_class"], key, jars)


def jar_folder() -> Path:
    """Return the folder of the complete set, whether it is there or not."""
    jars = jar_list()
    return cache_folder() / f"languagetool-{jars.version}-{jars.key}"


def missing_jars(folder: Path) -> tuple[Jar, ...]:
    """Return the jars that ``folder`` lacks or has in another size (0.3 ms: the hashes were checked when it was
    filled).
    """

    def size(jar: Jar) -> int:
        try:
            return os.stat(folder / jar.file).st_size  # noqa: PTH116 - 49 of them on every run with grammar
        except OSError:
            return -1

    return tuple(jar for jar in jar_list().jars if size(jar) != jar.size)


def class_path() -> str:
    """Return the class path of the installed set. Raises GrammarUnavailable where it is not complete."""
    folder = jar_folder()
    missing = missing_jars(folder)
    if missing:
        jars = jar_list()
        some = "" if len(missing) == len(jars.jars) else f" ({len(missing)} of its {len(jars.jars)} jars are missing)"
        raise GrammarUnavailable(
            f"LanguageTool {jars.version} is not installed in {folder}{some}", "Run: newslint grammar install"
        )
    return os.pathsep.join(str(folder / jar.file) for jar in jar_list().jars)


def file_sha256(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_right(jar: Jar, path: Path) -> bool:
    """Say whether ``path`` is this jar, byte for byte."""
    try:
        return path.stat().st_size == jar.size and file_sha256(path) == jar.sha256
    except OSError:
        return False
