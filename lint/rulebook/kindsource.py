"""Where kinds come from: the modules here, and the `newslint.kinds` entry points of installed distributions."""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module
from typing import NamedTuple, cast

from ..kinds.shared.base import KindModule
from .plugins import announced

_FOLDER = os.path.join(os.path.dirname(os.path.dirname(os.path.realpath(__file__))), "kinds")


def kind_names() -> tuple[str, ...]:
    """Return the names of every kind that can be loaded, sorted. No kind is imported for it."""
    files = [name for name in os.listdir(_FOLDER) if name.endswith(".py")]
    shipped = {name.removesuffix(".py").replace("_", "-") for name in files if name != "__init__.py"}
    return tuple(sorted(shipped | set(_third_party())))


@cache
def load_kind(name: str) -> KindModule:
    """Import one kind by name. Raises KeyError where there is none of that name.

    A shipped kind wins over an entry point of the same name, so that no installation changes a shipped check.
    """
    module = name.replace("-", "_")
    if module.isidentifier() and os.path.isfile(f"{_FOLDER}/{module}.py"):
        return cast(KindModule, import_module(f"..kinds.{module}", __package__))
    return cast(KindModule, import_module(_third_party()[name]))


class ThirdPartyKind(NamedTuple):
    """An announced kind: its name, module ("zoo.kinds.shout"), its distribution and version, its package's folder."""

    name: str
    module: str
    distribution: str
    folder: str


def third_party_kinds() -> tuple[ThirdPartyKind, ...]:
    """Return what installed distributions announce. No code of theirs is imported; "" stands for what is not known."""
    points = announced("newslint.kinds")
    if not points:
        return ()
    from importlib.util import find_spec

    kinds = []
    for point in points:
        spec = find_spec(point.value.split(".")[0])
        places = list(spec.submodule_search_locations or (os.path.dirname(spec.origin or "") or ".",)) if spec else []
        kinds.append(ThirdPartyKind(point.name, point.value, point.distribution, places[0] if places else ""))
    return tuple(kinds)


def _third_party() -> dict[str, str]:
    return {point.name: point.value for point in announced("newslint.kinds")}
