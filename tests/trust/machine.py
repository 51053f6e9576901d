"""What a faulty machine is made of: small and read-only disks, users without rights, a cache of one's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from newslint.rulebook.compiled import load_compiled

NOBODY = "54321"
"""A user that no machine knows, and so without a home folder."""

STORY = "Zoo moves otters\n\nThe otters were moved to to the new pond on Monday, as the keepers had hoped.\n"
MENDED = STORY.replace("to to", "to")
PLAIN = ("--isolated", "--grammar", "off", "--select", "repetition/doubled-word")
"""Options of a check of which the issue is known."""


class NotHereError(Exception):
    """This machine cannot be made faulty in this way; the text says why."""


class Done(subprocess.CompletedProcess[str]):
    """A command that has ended."""

    @property
    def said(self) -> str:
        """All that it wrote. A traceback is none of what a fault may end in."""
        text = f"{self.stdout}{self.stderr}"
        assert "Traceback" not in text, text
        return text


def run(
    *words: str | Path,
    where: Path,
    cache: Path | None = None,
    before: Sequence[str] = (),
    environment: Mapping[str, str] | None = None,
    code: str = "",
    stdin: str | None = None,
) -> Done:
    """Run the command in a folder. ``before`` is what starts it, ``code`` what Python runs in place of it."""
    own = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "CI")}
    own |= {"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    if cache is not None:
        own["NEWSLINT_CACHE"] = str(cache)
    own |= environment or {}
    program = ["-c", code] if code else ["-m", "newslint"]
    done = subprocess.run(
        [*before, sys.executable, *program, *map(str, words)],
        cwd=where,
        env={name: value for name, value in own.items() if value},
        input=stdin,
        stdin=subprocess.DEVNULL if stdin is None else None,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    return Done(done.args, done.returncode, done.stdout, done.stderr)


def books_into(cache: Path) -> None:
    """Let a cache begin with the compiled rulebook: to make one takes ten seconds."""
    cache.mkdir(mode=0o700, parents=True, exist_ok=True)
    checks, _ = load_compiled()
    if checks[0].book is None:  # it was made just now
        checks, _ = load_compiled()
    if checks[0].book is None:
        raise NotHereError("no compiled rulebook can be kept in the user's cache")
    place = Path(checks[0].book._file.path)
    shutil.copy(place, cache / place.name)
    (cache / place.name).chmod(0o600)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


class Disk:
    """A small disk of its own, in a mount namespace of its own: commands with ``before`` see it at ``path``, and this
    process sees it at ``seen``.
    """

    def __init__(self, path: Path, holder: int) -> None:
        self.path = path
        self.seen = Path(f"/proc/{holder}/root{path}")
        enter = 'cd "$1" && shift && exec "$@"'
        self.before = ("nsenter", "--mount", "--target", str(holder), "--", "sh", "-c", enter, "sh", str(path))

    def fill(self) -> None:
        """Leave no room at all."""
        with (self.seen / "rest").open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(4096))
            except OSError:
                pass
        assert os.statvfs(self.seen).f_bavail == 0

    def make_room(self) -> None:
        (self.seen / "rest").unlink()

    def remount(self, how: str) -> None:
        subprocess.run([*self.before, "mount", "-o", f"remount,{how}", str(self.path)], check=True)


@contextmanager
def small_disk(path: Path, size: str = "256k") -> Iterator[Disk]:
    """Mount a small disk at ``path``; it is gone with the block. Raises NotHereError."""
    for tool in ("unshare", "nsenter", "mount"):
        if shutil.which(tool) is None:
            raise NotHereError(f"there is no {tool}")
    path.mkdir(parents=True, exist_ok=True)
    script = 'mount -t tmpfs -o "size=$2,mode=755" tmpfs "$1" && echo mounted && read -r _'
    holder = subprocess.Popen(
        ["unshare", "--mount", "sh", "-c", script, "sh", str(path), size],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert holder.stdout is not None
        if holder.stdout.readline() != "mounted\n":
            raise NotHereError("a small disk may not be mounted here, as only root may")
        yield Disk(path, holder.pid)
    finally:
        holder.communicate("\n")


def without_rights() -> tuple[str, ...]:
    """Return what starts a command as a user who may read everything, so that Python can be found, and write nothing.

    Raises NotHereError.
    """
    if os.name != "posix" or os.geteuid() != 0:
        raise NotHereError("only root can become another user")
    if shutil.which("setpriv") is None:
        raise NotHereError("there is no setpriv")
    reading = ("--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search", "--bounding-set=-all,+dac_read_search")
    words = ("setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups", *reading)
    if subprocess.run([*words, "true"], capture_output=True, check=False).returncode:
        raise NotHereError("no capability can be handed on here")
    return words
