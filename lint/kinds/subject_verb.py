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
from ..text.tokens import TokenKind, kind_of
from ..text.wordlist import words
from .shared.base import Context, Finding, KindOptions, Lists
from .shared.frames import REWRITES
from .shared.lexicon import Lexicon, load_lexicon
from .shared.matching import compile_pattern, overlaps_any, recase
from .shared.phrases import END, Reader, block_end, countables, is_cardinal, plain

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
_LEADING = _DETERMINERS | _PLURAL_DETERMINERS | _COUNTED | _ABOUT | {"one", "each", *(word for word, _ in _MORE_THAN)}
"""Words that may begin a subject though they are function words."""
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
    known: dict[str, int]  # what was found of words, kept for the next story


def prepare(options: Options, lists: Lists) -> State:
    return State(
        Reader(load_lexicon(lists), countables(lists), {}),
        frozenset(options.clauses.split()),
        frozenset(options.loose.split()),
        frozenset(options.skip.split()),
        frozenset(options.plural_skip.split()),
        options.distance,
        tuple(compile_pattern(p, "except", i) for i, p in enumerate(options.except_)),
        {},
    )


def check(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    for first, bare in _starts(state, story):
        subject = _subject(state, story, first, bare)
        if subject is None:
            continue
        fixed = _agreeing(state, story.spellings[subject.verb], subject.plural)
        token = story.tokens[subject.verb]
        if fixed and not overlaps_any(state.exceptions, context, story.token_starts[first], token.end):
            fixed = recase(token.text, fixed)
            yield Finding(token.start, token.end, (fixed.replace("'", "’") if "’" in token.text else fixed,))


def _starts(state: State, story: Story) -> Iterator[tuple[int, bool]]:
    """Yield the first token of each clause, and whether a bare verb there may be a subjunctive or an infinitive."""
    for spans in story.block_sentences:
        for span in spans:
            yield story.token_index(span.start), False
    positions, spellings = story.word_positions, (*story.spellings, END)
    for word in state.clauses & positions.keys():
        yield from ((index + 1, word in state.loose) for index in positions[word])
    for word in _BEFORE_COUNTED & positions.keys():
        for index in positions[word]:
            second = spellings[index + 1]
            if (_is_many(second) or second in _ABOUT) and (word != "after" or _clause_before(state, story, index)):
                yield index + 1, False


def _clause_before(state: State, story: Story, index: int) -> bool:
    """Say whether a clause with its verb is over before "after": what follows is then no part of another's subject."""
    sentence = story.sentence_at(story.token_starts[index])
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
            and (state.reader.many(before) or before in _PRONOUNS or story.token_texts[begin + at][:1].isupper())
        )
        for at, (before, word) in enumerate(pairwise(spellings))
    )


class _Subject(NamedTuple):
    verb: int
    plural: bool


def _subject(state: State, story: Story, first: int, loose: bool) -> _Subject | None:
    """Return a subject's verb that does not agree with it, and the subject's number."""
    reader, known = state.reader, state.known
    texts, spellings = story.token_texts, story.spellings
    if first + 1 >= len(texts):
        return None
    low = spellings[first]
    if (known.get(low) or _remember(state, low)) & _NO_SUBJECT:
        return None  # most clauses: they begin with a pronoun, a conjunction or a mark
    about = 1 if low in _ABOUT else 2 if (low, spellings[first + 1]) in _MORE_THAN else 0
    if about and _is_many(plain(story, first + about)):
        first, low = first + about, spellings[first + about]
    if _is_many(low):
        return _numbered(state, story, first)
    if low in ("one", "each") and spellings[first + 1] == "of" and plain(story, first + 2) in _PLURAL_DETERMINERS:
        return _one_of(state, story, first)
    determiner = low if low in _DETERMINERS or low in _PLURAL_DETERMINERS else ""
    begin = first + 1 if determiner else first
    head = -1
    phrases = nouns = 0
    inside = False  # after a preposition
    for at in range(begin, min(block_end(story, first), first + _MOST + 1)):
        text, word = texts[at], spellings[at]
        traits = known.get(word) or _remember(state, word)
        if word == "'" and spellings[at - 1].endswith("s") and _adjoins(story, at):
            determiner, nouns = determiner or "the", 0  # the growers' contracts
            continue
        if traits & _MARK or (at == first and not determiner and traits & _ING):
            return None
        if traits & _POSSESSIVE:
            if head >= 0 and word != text.replace("’", "'") and texts[at - 1][:1].isupper():
                return None  # the Chancellor of the Exchequer Ann Lee's forecasts
            determiner, nouns = determiner or "the", 0
            continue
        if traits & _NUMBER:
            if not inside and (nouns or determiner in ("a", "an")):
                return None
            continue
        if nouns:
            if traits & _PREPOSITION:
                if head < 0:
                    head = at - 1
                if word == "to" and not _object_follows(state, story, at + 1):
                    return None
                phrases, nouns, inside = phrases + 1, 0, True
                continue
            if traits & _PAST and text == word and plain(story, at + 1) in _PREPOSITIONS - {"to"}:
                if head < 0:
                    head = at - 1
                continue
            is_verb = traits & _VERB and _is_verb(state, story, at)
            if traits & _CLAIM and not is_verb and reader.many(spellings[head]):
                return None  # "critics of the plan claim president Lee is ..."
            if is_verb:
                return _judge(state, story, first, determiner, head if head >= 0 else at - 1, at, phrases, loose)
            if traits & _ING_ONLY:
                return None
        elif inside and traits & _INNER_WORD:
            continue
        if traits & _FUNCTION or (text == word and not traits & _PART):
            return None
        nouns += 1
    return None


(
    _KNOWN,
    _MARK,
    _ING,
    _POSSESSIVE,
    _NUMBER,
    _PREPOSITION,
    _PAST,
    _VERB,
    _CLAIM,
    _ING_ONLY,
    _INNER_WORD,
    _FUNCTION,
    _PART,
    _NO_SUBJECT,
) = (1 << bit for bit in range(14))
_KEPT = 10000


def _remember(state: State, word: str) -> int:
    """Work out all that the search for a verb asks of a word, once for all stories; the traits are bits."""
    if len(state.known) >= _KEPT:
        state.known.clear()
    found = state.known[word] = _traits(state, word)
    return found


def _traits(state: State, word: str) -> int:
    reader, lexicon = state.reader, state.reader.lexicon
    token = kind_of(word)
    if token is TokenKind.PUNCT:
        return _KNOWN | _MARK | (_NO_SUBJECT if word != "'" else 0)
    kind = reader.kind(word)
    ing = lexicon.is_ing(word)
    number = token is TokenKind.NUMBER or lexicon.is_number(word)
    possessive = word.endswith(("'s", "s'"))
    function = lexicon.is_function(word)
    traits = (
        (possessive, _POSSESSIVE),
        (number, _NUMBER),
        (ing, _ING),
        (ing and not lexicon.is_noun(word) and not lexicon.is_adjective(word), _ING_ONLY),
        (word in _PREPOSITIONS, _PREPOSITION),
        (kind == "past", _PAST),
        (word in _CLAIMS, _CLAIM),
        (_may_be_verb(lexicon, word), _VERB),
        (word in _INNER, _INNER_WORD),
        (function, _FUNCTION),
        (kind in ("in", "past"), _PART),
        (word not in _LEADING and (ing or (function and not possessive and not number)), _NO_SUBJECT),
    )
    return _KNOWN | sum(bit for holds, bit in traits if holds)


def _adjoins(story: Story, index: int) -> bool:
    """Say whether nothing stands between a token and the one before it."""
    return story.token_starts[index] == story.token_starts[index - 1] + len(story.token_texts[index - 1])


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
        elif story.token_texts[at] == word and reader.kind(word) not in ("in", "past"):
            return None
    return None


def _numbered(state: State, story: Story, first: int) -> _Subject | None:
    """Return the verb of "two letters to the firm was returned": a passive, for a sum of things may take "was"."""
    reader, lexicon = state.reader, state.reader.lexicon
    if story.text[story.token_starts[first] - 1] in "$£€¥" and first:
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
            after, last = story.spellings[at + 1 : at + 3] if at + 2 < len(story.token_texts) else (END, END)
            if after in ("not", "also", "later", "since", "yet", "already", "still", "now"):
                after = last
            return _Subject(at, True) if after.endswith(("ed", "been")) or lexicon.is_participle(after) else None
        if lexicon.is_function(word):
            if word not in _PREPOSITIONS and word not in _DETERMINERS and word not in _PLURAL_DETERMINERS:
                return None
        elif story.token_texts[at] == word and reader.kind(word) not in ("in", "past"):
            return None
    return None


def _object_follows(state: State, story: Story, index: int) -> bool:
    word = plain(story, index)
    return word != END and not (state.reader.lexicon.is_base(word) and word == story.token_texts[index])


def _may_be_verb(lexicon: Lexicon, word: str) -> bool:
    """Say whether a word may be a finite verb whose form shows its number, wherever it stands."""
    if "-" in word:
        return False
    if word in _PLURAL_VERBS or word in _SINGULAR_VERBS or word in _COMMON:
        return True
    if word.endswith("s") and lexicon.is_third(word):
        return True
    if not lexicon.is_base(word) or lexicon.is_past(word) or lexicon.is_adjective(word) or lexicon.is_adverb(word):
        return False
    return word in _OFTEN or not lexicon.is_noun(word)


def _is_verb(state: State, story: Story, index: int) -> bool:
    """Say whether a word that may be a finite verb is one where it stands."""
    word = story.spellings[index]
    if word != story.token_texts[index].replace("’", "'"):
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
    return not lexicon.is_noun(word) or plain(story, index + 1) in _AFTER_VERB


def _judge(
    state: State, story: Story, first: int, determiner: str, head: int, verb: int, phrases: int, loose: bool
) -> _Subject | None:
    lexicon = state.reader.lexicon
    word, form = story.spellings[head], story.spellings[verb]
    if word == "number" and story.spellings[head - 1] == "the" and phrases > 1 and form in ("were", "are", "have"):
        return _Subject(verb, False)
    if (word != story.token_texts[head] and head != first) or word in state.skip or word in state.plural_skip:
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
    return after < len(story.token_texts) and story.token_texts[after][:1].isupper()


def _starts_sentence(story: Story, index: int) -> bool:
    sentence = story.sentence_at(story.token_starts[index])
    return sentence is not None and sentence.start == story.token_starts[index]


def _agreeing(state: State, verb: str, plural: bool) -> str | None:
    known = _STARTED.get(verb) if plural else _ENDED.get(verb)
    return known or REWRITES["base" if plural else "third"](state.reader.lexicon, verb)
