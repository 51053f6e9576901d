"""Kind `house-form`: what a house writes in one way, and others in others; a form for each value of a style's option.

    style: percent                     # the common key: the option that decides, and without which nothing runs
    values:
      sign:                            # where the house's value is this, what is wrong, and the right form:
        patterns: {'(\\d)\\s?per ?cent\\b': '\\1%'}
        except: ['\\bper cent per cent\\b']
      per-cent:
        swap: {percent: per cent}

Each value takes the keys of the kind `substitution`. A value without an entry asks for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from . import substitution
from .shared.base import Context, Finding, KindOptions, Lists, OptionError

REACH = "block"


class Form(substitution.Options, frozen=True):
    """What is wrong for a house with this value, and the right form."""


class Options(KindOptions, frozen=True):
    values: dict[str, Form]


class State(msgspec.Struct, frozen=True):
    values: dict[str, substitution.State]


def prepare(options: Options, lists: Lists) -> State:
    if not options.values:
        raise OptionError("needs `values`", "values")
    states: dict[str, substitution.State] = {}
    for value, form in options.values.items():
        try:
            states[value] = substitution.prepare(form, lists)
        except OptionError as error:
            raise OptionError(error.message, "values", value, *error.where) from None
    return State(states)


def needles(state: State) -> tuple[str, ...] | None:
    found: list[str] = []
    for each in state.values.values():
        wanted = substitution.needles(each)
        if wanted is None:
            return None
        found += wanted
    return tuple(dict.fromkeys(found))


def check(state: State, context: Context) -> Iterator[Finding]:
    if context.fact is not None and context.fact.value in state.values:
        yield from substitution.check(state.values[context.fact.value], context)
