"""Issues by what they are, not by where they stand, so that a service knows one again after an edit elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b

from ..engine.placed import PlacedIssue

_REACH = 40
"""Code points of the line on either side that belong to an issue."""


def fingerprints(issues: Iterable[PlacedIssue]) -> list[str]:
    """Return a fingerprint for each issue, of its rule, its text and what is around it on its line.

    It holds no path and no line number. Issues of one file that are alike are counted, so that no two are the same.
    """
    seen: Counter[tuple[str, str]] = Counter()
    made = []
    for issue in issues:
        at = issue.column - issue.excerpt_column
        length = issue.end_column - issue.column if issue.end_line == issue.line else len(issue.excerpt) - at
        before = issue.excerpt[max(0, at - _REACH) : at]
        after = issue.excerpt[at + length : at + length + _REACH]
        parts = (issue.rule, *(" ".join(part.split()) for part in (before, issue.text, after)))
        digest = blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
        seen[issue.path, digest] += 1
        made.append(f"{digest}:{seen[issue.path, digest]}")
    return made
