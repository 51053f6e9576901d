"""Where kinds come from: the modules here, and the `newslint.kinds` entry points of installed distributions."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple, cast

from ..kinds.shared.base import KindModule
from .plugins import announced

_FOLDER = Path(__file__).resolve().parent.parent / "kinds"


def kind_names() -> tuple[str, ...]:
    """Return the names of every kind that can be loaded, sorted. No kind is imported for it."""
    shipped = {path.stem.replace("_", "-") for path in _FOLDER.glob("*.py") if path.stem != "__init__"}
    return tuple(sorted(shipped | set(_third_party())))


@cache
def load_kind(name: str) -> KindModule:
    """Import one kind by name. Raises KeyError where there is none of that name.

    A shipped kind wins over an entry point of the same name, so that no installation changes a shipped check.
    """
    module = name.replace("-", "_")
    if module.isidentifier() and (_FOLDER / f"{module}.py").is_file():
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
    kinds = []
    for point in announced("newslint.kinds"):
        spec = find_spec(point.value.split(".")[0])
        places = list(spec.submodule_search_locations or (str(Path(spec.origin or "").parent),)) if spec else []
        kinds.append(ThirdPartyKind(point.name, point.value, point.distribution, places[0] if places else ""))
    return tuple(kinds)


def _third_party() -> dict[str, str]:
    return {point.name: point.value for point in announced("newslint.kinds")}
