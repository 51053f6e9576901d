"""What the checks of titles before names share: their state, and what is known of a mention and of a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import msgspec

from ...text.given_sex import sex_of
from ...text.people import Mention, MentionKind, NameOrder, Person
from ...text.regex import regex
from ...text.story import Story
from ...text.titles import fold, gender, is_post
from .base import Context, Finding
from .cast import FULL, acted, acts, by_surname, in_prose, introduced_at, is_courtesy, name_text
from .untitled import Untitled, stands_alone


class TitleState(msgspec.Struct, frozen=True):
    """Who has no title in any house, and names that begin with one."""

    asks: str
    untitled: Untitled
    names: frozenset[str]
    """Names of works and figures that begin with a title: "Mr Bean"."""


def titled_as(mention: Mention, titles: frozenset[str]) -> bool:
    """Say whether the last word of a mention's title is one of these: "Detective Sergeant", "the Rev Dr"."""
    return mention.title is not None and fold(mention.title.split()[-1]) in titles


def is_name_of_work(state: TitleState, story: Story, mention: Mention) -> bool:
    """Say whether a title and a name are those of a work or a figure: "Mr Bean", "the Mrs Obi books"."""
    title, text = mention.title or "", story.text
    name = text[mention.name_start : mention.end]
    first = f"{title.split()[-1].rstrip('.')} {name.split()[0]}" if title else name
    if first in state.names or f"{first} {' '.join(name.split()[1:2])}" in state.names:
        return True
    # "the Mr Obi books", "the film Mr Obi", "Mrs Obi's Boys"
    return _WORK_BEFORE.search(text, max(0, mention.start - 24), mention.start) is not None or (
        mention.possessive and _TITLE_GOES_ON.match(text, mention.end) is not None
    )


_WORK_BEFORE = regex(
    r"\b(?:[Tt]he|film|movie|book|novel|series|sitcom|comedy|drama|musical|play|show|song|single|album|band|hit|sequel|"
    r"character|story|tale|game|horse)[,:]? $"
)
_TITLE_GOES_ON = regex(r"['’]s? [A-Z][a-z]")


_OTHER_GENERAL = regex(
    r"\b(?:Secretary|Attorney|Governor|Solicitor|Surgeon|Director|Inspector|Consul|Auditor|Comptroller|Postmaster|Chief)"
    r"[ -]$"
)


def is_office(story: Story, mention: Mention) -> bool:
    """Say whether what reads as a rank ends the name of an office: "Secretary General", "Chief Constable"."""
    return _OTHER_GENERAL.search(story.text, max(0, mention.start - 14), mention.start) is not None


def unique(story: Story, person: Person) -> bool:
    """Say whether nobody else of the story may be meant by the person's surname."""
    return len(by_surname(story).get(person.surname, ())) < 2


def later(story: Story, person: Person) -> Iterator[Mention]:
    """Yield the mentions in the paper's own prose after the one that introduces a person, or gives the full name."""
    known = False
    for mention in person.mentions:
        if not in_prose(story, mention):
            continue
        if known and mention.kind not in FULL:
            yield mention
        known = known or mention.kind in FULL or mention is person.introduction


def bare(story: Story, person: Person) -> Iterator[Mention]:
    """Yield the later mentions by the surname alone, each a noun of its own: no "Obi family", no "Lal and Obi"."""
    for mention in later(story, person):
        if mention.kind is not MentionKind.SURNAME or mention.post is not None:
            continue
        if name_text(story, mention) in person.called and is_noun(story, mention) and not _described(story, mention):
            yield mention


_DESCRIPTION = regex(r"(?:([a-z][\w-]+)|-year-old) $")


def _described(story: Story, mention: Mention) -> bool:
    """Say whether a calling or an age stands directly before a name: "the psychologist Obi"."""
    match = _DESCRIPTION.search(story.text, max(story.blocks[mention.block].start, mention.start - 24), mention.start)
    return match is not None and (match[1] is None or is_post(match[1]) or match[1].endswith("-year-old"))


def is_noun(story: Story, mention: Mention) -> bool:
    return acts(story, mention) or acted(story, mention) or stands_alone(story, mention)


def _sex(story: Story, person: Person) -> str | None:
    """Return "m" or "f" where a title of the story or the given name tells it."""
    told = {gender(m.title) for m in person.mentions if m.title} - {None}
    if len(told) == 1:
        return told.pop()
    return sex_of(person.given) if not told and person.order is NameOrder.WESTERN else None


def courtesy_titles_of(context: Context, person: Person) -> tuple[str, ...]:
    """Return the courtesy titles that the house may give a person; none where nothing tells whether Mr or Ms."""
    point = "." if context.style and context.style.value("courtesy-titles.points") == "pointed" else ""
    used = Counter(fold(m.title or "") for m in person.mentions if is_courtesy(m))
    if used:
        return (f"{used.most_common(1)[0][0].capitalize()}{point}",)
    sex = _sex(context.story, person)
    if sex == "m":
        return (f"Mr{point}",)
    if sex == "f":
        women = context.style.value("womens-titles") if context.style else None
        return ("Miss", f"Mrs{point}") if women == "miss-mrs" else (f"Ms{point}",)
    return ()


def finding_on(
    context: Context, person: Person, mention: Mention, right: tuple[str, ...], instead: str, start: int | None = None
) -> Finding:
    """Return a finding on a mention, with ``instead`` as its message where nothing can be put in its place."""
    return Finding(
        mention.start if start is None else start,
        mention.end,
        suggestions=right,
        related=introduced_at(context.story, person),
        values={"person": person.full, "title": mention.title or ""},
        message=None if right else instead,
    )
