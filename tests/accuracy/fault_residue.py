"""Residue: what other programs, other desks and machine writers leave in copy."""

from __future__ import annotations

import re
import unicodedata
from random import Random

from fault_copy import Clean, Fault, Seeded, found_in, line_between, put, sentences, swap


def read_as_cp1252(clean: Clean, chance: Random) -> Seeded | None:
    """Write a character as the bytes of its UTF-8, read as Windows-1252."""
    matches = found_in(clean, "[‘’“–—é£ü]", clean.paragraphs)
    if not matches:
        return None
    match = chance.choice(matches)
    return put(clean, *match.span(), match.group().encode().decode("cp1252"), around=1)


def taken_apart(clean: Clean, chance: Random) -> Seeded | None:
    """Write a letter with its accent as two characters."""
    places = [m for m in re.finditer(r"\w", clean.text) if len(unicodedata.normalize("NFD", m.group())) == 2]
    places = [m for m in places if any(start <= m.start() < end for start, end in clean.paragraphs)]
    if not places:
        return None
    match = chance.choice(places)
    return put(clean, *match.span(), unicodedata.normalize("NFD", match.group()), around=1)


_IN_WORD = r"\b[a-z]{3}()[a-z]{3,}\b"

FAULTS = (
    Fault("mojibake", "residue", read_as_cp1252),
    Fault("accent-apart", "residue", taken_apart),
    Fault("entity", "residue", swap(r"[a-z]( )[a-z]", lambda m: ("&nbsp;", " &amp; ")[m.start() % 2], around=2)),
    Fault("tag", "residue", swap(r"[a-z]{3}( )[a-z]{3}", lambda m: ("<br>", " <b>", "</p> ")[m.start() % 3], around=1)),
    Fault("zero-width-space", "residue", swap(_IN_WORD, "\u200b", around=1)),
    Fault("soft-hyphen", "residue", swap(_IN_WORD, "\u00ad", around=1)),
    Fault("no-break-space", "residue", swap(r"[a-z]{3}( )[a-z]{3}", "\u00a0", around=1)),
    Fault("replacement-character", "residue", swap(r"\b[a-z]{2}([a-z])[a-z]{2,}\b", "\ufffd", around=1)),
    Fault("control-character", "residue", swap(r"[a-z]{3}() [a-z]", "\x0b", around=1)),
    Fault("homoglyph", "residue", swap(r"\b[a-z]{2,}(a)[a-z]{2,}\b", "\u0430", around=8)),
    Fault("ligature", "residue", swap(r"\b[a-z]*(fi|fl)[a-z]+\b", lambda m: {"fi": "ﬁ", "fl": "ﬂ"}[m[1]], around=8)),
    Fault("double-hyphen", "residue", swap(r"\b[a-z]+(-)[a-z]+\b", "--", around=1)),
    Fault("url", "residue", swap(r"[a-z]( )[a-z]+ [a-z]", " https://news.example.org/?utm_source=feed ", around=1)),
    Fault(
        "figure-to-come",
        "residue",
        sentences(
            "The repairs cost [[$TK million]] and were finished a week ahead of time.",
            "The youngest of the swimmers is [[XX]] years old and has no fear of eels.",
            "About [[TKTK]] people are said to have come to the opening.",
            "The treasurer, [[[NAME]]], said that the money had been there all along.",
            "The treasurer, [[Joseph TK]], said that the money had been there all along.",
            "The fence is [[XXX yards]] long and was put up in a day.",
        ),
    ),
    Fault(
        "desk-note",
        "residue",
        line_between(
            "(MORE TO COME)",
            "EDS: UPDATES with reaction from the union.",
            "NOTE TO DESK: please check the spelling of the ship.",
            "[SUBS: trim from here]",
        ),
    ),
    Fault(
        "embargo",
        "residue",
        line_between(
            "EMBARGOED UNTIL 00:01 TUESDAY",
            "NOT FOR PUBLICATION BEFORE 6AM ON FRIDAY",
            "Embargoed until 10am on Monday.",
        ),
    ),
    Fault(
        "share-line",
        "residue",
        line_between(
            "Share on Facebook",
            "Share this article",
            "Follow us on Twitter",
            "Click here to share this story",
        ),
    ),
    Fault(
        "cookie-line",
        "residue",
        line_between(
            "We use cookies to give you the best experience on our website.",
            "This content is hosted by a third party that uses cookies.",
        ),
    ),
    Fault(
        "read-more-line",
        "residue",
        line_between(
            "Read more: The village that lost its pond",
            "READ MORE",
            "Related: Ten ponds to see before winter",
            "Continue reading",
        ),
    ),
    Fault("ad-label", "residue", line_between("Advertisement", "ADVERTISEMENT", "Story continues below advertisement")),
    Fault(
        "sign-up-line",
        "residue",
        line_between(
            "Sign up to our newsletter for the best of the week.",
            "Subscribe now for unlimited access.",
        ),
    ),
    Fault(
        "machine-writer",
        "residue",
        line_between(
            "As an AI language model, I cannot verify this claim.",
            "Here is a revised version of the article:",
            "Would you like me to shorten the second half?",
            "I hope this helps! Let me know if you want a different tone.",
            "Certainly! Here’s the article with the changes you asked for:",
            "As of my last knowledge update, no date had been set.",
        ),
    ),
    Fault(
        "choice-left",
        "residue",
        sentences(
            "The owner [[says/said]] that the fence would be mended in the spring.",
            "The keys were handed over by [[Mr/Ms]] Pennyfeather on the steps of the hall.",
        ),
    ),
    Fault(
        "citation-token",
        "residue",
        swap(
            r"[a-z]{3}()\.(?: |$)",
            lambda m: ("【4†source】", " :contentReference[oaicite:2]{index=2}", " citeturn0search3")[m.start() % 3],
            around=1,
        ),
    ),
    Fault(
        "fill-in",
        "residue",
        sentences(
            "The meeting was held at [[[insert venue]]] and lasted for most of the evening.",
            "The work will cost [[[amount]]] and should be done by the end of spring.",
            "The owner, [[[Insert name here]]], could not be reached on Friday.",
        ),
    ),
)
