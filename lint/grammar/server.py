"""The server that a run asks: what it must offer, and the private one, which lives as long as the run.

The shared one is in `shared`. Neither looks for anything or starts anything before its address is asked for: a run
whose answers are all in the cache needs no server.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from threading import Event, Lock
from typing import TYPE_CHECKING, Protocol

from .errors import stopped_error
from .jars import jar_list
from .setup import Setup, find_setup

if TYPE_CHECKING:
    from .jvm import Jvm

__all__ = ["PrivateServer", "Renewals", "Server", "private_server", "wants_private"]


class Server(Protocol):
    """A LanguageTool server that can be asked. All of it may be called from any thread."""

    @property
    def url(self) -> str:
        """The address, without the API's path: "http://127.0.0.1:40001/". Ask for it anew before each request or two:
        it is then known that the server is still ours.

        Nothing is looked for or started before it is first asked for; waits until the server answers. Raises
        GrammarUnavailable where something is missing here, GrammarFailed where the server does not answer.
        """
        ...

    @property
    def version(self) -> str:
        """LanguageTool's version: "6.8". Starts nothing."""
        ...

    def renew(self) -> bool:
        """Forget the server, since the connection was refused or broke; the next `url` looks for or starts another.

        False where another try is pointless: it was lost twice already in this run, or it was stopped.
        """
        ...

    def stop(self) -> None:
        """End what is ours: a private server ends, a shared one is left running. A waiting `url` raises. May be called
        again.
        """
        ...


def wants_private(environ: Mapping[str, str]) -> bool:
    """Say whether this is a machine of continuous integration, where nothing may outlive the run: CI is set, and not
    to "", "0" or "false".
    """
    return environ.get("CI", "").strip().lower() not in ("", "0", "false")


class Renewals:
    """Counts how often a run has lost its server, so that a server that always breaks does not make it endless."""

    # Several requests are under way when a server is lost, and each says so: only the first of them is a loss.
    _LOSSES = 2
    _CALLS = 8

    def __init__(self) -> None:
        self._losses = 0
        self._calls = 0

    def another(self, *, lost: bool) -> bool:
        self._calls += 1
        self._losses += lost
        return self._losses <= self._LOSSES and self._calls <= self._CALLS


class PrivateServer:
    """A server of our own."""

    def __init__(self, find_setup: Callable[[], Setup]) -> None:
        self._find_setup = find_setup
        self._lock = Lock()  # held while a server is being started; `stop` does without
        self._renewals = Renewals()
        self._jvm: Jvm | None = None
        self._ready = False
        self._stopped = Event()

    @property
    def pid(self) -> int:
        """The process of the server, which is started if it is not yet; it need not answer yet."""
        with self._lock:
            return self._started().pid

    @property
    def url(self) -> str:
        with self._lock:
            jvm = self._started()
            if not self._ready:
                jvm.wait()
                self._ready = True
            return jvm.url

    @property
    def version(self) -> str:
        return jar_list().version

    def renew(self) -> bool:
        with self._lock:
            lost = self._jvm is not None and not self._jvm.healthy(5.0)
            if lost:
                self._end()
            return self._renewals.another(lost=lost) and not self._stopped.is_set()

    def stop(self) -> None:
        self._stopped.set()
        self._end()

    def _started(self) -> Jvm:
        if self._stopped.is_set():
            raise stopped_error()
        if self._jvm is None:
            from .flags import ONE_RUN
            from .jvm import Jvm

            jvm = self._jvm = Jvm(self._find_setup(), ONE_RUN)
            self._ready = False
            if self._stopped.is_set():  # meanwhile, by another thread, which saw none
                jvm.stop()
                raise stopped_error()
        return self._jvm

    def _end(self) -> None:
        jvm, self._jvm = self._jvm, None
        if jvm is not None:
            jvm.stop()


@contextmanager
def private_server(setup: Setup | Callable[[], Setup] = find_setup) -> Iterator[PrivateServer]:
    """Offer a server of our own and end it with the block, also on an error, Ctrl-C and SIGTERM; if we are killed, it
    dies with us.

    It starts when its `url` or `pid` is first asked for; with it ``setup`` is called where it is a function.
    """
    from .process import ends_on_sigterm

    with ends_on_sigterm():
        server = PrivateServer((lambda: setup) if isinstance(setup, Setup) else setup)
        try:
            yield server
        finally:
            server.stop()
