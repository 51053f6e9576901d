"""Kind `gazetteer`: a name from a list stands directly before a noun from a list, where another form of it belongs.

    names: countries                # a list of rows: name -> {adjective: ..., noun: ...}
    give: adjective                 # the row's key that holds the right form (text, or a list: the first is the fix)
    leave: [always, sport]          # rows whose `noun` is one of these are left alone
    heads: [role-nouns people]      # the nouns: a list and its group
    determined: true                # only after an article, a number or a closed set of adjectives
    final: true                     # only where the noun ends its phrase: "the Peru army", not "the Peru army coup"
    between: role-nouns topics      # one more word may stand between ("the Peru feed industry"), but none of this group
    unless-story: ['\\bwicket']      # silent in a story where `at-least` different words match (a sport report)
    at-least: 3
    unless-named: ',\\s+Ohio\\b'    # a name that this follows anywhere in the story is another place: left alone
    except: ['...']                 # a finding that one of these overlaps is dropped
    unless: ['...']                 # ... or whose sentence one of these matches

What stands before decides as much as the noun: a capital there makes the name part of a longer one ("Air India
pilots"), a possessive makes it a subject ("its China officials"), a preposition of place may hold the name alone ("In
Chile officials said"), and a compass point makes it a region ("eastern Poland farmers").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..issue import Edit
from ..text.tokens import Token, TokenKind
from .shared.base import Context, Finding, KindOptions, Lists, OptionError
from .shared.matching import any_phrase, bounded, compile_pattern, in_same_sentence, overlaps_any

_NAME, _BETWEEN = 1, 2  # groups of the pattern

_ARTICLES = frozenset(
    "a an the this that these those each every any some no one two three four five six seven eight nine ten several "
    "many most few both all another other more fellow".split()
)
_ADJECTIVES = frozenset(
    "senior former top leading new old young outgoing incoming acting then veteran influential powerful exiled ousted "
    "jailed big biggest large largest small smaller smallest major weak weaker weakest strong stronger strongest slow slower slowing growing "
    "booming struggling ailing rich richest poor poorest local unnamed unidentified retired late elderly wealthy prominent "
    "embattled popular unpopular current present first second third last next main one-man visiting".split()
)
_POSSESSIVES = frozenset("its their our his her my your whose".split())
# After these the name may be all that the preposition governs, and the plural noun begins the clause.
_PLACE = frozenset(
    "in of at near across throughout inside outside around within into on over through against about after before "
    "since off towards toward under via beyond between leaving visiting left visited".split()
)
_PREPOSITIONS = _PLACE | frozenset("to with by for from".split())
_REGIONS = frozenset(
    "northern southern eastern western central north south east west north-east north-west south-east south-west "
    "northeastern northwestern southeastern southwestern mainland inner outer upper lower rural urban greater "
    "modern pre-war post-war occupied".split()
)
# A plural noun before one of these is the subject of the clause that the preposition's phrase opens.
_CLAUSE = frozenset(
    "said say says told tell announced reported report confirmed warned warn believe estimate estimated expect hope fear "
    "argue claim claimed insist insisted are were have had will would could may might must should".split()
)
# What may follow a noun that ends its phrase.
_FUNCTION = frozenset(
    "is was has had were are have will would could should may might must can cannot and or but in on at to of by for from "
    "with as who whose which that when where while after before since until than if because not also did does do been "
    "still now only just itself themselves alone too so yet over under into against between during about through amid "
    "said told fell rose grew shrank began came went made took gave held sent sold bought cut put set led met won lost "
    "kept left found knew saw ran paid built spent broke hit".split()
)
_NOT_BETWEEN = frozenset("had has have was were is are will would could should may might can must says said".split())


class Options(KindOptions):
    names: str
    heads: tuple[str, ...]
    give: str = "adjective"
    leave: tuple[str, ...] = ()
    determined: bool = False
    final: bool = False
    between: str = ""
    unless_story: tuple[str, ...] = ()
    at_least: int = 1
    unless_named: str = ""
    except_: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    pattern: Any
    source: str
    forms: Mapping[str, tuple[str, ...]]
    topics: frozenset[str]
    determined: bool
    final: bool
    unless_story: Any
    at_least: int
    unless_named: str
    exceptions: tuple[Any, ...]
    unless: tuple[Any, ...]


def prepare(options: Options, lists: Lists) -> State:
    rows = lists.get(options.names)
    if not isinstance(rows, dict):
        raise OptionError(f"the list `{options.names}` does not map names to rows", "names")
    forms = {
        name: _forms(row.get(options.give)) for name, row in rows.items() if row.get("noun", "") not in options.leave
    }
    forms = {name: given for name, given in forms.items() if given}
    if not forms:
        raise OptionError(f"no row of `{options.names}` has `{options.give}` and is not left alone", "give")
    compile_pattern(options.unless_named, "unless-named")
    heads = [word for spec in options.heads for word in _group(lists, spec, "heads")]
    if not heads:
        raise OptionError("needs at least one list and group", "heads")
    between = r"(?:\s+([a-z]+(?:-[a-z]+)?))?" if options.between else ""
    source = rf"({any_phrase(forms, 'match')}){between}\s+(?:{any_phrase(heads, 'match')})\b"
    return State(
        pattern=compile_pattern(source, "heads"),
        source=source,
        forms=forms,
        topics=frozenset(_group(lists, options.between, "between")) if options.between else frozenset(),
        determined=options.determined,
        final=options.final,
        unless_story=compile_pattern("|".join(f"(?:{p})" for p in options.unless_story), "unless-story")
        if options.unless_story
        else None,
        at_least=options.at_least,
        unless_named=options.unless_named,
        exceptions=tuple(compile_pattern(p, "except", i) for i, p in enumerate(options.except_)),
        unless=tuple(compile_pattern(p, "unless", i) for i, p in enumerate(options.unless)),
    )


def needles(state: State) -> tuple[str, ...]:
    return (state.source,)


def check(state: State, context: Context) -> Iterator[Finding]:
    text = context.story.text
    excused: bool | None = None
    for match in state.pattern.finditer(text):
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
        if state.unless_named and compile_pattern(rf"\b{name}{state.unless_named}").search(text):
            continue
        suggestions = tuple(form + text[match.end(_NAME) : end] for form in state.forms[name])
        yield Finding(start, end, suggestions=suggestions, edits=_edits(context, start, end, name, suggestions[0]))


def _is_slip(state: State, context: Context, match: Any) -> bool:
    """Say whether the words around leave the name no other reading than a noun doing an adjective's work."""
    start, end = match.span()
    before, before_that = _previous(context, start, 1), _previous(context, start, 2)
    word = before.text.lower() if before else ""
    if before and before.text[:1].isupper() and not (_opens_sentence(context, before) or word in _ARTICLES):
        return False
    if word in _POSSESSIVES or word in _REGIONS or word.endswith(("'s", "’s", "s'", "s’")):
        return False
    if word in ("and", "or", "&") and before_that and before_that.text[:1].isupper():
        return False
    after = context.story.text[end : end + 32].lstrip()
    following = _first_word(after)
    if word in _PREPOSITIONS and (word in _PLACE or following in _CLAUSE):
        return False
    counted = word.partition("-")[0] in _ARTICLES  # "six-member"
    determined = counted or word in _ADJECTIVES or (before is not None and before.kind is TokenKind.NUMBER)
    if state.determined and not determined:
        return False
    between = match.group(_BETWEEN) if state.topics else None
    if between and (
        not determined or between in state.topics or between in _ARTICLES | _PREPOSITIONS | _FUNCTION | _NOT_BETWEEN
    ):
        return False
    return not state.final or _ends_phrase(after, following)


def _ends_phrase(after: str, following: str) -> bool:
    if not following or following != _first_word(after, lower=False):
        return True  # a mark, a figure or a capitalised name
    return following in _FUNCTION or following.endswith(("ed", "s", "ly"))


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


def _opens_sentence(context: Context, token: Token) -> bool:
    sentence = context.story.sentence_at(token.start)
    if sentence is None or token.text.lower() not in _ARTICLES | _ADJECTIVES | _PREPOSITIONS:
        return False
    return not any(c.isalnum() for c in context.story.text[sentence.start : token.start])


def _is_excused(state: State, text: str) -> bool:
    if state.unless_story is None:
        return False
    seen: set[str] = set()
    for match in state.unless_story.finditer(text):
        seen.add(match.group().lower())
        if len(seen) >= state.at_least:
            return True
    return False


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
