"""Who goes by the bare surname where others have titles: the accused, the dead, children, players and stars."""

from __future__ import annotations

import re

import msgspec

from ...text.people import Mention, NameOrder, Person
from ...text.regex import regex
from ...text.story import Story
from ...text.titles import RELATIONS
from .base import Context
from .cast import (
    acts,
    first_full,
    in_prose,
    introduced_as_kin,
    name_text,
    relatives_near,
    says,
    told_by,
)

Mentions = tuple[tuple[Person, Mention], ...]


class Untitled(msgspec.Struct, frozen=True):
    """``callings`` of sport and the stage; ``household``: surnames of the long dead and of brands, known to all."""

    callings: frozenset[str]
    household: frozenset[str]


_PAIR = regex(r"(?:\band|\bor|,) $")
_GUILT = regex(
    r"\b(?:arrested|accused|charged with|pleaded|convict\w*|jail\w*|sentenced|guilty|murder\w*|manslaughter|rapist|"
    r"pa?edophile|executed|killer|den(?:ies|ied) (?:all |both |the )?(?:charges?|counts?|murder|fraud|theft|assault)|"
    r"on trial|(?:the|in) dock|remanded|in custody|on bail|fined|defendant|stabb\w+|assault\w*)\b"
)
_STAGE = regex(
    r"\b(?:albums?|innings|wickets?|scored|medall?ist|novels?|films?|movies?|documentar\w+|theatre|opera|striker|"
    r"midfielder|Olympics?|Oscars?|Grammys?|Baftas?|starred|starring|best actor|best actress|impresario|"
    r"choreographer)\b"
)
_OFFICIAL = regex(
    r"(?i)\b(?:lawyer|solicitor|barrister|counsel|prosecutor|attorney|minister|secretary|detective|inspector|spokes\w+|"
    r"superintendent|constable|commissioner|mayor|director|chief|head|leader|mp|judge|magistrate)\b"
)
_OFFENDER = regex(
    r"(?i)\b(?:inmate|prisoner|offender|fugitive|gunman|attacker|killer|robber|burglar|thief|fraudster|conman|"
    r"terrorist|bomber|gangster|rapist|murderer|suspect|accused|defendant|escapee|drug dealer|drug trafficker|"
    r"(?:released|freed|escaped) from (?:jail|prison|custody)|served (?:\w+ ){1,3}(?:years|months)|parole)\b"
)
_FATE = regex(
    r"\b(?:died|dead|the late|killed|drowned|funeral|inquest|body of|buried|1[0-8]\d\d|19[0-4]\d|(?:18|19)[0-4]0s|"
    r"(?:eighteenth|nineteenth|1[0-9]th)[ -]century|"
    r"Victorian (?:architect|engineer|builder|painter|poet|novelist|explorer)|"
    r"(?:in (?:his|her) (?:memory|honour|honor)|named (?:for|after)|in memory of)|grave|tomb|obituary)\b"
)
_CHILD = regex(r",? \(?(?:aged )?(?:\d|1[0-7])[,);]")
_YOUNG = regex(
    r"(?i)\b(?:(?:\d|1[0-7]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen)-year-old|schoolboy|schoolgirl|pupil|toddler|(?:year|grade) \d{1,2} student|"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)[- ]grader|sixth-former)\b"
)
_SPORT = regex(
    r"\b(?:wickets?|innings|scored|goalkeeper|striker|midfielder|unbeaten|overs|not out|penalty kick|free kick|"
    r"hat-trick|"
    r"equaliser|equalizer|touchdowns?|home run|drop shot|tie-break|double fault|break point|second set|first set|"
    r"final lap|pole position|birdie|bogey|knockout|uppercut)\b"
)


def tells(story: Story, mention: Mention) -> bool:
    """Say whether a mention is the subject of a verb of saying, before it or after it."""
    return says(story, mention.end) or told_by(story, mention.start)


_ALONE = regex(
    r"(?:[,.;:)]|$| [-–—] | [\"“]| (?:[a-z]+ed|and|or|but|to|in|on|at|with|by|from|for|as|after|before|when|while|of|"
    r"during|until|since|over|about|against|under|through|into|because|that|who|whom|not|if|what|how|why|where|has|is|was)\b)"
)
_ATTRIBUTIVE = regex(r"(?:\b(?:the|an?|of|and|or|anti|pro|other|two|this|that|v|vs)|[-/&,]) ?$", re.I)


_OFFICE_BEFORE = regex(
    r"\b[Tt]he (?:[A-Za-z-]+ ){0,3}(?:[Mm]inister|[Ss]ecretary|[Tt]reasurer|[Pp]remier|[Mm]ayor|[Cc]hancellor|"
    r"[Cc]hairman|[Cc]hairwoman|[Dd]irector|[Pp]rincipal|[Jj]udge|[Ll]eader), $"
    r"|\bM(?:r|rs|s) [A-Z][\w'’-]+ and $"
)


def stands_alone(story: Story, mention: Mention) -> bool:
    """Say whether a bare surname is a noun of its own, no part of "the Obi family" or "Lal and Obi"."""
    before = story.text[max(0, mention.start - 40) : mention.start]
    if _ALONE.match(story.text, mention.end) is None:
        return False
    return not _ATTRIBUTIVE.search(before) or _OFFICE_BEFORE.search(before) is not None


def wants_title(untitled: Untitled, context: Context, person: Person, mention: Mention, titled: Mentions) -> bool:
    """Say whether a bare surname wants the title that the house gives people after the first mention.

    It does not where its bearer is one of those whom most houses name without: the accused and the dead, children,
    players and stars; nor where it may be somebody else's, a relative's or a firm's.
    """
    story = context.story
    name = name_text(story, mention)
    speaks = tells(story, mention)
    if name in context.words or (name in story.people.elsewhere and not speaks):
        return False
    if any(p.given == name and p is not person for p in story.people.people):
        return False  # a child's first name, perhaps
    before = story.text[max(0, mention.start - 8) : mention.start]
    if _PAIR.search(before) and before.rstrip().endswith("and") and not _beside_titled(mention, titled):
        return False
    first = person.introduction
    if first and person.mentions[0].start < first.start and introduced_as_kin(story, first):
        return False  # "Mr Obi's son, Ivo Obi": the titles are his father's
    if any(p is person and name_text(story, m) == name for p, m in titled):
        return True  # whatever the person is, the story does title them
    if name in story.people.elsewhere or (name in untitled.household and not (speaks and person.certain)):
        return False
    active = speaks or acts(story, mention)
    if person.order is NameOrder.SINGLE and not (active and name == person.full.split()[-1]):
        return False
    if not (person.certain or mention.possessive or active):
        return False
    if is_untitled(untitled, story, person):
        return False
    if _kin_near(story, person, mention, speaks):
        return False
    if not speaks and _LIVED.match(story.text, mention.end):
        return False
    if not speaks and any(_is_fallen(story, m) for m in person.mentions if in_prose(story, m)):
        return False
    intro = person.introduction or first_full(person, story)
    for place in (mention, intro):
        sentence = story.sentence_at(place.start) if place else None
        if sentence is None or place is None:
            continue
        words = story.text[sentence.start : sentence.end]
        if _GUILT.search(words) and not (
            speaks
            and (_OFFICIAL.search(person.post or "") or _for_a_side(story, intro) or _tells_of(story, place, words))
        ):
            return False
        if not speaks and _FATE.search(words):
            return False
        if not speaks and _SPORT.search(words):
            return False
        if place is intro and (_STAGE.search(words) or _CHILD.match(story.text, place.end)):
            return False
        if place is intro and (_OFFENDER.search(person.post or "") or _is_young(story, place)):
            return False
        if not speaks and _OFFENDER.search(words):
            return False
    return True


# "Obi was a botanist who knew his crops": told of the dead, as a rule.
_LIVED = regex(r" was (?:an?|one of the) ")

_FALLEN = regex(
    r"(?:,? who|,? (?:aged )?\d{1,3},)? (?:was (?:\w+ly )?(?:killed|murdered|shot dead|stabbed|drowned|buried|"
    r"convicted|jailed|"
    r"sentenced|found guilty|found dead|executed|arrested|charged|remanded)|died|drowned|pleaded (?:not )?guilty|"
    r"admitted "
    r"(?:murder|manslaughter|fraud|theft|assault|stealing)|appeared in (?:court|the dock)|had died|has died|is dead)\b"
)


_IS_NINE = regex(
    r"[^.!?]*[.!?][\"”’']? (?:He|She) (?:is|was|turned|turns) (?:\d|1[0-7]|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"thirteen|fourteen|fifteen|sixteen|seventeen)[ .,;]"
)


_SIDE = regex(
    r",? (?:for (?:the )?(?:prosecution|defence|defense|Crown|state|government|respondent|police)|prosecuting|"
    r"defending|appearing for|representing|mitigating)\b"
)
_TELLS = regex(
    r"(?:, [^,.;:\n]{2,50},)? (?:said|says|added|warned|explained|argued|noted)\b(?! (?:that )?(?:he|she)\b)"
)


def _for_a_side(story: Story, intro: Mention | None) -> bool:
    """Say whether a full name is that of counsel: "Ada Obi, for the prosecution,"."""
    return intro is not None and _SIDE.match(story.text, intro.end) is not None


def _tells_of(story: Story, mention: Mention, sentence: str) -> bool:
    """Say whether a person only speaks of guilt, and of somebody else's: "Obi said the accused had run"."""
    verb = _TELLS.match(story.text, mention.end)
    if verb is None:
        return False
    guilt = _GUILT.search(story.text, verb.end(), verb.end() + len(sentence))
    before = _GUILT.search(story.text, mention.end, verb.end())
    return before is None and guilt is not None and not _OF_SELF.search(story.text, verb.end(), guilt.start())


_OF_SELF = regex(r"\b(?:he|she|his|her|him|I)\b")


def _is_fallen(story: Story, mention: Mention) -> bool:
    """Say whether the story tells directly after a name that its bearer died or was convicted."""
    return _FALLEN.match(story.text, mention.end) is not None


def _is_young(story: Story, intro: Mention) -> bool:
    """Say whether the words beside a full name call its bearer a child: "seven-year-old Ivo Obi"."""
    block = story.blocks[intro.block]
    before = story.text[max(block.start, intro.start - 40) : intro.start]
    behind = story.text[intro.end : min(block.end, intro.end + 40)]
    if _IS_NINE.match(story.text, intro.end, min(block.end, intro.end + 120)):
        return True
    young = _YOUNG.search(before)
    if young and not any(c in before[young.end() :] for c in ",.;:"):
        return True
    after = _YOUNG.search(behind)
    return after is not None and behind.startswith(",") and not any(c in behind[1 : after.start()] for c in ",.;:")


_DRIVER = regex(r"\b(?:taxi|bus|cab|coach|van|truck|lorry|tram|train|crane|delivery|minibus|ambulance)[ -]driver\b")


def is_untitled(untitled: Untitled, story: Story, person: Person) -> bool:
    """Say whether a person is of a calling whose members most houses name without a title."""
    if person.post is None:
        return False
    intro = person.introduction
    if intro and _DRIVER.search(story.text, max(0, intro.start - 40), intro.end + 40):
        return False
    return any(word in untitled.callings for word in re.findall(r"[\w’'-]+", person.post.lower()))


def _beside_titled(mention: Mention, titled: Mentions) -> bool:
    """Say whether a titled name stands directly before "and" and a bare one: "Mr Lal and Obi"."""
    return any(m.end == mention.start - len(" and ") for _, m in titled)


_OWN_KIN = regex(rf"\b(?:[Hh]is|[Hh]er|[Tt]heir|\w['’]s) (?:[a-z-]+ )?(?:{'|'.join(sorted(RELATIONS))})\b")


def _kin_near(story: Story, person: Person, mention: Mention, speaks: bool) -> bool:
    """Say whether the bare surname may be a relative's.

    Somebody else has the surname; or a family word stands in the same sentence, or somebody's own relative is met in
    the sentence before.
    """
    if not _alone(story, person):
        return True
    sentence = story.sentence_at(mention.start)
    if sentence is None:
        return False
    before = max(0, story.text.rfind(".", 0, max(0, sentence.start - 2)), sentence.start - 200)
    if _OWN_KIN.search(story.text, before, sentence.start):
        return True
    return relatives_near(story, sentence.start, sentence.end, 0, groups=not speaks)


def _alone(story: Story, person: Person) -> bool:
    """Say whether nobody else of the story goes by the person's surname."""
    return sum(1 for p in story.people.people if person.surname in p.called or p.surname == person.surname) == 1
