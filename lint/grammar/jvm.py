"""One LanguageTool server as a child process of ours: started, waited for, asked whether it is well, ended.

Its imports take 25 ms: who only looks for a server that runs already does not need this module.
"""

from __future__ import annotations

import http.client
import socket
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from threading import Event
from urllib.parse import urlencode

from ..text.regex import regex
from .errors import GrammarFailed, stopped_error
from .flags import CONFIG, HOST, port_arguments
from .jars import jar_list
from .process import Child
from .setup import Setup
from .verified import verify

READY_S = 60.0
"""Seconds until a server must answer: twenty times what it takes on two cores."""

_PORTS_TO_TRY = 5
_PLACE = regex(
    r"\s+at [\w.$<>/@-]+\([\w.: -]*\)(?: ~?\[[\w.:!?-]*\])?|\s*\.\.\. \d+ (?:more|common frames omitted)"
    r"|# A fatal error has been detected by the Java Runtime Environment:|# +SIG[A-Z]+ \(0x\w+\) at pc=0x\w+.*"
)
_ERROR = regex(r"\b(?:[a-z]\w*\.){2,}[A-Z][\w$]*(?:Error|Exception)\b(?:: (?:Java heap space|Metaspace)\b)?")
_MEND_START = (
    "Run it again; if it fails again, check that Java can start (java -version) and that 400 MB of memory are free."
)


class Jvm:
    """A server that is starting or runs. It is started at once, once what it is made of was verified; `wait` waits
    until it answers. No locks: one thread, but `stop` may come from any.
    """

    def __init__(self, setup: Setup, flags: Sequence[str], ready_s: float = READY_S) -> None:
        """Raises GrammarFailed where a part is not what was installed (see `verified`), or Java cannot be started."""
        verify(setup)
        self.port = 0
        self._setup = setup
        self._flags = flags
        self._ready_s = ready_s
        self._stopped = Event()
        self._deadline = time.monotonic() + ready_s
        self._folder = tempfile.TemporaryDirectory(prefix="newslint-", ignore_cleanup_errors=True)
        try:
            self._config = Path(self._folder.name) / "server.properties"
            _write_config(self._config)
            self._child = self._spawn()
        except BaseException:
            self._folder.cleanup()
            raise

    @property
    def pid(self) -> int:
        return self._child.pid

    @property
    def folder(self) -> Path:
        """The folder that the server runs in; it is gone after `stop`."""
        return Path(self._folder.name)

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}/"

    def alive(self) -> bool:
        return not self._stopped.is_set() and self._child.alive()

    def output(self) -> tuple[str, ...]:
        """Return the last lines that it wrote."""
        return self._child.output()

    def healthy(self, timeout_s: float = 2.0) -> bool:
        """Say whether it answers within so many seconds."""
        return self.alive() and healthy(self.port, timeout_s)

    def check(self, text: str, variant: str, timeout_s: float) -> None:
        """Have it check a text and forget the answer: the first check of a server loads its rules. Never raises."""
        connection = http.client.HTTPConnection(HOST, self.port, timeout=timeout_s)
        try:
            connection.request(
                "POST",
                "/v2/check",
                urlencode({"language": variant, "text": text}),
                {"Content-Type": "application/x-www-form-urlencoded"},
            )
            connection.getresponse().read()
        except (OSError, http.client.HTTPException):
            pass
        finally:
            connection.close()

    def stop(self) -> None:
        """End it. May be called again, from any thread; a `wait` under way raises."""
        self._stopped.set()
        self._child.stop()
        self._folder.cleanup()

    def wait(self) -> None:
        """Wait until it answers. Raises GrammarFailed where it does not, or was stopped."""
        tries = 1
        while True:
            if self._stopped.is_set():
                self._child.stop()
                raise stopped_error()
            if not self._child.alive():
                output = self._child.output()
                self._child.stop()
                if tries < _PORTS_TO_TRY and any(
                    "BindException" in line or "already in use" in line for line in output
                ):
                    tries += 1  # another program took the port between our look and the server's
                    self._child = self._spawn()
                    continue
                raise GrammarFailed(f"The LanguageTool server ended at once{_last(output)}", _MEND_START)
            # "Server started" is our own child's word: whatever answers on the port, before that it is somebody else.
            if any("Server started" in line for line in self._child.output()) and healthy(self.port, 2.0):
                return
            if time.monotonic() > self._deadline:
                output = self._child.output()
                self._child.stop()
                raise GrammarFailed(
                    f"The LanguageTool server was not ready after {self._ready_s:.0f} seconds{_last(output)}",
                    _MEND_START,
                )
            self._stopped.wait(0.02)

    def _spawn(self) -> Child:
        self.port = _free_port()
        command = [
            str(self._setup.java.path),
            *self._flags,
            "-cp",
            self._setup.class_path,
            jar_list().main_class,
            "--config",
            str(self._config),
            *port_arguments(self.port),
        ]
        try:
            return Child(command, Path(self._folder.name))
        except OSError as error:
            raise GrammarFailed(f"Java ({self._setup.java.path}) could not be started: {error}", _MEND_START) from error


def without_copy(lines: Sequence[str]) -> list[str]:
    """Return of a server's output what cannot quote copy: where it was, and which exceptions it met.

    It is asked not to log what it is asked about; but its rules' own errors quote the sentence that they failed on.
    """
    kept = []
    for line in lines:
        place = _PLACE.fullmatch(line)
        error = None if place else _ERROR.search(line)
        if place:
            kept.append(line)
        elif error:
            kept.append(error[0])
    return kept


def _write_config(path: Path) -> None:
    """Write the server's settings, which language-tool-python knows the names and the types of."""
    from language_tool_python.config_file import LanguageToolConfig  # 0.15 s, where Java takes seconds to start

    written = Path(LanguageToolConfig(dict(CONFIG)).path)
    path.touch(mode=0o600)
    try:
        path.write_bytes(written.read_bytes())
    finally:
        written.unlink(missing_ok=True)


def healthy(port: int, timeout_s: float) -> bool:
    """Say whether the server on this port of the loopback interface says that it is well."""
    connection = http.client.HTTPConnection(HOST, port, timeout=timeout_s)
    try:
        connection.request("GET", "/v2/healthcheck")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _last(output: tuple[str, ...]) -> str:
    said = [line for line in output if line.strip()]
    return f"; it said: {said[-1][:300]}" if said else ""
