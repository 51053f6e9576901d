"""What a bad rule file raises."""

from __future__ import annotations

from collections.abc import Iterable


class RuleError(ValueError):
    """A rule file is wrong: says where (``path:line:column``, 1-based) and what."""

    def __init__(self, path: str, line: int, column: int, message: str) -> None:
        message = " ".join(message.splitlines())  # it may quote a pattern of several lines
        super().__init__(f"{path}:{line}:{column}: {message}")
        self.path = path
        self.line = line
        self.column = column
        self.message = message


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ``; did you mean `x`?`` for the nearest known word, or nothing."""
    import difflib  # only for an error

    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean `{near[0]}`?" if near else ""
