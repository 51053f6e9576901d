"""newslint: the linter for news copy.

    >>> import newslint
    >>> for issue in newslint.check_text(story):
    ...     print(issue.line, issue.column, issue.severity, issue.rule, issue.message)

`check_text` and `check_path` return `PlacedIssue` objects and print nothing; `live_checker` is for a text that is being
edited. Nothing is imported before it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .version import VERSION as __version__  # noqa: N811 - the name that users ask for

__all__ = [
    "CheckFailedError",
    "PlacedIssue",
    "UnreadableError",
    "__version__",
    "check_path",
    "check_text",
    "live_checker",
]

if TYPE_CHECKING:
    from .engine.api import CheckFailedError, check_path, check_text, live_checker
    from .engine.files import UnreadableError
    from .engine.placed import PlacedIssue

_HOMES = {
    "CheckFailedError": "api",
    "PlacedIssue": "placed",
    "UnreadableError": "files",
    "check_path": "api",
    "check_text": "api",
    "live_checker": "api",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f".engine.{_HOMES[name]}", __name__), name)


def __dir__() -> list[str]:
    return sorted(__all__)
