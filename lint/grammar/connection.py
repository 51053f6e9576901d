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
        sock = _connected(address, limit_s)
        self._http = http.client.HTTPConnection(address.host, address.port)
        self._http.default_port = 443 if address.secure else 80
        self._http.auto_open = 0  # it would not know of the encryption
        self._timed = _TimedSocket(sock)
        self._http.sock = cast(socket.socket, self._timed)
        self._headers = {"Authorization": address.authorization} if address.authorization else {}
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


def _connected(address: Address, limit_s: float) -> socket.socket:
    if _is_ipv4(address.host):
        sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            # To look up even this would import what names need: 5 ms.
            sock.settimeout(limit_s)
            sock.connect((address.host, address.port))
        except BaseException:
            sock.close()
            raise
    else:
        sock = socket.create_connection((address.host, address.port), limit_s)
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if not address.secure:
        return sock
    import ssl

    try:
        return ssl.create_default_context().wrap_socket(sock, server_hostname=address.host)
    except BaseException:
        sock.close()
        raise


def _is_ipv4(host: str) -> bool:
    return all(part.isdecimal() for part in host.split(".")) and host.count(".") == 3


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
