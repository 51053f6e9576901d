"""LanguageTool's jars: which they are (facts in `jars.json`), where they are kept, and whether they are all there."""

from __future__ import annotations

import hashlib
import os
import stat
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


def jar_folder_name() -> str:
    """Return the name of the folder of the complete set, which stands for its content."""
    jars = jar_list()
    return f"languagetool-{jars.version}-{jars.key}"


def jar_folder() -> Path:
    """Return the folder of the complete set, whether it is there or not.

    Raises GrammarUnavailable where there is no home folder that it could be in.
    """
    try:
        return cache_folder() / jar_folder_name()
    except RuntimeError:
        raise GrammarUnavailable(
            f"There is no home folder that could hold LanguageTool {jar_list().version}",
            "Set NEWSLINT_CACHE to a folder you can write to.",
        ) from None


def missing_jars(folder: Path) -> tuple[Jar, ...]:
    """Return the jars that ``folder`` lacks, has in another size or as a link (0.3 ms: the hashes are checked when it
    is filled and before each start of a server, see `verified`).
    """

    def size(jar: Jar) -> int:
        try:
            return os.lstat(folder / jar.file).st_size
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
    """Say whether ``path`` is this jar, byte for byte, and a file of its own: what a link leads to may change."""
    try:
        status = path.lstat()
        return stat.S_ISREG(status.st_mode) and status.st_size == jar.size and file_sha256(path) == jar.sha256
    except OSError:
        return False


def wrong_jars(folder: Path) -> tuple[str, ...]:
    """Return the names of jars that are not there, or not byte for byte what they must be (0.1 s)."""
    return tuple(jar.file for jar in jar_list().jars if not is_right(jar, folder / jar.file))


def strangers(folder: Path) -> tuple[str, ...]:
    """Return the names of what lies in ``folder`` beside the jars, but for hidden files.

    It does not belong there: LanguageTool's manifest puts the folder itself, and dozens of jars in its `libs`, onto the
    class path, before most of ours.
    """
    ours = {jar.file for jar in jar_list().jars}
    try:
        return tuple(sorted(name for name in os.listdir(folder) if name not in ours and not name.startswith(".")))  # noqa: PTH208
    except OSError:
        return ()


def is_complete(folder: Path) -> bool:
    """Say whether ``folder`` holds the whole set, byte for byte, and nothing else."""
    return not strangers(folder) and not wrong_jars(folder)
