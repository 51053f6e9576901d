"""Reading the list of places that have had other names, and where such a name stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import msgspec

from ...text.name_words import NOT_NAMES
from ...text.regex import regex
from ...text.story import Story
from .base import Context, OptionError
from .matching import bounded, compile_pattern, in_same_sentence, overlaps_any

_Row = TypeVar("_Row")

PLACES_LIST = "places"

_REACH = 60
"""Code points on either side in which an exception is looked for."""


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place: its former names, and since when ("2019-08") it has the present one, officially and in the press."""

    was: tuple[str, ...]
    since: str
    press: str = ""
    except_: tuple[str, ...] = msgspec.field(name="except", default=())
    near: tuple[str, ...] = ()
    houses: bool = False


class Kept(msgspec.Struct, frozen=True):
    """Patterns of where a former name stays: over it, or anywhere in its sentence."""

    over: tuple[Any, ...]
    sentence: tuple[Any, ...]


def read_places(data: Any) -> Mapping[str, Place]:
    """Return the places of the list by their present names. Raises OptionError."""
    try:
        return {name: msgspec.convert(_as_text(row), Place) for name, row in data["places"].items()}
    except (AttributeError, KeyError, TypeError, msgspec.ValidationError) as error:
        raise OptionError(f"the list of places: {error}") from None


def _as_text(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row with its years as text."""
    return {key: str(value) if type(value) is int else value for key, value in row.items()}


def read_kept(data: Any) -> Kept:
    """Return the patterns of the list. Raises OptionError."""
    over, sentence = (tuple(compile_pattern(pattern) for pattern in data["kept"][key]) for key in ("over", "sentence"))
    return Kept(over, sentence)


def other_names(places: Mapping[str, Place], name: str) -> tuple[tuple[str, ...], Place] | None:
    """Return what else the place is or was called that has a name, and its row; None where the list has it not."""
    for present, place in places.items():
        names = (present, *place.was)
        if name in names:
            return tuple(other for other in names if other != name), place
    return None


def is_kept(kept: Kept, context: Context, start: int, end: int) -> bool:
    """Say whether the name at ``start:end`` is of its own time, or spoken of as a name."""
    return overlaps_any(kept.over, context, start, end) or in_same_sentence(kept.sentence, context, start)


def has_near(story: Story, near: tuple[str, ...]) -> bool:
    """Say whether a story has one of these words, or none is asked for."""
    return not near or any(word.lower() in story.word_positions for word in near)


def excused(text: str, start: int, end: int, phrases: tuple[str, ...]) -> bool:
    """Say whether one of the phrases, in any case, overlaps ``start:end``."""
    if not phrases:
        return False
    base = max(0, start - _REACH)
    around = text[base : end + _REACH].lower()
    for phrase in phrases:
        at = around.find(phrase.lower())
        while at >= 0:
            if base + at < end and base + at + len(phrase) > start:
                return True
            at = around.find(phrase.lower(), at + 1)
    return False


_NAME_AFTER = regex(r" (?:& )?[A-Z]")
_BODY_AFTER = regex(r" of (?:the )?[A-Z]| and [A-Z][\w’'-]* [A-Z]")
_NAME_BEFORE = regex(r"(?<![\w’'-])[A-Z][\w’'-]* $")
_WORK_BEFORE = regex(r"(?<![\w’'-])[A-Z][\w’'-]* of $")


def in_longer_name(story: Story, start: int, end: int) -> bool:
    """Say whether a form with a capital is part of a longer name, or any form part of an address.

    "the Internet Archive", "Bombay High Court": its last word has a capital before another, or its first word has one
    behind another. A form with an article may be the name of a body or a work in other ways too: "the Web of Science",
    "Masters of the Internet". A form in capitals throughout ("ISIS") is left to its own exceptions.
    """
    text = story.text
    if text[end : end + 1] in ("@", ".") and text[end + 1 : end + 2].isalnum():
        return True
    if start and text[start - 1] in "@#/.":
        return True
    words = text[start:end].split()
    capitals = [word for word in words if word[0].isupper()]
    if not any(word.istitle() for word in capitals):
        return False
    article = words[0].lower() in ("the", "a", "an") and len(words) > 1
    if words[-1][0].isupper() and (_NAME_AFTER.match(text, end) or (article and _BODY_AFTER.match(text, end))):
        return True
    if not article and not words[0][0].isupper():
        return False
    before = (_WORK_BEFORE if article else _NAME_BEFORE).search(text, max(0, start - 40), start)
    if before is None or before[0].split()[0] in NOT_NAMES:
        return False
    return not article or not opens_sentence(story, before.start())


def stands(text: str, start: int, end: int) -> bool:
    """Say whether ``start:end`` is a whole word or words; "'s" may follow what begins with a capital."""
    if text[start].isupper() and text[end : end + 1] in ("'", "’") and text[end + 1 : end + 2] == "s":
        return bounded(text, start, end + 2)
    return bounded(text, start, end)


def by_first_word(rows: Iterable[tuple[str, _Row]]) -> dict[str, tuple[tuple[str, _Row], ...]]:
    """Return names, each with its row, by the tokens with which they may begin; the longest first."""
    table: dict[str, list[tuple[str, _Row]]] = {}
    for name, row in rows:
        for word in _first_words(name):
            table.setdefault(word, []).append((name, row))
    return {word: tuple(sorted(under, key=lambda entry: -len(entry[0]))) for word, under in table.items()}


def _first_words(name: str) -> tuple[str, ...]:
    """Return the tokens, as `Story.spellings` has them, with which a name may begin in a text."""
    tokens = Story(name).spellings
    return (tokens[0], f"{tokens[0]}'s") if len(tokens) == 1 and name[0].isupper() else (tokens[0],)


def opens_sentence(story: Story, start: int) -> bool:
    """Say whether a sentence starts here, be it behind an opening mark."""
    sentence = story.sentence_at(start)
    return sentence is not None and not story.text[sentence.start : start].strip("\"'“‘([ ")
