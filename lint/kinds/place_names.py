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
    by_first_word,
    excused,
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
    """The present name in place of a former one, and since when, as the list says it: "1995", "2019-08"."""

    now: str
    since: str
    except_: tuple[str, ...]
    near: tuple[str, ...]


class State(msgspec.Struct, frozen=True):
    """Former names under their first words, in small letters, the longest first."""

    names: Mapping[str, tuple[tuple[str, Former], ...]]
    kept: Kept


def prepare(options: Options, lists: Lists) -> State:
    data = lists.get(options.list_)
    former = (
        (name, Former(now, place.press or place.since, place.except_, place.near))
        for now, place in read_places(data).items()
        if not place.houses
        for name in place.was
    )
    return State(by_first_word(former), read_kept(data))


def needles(state: State) -> tuple[str, ...]:
    return tuple(sorted({phrase_pattern(name, "match") for rows in state.names.values() for name, _ in rows}))


def check(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    positions = story.word_positions
    for word in sorted(state.names.keys() & positions.keys()):
        for index in positions[word]:
            start = story.token_starts[index]
            for name, row in state.names[word]:
                end = start + len(name)
                if story.text[start:end] == name and stands(story.text, start, end):
                    if not _stays(state, context, row, start, end):
                        yield Finding(start, end, suggestions=(row.now,), values={"since": row.since[:4]})
                    break


def _stays(state: State, context: Context, row: Former, start: int, end: int) -> bool:
    story = context.story
    style, name = context.style, story.text[start:end]
    if style is not None and any(name == term.use or name in term.for_ for term in style.terms):
        return True
    if not has_near(story, row.near) or excused(story.text, start, end, row.except_):
        return True
    if in_longer_name(story, start, end) or is_kept(state.kept, context, start, end):
        return True
    day = context.dated() if context.dated is not None else None
    return day is not None and day.iso < row.since
