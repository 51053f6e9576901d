"""The options of kind `tokens`: what a check may say of a sequence of tokens. See ``kinds/tokens.py``."""

from __future__ import annotations

from typing import Literal

import msgspec

from .base import KindOptions


class Except(KindOptions, frozen=True):
    """What a token must not be; the conditions hold for one reading together."""

    text: str | tuple[str, ...] | None = None
    lemma: str | tuple[str, ...] | None = None
    regex: str | None = None
    tag: str | None = None
    case: Literal["match", "ignore"] = "ignore"


Exceptions = tuple[str | Except, ...]


class Token(KindOptions, frozen=True):
    """One token of a sequence; see the module's docstring."""

    text: str | tuple[str, ...] | None = None
    lemma: str | tuple[str, ...] | None = None
    regex: str | None = None
    not_: str | tuple[str, ...] | None = None
    tag: str | None = None
    only_tag: str | None = None
    not_tag: str | None = None
    chunk: str | None = None
    case: Literal["match", "ignore"] = "ignore"
    space_before: Literal["yes", "no"] | None = None
    min: int = 1
    max: int | None = None
    skip: int = 0
    except_: Exceptions = ()
    skip_except: Exceptions = ()
    not_after: Exceptions = ()
    start: bool = False
    end: bool = False
    mark: bool = False


Sequence = tuple[str | tuple[str, ...] | Token, ...]


class Alternative(KindOptions, frozen=True):
    """One of several sequences; without suggestions of its own it has the check's."""

    tokens: Sequence
    suggest: tuple[str, ...] | None = None


class Options(KindOptions, frozen=True):
    tokens: Sequence = ()
    any: tuple[Alternative, ...] = ()
    unless: tuple[Sequence, ...] = ()
    suggest: tuple[str, ...] = ()


class Parsed(msgspec.Struct, frozen=True):
    """The id of the rule that LanguageTool runs, and its XML."""

    rule: str
    xml: str


def sequences(options: Options) -> tuple[tuple[Sequence, tuple[str, ...]], ...]:
    """Return each sequence of a check with its suggestions."""
    if options.any:
        return tuple((each.tokens, options.suggest if each.suggest is None else each.suggest) for each in options.any)
    return ((options.tokens, options.suggest),)
