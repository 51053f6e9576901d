"""Kinds that ask one thing of several, by the key `asks`: a table of parts, each with what it searches a text for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Generic, NamedTuple, TypeVar

from .base import Context, Finding

State = TypeVar("State")


class Part(NamedTuple, Generic[State]):
    """``check`` takes a kind's state, the context and the house's value of the option; ``needle`` is in every text in
    which it finds something, None: any text.
    """

    check: Callable[[State, Context, str], Iterator[Finding]]
    needle: str | None = None


def needles_of(part: Part[State]) -> tuple[str, ...] | None:
    return None if part.needle is None else (part.needle,)


def run(part: Part[State], state: State, context: Context) -> Iterator[Finding]:
    """Run a part where the house says something of its option."""
    return part.check(state, context, context.fact.value) if context.fact is not None else iter(())
