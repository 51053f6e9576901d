"""A team's LanguageTool server: a plain one, at an address from the settings, without rules of our own."""

from __future__ import annotations

import threading
import time
from hashlib import blake2b
from typing import TYPE_CHECKING

import msgspec

from .errors import GrammarUnavailable

if TYPE_CHECKING:
    from .results import Results

FRESH_S = 24 * 3600.0
"""Seconds for which a server's version is remembered. What is in the cache for it is believed as long: a server that is
renewed may be a day ahead of what is reported for copy that has not changed."""

TRIES = 3
"""Connections that are tried in a row before the server counts as down."""
PAUSE_S = 0.3
"""Seconds before the second try; before each further one four times as many."""


class _Memory(msgspec.Struct, array_like=True):
    version: str
    since: float  # seconds since 1970


class RemoteServer:
    """A server that others run. It is never started nor stopped, only asked; see `server.Server`."""

    def __init__(self, url: str, results: Results | None, timeout_s: float, pause_s: float = PAUSE_S) -> None:
        """Raises ValueError where the address is none: see `parse_address`."""
        from .address import parse_address  # and with it urllib: only where there is an address

        self._url = url
        self.address = parse_address(url)
        self.name = f"The LanguageTool server at {self.address}"
        self.mend = "See that it runs and can be reached, or leave --grammar-url out to use one on this machine."
        self._results = results
        self._timeout_s = timeout_s
        self._pause_s = pause_s
        self._version = ""
        self._tries = 0
        self._stopped = threading.Event()

    @property
    def url(self) -> str:
        return self._url

    @property
    def version(self) -> str:
        """LanguageTool's version there, remembered for FRESH_S; else the server is asked.

        Raises GrammarUnavailable where it does not say.
        """
        if not self._version:
            self._version = self._remembered() or self._asked()
        return self._version

    def heard(self, version: str | None) -> None:
        """Take note that the server has answered, and of the version that its answer names, if it names one."""
        self._tries = 0
        if version and version != self._version:
            self._version = version
            if self._results is not None:
                self._results.put({self._key: msgspec.msgpack.encode(_Memory(version, time.time()))})

    def renew(self) -> bool:
        """Wait a little and say True, as long as it is worth while to try again."""
        self._tries += 1
        if self._tries >= TRIES:
            return False
        return not self._stopped.wait(self._pause_s * 4 ** (self._tries - 1))

    def stop(self) -> None:
        """Wait no more."""
        self._stopped.set()

    @property
    def _key(self) -> bytes:
        return blake2b(b"version of " + str(self.address).encode(), digest_size=16).digest()

    def _remembered(self) -> str:
        value = self._results.get([self._key]).get(self._key) if self._results is not None else None
        if value is None:
            return ""
        try:
            memory = msgspec.msgpack.decode(value, type=_Memory)
        except msgspec.MsgspecError:
            return ""
        return memory.version if 0 <= time.time() - memory.since < FRESH_S else ""

    def _asked(self) -> str:
        from .client import Broken, Client, Trouble, Unreachable

        client = Client(self.address, self._timeout_s)
        try:
            while True:
                try:
                    version = client.check("Yes.", "en-US", frozenset({"EN_A_VS_AN"})).version
                except Trouble as trouble:
                    if isinstance(trouble, Unreachable | Broken) and self.renew():
                        continue
                    raise GrammarUnavailable(f"{self.name} {trouble}", self.mend) from None
                self.heard(version)
                return version
        finally:
            client.close()
