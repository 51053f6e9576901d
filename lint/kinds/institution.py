"""Kind `institution`: one body whose name changes in a story: "Baltic Fish Association" for "... Organization".

    bodies:                                    # words that are mistaken for one another, in sets
      - [Association, Organization, Organisation, Federation]
      - [Board, Commission, Council, Authority, Agency]
    heads: [Department, Office]                # words whose "of" and "for" are mistaken: "Office of/for Road Safety"
    allow: [Human Rights]                      # names, or their last words, that two such bodies share

Two names that agree in all words but the last, which belongs to one set, are taken for one body; so are two that
differ in "of" and "for" alone. The form that stands
less often, or comes later, is reported once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from ..issue import Edit, Related
from ..text.blocks import BlockKind
from .shared.base import Context, Finding, KindOptions, Lists, OptionError
from .shared.matching import any_phrase, compile_pattern

FIELDS = ("other",)

_OPENERS = frozenset(["The", "A", "An", "But", "And", "In", "For", "At", "Both"])
_PROSE = frozenset({BlockKind.BODY, BlockKind.STANDFIRST})


class Options(KindOptions, frozen=True):
    bodies: tuple[tuple[str, ...], ...] = ()
    heads: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()


class Place(NamedTuple):
    """One mention of a name: its span, and the span of the word that differs."""

    start: int
    end: int
    word_start: int
    word_end: int


@dataclass(frozen=True, slots=True)
class State:
    pattern: Any
    linked: Any
    sources: tuple[str, ...]
    sets: dict[str, int]
    allow: frozenset[str]


def prepare(options: Options, lists: Lists) -> State:
    sets = {word: index for index, words in enumerate(options.bodies) for word in words}
    if not sets and not options.heads:
        raise OptionError("needs `bodies` or `heads`")
    last = rf"\b((?:[A-Z][\w'’-]+[ \t]+){{2,6}})({any_phrase(sets, 'match')})\b"
    heads = any_phrase(options.heads, "match")
    linked = (
        rf"\b((?:{heads}))[ \t]+(of|for)[ \t]+((?:the[ \t]+)?[A-Z][\w'’-]+(?:[ \t]+(?:and[ \t]+)?[A-Z][\w'’-]+){{0,4}})"
    )
    return State(
        pattern=compile_pattern(last, "bodies") if sets else None,
        linked=compile_pattern(linked, "heads") if heads else None,
        sources=((last,) if sets else ()) + ((linked,) if heads else ()),
        sets=sets,
        allow=frozenset(options.allow),
    )


def needles(state: State) -> tuple[str, ...]:
    return state.sources


def check(state: State, context: Context) -> Iterator[Finding]:
    names: dict[tuple[str, ...], dict[str, list[Place]]] = {}
    for key, form, place in [*_by_last_word(state, context), *_by_link(state, context)]:
        names.setdefault(key, {}).setdefault(form, []).append(place)
    for forms in names.values():
        if len(forms) > 1:
            yield _report(context.story.text, forms)


def _by_last_word(state: State, context: Context) -> Iterator[tuple[tuple[str, ...], str, Place]]:
    for match in state.pattern.finditer(context.story.text) if state.pattern else ():
        words = match.group(1).split()
        if words[0] in _OPENERS:
            words = words[1:]
        name = " ".join(words)
        if len(words) >= 2 and not _is_allowed(state, words) and _counts(context, match.start(), match.end()):
            start = match.start() + match.group(1).index(words[0])
            body = match.group(2)
            yield (name, str(state.sets[body])), _fold(body), Place(start, match.end(), match.start(2), match.end(2))


def _is_allowed(state: State, words: list[str]) -> bool:
    return any(" ".join(words[at:]) in state.allow for at in range(len(words)))


def _by_link(state: State, context: Context) -> Iterator[tuple[tuple[str, ...], str, Place]]:
    for match in state.linked.finditer(context.story.text) if state.linked else ():
        rest = " ".join(match.group(3).split())
        if rest not in state.allow and _counts(context, match.start(), match.end()):
            key = (match.group(1), "", rest)
            yield key, match.group(2), Place(match.start(), match.end(), match.start(2), match.end(2))


def _counts(context: Context, start: int, end: int) -> bool:
    block = context.story.block_at(start)
    return block is not None and block.kind in _PROSE and not context.story.in_speech(start, end)


def _report(text: str, forms: dict[str, list[Place]]) -> Finding:
    prevailing = max(forms, key=lambda form: len(forms[form]))  # the first wins a tie
    model = forms[prevailing][0]
    right = text[model.word_start : model.word_end]
    others = sorted(place for form, places in forms.items() if form != prevailing for place in places)
    first = others[0]
    name = text[model.start : model.end]
    return Finding(
        first.start,
        first.end,
        suggestions=(name,),
        edits=tuple(Edit(place.word_start, place.word_end, right) for place in others),
        related=(Related(model.start, model.end, "named so here"),),
        values={"other": name},
    )


def _fold(word: str) -> str:
    return word.replace("isation", "ization")
