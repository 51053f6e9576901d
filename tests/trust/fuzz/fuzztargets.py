"""The fuzz targets, by name: the modules `fuzz_*.py` beside this one.

Each holds ``one_input(data)``, which raises AssertionError for a broken invariant (any other exception is a crash),
``seeds()``, inputs to begin with, ``TOKENS``, words that a mutation may put in, and ``INSTRUMENT``, the modules whose
branches guide the search.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

HERE = Path(__file__).resolve().parent
CRASHES = HERE / "crashes"
"""Inputs that broke an invariant once, a folder a target; the suite runs them all."""


class Target(Protocol):
    INSTRUMENT: tuple[str, ...]
    TOKENS: tuple[str, ...]

    def one_input(self, data: bytes) -> None: ...

    def seeds(self) -> list[bytes]: ...


def target_names() -> tuple[str, ...]:
    return tuple(sorted(path.stem.removeprefix("fuzz_") for path in HERE.glob("fuzz_*.py")))


def load_target(name: str) -> Target:
    if name not in target_names():
        raise KeyError(name)
    return cast(Target, import_module(f"fuzz_{name}"))


def crashes(name: str) -> list[Path]:
    return sorted((CRASHES / name).glob("*")) if (CRASHES / name).is_dir() else []
