"""Posts of which one body has several and a person holds one: its chairman and chief executive, mayor and deputy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from ...text.people import Mention, MentionKind, Person
from ...text.regex import regex
from ...text.story import Story
from ...text.titles import fold
from ...text.tokens import tokenize
from .cast import FULL, in_prose
from .places import any_between


class Rivals(msgspec.Struct, frozen=True):
    """The posts: each word form with the number of its group and of its post in the group, and one pattern for all."""

    place: dict[str, tuple[tuple[int, int], ...]]
    pattern: re.Pattern[str]
    openings: frozenset[str]
    """The first token of each form, as a story's table of words has it."""


class Rival(msgspec.Struct, frozen=True):
    """A post that clashes with one given before: the spans of both and the words of the first."""

    start: int
    end: int
    before_start: int
    before_end: int
    before: str


def rivals_of(groups: Sequence[Sequence[Sequence[str]]]) -> Rivals:
    """Return the posts of a list of groups, each a list of posts, each a list of word forms."""
    place: dict[str, list[tuple[int, int]]] = {}
    for g, group in enumerate(groups):
        for p, forms in enumerate(group):
            for form in forms:
                place.setdefault(form, []).append((g, p))
    words = "|".join(re.escape(form) for form in sorted(place, key=len, reverse=True))
    return Rivals(
        {form: tuple(places) for form, places in place.items()},
        regex(rf"(?<![\w-])(?:{words})(?![\w-])", re.I),
        frozenset(tokenize(form)[0].text for form in place),
    )


def rivals(
    table: Rivals, lowered: frozenset[str], story: Story, person: Person, starts: Sequence[int]
) -> Iterator[Rival]:
    """Yield the posts that a story gives a person beside their name and that clash with the one of the introduction.

    ``lowered`` are the words that make another post of one: "former", "acting". ``starts`` is where a post may begin,
    in order.
    """
    intro = person.introduction
    if intro is None or not in_prose(story, intro):
        return
    held: list[tuple[tuple[int, int], tuple[int, int]]] | None = None
    for mention in person.mentions:
        if mention.start <= intro.start or mention.kind in FULL or not in_prose(story, mention):
            continue
        if not any_between(starts, mention.start - _BEFORE, mention.end + _BEHIND_REACH):
            continue
        for start, end in _later(story, table, mention):
            held = list(_given(table, lowered, story, intro)) if held is None else held
            if not held:
                return
            places = {place for _, place in held}
            groups = {g for g, _ in places}
            own = table.place[story.text[start:end].lower()]
            if not any(g in groups for g, _ in own) or any(place in places for place in own):
                continue
            first = held[0][0]
            if _lowered(story.text, start, lowered) or not _one_body(story, start, first):
                continue
            yield Rival(start, end, *first, story.text[first[0] : first[1]])
            return


_NEAR = 80
_BEFORE = 60
_BEHIND_REACH = len(", the ")
_OF = regex(
    r"(?: (?:of|for|at|in) [^.;,\n]{2,60})?, (?:the )?(?:(?:Right|Very|Most|Venerable|Rt) (?:Hon(?:ourable)? )?)?$| $"
)
_APPOSED = regex(r", (?!who\b|and\b|but\b|said\b)[^.,;\n]{2,90}")


def _given(
    table: Rivals, lowered: frozenset[str], story: Story, intro: Mention
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield the posts that an introduction names, before the name or in apposition behind it: span and place."""
    text = story.text
    low = max(story.blocks[intro.block].start, intro.start - _NEAR)
    spans: list[tuple[int, int]] = []
    for match in table.pattern.finditer(text, low, intro.start):
        if _OF.fullmatch(text, match.end(), intro.start):
            spans.append(match.span())
        elif text[match.end() :].startswith((" and ", ", ")):
            spans.append(match.span())  # "chairman and chief executive Ivo Pell"
    after = _APPOSED.match(text, intro.end)
    if after:
        spans += [m.span() for m in table.pattern.finditer(text, after.start(), after.end())]
    if intro.title and fold(intro.title) in table.place:
        spans.append((intro.start, intro.start + len(intro.title)))
    for start, end in spans:
        if _lowered(text, start, lowered):
            continue
        for place in table.place[text[start:end].lower()]:
            yield (start, end), place


_THE = regex(r"\b[Tt]he (?:[\w’'-]+ ){0,3}$")
_BEHIND = regex(r", the (?=[a-z])")


def _later(story: Story, table: Rivals, mention: Mention) -> Iterator[tuple[int, int]]:
    """Yield the spans of posts beside a later mention: "the chairman, Mr Pell", "Mr Pell, the chairman,"."""
    text = story.text
    low = max(story.blocks[mention.block].start, mention.start - _BEFORE)
    direct = mention.kind in _BY_SURNAME and _CAPITAL.search(text, low, mention.start) is not None
    if direct or _COMMA.search(text, max(low, mention.start - 13), mention.start):
        for match in table.pattern.finditer(text, low, mention.start):
            between = text[match.end() : mention.start]
            apposed = _COMMA.fullmatch(between) and _THE.search(text, low, match.start())
            if apposed or (direct and between == " " and match.group()[0].isupper()):
                yield match.span()
    behind = _BEHIND.match(text, mention.end)
    if behind:
        found = table.pattern.match(text, behind.end())
        if found and text[found.end() : found.end() + 1] in (",", "."):
            yield found.span()


_BY_SURNAME = frozenset({MentionKind.SURNAME, MentionKind.TITLED_SURNAME})
_CAPITAL = regex(r"(?<![\w-])[A-Z][\w-]+ $")
_COMMA = regex(r", (?:Cr |Cllr |Councillor )?$")
_WORD_BEFORE = regex(r"([\w’'-]+)[ -]$")


def _lowered(text: str, start: int, lowered: frozenset[str]) -> bool:
    word = _WORD_BEFORE.search(text, max(0, start - 24), start)
    return word is not None and fold(word[1]) in lowered


def _one_body(story: Story, start: int, first: tuple[int, int]) -> bool:
    """Say whether the words between "the" and a post name the body that the introduction named, or none."""
    text = story.text
    the = _THE.search(text, max(0, start - 60), start)
    if the is None:
        return True
    owner = re.findall(r"[\w-]{3,}", text[the.start() + 4 : start])
    near = text[max(0, first[0] - 120) : min(the.start(), first[1] + 120)].lower()
    return all(word.lower() in near for word in owner)
