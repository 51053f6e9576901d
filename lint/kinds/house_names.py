"""Kind `house-names`: how the house words and spells names of people.

asks: false-titles       # "author Rosa Lal" where the house writes "the author Rosa Lal"
      diacritics         # "Erdoğan" where the house leaves accents out
      possessives        # "James'" and "James's"
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from ..text.name_parts import plain
from ..text.name_words import is_demonym
from ..text.people import Mention, MentionKind
from ..text.regex import regex
from ..text.titles import RELATIONS, is_post
from .shared.asked import Part, needles_of, run
from .shared.base import Context, Finding, KindOptions, Lists
from .shared.cast import name_text
from .shared.story_field import is_sport

Asked = Literal["false-titles", "diacritics", "possessives"]


class Options(KindOptions, frozen=True):
    asks: Asked


class State(msgspec.Struct, frozen=True):
    asks: Asked
    offices: frozenset[str]
    """Words for public offices, which stand before a name in most houses."""
    heads: frozenset[str]
    """Posts at the head of a body or that speak for it, of which there is one: "the director, Rosa Lal,"."""


def prepare(options: Options, lists: Lists) -> State:
    posts = lists.get("posts")
    heads = {form.split()[-1] for group in posts["heads"] for form in group}
    return State(options.asks, frozenset(posts["offices"]), frozenset(heads | {"executive", "boss", "manager"}))


def needles(state: State) -> tuple[str, ...] | None:
    return needles_of(_PARTS[state.asks])


def check(state: State, context: Context) -> Iterator[Finding]:
    return run(_PARTS[state.asks], state, context)


def _mentions(context: Context) -> list[Mention]:
    return sorted(
        (m for person in context.story.people.people for m in person.mentions if not m.quoted), key=lambda m: m.start
    )


# False titles

_BEFORE = regex(r"((?:[A-Za-z][\w-]* ){0,3})([A-Za-z][\w-]+) $")
_OPENS = regex(
    r"(?:^|[.,;:!?–—-]['’\"”]? |[“\"‘(]|"
    r"\b(?:by|to|with|and|from|of|that|when|said|says|told|as|while|but|after|before|if|"
    r"against|between|under|on|in|like|or|met|because|where|including|for|featuring) )$"
)
_NO_FALSE_TITLE = frozenset(
    """
    former late then fellow president chairman chairwoman chair ex-president vice-president king queen prince princess
    emperor sultan emir pope bishop archbishop cardinal father sister brother mother judge justice captain constable
    inspector superintendent sergeant detective commander marshal sheriff speaker mp mps councillor cllr
    """.split()  # noqa: SIM905 - a list of words reads best as words
)


def _false_titles(state: State, context: Context, value: str) -> Iterator[Finding]:
    """Yield callings in small letters before a full name, without an article, an owner or "former"."""
    if value == "allow" or (context.style is not None and context.style.section == "sport"):
        return
    story, text = context.story, context.story.text
    if is_sport(story):
        return  # "striker Rosa Lal" is the language of sport in every house
    for person in story.people.people:
        mention = person.introduction
        if (
            mention is None
            or mention.quoted
            or mention.kind is not MentionKind.FULL
            or " " not in name_text(story, mention)
        ):
            continue
        block = story.blocks[mention.block]
        begin = max(block.start, mention.start - 70)
        match = _BEFORE.search(text, begin, mention.start)
        if match is None or not is_post(match[2]):
            continue
        post = match[2].lower()
        if post in _NO_FALSE_TITLE or post in RELATIONS or post in state.offices or post.startswith("ex-"):
            continue
        if match[2].isupper() or "-" in post or (value == "office-only" and post in state.heads):
            continue
        start = match.start(2)
        # The words before the calling that belong to it: "French", "tax", each back to what a noun phrase begins after.
        modifiers = match[1].split()
        while not _OPENS.search(text, begin, start) and start != block.start:
            if not modifiers or not _modifies(modifiers[-1]):
                start = -1
                break
            start -= len(modifiers.pop()) + 1
        if start < 0 or (match[2][0].isupper() and start != match.start(2)):
            continue
        beside = _AND_POST.search(text, begin, start)
        if beside is not None and is_post(beside[1]):
            continue  # "singer and songwriter Rosa Lal": the article belongs further back
        words = text[start : match.end(2)]
        opens = start == block.start or text[:start].rstrip()[-1:] in (".", "!", "?")
        if match[2][0].isupper() and not opens:
            continue
        right = f"The {_small(words)}" if opens else f"the {words}"
        if post in state.heads:
            yield Finding(
                start,
                match.end(2),
                message=f'The house sets the post apart: "{right}, {person.full},".',
                values={"person": person.full},
            )
        else:
            yield Finding(start, match.end(2), suggestions=(right,), values={"person": person.full})


_AND_POST = regex(r"([\w-]+) (?:and|or) $")


_NO_MODIFIER = frozenset(
    """
    the a an this that his her its their our my your every each no one two three four five six another any some former
    late then fellow and or but is was are were be been has had have
    """.split()  # noqa: SIM905 - a list of words reads best as words
)


def _modifies(word: str) -> bool:
    if word.lower() in _NO_MODIFIER or word.endswith(("'s", "’s", "s'", "s’")):
        return False
    return word in ("US", "UK") or is_demonym(word) or word in _CALLING_WORDS


_CALLING_WORDS = frozenset(
    """
    tax film theatre music art food travel wildlife football rugby cricket tennis golf jazz opera folk rock pop soul
    veteran renowned acclaimed celebrated noted leading prominent best-selling bestselling award-winning local retired
    science crime fashion landscape portrait political military human rights climate economic social legal financial
    dairy sheep cattle wheat fruit vegetable marine chief research
    """.split()  # noqa: SIM905 - a list of words reads best as words
)


def _small(words: str) -> str:
    first = words.split()[0]
    return words if is_demonym(first) or first.isupper() else words[:1].lower() + words[1:]


# Accents


def _diacritics(state: State, context: Context, value: str) -> Iterator[Finding]:
    if value != "strip":
        return
    for mention in _mentions(context):
        name = name_text(context.story, mention)
        bare = plain(name)
        if bare != name and bare.isascii():
            yield Finding(mention.name_start, mention.end, suggestions=(bare,))


# Possessives

_NAME_S = regex(r"\b[A-Z][a-zà-ÿ’'-]*[a-zà-ÿ]s['’]s\b")
_GOES_ON = regex(r" [A-Z]")
_COMMON = frozenset(
    """
    boss class business princess actress waitress hostess witness bus gas glass grass mass press process progress
    success mistress duchess countess dress address virus campus census chorus atlas canvas circus genius octopus
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_ANCIENT = frozenset(
    {"Jesus", "Moses", "Achilles", "Hercules", "Xerxes", "Socrates", "Euripides", "Archimedes", "Ulysses"}
)
_OPEN_QUOTE = regex(r"(?:^|[\s(—–-])['‘](?=\w)")


def _possessives(state: State, context: Context, value: str) -> Iterator[Finding]:
    if value == "apostrophe":
        yield from _full_possessives(context)
    else:
        yield from _bare_possessives(context)


def _full_possessives(context: Context) -> Iterator[Finding]:
    """Yield "James's" for a house that writes James'."""
    text = context.story.text
    for match in _NAME_S.finditer(text):
        name = match.group()[:-2]
        if name.lower() in _COMMON or _GOES_ON.match(text, match.end()):
            continue  # Bridget Jones's Diary
        yield Finding(match.start(), match.end(), suggestions=(match.group()[:-1],))


def _bare_possessives(context: Context) -> Iterator[Finding]:
    """Yield "James'" of a person of the story for a house that writes James's: of other names it may be a plural."""
    story, text = context.story, context.story.text
    for mention in _mentions(context):
        name, end = name_text(story, mention), mention.end
        if not name.endswith("s") or text[end : end + 1] not in ("'", "’") or text[end + 1 : end + 2] != " ":
            continue
        if name.split()[-1] in _ANCIENT or text[max(0, mention.start - 4) : mention.start].lower() == "the ":
            continue
        block = story.blocks[mention.block]
        if _OPEN_QUOTE.search(text, max(block.start, end - 160), end):
            continue  # the mark may close a quotation
        before = text[max(0, mention.start - 4) : mention.start]
        if before.endswith(("St ", "St. ")) and _GOES_ON.match(text, end + 1):
            continue  # St James' Park
        last = name.split()[-1]
        yield Finding(end - len(last), end + 1, suggestions=(f"{last}{text[end]}s",))


_PARTS: dict[str, Part[State]] = {
    "false-titles": Part(_false_titles),
    "diacritics": Part(_diacritics, r"[À-ɏḀ-ỿ]"),
    "possessives": Part(_possessives, r"s['’]"),
}
