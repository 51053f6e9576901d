"""Kind `place-names`: a place under a name that it had before.

    list: places          # the places, their former names and since when (see the list)

A story of a day before the press took up the present name keeps the former one; one that says no day is of today. So
does a sentence that speaks of another time, a longer name ("Bombay High Court"), and what the story's house style says
of the place is left to that. Places on whose name newsrooms are divided are passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from .shared.base import Context, Finding, KindOptions, Lists
from .shared.matching import phrase_pattern
from .shared.place_names import (
    Kept,
    excused,
    first_words,
    has_near,
    in_longer_name,
    is_kept,
    read_kept,
    read_places,
    stands,
)

FIELDS = ("since",)


class Options(KindOptions, frozen=True):
    list_: str = msgspec.field(name="list")


class Former(msgspec.Struct, frozen=True):
    """A former name, the present one and since when, as the list says it: "1995", "2019-08"."""

    name: str
    now: str
    since: str
    except_: tuple[str, ...]
    near: tuple[str, ...]


class State(msgspec.Struct, frozen=True):
    """Former names under their first words, in small letters, the longest first."""

    names: Mapping[str, tuple[Former, ...]]
    kept: Kept


def prepare(options: Options, lists: Lists) -> State:
    data = lists.get(options.list_)
    under: dict[str, list[Former]] = {}
    for now, place in read_places(data).items():
        for name in () if place.houses else place.was:
            row = Former(name, now, place.press or place.since, place.except_, place.near)
            for word in first_words(name):
                under.setdefault(word, []).append(row)
    names = {word: tuple(sorted(rows, key=lambda row: -len(row.name))) for word, rows in under.items()}
    return State(names, read_kept(data))


def needles(state: State) -> tuple[str, ...]:
    return tuple(sorted({phrase_pattern(row.name, "match") for rows in state.names.values() for row in rows}))


def check(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    positions = story.word_positions
    for word in sorted(state.names.keys() & positions.keys()):
        for index in positions[word]:
            start = story.token_starts[index]
            for row in state.names[word]:
                end = start + len(row.name)
                if story.text[start:end] == row.name and stands(story.text, start, end):
                    if not _stays(state, context, row, start, end):
                        yield Finding(start, end, suggestions=(row.now,), values={"since": row.since[:4]})
                    break


def _stays(state: State, context: Context, row: Former, start: int, end: int) -> bool:
    story = context.story
    style = context.style
    if style is not None and any(row.name == term.use or row.name in term.for_ for term in style.terms):
        return True
    if not has_near(story, row.near) or excused(story.text, start, end, row.except_):
        return True
    if in_longer_name(story, start, end) or is_kept(state.kept, context, start, end):
        return True
    day = context.dated() if context.dated is not None else None
    return day is not None and day.iso < row.since
