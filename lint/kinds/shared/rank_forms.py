"""Ranks before names in short and in full: "Gen. Pell" and "General Pell"."""

from __future__ import annotations

from collections.abc import Iterator

from ...text.people import Mention
from ...text.regex import regex
from ...text.story import Story
from ...text.titles import RANKS, fold
from .base import Context, Finding
from .cast import acts, in_prose
from .titled import TitleState, is_name_of_work, is_office, titled_as
from .untitled import tells

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


def rank_forms(state: TitleState, context: Context, value: str) -> Iterator[Finding]:
    story = context.story
    pointed = context.style is not None and context.style.value("courtesy-titles.points") == "pointed"
    known = [m for person in story.people.people for m in person.mentions]
    strangers = (m for m in story.people.unresolved if (tells(story, m) or acts(story, m)) and not _is_firm(story, m))
    for mention in (*known, *strangers):
        if mention.title is None or not in_prose(story, mention) or not titled_as(mention, RANKS):
            continue
        if is_name_of_work(state, story, mention):
            continue
        if is_office(story, mention):
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


_FIRM_AFTER = regex(
    r",? which\b| is (?:buying|selling|owned|part of)\b|(?:['’]s)? (?:shares?|brands?|Corp|Inc|Ltd|Plc|PLC|plc|Co)\b"
)


def _is_firm(story: Story, mention: Mention) -> bool:
    """Say whether "General" with a name that the story gives in full nowhere is a firm's: "General Cable"."""
    if fold(mention.title or "") not in ("general", "gen", "major", "maj"):
        return False
    text, whole = story.text, story.text[mention.start : mention.end]
    at = text.find(whole)
    while at >= 0:
        end = at + len(whole)
        if _FIRM_AFTER.match(text, end):
            return True
        at = text.find(whole, end)
    return False


def _rank(word: str, value: str, pointed: bool) -> str:
    low = fold(word)
    if value == "full":
        return _IN_FULL.get(low, word)
    short = _RANK_FORMS.get(low) or (None if pointed else _POLICE_FORMS.get(low))
    if short is not None:
        return f"{short}{'.' if pointed else ''}"
    return word
