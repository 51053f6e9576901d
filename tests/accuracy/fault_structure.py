"""Faults in structure: paragraphs, sentences, brackets, spaces."""

from __future__ import annotations

import re
from random import Random
from textwrap import fill

from fault_copy import Clean, Fault, Seeded, found_in, put, swap


def paragraph_cut(clean: Clean, chance: Random) -> Seeded | None:
    """Break a paragraph in the middle of a sentence, before a word in lower case."""
    matches = found_in(clean, r"(?<=[a-z] )(?=[a-z]{2,} [a-z])", clean.narration)
    matches = [
        m
        for m in matches
        if not any(m.start() - start < 40 for start, end in clean.narration if start <= m.start() < end)
    ]
    if not matches:
        return None
    at = chance.choice(matches).start()
    return put(clean, at - 1, at, "\n\n", around=12)


def stop_dropped(clean: Clean, chance: Random) -> Seeded | None:
    ends = [
        end for start, end in clean.narration if clean.text[end - 1] == "." and clean.text[end - 3 : end - 1].islower()
    ]
    if not ends:
        return None
    end = chance.choice(ends)
    return put(clean, end - 1, end, "", around=8)


def paragraph_repeated(clean: Clean, chance: Random) -> Seeded | None:
    """Paste a paragraph a second time, some paragraphs on."""
    long = [place for place in clean.narration if place[1] - place[0] > 90]
    if not long:
        return None
    start, end = chance.choice(long)
    later = [place for place in clean.narration if place[0] > end]
    if not later:
        return None
    at = chance.choice(later)[0]
    paste = clean.text[start:end]
    return Seeded(f"{clean.text[:at]}{paste}\n\n{clean.text[at:]}", ((at, at + len(paste)), (start, end)))


def paragraph_nearly_repeated(clean: Clean, chance: Random) -> Seeded | None:
    """Leave the old wording of a paragraph in: it lacks one small word of the new one, or has another figure."""
    places = []
    for start, end in clean.narration:
        change = re.search(
            r" (?:also|then|now|still|only|already|that|just|about|soon) |\b[2-9]\d\b", clean.text[start:end]
        )
        if change and end - start > 140 and any(place[0] > end for place in clean.narration):
            places.append((start, end, change))
    if not places:
        return None
    start, end, change = chance.choice(places)
    at = min(place[0] for place in clean.narration if place[0] > end)
    old = clean.text[start:end]
    fresh = str(int(change.group()) - 1) if change.group().isdigit() else " "
    paste = old[: change.start()] + fresh + old[change.end() :]
    return Seeded(f"{clean.text[:at]}{paste}\n\n{clean.text[at:]}", ((at, at + len(paste)), (start, end)))


def last_paragraph_cut(clean: Clean, chance: Random) -> Seeded | None:
    """End the story after a small word of a narrating paragraph."""
    matches = found_in(clean, r" (?:the|of|a|to|and|in|with|for|from)(?= )", clean.narration[2:])
    if not matches:
        return None
    match = chance.choice(matches)
    return Seeded(clean.text[: match.end()] + "\n", ((match.start(), match.end() + 1),))


def hard_wrapped(clean: Clean, chance: Random) -> Seeded | None:
    """Break a long paragraph's lines at 60 characters."""
    long = [place for place in clean.narration if place[1] - place[0] > 190]
    if not long:
        return None
    start, end = chance.choice(long)
    wrapped = fill(clean.text[start:end], 60)
    return put(clean, start, end, wrapped)


FAULTS = (
    Fault("paragraph-cut", "structure", paragraph_cut),
    Fault("stop-dropped", "structure", stop_dropped),
    Fault("paragraph-repeated", "structure", paragraph_repeated),
    Fault("paragraph-nearly-repeated", "structure", paragraph_nearly_repeated),
    Fault("last-paragraph-cut", "structure", last_paragraph_cut),
    Fault("hard-wrapped", "structure", hard_wrapped),
    Fault(
        "sentence-in-lower-case",
        "structure",
        swap(r"[a-z]{2}\. ([A-Z])(?=[a-z]+ [a-z])", lambda m: m[1].lower(), around=1),
    ),
    Fault("bracket-unclosed", "structure", swap(r"\([^()\n]{3,60}(\))", "", around=70)),
    Fault("double-space", "structure", swap(r"[a-z]( )[a-z]", "  ", around=1)),
    Fault("space-before-comma", "structure", swap(r"[a-z](),", " ", around=1)),
    Fault("space-after-comma", "structure", swap(r"[a-z],( )[a-z]", "", around=3)),
    Fault("space-after-stop", "structure", swap(r"[a-z]{3}\.( )[A-Z][a-z]+ ", "", around=3)),
    Fault("double-stop", "structure", swap(r"[a-z]{2}(\.)(?: [A-Z]|$)", "..", around=1)),
    Fault("double-comma", "structure", swap(r"[a-z](,) [a-z]", ",,", around=1)),
)
