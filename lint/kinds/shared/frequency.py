"""How often words are met in news copy: only the order of magnitude counts, to choose the rarer of two."""

from __future__ import annotations

from collections.abc import Iterable

# Per thousand tokens of news copy in English of 1996 to 2025, marks included; words below 0.6 are left out.
_PER_THOUSAND: dict[str, float] = {
    word: frequency
    for frequency, words in (
        (50, "the ."),
        (35, ","),
        (25, "to of"),
        (20, 'a and in "'),
        (9, "said for is that on"),
        (6, "it he was with be"),
        (4.5, "has at have as but by are from"),
        (3.5, "will not this its says an $"),
        (2.5, "we been they which had would new were more year up i"),
        (1.8, "about his us one or ( ) million she who there their than after"),
        (1.4, "also - last people if when you all over could other two market ' out her now into can first years some"),
        (
            1.0,
            "them very time while mr told company against so only group billion industry like our government make most",
        ),
        (
            0.8,
            "just no world because such being what any many it's before : take through should trade do still may these",
        ),
        (
            0.6,
            "business use think best where bank say around made next going get well three under way how week down good",
        ),
    )
    for word in words.split()
}
_OTHER = 0.03
"""Any other word that a check asks for: most are far rarer than the few hundred that come next."""


def per_thousand(words: Iterable[str]) -> float:
    """Return roughly how many of a thousand tokens of news copy are one of the words, given in lower case."""
    return sum(_PER_THOUSAND.get(word, _OTHER) for word in words)
