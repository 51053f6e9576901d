"""Kind `quotations`: faults in quotation marks and in what ties speech to its speaker.

    fault: unclosed     # an opening mark that nothing closes
         | unopened     # a closing mark that nothing opened
         | continued    # a paragraph of running speech without its opening mark
         | nested-same  # inner marks like the outer ones
         | outer-mix    # speech in single marks among speech in double ones
         | repeated     # the same eight words or more quoted twice
         | comma-before | comma-after | comma-outside | lower-case | two-speakers | orphan    # speech, attribution
         | glyph-mix | glyph-direction | inner-space | double-stop             # the marks themselves
         | stop-outside | stop-outside-mix    # each stop after a closing mark; one, in a story that sets them before it

The verbs of attribution are those of `rules/lists/speech-verbs.yml`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

import msgspec

from .shared import quote_attribution as attribution
from .shared import quote_balance as balance
from .shared import quote_glyphs as glyphs
from .shared.base import Context, Finding, KindOptions, Lists

QUOTES = "anywhere"

Fault = Literal[
    "unclosed",
    "unopened",
    "continued",
    "nested-same",
    "outer-mix",
    "repeated",
    "comma-before",
    "comma-after",
    "comma-outside",
    "lower-case",
    "two-speakers",
    "orphan",
    "glyph-mix",
    "glyph-direction",
    "inner-space",
    "double-stop",
    "stop-outside",
    "stop-outside-mix",
]

_ANY_MARK = "[\"“”„«»‘’'`]"

_FAULTS: dict[str, Callable[[Context], Iterator[Finding]]] = {
    "unclosed": balance.unclosed,
    "unopened": balance.unopened,
    "continued": balance.continued,
    "nested-same": balance.nested_same,
    "outer-mix": balance.outer_mix,
    "repeated": balance.repeated,
    "glyph-mix": glyphs.mix,
    "glyph-direction": glyphs.direction,
    "inner-space": glyphs.inner_space,
    "double-stop": glyphs.double_stop,
    "stop-outside": glyphs.stop_outside,
    "stop-outside-mix": glyphs.stop_outside_mix,
}
_WITH_VERBS: dict[str, Callable[[attribution.Verbs, Context], Iterator[Finding]]] = {
    "comma-before": attribution.comma_before,
    "comma-after": attribution.comma_after,
    "comma-outside": attribution.comma_outside,
    "lower-case": attribution.lower_case,
    "two-speakers": attribution.two_speakers,
    "orphan": attribution.orphan,
}


class Options(KindOptions, frozen=True):
    fault: Fault


class State(msgspec.Struct, frozen=True):
    fault: str
    verbs: attribution.Verbs | None


def prepare(options: Options, lists: Lists) -> State:
    verbs = attribution.read_verbs(lists.get("speech-verbs")) if options.fault in _WITH_VERBS else None
    return State(options.fault, verbs)


def needles(state: State) -> tuple[str, ...]:
    if state.verbs is not None:
        return attribution.needles(state.fault, state.verbs)
    return (glyphs.NEEDLES.get(state.fault, _ANY_MARK),)


def check(state: State, context: Context) -> Iterator[Finding]:
    if state.verbs is not None:
        yield from _WITH_VERBS[state.fault](state.verbs, context)
    else:
        yield from _FAULTS[state.fault](context)
