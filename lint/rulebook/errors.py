"""What a bad rule file raises."""

from __future__ import annotations

from collections.abc import Iterable

from ..text.regex import regex


class RuleError(ValueError):
    """A rule file is wrong: says where (``path:line:column``, 1-based) and what."""

    def __init__(self, path: str, line: int, column: int, message: str) -> None:
        message = shown(message)
        super().__init__(f"{path}:{line}:{column}: {message}")
        self.path = path
        self.line = line
        self.column = column
        self.message = message


_LONGEST = 1000
"""Characters of a message: it may quote a key of a megabyte."""
_STEERING = regex(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def shown(message: str) -> str:
    """Return a message as one line that can be shown: it may quote what a stranger wrote, of several lines, too."""
    if len(message) > _LONGEST:
        message = f"{message[: _LONGEST // 2]} … {message[-_LONGEST // 4 :]}"
    return _STEERING.sub(lambda found: f"\\x{ord(found[0]):02x}", " ".join(message.splitlines()))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ``; did you mean `x`?`` for the nearest known word, or nothing."""
    import difflib  # only for an error

    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean `{near[0]}`?" if near else ""
