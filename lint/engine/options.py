"""How to run."""

from __future__ import annotations

import msgspec

from ..issue import Severity
from ..rulebook.check import Check
from .language import Language
from .selection import Selection
from .settings import GrammarMode


class Options(msgspec.Struct, frozen=True):
    """How to run.

    ``advice``: run the checks of severity advice too, and return what they find. ``levels`` are severities other than
    the checks' own, by id or the beginning of one: the longest that fits decides. ``tuned`` are checks with other
    options, which take the place of those with their ids.
    """

    language: Language = "auto"
    words: frozenset[str] = frozenset()
    grammar: GrammarMode = "auto"
    selection: Selection = msgspec.field(default_factory=Selection)
    advice: bool = False
    levels: tuple[tuple[str, Severity], ...] = ()
    tuned: tuple[Check, ...] = ()

    def severity(self, own: Severity, *ids: str) -> Severity:
        """Return the severity of what goes by these ids: a check's own, and that of the issue it reports."""
        if not self.levels:
            return own
        fitting = [(len(start), level) for start, level in self.levels if any(id_.startswith(start) for id_ in ids)]
        return max(fitting, key=lambda row: row[0])[1] if fitting else own
