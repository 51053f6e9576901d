"""What the book says of the rules that issues name."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from ..engine.book import Book
from ..engine.overlap import GRAMMAR
from .view import Rule


def explanations(book: Book) -> Callable[[str], Rule | None]:
    """Return what says what is known of a rule: a check of the book, or a rule of LanguageTool's."""

    @cache
    def heads() -> dict[str, Rule]:
        return {
            check.id: Rule(check.id, " ".join(check.head.why.split()), check.head.severity, sources=check.head.sources)
            for check in book.checks
        }

    def rule(id_: str) -> Rule | None:
        known = heads().get(id_)
        if known is None and id_.startswith(GRAMMAR):
            own = id_.removeprefix(GRAMMAR).upper().replace("-", "_")
            return Rule(id_, "", "warning", f"https://community.languagetool.org/rule/show/{own}?lang=en")
        return known

    return rule
