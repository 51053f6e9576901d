"""The words that options take."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class Grammar(StrEnum):
    AUTO = "auto"
    REQUIRED = "required"
    OFF = "off"


class Show(StrEnum):
    ADVICE = "advice"
