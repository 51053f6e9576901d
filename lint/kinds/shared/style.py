"""What a newsroom's house style says, for one story: its options, each with how sure we are of it."""

from __future__ import annotations

from typing import Literal

import msgspec

from ...issue import Severity

Certainty = Literal["sure", "known", "likely", "guess"]
"""How far a fact about a house can be trusted: read in its own guide or copy; common knowledge; read in one digest;
remembered. The first two warn, the others advise."""

TERMS = "terms"
"""Stands for an option where a check serves the preferred terms of a style, each of which has its own certainty."""

Section = Literal["news", "sport", "arts", "courts", "letters", "leaders"]
"""The part of the paper a story is in: houses make exceptions by it."""


class Fact(msgspec.Struct, frozen=True):
    """What a house says of one option, and who says so."""

    value: str
    certainty: Certainty
    source: str = ""

    @property
    def severity(self) -> Severity:
        """How grave it is to write otherwise."""
        return "warning" if self.certainty in ("sure", "known") else "advice"


class Term(msgspec.Struct, frozen=True):
    """A form that a house writes, and those that it writes in its place, not within the phrases of ``except_``.

    ``near``: words, one of which a story must have. ``place``: the name of a place, whose former ones stay where a
    sentence is of their time.
    """

    use: str
    for_: tuple[str, ...]
    fact: Fact
    except_: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    place: bool = False


class Style(msgspec.Struct, frozen=True):
    """A house style as it holds for one story, on its date and in its section; ``name`` is for people."""

    name: str
    facts: dict[str, Fact]
    terms: tuple[Term, ...] = ()
    section: Section = "news"

    def fact(self, option: str) -> Fact | None:
        """Return what holds for an option in the story's section, None where the house does not say."""
        if option == TERMS:
            return Fact(TERMS, "sure") if self.terms else None
        own = self.facts.get(f"{option}.{self.section}") if self.section != "news" else None
        return own or self.facts.get(option)

    def value(self, option: str) -> str | None:
        """Return the value of an option, None where the house does not say."""
        fact = self.fact(option)
        return fact.value if fact else None
