"""How to run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from ..issue import Severity
from ..rulebook.check import Check
from .language import Language
from .selection import Selection
from .settings import GrammarMode

if TYPE_CHECKING:
    import datetime as dt

    from ..kinds.shared.ledger import Day, Ledger
    from ..kinds.shared.style import Section, Style
    from ..rulebook.house import House


class Options(msgspec.Struct, frozen=True):
    """How to run.

    ``advice``: run the checks of severity advice too, and return what they find. ``levels`` are severities other than
    the checks' own, by id or the beginning of one: the longest that fits decides. ``tuned`` are checks with other
    options, which take the place of those with their ids. ``house`` is the house style, as it was on the story's day:
    ``day``, or what the story or its path says (by the pattern ``date_in_path``, if there is one), or today. ``ledger``
    is who the newsroom has listed.
    """

    language: Language = "auto"
    words: frozenset[str] = frozenset()
    grammar: GrammarMode = "auto"
    selection: Selection = msgspec.field(default_factory=Selection)
    advice: bool = False
    levels: tuple[tuple[str, Severity], ...] = ()
    tuned: tuple[Check, ...] = ()
    house: House | None = None
    section: Section = "news"
    day: dt.date | None = None
    date_in_path: str | None = None
    ledger: Ledger | None = None

    def style(self, text: str, path: str) -> Style | None:
        """Return the house style as it holds for a text, None where no house is chosen."""
        if self.house is None:
            return None
        from .storydate import style_on_its_day

        return style_on_its_day(self.house, self.section, text, path, day=self.day, in_path=self.date_in_path)

    def ledger_day(self, text: str, path: str) -> Day | None:
        """Return the day that a text is of, else today, for what the ledger says of days; None without a ledger."""
        return None if self.ledger is None else self.day_of(text, path)

    def day_of(self, text: str, path: str) -> Day:
        """Return the day that a text is of, else today."""
        from .storydate import day_or_today

        return day_or_today(text, path, day=self.day, in_path=self.date_in_path)

    def severity(self, own: Severity, *ids: str) -> Severity:
        """Return the severity of what goes by these ids: a check's own, and that of the issue it reports."""
        if not self.levels:
            return own
        fitting = [(len(start), level) for start, level in self.levels if any(id_.startswith(start) for id_ in ids)]
        return max(fitting, key=lambda row: row[0])[1] if fitting else own
