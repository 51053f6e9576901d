"""The list of LanguageTool's rules: how loud each is, and what was counted when it was measured.

A list maps topics (LanguageTool's categories) to rows, one rule a line:

    GRAMMAR: |
      WAS_BEEN  error  3 3 3  0  9 8  7 7 0

id, severity (or ``off``), then nine counts, or none of them: see `RuleRow`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, cast, get_args

import msgspec

from ...issue import Severity
from .base import OptionError

Level = Severity | Literal["off"]
_LEVELS = (*get_args(Severity), "off")


class Counts(msgspec.Struct, frozen=True, order=True):
    """What a rule does on copy that somebody has judged.

    ``news`` are its reports on published stories, after the guards; of them ``judged`` were read, ``right`` were
    right. ``clean``: reports on sentences that annotators left alone. ``edits``: reports on sentences that they edited,
    ``confirmed`` those at an edit. ``examples``: LanguageTool's own wrong sentences for the rule, ``found`` those that
    it reports; ``alike``: LanguageTool's right sentences, of all rules, that it reports.
    """

    news: int = 0
    judged: int = 0
    right: int = 0
    clean: int = 0
    edits: int = 0
    confirmed: int = 0
    examples: int = 0
    found: int = 0
    alike: int = 0


class RuleRow(msgspec.Struct, frozen=True):
    rule: str
    category: str
    severity: Level
    counts: Counts


def read_rows(name: str, data: Any, known: Iterable[str] = ()) -> Mapping[str, RuleRow]:
    """Return the rows of a list by rule. Raises OptionError: a bad row, a rule given twice, one not in ``known``."""
    if not isinstance(data, dict) or not all(isinstance(rows, str) for rows in data.values()):
        raise OptionError(f"the list `{name}` must map categories to rows of rules")
    table: dict[str, RuleRow] = {}
    for category, rows in data.items():
        for line in rows.splitlines():
            row = _row(name, category, line)
            if row.rule in table:
                raise OptionError(f"the list `{name}` names `{row.rule}` twice")
            table[row.rule] = row
    if known:
        require_known(name, table, known)
    return table


def require_known(name: str, rules: Iterable[str], known: Iterable[str]) -> None:
    """Raise OptionError for the first rule that LanguageTool does not have, with the nearest id that it has."""
    ids = frozenset(known)
    for rule in rules:
        if rule not in ids:
            from difflib import get_close_matches

            near = get_close_matches(rule, ids, 1, 0.75)
            hint = f"; did you mean `{near[0]}`?" if near else ""
            raise OptionError(f"the list `{name}`: LanguageTool has no English rule `{rule}`{hint}")


def write_rows(rows: Iterable[RuleRow]) -> Iterator[str]:
    """Give the lines of a list, columns under one another; rows by category and rule."""
    last = ""
    for row in sorted(rows, key=lambda row: (row.category, row.rule)):
        if row.category != last:
            yield f"{row.category}: |"
            last = row.category
        counts = row.counts
        yield (
            f"  {row.rule:<32} {row.severity:<7}"
            f" {counts.news:>3} {counts.judged:>2} {counts.right:>2}  {counts.clean:>2}"
            f"  {counts.edits:>2} {counts.confirmed:>2}  {counts.examples:>2} {counts.found:>2} {counts.alike:>2}"
        )


def _row(name: str, category: str, line: str) -> RuleRow:
    rule, severity, *figures = [*line.split(), *("?" for _ in range(2 - len(line.split())))]
    if severity not in _LEVELS or len(figures) not in (0, 9) or not all(figure.isdecimal() for figure in figures):
        levels = ", ".join(_LEVELS)
        raise OptionError(f"the list `{name}`: `{line.strip()}` is no row of id, severity ({levels}) and nine counts")
    return RuleRow(rule, category, cast(Level, severity), Counts(*map(int, figures)))
