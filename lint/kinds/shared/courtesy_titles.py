"""Mr, Mrs, Miss and Ms as a house has them, and who goes without: convicts, children and the dead."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ...issue import Related
from ...text.people import Mention, MentionKind, NameOrder, Person
from ...text.regex import regex
from ...text.story import Story
from ...text.titles import CLERGY, JUDGES, KNIGHTS, LEARNED, PEERS, RANKS, ROYALS, fold
from .base import Context, Finding
from .cast import COURTESY, FULL, acted, acts, in_prose, is_courtesy, name_text, relatives_near, things
from .story_field import is_arts, is_sport
from .titled import TitleState, bare, courtesy_titles_of, finding_on, is_name_of_work, is_noun, later, titled_as, unique
from .untitled import Mentions, is_untitled, tells, wants_title


def courtesy_titles(state: TitleState, context: Context, value: str) -> Iterator[Finding]:
    if value == "none":
        yield from _no_titles(state, context)
    elif value == "second-reference":
        yield from _lacking_titles(state, context)


def _no_titles(state: TitleState, context: Context) -> Iterator[Finding]:
    story = context.story
    if not any(title in story.word_positions for title in COURTESY):
        return
    artists_only = _drops_for_artists(context)
    for person in story.people.people:
        if artists_only and not is_untitled(state.untitled, story, person):
            continue
        met = False
        for mention in person.mentions:
            if is_courtesy(mention) and not mention.quoted and not is_name_of_work(state, story, mention):
                yield finding_on(
                    context, person, mention, _without(story, person, mention, met), "The house uses no Mr, Mrs or Ms."
                )
            met = met or (mention.kind in FULL and not mention.quoted)
    if context.style is not None and context.style.section == "arts":
        return  # those whom nobody introduces may be characters
    for mention in story.people.unresolved:
        name = name_text(story, mention)
        if is_courtesy(mention) and not mention.quoted and not is_name_of_work(state, story, mention):
            if story.text[max(0, mention.start - 8) : mention.start].endswith((" and ", " or ")):
                continue  # "Mr and Mrs Obi"
            yield Finding(
                mention.start, mention.end, suggestions=(name,), values={"person": name, "title": mention.title or ""}
            )


def _drops_for_artists(context: Context) -> bool:
    """Say whether the house drops titles in this story of the arts alone: of artists, not of a gallery's director."""
    style = context.style
    if style is None or style.section != "arts":
        return False
    news = style.facts.get("courtesy-titles")
    return news is not None and news.value != "none"


def _without(story: Story, person: Person, mention: Mention, met: bool) -> tuple[str, ...]:
    """Return what a mention is without its courtesy title: the full name at the first, where it shares the surname."""
    name = name_text(story, mention)
    if mention.kind is MentionKind.TITLED_FULL:
        return (name,)
    if not unique(story, person) or relatives_near(story, mention.start, mention.end, 60, groups=False) or not met:
        return (person.full,)
    if mention.kind is MentionKind.TITLED_GIVEN and person.order is NameOrder.WESTERN:
        return (person.surname,)
    return (name,)


def _goes_without(context: Context) -> bool:
    """Say whether a story is plainly one of sport or the arts, and the house drops titles there."""
    style = context.style
    if style is None or style.section != "news":
        return False
    fields = {"courtesy-titles.sport": is_sport, "courtesy-titles.arts": is_arts}
    return any(
        option in style.facts and style.facts[option].value == "none" and plainly(context.story)
        for option, plainly in fields.items()
    )


def _lacking_titles(state: TitleState, context: Context) -> Iterator[Finding]:
    story = context.story
    if _goes_without(context):
        return
    titled: Mentions = tuple(
        (p, m) for p in story.people.people for m in p.mentions if is_courtesy(m) and in_prose(story, m)
    )
    others = KNIGHTS | PEERS | LEARNED | CLERGY | ROYALS | JUDGES | RANKS
    for person in story.people.people:
        if any(titled_as(m, others) for m in person.mentions):
            continue  # other options say what becomes of them
        has_title = any(p is person for p, _ in titled)
        if not (person.certain or has_title):
            continue
        for mention in bare(story, person):
            if name_text(story, mention) in things(story) or not wants_title(
                state.untitled, context, person, mention, titled
            ):
                continue
            if not (has_title or tells(story, mention) or acts(story, mention) or acted(story, mention)):
                continue
            name = name_text(story, mention)
            right = tuple(f"{title} {name}" for title in courtesy_titles_of(context, person))
            if not has_title and _may_be_doctor(story, person):
                right = ()
            yield finding_on(
                context,
                person,
                mention,
                right,
                f"The house gives {person.full} a courtesy title after the first mention.",
            )


_RESEARCH = regex(
    r"(?i)\b(?:universit\w+|research\w*|scientists?|\w+ologists?|\w+onomers?|\w+physicists?|physicists?|chemists?|"
    r"botanists?|geneticists?|ph\.?d|hospitals?)\b"
)


def _may_be_doctor(story: Story, person: Person) -> bool:
    """Say whether the sentence that introduces a person speaks of research: Dr or Mr, nobody can tell."""
    sentence = story.sentence_at(person.introduction.start) if person.introduction else None
    return sentence is not None and _RESEARCH.search(story.text, sentence.start, sentence.end) is not None


def women(state: TitleState, context: Context, value: str) -> Iterator[Finding]:
    story = context.story
    if value != "ms" or context.style is None or context.style.value("courtesy-titles") == "none":
        return
    if _WISH.search(story.text):
        return
    point = "." if context.style.value("courtesy-titles.points") == "pointed" else ""
    known = [(p, m) for p in story.people.people for m in p.mentions]
    met: set[str] = set()
    for person, mention in [*known, *((None, m) for m in story.people.unresolved)]:
        name = person.full if person else name_text(story, mention)
        if name in met:
            continue  # once a woman: who knows her wish knows it at every mention
        if fold(mention.title or "") not in ("mrs", "miss") or not in_prose(story, mention):
            continue
        if is_name_of_work(state, story, mention) or (
            story.text[max(0, mention.start - 5) : mention.start].endswith((" and ", " or "))
        ):
            continue
        if fold(mention.title or "") == "mrs" and (
            (person and not unique(story, person)) or relatives_near(story, mention.start, mention.end)
        ):
            continue  # "Mrs" of somebody's wife is no slip, whatever the house calls women
        met.add(name)
        yield Finding(
            mention.start,
            mention.end,
            suggestions=(f"Ms{point} {name_text(story, mention)}",),
            values={"person": name, "title": mention.title or ""},
        )


_WISH = regex(r"\b(?:prefers|likes|asked|wishes|chose|chooses) to be (?:called|known as|addressed as) (?:Mrs|Miss)\b")


# Convicts and children

_CONVICTED = regex(
    r"(?:,? who|,? (?:aged )?\d{1,3},| and [A-Z]\w+)? (?:was|were|has been|had been|is) (?:\w+ly )?"
    r"(?:convicted|jailed|found guilty|sentenced to|given a (?:life|\w+-year|suspended)|executed)\b"
)
_CLEARED = regex(
    r"\b(?:acquitt\w+|quash\w+|overturn\w*|clear\w* (?:his|her|of)|appeal\w*|exonerat\w+|pardon\w*|wrongful\w*|"
    r"released|freed|rehabilitat\w+|miscarriage)\b"
)


def convicts(state: TitleState, context: Context, value: str) -> Iterator[Finding]:
    story = context.story
    if value != "dropped":
        return
    for person in story.people.people:
        told = next((m for m in person.mentions if in_prose(story, m) and _CONVICTED.match(story.text, m.end)), None)
        if told is None or not unique(story, person):
            continue
        if _CLEARED.search(story.text):
            return
        for mention in later(story, person):
            if is_courtesy(mention) and not relatives_near(story, mention.start, mention.end, 60):
                yield msgspec.structs.replace(
                    finding_on(context, person, mention, (name_text(story, mention),), ""),
                    related=(Related(told.start, told.end, "convicted here"),),
                )


_NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen"),
)
_AGE = rf"(?P<age>[1-9]|1[0-7]|{'|'.join(_NUMBERS)})"
_AGE_AFTER = regex(rf"(?:, | \(|,? aged ){_AGE}(?:,|\)|;|\.| and )")
_AGE_BEFORE = regex(rf"(?i)\b{_AGE}-year-old (?:\w+ )?$")
_GRAVE = regex(
    r"\b(?:murder\w*|manslaughter|killer|rape[ds]?|rapist|convicted|sentenced|jailed|pleaded|charged with)\b"
)
_PLAYS = regex(r"\b(?:champion\w*|medal\w*|scored|league|tournament|album|starred|Olympi\w+|debut)\b")


def children(state: TitleState, context: Context, value: str) -> Iterator[Finding]:
    story = context.story
    if value != "given-name" or (context.style is not None and context.style.section in ("sport", "arts")):
        return
    under = context.style.value("children-under") if context.style is not None else None
    limit = int(under) if under is not None else 16
    for person in story.people.people:
        intro = person.introduction
        if intro is None or person.order is not NameOrder.WESTERN or person.post is not None:
            continue
        before = story.text[max(story.blocks[intro.block].start, intro.start - 30) : intro.start]
        age = _AGE_AFTER.match(story.text, intro.end) or _AGE_BEFORE.search(before)
        if age is None or _years(age["age"]) >= limit:
            continue
        if _GRAVE.search(story.text) or _PLAYS.search(story.text):
            continue
        if not unique(story, person):
            continue
        for mention in later(story, person):
            if mention.kind not in (MentionKind.SURNAME, MentionKind.TITLED_SURNAME) or not is_noun(story, mention):
                continue
            if not relatives_near(story, mention.start, mention.end, 60):
                yield finding_on(context, person, mention, (person.given,), "")


def _years(age: str) -> int:
    return int(age) if age.isdecimal() else _NUMBERS.index(age.lower()) + 1


# The dead

# Not of 1950 and after: who is no figure of history yet keeps Mr in a house's own copy of 2004-05.
_LIVED = regex(
    r",? \((?:c\.? ?)?1\d{3} ?[-–—] ?(?P<died>1[0-8]\d\d|19[0-4]\d)\)"
    r"|,? who died in (?P<year>1[0-8]\d\d|19[0-4]\d)\b"
)


def dead(state: TitleState, context: Context, value: str) -> Iterator[Finding]:
    """Yield courtesy titles of those who, as the story tells beside the name, died before 1950."""
    story = context.story
    if value not in ("dropped", "all-dropped"):
        return
    for person in story.people.people:
        if not any(_LIVED.match(story.text, mention.end) for mention in person.mentions) or not unique(story, person):
            continue
        for mention in later(story, person):
            if is_courtesy(mention) and not relatives_near(story, mention.start, mention.end, 60):
                yield finding_on(context, person, mention, (name_text(story, mention),), "")
