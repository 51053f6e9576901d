"""How to run."""

from __future__ import annotations

import msgspec

from .language import Language
from .selection import Selection
from .settings import GrammarMode


class Options(msgspec.Struct, frozen=True):
    """How to run. ``advice``: run the checks of severity advice too, and return what they find."""

    language: Language = "auto"
    words: frozenset[str] = frozenset()
    grammar: GrammarMode = "auto"
    selection: Selection = msgspec.field(default_factory=Selection)
    advice: bool = False
