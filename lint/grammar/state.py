"""What is known of the shared servers of this user: the folder with their state files, and whether a file is true.

The files of a server are named for its key, which is a hash of all that makes it what it is, so that two projects with
the same rules share one and nobody gets another's answers:

    KEY.lock    locked by the supervisor as long as it lives; holds its process
    KEY.json    the state, written in one step when the server can be asked, removed before it ends
    KEY.lease   touched by every client; a server whose lease rests for long ends
    KEY.log     what the supervisor has said

Only the holder of the lock removes files. The folder is the user's alone (0700, the files 0600): what is in it was
written by us. It may be out of date all the same, after a power cut or kill -9, and by then its port may belong to any
program: to send it copy would be a leak. So a state is believed only where the process it names

- is there, was created at the recorded moment (a process id alone may have been given away again) and is ours,
- has a command line that says: LanguageTool, this key, this port,
- and, on Linux, sees the same network as we do (a container may share our folder and not our loopback interface).

That proves the port: the server binds it once, before the state is written, holds it until it ends, and ends if it
cannot have it; no other process can listen there meanwhile. It is looked at anew each time the address is asked for.
"""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import msgspec

from .errors import GrammarFailed
from .flags import CONFIG, HOST, MANY_RUNS, key_flag, port_arguments
from .jars import jar_list
from .setup import Setup

PROTOCOL = 1
"""Raise it when a supervisor and a client of different versions of newslint would misunderstand each other."""

FOLDER = "NEWSLINT_RUNTIME"
_JAVA_OPTIONS = ("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")


class UnsafeFolder(GrammarFailed):
    """The runtime folder cannot be trusted, or cannot be made: a shared server is neither used nor started."""


class Process(msgspec.Struct, frozen=True):
    """A process, told from any other that gets the same id: ``created`` is in units of the platform."""

    pid: int
    created: float

    def alive(self) -> bool:
        return created(self.pid) == self.created


class State(msgspec.Struct, frozen=True):
    """A server that can be asked; or, where ``failed`` is set, why it could not be started (then nothing else counts).

    ``since`` is in seconds since 1970, ``variant`` what it was prewarmed for ("en-AU").
    """

    key: str
    supervisor: Process
    java: Process
    port: int
    version: str
    variant: str
    since: float
    failed: str = ""
    mend: str = ""

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}/"


class Files(msgspec.Struct, frozen=True):
    """The files of one server."""

    folder: Path
    key: str

    @property
    def lock(self) -> Path:
        return self.folder / f"{self.key}.lock"

    @property
    def state(self) -> Path:
        return self.folder / f"{self.key}.json"

    @property
    def lease(self) -> Path:
        return self.folder / f"{self.key}.lease"

    @property
    def log(self) -> Path:
        return self.folder / f"{self.key}.log"


def server_key(setup: Setup) -> str:
    """Return sixteen hexadecimal figures that stand for all that makes a server what it is.

    The class path holds the folders of the jars and of our own rules, both named for their content.
    """
    import hashlib

    parts = (
        str(PROTOCOL),
        jar_list().key,
        str(setup.java.path),
        str(setup.java.version),
        setup.class_path,
        *MANY_RUNS,
        repr(sorted(CONFIG.items())),
        *(os.environ.get(name, "") for name in _JAVA_OPTIONS),
    )
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def runtime_folder() -> Path:
    """Return the folder of the state files, which may not exist: NEWSLINT_RUNTIME, else this platform's for the user.

    On Linux it is what platformdirs says, without the 8 ms that its import takes and without its warning where
    XDG_RUNTIME_DIR is not set.
    """
    named = os.environ.get(FOLDER)
    if named:
        return Path(named).expanduser().absolute()
    if sys.platform != "linux":
        from platformdirs import user_runtime_path

        return user_runtime_path("newslint", appauthor=False)
    for place in (os.environ.get("XDG_RUNTIME_DIR"), f"/run/user/{os.getuid()}"):
        if place and Path(place).is_absolute() and _problem(Path(place), absent="it is not there") is None:
            return Path(place) / "newslint"
    return Path(os.environ.get("TMPDIR") or "/tmp") / f"runtime-{os.getuid()}" / "newslint"


def safe_folder() -> Path:
    """Return the runtime folder, made if need be, after a look at who may write there. Raises UnsafeFolder."""
    folder = runtime_folder()
    try:
        if not folder.is_dir():
            folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            folder.mkdir(mode=0o700, exist_ok=True)
        problem = _problem(folder)
        if problem is None and sys.platform != "win32" and stat.S_IMODE(folder.stat().st_mode) != 0o700:
            folder.chmod(0o700)
    except OSError as error:
        problem = (error.strerror or "it cannot be made").lower()
    if problem is not None:
        raise UnsafeFolder(
            f"No shared LanguageTool server: {folder} cannot be used ({problem})",
            f"Remove it, or set {FOLDER} to a folder of your own.",
        )
    return folder


def _problem(folder: Path, absent: str | None = None) -> str | None:
    """Say why a folder must not be trusted: others could put files there, or put another folder in its place."""
    if sys.platform == "win32":
        return None  # the user's own part of the disk, where Windows lets nobody else in
    try:
        own, above = folder.lstat(), folder.parent.resolve().stat()
    except FileNotFoundError:
        return absent
    if not stat.S_ISDIR(own.st_mode):
        return "it is not a folder"
    if own.st_uid != os.geteuid():
        return "it belongs to another user"
    if own.st_mode & 0o022:
        return "others may write there"
    if above.st_uid not in (0, os.geteuid()):
        return "the folder above it belongs to another user"
    if above.st_mode & stat.S_IWOTH and not above.st_mode & stat.S_ISVTX:
        return "others may write to the folder above it"
    return None


def read_state(path: Path) -> State | None:
    """Return what a state file says, true or not; None where there is none or it cannot be read."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=State)
    except (OSError, msgspec.DecodeError):
        return None


def write_state(path: Path, state: State) -> None:
    """Put a state file in place in one step. Raises OSError."""
    temporary = path.with_suffix(".new")
    temporary.unlink(missing_ok=True)
    with open(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:  # noqa: PTH123
        file.write(msgspec.json.encode(state))
    temporary.replace(path)


def is_true(state: State) -> bool:
    """Say whether the server of a state is there, and the port its own (see above)."""
    java = state.java
    if state.failed or state.version != jar_list().version or not java.alive() or not _is_ours(java.pid):
        return False
    words = command_line(java.pid)
    place = words.index("--port") if "--port" in words else len(words)
    return (
        jar_list().main_class in words
        and key_flag(state.key) in words
        and tuple(words[place : place + 2]) == port_arguments(state.port)
    )


# psutil would say all of this, but its import alone takes 17 ms, as long as all the rest of finding a warm server.
# Linux says it in files: the start of a process, in ticks since the machine's start, is the 22nd field of its `stat`,
# and the second field, its name in parentheses, may hold anything. A zombie is as good as gone.
if sys.platform == "linux":

    def created(pid: int) -> float | None:
        """Return when a process was created, in units of the platform; None where there is none."""
        try:
            fields = Path(f"/proc/{pid}/stat").read_bytes().rpartition(b") ")[2].split()
            return None if fields[0] in (b"Z", b"X") else float(fields[19])
        except (OSError, IndexError, ValueError):
            return None

    def command_line(pid: int) -> list[str]:
        """Return a process's program and its arguments; empty where there is none."""
        try:
            return [os.fsdecode(word) for word in Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")]
        except OSError:
            return []

    def _is_ours(pid: int) -> bool:
        try:
            return os.stat(f"/proc/{pid}").st_uid == os.geteuid() and (  # noqa: PTH116
                os.readlink(f"/proc/{pid}/ns/net") == os.readlink("/proc/self/ns/net")  # noqa: PTH115
            )
        except OSError:
            return False
else:

    def created(pid: int) -> float | None:
        """Return when a process was created, in units of the platform; None where there is none."""
        import psutil

        try:
            process = psutil.Process(pid)
            return None if process.status() == psutil.STATUS_ZOMBIE else process.create_time()
        except psutil.Error:
            return None

    def command_line(pid: int) -> list[str]:
        """Return a process's program and its arguments; empty where there is none."""
        import psutil

        try:
            return psutil.Process(pid).cmdline()
        except psutil.Error:
            return []

    def _is_ours(pid: int) -> bool:
        import psutil

        try:
            return psutil.Process(pid).username() == psutil.Process().username()
        except psutil.Error:
            return False


def this_process() -> Process:
    pid = os.getpid()
    return Process(pid, created(pid) or 0.0)
