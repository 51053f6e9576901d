"""How a result is shown: all that a report depends on beside the result."""

from __future__ import annotations

import os
from collections.abc import Callable

import msgspec

from ..issue import Severity


class Terminal(msgspec.Struct, frozen=True):
    """A terminal of ``width`` cells; ``colour`` says whether it is welcome there, ``blocks`` whether its encoding holds
    block characters.
    """

    width: int
    colour: bool
    blocks: bool = True


class Rule(msgspec.Struct, frozen=True):
    """What is known of the rule that reported an issue; ``why``, ``url`` and ``sources`` may be empty."""

    id: str
    why: str
    severity: Severity
    url: str = ""
    sources: tuple[str, ...] = ()


def unexplained(rule: str) -> Rule | None:
    """Know nothing of any rule."""
    return None


class View(msgspec.Struct, frozen=True):
    """How to show a result.

    ``rule`` returns what is known of a rule. ``here`` is the absolute folder that relative paths start from, ``root``
    that of the repository around it: the services that review changes want paths from there. ``terminal`` is None where
    the report goes into a pipe or a file.
    """

    statistics: bool = False
    terminal: Terminal | None = None
    rule: Callable[[str], Rule | None] = unexplained
    here: str = os.sep
    root: str = os.sep
