"""Kind `names`: what a story calls people and places, held against its own register.

fault: surname-drift         # Achterberg, later Achtenberg
       given-name-drift      # Katherine Obi, later Catherine Obi
       place-drift           # Hwangju, Hwangju, Hwanju
       surname-before-intro  # "Obi denied it" above "Dan Obi, 34, a farmer"
       never-introduced      # "Obi said" and no full name anywhere
       reintroduced          # full name and description a second time
       shared-surname        # "Obi said" where Dan and Rose Obi are in the story
       particle-case         # van der Berg, Van der Berg
       initials-spacing      # J. K. Obi, JK Obi
       diacritic-drift       # Erdoğan, Erdogan
       suffix-comma          # Obi, Jr. and Obi Jr.
household: household-names   # a list of surnames that need no introduction
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Literal

import msgspec

from ..issue import Edit, Related
from ..text.blocks import BlockKind
from ..text.given_names import GIVEN, WEAK_GIVEN
from ..text.name_parts import is_particle, plain
from ..text.name_words import NOT_NAMES, ORGANISATION, PLACES, is_demonym
from ..text.people import Mention, MentionKind, NameOrder, Person
from ..text.regex import regex
from ..text.story import Story
from ..text.titles import TITLES, fold, is_post
from .shared.base import Context, Finding, KindOptions, Lists
from .shared.cast import (
    COURTESY,
    FULL,
    acted,
    acts,
    by_surname,
    in_prose,
    introduced_as_kin,
    introduced_at,
    is_courtesy,
    name_text,
    opens_clause,
    relatives_near,
    says,
    things,
    told_by,
)
from .shared.lexicon import Lexicon, load_lexicon
from .shared.near_names import Neighbours, halves, part_slips, sounds_like

FIELDS = ("person", "other")

Fault = Literal[
    "surname-drift",
    "given-name-drift",
    "place-drift",
    "surname-before-intro",
    "never-introduced",
    "reintroduced",
    "shared-surname",
    "particle-case",
    "initials-spacing",
    "diacritic-drift",
    "suffix-comma",
]


class Options(KindOptions, frozen=True):
    fault: Fault
    household: str = ""


class State(msgspec.Struct, frozen=True):
    fault: Fault
    household: frozenset[str]
    lexicon: Lexicon | None
    """For the one fault that asks whether a name is a noun too."""


def prepare(options: Options, lists: Lists) -> State:
    household = frozenset(lists.get(options.household)) if options.household else frozenset()
    return State(options.fault, household, load_lexicon(lists) if options.fault == "surname-before-intro" else None)


_NEEDLES: dict[str, tuple[str, ...]] = {
    "initials-spacing": (r"\b\p{Lu}\.? ?\p{Lu}\.? \p{Lu}",),
    "diacritic-drift": (r"[À-ɏḀ-ỿ]",),
    "suffix-comma": (r"\bJr\b", r"\bSr\b"),
    "particle-case": (r"\b(?i:van|von|de|der|den|du|da|dos|del|della|di|ter|al)[ -]\p{Lu}",),
}


def needles(state: State) -> tuple[str, ...] | None:
    return _NEEDLES.get(state.fault)


def check(state: State, context: Context) -> Iterator[Finding]:
    yield from _CHECKS[state.fault](state, context)


# Spelling -----------------------------------------------------------------------------------------------------------


def _surname_drift(state: State, context: Context) -> Iterator[Finding]:
    story, register = context.story, context.story.people
    surnames = by_surname(story)
    known = {
        form: people[-1]
        for form, people in surnames.items()
        if len(form) > 4 and _letters(form) and people[-1].introduction is not None and form in _whole(people[-1])
    }
    near = Neighbours(known)
    reported: set[str] = set()
    mentions = sorted((*register.strays, *register.unresolved), key=lambda m: m.start)
    called: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        called[name_text(story, mention)].append(mention)
    counts = {name: len(places) for name, places in called.items()}
    for mention in mentions:
        name = name_text(story, mention)
        if not near.may_have(name) or name in reported or not in_prose(story, mention):
            continue
        if (_OWN_TOWN if mention.title is None else _OF_TOWN).match(story.text, mention.end):
            continue
        # With a title and no introduction of its own, a name is hardly another person's.
        sure = counts[name] == 1 and mention.title is not None
        # A bare name that speaks, once, and never before or after, is as sure.
        lone = counts[name] == 1 and (says(story, mention.end) or told_by(story, mention.start))
        lone = lone or (counts[name] == 1 and not mention.possessive and acts(story, mention))
        sure = sure or (lone and not _PLURAL.search(story.text, max(0, mention.start - 6), mention.start))
        form = next(iter(near.of(name, any_letter=sure)), None)
        least = 4 if sure or lone else 5
        if form is None or name in state.household or not _odd_surname(context, name, surnames, least):
            continue
        if _is_ordinary(story, name.lower()):
            continue
        if name == f"{form}s" and _SEVERAL.search(story.text, max(0, mention.start - 24), mention.name_start):
            continue  # "the two Mr Doyles", "the Doyles": a family, or namesakes
        person = known[form]
        if counts[name] <= min(2, len(person.mentions)):
            reported.add(name)
            yield _drift(story, mention.name_start, mention.end, form, person)
        elif (
            len(person.mentions) == 1
            and person.introduction is not None
            and _means_a_person(story, [m for m in called[name] if in_prose(story, m)])
        ):
            # Everywhere else in one way, in the introduction in another.
            reported.add(name)
            end = person.introduction.end
            yield _drift(story, end - len(form), end, name, person)
        # Otherwise it is written as often as the name itself, and means somebody else.
    yield from _drift_of_titled(state, context, mentions, counts, reported)
    yield from _drift_in_full_names(context, known, near, reported)
    yield from _drift_in_double_names(story, known, reported)
    yield from _cut_short(state, context, mentions, counts)


_SEVERAL = regex(r"\b(?:the|both|two|three|other|these|those|all|two of the) (?:\w+ )?(?:M(?:r|rs|s|iss)\.? )?$", re.I)
_NOT_ONE = regex(r"\b(?:[Aa]nd|[Oo]r) $")


def _drift_of_titled(
    state: State,
    context: Context,
    mentions: list[Mention],
    counts: dict[str, int],
    reported: set[str],
) -> Iterator[Finding]:
    """ "Lord Tremayne ... Lord Tremain": people whom the story gives a title and no full name."""
    story = context.story
    titled: dict[str, list[Mention]] = defaultdict(list)
    alone = [p for p in story.people.people if p.introduction is not None and p.introduction.kind not in FULL]
    counts = {**counts, **{p.surname: len(p.mentions) for p in alone}}
    mentions = sorted([*mentions, *(m for p in alone for m in p.mentions)], key=lambda m: m.start)
    for mention in mentions:
        if mention.title is not None and in_prose(story, mention):
            titled[name_text(story, mention)].append(mention)
    usual = [name for name in titled if len(name) > 3 and _letters(name)]
    if len(usual) < 2:
        return
    near = Neighbours(usual)
    surnames = {form: people for form, people in by_surname(story).items() if form not in titled}
    for name in usual:
        for form in near.of(name, any_letter=True):
            (odd, *more), first = titled[name], titled[form][0]
            if max(len(name), len(form)) < 5:
                continue
            rare = counts[name] == 1 and (counts[form] > 1 or not _is_courtesy_alone(odd))
            if more or not rare or name in reported or form in reported or odd.start < first.start:
                continue
            # A rank, a peerage or a judge's style is shared by few; of two "Mr" met once each both may be right.
            if _same_title(odd, first) and not _NOT_ONE.search(story.text, max(0, odd.start - 5), odd.start):
                if (
                    _is_ordinary(story, name.lower())
                    or not _odd_surname(context, name, surnames, 5)
                    or name in state.household
                ):
                    continue
                reported.add(name)
                yield Finding(
                    odd.name_start,
                    odd.end,
                    suggestions=(form,),
                    related=(Related(first.start, first.end, "the usual spelling"),),
                    values={"person": f"{first.title} {form}", "other": form},
                )


def _is_courtesy_alone(mention: Mention) -> bool:
    return fold(mention.title or "") in COURTESY


def _same_title(one: Mention, other: Mention) -> bool:
    return fold(one.title or "") == fold(other.title or "")


def _cut_short(state: State, context: Context, mentions: list[Mention], counts: dict[str, int]) -> Iterator[Finding]:
    """ "Mr Lal" of somebody whom the story calls Obi-Lal before and after."""
    story = context.story
    doubles: dict[str, list[Person]] = defaultdict(list)
    for person in story.people.people:
        if "-" in person.surname and person.introduction is not None:
            for half in halves(person.surname):
                doubles[half].append(person)
    if not doubles:
        return
    for mention in mentions:
        name = name_text(story, mention)
        if len(doubles.get(name, ())) != 1 or counts[name] != 1 or not in_prose(story, mention) or len(name) < 3:
            continue
        (person,) = doubles[name]
        intro = person.introduction
        if intro is None or mention.start < intro.end or name in story.people.elsewhere or name in state.household:
            continue
        known = sum(m.kind in (MentionKind.SURNAME, MentionKind.TITLED_SURNAME) for m in person.mentions)
        speaks = says(story, mention.end) or told_by(story, mention.start)
        if not known or not (speaks or (mention.title is not None and fold(mention.title) in COURTESY)):
            continue
        if not relatives_near(story, mention.start, mention.end):
            yield _drift(story, mention.name_start, mention.end, person.surname, person)


_PLURAL = regex(r"\b[Tt]he $")
_OF_TOWN = regex(r" of [A-Z]")
_OWN_TOWN = regex(r" of [A-Z]|, an? [a-z]|, [A-Z][a-z]+\.?,")


def _drift_in_double_names(story: Story, known: dict[str, Person], reported: set[str]) -> Iterator[Finding]:
    """Double surnames without a hyphen of which one half slips: Peña Obiero and Peña Obeiro."""
    doubles = [form for form in known if " " in form and not is_particle(form.split()[0])]
    if not doubles:
        return
    near = Neighbours(doubles)
    parts = {part for form in doubles for part in halves(form)}
    for one, two in pairwise(_CAPITALISED.finditer(story.text)):
        if one.group() not in parts and two.group() not in parts:
            continue
        if two.start() != one.end() + 1 or story.text[one.end()] != " " or one.group() in GIVEN:
            continue
        name = story.text[one.start() : two.end()]
        form = next((form for form in near.of(name) if part_slips(form, name)), None)
        if form is None or name in reported or name in known or _zoned(story, one.start(), two.end()):
            continue
        reported.add(name)
        yield _drift(story, one.start(), two.end(), form, known[form])


def _zoned(story: Story, start: int, end: int) -> bool:
    """Say whether a span is speech, or no part of the running text."""
    block = story.block_at(start)
    return block is None or block.kind != BlockKind.BODY or story.in_speech(start, end)


_LETTERS = regex(r"[^\W\d_]+(?:[-'’ ][^\W\d_]+)*")


def _letters(name: str) -> bool:
    """Say whether a name is letters only, apart from what joins its parts: "Obi", "Obi-Lal", "van der Obi", "O'Bi"."""
    return _LETTERS.fullmatch(name) is not None


def _whole(person: Person) -> tuple[str, ...]:
    """Return the forms of a surname that must be spelled alike: the surname, and the double one of three words."""
    if person.order is NameOrder.SINGLE:
        return person.called
    double = " ".join(person.full.split()[1:])
    return (person.surname, double) if double in person.called else (person.surname,)


def _drift(story: Story, start: int, end: int, right: str, person: Person) -> Finding:
    return Finding(
        start,
        end,
        suggestions=(right,),
        related=introduced_at(story, person),
        values={"person": person.full, "other": right},
    )


def _is_ordinary(story: Story, word: str) -> bool:
    """Say whether the story writes a word in lower case."""
    ordinary: frozenset[str] | None = story.memo.get(__name__)
    if ordinary is None:
        ordinary = story.memo[__name__] = frozenset(_LOWER.findall(story.text))
    return word in ordinary


_LOWER = regex(r"(?<!\w)[a-zà-ÿ]{4,}")


def _odd_surname(context: Context, name: str, surnames: Mapping[str, list[Person]], least: int = 5) -> bool:
    """Say whether a word may be a misspelled surname at all: no word of its own, no place, no other name."""
    if len(name) < least or not _letters(name) or name in surnames or name in context.words:
        return False
    if name in GIVEN or name in WEAK_GIVEN or name in PLACES or name in ORGANISATION or name in NOT_NAMES:
        return False
    return not (is_demonym(name) or is_post(name) or name in context.story.people.elsewhere)


_IN_A_PLACE = regex(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]round|[Tt]hroughout) $")
_PLACE_IN = regex(r", (?:in|[A-Z])")


def _means_a_person(story: Story, mentions: list[Mention]) -> bool:
    """Say whether a bare name is the subject of a person's verb somewhere, and a place nowhere."""
    return any(m.title is not None or acts(story, m) for m in mentions) and not any(
        _IN_A_PLACE.search(story.text, max(0, m.start - 12), m.start) or _PLACE_IN.match(story.text, m.end)
        for m in mentions
    )


def _drift_in_full_names(
    context: Context, known: dict[str, Person], near: Neighbours, reported: set[str]
) -> Iterator[Finding]:
    story = context.story
    sharing = Counter(person.given for person in story.people.people)
    for person in story.people.people:
        name = person.surname
        if sharing[person.given] < 2 or len(name) < 5 or not _letters(name) or name in reported:
            continue
        for form in near.of(name):
            other = known[form]
            if other.given != person.given or not _odd_of_two(story, person, other):
                continue
            if _described(story, person) and _described(story, other):
                break  # two people
            wrong = next((m for m in person.mentions if in_prose(story, m)), None)
            if wrong is not None:
                reported.add(name)
                yield _drift(story, wrong.end - len(name), wrong.end, form, other)
            break


def _described(story: Story, person: Person) -> bool:
    intro = person.introduction
    return intro is not None and (intro.post is not None or _DESCRIBED.match(story.text, intro.end) is not None)


def _odd_of_two(story: Story, odd: Person, usual: Person) -> bool:
    """Say whether of two spellings of one name ``odd`` is the rarer one, or the later where they are level."""
    if len(odd.mentions) != len(usual.mentions):
        return len(odd.mentions) < len(usual.mentions)
    return odd.mentions[0].start > usual.mentions[0].start


# The set of characters comes first: `re` then leaps from one to the next, which takes half the time.
_CAPITALISED = regex(r"[A-Z\x80-\U0010ffff](?<=[^\W\d_a-zß-öø-ÿ])(?<![\w’'-].)\w{2,}(?:-\w+)*")


def _place_drift(state: State, context: Context) -> Iterator[Finding]:
    """Names of places and bodies: a word written once that is a slip away from another one of the story.

    Of two words written once each, the later is taken for the slip, and only where neither is known.
    """
    story = context.story
    counts = Counter(_CAPITALISED.findall(story.text))
    once = {word for word, count in counts.items() if count == 1 and len(word) > 5}
    alike = _look_alikes(counts, once)
    if not alike:
        return
    spots = [m.span() for m in _CAPITALISED.finditer(story.text)]
    places: dict[str, list[int]] = defaultdict(list)
    for start, end in spots:
        places[story.text[start:end]].append(start)
    surnames = by_surname(story)
    for mention in story.people.strays:
        word = story.text[mention.start : mention.end]
        if word not in alike or not in_prose(story, mention):
            continue
        for form in alike[word]:
            if _is_ordinary(story, form.lower()) or _is_ordinary(story, word.lower()):
                continue
            if _one_name(context, word, form, places, surnames):
                yield _place_finding(mention.start, mention.end, form, places[form][0])
                once.discard(word)
                break
    yield from _drift_in_pairs(context, spots, places, once, alike, surnames)


_FEW = 20
"""Words that are held against each other one by one; of more, all are looked at more closely."""


def _look_alikes(words: Iterable[str], odd: set[str]) -> dict[str, list[str]]:
    """Return the words one slip away from each of ``odd`` that has such words; few stories have any.

    Words a slip apart begin or end alike: those that do are looked at more closely.
    """
    shared: dict[str, list[str]] = defaultdict(list)
    for word in words:
        if len(word) > 4:
            shared[word[:3]].append(word)
            shared[word[0] + "-" + word[-3:]].append(word)
            if "-" in word:
                shared["-"].append(word)
    close: dict[str, None] = {}
    for row in shared.values():
        if 1 < len(row) <= _FEW:
            for word in odd.intersection(row):
                others = [other for other in row if other is not word and abs(len(other) - len(word)) < 2]
                if others:
                    close[word] = None
                    close.update(dict.fromkeys(others))
        elif len(row) > _FEW:
            close.update(dict.fromkeys(row))
    if not close:
        return {}
    near = Neighbours(close)
    found = {word: near.of(word) for word in odd & close.keys()}
    return {word: forms for word, forms in found.items() if forms}


def _place_finding(start: int, end: int, form: str, first: int) -> Finding:
    return Finding(
        start,
        end,
        suggestions=(form,),
        related=(Related(first, first + len(form), "the usual spelling"),),
        values={"other": form},
    )


def _one_name(
    context: Context, word: str, form: str, places: dict[str, list[int]], surnames: Mapping[str, list[Person]]
) -> bool:
    """Say whether a word is a slip for the other: neither is known, a person or an ordinary word."""
    if len(form) < 6 or not _odd_surname(context, word, surnames) or form in surnames:
        return False
    if _one_variety(word) == _one_variety(form):
        return False
    once = len(places[form]) == 1
    return not (once and (places[form] > places[word] or _known(form) or {word[-1], form[-1]} & {"s"}))


def _one_variety(word: str) -> str:
    """Return the word as an American writes it, without case: Labour and Labor are no slips of the pen."""
    return word.casefold().replace("our", "or").replace("tre", "ter").replace("ence", "ense")


def _known(word: str) -> bool:
    return word in PLACES or word in ORGANISATION or word in NOT_NAMES or is_demonym(word) or is_post(word)


def _drift_in_pairs(
    context: Context,
    spots: list[tuple[int, int]],
    places: dict[str, list[int]],
    once: set[str],
    alike: dict[str, list[str]],
    surnames: Mapping[str, list[Person]],
) -> Iterator[Finding]:
    """Names of two words of which one is the same: Port Skudevik and Port Skudvik."""
    text = context.story.text
    after: dict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    before: dict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    for one, two in pairwise(spots):
        if text[one[1] : two[0]] == " ":
            first, second = text[one[0] : one[1]], text[two[0] : two[1]]
            after[first].setdefault(second, two)
            before[second].setdefault(first, one)
    for table in (after, before):
        for beside, found in table.items():
            if len(found) < 2 or alike.keys().isdisjoint(found):
                continue
            if beside in surnames or beside in NOT_NAMES or fold(beside) in TITLES:
                continue
            for word in once & alike.keys() & found.keys():
                start, end = found[word]
                if _zoned(context.story, start, end):
                    continue
                for form in alike[word]:
                    if form not in found or _one_variety(form) == _one_variety(word):
                        continue
                    usual = len(places[form]) > 1 or places[form] < places[word]
                    if usual and not {form, word} & surnames.keys() and word not in context.words:
                        yield _place_finding(start, end, form, places[form][0])
                        break


def _given_name_drift(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    reported: set[int] = set()
    for people in by_surname(story).values():
        if not 1 < len(people) < 6:
            continue
        first, *others = people
        for other in others:
            if (
                first.given == other.given
                or first.surname != other.surname
                or not sounds_like(first.given, other.given)
            ):
                continue
            odd, usual = (other, first) if _odd_of_two(story, other, first) else (first, other)
            wrong = next((m for m in odd.mentions if in_prose(story, m) and m.kind in FULL), None)
            sentence = story.sentence_at(wrong.start) if wrong else None
            if wrong is None or sentence is None:
                continue
            if relatives_near(story, sentence.start, sentence.end, 0, groups=False):
                continue
            if odd.introduction is None or usual.introduction is None or wrong.start in reported:
                continue
            reported.add(wrong.start)
            yield Finding(
                wrong.name_start,
                wrong.end,
                related=introduced_at(story, usual),
                values={"person": usual.full, "other": usual.given},
            )
            break


# Order --------------------------------------------------------------------------------------------------------------

_DESCRIBED = regex(r",? \(?(?:aged )?\d{1,2}[,);]|, (?:an?|the|who|whose|his|her)\b")


def _surname_before_intro(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    namesakes = by_surname(story)
    bodies: frozenset[str] | None = None
    for person in story.people.people:
        intro = person.introduction
        if intro is None or person.order is NameOrder.SINGLE:
            continue
        if not (person.certain or (person.given in GIVEN and _DESCRIBED.match(story.text, intro.end))):
            continue
        early = next((m for m in person.mentions if in_prose(story, m)), None)
        if early is None or early.start >= intro.start or not _bare_or_courtesy(early) or early.post:
            continue
        if any(m.start < early.start and m.kind in FULL for m in person.mentions):
            continue
        if _is_case(story, early) or introduced_as_kin(story, intro) or _has_namesake(story, early):
            continue
        if any(
            p is not person
            and (p.introduction is None or p.introduction.start < intro.start or p.introduction.block == intro.block)
            for p in namesakes[person.surname]
        ):
            continue
        name = name_text(story, early)
        if not _needs_introduction(state, context, name, _goes_by(person)):
            continue
        if not (_is_subject(story, early) or _acted_in_lexicon(state, story, early)):
            continue
        if not _introduces(story, person):
            continue
        sentence = story.sentence_at(early.start)
        if sentence is not None and sentence.end > intro.start:
            continue
        bodies = things(story) if bodies is None else bodies
        if name in bodies or _may_be_noun(state, story, early):
            continue
        yield Finding(early.start, early.end, related=introduced_at(story, person), values={"person": person.full})


def _may_be_noun(state: State, story: Story, mention: Mention) -> bool:
    """Say whether a bare name has its capital from the sentence that it opens, and may be a noun: "Wells flooded"."""
    if state.lexicon is None or mention.title is not None or not _starts_sentence(story, mention.start):
        return False
    word = name_text(story, mention).lower()
    if not word.isalpha():
        return False
    mass = state.lexicon.is_noun(word) and not state.lexicon.counts_only(word)
    noun = mass or state.lexicon.singular(word) is not None  # "Baker spent": a noun would have an article
    return noun and not says(story, mention.end) and _PERSONAL.match(story.text, mention.end) is None


_NEXT_WORD = regex(r" ([a-z]+)(?! by\b)(?=[ ,.;])")


def _acted_in_lexicon(state: State, story: Story, mention: Mention) -> bool:
    """Say whether a mention opens a clause and a verb in the past tense follows that is nothing else: "Obi wept"."""
    if state.lexicon is None or not opens_clause(story, mention):
        return False
    match = _NEXT_WORD.match(story.text, mention.end)
    return match is not None and state.lexicon.is_past(match[1]) and not state.lexicon.is_noun(match[1])


_PERSONAL = regex(r"[^.!?\n]{0,90}\b(?:he|she|him|her|his|himself|herself)\b")
_VERSUS = regex(r"\bv(?:s?\.?|ersus) $")
_IS_SUED = regex(r" v(?:s?\.?|ersus) ")


def _is_case(story: Story, mention: Mention) -> bool:
    """Say whether a name is a party's in the title of a lawsuit: "State v. Obi", "Obi v Lal"."""
    return (
        _VERSUS.search(story.text, max(0, mention.start - 8), mention.start) is not None
        or _IS_SUED.match(story.text, mention.end) is not None
    )


def _has_namesake(story: Story, mention: Mention) -> bool:
    """Say whether another capitalised word stands before the surname further up: a full name, as yet unread."""
    name = name_text(story, mention)
    at = story.text.find(" " + name, 0, max(0, mention.start - 1))
    while at >= 0:
        before = _NAME_BEFORE.search(story.text, max(0, at - 24), at)
        if before and fold(before[1]) not in TITLES and not is_post(before[1].lower()):
            return True
        at = story.text.find(" " + name, at + 1, max(0, mention.start - 1))
    return False


_NAME_BEFORE = regex(r"(?<![\w’'-])([A-Z][\w’'-]+\.?)$")


def _bare_or_courtesy(mention: Mention) -> bool:
    return mention.kind is MentionKind.SURNAME or (mention.kind is MentionKind.TITLED_SURNAME and is_courtesy(mention))


_OBJECT = regex(
    r"\b(?:[Aa]ccording to|belonging to|[a-z]{3,}ed|gave|told|took|met|saw|found|left|sent|made|paid|cost|let|hit|"
    r"drove|caught|by|against|between) $"
)
_ENDS = regex(
    r"(?:[,.;]|$| (?:[a-z]+ed|and (?:her|his|their)|an?|the|to|in|on|at|with|by|from|for|as|after|before|when|while|"
    r"during|until|since|because|is|was|who|nine|six|two|three|four|five|seven|eight|ten|\d+)\b)"
)
_NAMED = regex(r"\b(?:named|called|nam(?:es|ing)|surnamed|nicknamed|dubbed) $")
_ADVERBIAL = regex(r"(?:^|[.!?] |\n)(?:For|In|On|At|After|Before|Since|By|Until|During) [\w ]{2,40},? $")


def _stands_as_person(story: Story, mention: Mention) -> bool:
    """Say whether a bare surname is an object or a subject further into the sentence: "police held Obi on Monday"."""
    before, text = max(0, mention.start - 48), story.text
    if _ENDS.match(text, mention.end) is None or _NAMED.search(text, before, mention.start):
        return False
    return (
        _OBJECT.search(text, before, mention.start) is not None
        or (opens_clause(story, mention) and " and h" in text[mention.end : mention.end + 6])
        or _ADVERBIAL.search(text, before, mention.start) is not None
    )


_APPOSED = regex(r", (?:who (?!are|were)|(?:an?|the|his|her) [a-z]|\d{1,2}, )")
_PLACED = regex(r"\b(?:after|to|of|in|near|at) $")
_TOLD_BY = regex(r"[,”\"’'] (?:said|says) $")


def _is_subject(story: Story, mention: Mention) -> bool:
    """Say whether a bare surname is the subject of its clause, owns something, or speaks the words before it."""
    if mention.possessive or (
        acts(story, mention) and not _PLACED.search(story.text, max(0, mention.start - 8), mention.start)
    ):
        return True
    if acted(story, mention) or _TOLD_BY.search(story.text, max(0, mention.start - 16), mention.start):
        return True
    if _APPOSED.match(story.text, mention.end) is not None and opens_clause(story, mention):
        return True
    return mention.title is not None or _stands_as_person(story, mention)


_OF_SOMEWHERE = regex(r",? (?:of|from|at|with) (?:the |a )?[A-Z]")


def _introduces(story: Story, person: Person) -> bool:
    """Say whether the first mention of a full name tells who the person is: by a title, a post, an age, a place."""
    intro = person.introduction
    return intro is not None and (
        _described(story, person)
        or intro.kind is MentionKind.TITLED_FULL
        or _OF_SOMEWHERE.match(story.text, intro.end) is not None
    )


def _goes_by(person: Person) -> bool:
    """Say whether the story calls the person by the bare surname after the introduction too."""
    intro = person.introduction
    return any(m.kind is MentionKind.SURNAME and intro is not None and m.start > intro.start for m in person.mentions)


def _needs_introduction(state: State, context: Context, name: str, goes_by: bool = False) -> bool:
    """Say whether a name tells readers nothing by itself, and is nothing but a surname."""
    if name in state.household or name in context.words or name in context.story.people.elsewhere:
        return False
    if name in PLACES or name in ORGANISATION or name in NOT_NAMES:
        return False
    return goes_by or not (name in GIVEN or name in WEAK_GIVEN)


_CLAUSE_START = regex(r"(?:^|[.,\"”]\s|\n\s*|\b(?:[Bb]ut|and|that|as) )$")
_SAID = regex(r" (?:said|says|told|added|replied|argued|insisted)\b")


def _never_introduced(state: State, context: Context) -> Iterator[Finding]:
    story, register = context.story, context.story.people
    seen: set[str] = set()
    for mention in sorted((*register.strays, *register.unresolved), key=lambda m: m.start):
        name = name_text(story, mention)
        if name in seen or not in_prose(story, mention) or len(name) < 3:
            continue
        seen.add(name)
        if mention.title is None:
            before = story.text[max(0, mention.start - 6) : mention.start]
            if not _SAID.match(story.text, mention.end) or not _CLAUSE_START.search(before) or name[-1] == "s":
                continue
        elif fold(mention.title) not in COURTESY:
            continue
        if not _is_ordinary(story, name.lower()) and not is_demonym(name) and _needs_introduction(state, context, name):
            yield Finding(mention.start, mention.end, values={"person": name})


def _reintroduced(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    namesakes = by_surname(story)
    for person in story.people.people:
        intro = person.introduction
        if intro is None or len(namesakes[person.surname]) > 1:
            continue
        first = _description(story, intro)
        if first is None:
            continue
        for mention in person.mentions:
            if mention.start <= intro.start or mention.kind not in FULL or not in_prose(story, mention):
                continue
            if _description(story, mention) == first:
                yield Finding(
                    mention.start,
                    mention.end,
                    suggestions=(person.surname,),
                    related=introduced_at(story, person),
                    values={"person": person.full},
                )
                break


_APPOSITION = regex(r", ((?:an?|the) [^,.;]{3,60}),")


def _description(story: Story, mention: Mention) -> str | None:
    match = _APPOSITION.match(story.text, mention.end)
    if match:
        return match[1].lower()
    if (
        mention.post
        and story.text[max(0, mention.start - len(mention.post) - 1) : mention.start].strip() == mention.post
    ):
        return mention.post.lower()
    return None


def _shared_surname(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    for surname, people in by_surname(story).items():
        sharing = [p for p in people if p.surname == surname and p.introduction is not None]
        if not 1 < len(sharing) < 8:
            continue
        met = sorted(p.introduction.start for p in sharing if p.introduction is not None)[1]
        bare = [
            m
            for p in sharing
            for m in p.mentions
            if m.kind is MentionKind.SURNAME
            and m.start > met
            and in_prose(story, m)
            and m.post is None
            and not m.possessive
        ]
        if bare:
            mention = min(bare, key=lambda m: m.start)
            yield Finding(
                mention.start,
                mention.end,
                suggestions=tuple(p.full for p in sharing),
                values={"other": " and ".join(p.full for p in sharing)},
            )


# Form ---------------------------------------------------------------------------------------------------------------


def _forms(context: Context) -> Iterator[tuple[Person, dict[str, list[tuple[int, int]]]]]:
    """Yield each person with the ways in which running text outside speech writes their name, by its words."""
    story = context.story
    for person in story.people.people:
        forms: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for mention in person.mentions:
            if in_prose(story, mention):
                forms[name_text(story, mention)].append((mention.name_start, mention.end))
        if forms:
            yield person, forms


def _names(story: Story) -> str:
    """Return all names of people as the story writes them, one after the other."""
    text = story.text
    return "\n".join([text[m.name_start : m.end] for person in story.people.people for m in person.mentions])


def _minority(groups: dict[str, dict[str, list[tuple[int, int]]]], people: dict[str, str]) -> Iterator[Finding]:
    for key, forms in groups.items():
        if len(forms) < 2:
            continue
        ranked = sorted(forms.items(), key=lambda item: (-len(item[1]), item[1][0][0]))
        right, wrong = ranked[0][0], ranked[1]
        yield Finding(
            *wrong[1][0],
            suggestions=(right,),
            edits=tuple(Edit(start, end, right) for start, end in wrong[1]),
            related=(Related(*ranked[0][1][0], "the other form"),),
            values={"person": people[key], "other": right},
        )


def _grouped(context: Context, fold_form: Callable[[str], str], skip_start: bool = False) -> Iterator[Finding]:
    story = context.story
    groups: dict[str, dict[str, list[tuple[int, int]]]] = {}
    names: dict[str, str] = {}
    for person, forms in _forms(context):
        for form, places in forms.items():
            leads = skip_start and is_particle(form.split()[0])
            kept = [p for p in places if not (leads and _starts_sentence(story, p[0]))]
            if kept:
                key = fold_form(form)
                groups.setdefault(key, {}).setdefault(form, []).extend(kept)
                names.setdefault(key, person.full)
    yield from _minority(groups, names)


def _starts_sentence(story: Story, at: int) -> bool:
    sentence = story.sentence_at(at)
    return sentence is not None and story.text[sentence.start : at].strip("\"'“‘ ") == ""


def _particle_case(state: State, context: Context) -> Iterator[Finding]:
    names = set(_names(context.story).split("\n"))
    if len(names) == len({name.lower() for name in names}):
        return
    text = context.story.text
    for finding in _grouped(context, str.lower, skip_start=True):
        # After a given name no sentence starts: the two forms cannot both be right.
        own, other = text[finding.start : finding.end].split(), finding.suggestions[0].split()
        certain = len(own) > 2 and own[0] == other[0]
        yield finding if certain else msgspec.structs.replace(finding, severity="advice")


def _initials_spacing(state: State, context: Context) -> Iterator[Finding]:
    yield from _grouped(context, lambda form: re.sub(r"[. ]", "", form))


def _diacritic_drift(state: State, context: Context) -> Iterator[Finding]:
    """Each name, word for word: a surname counts wherever it is last, a word before it with the one that follows."""
    if _names(context.story).isascii():
        return
    forms: dict[tuple[str, str], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    places: list[tuple[int, int, list[str]]] = []
    names: dict[int, str] = {}
    for person, found in _forms(context):
        for form, spans in found.items():
            for start, end in spans:
                words = form.split()
                places.append((start, end, words))
                names[start] = person.full
                for key, word in zip(_word_keys(words), words, strict=True):
                    forms[key][word].append(start)
    right = {key: _rightly_accented(variants) for key, variants in forms.items() if len(variants) > 1}
    wrong: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for start, end, words in sorted(places):
        fixed = [right.get(key, word) for key, word in zip(_word_keys(words), words, strict=True)]
        if fixed != words:
            wrong[plain(words[-1])].append((start, end, " ".join(fixed)))
    for rows in wrong.values():
        start, end, name = rows[0]
        edits = tuple(Edit(*row) for row in rows)
        yield Finding(start, end, suggestions=(name,), edits=edits, values={"person": names[start], "other": name})


def _word_keys(words: list[str]) -> list[tuple[str, str]]:
    keys = [plain(word) for word in words]
    return [*pairwise(keys), (keys[-1], "")]


def _rightly_accented(variants: dict[str, list[int]]) -> str:
    """Return the right form: the first if it has accents that another lacks, else the commonest, else the accented."""
    first = min(variants, key=lambda word: min(variants[word]))
    if first != plain(first) and any(word == plain(word) for word in variants):
        return first
    return max(variants, key=lambda word: (len(variants[word]), word != plain(word), -min(variants[word])))


_SUFFIX = regex(r"(?<=\w)(?P<comma>,?) (?:Jr|Sr)\b\.?")


def _suffix_comma(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    forms: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for match in _SUFFIX.finditer(story.text):
        if not story.in_speech(match.start(), match.end()):
            forms[match["comma"]].append(match.span())
    if len(forms) < 2:
        return
    wrong = min(forms, key=lambda comma: (len(forms[comma]), -forms[comma][0][0]))
    start, end = forms[wrong][0]
    other = story.text[start:end]
    right = other[1:] if wrong else "," + other
    yield Finding(start, end, suggestions=(right,), values={"other": right.strip()})


_CHECKS: dict[str, Callable[[State, Context], Iterator[Finding]]] = {
    "surname-drift": _surname_drift,
    "given-name-drift": _given_name_drift,
    "place-drift": _place_drift,
    "surname-before-intro": _surname_before_intro,
    "never-introduced": _never_introduced,
    "reintroduced": _reintroduced,
    "shared-surname": _shared_surname,
    "particle-case": _particle_case,
    "initials-spacing": _initials_spacing,
    "diacritic-drift": _diacritic_drift,
    "suffix-comma": _suffix_comma,
}
