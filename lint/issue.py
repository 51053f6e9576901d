"""What a run reports: plain frozen data that every layer above the text may build and every reporter may read."""

from __future__ import annotations

from typing import Literal

import msgspec

Severity = Literal["error", "warning", "advice"]
Fixable = Literal["safe", "unsafe", "no"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "advice")


class Edit(msgspec.Struct, frozen=True):
    """Replace the half-open code-point span ``start:end`` of the decoded text by ``new``."""

    start: int
    end: int
    new: str


class Related(msgspec.Struct, frozen=True):
    """Another place in the same story that explains an issue; offsets are code points."""

    start: int
    end: int
    message: str


class Issue(msgspec.Struct, frozen=True):
    """One report: a half-open span of code points in the decoded text of ``path``, and what is wrong there.

    Lines and columns are not stored: they are derived from the span by the story's line index.
    """

    path: str
    rule: str
    severity: Severity
    start: int
    end: int
    text: str
    message: str
    suggestions: tuple[str, ...] = ()
    fixable: Fixable = "no"
    edits: tuple[Edit, ...] = ()
    related: tuple[Related, ...] = ()


class NotRun(msgspec.Struct, frozen=True):
    """Something that did not run: ``what`` (grammar, a rule's id), on which ``path`` (None: all), why, the mend."""

    what: str
    path: str | None
    why: Literal["off", "unavailable", "failed"]
    mend: str
