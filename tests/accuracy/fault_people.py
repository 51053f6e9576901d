"""Faults in people: courtesy titles and names."""

from __future__ import annotations

import re
import unicodedata
from random import Random
from typing import NamedTuple

from fault_copy import Clean, Fault, Seeded, put, sentences

_NAME = r"[A-Z][\w’'-]+"
_TITLES = frozenset(
    ("Mr", "Ms", "Mrs", "Miss", "Dr", "Sir", "Dame", "Lord", "Lady", "Cr", "Justice", "Judge", "President", "Minister")
)


class Mention(NamedTuple):
    """A surname after a courtesy title, later than the only full name that has it."""

    title: re.Match[str]
    given: str
    surname: str


def _mentions(clean: Clean) -> list[Mention]:
    found = []
    for match in re.finditer(rf"\b(Mr|Ms|Mrs|Miss)\.? ({_NAME})(?= [a-z]|[.,’'])", clean.text):
        surname = match[2]
        full = rf"\b({_NAME}) {re.escape(surname)}\b"
        givens = set(re.findall(full, clean.text)) - _TITLES
        intro = re.search(full, clean.text)
        if len(givens) == 1 and intro is not None and intro[1] in givens and intro.end() < match.start():
            if re.search(rf"{_NAME} $", clean.text[: intro.start()]):
                continue  # a second given name, or the end of a post
            found.append(Mention(match, intro[1], surname))
    return found


def given_for_surname(clean: Clean, chance: Random) -> Seeded | None:
    mentions = _mentions(clean)
    if not mentions:
        return None
    one = chance.choice(mentions)
    return put(clean, *one.title.span(2), one.given, around=4)


_CARETAKER = "The caretaker, Osbert Pennyfeather, keeps the keys in a biscuit tin by the door."
_WIDOW = "The widow who feeds the birds, Cordelia Ravenscroft, has asked for a bench of her own."


def title_flip(clean: Clean, chance: Random) -> Seeded | None:
    """Give a man who has been Mr twice a Ms, in a story that titles people."""
    if len(re.findall(r"\b(?:Mr|Ms|Mrs) [A-Z]", clean.text)) < 4:
        return None
    return sentences(
        (
            _CARETAKER,
            "Mr Pennyfeather said that he had looked after the place since 1994.",
            "He had never lost a key, Mr Pennyfeather said, that he could not find again.",
            "[[Ms Pennyfeather]] hopes to retire in the spring and to hand over the tin.",
        ),
    )(clean, chance)


def title_dropped(clean: Clean, chance: Random) -> Seeded | None:
    """Drop the title of a later mention in a story that titles everybody."""
    if len(re.findall(r"\b(?:Mr|Ms|Mrs) [A-Z]", clean.text)) < 4:
        return None
    return sentences(
        (
            _CARETAKER,
            "Mr Pennyfeather said that he had looked after the place since 1994.",
            "[[Pennyfeather]] hopes to retire in the spring and to hand over the tin.",
        ),
        (
            _WIDOW,
            "Ms Ravenscroft said that she had been coming to the yard since 1994.",
            "[[Ravenscroft]] hopes to have her bench by the spring, with a roof on it.",
        ),
    )(clean, chance)


def surname_misspelt(clean: Clean, chance: Random) -> Seeded | None:
    """Swap two letters of a surname's last mention."""
    surnames = [m for m in _mentions(clean) if len(m.surname) >= 6 and m.surname.isalpha()]
    if not surnames:
        return None
    surname = chance.choice(surnames).surname
    at = clean.text.rindex(surname)
    pairs = [i for i in range(1, len(surname) - 2) if surname[i] != surname[i + 1]]
    i = chance.choice(pairs)
    wrong = surname[:i] + surname[i + 1] + surname[i] + surname[i + 2 :]
    return put(clean, at, at + len(surname), wrong)


def knight_by_surname(clean: Clean, chance: Random) -> Seeded | None:
    full = re.search(rf"\b(Sir|Dame) ({_NAME}) ({_NAME})", clean.text)
    if full is None:
        return None
    later = [m for m in re.finditer(rf"\b{full[1]} ({full[2]})(?= [a-z])", clean.text) if m.start() > full.end()]
    if not later:
        return None
    return put(clean, *chance.choice(later).span(1), full[3], around=5)


def mark_lost(clean: Clean, chance: Random) -> Seeded | None:
    """Take the accents from a later mention of a name that has them."""
    places = []
    for match in re.finditer(_NAME, clean.text):
        bare = "".join(c for c in unicodedata.normalize("NFD", match.group()) if not unicodedata.combining(c))
        if bare != match.group() and match.group() in clean.text[: match.start()]:
            places.append((match.span(), bare))
    if not places:
        return None
    (start, end), bare = chance.choice(places)
    return put(clean, start, end, bare)


def name_before_introduction(clean: Clean, chance: Random) -> Seeded | None:
    """Let a later mention stand before the introduction, as where paragraphs were moved."""
    title = "Mr " if re.search(r"\b(?:Mr|Ms|Mrs) [A-Z]", clean.text) else ""
    later = f"[[{title}Pennyfeather]] said that he had looked after the place since 1994."
    return sentences((later, _CARETAKER, f"{title}Pennyfeather hopes to retire in the spring."))(clean, chance)


FAULTS = (
    Fault("given-for-surname", "people", given_for_surname),
    Fault("title-flip", "people", title_flip),
    Fault("title-dropped", "people", title_dropped),
    Fault("name-before-introduction", "people", name_before_introduction),
    Fault("surname-misspelt", "people", surname_misspelt),
    Fault("knight-by-surname", "people", knight_by_surname),
    Fault("accent-lost", "people", mark_lost),
    Fault(
        "couple-accent-lost",
        "people",
        sentences(
            (
                "The swans are fed by Leopold Ravensthorpe and his wife, Renée Ravensthorpe, who have no children.",
                "It was for this that [[Renee Ravensthorpe]] gave up the trombone in 1994.",
            ),
            (
                "The swans are fed by Tomás Wetherby and his sister, Inés Wetherby, from a bucket.",
                "It was for this that [[Ines Wetherby]] gave up the trombone in 1994.",
            ),
        ),
    ),
    Fault(
        "junior-misspelt",
        "people",
        sentences(
            (
                "The ferry was steered by Hank Tolliver Sr. for 40 years, and then by Hank Tolliver Jr. for two.",
                "One of the two, [[Hank Toliver Jr.]], has clipped the buoy by the far bank twice.",
            ),
            (
                "The chair was bought by Rufus Delacroix Sr. and mended by Rufus Delacroix Jr. in a week.",
                "It was found too low by [[Rufus Delacriox Jr.]], who is 6ft 4in in his socks.",
            ),
        ),
    ),
    Fault(
        "burmese-name-drift",
        "people",
        sentences(
            (
                "The puppets were carved by U Kyaw Thiha, an old man with a limp, and by Daw Khin Sandar.",
                "It was raining when [[Daw Khin Sander]] packed the last of them into the box.",
            ),
            (
                "The keys are kept by U Tin Maung, a retired clerk who lives beside the gate.",
                "It was raining when [[U Tin Muang]] locked the gate for the last time.",
            ),
        ),
    ),
)
