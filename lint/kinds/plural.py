"""Kind `plural`: a singular noun where the words before it ask for a plural.

    after:
      - words: series string spate          # the words that ask for it; '@list part' reads a list
        of: true                            # ... with `of` after them; `the`: with "of the", "of his", "of these"
      - words: several numerous
        nouns: any                          # `count` (the default): only what can but be counted; `any`: any noun that
                                            # has a plural
        not-after: a the                    # words that do not stand before (possessives count as `the`)
        only-after: START the               # ... or one of which does; START: a sentence's start, LOWER: any other
                                            # word, NUMBER: a number above one
        modifiers: 1                        # at least so many words between
        ends: in on END                     # what may follow the noun, in place of what ends a phrase: words, or END
        plain: true                         # no figure, name or participle stands between
        pronoun: true                       # the word can stand alone: "both saw it"
      - words: CARDINAL                     # a whole number above one
    skip: staff crew                        # nouns that stay as they are
    between: year mile                      # words that may not stand between: "the two year plan"

From the words on, a noun phrase is read to its end: adjectives, participles, compounds and names, up to a mark or a
word that no noun phrase holds. Its last word is the noun. What is not certainly the end of the phrase is left alone, as
is a list that may share its last noun ("a range of bus, tram and rail services").
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from typing import Literal

import msgspec

from ..text.story import Story
from ..text.tokens import TokenKind, kind_of
from ..text.wordlist import words
from .shared.base import Context, Finding, KindOptions, Lists, OptionError
from .shared.lexicon import Lexicon, load_lexicon
from .shared.matching import compile_pattern, overlaps_any, recase
from .shared.phrases import END, Reader, countables, is_cardinal, noun_phrase, plain

_ARTICLES = words("a an the this that its their his her each every first second third")
_PREPOSITIONS = words("of to on from with for by in against about at")
_BEFORE_LABEL = words("at to from on for near of in outside inside by beyond and or past") | {END}
_ABOUT = words("about around nearly almost some roughly over than")
_FINITE = words("are were have had will would could should must can may might")
_PREFIXES = tuple(
    f"{p}-" for p in words("pre post non half anti pro multi mid full part long short high low off on in")
)
_STATES = words(
    "armed injured wounded suspected convicted abandoned listed unnamed disused elected detained masked hooded used"
)  # participles that are no past tense before a noun
_DEFINITE = words("the these those his her its their our my your")
NUMBERS = words(
    """
    two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty several few
    half
    """
)


class After(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    words: str
    of: bool | Literal["the"] = False
    nouns: Literal["count", "any"] = "count"
    not_after: str = ""
    only_after: str = ""
    modifiers: int = 0
    ends: str = ""
    but: str = ""  # nouns that stay as they are after these words
    plain: bool = False
    pronoun: bool = False


REACH = "block"


class Options(KindOptions, frozen=True):
    after: tuple[After, ...]
    skip: str = ""
    between: str = ""
    except_: tuple[str, ...] = ()


class _Trigger(msgspec.Struct, frozen=True):
    of: bool
    of_the: bool
    any: bool
    not_after: frozenset[str]
    only_after: frozenset[str]
    modifiers: int
    ends: frozenset[str]
    but: frozenset[str]
    plain: bool
    pronoun: bool


class State(msgspec.Struct, frozen=True):
    triggers: dict[str, tuple[_Trigger, ...]]
    reader: Reader
    skip: frozenset[str]
    between: frozenset[str]
    exceptions: tuple[object, ...]


def prepare(options: Options, lists: Lists) -> State:
    if not options.after:
        raise OptionError("needs `after`")
    lexicon = load_lexicon(lists)
    triggers: dict[str, tuple[_Trigger, ...]] = {}
    for index, after in enumerate(options.after):
        words = _words(after.words, lists, index)
        trigger = _Trigger(
            bool(after.of),
            after.of == "the",
            after.nouns == "any",
            frozenset(_words(after.not_after, lists, index)),
            frozenset(_words(after.only_after, lists, index)),
            after.modifiers,
            frozenset(after.ends.split()),
            frozenset(after.but.split()),
            after.plain,
            after.pronoun,
        )
        for word in words:
            triggers[word] = (*triggers.get(word, ()), trigger)
    return State(
        triggers,
        Reader(lexicon, countables(lists), {}),
        frozenset(options.skip.split()),
        frozenset(options.between.split()),
        tuple(compile_pattern(p, "except", i) for i, p in enumerate(options.except_)),
    )


def _words(text: str, lists: Lists, index: int) -> list[str]:
    words: list[str] = []
    parts = text.split()
    while parts:
        part = parts.pop(0)
        if not part.startswith("@"):
            words.append(part)
            continue
        data = lists.get(part[1:])
        key = parts.pop(0) if parts else ""
        if not isinstance(data, dict) or not isinstance(data.get(key), str):
            raise OptionError(f"`{part} {key}` is not a list and a part of it", "after", index, "words")
        words += data[key].split()
    return words


def check(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    seen: set[int] = set()
    for index, trigger in sorted(_starts(state, story), key=itemgetter(0)):
        head = _head(state, story, index, trigger)
        if head is None or head in seen:
            continue
        token = story.tokens[head]
        if overlaps_any(state.exceptions, context, story.token_starts[index], token.end):
            continue
        seen.add(head)
        stem, joint, last = token.text.rpartition("-")
        yield Finding(token.start, token.end, (stem + joint + recase(last, state.reader.lexicon.plural(last.lower())),))


def _starts(state: State, story: Story) -> Iterator[tuple[int, _Trigger]]:
    positions, spellings = story.word_positions, (*story.spellings, END)
    found = [(word, state.triggers[word]) for word in state.triggers.keys() & positions.keys()]
    if cardinal := state.triggers.get("CARDINAL"):
        found += [(word, cardinal) for word in positions if word[0] in "123456789" and is_cardinal(word)]
    for word, triggers in found:
        for trigger in triggers:
            for index in positions[word]:
                if not trigger.of or spellings[index + 1] == "of":
                    yield index, trigger


def _head(state: State, story: Story, index: int, trigger: _Trigger) -> int | None:
    """Return the index of the singular noun after a word that asks for a plural, None where there is none."""
    if not _stands(trigger, story, index) or _is_label(state, story, index):
        return None
    first = index + (2 if trigger.of else 1)
    if trigger.of and story.token_texts[index][0].isupper() and plain(story, index - 1) != END:
        return None  # the Bank of Scotland spokesman
    if trigger.of_the:
        if plain(story, first) not in _DEFINITE:
            return None
        first += 1
    if story.block_at(story.token_starts[index]) is not story.block_at(
        story.token_starts[min(first, len(story.token_texts) - 1)]
    ):
        return None
    phrase = noun_phrase(state.reader, story, first)
    if phrase is None or phrase.head - first < trigger.modifiers:
        return None
    word = story.spellings[phrase.head]
    last = word.rpartition("-")[2]
    lexicon = state.reader.lexicon
    counted = state.reader.counts(last) or (trigger.any and lexicon.has_plural(last) and not lexicon.is_adjective(last))
    if not counted or word in state.skip or last in state.skip or word in trigger.but:
        return None
    if word.startswith(_PREFIXES):
        return None
    between = story.spellings[first : phrase.head]
    if "one" in between:
        return None
    if not state.between.isdisjoint(between):
        return None
    if trigger.plain and not all(_plain(lexicon, story, at) for at in range(first, phrase.head)):
        return None
    if (
        trigger.pronoun
        and phrase.head == first
        and (lexicon.is_base(word) or lexicon.is_past(word))
        and plain(story, index - 1) not in _PREPOSITIONS
        and not lexicon.is_past(plain(story, index - 1))
        and not _finite(state, story, phrase.end)
    ):
        return None
    after = story.spellings[phrase.end] if phrase.end < len(story.spellings) else END
    if after == word or story.spellings[phrase.end + 1 : phrase.end + 2] == (word,):
        return None  # door to door, case by case
    if _stands_alone(state, story, index, first, phrase.head):
        return None
    if trigger.ends and not (after in trigger.ends or ("END" in trigger.ends and phrase.closed)):
        return None
    return phrase.head


def _is_label(state: State, story: Story, index: int) -> bool:
    """Say whether a number only names the noun before it: "at board four"."""
    word = plain(story, index)
    if word not in NUMBERS and not is_cardinal(word or "x"):
        return False
    return state.reader.counts(plain(story, index - 1)) and plain(story, index - 2) in _BEFORE_LABEL


def _stands_alone(state: State, story: Story, index: int, first: int, head: int) -> bool:
    """Say whether a figure after "of" is the whole phrase, and what follows its verb: "a crowd of 300 watch"."""
    lexicon, word = state.reader.lexicon, story.spellings[head]
    if not (lexicon.is_base(word) or lexicon.is_past(word)):
        return False
    before = story.spellings[head - 1]
    if head > first and lexicon.is_past(word) and lexicon.is_noun(before) and not lexicon.is_adjective(before):
        return not state.reader.counts(before)  # "a tide of water hit the town"
    if head == first + 1 and (lexicon.is_number(story.spellings[first]) or is_cardinal(story.spellings[first])):
        return True
    if head != index + 1 or not (lexicon.is_number(story.spellings[index]) or is_cardinal(story.spellings[index])):
        return False
    before = plain(story, index - 1)
    return before == "of" or (before in _ABOUT and plain(story, index - 2) in ("of", "than"))


def _finite(state: State, story: Story, index: int) -> bool:
    word = plain(story, index)
    lexicon = state.reader.lexicon
    if word in _FINITE or (word != END and state.reader.kind(word) == "past"):
        return True
    return lexicon.is_base(word) and not lexicon.is_function(word) and not lexicon.is_adverb(word)


def _plain(lexicon: Lexicon, story: Story, index: int) -> bool:
    word = story.spellings[index]
    if word != story.token_texts[index] or word[0].isdigit() or lexicon.is_number(word):
        return False
    if lexicon.is_adjective(word) or word in _STATES:
        return True
    return not lexicon.is_ing(word) and not (lexicon.is_participle(word) and lexicon.is_past(word))


def _is_name(story: Story, index: int) -> bool:
    """Say whether a token is a word with a capital that no sentence's start gives it."""
    return plain(story, index) != END and story.token_texts[index][:1].isupper() and plain(story, index - 1) != END


def _stands(trigger: _Trigger, story: Story, index: int) -> bool:
    before = plain(story, index - 1)
    if before == END:
        return not trigger.only_after or "START" in trigger.only_after
    if before in trigger.not_after or ("the" in trigger.not_after and before.endswith(("'s", "s'"))):
        return False
    if before == "of" and _is_name(story, index - 2):
        return False  # "the Group of 20 summit", "the Committee of Five member"
    if not trigger.only_after or before in trigger.only_after:
        return True
    if "NUMBER" in trigger.only_after and (before in NUMBERS or is_cardinal(before)):
        return plain(story, index - 2) not in _ARTICLES and story.text[story.token_starts[index - 1] - 1] not in "$£€¥"
    text = story.token_texts[index - 1]
    return "LOWER" in trigger.only_after and kind_of(text) is TokenKind.WORD and text.islower()
