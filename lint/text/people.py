"""The register: who is in the story, how each was introduced, and every later mention."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .blocks import Block
from .quotes import Quotes
from .tokens import Token


class NameOrder(StrEnum):
    WESTERN = "western"
    FAMILY_FIRST = "family-first"  # Xi Jinping, Kim Jong-un
    SINGLE = "single"  # mononyms, and names whose parts are not a surname (Icelandic, Burmese, Thai, Malay ...)


class MentionKind(StrEnum):
    FULL = "full"  # "Barack Obama"
    SURNAME = "surname"  # "Obama"
    GIVEN = "given"  # "Barack"
    TITLED_SURNAME = "titled-surname"  # "Mr Obama", "Sir Starmer"
    TITLED_GIVEN = "titled-given"  # "Mr Barack", "Sir Keir"
    TITLED_FULL = "titled-full"  # "Mr Barack Obama"


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention: ``start:end`` covers title and name (without a possessive 's), ``name_start`` where the name begins."""

    start: int
    end: int
    name_start: int
    kind: MentionKind
    title: str | None  # the honorific as written: "Mr", "Ms.", "Sir", "Dr"
    block: int  # index into the story's blocks
    quoted: bool
    possessive: bool


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the story's cast. ``mentions`` are in order; ``introduction`` is the one that gave the full name."""

    full: str
    given: str
    surname: str  # with its particles: "van der Berg", "al-Assad"
    particles: str
    order: NameOrder
    honorific: str | None  # the courtesy title the story uses for them most, without its point
    post: str | None  # "French President", "foreign minister", as the introduction words it
    introduction: Mention | None
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Register:
    people: tuple[Person, ...]
    unresolved: tuple[Mention, ...]  # titled names that no introduction explains: "Mr Brenn" with no full name anywhere


def find_people(text: str, blocks: tuple[Block, ...], tokens: tuple[Token, ...], quotes: Quotes) -> Register:
    """Read the cast of a story."""
    return Register((), ())
