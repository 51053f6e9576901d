"""Kind `honorific`: courtesy titles and other titles against the story's own register of people.

fault: given-name        # "Mr Barack" for Barack Obama
       missing           # a lone bare surname in a story that titles everyone
       unexpected        # a lone "Mr" in a story that titles nobody
       first-reference   # "Mr Halvard Brenn" at the introduction
       gender-flip       # Mr, later Ms
       mixed-points      # Mr and Mr.
       sir-surname       # "Sir Farrow" for Sir Colin Farrow
       knight-as-mr      # "Mr Farrow" for Sir Colin Farrow
       lord-given-name   # "Lord Peter Ashby"
       judge-form        # "Mr Justice Amos" and "Justice Amos" of one judge
       clergy-rev        # "Rev Obi"
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Literal

import msgspec

from ..issue import Edit, Related
from ..text.given_names import GIVEN, WEAK_GIVEN
from ..text.name_words import BURMESE, CHINESE, KOREAN, MONONYM_CULTURES, PLACES, VIETNAMESE
from ..text.people import Mention, MentionKind, NameOrder, Person
from ..text.regex import regex
from ..text.story import Story
from ..text.titles import KNIGHTS, LEARNED, RANKS, fold, gender
from ..text.wordlist import words
from .shared.base import Context, Finding, KindOptions, Lists
from .shared.cast import (
    FULL,
    acted,
    acts,
    by_surname,
    first_full,
    in_prose,
    introduced_at,
    is_courtesy,
    name_text,
    relatives_near,
    things,
)
from .shared.untitled import Mentions, Untitled, stands_alone, tells, wants_title

FIELDS = ("person", "title", "other")

Fault = Literal[
    "given-name",
    "missing",
    "unexpected",
    "first-reference",
    "gender-flip",
    "mixed-points",
    "sir-surname",
    "knight-as-mr",
    "lord-given-name",
    "judge-form",
    "clergy-rev",
]


ASIAN_SURNAMES = CHINESE | KOREAN | VIETNAMESE


_KOREAN_GIVEN = regex(
    r"(?:(?:[gkndtrlmbpsjhwy]|ch|sh|kk)?(?:yeo|ya|ae|eo|ye|wa|oe|yo|wo|wi|yu|eu|ui|oo|ee|a|e|o|u|i)(?:ng|[knlmpth])?){2}",
    re.I,
)


class Options(KindOptions, frozen=True):
    fault: Fault


class State(msgspec.Struct, frozen=True):
    fault: Fault
    untitled: Untitled
    given_first: re.Pattern[str]
    """Countries and peoples where "Mr" goes with the first word of a name."""


def prepare(options: Options, lists: Lists) -> State:
    def listed(fault: str, name: str) -> frozenset[str]:
        return frozenset(lists.get(name)) if options.fault == fault else frozenset()

    places = "|".join(sorted(listed("given-name", "given-name-countries")))
    return State(
        options.fault,
        Untitled(listed("missing", "untitled-callings"), listed("missing", "household-names")),
        re.compile(rf"\b(?:{places})(?:s|['’]s)?\b"),
    )


_NEEDLES: dict[str, str] = {
    "gender-flip": r"\bMr\b",
    "given-name": (
        r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Rev|Sen|Rep|Gov|Judge|Gen|Lt|Lieut|Col|Maj|Capt|Sgt|Serg|Const|Insp|Supt|Superint)"
    ),
    "mixed-points": r"\b(?:Mr|Mrs|Ms|Dr)\.",
    "sir-surname": r"\b(?:Sir|Dame)\b",
    "knight-as-mr": r"\b(?:Sir|Dame)\b",
    "lord-given-name": r"\b(?:Lord|Lady|Baroness)\b",
    "judge-form": r"\bJustice\b",
    "clergy-rev": r"\bRev",
}


def needles(state: State) -> tuple[str, ...] | None:
    return (_NEEDLES.get(state.fault, r"\b(?:Mr|Mrs|Ms|Miss|Mx)\b"),)


def check(state: State, context: Context) -> Iterator[Finding]:
    yield from _CHECKS[state.fault](state, context)


def _given_name(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    for person in story.people.people:
        slips = [m for m in person.mentions if m.kind is MentionKind.TITLED_GIVEN and in_prose(story, m)]
        courtesy = [m for m in slips if is_courtesy(m)]
        learned = [m for m in slips if fold(m.title or "") in LEARNED]
        if courtesy and _given_name_is_wrong(story, person, courtesy):
            yield from _given_name_slips(story, person, courtesy)
        elif courtesy and _reads_as_given(state, story, person, courtesy):
            for finding in _given_name_slips(story, person, courtesy):
                yield msgspec.structs.replace(finding, severity="warning")
        elif learned and _by_surname_too(story, person) and _given_name_is_wrong(story, person, learned):
            yield from _given_name_slips(story, person, learned)
        elif _lone_rank(state, story, person, slips):
            for finding in _given_name_slips(story, person, slips):
                yield msgspec.structs.replace(finding, severity="warning")


_BY_SURNAME = LEARNED | RANKS | words("rev revd reverend sen senator rep gov judge")
_NICKNAME_BEFORE = regex(
    r"(?i)\b(?:as|call(?:ed|s)?|known|nickname(?:d)?|dubbed|affectionately|simply|just)(?: (?:him|her|as))* [\"'“‘]?$"
)
_NICKNAME_AFTER = regex(r"[\"'”’]?,? \(?as (?:he|she|they|[\w’' ]{2,30}(?:calls?|called|knows?|knew)\b)")


def _lone_rank(state: State, story: Story, person: Person, slips: list[Mention]) -> bool:
    """Say whether the one "Dr Winifred" or "Sergeant Ivo" of a story is a slip for the surname.

    The person is introduced by the full name, nothing near says that this is what they are called, and the story gives
    a title with the surname to others or to them.
    """
    if len(slips) != 1 or fold((slips[0].title or "").split()[-1]) not in _BY_SURNAME or person.introduction is None:
        return False
    (slip,) = slips
    if _NICKNAME_BEFORE.search(story.text[max(0, slip.start - 30) : slip.start]):
        return False
    if _NICKNAME_AFTER.match(story.text, slip.end):
        return False
    written = story.text[slip.start : slip.end]
    if story.text.count(written) - story.text.count(f"{written} {person.surname}") > 1:
        return False
    others = (*story.people.unresolved, *(m for p in story.people.people for m in p.mentions))
    titled = any(m.kind is MentionKind.TITLED_SURNAME and in_prose(story, m) for m in others)
    return titled and (_given_name_is_wrong(story, person, slips) or _reads_as_given(state, story, person, slips))


def _by_surname_too(story: Story, person: Person) -> bool:
    """Say whether the story has "Dr Obi" beside "Dr Winifred", which alone may be what a doctor is called by."""
    return any(m.kind is MentionKind.TITLED_SURNAME and in_prose(story, m) for m in person.mentions)


def _given_name_slips(story: Story, person: Person, slips: list[Mention]) -> Iterator[Finding]:
    full = first_full(person, story)
    for slip in slips:
        if full is None or full.start > slip.start:
            continue
        if name_text(story, slip) in story.people.elsewhere and not _titled_surname(person):
            continue
        yield Finding(
            slip.start,
            slip.end,
            suggestions=(f"{slip.title} {person.surname}",),
            related=introduced_at(story, person),
            values={"person": person.full},
        )


def _courtesy_mentions(story: Story, person: Person) -> list[Mention]:
    return [m for m in person.mentions if is_courtesy(m) and in_prose(story, m)]


def _given_name_is_wrong(story: Story, person: Person, slips: list[Mention]) -> bool:
    titled = _titled_surname(person)
    if person.order is NameOrder.FAMILY_FIRST:
        return titled
    if person.order is not NameOrder.WESTERN:
        return False
    if person.given in ASIAN_SURNAMES and not titled and _KOREAN_GIVEN.fullmatch(person.surname):
        return False  # "Kim Yungmin" may be Mr Kim
    if person.given in GIVEN or person.given in WEAK_GIVEN or titled:
        # Three times and never the surname: the story means it, and the name is of a culture we do not know.
        return titled or len(slips) < 3
    return False


def _reads_as_given(state: State, story: Story, person: Person, slips: list[Mention]) -> bool:
    """Say whether the first word of a name that no list knows is a given name all the same.

    It is where the story calls the person by the last word too. Otherwise the name must stand in Western order: one
    "Mrs Obiwanda" in a story that touches no country where the first word of a name goes with "Mrs".
    """
    if person.order is not NameOrder.WESTERN or len(person.full.split()) != 2 or len(slips) > 1:
        return False
    if person.given in ASIAN_SURNAMES or person.given in PLACES or not person.given.replace("-", "").isalpha():
        return False
    if any(m.kind is MentionKind.SURNAME and name_text(story, m) == person.surname for m in person.mentions):
        return True
    known = MONONYM_CULTURES | ASIAN_SURNAMES | BURMESE
    return person.introduction is not None and person.surname not in known and not _in_given_first(state, story)


def _in_given_first(state: State, story: Story) -> bool:
    """Say whether the story touches a country where a given name goes with "Mrs": asked once, not for each person."""
    found: bool | None = story.memo.get(__name__)
    if found is None:
        found = story.memo[__name__] = state.given_first.search(story.text) is not None
    return found


def _titled_surname(person: Person) -> bool:
    return any(m.kind is MentionKind.TITLED_SURNAME and is_courtesy(m) for m in person.mentions)


class _Practice(msgspec.Struct, frozen=True):
    """How a story names people after their introduction: with a title, or by the bare surname."""

    titled: Mentions
    bare: Mentions
    strangers: tuple[Mention, ...]
    """Courtesy titles of people whose full name the story does not give."""


def _practice(story: Story) -> _Practice:
    titled: list[tuple[Person, Mention]] = []
    bare: list[tuple[Person, Mention]] = []
    for person in story.people.people:
        seen = False
        for mention in person.mentions:
            if not in_prose(story, mention):
                continue
            if mention.kind in FULL:
                seen = True
            elif mention.kind in (MentionKind.TITLED_SURNAME, MentionKind.TITLED_GIVEN):
                titled.append((person, mention))
            elif mention.kind is MentionKind.SURNAME and seen and mention.post is None:
                bare.append((person, mention))
    strangers = tuple(m for m in story.people.unresolved if is_courtesy(m) and in_prose(story, m))
    return _Practice(tuple(titled), tuple(bare), strangers)


def _missing(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    practice = _practice(story)
    titled = tuple((p, m) for p, m in practice.titled if _is_style(m))
    if not practice.bare or not titled:
        return
    wanting = [
        (p, m)
        for p, m in practice.bare
        if (acts(story, m) or acted(story, m) or stands_alone(story, m))
        and wants_title(state.untitled, context, p, m, titled)
    ]
    if not _exception(practice, titled, wanting):
        return
    for person, mention in wanting:
        if not _house_titles(story, person, mention, titled, practice.strangers):
            continue
        if name_text(story, mention) in things(story):
            continue
        title = _title_of(person, titled)
        name = name_text(story, mention)
        right = tuple(f"{t} {name}" for t in ((title,) if title else _titles_in_use(titled)))
        yield Finding(
            mention.start,
            mention.end,
            suggestions=right,
            related=introduced_at(story, person),
            values={"person": person.full},
        )


def _exception(practice: _Practice, titled: Mentions, wanting: list[tuple[Person, Mention]]) -> bool:
    """Say whether bare surnames are the exception in a story: one, or two beside three titles or more.

    People whom no house titles (players, the dead, the accused) may have theirs, if two others have a title.
    """
    if len(wanting) == 1:
        several = len({p.full for p, _ in titled}) > 1
        return len(practice.bare) == 1 or (several and len(practice.bare) <= 2 * len(titled))
    return len(practice.bare) == len(wanting) == 2 and len(titled) > 2 + (wanting[0][0] is wanting[1][0])


def _is_style(mention: Mention) -> bool:
    """Say whether a title is one that a house gives or withholds by its style: no rank, no order of the Church."""
    return is_courtesy(mention) or fold(mention.title or "") in LEARNED | KNIGHTS


def _house_titles(
    story: Story, person: Person, mention: Mention, titled: Mentions, strangers: tuple[Mention, ...]
) -> bool:
    """Say whether the titled mentions show that this one lacks its title.

    They do where the person is titled elsewhere, where two mentions of others are, or one, if both act and one speaks.
    """
    if any(p is person for p, _ in titled):
        return True
    courtesy = [*(m for _, m in titled if is_courtesy(m)), *strangers]
    if len(titled) + len(strangers) > 1:
        return bool(courtesy)
    spoken = [tells(story, m) for m in courtesy]
    if tells(story, mention):
        return any(spoken) or any(acts(story, m) or acted(story, m) for m in courtesy)
    return any(spoken) and acts(story, mention)


def _title_of(person: Person, titled: Mentions) -> str | None:
    """Return the title that the story gives the person elsewhere, as written."""
    used = Counter(m.title for p, m in titled if p is person)
    return used.most_common(1)[0][0] if used else None


def _titles_in_use(titled: Mentions) -> tuple[str, ...]:
    used = Counter(m.title for _, m in titled if m.title and is_courtesy(m))
    point = "." if any(t.endswith(".") for t in used) else ""
    return (f"Mr{point}", f"Ms{point}")


def _unexpected(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    practice = _practice(story)
    courtesy = [(p, m) for p, m in practice.titled if is_courtesy(m)]
    if len(courtesy) != 1 or len(practice.bare) < 4 or len({p.full for p, _ in practice.bare}) < 2:
        return
    person, mention = courtesy[0]
    yield Finding(mention.start, mention.end, suggestions=(name_text(story, mention),), values={"person": person.full})


def _first_reference(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    for person in story.people.people:
        intro = person.introduction
        if intro is None or intro.kind is not MentionKind.TITLED_FULL or not is_courtesy(intro):
            continue
        if len(person.mentions) and person.mentions[0] is intro:
            yield Finding(
                intro.start, intro.end, suggestions=(name_text(story, intro),), values={"person": person.full}
            )


def _gender_flip(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    namesakes = by_surname(story)
    for person in story.people.people:
        titled = [m for m in _courtesy_mentions(story, person) if gender(m.title)]
        sexes = Counter(gender(m.title) for m in titled)
        if len(sexes) < 2 or any(len(namesakes[form]) > 1 for form in person.called):
            continue
        if person.surname in story.people.elsewhere:
            continue
        intro = person.introduction
        if intro is not None and story.text[max(0, intro.start - 4) : intro.start] == "and ":
            continue  # "Dino and Rose Obi": the other title is the other's
        (_, most), (minor, least) = sexes.most_common(2)
        if least > 1:
            continue
        odd = next(m for m in titled if gender(m.title) == minor)
        if most == least:
            odd = titled[-1]
        first = next(m for m in titled if m is not odd)
        if relatives_near(story, odd.start, odd.end) or relatives_near(story, first.start, first.end):
            continue
        yield Finding(
            odd.start,
            odd.end,
            related=(Related(first.start, first.end, f"{first.title} here"), *introduced_at(story, person)),
            values={"person": person.full, "title": first.title or "", "other": odd.title or ""},
            severity=None if most > 1 else "warning",
        )


_POINTS = regex(r"\b(?P<title>Mr|Mrs|Ms|Dr|Messrs|Prof|Rev)(?P<point>\.?)(?=[ \xa0][A-Z])")


def _mixed_points(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    forms: dict[str, dict[str, list[re.Match[str]]]] = {}
    for block in story.blocks:
        if block.kind != "body":
            continue
        for match in _POINTS.finditer(story.text, block.start, block.end):
            if not story.in_speech(match.start(), match.end()):
                forms.setdefault(match["title"], {}).setdefault(match["point"], []).append(match)
    for title, points in forms.items():
        if len(points) < 2:
            continue
        pointed = sum(len(f.get(".", ())) for f in forms.values())
        plain = sum(len(f.get("", ())) for f in forms.values())
        wrong = "." if plain >= pointed else ""
        right = title + ("" if wrong else ".")
        places = points[wrong]
        yield Finding(
            places[0].start(),
            places[0].end(),
            suggestions=(right,),
            edits=tuple(Edit(m.start(), m.end(), right) for m in places),
            related=(
                Related(
                    points["" if wrong else "."][0].start(), points["" if wrong else "."][0].end(), "the other form"
                ),
            ),
            values={"title": title, "other": right},
        )


def _sir_surname(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    for person in story.people.people:
        if person.order is not NameOrder.WESTERN or not _knighted(person):
            continue
        for mention in person.mentions:
            if mention.kind is not MentionKind.TITLED_SURNAME or fold(mention.title or "") not in ("sir", "dame"):
                continue
            if name_text(story, mention) != person.surname or not in_prose(story, mention):
                continue
            yield Finding(
                mention.start,
                mention.end,
                suggestions=(f"{mention.title} {person.given}",),
                related=introduced_at(story, person),
                values={"person": person.full},
            )


def _knighted(person: Person) -> bool:
    return any(m.kind is MentionKind.TITLED_FULL and fold(m.title or "") in ("sir", "dame") for m in person.mentions)


def _knight_as_mr(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    namesakes = by_surname(story)
    for person in story.people.people:
        if not _knighted(person) or len(namesakes[person.surname]) > 1:
            continue
        title = next(m.title for m in person.mentions if fold(m.title or "") in ("sir", "dame"))
        full = first_full(person, story)
        for mention in person.mentions:
            if (
                mention.kind is not MentionKind.TITLED_SURNAME
                or not is_courtesy(mention)
                or not in_prose(story, mention)
            ):
                continue
            if full is None or mention.start < full.start or gender(mention.title) != gender(title):
                continue
            if relatives_near(story, mention.start, mention.end):
                continue
            yield Finding(
                mention.start,
                mention.end,
                suggestions=(f"{title} {person.given}",),
                related=introduced_at(story, person),
                values={"person": person.full, "title": title or ""},
            )
            break


def _lord_given_name(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    for person in story.people.people:
        for mention in person.mentions:
            if mention.kind is MentionKind.TITLED_FULL and fold(mention.title or "") in ("lord", "lady", "baroness"):
                right = f"{mention.title} {person.surname}"
                yield Finding(mention.start, mention.end, suggestions=(right,), values={"person": person.full})
                break


_JUDGE = regex(
    r"(?<![\w-])(?P<form>(?:(?:Mr|Mrs|Ms|Lord|Lady) )?Justice) (?P<name>[A-Z][\w’'-]+)(?![\w-])"
    r"(?! (?:Secretary|Minister|Department))"
)


def _judge_form(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    forms: dict[str, dict[str, re.Match[str]]] = {}
    for match in _JUDGE.finditer(story.text):
        block = story.block_at(match.start())
        if block is None or block.kind != "body" or story.in_speech(match.start(), match.end()):
            continue
        name = re.sub(r"['’]s?$", "", match["name"])
        forms.setdefault(name, {}).setdefault(match["form"], match)
    for name, used in forms.items():
        bare = used.get("Justice")
        styled = next((m for form, m in used.items() if form != "Justice"), None)
        if bare is None or styled is None:
            continue
        end = bare.start("name") + len(name)
        yield Finding(
            bare.start(),
            end,
            suggestions=(f"{styled['form']} {name}",),
            related=(Related(styled.start(), styled.start("name") + len(name), "the other form"),),
            values={"other": styled["form"]},
        )


def _clergy_rev(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    mentions = [m for p in story.people.people for m in p.mentions] + list(story.people.unresolved)
    for mention in sorted(mentions, key=lambda m: m.start):
        if fold(mention.title or "") not in ("rev", "revd", "reverend") or mention.kind in FULL:
            continue
        if mention.kind is MentionKind.TITLED_SURNAME and in_prose(story, mention):
            person = next((p for p in story.people.people if mention in p.mentions), None)
            right = (f"{mention.title} {person.given} {person.surname}",) if person else ()
            # Where the story has "Mr" for the same priest, its "Rev" is a slip and no habit.
            titled = _courtesy_mentions(story, person) if person else []
            once = (
                person is not None
                and sum(m.title == mention.title and m.kind not in FULL for m in person.mentions) == 1
            )
            if titled and person:
                right = (f"{titled[0].title} {person.surname}",)
            yield Finding(
                mention.start,
                mention.end,
                suggestions=right,
                values={"person": person.full if person else ""},
                severity=None if titled and once else "advice",
            )
            return


_CHECKS: dict[str, Callable[[State, Context], Iterator[Finding]]] = {
    "given-name": _given_name,
    "missing": _missing,
    "unexpected": _unexpected,
    "first-reference": _first_reference,
    "gender-flip": _gender_flip,
    "mixed-points": _mixed_points,
    "sir-surname": _sir_surname,
    "knight-as-mr": _knight_as_mr,
    "lord-given-name": _lord_given_name,
    "judge-form": _judge_form,
    "clergy-rev": _clergy_rev,
}
