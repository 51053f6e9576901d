"""Faults in quotations."""

from __future__ import annotations

import re
from random import Random

from fault_copy import Clean, Fault, Seeded, found_in, put, swap


def running_mark_dropped(clean: Clean, chance: Random) -> Seeded | None:
    """Drop the mark that opens the next paragraph of a speech; the fault may be shown at the speech's own mark too."""
    places = []
    for start, end in clean.paragraphs:
        first = clean.text[start:end]
        follows = clean.text[end : end + 3]
        if first[0] in '“"' and not re.search('[”"]', first[1:]) and follows[:2] == "\n\n" and follows[2] in '“"':
            places.append((start, end + 2))
    if not places:
        return None
    start, at = chance.choice(places)
    seeded = put(clean, at, at + 1, "", around=3)
    return Seeded(seeded.text, (*seeded.places, (start, start + 1)))


def straight_for_curly(clean: Clean, chance: Random) -> Seeded | None:
    if '"' in clean.text:
        return None
    matches = found_in(clean, "[“”]", clean.paragraphs)
    return put(clean, *chance.choice(matches).span(), '"') if matches else None


def curly_for_straight(clean: Clean, chance: Random) -> Seeded | None:
    if "“" in clean.text:
        return None
    matches = found_in(clean, r'(?<!\S)"(?=\w)', clean.paragraphs)
    return put(clean, *chance.choice(matches).span(), "“", around=1) if matches else None


def _whole(clean: Clean) -> list[re.Match[str]]:
    """Return the quotations that open a paragraph, close in it and are its only ones."""
    whole = re.compile(r'(?:(“)[^“”\n]+(”)|(")[^"\n]+("))[^“”"\n]*$')
    return [found for start, end in clean.paragraphs if (found := whole.match(clean.text, start, end))]


def closing_dropped(clean: Clean, chance: Random) -> Seeded | None:
    """Drop the closing mark; the fault may be shown at the opening one too."""
    quotations = _whole(clean)
    if not quotations:
        return None
    found = chance.choice(quotations)
    opens, closes = (1, 2) if found[1] else (3, 4)
    seeded = put(clean, *found.span(closes), "", around=2)
    return Seeded(seeded.text, (*seeded.places, found.span(opens)))


def closing_dropped_after_question(clean: Clean, chance: Random) -> Seeded | None:
    """Drop the closing mark after a question; the fault may be shown at the opening one too."""
    quotations = [found for found in _whole(clean) if clean.text[found.start(2 if found[1] else 4) - 1] in "?!"]
    if not quotations:
        return None
    found = chance.choice(quotations)
    opens, closes = (1, 2) if found[1] else (3, 4)
    seeded = put(clean, *found.span(closes), "", around=2)
    return Seeded(seeded.text, (*seeded.places, found.span(opens)))


def opening_dropped(clean: Clean, chance: Random) -> Seeded | None:
    quotations = _whole(clean)
    if not quotations:
        return None
    found = chance.choice(quotations)
    opens, closes = (1, 2) if found[1] else (3, 4)
    seeded = put(clean, *found.span(opens), "", around=2)
    return Seeded(seeded.text, (*seeded.places, (found.start(closes) - 1, found.end(closes) - 1)))


FAULTS = (
    Fault("closing-mark-dropped", "quotations", closing_dropped),
    Fault("closing-mark-dropped-after-question", "quotations", closing_dropped_after_question),
    Fault("opening-mark-dropped", "quotations", opening_dropped),
    Fault("running-mark-dropped", "quotations", running_mark_dropped),
    Fault(
        "comma-after-speech", "quotations", swap(r"\w(,)[”\"] [\w’.]+(?: [\w’]+)? said\b", "", around=2, speech=True)
    ),
    Fault(
        "comma-before-speech", "quotations", swap(r"\b(?:said|asked|added)(,) [“\"][A-Z]", "", around=6, speech=True)
    ),
    Fault(
        "speech-in-lower-case",
        "quotations",
        swap(r"\bsaid\. [“\"]([A-HJ-Z])(?=[a-z]+ [a-z])", lambda m: m[1].lower(), around=2, speech=True),
    ),
    Fault("straight-for-curly", "quotations", straight_for_curly),
    Fault("curly-for-straight", "quotations", curly_for_straight),
    Fault("mark-turned", "quotations", swap(r"(?<=\s)(“)\w", "”", speech=True)),
    Fault("space-inside-mark", "quotations", swap(r"(?<!\S)([“])\w", "“ ", around=1, speech=True)),
)
