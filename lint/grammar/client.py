"""LanguageTool's HTTP API: one request, one answer, and what can go wrong with it.

A client of our own: language-tool-python 3.4 has a fixed time limit of 300 seconds, opens a connection for each
request, takes 150 ms to import and drops rules' sub-ids.
"""

from __future__ import annotations

import http.client
import threading
import time
from functools import lru_cache
from urllib.parse import quote_plus, urlencode, urlsplit

import msgspec

from .address import Address
from .connection import Connection, Response, TooLargeError
from .match import Match

CONNECT_S = 5.0
"""Seconds for a connection to come about; a machine that is there answers in much less."""
HEALTH_S = 5.0
"""Seconds for the answer to whether a server is well."""

_BUSY = (429, 502, 503, 504)
_NOT_FOR_US = (401, 403, 404, 405, 407)


class Trouble(Exception):  # noqa: N818 - the base of those below
    """A request has no good answer; the text says why, in words that follow the server's name."""


class Unreachable(Trouble):
    """There is no connection: refused, no such host, no route, a certificate that is not trusted."""


class Broken(Trouble):
    """The connection was lost between the request and the end of its answer."""


class TooSlow(Trouble):
    """The time limit is over."""


class Busy(Trouble):
    """The server asks for patience: for ``wait_s`` seconds, None where it does not say."""

    def __init__(self, reason: str, wait_s: float | None) -> None:
        super().__init__(reason)
        self.wait_s = wait_s


class Refused(Trouble):
    """The server will not answer us, whatever the text: a wrong password or path, a redirect."""


class Failed(Trouble):
    """The server failed on this text, or said something that is no answer to it; another text may fare better."""


class Answer(msgspec.Struct, frozen=True):
    """What a server found in a text, in the offsets of the text that was sent, and LanguageTool's version."""

    matches: tuple[Match, ...]
    version: str


class Client:
    """Asks one server. Each thread has a connection of its own, kept between its requests."""

    def __init__(self, address: Address, timeout_s: float) -> None:
        self._address = address
        self._timeout_s = timeout_s
        self._own = threading.local()
        self._lock = threading.Lock()
        self._connections: set[Connection] = set()
        self._closed = False

    def check(self, text: str, variant: str, rules: frozenset[str] | None = None) -> Answer:
        """Return what these rules, None: those on by default, find in a text without characters above U+FFFF.

        Rules that the server does not know find nothing. The answer comes within the time limit, or TooSlow is raised;
        other kinds of Trouble say what else went wrong.
        """
        body = _form(variant, rules) + b"&text=" + quote_plus(text).encode("ascii")
        return read_answer(self._ask("POST", "/v2/check", body, self._timeout_s), len(text))

    def healthy(self) -> bool:
        """Say whether the server answers at all, and soon."""
        try:
            self._ask("GET", "/v2/healthcheck", b"", min(HEALTH_S, self._timeout_s))
        except Trouble:
            return False
        return True

    def close(self) -> None:
        """End every request, in whatever thread it is under way: it raises Broken there."""
        with self._lock:
            self._closed = True
            connections = list(self._connections)
        for connection in connections:
            connection.abort()

    def _ask(self, method: str, path: str, body: bytes, limit_s: float) -> bytes:
        deadline = time.monotonic() + limit_s
        while True:
            kept: Connection | None = getattr(self._own, "connection", None)
            connection = kept or self._connect(limit_s)
            try:
                return _body(connection.ask(method, self._address.path + path, body, deadline))
            except TimeoutError:
                raise TooSlow(f"did not answer within {limit_s:g} seconds") from None
            except http.client.IncompleteRead:
                raise Broken("broke off in the middle of its answer") from None
            except OSError as error:
                # A connection may be closed while nobody uses it. On a new one it means something.
                if connection is not kept or self._closed:
                    raise Broken(f"closed the connection without an answer ({_reason(error)})") from None
            except TooLargeError:
                raise Failed("gave an answer of more bytes than can be read") from None
            except (http.client.HTTPException, ValueError) as error:
                raise Failed(f"answered with something that is not HTTP ({_reason(error)})") from None
            finally:
                if not connection.reusable:
                    self._drop(connection)

    def _connect(self, limit_s: float) -> Connection:
        try:
            connection = Connection(self._address, min(CONNECT_S, limit_s))
        except TimeoutError:
            raise Unreachable("cannot be reached (nobody answers)") from None
        except (OSError, ValueError) as error:
            raise Unreachable(f"cannot be reached ({_reason(error)})") from None
        with self._lock:
            self._connections.add(connection)
        self._own.connection = connection
        if self._closed:
            self._drop(connection)
            raise Broken("is asked no more")
        return connection

    def _drop(self, connection: Connection) -> None:
        self._own.connection = None
        with self._lock:
            self._connections.discard(connection)
        connection.close()


@lru_cache(maxsize=16)
def _form(variant: str, rules: frozenset[str] | None) -> bytes:
    """Return all of a request but its text; for a hundred stories in a row it is the same."""
    # "auto" is never sent as the variant: it takes long, and guesses. A server that fails on a sentence quotes it in
    # its log, unless it is told not to.
    fields = {"language": variant, "inputLogging": "no"}
    if rules is not None:
        # Some rules of a group speak at the picky level only. To the other rules it makes no difference.
        fields |= {"level": "picky", "enabledRules": ",".join(sorted(rules)), "enabledOnly": "true"}
    return urlencode(fields).encode("ascii")


def _body(response: Response) -> bytes:
    """Return the body of a good answer. Raises Busy, Refused or Failed for any other."""
    status = response.status
    if status == 200:
        return response.body
    if status in _BUSY:
        wait = response.headers.get("retry-after", "")
        raise Busy(f"is too busy (HTTP {status})", float(wait) if wait.isascii() and wait.isdigit() else None)
    if 300 <= status < 400:
        where = urlsplit(response.headers.get("location", ""))
        to = f"{where.scheme}://{where.hostname}" if where.hostname else "another path"
        raise Refused(f"redirects to {to}, and redirects are not followed: give the final address")
    if status in _NOT_FOR_US:
        raise Refused(f"does not let us ask (HTTP {status}: wrong address, name or password)")
    said = " ".join(response.body[:400].decode("utf-8", "replace").split())
    raise Failed(f"answered with an error (HTTP {status}{f': {said[:200]}' if said else ''})")


class _Value(msgspec.Struct):
    value: str = ""


class _Category(msgspec.Struct):
    id: str = ""


class _Rule(msgspec.Struct, rename="camel"):
    id: str
    sub_id: str = ""
    category: _Category = msgspec.field(default_factory=_Category)


class _Found(msgspec.Struct):
    offset: int
    length: int
    message: str
    rule: _Rule
    replacements: list[_Value] = []


class _Software(msgspec.Struct):
    version: str


class _Warnings(msgspec.Struct, rename="camel"):
    incomplete_results: bool = False


class _Reply(msgspec.Struct):
    software: _Software
    matches: list[_Found]
    warnings: _Warnings = msgspec.field(default_factory=_Warnings)


def read_answer(data: bytes, length: int) -> Answer:
    """Read the answer to a text of this many code points. Raises Failed for anything that is no answer to it."""
    try:
        reply = msgspec.json.decode(data, type=_Reply)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise Failed(f"gave an answer that is not LanguageTool's ({_reason(error)})") from None
    if reply.warnings.incomplete_results:
        raise Failed("checked only a part of the text")
    for found in reply.matches:
        if found.offset < 0 or found.length < 0 or found.offset + found.length > length:
            raise Failed(f"found something at {found.offset}+{found.length} of a text of {length} characters")
    return Answer(tuple(_match(found) for found in reply.matches), reply.software.version)


def _match(found: _Found) -> Match:
    return Match(
        start=found.offset,
        end=found.offset + found.length,
        rule_id=found.rule.id,
        category=found.rule.category.id,
        message=found.message,
        replacements=tuple([each.value for each in found.replacements]),
        sub_id=found.rule.sub_id,
    )


def _reason(error: Exception) -> str:
    text = (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
    return " ".join(text.split())[:200]
