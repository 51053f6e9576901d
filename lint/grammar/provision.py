"""Installing LanguageTool's jars: all of them or none, every byte checked.

The jars are gathered in a folder of their own beside the final place, each held against its size and SHA-256, and the
folder is renamed when the set is complete. Whatever ends the process at whatever point, the final place holds the old
state or the new one. Two installations at once do not meet: each gathers in its own folder, and the later one finds the
work done. A gathering folder has the key of a file beside it that is locked as long as the installation lives (see
`newfile`); the next installation removes what the killed have left.

The set is fetched artifact by artifact, by pinned coordinate: resolving the projects' own dependencies would take a
minute and a half instead of some seconds. `jgo` knows the public repository; NEWSLINT_MAVEN_MIRROR names another.
"""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from threading import Event, Lock
from typing import IO

from ..cache import make_folder
from ..newfile import aside_key, aside_name, open_aside, remove_stale
from ..text.regex import regex
from .errors import InstallFailed
from .jars import Jar, is_complete, is_right, jar_folder, jar_list

Progress = Callable[[int, int], None]
"""Told, as often as bytes come in: bytes so far, bytes in all. Called from one thread at a time."""

MIRROR = "NEWSLINT_MAVEN_MIRROR"
_OFFLINE = (
    f"Check the network and the proxy settings, set {MIRROR} to a Maven repository you can reach, "
    "or fetch the jars elsewhere and run: newslint grammar install --from FOLDER_OR_ZIP"
)
_THREADS = 8
_FOLDER_MODE, _FILE_MODE = 0o755, 0o644
"""At most, whatever the umask: what others could write they could have us run."""
_TRIES = 3
_TIMEOUT_S = 30
_INCOMING = ".incoming-"
_OLD = ".old-"
# A folder of an earlier version, which has no lock. The longest real installation takes minutes.
_STALE_S = 6 * 3600


def install(progress: Progress | None = None, source: Path | None = None) -> Path:
    """Install the jars and return their folder; where every one is there and right, nothing is fetched.

    ``source`` is a folder or a zip file that holds them (anywhere inside, also as a Maven repository), for machines
    without a network. Raises InstallFailed, which leaves what was there.
    """
    target = jar_folder()
    jars = jar_list().jars
    _sweep(target.parent)
    if is_complete(target):
        return target
    try:
        make_folder(target.parent)
        aside, lock = open_aside(target.parent)
    except OSError as error:
        raise _cannot_write(target.parent, error) from error
    incoming = target.parent / f"{_INCOMING}{aside_key(aside)}"
    try:
        incoming.mkdir(mode=0o700)
        ready = incoming / "jars"
        ready.mkdir(mode=_FOLDER_MODE)
        count = _Counter(progress, sum(jar.size for jar in jars))
        kept = [jar for jar in jars if is_right(jar, target / jar.file)]
        for jar in kept:
            shutil.copyfile(target / jar.file, ready / jar.file)
            count.add(jar.size)
        wanted = [jar for jar in jars if jar not in kept]
        if source is None:
            _fetch(wanted, incoming / "repository", ready, count)
        else:
            _copy(wanted, source, ready, count)
        _sync(ready)
        _put_in_place(ready, target)
    except OSError as error:
        raise _cannot_write(target.parent, error) from error
    finally:
        shutil.rmtree(incoming, ignore_errors=True)
        with suppress(OSError):
            aside.unlink()
        os.close(lock)
    return target


class _Counter:
    """Adds up bytes from many threads; a download that starts again takes its bytes back."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = 0
        self._lock = Lock()

    def add(self, size: int) -> None:
        with self._lock:
            self._done += size
            if self._progress is not None:
                self._progress(min(self._done, self._total), self._total)


def _fetch(wanted: list[Jar], repository: Path, ready: Path, count: _Counter) -> None:
    stop = Event()
    with ThreadPoolExecutor(_THREADS) as pool:
        # The big ones first: the last to finish is then a small one.
        jobs = [pool.submit(_fetch_one, jar, repository, ready, count, stop) for jar in sorted(wanted, key=_by_size)]
        try:
            for job in as_completed(jobs):
                job.result()
        except BaseException:
            stop.set()
            pool.shutdown(cancel_futures=True)
            raise


def _by_size(jar: Jar) -> int:
    return -jar.size


class _Stopped(Exception):  # noqa: N818 - not an error
    """Another thread failed, or the user pressed Ctrl-C."""


def _fetch_one(jar: Jar, repository: Path, ready: Path, count: _Counter, stop: Event) -> None:
    from jgo.maven import MavenContext, PythonResolver

    got = 0

    @contextmanager
    def watch(_name: str, _size: int) -> Iterator[Callable[[int], None]]:
        def update(size: int) -> None:
            nonlocal got
            if stop.is_set():
                raise _Stopped
            got += size
            count.add(size)

        yield update

    mirror = os.environ.get(MIRROR, "").rstrip("/")
    context = MavenContext(
        resolver=PythonResolver(progress_callback=watch),
        repo_cache=repository,
        remote_repos={"mirror": mirror} if mirror else None,
        timeout=_TIMEOUT_S,
    )
    group, artifact, version = jar.coordinate.split(":")
    reason = ""
    for attempt in range(_TRIES):
        if stop.is_set():
            return
        item = context.project(group, artifact).at_version(version).artifact()
        partial = item.cached_path
        try:
            path = item.resolve()
        except _Stopped:
            return
        # The library passes on whatever requests, ssl or the disk raise, and a RuntimeError for "not found".
        except Exception as error:
            if isinstance(error, OSError) and error.errno in _OF_THE_DISK:
                raise
            reason = _short(error)
        else:
            if is_right(jar, path):
                path.replace(ready / jar.file)
                count.add(jar.size - got)
                return
            reason = f"size or SHA-256 is wrong ({path.stat().st_size} of {jar.size} bytes came)"
        if partial is not None:
            partial.unlink(missing_ok=True)
        count.add(-got)
        got = 0
        stop.wait(attempt)
    where = f" from {mirror}" if mirror else ""
    raise InstallFailed(f"Could not fetch {jar.coordinate}{where}: {reason}", _OFFLINE)


_OF_THE_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG)


def _short(error: Exception) -> str:
    text = " ".join(str(error).split())
    return (text[:200] + " ...") if len(text) > 200 else text or type(error).__name__


def _copy(wanted: list[Jar], source: Path, ready: Path, count: _Counter) -> None:
    try:
        if source.is_dir():
            lacking = _copy_from_folder(wanted, source, ready, count)
        elif zipfile.is_zipfile(source):
            with zipfile.ZipFile(source) as archive:
                lacking = _copy_from_zip(wanted, archive, ready, count)
        else:
            kind = "is neither a folder nor a zip file" if source.exists() else "does not exist"
            raise InstallFailed(f"{source} {kind}", "Name a folder or a zip file that holds LanguageTool's jars.")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise InstallFailed(f"{source} cannot be read: {_short(error)}", "Make the zip file again.") from error
    if lacking:
        names = ", ".join(jar.file for jar in lacking[:5]) + (" ..." if len(lacking) > 5 else "")
        raise InstallFailed(
            f"{source} lacks {len(lacking)} of {len(wanted)} jars, or has them in another version: {names}",
            "Put exactly the jars listed in newslint's lint/grammar/jars.json there.",
        )


def _copy_from_folder(wanted: list[Jar], source: Path, ready: Path, count: _Counter) -> list[Jar]:
    by_name: dict[str, list[Path]] = {}
    for path in source.rglob("*.jar"):
        by_name.setdefault(path.name, []).append(path)
    lacking = []
    for jar in wanted:
        copied = ready / jar.file
        for path in sorted(by_name.get(jar.file, ())):
            if path.stat().st_size == jar.size:
                shutil.copyfile(path, copied)
                if is_right(jar, copied):
                    count.add(jar.size)
                    break
        else:
            copied.unlink(missing_ok=True)
            lacking.append(jar)
    return lacking


def _copy_from_zip(wanted: list[Jar], archive: zipfile.ZipFile, ready: Path, count: _Counter) -> list[Jar]:
    members: Mapping[tuple[str, int], zipfile.ZipInfo] = {
        (PurePosixPath(info.filename).name, info.file_size): info for info in archive.infolist()
    }
    lacking = []
    for jar in wanted:
        copied = ready / jar.file
        info = members.get((jar.file, jar.size))
        if info is not None:
            with archive.open(info) as member, copied.open("wb") as out:
                _copy_bytes(member, out, jar.size)
        if info is not None and is_right(jar, copied):
            count.add(jar.size)
        else:
            copied.unlink(missing_ok=True)
            lacking.append(jar)
    return lacking


def _copy_bytes(source: IO[bytes], out: IO[bytes], size: int) -> None:
    """Copy at most ``size`` + 1 bytes: a member that unpacks to more than it announced is wrong, not a reason to fill
    the disk.
    """
    left = size + 1
    while left > 0:
        chunk = source.read(min(left, 1 << 20))
        if not chunk:
            return
        out.write(chunk)
        left -= len(chunk)


def _sync(folder: Path) -> None:
    """Push the files to the disk before the rename: after a power cut a name must not stand for an empty file."""
    for path in folder.iterdir():
        path.chmod(path.stat().st_mode & _FILE_MODE)
        with path.open("rb+") as file:
            os.fsync(file.fileno())


def _put_in_place(ready: Path, target: Path) -> None:
    for _ in range(_TRIES):
        try:
            ready.rename(target)
            return
        except OSError:
            if not target.exists():
                raise
        if is_complete(target):
            return  # another installation was quicker
        # What is there is not a complete set: out of the way with it, and once more.
        old = Path(tempfile.mkdtemp(prefix=_OLD, dir=ready.parent))
        try:
            target.rename(old / target.name)
        except FileNotFoundError:
            pass
        finally:
            shutil.rmtree(old, ignore_errors=True)
    raise InstallFailed(f"{target} is being changed by something else", "Run: newslint grammar install")


def _sweep(folder: Path) -> None:
    """Remove what killed installations left behind. Nothing is raised."""
    remove_stale(folder)
    with suppress(OSError):
        for path in list(folder.iterdir()):
            if path.name.startswith((_INCOMING, _OLD)) and _is_left(path):
                shutil.rmtree(path, ignore_errors=True)


def _is_left(folder: Path) -> bool:
    key = folder.name.removeprefix(_INCOMING)
    if regex("[0-9a-f]{16}").fullmatch(key):
        return not folder.with_name(aside_name(key)).exists()
    try:
        return abs(time.time() - folder.stat().st_mtime) > _STALE_S  # a clock may have been set back, too
    except OSError:
        return False


def _cannot_write(folder: Path, error: OSError) -> InstallFailed:
    return InstallFailed(
        f"Cannot install LanguageTool in {folder}: {error.strerror or error}",
        "Free some space or set NEWSLINT_CACHE to a folder you can write to.",
    )
