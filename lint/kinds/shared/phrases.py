"""Noun phrases: where one ends, and which word is its head.

Read by word class alone, without a tagger. What may go on after the word taken for the head is not called an end.
"""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from ...text.story import Story
from ...text.tokens import TokenKind, kind_of
from ...text.wordlist import words
from .base import Lists, OptionError
from .lexicon import Lexicon

END = ""
"""What stands before a block's or sentence's first word."""

MOST = 6
"""Words of a noun phrase, from its first modifier to its head."""

_MARKS = frozenset(".,;:!?)]\"”’'…–—")
_ARTICLES = words("a an the his her its their")
_QUANTIFIERS = words("few many more dozens hundreds thousands scores less most several")
_JOINING = frozenset(("and", "or", "but", "nor"))
_DETERMINERS = words(
    """
    a an the this that these those my your his her its our their some any no every each another one both several who
    which he she they it we i you there what when where while if because although
    """
)
_ADVERBS = words(
    """
    cannot last this next yesterday today tonight tomorrow later earlier ago alone apart together recently overnight
    go goes went come comes came get gets got say says said make makes take takes give gives abroad elsewhere nearby
    instead anyway too once twice never always ever soon afterwards
    fled left means meant
    """
)
_PLACE_WORDS = words("opposite inside outside aboard ahead beside behind")  # after a number they end the phrase
_ROUND = words("round past near home opposite inside outside")  # ... and these before an article
_MANY = words(
    """
    people police staff sheep cattle aircraft youth crew fish deer personnel clergy others
    """
)
_SUCH = words(
    """
    dead injured wounded homeless unemployed jobless elderly disabled sick poor rich vulnerable
    """
)
"""Adjectives that stand for people: "dozens of homeless face eviction"."""

_DAYS = words("monday tuesday wednesday thursday friday saturday sunday")


class Phrase(NamedTuple):
    """Indexes of the head and of the first token after it; ``closed`` where a mark follows, or nothing."""

    head: int
    end: int
    closed: bool


class Reader(msgspec.Struct, frozen=True):
    """The word lists, nouns that count besides them, and what was found of words, kept for the next story."""

    lexicon: Lexicon
    extra: frozenset[str]
    memo: dict[str, str]

    def counts(self, word: str) -> bool:
        """Say whether a word can but be counted, once it is a noun."""
        if word in self.extra:
            return True
        return self.lexicon.counts_only(word) and not self.lexicon.is_adjective(word)

    def many(self, word: str) -> bool:
        """Say whether a word is a plural, so that what follows is more likely its verb than another noun."""
        if word in _MANY:
            return True
        return self.lexicon.singular(word) is not None and not self.lexicon.is_noun(word)

    def describes(self, word: str) -> bool:
        """Say whether a word is no noun: an adjective, a participle or a compound."""
        return "-" in word or not self.lexicon.is_noun(word)

    def kind(self, word: str) -> str:
        """Return a word's part in a noun phrase: it ends one, ``verb`` (it may), or is ``in`` it."""
        known = self.memo.get(word)
        if known is None:
            if len(self.memo) > 20000:
                self.memo.clear()
            known = self.memo[word] = self._kind(word)
        return known

    def _kind(self, word: str) -> str:
        lexicon = self.lexicon
        if lexicon.is_function(word) or word in _ADVERBS or word in _DAYS:
            return "end"
        noun = word in self.extra or lexicon.is_noun(word) or lexicon.singular(word) is not None
        if noun or lexicon.is_adjective(word):
            return "in"
        if lexicon.is_past(word) or lexicon.is_participle(word):
            return "past"
        if lexicon.is_ing(word):
            return "in"
        if lexicon.is_adverb(word):
            return "adverb"
        if lexicon.is_third(word) or lexicon.is_base(word):
            return "verb"
        return "in"


def plain(story: Story, index: int) -> str:
    """Return the spelling of a token in a sentence, END before it or where a mark stands."""
    texts = story.token_texts
    if index < 0 or index >= len(texts):
        return END
    text = texts[index]
    end = story.token_starts[index] + len(text)
    if "\n" in story.text[end : end + 2] or kind_of(text) is TokenKind.PUNCT:
        return END
    return story.spellings[index]


def block_end(story: Story, index: int) -> int:
    """Return the index of the first token after the block of a token. Raises IndexError for a story without blocks."""
    ends: dict[int, int] = story.memo.setdefault(__name__, {})
    number = story.block_index(story.token_starts[index])
    found = ends.get(number)
    if found is None:
        found = ends[number] = story.token_index(story.blocks[number].end - 1) + 1
    return found


def noun_phrase(reader: Reader, story: Story, first: int) -> Phrase | None:
    """Return the noun phrase, less its determiner, whose first word is given; None where its end is not certain."""
    texts, spellings = story.token_texts, story.spellings
    if first >= len(texts) or not story.blocks:
        return None
    last = block_end(story, first)
    at = first
    closed = False
    while True:
        if at >= last:
            closed = True
            break
        text, word = texts[at], spellings[at]
        kind_of_token = kind_of(text)
        if kind_of_token is TokenKind.PUNCT:
            if text[0] not in _MARKS:
                return None
            if text[0] in "\"'" and story.text[story.token_starts[at] - 1].isspace():
                return None  # a quotation opens
            closed = True
            break
        if word.endswith(("'s", "s'")):
            return None
        if kind_of_token is TokenKind.WORD and "-" not in word and text == text.lower():
            kind = reader.kind(word)
            if kind in ("end", "verb") or _leads_away(story, at, first):
                break
            if at > first:
                before = spellings[at - 1]
                if reader.many(before) or (before in _SUCH and reader.lexicon.is_base(word)):
                    return None
                if kind == "past" and reader.counts(before) and not _goes_on(reader, story, at + 1):
                    break  # its verb
                if kind == "past" and _goes_on(reader, story, at + 1) and not reader.describes(before):
                    return None
        at += 1
        if at - first > MOST:
            return None
    end = at
    head = at - 1
    while head > first and (
        spellings[head] == texts[head]
        and "-" not in spellings[head]
        and reader.kind(spellings[head]) in ("past", "adverb")
    ):
        head -= 1
        closed = False
        end = head + 1
    object_follows = not closed and end < len(texts) and spellings[end] in _ARTICLES
    if head > first and _is_verb_after(reader, spellings[head], spellings[head - 1], object_follows):
        end, head, closed = head, head - 1, False  # "a group of farmer blocked the road"
    if head < first or texts[head] != texts[head].lower() or kind_of(texts[head]) is not TokenKind.WORD:
        return None
    if closed and at < len(texts) and texts[at] == "," and not _list_ends(reader, story, at + 1):
        return None
    if end < len(texts) and spellings[end] in _JOINING and end == at and not _joins_phrase(reader, story, end + 1):
        return None
    return Phrase(head, end, closed)


def _leads_away(story: Story, at: int, first: int) -> bool:
    """Say whether what may be a noun is a preposition here: "the two opposite the bank", "three round the bend"."""
    word = story.spellings[at]
    return (at == first and word in _PLACE_WORDS) or (word in _ROUND and plain(story, at + 1) in _DETERMINERS)


def _is_verb_after(reader: Reader, word: str, noun: str, object_follows: bool) -> bool:
    if not reader.counts(noun):
        return False
    if object_follows and reader.lexicon.is_base(word):
        return True  # "these figure show a fall"
    return reader.lexicon.is_past(word) and not reader.lexicon.is_noun(word)


def _goes_on(reader: Reader, story: Story, at: int) -> bool:
    """Say whether a word follows that may stand in a noun phrase."""
    word = plain(story, at)
    return word != END and word == story.token_texts[at] and reader.kind(word) == "in"


def _list_ends(reader: Reader, story: Story, at: int) -> bool:
    """Say whether what follows a comma is no further modifier of a noun to come: "bus, tram and rail services"."""
    if at >= len(story.token_texts):
        return True
    text, word = story.token_texts[at], story.spellings[at]
    kind = kind_of(text)
    if kind is not TokenKind.WORD or text != word:
        return kind is TokenKind.PUNCT or text[:1].isupper()
    if word in _JOINING:
        return _joins_phrase(reader, story, at + 1)
    return reader.kind(word) in ("end", "verb", "past", "adverb") or word in ("including", "according")


def _joins_phrase(reader: Reader, story: Story, at: int) -> bool:
    """Say whether a new phrase begins after "and", or a plural ends the pair."""
    if at >= len(story.token_texts):
        return False
    word = story.spellings[at]
    if (
        word in _DETERMINERS
        or word in _QUANTIFIERS
        or reader.lexicon.is_function(word)
        or reader.lexicon.is_number(word)
        or word[0].isdigit()
    ):
        return True
    if reader.kind(word) == "past" or (reader.lexicon.is_past(word) and not reader.lexicon.is_adjective(word)):
        return reader.kind(plain(story, at + 1) or "the") == "end" and not reader.lexicon.is_noun(word)
    if reader.lexicon.singular(word) is None or reader.lexicon.is_noun(word):
        return False
    if at + 1 >= len(story.token_texts) or kind_of(story.token_texts[at + 1]) is TokenKind.PUNCT:
        return True
    return reader.kind(story.token_texts[at + 1].lower()) == "end" and story.spellings[at + 1] not in _JOINING


def is_cardinal(word: str) -> bool:
    """Say whether a word is a plain whole number above one that is no year."""
    digits = word.replace(",", "")
    return digits.isascii() and digits.isdigit() and digits not in ("0", "1") and ("," in word or len(digits) < 4)


def countables(lists: Lists) -> frozenset[str]:
    """Read the nouns that are counted in news copy. Raises OptionError where there is no such list."""
    data = lists.get("words/countables")
    if not isinstance(data, dict) or not isinstance(data.get("countables"), str):
        raise OptionError("the list `words/countables` needs `countables`")
    return frozenset(data["countables"].split())
