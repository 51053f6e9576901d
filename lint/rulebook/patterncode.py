"""Patterns of the standard library as code that need not be compiled again.

Compiling takes 0.2 to 2 ms a pattern, making one from its code 10 to 20 µs. The code is that of one version of Python
and of no other; `_sre` looks it through and refuses what is no program of its own.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import TYPE_CHECKING, Any

import msgspec

from ..kinds.shared.matching import LateRe2Pattern
from ..text.regex import SIGN, TWIN, LatePattern

if TYPE_CHECKING:
    from .twinpattern import Twin

_DEPTH = 3
"""How deep in a module's tables patterns are looked for."""


class _Code(msgspec.Struct, array_like=True):
    """What ``_sre.compile`` takes, and the flags that were asked for; ``code`` is 32-bit numbers in native order."""

    source: str
    asked: int
    flags: int
    code: bytes
    groups: int
    names: dict[str, int]
    places: tuple[str | None, ...]


_DECODER = msgspec.msgpack.Decoder(_Code)


def packed_pattern(source: str, flags: int) -> bytes | None:
    """Compile a pattern and return its code as bytes; None where this Python has no such code, or the pattern is bad.

    It says the same as `re._compiler.compile`, which keeps the code to itself.
    """
    packed = _packed(source, flags, source, flags)
    if packed is None:
        return None
    try:
        made, usual = pattern_from(packed, source, flags), re.compile(source, flags)
    except (OverflowError, RecursionError, re.error):
        return None
    if made is None or (made, made.groupindex) != (usual, usual.groupindex):  # patterns of the same code are equal
        return None
    return packed


def packed_twin(source: str, twin: Twin) -> dict[int, bytes]:
    """Return the code of what stands for an RE2 pattern, by the flag by which it is asked for."""
    found: dict[int, bytes] = {}
    for flag, written in ((SIGN, twin.sign), (TWIN, twin.whole)):
        packed = None if written is None else _packed(source, flag, written, re.ASCII)
        if packed is not None and pattern_from(packed, source, flag) is not None:
            found[flag] = packed
    return found


def _packed(source: str, asked: int, written: str, flags: int) -> bytes | None:
    try:
        from re import _compiler, _parser  # type: ignore[attr-defined]

        parsed = _parser.parse(written, flags)
        code = array("I", _compiler._code(parsed, flags))
        state = parsed.state
        places: list[str | None] = [None] * state.groups
        for name, place in state.groupdict.items():
            places[place] = name
        row = _Code(
            source, asked, int(flags | state.flags), code.tobytes(), state.groups - 1, state.groupdict, tuple(places)
        )
        return msgspec.msgpack.encode(row)
    except (ImportError, AttributeError, TypeError, ValueError, OverflowError, RecursionError, re.error, RuntimeError):
        return None


def pattern_from(packed: bytes, source: str, flags: int) -> re.Pattern[str] | None:
    """Return the pattern that `packed_pattern` gave the code of; None where that is another's, or no code at all."""
    try:
        import _sre  # type: ignore[import-not-found]

        row = _DECODER.decode(packed)
        if row.source != source or row.asked != flags:
            return None
        pattern: re.Pattern[str] = _sre.compile(
            source, row.flags, array("I", row.code).tolist(), row.groups, row.names, row.places
        )
    except (ImportError, AttributeError, TypeError, ValueError, OverflowError, RuntimeError, msgspec.MsgspecError):
        return None
    return pattern


def patterns_of_modules(package: str) -> Iterator[LatePattern | LateRe2Pattern]:
    """Yield the patterns that the imported modules of a package hold, in their own names and in their tables."""
    seen: set[int] = set()
    for name, module in sorted(sys.modules.items()):
        if isinstance(module, ModuleType) and (name == package or name.startswith(f"{package}.")):
            for value in list(vars(module).values()):
                yield from _within(value, seen, _DEPTH)


def _within(value: Any, seen: set[int], depth: int) -> Iterator[LatePattern | LateRe2Pattern]:
    if isinstance(value, (LatePattern, LateRe2Pattern)):
        yield value
        return
    if depth == 0 or not isinstance(value, (Mapping, tuple, list)) or id(value) in seen:
        return
    seen.add(id(value))
    for part in list(value.values()) if isinstance(value, Mapping) else value:
        yield from _within(part, seen, depth - 1)
