"""Which English a story is written in: a guess from its own spelling and from the places it speaks of.

Spelling decides the family (British or American); the places, and a few words that only one country uses, decide the
country within it. Where the spelling is silent, the conventions of type ("U.S.", "per cent", "Mr."), and then the
places, decide. Places alone are weak: British papers write about Washington all day, so a place counts once, however
often it is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import chain

import msgspec

from .regex import regex
from .story import Story
from .variety_phrases import find_signs
from .variety_signs import ELL, ISE, OUR, OUR_ENDINGS, PAIRS, PLACES, RE, WEAK

VARIANTS = ("en-AU", "en-GB", "en-US", "en-CA", "en-NZ")
DEFAULT = "en-GB"

_MOST = 200_000  # code points: a longer text tells nothing new


class VariantGuess(msgspec.Struct, frozen=True):
    """The guess, the words and signs that spoke for it (the strongest first), and whether anything did."""

    variant: str
    evidence: tuple[str, ...] = ()

    @property
    def sure(self) -> bool:
        return bool(self.evidence)


def guess_variant(text: str) -> VariantGuess:
    """Guess the variety of English. Linear in the text, of which at most 200,000 code points are read.

    Without any evidence: en-GB.
    """
    return _guess(Story(text[:_MOST]))


def story_variant(story: Story) -> VariantGuess:
    """Return `guess_variant` of a story's text, worked out once a story, from the words that the story knows."""
    guess: VariantGuess | None = story.memo.get(__name__)
    if guess is None:
        guess = _guess(story) if len(story.text) <= _MOST else guess_variant(story.text)
        story.memo[__name__] = guess
    return guess


def _guess(story: Story) -> VariantGuess:
    table = _signals()
    mixed = _mixed_words(story)
    found = {word: table[word] for word in _voting_words(story, mixed)}
    found.update(find_signs(story, chain.from_iterable(mixed.values())))
    family: dict[str, float] = {"british": 0.0, "american": 0.0}
    place: dict[str, float] = dict.fromkeys(VARIANTS, 0.0)
    for votes in found.values():
        for name, weight in votes.items():
            if name in family:
                family[name] += weight
            else:
                place[name] += weight
    variant = _decide(family, place)
    side = "american" if variant == "en-US" else "british"
    spoke = [(word, votes.get(variant, 0.0) + votes.get(side, 0.0)) for word, votes in found.items()]
    best = sorted((item for item in spoke if item[1] > 0), key=lambda item: (-item[1], item[0]))
    return VariantGuess(variant, tuple(word for word, _ in best[:12]))


_LETTERS = regex(r"[A-Za-z]{3,}")


def _mixed_words(story: Story) -> dict[str, list[str]]:
    """Return the words of a story that do not consist of the letters A to Z alone, with their runs of such letters."""
    mixed = {}
    for word in story.word_positions:
        if len(word) > 3 and not (word.isalpha() and word.isascii()):
            parts = _LETTERS.findall(word)
            if parts:
                mixed[word] = parts
    return mixed


def _voting_words(story: Story, mixed: Mapping[str, list[str]]) -> set[str]:
    """Return the runs of letters that vote.

    Few words of a story do, so all its words are held against the table in small letters first, at once, and only the
    places of those few are read.
    """
    table, small = _signals(), _small_signals()
    positions, texts = story.word_positions, story.token_texts
    likely = set(small.intersection(positions))
    likely.update([word for word, parts in mixed.items() if not small.isdisjoint(parts)])
    said = {texts[index] for word in likely for index in positions[word]}
    plain = table.keys() & said
    return plain | {part for text in said - plain for part in _LETTERS.findall(text) if part in table}


def _decide(family: Mapping[str, float], place: Mapping[str, float]) -> str:
    british, american = family["british"], family["american"]
    lean = british - american
    # Places outside the family that the spelling shows are where the story plays, not where it was written.
    canada = place["en-CA"] >= _STRONG and place["en-CA"] > max(place["en-AU"], place["en-GB"], place["en-NZ"])
    if canada and place["en-CA"] > place["en-US"] / 2 and american - british < _CLEAR:
        return "en-CA"
    score = dict(place)
    score["en-CA"] = 0.0
    score["en-US"] += 2 * max(0.0, -lean)
    for variant in ("en-GB", "en-AU", "en-NZ"):
        score[variant] += 2 * max(0.0, lean)
    if score["en-NZ"] and place["en-NZ"] < _STRONG:
        score["en-NZ"] = 0.0
    if lean >= _CLEARLY_BRITISH:
        score["en-US"] = 0.0
    elif lean <= -_CLEAR:
        score = {"en-US": 1.0}
    best = max(score.values(), default=0.0)
    if best < _ENOUGH and not lean:
        return DEFAULT
    order = ("en-GB", "en-AU", "en-US", "en-NZ", "en-CA")
    return next(variant for variant in order if score.get(variant) == best)


_CLEARLY_BRITISH = 1.5  # one spelling
_CLEAR = 2.0  # more than one "organize", which is at home in Oxford too
_ENOUGH = 1.5  # one place that is somewhere else in the news is not enough
_STRONG = 3.0  # en-CA and en-NZ only on several signs


@lru_cache(maxsize=1)
def _signals() -> Mapping[str, Mapping[str, float]]:
    """Return what each word votes for: a family of spelling ("british", "american") or a variant, with a weight."""
    table: dict[str, Mapping[str, float]] = {}

    def vote(words: Iterable[str], side: str, weight: float) -> None:
        # Nearly all words vote for one side only: those of a row share what they vote.
        plain = {side: weight}
        votes: dict[str, Mapping[str, float]] = {word: plain for word in words if len(word) > 2}
        for word in votes.keys() & table.keys():
            votes[word] = {**table[word], side: max(table[word].get(side, 0.0), weight)}
        table.update(votes)

    vote((stem + "our" + end for stem in OUR for end in OUR_ENDINGS), "british", 1.5)
    vote((stem + "or" + end for stem in OUR for end in OUR_ENDINGS), "american", 1.5)
    vote((stem + "re" + end for stem in RE for end in ("", "s", "d")), "british", 1.5)
    vote((stem + "er" + end for stem in RE for end in ("", "s", "ed")), "american", 1.5)
    vote(("metre", "metres", "litres"), "british", 1.5)
    vote(("meters", "liters"), "american", 1.0)
    for end in ("e", "ed", "es", "ing", "ation", "ations", "er", "ers"):
        vote((stem + "is" + end for stem in ISE), "british", 1.5)
        # British houses may write -ize; American ones may not write -ise.
        vote((stem + "iz" + end for stem in ISE), "american", 0.75)
    for end in ("ed", "ing"):
        vote((stem + "l" + end for stem in ELL), "british", 1.0)
        vote((stem + end for stem in ELL), "american", 1.0)
    for pair in PAIRS:
        british, _, american = pair.partition("/")
        vote((british,), "british", 0.5 if british in WEAK else 1.5)
        vote((american,), "american", 0.5 if american in WEAK else 1.5)
    vote(("programme", "programmes"), "en-GB", 1.0)
    for variant, weights in PLACES.items():
        for weight, names in weights.items():
            vote(names, variant, weight)
    return table


@lru_cache(maxsize=1)
def _small_signals() -> frozenset[str]:
    return frozenset([word.lower() for word in _signals()])
