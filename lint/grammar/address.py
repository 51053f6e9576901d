"""The address of a LanguageTool server, as a person writes it."""

from __future__ import annotations

from base64 import b64encode
from urllib.parse import unquote, urlsplit

import msgspec


class Address(msgspec.Struct, frozen=True):
    """Where a server is. ``path`` stands before the API's "/v2/…"; ``authorization`` is a header's value or ""."""

    secure: bool
    host: str
    port: int
    path: str
    authorization: str = ""

    def __str__(self) -> str:
        """Return the address without a user's name and password: it may be shown."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == (443 if self.secure else 80) else f":{self.port}"
        return f"{'https' if self.secure else 'http'}://{host}{port}{self.path}/"


def parse_address(url: str) -> Address:
    """Read "http://host:8010", with or without the API's path ("/v2", "/v2/check").

    Raises ValueError, whose text says what is wrong and shows neither name nor password.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        raise ValueError("is not an address such as http://languagetool.example:8010") from None
    if parts.scheme not in ("http", "https") or not host:
        raise ValueError(
            "must begin with http:// or https:// and name a server, as in http://languagetool.example:8010"
        )
    if parts.query or parts.fragment:
        raise ValueError("must end before any `?` or `#`")
    if not url.strip().isascii() or not url.strip().isprintable() or " " in url.strip():
        raise ValueError("may hold only printable ASCII characters")
    path = parts.path.rstrip("/")
    for ending in ("/check", "/v2"):
        path = path.removesuffix(ending).rstrip("/")
    authorization = ""
    if parts.username is not None:
        user = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        authorization = f"Basic {b64encode(user.encode()).decode()}"
    secure = parts.scheme == "https"
    return Address(secure, host, port or (443 if secure else 80), path, authorization)
