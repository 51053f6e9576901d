"""Plain data as JSON, whatever is in its strings."""

from __future__ import annotations

from typing import Any

import msgspec

from .words import no_surrogates


def to_json(data: Any) -> bytes:
    """Return plain data as one line of UTF-8 JSON, without a line end.

    A path may hold bytes that are no UTF-8, which Python shows as lone surrogates: they become codes such as `\\xff`.
    """
    try:
        return msgspec.json.encode(data)
    except UnicodeEncodeError:
        return msgspec.json.encode(_mended(data))


def to_pretty_json(data: Any) -> bytes:
    """Return the same with a line for each value, and a final line end."""
    return msgspec.json.format(to_json(data), indent=1) + b"\n"


def _mended(data: Any) -> Any:
    if isinstance(data, str):
        return no_surrogates(data)
    if isinstance(data, dict):
        return {_mended(key): _mended(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_mended(value) for value in data]
    return data
