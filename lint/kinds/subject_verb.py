"""Kind `subject-verb`: a verb that does not agree with a subject that stands further back.

    clauses: that but because           # words after which a clause with its subject begins, besides a sentence's start
    loose: that                         # ... of these, the ones after which a bare verb may be a subjunctive
    skip: team number                   # heads that go with either number: collectives and quantities
    plural-skip: news series            # words in -s that are, or may be, singular
    distance: 1                         # at least so many phrases between head and verb (0: the verb may follow it)

The subject is a determiner or possessive (or a plural alone), modifiers and a noun; then come phrases with a
preposition or a participle; then a verb whose form shows its number. Commas, conjunctions, relatives and whatever else
is not that end the search: only subjects that are certain are judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import msgspec

from ..text.story import Story
from ..text.tokens import TokenKind
from ..text.wordlist import words
from .shared.base import Context, Finding, KindOptions, Lists
from .shared.frames import REWRITES
from .shared.lexicon import load_lexicon
from .shared.matching import compile_pattern, overlaps_any, recase
from .shared.phrases import END, Reader, countables, is_cardinal, plain

_DETERMINERS = words("the a an his her its their our my your this that another")
_PLURAL_DETERMINERS = words("the these those his her its their our my your")
_PREPOSITIONS = words(
    "of for from in on at to by with about against between among over under near behind inside outside around during"
    " since across into without along before after until beyond beside off within through below above towards"
)
_INNER = words("the a an his her its their our my this these those some any all both no several many")
_PLURAL_VERBS = words("are were have do aren't weren't haven't don't")
_SINGULAR_VERBS = words("is was has does isn't wasn't hasn't doesn't")
_AFTER_VERB = words("the a an that his her its their how why what whether no not every each him them us")
_PLACES = words("in at on with near alone by")
_MANY = words("people men women children police")
_WHO = words(
    "police officials detectives investigators witnesses neighbours prosecutors officers experts critics friends"
)
_COMMON = words("say go come take give get make want")  # verbs that a dictionary calls nouns too
_AFTER_THIRD = _AFTER_VERB | words(
    "who whom when where which if more less fewer nothing something anything everything up place effect part sense"
)
_BEFORE_COUNTED = words("when if as after whether and where")
_FINITE = words("was were had went took gave came fell rose said")
_PRONOUNS = words("he she it they we i you")
_RELATIVES = words("who which that whose whom")
_COUNTED = words(
    "several many few two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty"
)
_MORE_THAN = frozenset((("more", "than"), ("fewer", "than"), ("at", "least"), ("up", "to"), ("as", "many")))
_WANTS = words("wants needs says takes makes gives gets goes comes")
_ABOUT = words("about around nearly almost some roughly over")
_CLAIMS = words("claim fear hope plan report want believe say argue call")
_OFTEN = words(
    "show claim cost mean run work end face call report find need blame offer cause"
)  # ... where what follows shows a verb
_ENDED = {"aren't": "isn't", "weren't": "wasn't", "haven't": "hasn't", "don't": "doesn't"}
_STARTED = {singular: plural for plural, singular in _ENDED.items()}
_MOST = 16  # words from the clause's start to its verb


REACH = "block"


class Options(KindOptions, frozen=True):
    clauses: str = ""
    loose: str = ""
    skip: str = ""
    plural_skip: str = ""
    distance: int = 1
    except_: tuple[str, ...] = ()


class State(msgspec.Struct, frozen=True):
    reader: Reader
    clauses: frozenset[str]
    loose: frozenset[str]
    skip: frozenset[str]
    plural_skip: frozenset[str]
    distance: int
    exceptions: tuple[object, ...]


def prepare(options: Options, lists: Lists) -> State:
    return State(
        Reader(load_lexicon(lists), countables(lists), {}),
        frozenset(options.clauses.split()),
        frozenset(options.loose.split()),
        frozenset(options.skip.split()),
        frozenset(options.plural_skip.split()),
        options.distance,
        tuple(compile_pattern(p, "except", i) for i, p in enumerate(options.except_)),
    )


def check(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    for first, bare in _starts(state, story):
        subject = _subject(state, story, first, bare)
        if subject is None:
            continue
        fixed = _agreeing(state, story.spellings[subject.verb], subject.plural)
        token = story.tokens[subject.verb]
        if fixed and not overlaps_any(state.exceptions, context, story.tokens[first].start, token.end):
            fixed = recase(token.text, fixed)
            yield Finding(token.start, token.end, (fixed.replace("'", "’") if "’" in token.text else fixed,))


def _starts(state: State, story: Story) -> Iterator[tuple[int, bool]]:
    """Yield the first token of each clause, and whether a bare verb there may be a subjunctive or an infinitive."""
    for spans in story.block_sentences:
        for span in spans:
            yield story.token_index(span.start), False
    pairs = story.word_pairs
    for word in state.clauses & pairs.keys():
        for indexes in pairs[word].values():
            yield from ((index + 1, word in state.loose) for index in indexes)
    for word in _BEFORE_COUNTED & pairs.keys():
        for second, indexes in pairs[word].items():
            if _is_many(second) or second in _ABOUT:
                yield from ((i + 1, False) for i in indexes if word != "after" or _clause_before(state, story, i))


def _clause_before(state: State, story: Story, index: int) -> bool:
    """Say whether a clause with its verb is over before "after": what follows is then no part of another's subject."""
    sentence = story.sentence_at(story.tokens[index].start)
    if sentence is None:
        return False
    lexicon = state.reader.lexicon
    begin = story.token_index(sentence.start)
    spellings = story.spellings[begin:index]
    if not _RELATIVES.isdisjoint(spellings):
        return False
    return any(
        word in _FINITE
        or (
            lexicon.is_past(word)
            and (state.reader.many(before) or before in _PRONOUNS or story.tokens[begin + at].text[:1].isupper())
        )
        for at, (before, word) in enumerate(pairwise(spellings))
    )


class _Subject(NamedTuple):
    verb: int
    plural: bool


def _subject(state: State, story: Story, first: int, loose: bool) -> _Subject | None:
    """Return a subject's verb that does not agree with it, and the subject's number."""
    reader, lexicon = state.reader, state.reader.lexicon
    tokens, spellings = story.tokens, story.spellings
    if first + 1 >= len(tokens):
        return None
    low = spellings[first]
    about = 1 if low in _ABOUT else 2 if (low, spellings[first + 1]) in _MORE_THAN else 0
    if about and _is_many(plain(story, first + about)):
        first, low = first + about, spellings[first + about]
    if _is_many(low):
        return _numbered(state, story, first)
    if low in ("one", "each") and spellings[first + 1] == "of" and plain(story, first + 2) in _PLURAL_DETERMINERS:
        return _one_of(state, story, first)
    determiner = low if low in _DETERMINERS or low in _PLURAL_DETERMINERS else ""
    at = first + 1 if determiner else first
    head = -1
    phrases = nouns = 0
    inside = False  # after a preposition
    block_end = story.blocks[story.block_index(tokens[first].start)].end
    while at < len(tokens) and at - first <= _MOST and tokens[at].start < block_end:
        token, word = tokens[at], spellings[at]
        if token.text in ("'", "’") and spellings[at - 1].endswith("s") and token.start == tokens[at - 1].end:
            determiner, nouns = determiner or "the", 0  # the growers' contracts
            at += 1
            continue
        if token.kind is TokenKind.PUNCT or (at == first and not determiner and lexicon.is_ing(word)):
            return None
        if word.endswith(("'s", "s'")):
            if head >= 0 and word != token.text.replace("’", "'") and tokens[at - 1].text[:1].isupper():
                return None  # the Chancellor of the Exchequer Ann Lee's forecasts
            determiner, nouns = determiner or "the", 0
            at += 1
            continue
        if token.kind is TokenKind.NUMBER or lexicon.is_number(word):
            if not inside and nouns:
                return None
            if not inside and determiner in ("a", "an"):
                return None
            at += 1
            continue
        if nouns:
            if word in _PREPOSITIONS:
                if head < 0:
                    head = at - 1
                if word == "to" and not _object_follows(state, story, at + 1):
                    return None
                phrases, nouns, inside = phrases + 1, 0, True
                at += 1
                continue
            if reader.kind(word) == "past" and token.text == word and plain(story, at + 1) in _PREPOSITIONS - {"to"}:
                if head < 0:
                    head = at - 1
                at += 1
                continue
            if word in _CLAIMS and not _is_verb(state, story, at) and reader.many(spellings[head]):
                return None  # "critics of the plan claim president Lee is ..."
            if _is_verb(state, story, at):
                return _judge(state, story, first, determiner, head if head >= 0 else at - 1, at, phrases, loose)
        if nouns and lexicon.is_ing(word) and not lexicon.is_noun(word) and not lexicon.is_adjective(word):
            return None
        if inside and not nouns and word in _INNER:
            at += 1
            continue
        if lexicon.is_function(word) or (token.text == word and reader.kind(word) not in ("in", "past")):
            return None
        nouns += 1
        at += 1
    return None


def _is_many(word: str) -> bool:
    """Say whether a word before a noun makes it a plural: a number above one, or "several"."""
    return word in _COUNTED or (word != END and is_cardinal(word))


def _one_of(state: State, story: Story, first: int) -> _Subject | None:
    """Return the plural verb of "one of the mills in the county have"."""
    reader, lexicon = state.reader, state.reader.lexicon
    head = -1
    for at in range(first + 3, first + _MOST):
        word = plain(story, at)
        if word == END:
            return None
        if head >= 0 and word in _PLURAL_VERBS:
            # beside the plural, other checks speak; after a bare plural the words between are a clause of their own
            before = story.spellings[at - 1]
            own = lexicon.singular(before) is not None and story.spellings[at - 2] not in _PREPOSITIONS | _INNER
            return _Subject(at, False) if at > head + 1 and not own else None
        if head < 0:
            if lexicon.singular(word) is not None and plain(story, at + 1) in _PREPOSITIONS:
                head = at
            elif reader.kind(word) not in ("in", "past") or reader.many(word):
                return None
        elif lexicon.is_function(word):
            if word not in _PREPOSITIONS and word not in _INNER:
                return None
        elif story.tokens[at].text == word and reader.kind(word) not in ("in", "past"):
            return None
    return None


def _numbered(state: State, story: Story, first: int) -> _Subject | None:
    """Return the verb of "two letters to the firm was returned": a passive, for a sum of things may take "was"."""
    reader, lexicon = state.reader, state.reader.lexicon
    if story.text[story.tokens[first].start - 1] in "$£€¥" and first:
        return None
    head = -1
    part = plain(story, first + 1) == "of" and plain(story, first + 2) in _PLURAL_DETERMINERS  # two of the tugs was
    for at in range(first + (3 if part else 1), first + _MOST):
        word = plain(story, at)
        if word == END:
            return None
        if head < 0:
            after = plain(story, at + 1)
            if part and reader.many(word) and after in ("was", "is", "has") and word not in state.plural_skip:
                head = at
                continue
            plural = lexicon.singular(word) is not None and plain(story, at + 1) in _PREPOSITIONS
            if plural and word not in state.plural_skip and word not in _MANY:
                if plain(story, at + 1) == "of" and plain(story, at + 2) not in _INNER | _PLURAL_DETERMINERS:
                    return None  # three hectares of cane
                head = at
            elif reader.kind(word) not in ("in", "past") or reader.many(word) or lexicon.is_number(word):
                return None
            continue
        if word in ("was", "is", "has", "wasn't", "isn't", "hasn't"):
            after, last = story.spellings[at + 1 : at + 3] if at + 2 < len(story.tokens) else (END, END)
            if after in ("not", "also", "later", "since", "yet", "already", "still", "now"):
                after = last
            return _Subject(at, True) if after.endswith(("ed", "been")) or lexicon.is_participle(after) else None
        if lexicon.is_function(word):
            if word not in _PREPOSITIONS and word not in _DETERMINERS and word not in _PLURAL_DETERMINERS:
                return None
        elif story.tokens[at].text == word and reader.kind(word) not in ("in", "past"):
            return None
    return None


def _object_follows(state: State, story: Story, index: int) -> bool:
    word = plain(story, index)
    return word != END and not (state.reader.lexicon.is_base(word) and word == story.tokens[index].text)


def _is_verb(state: State, story: Story, index: int) -> bool:
    """Say whether a word is a finite verb whose form shows its number."""
    word = story.spellings[index]
    if word != story.tokens[index].text.replace("’", "'") or "-" in word:
        return False
    if word in _PLURAL_VERBS or word in _SINGULAR_VERBS:
        return True
    lexicon = state.reader.lexicon
    before = story.spellings[index - 1]
    if lexicon.is_adjective(before) and (word in _COMMON or lexicon.is_noun(word)):
        return False  # "a lorry of the same make"
    if word in _COMMON:  # "of an older make": the verb follows a noun or a name
        known = lexicon.is_noun(before) or lexicon.singular(before) is not None or not before.endswith("er")
        return known and before not in ("other", "same", "such", "own")
    if word.endswith("s") and lexicon.is_third(word):
        after = plain(story, index + 1)
        if word == "lives" and after in _PLACES:
            return True
        if word == "remains" and (lexicon.is_adjective(after) or lexicon.is_participle(after)):
            return True
        if word in _WANTS and lexicon.is_adjective(after) and not lexicon.is_noun(after):
            return True
        return lexicon.singular(word) is None or after in _AFTER_THIRD or after in _COUNTED
    if not lexicon.is_base(word) or lexicon.is_past(word) or lexicon.is_adjective(word) or lexicon.is_adverb(word):
        return False
    return not lexicon.is_noun(word) or (word in _OFTEN and plain(story, index + 1) in _AFTER_VERB)


def _judge(
    state: State, story: Story, first: int, determiner: str, head: int, verb: int, phrases: int, loose: bool
) -> _Subject | None:
    lexicon = state.reader.lexicon
    word, form = story.spellings[head], story.spellings[verb]
    if word == "number" and story.spellings[head - 1] == "the" and phrases > 1 and form in ("were", "are", "have"):
        return _Subject(verb, False)
    if (word != story.tokens[head].text and head != first) or word in state.skip or word in state.plural_skip:
        return None
    last = word.rpartition("-")[2]
    if last in state.skip or last in state.plural_skip or phrases < state.distance:
        return None
    many = word in _MANY or (lexicon.singular(last) is not None and not lexicon.is_noun(last))
    auxiliary = form in _PLURAL_VERBS or form in _SINGULAR_VERBS
    if many and not determiner and _starts_sentence(story, first) == (not phrases):
        return None  # Prices was: a name; elsewhere, a plural alone may be the object of what stands before
    if many and not determiner and (head != first or (not phrases and not auxiliary)):
        return None
    if many and not determiner and _named(story, head + 1):
        return None  # Friends of the Earth
    if many and lexicon.is_third(word) and head > first and lexicon.is_noun(story.spellings[head - 1]):
        return None  # "its scope stretches from ..."
    if many:
        if determiner not in _PLURAL_DETERMINERS and determiner:
            return None
        wrong = form in _SINGULAR_VERBS or (not auxiliary and form.endswith("s") and lexicon.is_third(form))
        return _Subject(verb, True) if wrong else None
    if any(lexicon.is_number(w) or w[0].isdigit() for w in story.spellings[first:head]):
        return None  # "her three son run": the noun is at fault
    if not determiner or determiner in ("these", "those") or (last[-1] == "s" and last[-2:-1] not in "sui"):
        return None
    if not state.reader.counts(last) and (lexicon.is_adjective(last) or not lexicon.is_noun(last)):
        return None
    if form in _PLURAL_VERBS:
        return _Subject(verb, False) if not (loose and (not phrases or form.startswith(("have", "do")))) else None
    if auxiliary or loose or (form.endswith("s") and lexicon.is_third(form)):
        return None
    before = story.spellings[verb - 1]
    if before in _WHO or (lexicon.singular(before) is not None and lexicon.is_noun(story.spellings[verb - 2])):
        return None
    return _Subject(verb, False)


def _named(story: Story, index: int) -> bool:
    """Say whether "of" and a name follow."""
    if plain(story, index) != "of":
        return False
    after = index + 1 + (plain(story, index + 1) == "the")
    return after < len(story.tokens) and story.tokens[after].text[:1].isupper()


def _starts_sentence(story: Story, index: int) -> bool:
    sentence = story.sentence_at(story.tokens[index].start)
    return sentence is not None and sentence.start == story.tokens[index].start


def _agreeing(state: State, verb: str, plural: bool) -> str | None:
    known = _STARTED.get(verb) if plural else _ENDED.get(verb)
    return known or REWRITES["base" if plural else "third"](state.reader.lexicon, verb)
