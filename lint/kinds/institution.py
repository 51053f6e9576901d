"""Kind `institution`: one body whose name changes its last word in a story: "World Trade Association" for "... Organization".

    bodies:                                    # words that are mistaken for one another, in sets
      - [Association, Organization, Organisation, Federation]
      - [Board, Commission, Council, Authority, Agency]
    allow: [Human Rights]                      # names that two such bodies share

Two names that agree in all words but the last, which belongs to one set, are taken for one body. The form that stands
less often, or comes later, is reported once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..issue import Edit, Related
from ..text.blocks import BlockKind
from .shared.base import Context, Finding, KindOptions, Lists, OptionError
from .shared.matching import any_phrase, compile_pattern

FIELDS = ("other",)

_PROSE = frozenset({BlockKind.BODY, BlockKind.STANDFIRST})


class Options(KindOptions, frozen=True):
    bodies: tuple[tuple[str, ...], ...]
    allow: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    pattern: Any
    source: str
    sets: dict[str, int]
    allow: frozenset[str]


def prepare(options: Options, lists: Lists) -> State:
    sets = {word: index for index, words in enumerate(options.bodies) for word in words}
    if not sets:
        raise OptionError("needs at least one set of words", "bodies")
    source = rf"\b((?:[A-Z][\w'’-]+[ \t]+){{2,6}})({any_phrase(sets, 'match')})\b"
    return State(compile_pattern(source, "bodies"), source, sets, frozenset(options.allow))


def needles(state: State) -> tuple[str, ...]:
    return (state.source,)


def check(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    found: dict[tuple[str, int], dict[str, list[tuple[int, int]]]] = {}
    for match in state.pattern.finditer(story.text):
        block = story.block_at(match.start())
        if block is None or block.kind not in _PROSE or story.in_speech(match.start(), match.end()):
            continue
        words = match.group(1).split()
        if words[0] in ("The", "A", "An", "But", "And", "In", "For"):
            words = words[1:]
        name = " ".join(words)
        if len(words) < 2 or name in state.allow:
            continue
        body = match.group(2)
        start = match.end(2) - len(body)
        name_start = match.start() + match.group(1).index(words[0])
        found.setdefault((name, state.sets[body]), {}).setdefault(_fold(body), []).append((name_start, start))
    for forms in found.values():
        if len(forms) > 1:
            yield _report(story.text, forms)


def _report(text: str, forms: dict[str, list[tuple[int, int]]]) -> Finding:
    prevailing = max(forms, key=lambda form: len(forms[form]))  # the first wins a tie
    model_start, model_body = forms[prevailing][0]
    others = sorted(place for form, places in forms.items() if form != prevailing for place in places)
    right = _word_at(text, model_body)
    edits = tuple(Edit(body, body + len(_word_at(text, body)), right) for _, body in others)
    start, body = others[0]
    model = text[model_start : model_body + len(right)]
    return Finding(
        start,
        body + len(_word_at(text, body)),
        suggestions=(model,),
        edits=edits,
        related=(Related(model_start, model_body + len(right), "named so here"),),
        values={"other": model},
    )


def _word_at(text: str, start: int) -> str:
    match = re.compile(r"\w+").match(text, start)
    return match.group() if match else ""


def _fold(word: str) -> str:
    return word.replace("isation", "ization")
