"""Sentences and paragraphs that begin with a small letter, and the words that rightly do."""

from __future__ import annotations

from ...text.regex import regex

_START = regex(r"([a-zà-ž][\w’'-]*)([.@/:&]\w)?(\s+)?(\S)?")
_SMALL_PEOPLE = regex(r"(?:bell hooks|k\.?d\.? lang|e\. ?e\. cummings|danah boyd)\b")
_PARTICLES = frozenset(
    """
    af al ap av bin bint da dal dalla dal d das de degli del della der des di dos du el ibn la las le lo los te
    ten ter tot van vom von y zu zum zur
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_SMALL_NAMES = frozenset(
    """
    adidas ahm airtel amaysim asos com ethereum giffgaff gmail iinet ikea lastminute moneysupermarket nbn npower
    oppo org realme thetrainline thyssenkrupp tiktok ubank uswitch vivo xbox xkcd
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
"""Names and parts of addresses that are written small."""

_FUNCTION = frozenset(
    """
    a about after all also although an and another any as at because been before both but by despite each even
    every few for from had has have he her here his how however i if in instead is it its last like many
    meanwhile more most mr mrs ms dr my neither never no nobody none nor not nothing now of on once one only or
    other our out over she since so some soon such than that the their then there these they this those though
    three through to two under unlike until was we were what when where whether which while who why will with
    without would yes yesterday yet you your
    """.split()  # noqa: SIM905 - as above
)


def small_start(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the span of the word at ``start`` where it begins a sentence small and should not, None elsewhere."""
    match = _START.match(text, start, min(end, start + 60))
    if match is None:
        return None
    word = match[1]
    if match[2] or not (match[3] or match[4] == ",") or _SMALL_PEOPLE.match(text, start):
        return None
    if word in _FUNCTION:
        return match.span(1)
    if len(word) < 3 or not word.isalpha() or any(char.isupper() for char in word) or word in _SMALL_NAMES:
        return None
    if match[4] is None or not match[4].islower():
        return None
    following = _START.match(text, match.start(4))
    if word in _PARTICLES and following is not None and following[1] in _PARTICLES:
        return None  # "van der Pell left"
    return match.span(1)
