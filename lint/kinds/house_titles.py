"""Kind `house-titles`: titles before names as the house gives them, by the story's own register of people.

asks: courtesy           # Mr, Mrs, Miss, Ms: never, or from the second mention on
      women              # "Miss Lal" where the house writes Ms
      convicts           # "Mr Pell" of somebody whom the story tells convicted
      children           # "Pell" of a child of ten
      knights            # "Sir Keir" and "Starmer"
      peers              # "Lord Ashby" and "Ashby"
      clergy, doctors, judges, ranks, politicians      # the title at a later mention
      phd-doctors        # Dr for an economist
      rank-forms         # "General" and "Gen."

What it does not know it leaves alone: who is no kin of a namesake, whose sex no name or title tells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Literal

import msgspec

from ..issue import Edit, Related
from ..text.given_sex import sex_of
from ..text.people import Mention, MentionKind, NameOrder, Person
from ..text.regex import regex
from ..text.story import Story
from ..text.titles import CLERGY, JUDGES, KNIGHTS, LEARNED, PEERS, RANKS, ROYALS, fold, gender, is_post
from .shared.base import Context, Finding, KindOptions, Lists
from .shared.cast import (
    COURTESY,
    FULL,
    acted,
    acts,
    by_surname,
    in_prose,
    introduced_at,
    is_courtesy,
    name_text,
    relatives_near,
    things,
)
from .shared.story_field import is_arts, is_sport
from .shared.untitled import Mentions, Untitled, is_untitled, stands_alone, tells, wants_title

FIELDS = ("person", "title")

Asked = Literal[
    "courtesy",
    "women",
    "convicts",
    "children",
    "knights",
    "peers",
    "clergy",
    "doctors",
    "phd-doctors",
    "judges",
    "ranks",
    "rank-forms",
    "politicians",
]


class Options(KindOptions, frozen=True):
    asks: Asked


class State(msgspec.Struct, frozen=True):
    asks: Asked
    untitled: Untitled
    names: frozenset[str]
    """Names of works and figures that begin with a title: "Mr Bean"."""


def prepare(options: Options, lists: Lists) -> State:
    return State(
        options.asks,
        Untitled(frozenset(lists.get("untitled-callings")), frozenset(lists.get("household-names"))),
        frozenset(lists.get("titled-names")),
    )


_CLERICAL = CLERGY - {"pope", "ayatollah", "patriarch", "imam", "rabbi", "mother"}
_DOCTORS = frozenset({"dr", "doctor"})
_LEGISLATORS = frozenset({"sen", "senator", "rep", "gov"})
_NEEDLES: dict[str, str] = {
    "women": r"\b(?:Mrs|Miss)\b",
    "convicts": r"\b(?:Mr|Mrs|Ms|Miss)\b",
    "children": r"(?i)\b(?:1[0-5]|[1-9]|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen)\b",
    "knights": r"\b(?:Sir|Dame)\b",
    "peers": r"\b(?:Lord|Lady|Baroness|Baron|Viscount|Earl)\b",
    "clergy": r"\b(?:Rev|Revd|Reverend|Father|Fr|Sister|Brother|Bishop|Archbishop|Cardinal|Canon|Monsignor|Mgr|Pastor|"
    r"Deacon|Archdeacon)\b",
    "doctors": r"\b(?:Dr|Doctor)\b",
    "phd-doctors": r"\bDr\b",
    "judges": r"\b(?:Justice|Judge|Magistrate)\b",
    "ranks": r"\b(?:Gen|Lt|Lieut|Col|Maj|Cap|Sgt|Serg|Cpl|Corp|Pte|Priv|Adm|Com|Cmdr|Brig|Insp|Det|Sup|Const)",
    "rank-forms": r"\b(?:Gen|Lt|Lieut|Col|Maj|Cap|Sgt|Serg|Cpl|Corp|Pte|Priv|Adm|Com|Cmdr|Brig|Insp|Det|Sup|Const)",
    "politicians": r"\b(?:President|Premier|Chancellor|Minister|Secretary|Governor|Gov|Senator|Sen|Rep|Mayor)\b",
}


def needles(state: State) -> tuple[str, ...] | None:
    needle = _NEEDLES.get(state.asks)
    return (needle,) if needle else None


def check(state: State, context: Context) -> Iterator[Finding]:
    if context.fact is not None:
        yield from _CHECKS[state.asks](state, context, context.fact.value)


# What is known of a mention


def _titled_as(mention: Mention, titles: frozenset[str]) -> bool:
    """Say whether the last word of a mention's title is one of these: "Detective Sergeant", "the Rev Dr"."""
    return mention.title is not None and fold(mention.title.split()[-1]) in titles


def _is_name_of_work(state: State, story: Story, mention: Mention) -> bool:
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


def _is_office(story: Story, mention: Mention) -> bool:
    """Say whether what reads as a rank ends the name of an office: "Secretary General", "Chief Constable"."""
    return _OTHER_GENERAL.search(story.text, max(0, mention.start - 14), mention.start) is not None


def _unique(story: Story, person: Person) -> bool:
    """Say whether nobody else of the story may be meant by the person's surname."""
    return len(by_surname(story).get(person.surname, ())) < 2


def _later(story: Story, person: Person) -> Iterator[Mention]:
    """Yield the mentions in the paper's own prose after the one that introduces a person, or gives the full name."""
    known = False
    for mention in person.mentions:
        if not in_prose(story, mention):
            continue
        if known and mention.kind not in FULL:
            yield mention
        known = known or mention.kind in FULL or mention is person.introduction


def _bare(story: Story, person: Person) -> Iterator[Mention]:
    """Yield the later mentions by the surname alone, each a noun of its own: no "Obi family", no "Lal and Obi"."""
    for mention in _later(story, person):
        if mention.kind is not MentionKind.SURNAME or mention.post is not None:
            continue
        if name_text(story, mention) in person.called and _is_noun(story, mention) and not _described(story, mention):
            yield mention


_DESCRIPTION = regex(r"(?:([a-z][\w-]+)|-year-old) $")


def _described(story: Story, mention: Mention) -> bool:
    """Say whether a calling or an age stands directly before a name: "the psychologist Obi"."""
    match = _DESCRIPTION.search(story.text, max(story.blocks[mention.block].start, mention.start - 24), mention.start)
    return match is not None and (match[1] is None or is_post(match[1]) or match[1].endswith("-year-old"))


def _is_noun(story: Story, mention: Mention) -> bool:
    return acts(story, mention) or acted(story, mention) or stands_alone(story, mention)


def _sex(story: Story, person: Person) -> str | None:
    """Return "m" or "f" where a title of the story or the given name tells it."""
    told = {gender(m.title) for m in person.mentions if m.title} - {None}
    if len(told) == 1:
        return told.pop()
    return sex_of(person.given) if not told and person.order is NameOrder.WESTERN else None


def _courtesy(context: Context, person: Person) -> tuple[str, ...]:
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


def _finding(
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


# Mr, Mrs, Miss, Ms


def _courtesy_titles(state: State, context: Context, value: str) -> Iterator[Finding]:
    if value == "none":
        yield from _no_titles(state, context)
    elif value == "second-reference":
        yield from _lacking_titles(state, context)


def _no_titles(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    if not any(title in story.word_positions for title in COURTESY):
        return
    artists_only = _drops_for_artists(context)
    for person in story.people.people:
        if artists_only and not is_untitled(state.untitled, story, person):
            continue
        met = False
        for mention in person.mentions:
            if is_courtesy(mention) and not mention.quoted and not _is_name_of_work(state, story, mention):
                yield _finding(
                    context, person, mention, _without(story, person, mention, met), "The house uses no Mr, Mrs or Ms."
                )
            met = met or (mention.kind in FULL and not mention.quoted)
    if context.style is not None and context.style.section == "arts":
        return  # those whom nobody introduces may be characters
    for mention in story.people.unresolved:
        name = name_text(story, mention)
        if is_courtesy(mention) and not mention.quoted and not _is_name_of_work(state, story, mention):
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
    if not _unique(story, person) or relatives_near(story, mention.start, mention.end, 60, groups=False) or not met:
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


def _lacking_titles(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    if _goes_without(context):
        return
    titled: Mentions = tuple(
        (p, m) for p in story.people.people for m in p.mentions if is_courtesy(m) and in_prose(story, m)
    )
    others = KNIGHTS | PEERS | LEARNED | CLERGY | ROYALS | JUDGES | RANKS
    for person in story.people.people:
        if any(_titled_as(m, others) for m in person.mentions):
            continue  # other options say what becomes of them
        has_title = any(p is person for p, _ in titled)
        if not (person.certain or has_title):
            continue
        for mention in _bare(story, person):
            if name_text(story, mention) in things(story) or not wants_title(
                state.untitled, context, person, mention, titled
            ):
                continue
            if not (has_title or tells(story, mention) or acts(story, mention) or acted(story, mention)):
                continue
            name = name_text(story, mention)
            right = tuple(f"{title} {name}" for title in _courtesy(context, person))
            yield _finding(
                context,
                person,
                mention,
                right,
                f"The house gives {person.full} a courtesy title after the first mention.",
            )


def _women(state: State, context: Context, value: str) -> Iterator[Finding]:
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
        if _is_name_of_work(state, story, mention) or (
            story.text[max(0, mention.start - 5) : mention.start].endswith((" and ", " or "))
        ):
            continue
        if fold(mention.title or "") == "mrs" and (
            (person and not _unique(story, person)) or relatives_near(story, mention.start, mention.end)
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


def _convicts(state: State, context: Context, value: str) -> Iterator[Finding]:
    story = context.story
    if value != "dropped":
        return
    for person in story.people.people:
        told = next((m for m in person.mentions if in_prose(story, m) and _CONVICTED.match(story.text, m.end)), None)
        if told is None or not _unique(story, person):
            continue
        if _CLEARED.search(story.text):
            return
        for mention in _later(story, person):
            if is_courtesy(mention) and not relatives_near(story, mention.start, mention.end, 60):
                yield msgspec.structs.replace(
                    _finding(context, person, mention, (name_text(story, mention),), ""),
                    related=(Related(told.start, told.end, "convicted here"),),
                )


_AGE_AFTER = regex(
    r"(?:, | \(|,? aged )(?:[1-9]|1[0-5]|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen)"
    r"(?:,|\)|;|\.| and )"
)
_AGE_BEFORE = regex(
    r"(?i)\b(?:[1-9]|1[0-5]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen)"
    r"-year-old (?:\w+ )?$"
)
_GRAVE = regex(
    r"\b(?:murder\w*|manslaughter|killer|rape[ds]?|rapist|convicted|sentenced|jailed|pleaded|charged with)\b"
)
_PLAYS = regex(r"\b(?:champion\w*|medal\w*|scored|league|tournament|album|starred|Olympi\w+|debut)\b")


def _children(state: State, context: Context, value: str) -> Iterator[Finding]:
    story = context.story
    if value != "given-name" or (context.style is not None and context.style.section in ("sport", "arts")):
        return
    for person in story.people.people:
        intro = person.introduction
        if intro is None or person.order is not NameOrder.WESTERN or person.post is not None:
            continue
        before = story.text[max(story.blocks[intro.block].start, intro.start - 30) : intro.start]
        if not (_AGE_AFTER.match(story.text, intro.end) or _AGE_BEFORE.search(before)):
            continue
        if _GRAVE.search(story.text) or _PLAYS.search(story.text):
            continue
        if not _unique(story, person):
            continue
        for mention in _later(story, person):
            if mention.kind not in (MentionKind.SURNAME, MentionKind.TITLED_SURNAME) or not _is_noun(story, mention):
                continue
            if not relatives_near(story, mention.start, mention.end, 60):
                yield _finding(context, person, mention, (person.given,), "")


# Sir, Dame


def _knights(state: State, context: Context, value: str) -> Iterator[Finding]:
    story = context.story
    if value == "sir-given" and ((context.style and context.style.section == "sport") or is_sport(story)):
        return  # Sir Alex Ferguson is Ferguson on the pages of sport of every house
    for person in story.people.people:
        if person.order is not NameOrder.WESTERN:
            continue
        titled = [m for m in person.mentions if _titled_as(m, KNIGHTS) and not m.quoted]
        if not titled or _is_name_of_work(state, story, titled[0]) or _is_of_history(story, person):
            continue
        if value == "no-sir":
            yield from _without_sir(context, person, titled)
        elif value == "surname":
            if _unique(story, person):
                for mention in _later(story, person):
                    if mention.kind is MentionKind.TITLED_GIVEN and mention in titled:
                        yield _finding(context, person, mention, (person.surname,), "")
        elif any(m.kind is MentionKind.TITLED_FULL for m in titled):
            for mention in _bare(story, person):
                if wants_title(state.untitled, context, person, mention, ()) and name_text(
                    story, mention
                ) not in things(story):
                    yield _finding(context, person, mention, (f"{titled[0].title} {person.given}",), "")


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
        yield _finding(context, person, mention, right, "")


_HISTORY = regex(
    r"\b(?:1[0-8]\d\d|(?:1[0-9]th|eighteenth|nineteenth|seventeenth|sixteenth)[ -]century|Victorian|Tudor)\b"
)


def _is_of_history(story: Story, person: Person) -> bool:
    """Say whether the sentence that introduces somebody speaks of an earlier age."""
    where = person.introduction
    sentence = story.sentence_at(where.start) if where else None
    return sentence is not None and _HISTORY.search(story.text, sentence.start, sentence.end) is not None


# Lord, Lady, the Rev, Dr, Justice, ranks


def _peers(state: State, context: Context, value: str) -> Iterator[Finding]:
    nobles = frozenset({"lord", "lady", "baroness", "baron", "viscount", "earl"})
    if value == "surname":
        yield from _dropped(state, context, nobles)
    elif value == "lord-surname":
        yield from _kept(state, context, nobles)


def _clergy(state: State, context: Context, value: str) -> Iterator[Finding]:
    if value == "surname":
        yield from _dropped(state, context, _CLERICAL)
    elif value == "title-kept":
        yield from _kept(state, context, _CLERICAL)
    elif value == "courtesy-title":
        yield from _dropped(state, context, frozenset({"rev", "revd", "reverend"}), polite=True)


def _doctors(state: State, context: Context, value: str) -> Iterator[Finding]:
    story = context.story
    if value == "first-only":
        yield from _dropped(state, context, _DOCTORS)
        return
    if value == "second-reference":
        for person in story.people.people:
            intro = person.introduction
            if intro is not None and intro.kind is MentionKind.TITLED_FULL and fold(intro.title or "") in _DOCTORS:
                yield _finding(context, person, intro, (name_text(story, intro),), "")
    yield from _kept(state, context, _DOCTORS)


def _judges(state: State, context: Context, value: str) -> Iterator[Finding]:
    bench = frozenset({"justice", "judge", "magistrate"})
    if value == "surname":
        yield from _dropped(state, context, bench, spared=_HIGH_COURT)
    else:
        yield from _kept(state, context, bench)


_HIGH_COURT = frozenset({"mr justice", "mrs justice", "ms justice", "lord justice", "lady justice"})
"""Forms of the English High Court, which no house shortens."""


def _ranks(state: State, context: Context, value: str) -> Iterator[Finding]:
    ranks = RANKS - {"private", "major", "const", "wing", "lance", "squadron", "flight"} | {"major", "const"}
    if value == "first-only":
        yield from _dropped(state, context, ranks)
    else:
        yield from _kept(state, context, ranks)


def _dropped(
    state: State,
    context: Context,
    titles: frozenset[str],
    polite: bool = False,
    spared: frozenset[str] = frozenset(),
) -> Iterator[Finding]:
    """Yield the later mentions that have a title of these, which the house gives at the first alone."""
    story = context.story
    for person in story.people.people:
        if not any(_titled_as(m, titles) for m in person.mentions) or not _unique(story, person):
            continue
        for mention in _later(story, person):
            if mention.kind is not MentionKind.TITLED_SURNAME or not _titled_as(mention, titles):
                continue
            if fold(mention.title or "") in spared or _is_name_of_work(state, story, mention):
                continue
            if _is_office(story, mention) or _NEW_STYLE.search(story.text, max(0, mention.start - 12), mention.start):
                continue
            if _OF_PLACE.match(story.text, mention.end):
                continue
            if relatives_near(story, mention.start, mention.end, 60, groups=False):
                continue
            name = name_text(story, mention)
            right = tuple(f"{title} {name}" for title in _courtesy(context, person)) if polite else (name,)
            yield _finding(
                context, person, mention, right, "The house gives clergy a courtesy title after the first mention."
            )


_NEW_STYLE = regex(r"\b(?:new|now|title of|known as?|became|be) $")
_OF_PLACE = regex(r" of [A-Z]")


def _kept(state: State, context: Context, titles: frozenset[str]) -> Iterator[Finding]:
    """Yield bare surnames of people whose title of these the house keeps."""
    story = context.story
    for person in story.people.people:
        intro = person.introduction
        used = [m for m in person.mentions if _titled_as(m, titles) and in_prose(story, m)]
        if intro is None or not used or not _titled_as(intro, titles) or _is_of_history(story, person):
            continue
        if any(is_courtesy(m) or _is_office(story, m) for m in person.mentions):
            continue
        later = [m.title for m in used if m.kind is MentionKind.TITLED_SURNAME]
        title = (later or [intro.title])[0] or ""
        for mention in _bare(story, person):
            name = name_text(story, mention)
            if wants_title(state.untitled, context, person, mention, ()) and name not in things(story):
                yield _finding(context, person, mention, (f"{_short(title)} {name}",), "")


def _short(title: str) -> str:
    """Return a title as it stands with the surname alone: "Rev" and "the Rev Dr" take no part in it."""
    return title.removeprefix("the ").removeprefix("The ")


_SCHOLAR = regex(
    r"\b(?:economist|historian|physicist|chemist|astronomer|astrophysicist|archaeologist|anthropologist|sociologist|"
    r"philosopher|linguist|ecologist|geologist|geographer|meteorologist|climatologist|mathematician|statistician|"
    r"political scientist|computer scientist|oceanographer|seismologist|botanist|criminologist|agronomist|theologian)\b"
)
_MEDICAL = regex(r"(?i)\b(?:medic\w*|surg\w*|physician|doctor|gp|clinic\w*|hospital|psychiatr\w*|patients?|health)\b")


def _phd_doctors(state: State, context: Context, value: str) -> Iterator[Finding]:
    story = context.story
    if value != "never":
        return
    for person in story.people.people:
        intro = person.introduction
        if intro is None or not any(_titled_as(m, _DOCTORS) for m in person.mentions):
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
                yield _finding(context, person, mention, (name_text(story, mention),), "")


# Ranks in short and in full

_RANK_FORMS: dict[str, str] = {
    "general": "Gen",
    "lieutenant": "Lt",
    "colonel": "Col",
    "major": "Maj",
    "captain": "Capt",
    "sergeant": "Sgt",
    "corporal": "Cpl",
}
_POLICE_FORMS: dict[str, str] = {
    "detective": "Det",
    "inspector": "Insp",
    "superintendent": "Supt",
    "constable": "Const",
}
_IN_FULL: dict[str, str] = {
    short.lower(): full.capitalize() for full, short in (*_RANK_FORMS.items(), *_POLICE_FORMS.items())
}


def _rank_forms(state: State, context: Context, value: str) -> Iterator[Finding]:
    story = context.story
    pointed = context.style is not None and context.style.value("courtesy-titles.points") == "pointed"
    known = [m for person in story.people.people for m in person.mentions]
    for mention in (*known, *(m for m in story.people.unresolved if tells(story, m) or acts(story, m))):
        if mention.title is None or not in_prose(story, mention) or not _titled_as(mention, RANKS):
            continue
        if _is_name_of_work(state, story, mention):
            continue
        if _is_office(story, mention):
            continue
        ranked = mention.title.split()
        if fold(ranked[-1]) in ("detective", "constable"):
            continue  # Det and Const stand before or after another word alone
        right = [_rank(word, value, pointed) for word in ranked]
        if right != ranked:
            end = mention.start + len(mention.title)
            if story.text[mention.start : end] == mention.title:
                yield Finding(
                    mention.start, end, suggestions=(" ".join(right),), values={"person": "", "title": mention.title}
                )


def _rank(word: str, value: str, pointed: bool) -> str:
    low = fold(word)
    if value == "full":
        return _IN_FULL.get(low, word)
    short = _RANK_FORMS.get(low) or (None if pointed else _POLICE_FORMS.get(low))
    if short is not None:
        return f"{short}{'.' if pointed else ''}"
    return word


# Offices before surnames

_OFFICE = regex(
    r"(?:(?:[A-Z][a-z]+ )?(?:(?:Prime|Foreign|Finance|Defence|Defense|Interior|Health|First|Chief|Home|Trade) )?"
    r"(?:Minister|President|Premier|Chancellor|Governor|Mayor|Senator|Secretary))$"
)


def _politicians(state: State, context: Context, value: str) -> Iterator[Finding]:
    if value == "kept":
        return
    story, text = context.story, context.story.text
    for person in story.people.people:
        if not _unique(story, person):
            continue
        for mention in _later(story, person):
            start = _office_start(text, mention)
            if start is None or relatives_near(story, mention.start, mention.end, 60, groups=False):
                continue
            name = name_text(story, mention)
            right: tuple[str, ...] = (name,)
            if value == "courtesy-title":
                right = tuple(f"{title} {name}" for title in _courtesy(context, person))
            yield msgspec.structs.replace(
                _finding(
                    context, person, mention, right, "The house writes Mr, Mrs or Ms in place of the office.", start
                ),
                edits=(Edit(start, mention.end, right[0]),) if right else (),
            )


def _office_start(text: str, mention: Mention) -> int | None:
    """Return where the office before a surname begins, None where none stands there."""
    if mention.kind is MentionKind.TITLED_SURNAME and _titled_as(mention, _LEGISLATORS):
        return mention.start
    if mention.kind is not MentionKind.SURNAME or mention.post is None or not _OFFICE.search(mention.post):
        return None
    start = mention.start - len(mention.post) - 1
    if start < 0 or text[start : mention.start - 1] != mention.post:
        return None
    before = text[max(0, start - 14) : start].lower()
    return None if before.endswith(("former ", "ex-", "vice-", "vice ", "deputy ", "then ", "the ")) else start


_Check = Callable[[State, Context, str], Iterator[Finding]]

_CHECKS: dict[str, _Check] = {
    "courtesy": _courtesy_titles,
    "women": _women,
    "convicts": _convicts,
    "children": _children,
    "knights": _knights,
    "peers": _peers,
    "clergy": _clergy,
    "doctors": _doctors,
    "phd-doctors": _phd_doctors,
    "judges": _judges,
    "ranks": _ranks,
    "rank-forms": _rank_forms,
    "politicians": _politicians,
}
