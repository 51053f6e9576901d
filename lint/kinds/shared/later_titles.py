"""Knights, peers, clergy, doctors, judges, officers and politicians after the first mention, as a house has them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ...issue import Edit
from ...text.people import Mention, MentionKind, NameOrder, Person
from ...text.regex import regex
from ...text.story import Story
from ...text.titles import CLERGY, KNIGHTS, RANKS, fold, gender
from .base import Context, Finding
from .cast import in_prose, is_courtesy, name_text, relatives_near, things
from .story_field import is_sport
from .titled import (
    TitleState,
    bare,
    courtesy_titles_of,
    finding_on,
    is_name_of_work,
    is_office,
    later,
    titled_as,
    unique,
)
from .untitled import wants_title

_CLERICAL = CLERGY - {"pope", "ayatollah", "patriarch", "imam", "rabbi", "mother"}
_DOCTORS = frozenset({"dr", "doctor"})
_LEGISLATORS = frozenset({"sen", "senator", "rep", "gov"})


# Sir, Dame


def knights(state: TitleState, context: Context, value: str) -> Iterator[Finding]:
    story = context.story
    if value == "sir-given" and ((context.style and context.style.section == "sport") or is_sport(story)):
        return  # Sir Alex Ferguson is Ferguson on the pages of sport of every house
    for person in story.people.people:
        if person.order is not NameOrder.WESTERN:
            continue
        titled = [m for m in person.mentions if titled_as(m, KNIGHTS) and not m.quoted]
        if not titled or is_name_of_work(state, story, titled[0]) or _is_of_history(story, person):
            continue
        if value == "no-sir":
            yield from _without_sir(context, person, titled)
        elif value == "surname":
            if unique(story, person):
                for mention in later(story, person):
                    if mention.kind is MentionKind.TITLED_GIVEN and mention in titled:
                        yield finding_on(context, person, mention, (person.surname,), "")
        elif any(m.kind is MentionKind.TITLED_FULL for m in titled):
            for mention in bare(story, person):
                if wants_title(state.untitled, context, person, mention, ()) and name_text(
                    story, mention
                ) not in things(story):
                    yield finding_on(context, person, mention, (f"{titled[0].title} {person.given}",), "")


def _without_sir(context: Context, person: Person, titled: list[Mention]) -> Iterator[Finding]:
    story = context.story
    for mention in titled:
        if mention.kind is MentionKind.TITLED_FULL:
            right: tuple[str, ...] = (name_text(story, mention),)
        elif context.style is not None and context.style.value("courtesy-titles") == "second-reference":
            point = "." if context.style.value("courtesy-titles.points") == "pointed" else ""
            polite = "Ms" if gender(mention.title) == "f" else "Mr"
            right = (f"{polite}{point} {person.surname}",)
        else:
            right = (person.surname,)
        yield finding_on(context, person, mention, right, "")


_HISTORY = regex(
    r"\b(?:1[0-8]\d\d|(?:1[0-9]th|eighteenth|nineteenth|seventeenth|sixteenth)[ -]century|Victorian|Tudor)\b"
)


def _is_of_history(story: Story, person: Person) -> bool:
    """Say whether the sentence that introduces somebody speaks of an earlier age."""
    where = person.introduction
    sentence = story.sentence_at(where.start) if where else None
    return sentence is not None and _HISTORY.search(story.text, sentence.start, sentence.end) is not None


# Lord, Lady, the Rev, Dr, Justice, ranks


def peers(state: TitleState, context: Context, value: str) -> Iterator[Finding]:
    nobles = frozenset({"lord", "lady", "baroness", "baron", "viscount", "earl"})
    if value == "surname":
        yield from _dropped(state, context, nobles)
    elif value == "lord-surname":
        yield from _kept(state, context, nobles)


def clergy(state: TitleState, context: Context, value: str) -> Iterator[Finding]:
    if value == "surname":
        yield from _dropped(state, context, _CLERICAL)
    elif value == "title-kept":
        yield from _kept(state, context, _CLERICAL)
    elif value == "courtesy-title":
        yield from _dropped(state, context, frozenset({"rev", "revd", "reverend"}), polite=True)


def doctors(state: TitleState, context: Context, value: str) -> Iterator[Finding]:
    story = context.story
    if value == "first-only":
        yield from _dropped(state, context, _DOCTORS)
        return
    if value == "second-reference":
        for person in story.people.people:
            intro = person.introduction
            if intro is not None and intro.kind is MentionKind.TITLED_FULL and fold(intro.title or "") in _DOCTORS:
                yield finding_on(context, person, intro, (name_text(story, intro),), "")
    yield from _kept(state, context, _DOCTORS)


def judges(state: TitleState, context: Context, value: str) -> Iterator[Finding]:
    bench = frozenset({"justice", "judge", "magistrate"})
    if value == "surname":
        yield from _dropped(state, context, bench, spared=_HIGH_COURT)
    else:
        yield from _kept(state, context, bench)


_HIGH_COURT = frozenset({"mr justice", "mrs justice", "ms justice", "lord justice", "lady justice"})
"""Forms of the English High Court, which no house shortens."""


def ranks(state: TitleState, context: Context, value: str) -> Iterator[Finding]:
    ranks = RANKS - {"private", "major", "const", "wing", "lance", "squadron", "flight"} | {"major", "const"}
    if value == "first-only":
        yield from _dropped(state, context, ranks)
    else:
        yield from _kept(state, context, ranks)


def _dropped(
    state: TitleState,
    context: Context,
    titles: frozenset[str],
    polite: bool = False,
    spared: frozenset[str] = frozenset(),
) -> Iterator[Finding]:
    """Yield the later mentions that have a title of these, which the house gives at the first alone."""
    story = context.story
    for person in story.people.people:
        if not any(titled_as(m, titles) for m in person.mentions) or not unique(story, person):
            continue
        for mention in later(story, person):
            if mention.kind is not MentionKind.TITLED_SURNAME or not titled_as(mention, titles):
                continue
            if fold(mention.title or "") in spared or is_name_of_work(state, story, mention):
                continue
            if is_office(story, mention) or _NEW_STYLE.search(story.text, max(0, mention.start - 12), mention.start):
                continue
            if _OF_PLACE.match(story.text, mention.end):
                continue
            if relatives_near(story, mention.start, mention.end, 60, groups=False):
                continue
            name = name_text(story, mention)
            right = tuple(f"{title} {name}" for title in courtesy_titles_of(context, person)) if polite else (name,)
            yield finding_on(
                context, person, mention, right, "The house gives clergy a courtesy title after the first mention."
            )


_NEW_STYLE = regex(r"\b(?:new|now|title of|known as?|became|be) $")
_OF_PLACE = regex(r" of [A-Z]")


def _kept(state: TitleState, context: Context, titles: frozenset[str]) -> Iterator[Finding]:
    """Yield bare surnames of people whose title of these the house keeps."""
    story = context.story
    for person in story.people.people:
        intro = person.introduction
        used = [m for m in person.mentions if titled_as(m, titles) and in_prose(story, m)]
        if intro is None or not used or not titled_as(intro, titles) or _is_of_history(story, person):
            continue
        if any(is_courtesy(m) or is_office(story, m) for m in person.mentions):
            continue
        titles_used = [m.title for m in used if m.kind is MentionKind.TITLED_SURNAME]
        title = (titles_used or [intro.title])[0] or ""
        for mention in bare(story, person):
            name = name_text(story, mention)
            if wants_title(state.untitled, context, person, mention, ()) and name not in things(story):
                yield finding_on(context, person, mention, (f"{_short(title, context)} {name}",), "")


def _short(title: str, context: Context) -> str:
    """Return a title as it stands with the surname alone, without "the", with the house's point after Dr."""
    title = title.removeprefix("the ").removeprefix("The ")
    points = context.style.value("courtesy-titles.points") if context.style is not None else None
    if points is None or fold(title) not in ("dr", "rev", "prof"):
        return title
    return title.rstrip(".") + ("." if points == "pointed" else "")


_SCHOLAR = regex(
    r"\b(?:economist|historian|physicist|chemist|astronomer|astrophysicist|archaeologist|anthropologist|sociologist|"
    r"philosopher|linguist|ecologist|geologist|geographer|meteorologist|climatologist|mathematician|statistician|"
    r"political scientist|computer scientist|oceanographer|seismologist|botanist|criminologist|agronomist|theologian)\b"
)
_MEDICAL = regex(r"(?i)\b(?:medic\w*|surg\w*|physician|doctor|gp|clinic\w*|hospital|psychiatr\w*|patients?|health)\b")


def phd_doctors(state: TitleState, context: Context, value: str) -> Iterator[Finding]:
    story = context.story
    if value != "never":
        return
    for person in story.people.people:
        intro = person.introduction
        if intro is None or not any(titled_as(m, _DOCTORS) for m in person.mentions):
            continue
        sentence = story.sentence_at(intro.start)
        if sentence is None:
            continue
        around = story.text[max(sentence.start, intro.start - 60) : min(sentence.end, intro.end + 60)]
        if not _SCHOLAR.search(person.post or "") and not _SCHOLAR.search(story.text[intro.end : intro.end + 45]):
            continue
        if _MEDICAL.search(around):
            continue
        for mention in person.mentions:
            if in_prose(story, mention) and fold(mention.title or "") in _DOCTORS:
                yield finding_on(context, person, mention, (name_text(story, mention),), "")


# Offices before surnames

_OFFICE = regex(
    r"(?:(?:[A-Z][a-z]+ )?(?:(?:Prime|Foreign|Finance|Defence|Defense|Interior|Health|First|Chief|Home|Trade) )?"
    r"(?:Minister|President|Premier|Chancellor|Governor|Mayor|Senator|Secretary))$"
)


def politicians(state: TitleState, context: Context, value: str) -> Iterator[Finding]:
    if value == "kept":
        return
    story, text = context.story, context.story.text
    for person in story.people.people:
        if not unique(story, person):
            continue
        for mention in later(story, person):
            start = _office_start(text, mention)
            if start is None or relatives_near(story, mention.start, mention.end, 60, groups=False):
                continue
            name = name_text(story, mention)
            right: tuple[str, ...] = (name,)
            if value == "courtesy-title":
                right = tuple(f"{title} {name}" for title in courtesy_titles_of(context, person))
            yield msgspec.structs.replace(
                finding_on(
                    context, person, mention, right, "The house writes Mr, Mrs or Ms in place of the office.", start
                ),
                edits=(Edit(start, mention.end, right[0]),) if right else (),
            )


def _office_start(text: str, mention: Mention) -> int | None:
    """Return where the office before a surname begins, None where none stands there."""
    if mention.kind is MentionKind.TITLED_SURNAME and titled_as(mention, _LEGISLATORS):
        return mention.start
    if mention.kind is not MentionKind.SURNAME or mention.post is None or not _OFFICE.search(mention.post):
        return None
    start = mention.start - len(mention.post) - 1
    if start < 0 or text[start : mention.start - 1] != mention.post:
        return None
    before = text[max(0, start - 14) : start].lower()
    return None if before.endswith(("former ", "ex-", "vice-", "vice ", "deputy ", "then ", "the ")) else start
