"""A kept-alive HTTP connection on which a whole exchange ends by a deadline, however slowly its bytes trickle.

Proxies are not used (http.client knows none) and redirects are not followed: what is sent goes to the address that was
given and nowhere else.
"""

from __future__ import annotations

import http.client
import io
import socket
import time
from contextlib import suppress
from typing import Any, cast

import msgspec

from .address import Address

LARGEST = 32 << 20
"""Bytes of an answer at most; a request of 20,000 characters with a thousand matches is answered with one megabyte."""


class TooLargeError(ValueError):
    """The answer is longer than LARGEST."""


class Response(msgspec.Struct, frozen=True):
    """``headers`` are by name in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes


class Connection:
    """One connection, for one thread; `abort` may be called from another."""

    def __init__(self, address: Address, limit_s: float) -> None:
        """Connect, in ``limit_s`` seconds at most. Raises OSError (TimeoutError where the time is over)."""
        if address.secure:
            import ssl

            self._http: http.client.HTTPConnection = http.client.HTTPSConnection(
                address.host, address.port, timeout=limit_s, context=ssl.create_default_context()
            )
        else:
            self._http = http.client.HTTPConnection(address.host, address.port, timeout=limit_s)
        self._headers = {"Authorization": address.authorization} if address.authorization else {}
        self._http.connect()
        self._timed = _TimedSocket(self._http.sock)
        self._http.sock = cast(socket.socket, self._timed)
        self.reusable = True

    def ask(self, method: str, path: str, body: bytes, deadline: float) -> Response:
        """Send a request and return the answer; ``deadline`` is on the monotonic clock.

        Raises TimeoutError, OSError where the connection broke, http.client.HTTPException (IncompleteRead where it
        broke in the answer) and TooLargeError. After an error the connection cannot be used again.
        """
        self._timed.deadline = deadline
        self.reusable = False
        headers = {**self._headers, "Content-Type": "application/x-www-form-urlencoded"} if body else self._headers
        self._http.request(method, path, body or None, headers)
        with self._http.getresponse() as response:
            if (response.length or 0) > LARGEST:
                raise TooLargeError
            data = response.read(LARGEST + 1)
            if len(data) > LARGEST:
                raise TooLargeError
            if response.length:
                raise http.client.IncompleteRead(data, response.length)
            self.reusable = response.isclosed() and not response.will_close
            return Response(response.status, {name.lower(): value for name, value in response.getheaders()}, data)

    def abort(self) -> None:
        """End a request that is under way in another thread: it raises OSError there."""
        self._timed.abort()

    def close(self) -> None:
        self._http.close()


class _TimedSocket:
    """What http.client needs of a socket, with one deadline for everything."""

    def __init__(self, sock: socket.socket) -> None:
        self._socket = sock
        self.deadline = 0.0

    def sendall(self, data: bytes) -> None:
        self.limit()
        self._socket.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_TimedReader(self, self._socket.makefile("rb", buffering=0)))

    def limit(self) -> None:
        """Give the socket the time that is left. Raises TimeoutError where none is."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self._socket.settimeout(left)

    def abort(self) -> None:
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self._socket.close()


class _TimedReader(io.RawIOBase):
    def __init__(self, sock: _TimedSocket, raw: io.RawIOBase) -> None:
        self._timed = sock
        self._raw = raw

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        self._timed.limit()
        return self._raw.readinto(buffer)

    def close(self) -> None:
        self._raw.close()
        super().close()
