"""Kind `house-collective`: the number of the verb after one body of people, where houses differ.

    report: bodies      # companies, governments, councils: nouns that are always one body
          | teams       # sports teams by their names
    names: [Arsenal, Tesco]             # teams, or companies, that are meant by nothing else
    suffixes: [United, Rovers]          # words that end the name of a team: "Leeds United"
    nouns: [company, council]           # common nouns, after "the" or "a"; bodies alone

The subject stands at the start of its sentence, directly before its verb: there it can be nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

import msgspec

from .shared.base import Context, Finding, KindOptions, Lists, OptionError
from .shared.groups import span_of
from .shared.matching import any_phrase, compile_pattern

_SINGULAR = {"are": "is", "were": "was", "have": "has", "aren't": "isn't", "weren't": "wasn't", "haven't": "hasn't"}
_PLURAL = {singular: plural for plural, singular in _SINGULAR.items()}


class Options(KindOptions, frozen=True):
    report: Literal["bodies", "teams"]
    names: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    except_: tuple[str, ...] = ()


class State(msgspec.Struct, frozen=True):
    source: str
    pattern: Any
    exceptions: tuple[Any, ...]


def prepare(options: Options, lists: Lists) -> State:
    subjects = []
    if options.names:
        subjects.append(any_phrase(options.names, "match"))
    if options.suffixes:
        subjects.append(rf"[A-Z][a-z]+(?: [A-Z][a-z]+)? (?:{any_phrase(options.suffixes, 'match')})")
    if options.nouns:
        subjects.append(rf"The (?:[A-Za-z-]+ )?(?:{any_phrase(options.nouns, 'match')})")
    if not subjects:
        raise OptionError("needs `names`, `suffixes` or `nouns`")
    verbs = "|".join(sorted((*_SINGULAR, *_PLURAL), key=lambda verb: (-len(verb), verb))).replace("'", "['’]")
    source = rf"\b(?:{'|'.join(subjects)}) (?P<verb>{verbs})\b"
    exceptions = tuple(compile_pattern(p, "except", i) for i, p in enumerate(options.except_))
    return State(source, compile_pattern(source, "names"), exceptions)


def needles(state: State) -> tuple[str, ...]:
    return (state.source,)


def check(state: State, context: Context) -> Iterator[Finding]:
    if context.fact is None:
        return
    value = context.fact.value
    wrong = _PLURAL if value == "plural" else _SINGULAR
    story = context.story
    for match in state.pattern.finditer(story.text):
        verb = match["verb"].replace("’", "'")
        if verb not in wrong:
            continue
        start, end = span_of(match, "verb")
        if value == "plural-names" and story.text[start - 2] == "s":  # the Rovers are
            continue
        sentence = story.sentence_at(match.start())
        if sentence is None or sentence.start != match.start():
            continue
        around = story.text[sentence.start : min(sentence.end, match.end() + 40)]
        if any(pattern.search(around) for pattern in state.exceptions):
            continue
        right = wrong[verb].replace("'", "’") if "’" in match["verb"] else wrong[verb]
        yield Finding(start, end, suggestions=(right,))
