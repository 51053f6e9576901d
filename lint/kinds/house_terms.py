"""Kind `house-terms`: the forms that a house writes in place of others, from the `terms` of its style.

No options. Capital letters count as the style gives them, but a form in small letters may open a sentence. A form that
stands in a longer name ("Bombay High Court", "the Internet Archive") or in one of the term's own exceptions is left
alone, and so is a place's former name where it is of its time.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from ..text.story import Story
from .shared.base import Context, Finding, KindOptions, Lists
from .shared.matching import recase
from .shared.place_names import (
    PLACES_LIST,
    Kept,
    by_first_word,
    excused,
    has_near,
    in_longer_name,
    is_kept,
    opens_sentence,
    read_kept,
    stands,
)
from .shared.style import Term

FIELDS = ("use",)
REACH = "story"


class Options(KindOptions, frozen=True):
    pass


class State(msgspec.Struct, frozen=True):
    kept: Kept


def prepare(options: Options, lists: Lists) -> State:
    return State(read_kept(lists.get(PLACES_LIST)))


def check(state: State, context: Context) -> Iterator[Finding]:
    if context.style is None:
        return
    story = context.story
    table = _forms(context.style.terms)
    positions = story.word_positions
    for word in table.keys() & positions.keys():
        for index in positions[word]:
            for form, term in table[word]:
                start, end = story.token_starts[index], story.token_starts[index] + len(form)
                if not _is_form(story, form, start, end):
                    continue
                if not _excused(state, context, term, start, end):
                    right = recase(story.text[start:end], term.use) if opens_sentence(story, start) else term.use
                    yield Finding(start, end, suggestions=(right,), values={"use": right}, severity=term.fact.severity)
                    break


@lru_cache(maxsize=32)
def _forms(terms: tuple[Term, ...]) -> dict[str, tuple[tuple[str, Term], ...]]:
    return by_first_word((form, term) for term in terms for form in term.for_)


def _is_form(story: Story, form: str, start: int, end: int) -> bool:
    """Say whether a form stands at ``start:end``: in its own case, or with a capital that opens a sentence."""
    here = story.text[start:end]
    if here != form and " ".join(here.split()).replace("’", "'") != form:
        opens = form[:1].islower() and here[:1].isupper() and here[1:] == form[1:]
        if not opens or not opens_sentence(story, start):
            return False
    return stands(story.text, start, end)


def _excused(state: State, context: Context, term: Term, start: int, end: int) -> bool:
    story = context.story
    if in_longer_name(story, start, end) or excused(story.text, start, end, term.except_):
        return True
    return term.place and (not has_near(story, term.near) or is_kept(state.kept, context, start, end))
