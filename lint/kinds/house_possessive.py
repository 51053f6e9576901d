"""Kind `house-possessive`: possessives of people's names that end in s, in another form than the house's.

No options. Given names, and the surnames of people whom the story introduces, in the singular: a name after "the" may
be a family's or a band's. Names of places ("St James's Park") and of antiquity ("Jesus' name") keep their form.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ..text.given_names import GIVEN
from ..text.regex import regex
from ..text.story import Story
from .shared.base import Context, Finding, KindOptions, Lists

_WITH_S = regex(r"\b(?P<name>[A-ZÀ-Þ][\w-]*s)(?P<mark>['’])s\b")
_BARE = regex(r"\b(?P<name>[A-ZÀ-Þ][\w-]*[^\Ws]s)(?P<mark>['’])(?= [a-z])")
_SAINT_OR_FAMILY = regex(r"\b(?:[Tt]he|[Ss]t\.?|[Ss]aint) $")
_PLACE_AFTER = regex(r" (?:Park|Palace|Place|Square|Street|Hospital|Church|Gate|Court|Wood|Island|Bay|Road)\b")
_ANCIENT = frozenset(("Jesus", "Moses", "Achilles", "Zeus", "Socrates", "Hercules", "Sophocles", "Xerxes", "Odysseus"))


# Members of a body, and things: the possessive of many, which has the apostrophe alone in every house.
_MANY = frozenset(
    (
        "Boys", "Girls", "Ladies", "Workers", "Farmers", "Players", "Teachers", "Writers", "Nurses", "Soldiers",
        "Lions", "Members", "Veterans", "Students", "Artists", "Democrats", "Republicans", "Tories", "Liberals",
        "Greens", "Communications", "Telecommunications", "Instruments", "Motors", "Systems", "Industries",
        "Airlines", "Airways", "Partners", "Brothers", "Sisters", "Friends", "Services", "Foods", "Mills", "Mines",
        "Holdings", "Resources",
    )
)  # fmt: skip


class Options(KindOptions, frozen=True):
    pass


class State(msgspec.Struct, frozen=True):
    pass


def prepare(options: Options, lists: Lists) -> State:
    return State()


def needles(state: State) -> tuple[str, ...]:
    return ("s['’]s\\b", "s['’] [a-z]")


def check(state: State, context: Context) -> Iterator[Finding]:
    if context.fact is None:
        return
    story, alone = context.story, context.fact.value == "apostrophe"
    for match in (_WITH_S if alone else _BARE).finditer(story.text):
        name, (start, end) = match["name"], match.span()
        if (
            name in _ANCIENT
            or (not alone and name in _MANY)
            or _SAINT_OR_FAMILY.search(story.text, max(0, start - 6), start)
        ):
            continue
        if _PLACE_AFTER.match(story.text, end) or not _is_person(story, name):
            continue
        yield Finding(start, end, suggestions=(name + match["mark"] + ("" if alone else "s"),))


def _is_person(story: Story, name: str) -> bool:
    return name in GIVEN or any(person.surname == name or name in person.called for person in story.people.people)
