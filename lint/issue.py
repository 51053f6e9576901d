"""What a run reports: plain frozen data that every layer above the text may build and every reporter may read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "advice"]
Fixable = Literal["safe", "unsafe", "no"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "advice")


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the half-open code-point span ``start:end`` of the decoded text by ``new``."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Related:
    """Another place in the same story that explains an issue; offsets are code points."""

    start: int
    end: int
    message: str


@dataclass(frozen=True, slots=True)
class Issue:
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


@dataclass(frozen=True, slots=True)
class NotRun:
    """Something that did not run: ``what`` (grammar, a rule's id), on which ``path`` (None: all), why, and what mends it."""

    what: str
    path: str | None
    why: Literal["off", "unavailable", "failed"]
    mend: str
