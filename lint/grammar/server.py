"""A private LanguageTool server: started for one run, on the loopback interface, gone when the run ends."""

from __future__ import annotations

import http.client
import os
import socket
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import msgspec

from .custom import custom_folder
from .errors import GrammarFailed
from .jars import class_path, jar_list
from .java import Java, find_java
from .process import Child, ends_on_sigterm

HOST = "127.0.0.1"

# Measured on news copy, one run of one process: the serial collector halves the memory; without the second compiler the
# first check comes a second earlier (a server that lives longer wants it); no delay saves 40 ms a request; the cached
# pipelines make a request six times cheaper, and need the result cache's size to be above 0.
_JVM = (
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-Xshare:auto",
    "-Xmx512m",
    "-Dsun.net.httpserver.nodelay=true",
    "-Djava.awt.headless=true",
    "-Dfile.encoding=UTF-8",
)
_CONFIG = "pipelineCaching=true\ncacheSize=1000\nmaxPipelinePoolSize=8\npipelineExpireTimeInSeconds=3600\n"
_READY_S = 60.0
_PORTS_TO_TRY = 5
_MEND_START = (
    "Run it again; if it fails again, check that Java can start (java -version) and that 400 MB of memory are free."
)


class Server(Protocol):
    """A LanguageTool server that can be asked: a private one now, a shared one when there is one."""

    @property
    def url(self) -> str:
        """The address, without the API's path: "http://127.0.0.1:40001/". Waits until the server answers.

        Raises GrammarFailed where it does not.
        """
        ...

    def stop(self) -> None:
        """End a server that hangs; requests under way break off. May be called again."""
        ...


class Setup(msgspec.Struct, frozen=True):
    """What a server needs: a Java, the class path, which holds our own rules first (see `custom`)."""

    java: Java
    class_path: str


def find_setup(rules: str = "") -> Setup:
    """Look for the jars and a Java; ``rules`` is the XML of our own rules.

    Raises GrammarUnavailable, with the command that mends it, and GrammarFailed where the rules cannot be written.
    """
    jars = class_path()
    java = find_java()
    if rules:
        jars = os.pathsep.join((str(custom_folder(rules)), jars))
    return Setup(class_path=jars, java=java)


class PrivateServer:
    """A server of our own. It starts at once; `url` waits for it, so that other work can be done meanwhile."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._folder = tempfile.TemporaryDirectory(prefix="newslint-", ignore_cleanup_errors=True)
        self._port = 0
        self._ready = False
        self._stopped = False
        self._deadline = time.monotonic() + _READY_S
        try:
            self._config = Path(self._folder.name) / "server.properties"
            self._config.write_text(_CONFIG, encoding="utf-8")
            self._child = self._spawn()
        except BaseException:
            self._folder.cleanup()
            raise

    @property
    def pid(self) -> int:
        return self._child.pid

    @property
    def url(self) -> str:
        if not self._ready:
            self._wait()
            self._ready = True
        return f"http://{HOST}:{self._port}/"

    def stop(self) -> None:
        self._stopped = True
        self._child.stop()
        self._folder.cleanup()

    def _spawn(self) -> Child:
        self._port = _free_port()
        command = [
            str(self._setup.java.path),
            *_JVM,
            "-cp",
            self._setup.class_path,
            jar_list().main_class,
            "--config",
            str(self._config),
            "--port",
            str(self._port),
        ]
        try:
            return Child(command, Path(self._folder.name))
        except OSError as error:
            raise GrammarFailed(f"Java ({self._setup.java.path}) could not be started: {error}", _MEND_START) from error

    def _wait(self) -> None:
        tries = 1
        while True:
            if self._stopped:
                raise GrammarFailed("The LanguageTool server was stopped", "Run it again.")
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
            if any("Server started" in line for line in self._child.output()) and _healthy(self._port):
                return
            if time.monotonic() > self._deadline:
                output = self._child.output()
                self._child.stop()
                raise GrammarFailed(
                    f"The LanguageTool server was not ready after {_READY_S:.0f} seconds{_last(output)}", _MEND_START
                )
            time.sleep(0.02)


@contextmanager
def private_server(setup: Setup | None = None) -> Iterator[PrivateServer]:
    """Start a server and end it with the block, also on an error, Ctrl-C and SIGTERM; if we are killed, it dies with
    us.

    The server is starting when the block is entered: its `url` waits until it answers. Raises GrammarUnavailable where
    the jars or a Java are missing, GrammarFailed where Java cannot be started.
    """
    with ends_on_sigterm():
        server = PrivateServer(setup or find_setup())
        try:
            yield server
        finally:
            server.stop()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _healthy(port: int) -> bool:
    connection = http.client.HTTPConnection(HOST, port, timeout=2)
    try:
        connection.request("GET", "/v2/healthcheck")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _last(output: tuple[str, ...]) -> str:
    said = [line for line in output if line.strip()]
    return f"; it said: {said[-1][:300]}" if said else ""
