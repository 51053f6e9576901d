"""Kind `gazetteer`: a name from a list stands directly before a noun from a list, where another form of it belongs.

    names: countries                # a list of rows: name -> {adjective: ..., noun: ...}
    give: adjective                 # the row's key that holds the right form (text, or a list: the first is the fix)
    leave: [always, sport]          # rows whose `noun` is one of these are left alone
    only: [sport]                   # ... or: no other rows are looked for
    heads: [role-nouns people]      # the nouns: a list and its group
    determined: true                # only after an article, a number or a closed set of adjectives
    open: [country-topics topics]   # instead of `heads`: any noun, in a phrase that holds none of these words ...
    after: [a, an, several]         # ... and that opens with one of these
    final: true                     # only where the noun ends its phrase: "the Peru army", not "the Peru army coup"
    between: role-nouns topics      # one more word may stand between ("the Peru feed industry"), but none of this group
    unless-story: ['\\bwicket']      # silent in a story where `at-least` different words match (a sport report)
    at-least: 3
    unless-named: ',\\s+Ohio\\b'    # a name that this follows anywhere in the story is another place: left alone
    evidence: {Turkey: 'Ankara'}    # a name that is a common word too: at a sentence start only where the story matches
    except: ['...']                 # a finding that one of these overlaps is dropped
    unless: ['...']                 # ... or whose sentence one of these matches

What stands before decides as much as the noun: a capital there makes the name part of a longer one ("Air India
pilots"), a possessive makes it a subject ("its China officials"), a preposition of place may hold the name alone ("In
Chile officials said"), and a compass point makes it a region ("eastern Poland farmers").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from ..issue import Edit
from ..text.regex import regex
from ..text.story import Story
from ..text.tokens import Token, TokenKind, tokenize
from .shared.base import Context, Finding, KindOptions, Lists, OptionError
from .shared.lexicon import Lexicon, load_lexicon
from .shared.matching import any_phrase, bounded, compile_pattern, in_same_sentence, overlaps_any

_NAME, _BETWEEN = 1, 2  # groups of the pattern
_PLURAL_MODIFIERS = frozenset(("sales", "sports", "arms", "news", "systems", "communications", "electronics", "goods"))
_ONE = frozenset(("a", "an", "another", "every", "each", "one"))
_EITHER = frozenset(("the", "no", "any", "some"))
_WORDS = regex(r"\s+([a-z]+(?:-[a-z]+)*)\b")
_MUTUAL = ("counterpart", "counterparts")  # "his China counterpart" is nobody's place of work
_AFTER_VERBS = frozenset(
    [
        *("to", "the", "a", "an", "their", "that", "it", "them", "not", "about", "around", "more", "less", "up", "out"),
        *("all", "his", "her", "its", "him", "no", "some", "only", "any", "this", "these", "most", "nearly", "almost"),
    ]
)
_SHORT = frozenset(["US", "U.S.", "U.S", "UK", "U.K.", "U.K", "EU", "UN"])  # nouns that are their own adjectives


class Neighbours(msgspec.Struct, frozen=True):
    """The words of `lists/neighbours.yml`, which says what each group is."""

    articles: frozenset[str]
    adjectives: frozenset[str]
    possessives: frozenset[str]
    place: frozenset[str]
    prepositions: frozenset[str]
    regions: frozenset[str]
    clause: frozenset[str]
    function: frozenset[str]
    verbs: frozenset[str]
    quantities: frozenset[str]


class Options(KindOptions, frozen=True):
    names: str
    heads: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    give: str = "adjective"
    leave: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    determined: bool = False
    final: bool = False
    between: str = ""
    unless_story: tuple[str, ...] = ()
    at_least: int = 1
    unless_named: str = ""
    evidence: dict[str, str] = {}
    except_: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


class State(msgspec.Struct, frozen=True):
    pattern: Any
    source: str
    forms: Mapping[str, tuple[str, ...]]
    modifiers: frozenset[str]
    topics: frozenset[str]
    near: Neighbours
    open: bool
    determined: bool
    final: bool
    unless_story: Any
    at_least: int
    unless_named: Any
    evidence: Mapping[str, Any]
    lexicon: Lexicon
    exceptions: tuple[Any, ...]
    unless: tuple[Any, ...]
    names: Mapping[str, tuple[int, ...]]
    """By the first token of a name, in lower case: how many tokens the names have that begin so."""
    openings: frozenset[str]
    """The first token of each head, or, with `open`, the words that open the phrase."""


def prepare(options: Options, lists: Lists) -> State:
    rows = lists.get(options.names)
    if not isinstance(rows, dict):
        raise OptionError(f"the list `{options.names}` does not map names to rows", "names")
    forms = {
        name: _forms(row.get(options.give))
        for name, row in rows.items()
        if row.get("noun", "") not in options.leave and (not options.only or row.get("noun", "") in options.only)
    }
    forms = {name: given for name, given in forms.items() if given}
    if not forms:
        raise OptionError(f"no row of `{options.names}` has `{options.give}` and is not left alone", "give")
    heads = [word for spec in options.heads for word in _group(lists, spec, "heads")]
    if not heads and not options.open:
        raise OptionError("needs at least one list and group", "heads")
    if heads and options.open:
        raise OptionError("stands instead of `heads`", "open")
    if options.open and not options.after:
        raise OptionError("needs the words that open the phrase", "after")
    between = r"(?:\s+([a-z]+(?:-[a-z]+)?))?" if options.between else ""
    source = rf"({any_phrase(forms, 'match')}){between}\s+(?:{any_phrase(heads, 'match')})\b"
    if options.open:
        openers = any_phrase([*options.after, *(word.capitalize() for word in options.after)], "match")
        source = rf"\b(?:{openers}|\d{{1,3}})\s+(?:[a-z]+(?:-[a-z]+)*\s+){{0,2}}({any_phrase(forms, 'match')})\s+[a-z]"
    return State(
        pattern=compile_pattern(source, "heads"),
        source=source,
        forms=forms,
        modifiers=_SHORT | {form for row in rows.values() for form in _forms(row.get(options.give))},
        topics=frozenset(
            word
            for spec, option in ((options.between, "between"), *((spec, "open") for spec in options.open))
            if spec
            for word in _group(lists, spec, option)
        ),
        open=bool(options.open),
        near=Neighbours(**{g: frozenset(words) for g, words in lists.get("neighbours").items()}),
        determined=options.determined,
        final=options.final,
        unless_story=compile_pattern("|".join(f"(?:{p})" for p in options.unless_story), "unless-story")
        if options.unless_story
        else None,
        at_least=options.at_least,
        unless_named=compile_pattern(options.unless_named, "unless-named") if options.unless_named else None,
        evidence={name: compile_pattern(p, "evidence", name) for name, p in options.evidence.items()},
        lexicon=load_lexicon(lists),
        exceptions=tuple(compile_pattern(p, "except", i) for i, p in enumerate(options.except_)),
        unless=tuple(compile_pattern(p, "unless", i) for i, p in enumerate(options.unless)),
        names=_sizes(forms),
        openings=frozenset(_tokens(phrase)[0] for phrase in heads or options.after),
    )


def _tokens(phrase: str) -> list[str]:
    """Return the tokens of a phrase as a story's table of words has them."""
    return [token.text.lower().replace("’", "'") for token in tokenize(phrase)]


def _sizes(names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    sizes: dict[str, set[int]] = {}
    for first, *more in map(_tokens, names):
        sizes.setdefault(first, set()).add(1 + len(more))
    return {first: tuple(sorted(found)) for first, found in sizes.items()}


def needles(state: State) -> tuple[str, ...]:
    return (state.source,)


def check(state: State, context: Context) -> Iterator[Finding]:
    if not _may_match(state, context.story):
        return
    text = context.story.text
    excused: bool | None = None
    elsewhere: dict[str, bool] = {}
    for match in state.pattern.finditer(text):
        if state.open:
            start, end = match.start(_NAME), _open_end(state, text, match)
            if not end or not bounded(text, match.start(), end) or not _is_determined(state, text, match):
                continue
        else:
            start, end = match.span()
            if not bounded(text, start, end) or not _is_slip(state, context, match):
                continue
        if overlaps_any(state.exceptions, context, start, end) or in_same_sentence(state.unless, context, start):
            continue
        if excused is None:
            excused = _is_excused(state, text)
        if excused:
            return
        name = " ".join(match.group(_NAME).split())
        if name not in elsewhere:
            elsewhere[name] = _is_elsewhere(state, name, text)
        if elsewhere[name] or _lacks_evidence(state, context, name, start):
            continue
        suggestions = tuple(form + text[match.end(_NAME) : end] for form in state.forms[name])
        yield Finding(start, end, suggestions=suggestions, edits=_edits(context, start, end, name, suggestions[0]))


def _may_match(state: State, story: Story) -> bool:
    """Say, by the words alone, whether a name may stand before a head, or after a word that opens the phrase."""
    positions, spellings, texts = story.word_positions, story.spellings, story.token_texts
    if not state.open and positions.keys().isdisjoint(state.openings):
        return False
    last = len(spellings)
    for word in state.names.keys() & positions.keys():
        for at in positions[word]:
            for end in (at + size for size in state.names[word]):
                if end >= last or not texts[at][0].isupper():
                    continue
                if not state.open:
                    if not state.openings.isdisjoint(spellings[end : end + (2 if state.topics else 1)]):
                        return True
                elif texts[end][0].islower() and any(_opens(state, low) for low in spellings[max(0, at - 3) : at]):
                    return True
    return False


def _opens(state: State, word: str) -> bool:
    return word[-1].isdigit() or _LAST_PART.sub("", word) in state.openings


_LAST_PART = regex(r".*[^\w]")


def _open_end(state: State, text: str, match: Any) -> int:
    """Return where the noun phrase behind the name ends, 0 where none does or where it may be about the name."""
    lexicon = state.lexicon
    words = [(m.group(1), m.end()) for m in _WORDS.finditer(text, match.end(_NAME), match.end(_NAME) + 120)]
    opener = text[match.start() : match.start() + 8].split()[0].lower()
    singular = opener in _ONE
    phrase: list[tuple[str, int]] = []
    at = match.end(_NAME)
    for index, (word, end) in enumerate(words[:4]):
        if text[at : end - len(word)].strip() or (index == 3):
            break
        if phrase and _turns_verb(lexicon, word, text[end : end + 24], singular):
            break
        if word in state.topics or word.partition("-")[2] in state.topics:
            return 0
        if _ends_open(state, word, bool(phrase)):
            break
        phrase.append((word, end))
        at = end
        if (
            opener not in _EITHER
            and not singular
            and word not in _PLURAL_MODIFIERS
            and _is_head(lexicon, word, singular, first=False)
        ):
            break
    either = opener in _EITHER
    while phrase and not any(
        _is_head(lexicon, phrase[-1][0], one, first=len(phrase) == 1)
        for one in ((True, False) if either else (singular,))
    ):
        phrase.pop()
    if not phrase or text[phrase[-1][1] : phrase[-1][1] + 1] in ("'", "’", "-"):
        return 0
    return phrase[-1][1]


def _turns_verb(lexicon: Lexicon, word: str, after: str, singular: bool) -> bool:
    """Say whether a form in -s is the verb of its clause: "a Chile firm plans", "the Chile firm plans to"."""
    return lexicon.is_third(word) and (singular or _first_word(after.lstrip()) in _AFTER_VERBS)


def _ends_open(state: State, word: str, begun: bool) -> bool:
    near, lexicon = state.near, state.lexicon
    if any(word in group for group in (near.function, near.clause, near.verbs, near.place, near.prepositions)):
        return True
    if lexicon.is_function(word) or lexicon.is_number(word) or (begun and word in near.adjectives):
        return True
    noun = lexicon.is_noun(word) or lexicon.singular(word) is not None
    if not begun:
        return not noun and lexicon.is_verb(word) and not lexicon.is_adjective(word) and not lexicon.is_ing(word)
    return not noun and (lexicon.is_verb(word) or lexicon.is_adverb(word) or word.endswith("ly"))


def _is_head(lexicon: Lexicon, word: str, singular: bool, first: bool) -> bool:
    if singular:
        if lexicon.is_noun(word):
            return True
        return first and not lexicon.is_known(word) and not word.endswith(("ed", "ly", "ing", "s"))
    return lexicon.singular(word) is not None or (word.endswith("s") and not lexicon.is_known(word))


def _is_determined(state: State, text: str, match: Any) -> bool:
    """Say whether only adjectives stand between the article and the name."""
    near, lexicon = state.near, state.lexicon
    between = text[match.start() : match.start(_NAME)].split()[1:]
    return all(
        (word in near.adjectives or lexicon.is_adjective(word) or lexicon.is_participle(word))
        and not (word in near.regions or word in near.place or word in near.prepositions or word in near.function)
        for word in between
    )


def _is_slip(state: State, context: Context, match: Any) -> bool:
    """Say whether the words around leave the name no other reading than a noun doing an adjective's work."""
    near = state.near
    start, end = match.span()
    before = _previous(context, start, 1)
    word = before.text.lower() if before else ""
    if before and before.text[:1].isupper() and not (word in near.articles or _opens_sentence(state, context, before)):
        return False
    owned = word in near.possessives or word.endswith(("'s", "’s", "s'", "s’"))
    if word in near.regions or (owned and not match.group().endswith(_MUTUAL)):
        return False
    before_that = _previous(context, start, 2) if word in ("and", "or", "of") else None
    paired = before_that.text if before_that and word != "of" and before_that.text[:1].isupper() else ""
    if paired and paired not in state.modifiers:
        return False
    after = context.story.text[end : end + 48].lstrip()
    following = _first_word(after)
    counted_out = word == "of" and before_that is not None and before_that.text.lower() in near.quantities
    if word in near.place and not counted_out:
        return False
    if (paired in _SHORT or word in near.prepositions) and following in near.clause:
        return False
    counted = word.partition("-")[0] in near.articles  # "six-member"
    determined = counted or word in near.adjectives or (before is not None and before.kind is TokenKind.NUMBER)
    named = after[:1].isupper() and not match.group().endswith("s")  # "Chile lender Obi Co"
    if state.determined and not determined and not named:
        return False
    between = match.group(_BETWEEN) if state.topics else None
    if between and not ((determined or _is_plain_noun(state, between)) and _joins_phrase(state, between)):
        return False
    return not state.final or _ends_phrase(state, after, following)


def _is_plain_noun(state: State, word: str) -> bool:
    return state.lexicon.is_noun(word) and not (state.lexicon.is_verb(word) or state.lexicon.is_adverb(word))


def _joins_phrase(state: State, word: str) -> bool:
    near = state.near
    return not any(
        word in group
        for group in (state.topics, near.articles, near.place, near.prepositions, near.function, near.verbs)
    )


def _ends_phrase(state: State, after: str, following: str) -> bool:
    if not following or following != _first_word(after, lower=False):
        return True  # a mark, a figure or a capitalised name
    if following in state.near.function or following.endswith(("ed", "ly")):
        return True
    # "Mali dealers arrive", "Mali dealers refuse to pay"
    rest = after[len(following) :].lstrip()
    goes_on = _first_word(rest) in _AFTER_VERBS or rest[:1].isdigit() or rest[:1] in ("£", "$", "€")
    return state.lexicon.is_base(following) and (goes_on or not state.lexicon.is_noun(following))


def _first_word(text: str, lower: bool = True) -> str:
    length = 0
    while length < len(text) and (text[length].isalpha() or text[length] in "-'’"):
        length += 1
    return text[:length].lower() if lower else text[:length]


def _previous(context: Context, start: int, steps: int) -> Token | None:
    """Return the word that stands ``steps`` tokens before, in the same sentence; a mark in between hides it."""
    tokens = context.story.tokens
    index = context.story.token_index(start) - 1
    sentence = context.story.sentence_at(start)
    floor = sentence.start if sentence else 0
    for step in range(steps):
        at = index - step
        if at < 0 or tokens[at].start < floor or tokens[at].kind is TokenKind.PUNCT:
            return None
    return tokens[index - steps + 1]


def _opens_sentence(state: State, context: Context, token: Token) -> bool:
    """Say whether a capitalised word has its capital only because a sentence starts with it."""
    near, word = state.near, token.text.lower()
    sentence = context.story.sentence_at(token.start)
    known = any(word in group for group in (near.adjectives, near.place, near.prepositions))
    if sentence is None or not (known or state.lexicon.is_number(word) or state.lexicon.is_function(word)):
        return False
    # A quotation mark or a bracket may stand before the first word, no more.
    return token.start - sentence.start <= 3 and not any(
        c.isalnum() for c in context.story.text[sentence.start : token.start]
    )


def _is_excused(state: State, text: str) -> bool:
    if state.unless_story is None:
        return False
    seen: set[str] = set()
    for match in state.unless_story.finditer(text):
        seen.add(match.group().lower())
        if len(seen) >= state.at_least:
            return True
    return False


def _is_elsewhere(state: State, name: str, text: str) -> bool:
    """Say whether what makes a name that of another place follows it anywhere."""
    if state.unless_named is None:
        return False
    end = 0
    while (start := text.find(name, end)) >= 0:
        end = start + len(name)
        whole = not (start and (text[start - 1].isalnum() or text[start - 1] == "_"))
        if whole and state.unless_named.match(text[end - 1 : end + _REACH], 1):
            return True
    return False


_REACH = 200
"""Code points behind a name in which another place is looked for: each is read anew at every name."""


def _lacks_evidence(state: State, context: Context, name: str, start: int) -> bool:
    """Say whether a name may be a common word, its capital a sentence's, in a story that is not about the place."""
    if name not in state.evidence or state.evidence[name].search(context.story.text):
        return False
    sentence = context.story.sentence_at(start)
    return sentence is None or not any(c.isalnum() for c in context.story.text[sentence.start : start])


def _edits(context: Context, start: int, end: int, name: str, new: str) -> tuple[Edit, ...]:
    edits = [Edit(start, end, new)]
    before = _previous(context, start, 1)
    if before and before.text.lower() in ("a", "an") and _vowel(name) != _vowel(new):
        edits.insert(0, Edit(before.start, before.end, before.text[:1] + ("n" if _vowel(new) else "")))
    return tuple(edits)


def _vowel(word: str) -> bool:
    return word[:1] in "AEIO" or word.startswith("Uz")  # "a Ugandan", "a Ukrainian", but "an Uzbek"


def _forms(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


def _group(lists: Lists, spec: str, option: str) -> tuple[str, ...]:
    """Read "list group". Raises OptionError where the list has no such group."""
    name, _, group = spec.partition(" ")
    content = lists.get(name)
    if group:
        if not isinstance(content, dict) or group not in content:
            raise OptionError(f"the list `{name}` has no group `{group}`", option)
        content = content[group]
    return tuple(content)
