"""The states of checks, read from pickles by an unpickler that makes nothing but data.

A state is what a kind made ready once: words, tables, patterns. It comes back as it was, without the work. Large parts
that several states hold, the same word list in a hundred checks, are pickled once and unpickled once a process.

The unpickler knows the classes and functions that modules of kinds and of the text define, and a few plain types; none
of them opens a file or starts anything. Whatever else a pickle names is refused.
"""

from __future__ import annotations

from _pickle import Unpickler, UnpicklingError  # `pickle` itself takes four times as long to import
from collections.abc import Callable
from importlib import import_module
from io import BytesIO
from types import FunctionType
from typing import Any

_PACKAGE = __name__.partition(".rulebook.")[0]
_OURS = (f"{_PACKAGE}.kinds.", f"{_PACKAGE}.text.")
_PLAIN = {
    "builtins": ("bytearray", "complex", "frozenset", "range", "set", "slice"),
    "collections": ("Counter", "OrderedDict", "defaultdict", "deque"),
    "datetime": ("date", "datetime", "time", "timedelta"),
    "decimal": ("Decimal",),
    "fractions": ("Fraction",),
    "msgspec._core": ("rebuild",),
}


class StateReader:
    """Makes states from their pickles. ``piece`` returns a pickle by its number and may raise ValueError or OSError."""

    def __init__(self, piece: Callable[[int], bytes]) -> None:
        self._piece = piece
        self._shared: dict[Any, Any] = {}

    def state(self, number: int) -> Any:
        """Return the state of this number, made anew. Raises ValueError for a pickle that is damaged or not allowed."""
        try:
            return _Unpickler(self._piece(number), self.shared).load()
        except OSError:
            raise
        except Exception as error:  # whatever a wrong pickle leads to
            raise ValueError(f"no state: {type(error).__name__}: {error}") from error

    def shared(self, number: Any) -> Any:
        """Return the part of this number, always the same object."""
        if number not in self._shared:
            self._shared[number] = _Unpickler(self._piece(number), self.shared).load()
        return self._shared[number]

    def forget(self, limit: int) -> None:
        """Forget the parts from this number on."""
        self._shared = {number: part for number, part in self._shared.items() if number < limit}


class _Unpickler(Unpickler):
    def __init__(self, pickled: bytes, shared: Callable[[Any], Any]) -> None:
        super().__init__(BytesIO(pickled))
        self._part = shared

    def persistent_load(self, number: Any) -> Any:
        return self._part(number)

    def find_class(self, module: str, name: str) -> Any:
        if name in _PLAIN.get(module, ()):
            return getattr(import_module(module), name)
        if module.startswith(_OURS):
            value = getattr(import_module(module), name, None)
            if isinstance(value, (type, FunctionType)) and value.__module__ == module:
                return value
        raise UnpicklingError(f"{module}.{name} is not allowed")
