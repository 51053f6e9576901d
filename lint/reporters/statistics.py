"""`--statistics`: how often each rule fired."""

from __future__ import annotations

from collections import Counter

from ..engine.run import Result
from ..issue import SEVERITIES
from .words import clean, count


def counts(result: Result) -> list[str]:
    """Return one line a rule, the most frequent first, and how many errors and warnings there are in 1,000 words."""
    rules = Counter((issue.rule, issue.severity) for issue in result.issues)
    rows = sorted(rules.items(), key=lambda row: (-row[1], SEVERITIES.index(row[0][1]), row[0][0]))
    width = max((len(f"{number:,}") for _, number in rows), default=1)
    lines = [f"{number:>{width},} {severity:<7} {rule}" for (rule, severity), number in rows]
    grave = sum(number for (_, severity), number in rows if severity != "advice")
    rate = 1000 * grave / result.words if result.words else 0.0
    lines.append(f"{count(result.words, 'word')}; {rate:.2f} errors and warnings per 1,000 words")
    return [clean(line) for line in lines]
