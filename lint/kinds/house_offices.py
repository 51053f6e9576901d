"""Kind `house-offices`: capitals of offices, and whether an office stands before a name.

asks: job-titles         # "the Prime Minister said", "prime minister Rosa Lal"
      prime-minister     # "Prime Minister Rosa Lal" where the house writes "the prime minister, Rosa Lal"
      former-holders     # "the former President, Ivo Pell"
      monarch            # "the King said"
      royals             # "the Prince said"
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

import msgspec

from ..text.name_words import is_demonym
from ..text.people import Mention, MentionKind
from ..text.regex import regex
from ..text.story import Story
from .shared.base import Context, Finding, KindOptions, Lists
from .shared.cast import FULL

Asked = Literal["job-titles", "prime-minister", "former-holders", "monarch", "royals"]


class Options(KindOptions, frozen=True):
    asks: Asked


class State(msgspec.Struct, frozen=True):
    asks: Asked


def prepare(options: Options, lists: Lists) -> State:
    return State(options.asks)


_NEEDLES: dict[str, str] = {
    "job-titles": r"(?i)\b(?:minister|secretary|president|chancellor|premier|treasurer|governor|mayor|ambassador)\b",
    "prime-minister": r"(?i)\bprime minister\b",
    "former-holders": r"\b[Ff]ormer\b",
    "monarch": r"(?i)\bthe (?:king|queen|pope)\b",
    "royals": r"(?i)\bthe (?:prince|princess|duke|duchess|earl|countess)\b",
}


def needles(state: State) -> tuple[str, ...] | None:
    return (_NEEDLES[state.asks],)


def check(state: State, context: Context) -> Iterator[Finding]:
    if context.fact is not None:
        yield from _CHECKS[state.asks](context, context.fact.value)


# Offices

_FIELDS = (
    "prime|first|chief|foreign|finance|defen[cs]e|home|health|interior|trade|education|environment|agriculture|transport|"
    "energy|treasury|justice|culture|labou?r|housing|business|immigration|industry|economy|communications|"
    "work and pensions|international development|commerce|security|water|tourism|science|fisheries|forestry|development"
)
_MODIFIERS = "deputy|vice|acting|shadow|assistant"
_CORE = (
    rf"(?:(?:{_MODIFIERS})[ -])?(?:(?:{_FIELDS}) (?:minister|secretary)|secretary of state|minister|secretary|"
    r"president|chancellor|premier|treasurer|governor|mayor|ambassador)"
)


def _capitals(small: str) -> str:
    """Return the pattern of offices in small letters as one of the same offices with a capital in each word."""
    return (
        regex(r"(?<![\w?\[\\])([a-z])(?=[a-z\[])")
        .sub(lambda match: match[1].upper(), small)
        .replace(" Of ", " of ")
        .replace(" And ", " and ")
    )


_CORE_CAPITAL = _capitals(_CORE)
_CAPITAL = regex(rf"(?<![\w’'-]){_CORE_CAPITAL}(?![\w-])")
_SMALL = regex(rf"(?<![\w’'-]){_CORE}(?![\w-])")
_SMALL_BEFORE = regex(rf"(?<![\w’'-])(?:[Ff]ormer )?(?:([A-Z][\w-]+|[A-Z]\.[A-Z]\.) )?({_CORE}) $")
_CAPITAL_BEFORE = regex(rf"(?<![\w’'-])({_CORE_CAPITAL}) $")
_DETERMINED = regex(
    r"(?:\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ur|[Tt]hat|[Aa]n?)|\w['’]s?) "
    r"(?:(?:former|then|current|new|next|late|outgoing|incoming|previous|own|country['’]s) )?"
    r"(?:([A-Z][\w-]+|[A-Z]\.[A-Z]\.) )?$"
)
_LARGER_NAME = regex(
    r"(?:['’]s)? [A-Z]|['’]s? (?:[Qq]uestions)|-| for (?:the )?[A-Z]| of (?:the )?(?:Exchequer|Duchy|Board|Council)|"
    r" (?:and|&) [A-Z]|['’]s? (?:of|Office)"
)
_OFFICE_OF = regex(r"[A-Z]\w+ (?:of|for) (?:the )?$")
_NAME_NEXT = regex(r", (?:[A-Z]|the Rev |Sir )")
_NAME_BEFORE = regex(
    r"[A-Z][\w’'-]+, (?:(?:the|a|an|former|then|now|[A-Z][\w-]+['’]s) )?(?:former )?(?:[A-Z][\w-]+ |[A-Z]\.[A-Z]\. )?$"
)
_POLITICAL = regex(rf"(?i)(?:(?:{_MODIFIERS})[ -])?(?:{_FIELDS}) (?:minister|secretary)$|secretary of state$")
_NATIONAL = regex(r"(?i)(?:vice[ -])?president$|chancellor$|premier$")


def _nation(word: str | None) -> bool:
    return word is not None and (is_demonym(word) or word in ("US", "U.S.", "UK", "EU", "State"))


def _is_political(office: str, nation: str | None) -> bool:
    """Say whether an office is a minister's, or a president's after the nation: clubs have presidents too."""
    return _POLITICAL.match(office) is not None or (_NATIONAL.match(office) is not None and _nation(nation))


def _job_titles(context: Context, value: str) -> Iterator[Finding]:
    if value == "always":
        yield from _small_offices(context)
        return
    yield from _capitals_alone(context, value)
    if value == "never":
        yield from _capitals_before(context)
    else:
        yield from _small_before(context)
        if value == "adjacent":
            yield from _small_beside(context)


def _capitals_alone(context: Context, value: str) -> Iterator[Finding]:
    """ "The Prime Minister said": no name follows. Names of bodies, questions and hotels go on with a capital."""
    text = context.story.text
    for match in _CAPITAL.finditer(text):
        start, end = match.span()
        if _LARGER_NAME.match(text, end):
            continue
        before = text[max(0, start - 48) : start]
        determined = _DETERMINED.search(before)
        if determined is None or (determined[1] and not _nation(determined[1])):
            continue
        if _OFFICE_OF.search(before):
            continue
        if value == "adjacent" and (_NAME_NEXT.match(text, end) or _NAME_BEFORE.search(before)):
            continue
        yield Finding(start, end, suggestions=(match.group().lower(),))


def _known(story: Story) -> Iterator[Mention]:
    """Yield the mentions that a title or post may stand before."""
    for person in story.people.people:
        for mention in person.mentions:
            if mention.title is None and mention.kind in (MentionKind.FULL, MentionKind.SURNAME):
                yield mention


_BOUNDARY = regex(
    r"(?:^|[.,;:!?–—-] |[“\"‘(]|\b(?:by|to|with|and|from|of|that|when|said|says|told|for|as|while|but|after|before|if|"
    r"against|between|under|over|on|in|like|or|met|meets|asked|urged|between|because|where|former) )$"
)


def _small_before(context: Context) -> Iterator[Finding]:
    """ "It was signed by prime minister Rosa Lal": no article, no word that makes it another post."""
    story, text = context.story, context.story.text
    for mention in _known(story):
        start = story.blocks[mention.block].start
        match = _SMALL_BEFORE.search(text, max(start, mention.start - 60), mention.start)
        if match is None or match.group().lower().startswith("former "):
            continue
        nation = match[1]
        if nation is not None and not _nation(nation):
            continue
        if not _is_political(match[2], nation):
            continue
        at = match.start()
        if text[max(start, at - 7) : at].lower().endswith(("former ", "then ", "ex-")):
            continue
        if at == start or _BOUNDARY.search(text, max(start, at - 12), at):
            yield Finding(match.start(2), match.end(2), suggestions=(_titled(match[2]),))


def _titled(office: str) -> str:
    small = ("of", "and")
    return " ".join(word if word in small else word[:1].upper() + word[1:] for word in office.split())


_SMALL_APPOSED = regex(rf"\b[Tt]he (?:([A-Z][\w-]+|[A-Z]\.[A-Z]\.) )?({_CORE}), $")
_SMALL_BEHIND = regex(rf", the (?:([A-Z][\w-]+|[A-Z]\.[A-Z]\.) )?({_CORE})(?=[,.])")


def _small_beside(context: Context) -> Iterator[Finding]:
    """ "The prime minister, Rosa Lal," and "Rosa Lal, the prime minister," where both take capitals."""
    story, text = context.story, context.story.text
    seen: set[int] = set()
    for mention in _known(story):
        block = story.blocks[mention.block]
        for match in (
            _SMALL_APPOSED.search(text, max(block.start, mention.start - 70), mention.start),
            _SMALL_BEHIND.match(text, mention.end, block.end) if mention.kind in FULL else None,
        ):
            if match is None or match.start(2) in seen:
                continue
            if _is_political(match[2], match[1]) and (match[1] is None or _nation(match[1])):
                seen.add(match.start(2))
                yield Finding(match.start(2), match.end(2), suggestions=(_titled(match[2]),))


def _capitals_before(context: Context) -> Iterator[Finding]:
    """ "Foreign Minister Rosa Lal" where no office is a title but that of a president."""
    story, text = context.story, context.story.text
    apart = context.style is not None and context.style.value("prime-minister") == "apart"
    for mention in _known(story):
        match = _CAPITAL_BEFORE.search(text, max(story.blocks[mention.block].start, mention.start - 50), mention.start)
        if match is None or not _POLITICAL.match(match[1]) or (apart and match[1] == "Prime Minister"):
            continue
        office, name = match[1].lower(), text[mention.start : mention.end]
        yield Finding(
            match.start(1),
            match.end(1),
            message=f'The house writes "the {office}, {name}": no office is a title before a name.',
        )


_HIGH = regex(
    r"\b[Tt]he (prime minister|deputy prime minister|foreign secretary|home secretary)(?![\w-])"
    r"(?! of |['’]?s [A-Z])"
)


def _small_offices(context: Context) -> Iterator[Finding]:
    """The offices that are never in small letters where they stand for their holder."""
    for match in _HIGH.finditer(context.story.text):
        yield Finding(match.start(1), match.end(1), suggestions=(_titled(match[1]),))


_PRIME = regex(r"(?<![\w’'-])(?:([A-Z][\w-]+|[A-Z]\.[A-Z]\.) )?([Pp]rime [Mm]inister) $")


def _prime_minister(context: Context, value: str) -> Iterator[Finding]:
    if value != "apart":
        return
    story, text = context.story, context.story.text
    capital = context.style is not None and context.style.value("job-titles") == "always"
    for mention in _known(story):
        block = story.blocks[mention.block]
        match = _PRIME.search(text, max(block.start, mention.start - 40), mention.start)
        if match is None:
            continue
        nation = match[1] if _nation(match[1]) else None
        start = match.start() if nation else match.start(2)
        before = text[max(block.start, start - 12) : start]
        if start != block.start and not _BOUNDARY.search(before):
            continue
        if before.lower().endswith(("former ", "then ")) or (match[1] and not nation):
            continue
        right: tuple[str, ...] = ()
        if mention.kind in FULL and not mention.possessive:
            opens = start == block.start or before.rstrip()[-1:] in (".", "!", "?")
            office = "Prime Minister" if capital else "prime minister"
            close = "" if text[mention.end : mention.end + 1] in (",", ".", ";", ":", "") else ","
            article = "The" if opens else "the"
            right = (f"{article} {nation + ' ' if nation else ''}{office}, {text[mention.start : mention.end]}{close}",)
        yield Finding(
            start,
            mention.end,
            suggestions=right,
            message=None if right else 'The house does not write "Prime Minister" before a name.',
        )


_FORMER = regex(rf"\b[Ff]ormer (?:([A-Z][\w-]+|[A-Z]\.[A-Z]\.) )?({_CORE}|{_CORE_CAPITAL}),? $")


def _former_holders(context: Context, value: str) -> Iterator[Finding]:
    story, text = context.story, context.story.text
    for mention in _known(story):
        match = _FORMER.search(text, max(story.blocks[mention.block].start, mention.start - 60), mention.start)
        if match is None or (match[1] and not _nation(match[1])):
            continue
        office = match[2]
        if value == "lower" and office != office.lower():
            yield Finding(match.start(2), match.end(2), suggestions=(office.lower(),))
        elif value == "capital" and office == office.lower() and _is_political(office, match[1]):
            yield Finding(match.start(2), match.end(2), suggestions=(_titled(office),))


# Kings and princes

_CROWNED = regex(r"(?:King|Queen) (?:Charles|Camilla|Elizabeth)\b")
_POPE = regex(r"\bPope [A-Z][a-z]+|\bVatican\b")
_THRONE = regex(r"\b(?:King|Queen) [A-Z][a-z]+|\b(?:[Mm]onarchy?|[Tt]hrone|[Pp]alace)\b")
_ROYAL = regex(r"\b(?:Prince|Princess) [A-Z][a-z]+|\b(?:Duke|Duchess|Earl|Countess) of [A-Z]")
_VERB = (
    r"(?=['’]s [a-z]|[,.;]| (?:said|says|told|has|had|is|was|will|would|and|who|to|in|at|on|met|made|gave|took|went|"
    r"[a-z]+ed|spoke|also|himself|herself|did|does|could|can|may|might|should|visited|hosted|paid|with)\b)"
)
_KING = regex(rf"\b[Tt]he ([Kk]ing|[Qq]ueen|[Pp]ope){_VERB}")
_PRINCE = regex(rf"\b[Tt]he ([Pp]rince|[Pp]rincess|[Dd]uke|[Dd]uchess|[Ee]arl|[Cc]ountess){_VERB}")


def _monarch(context: Context, value: str) -> Iterator[Finding]:
    text = context.story.text
    for match in _KING.finditer(text):
        word, pope = match[1], match[1].lower() == "pope"
        if value == "lower" and word[0].isupper() and (_POPE if pope else _THRONE).search(text):
            yield Finding(match.start(1), match.end(1), suggestions=(word.lower(),))
        elif value == "capital" and word[0].islower() and (_POPE if pope else _CROWNED).search(text):
            yield Finding(match.start(1), match.end(1), suggestions=(word.capitalize(),))


def _royals(context: Context, value: str) -> Iterator[Finding]:
    text = context.story.text
    if _ROYAL.search(text) is None:
        return
    for match in _PRINCE.finditer(text):
        word = match[1]
        if value == "lower" and word[0].isupper():
            yield Finding(match.start(1), match.end(1), suggestions=(word.lower(),))
        elif value == "capital" and word[0].islower():
            yield Finding(match.start(1), match.end(1), suggestions=(word.capitalize(),))


_CHECKS: dict[str, Callable[[Context, str], Iterator[Finding]]] = {
    "job-titles": _job_titles,
    "prime-minister": _prime_minister,
    "former-holders": _former_holders,
    "monarch": _monarch,
    "royals": _royals,
}
