"""Kind `article`: "a" or "an" against the sound of what follows.

    sounds: sound            # the list that says how words begin (rules/lists/sound.yml)

Sound is worked out for words (the longest listed beginning decides), figures ("an 18-month", "a 1,800"), letters
("an X-ray", "a U-turn") and acronyms: "an MP", "a UN", "an NHS", but nothing where an acronym may be spelt out or said
as a word ("a/an RAF crew"). Nothing is said of "an historic" or, in American copy, "a herb".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from enum import Enum

import msgspec

from ..text.regex import regex
from ..text.story import Story
from .shared.base import Context, Finding, KindOptions, Lists, OptionError

REACH = "block"


class Options(KindOptions, frozen=True):
    sounds: str = "sound"


class Sound(Enum):
    VOWEL = "an"
    CONSONANT = "a"


class State(msgspec.Struct, frozen=True):
    beginnings: dict[str, Sound | None]
    longest: int
    acronyms: dict[str, Sound]
    known: dict[tuple[str, bool], tuple[str, Sound | None]]  # what follows an article: the word and its sound


_ARTICLE = regex(r"(?<![\w'’.&/-])(?P<article>[Aa]n?)(?P<gap>\s+)(?P<mark>[\"“'‘(\[]{0,2})(?P<word>[$£€]?\w[\w.,'’-]*)")
_KEPT = 4000
_ODD_JOINTS = regex("[\u2010\u2011\u02bc\u0300-\u036f\u00ad\u200b-\u200d\u2060]")
"""What joins a word to an article for the tokens, but not for `_ARTICLE`."""

# Words after which "a" is a letter or a note, or "an" a misprint of "and" rather than an article.
_NOT_AFTER = frozenset(
    ("a", "am", "an", "and", "are", "as", "at", "by", "for", "from", "had", "has", "i", "if", "in", "is")
)
_NOT_AFTER |= {"it", "its", "of", "on", "or", "that", "the", "then", "this", "to", "us", "was", "were", "when", "with"}
_LETTER_VOWELS = frozenset("AEFHILMNORSX")
_VOWELS = frozenset("aeiouy")
_SHORT = 4
_EITHER_LETTERS = frozenset("H")  # "aitch" and "haitch"
_NO_CLUSTER = {"F": "LRY", "H": "Y", "L": "Y", "M": "Y", "N": "Y", "R": "HY", "S": "CHKLMNPQTWY", "X": "Y"}


def prepare(options: Options, lists: Lists) -> State:
    data = lists.get(options.sounds)
    beginnings: dict[str, Sound | None] = {}
    for key, sound in (("vowel", Sound.VOWEL), ("consonant", Sound.CONSONANT), ("either", None)):
        if not isinstance(data, dict) or not isinstance(data.get(key), str):
            raise OptionError(f"the list `{options.sounds}` needs `{key}`", "sounds")
        beginnings.update(dict.fromkeys(data[key].split(), sound))
    acronyms = dict.fromkeys(str(data.get("letters-vowel", "")).split(), Sound.VOWEL)
    acronyms.update(dict.fromkeys(str(data.get("words-consonant", "")).split(), Sound.CONSONANT))
    return State(beginnings, max(map(len, beginnings)), acronyms, {})


def check(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    american = context.variant in ("en-US", "en-CA")
    for found in _articles(story):
        article, follows = found["article"], found["word"]
        word, sound = state.known.get((follows, american)) or _remember(state, follows, american)
        if sound is None or sound.value == article.lower():
            continue
        end = found.start("word") + len(word)
        if story.text[end : end + 1] in ("$", "£") or not _is_article(context, found, word):
            continue  # "A$24 million": said "24 million dollars" or "A 24"
        fixed = sound.value if article[0].islower() else sound.value.capitalize()
        yield Finding(
            found.start(),
            end,
            suggestions=(fixed + story.text[found.end("article") : end],),
            values={"article": fixed, "word": word},
        )


def _articles(story: Story) -> Iterable[re.Match[str]]:
    """Return every "a" and "an" with what follows. The story is asked for the words: the pattern tries every letter."""
    if not story.text.isascii() and _ODD_JOINTS.search(story.text):
        return _ARTICLE.finditer(story.text)
    positions, starts = story.word_positions, story.token_starts
    indexes = sorted((*positions.get("a", ()), *positions.get("an", ())))
    return filter(None, (_ARTICLE.match(story.text, starts[index]) for index in indexes))


def _remember(state: State, follows: str, american: bool) -> tuple[str, Sound | None]:
    if len(state.known) >= _KEPT:
        state.known.clear()
    word = follows.rstrip(".,'’-")
    found = state.known[follows, american] = word, sound_of(word, state, american=american)
    return found


FIELDS = ("article", "word")


def _is_article(context: Context, found: re.Match[str], word: str) -> bool:
    """Say whether "a" or "an" is the article here: not a letter, a road, a vitamin or a part of a name."""
    if (word.lower() in _NOT_AFTER and not (word.isupper() and len(word) > 1)) or (
        "\n" in found["gap"] and found["gap"].count("\n") > 1
    ):
        return False
    if found["article"][0].islower():
        return True
    sentence = context.story.sentence_at(found.start())
    before = context.story.text[sentence.start if sentence else 0 : found.start()]
    if before.strip("\"“'‘([ ") and not before.rstrip().endswith((":", "—", "–", '"', "“")):
        return False  # "Group A opponents", "An Garda"
    return not (found["article"] == "An" and word[0].isupper() and len(word) > 1 and word[1].islower())


_JOINT = regex(r"[-'’./&]")
_MODEL = regex(r"[A-Z]+\d+[A-Za-z]*")
_CAPITALS = regex(r"[A-Z]{2,}s?")
_CAPITAL = regex(r"[A-Z]")
_NAME = regex(r"[A-Z][a-z]+(?:[-'’.][A-Za-z]+)*|[A-Z]['’][A-Z][a-z]+")
_FIGURES = regex(r"[\d,]*\d")


def sound_of(word: str, state: State, *, american: bool = False) -> Sound | None:
    """Return how a word or figure begins to the ear; None where both are in use or nobody can tell."""
    if word[0] in "$£€":
        word = word[1:]
    if not word:
        return None
    if word[0].isdigit():
        return _figure(word)
    head = _JOINT.split(word, maxsplit=1)[0]
    if len(head) == 1 and head.isascii() and (head.isupper() or "-" in word[:2]):
        listed = _by_beginning(word.lower(), state)
        return listed if word[0].islower() else _letter(head)
    if _MODEL.fullmatch(head):
        return state.acronyms.get(head) or (_letter(head[0]) if len(head.rstrip("0123456789")) == 1 else None)
    if _CAPITALS.fullmatch(head):
        return _acronym(head.rstrip("s"), state)
    if _CAPITAL.search(word[1:]) and not _NAME.fullmatch(word):
        return None if head[0].lower() not in "bcdgjkpqtvwz" else Sound.CONSONANT  # "mRNA", "LinkedIn", "PhD"
    low = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c)).replace(
        "’", "'"
    )
    if low.startswith("herb") and not american:
        return Sound.CONSONANT
    if (
        word[0].isupper()
        and low[0] == "u"
        and not low.startswith(("united", "univ", "union", "ukr", "ugand", "urug", "utah"))
    ):
        return None  # names: Uma, Ursula, Uri
    if len(head) <= _SHORT and head.islower() and not _VOWELS & set(head):
        return None  # letters spelled out or sounded: "swf", "hmm"
    return _by_beginning(low, state)


def _by_beginning(low: str, state: State) -> Sound | None:
    if low + "$" in state.beginnings:
        return state.beginnings[low + "$"]
    for length in range(min(len(low), state.longest), 0, -1):
        if low[:length] in state.beginnings:
            return state.beginnings[low[:length]]
    return None


def _letter(letter: str) -> Sound | None:
    if letter in _EITHER_LETTERS:
        return None
    return Sound.VOWEL if letter in _LETTER_VOWELS else Sound.CONSONANT


def _acronym(letters: str, state: State) -> Sound | None:
    if letters in state.acronyms:
        return state.acronyms[letters]
    first = letters[0]
    if first in "AEIO":
        return None if letters.startswith(("ONE", "EURO", "OU")) else Sound.VOWEL
    if first == "U":
        return (
            Sound.CONSONANT if len(letters) <= 3 or letters in ("UNESCO", "UNICEF", "UEFA", "UNHCR", "USAID") else None
        )
    if first not in _NO_CLUSTER:
        return Sound.CONSONANT
    if not re.search(r"[AEIOUY]", letters) or letters[1] not in "AEIOU" + _NO_CLUSTER[first]:
        return _letter(first)  # nobody can say it as a word
    return None


def _figure(word: str) -> Sound | None:
    digits = _FIGURES.match(word)
    number = digits.group() if digits else ""
    if number[0] == "8":
        return Sound.VOWEL
    if number[0] == "0":
        return None  # "oh", "nought", "zero"
    whole = number.split(",")
    if number[:2] in ("11", "18"):
        if len(whole[0]) == 2:
            return Sound.VOWEL
        if len(whole) == 1 and len(number) == 4:
            return Sound.VOWEL if number[:2] == "18" else None  # "an 1850 map"; eleven hundred or one thousand
        if len(whole[0]) in (5, 8):
            return Sound.VOWEL
        return Sound.CONSONANT
    if len(whole) == 2 and whole[0] == "1" and whole[1] in ("100", "800"):
        return None  # "eighteen hundred"
    return Sound.CONSONANT
