"""The signs of a variety of English that are more than a word: titles, set phrases, places of two words, dates, money.

Each is looked for by a plain search of the text, and only where the story has the word that the sign needs: a story
holds some four hundred words, and asking for the beginnings of them all costs less than ten searches.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, KeysView, Mapping
from functools import lru_cache
from operator import itemgetter

from .regex import regex
from .story import Story
from .variety_signs import PHRASES, US_STATES

_START = 4
"""Letters of a word that are compared."""

_to_start = itemgetter(slice(_START))

_INNER = regex(r"(?<= )[A-Za-z]{4,}|(?<= )[A-Za-z]{2,3}(?=[ .])|(?<= )[ap]\.m\.|(?<=\()AP(?=\))")

_US_PARTY = regex(r"\b[DR]-[A-Z][a-z]")
_DAYS = {
    day: day[:_START].lower() for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
}
# "said Tuesday" against "said on Tuesday".
_SAYING = ("said", "announced", "ruled", "voted", "died", "arrested", "released")
_HEARER = regex(r"\w+")
_WORD_CHARACTER = regex(r"\w")
# "Jan. 12" against "12 January".
_MONTH_POINT = regex(r"\b(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\. \d")
POINTED_MONTHS = frozenset(("jan", "feb", "aug", "sept", "oct", "nov", "dec"))
_DAY_MONTH = regex(r"\b\d\d? (?:Jan|Febr|March|April|May|June|July|August|Septem|Octo|Novem|Decem)")
_MONTHS = {
    f" {month}": month[:_START].lower() if len(month) >= _START else ""
    for month in (
        *("Jan", "Febr", "March", "April", "May", "June"),
        *("July", "August", "Septem", "Octo", "Novem", "Decem"),
    )
}
_BILLIONS = regex(r"[£$€]\d[\d.,]*(?:bn|tn)\b")


def find_signs(story: Story, parts: Iterable[str]) -> Iterator[tuple[str, Mapping[str, float]]]:
    """Yield each sign that a story shows, once, with what it speaks for.

    ``parts`` are the runs of letters, in small letters, of those words that hold other characters too.
    """
    text = story.text
    words = story.word_positions.keys()
    starts = set(map(_to_start, words))
    starts.update(map(_to_start, parts))
    counted = -1  # the row of which no more is asked
    for row, _, phrase in _likely_phrases(starts, has_dollars=_has_dollars(text)):
        if row != counted and phrase in text:
            yield phrase.strip(), PHRASES[row][1]
            if not phrase[-1].isalpha():
                counted = row
    state = _state(text, words, starts)
    if state:
        yield f", {state}.", {"american": 1.5, "en-US": 1.0}
    if "D-" in text or "R-" in text:
        party = _US_PARTY.search(text)
        if party:
            yield party[0], {"american": 2.0, "en-US": 2.0}
    days = [day for day, start in _DAYS.items() if start in starts]
    if days:
        day = _bare_day(text, days)
        if day:
            yield day, {"american": 1.0}
    if not starts.isdisjoint(POINTED_MONTHS):
        date = _MONTH_POINT.search(text)
        if date:
            yield date[0], {"american": 1.0}
    if any(_follows_digit(text, month) for month, start in _MONTHS.items() if not start or start in starts):
        date = _DAY_MONTH.search(text)
        if date:
            yield date[0], {"british": 0.5}
    if "bn" in text:
        amount = _BILLIONS.search(text)
        if amount:
            yield amount[0], {"british": 0.5, "en-GB": 1.0}


def _likely_phrases(starts: set[str], *, has_dollars: bool) -> list[tuple[int, int, str]]:
    """Return the phrases that a story with words of such beginnings may hold, by row and place in it."""
    needs = _needs()
    likely = list(needs[""])
    if has_dollars:
        likely += needs["$"]
    for start in needs.keys() & starts:
        likely += needs[start]
    likely.sort()
    return likely


@lru_cache(maxsize=1)
def _needs() -> Mapping[str, tuple[tuple[int, int, str], ...]]:
    """Return the phrases by the beginning of a word, in small letters, that every story with the phrase must hold.

    After a space a word begins; where it ends is known only where the phrase goes on. Under "$" stand those with that
    character, under "" those that any story may hold.
    """
    needs: dict[str, tuple[tuple[int, int, str], ...]] = {"": (), "$": ()}
    for row, (phrases, _) in enumerate(PHRASES):
        for place, phrase in enumerate(phrases):
            inner = _INNER.findall(phrase)
            need = "$" if "$" in phrase else max(inner, key=len)[:_START].lower() if inner else ""
            needs[need] = (*needs.get(need, ()), (row, place, phrase))
    return needs


def _has_dollars(text: str) -> bool:
    """Say whether a letter of a country stands beside a dollar sign."""
    at = text.find("$")
    while at >= 0:
        if text[at - 1 : at] in ("A", "Z", "C") or text[at + 1 : at + 2] in ("A", "N"):
            return True
        at = text.find("$", at + 1)
    return False


def _state(text: str, words: KeysView[str], starts: set[str]) -> str | None:
    """Return the first of the states that stands in the text after a comma and with its point."""
    plain, pointed = _states()
    has_pointed = not starts.isdisjoint(pointed)
    if not has_pointed and words.isdisjoint(plain):
        return None
    likely = (name for name in US_STATES if (has_pointed if "." in name else name.lower() in words))
    return next((name for name in likely if f", {name}." in text), None)


@lru_cache(maxsize=1)
def _states() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of states of one word, and how the words of the others begin ("n.c.", "va"), in small letters.

    "N.C." is one word; of "W.Va." the last part is one.
    """
    plain = frozenset(name.lower() for name in US_STATES if "." not in name)
    several = (name.lower().split(".") for name in US_STATES if "." in name)
    return plain, frozenset(f"{a}.{b}." if len(b) == 1 else b for a, b in several)


def _bare_day(text: str, days: Iterable[str]) -> str | None:
    """Return the first day of the week that follows a verb of saying, or the one who was told, without "on"."""
    best: tuple[int, int] | None = None
    for day in days:
        at = text.find(f" {day}")
        while at >= 0 and (best is None or at < best[1]):
            end = at + 1 + len(day)
            start = -1 if _WORD_CHARACTER.match(text, end) else _verb_start(text, at)
            if start >= 0:
                best = start, end
                break
            at = text.find(f" {day}", end)
    return text[best[0] : best[1]] if best else None


def _verb_start(text: str, end: int) -> int:
    for verb in _SAYING:
        if text.endswith(verb, 0, end):
            return end - len(verb)
    space = text.rfind(" ", 0, end)
    if text.endswith("told", 0, max(space, 0)) and _HEARER.fullmatch(text, space + 1, end):
        return space - len("told")
    return -1


def _follows_digit(text: str, month: str) -> bool:
    at = text.find(month)
    while at >= 0:
        if at and text[at - 1].isdigit():
            return True
        at = text.find(month, at + 1)
    return False
