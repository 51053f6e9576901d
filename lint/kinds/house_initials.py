"""Kind `house-initials`: abbreviations and acronyms in another form than the house's, by capitals or points.

    values:                             # for each value of the option, what is wrong and the right form
      initial-capital: {NATO: Nato}
      none: {U.S.: US}
    except: ['US Open']                 # a finding that one of these overlaps is dropped

Each form is reported once in the headlines and once below them, and the fix mends all its places there. A form in an
address on the web, in a row of words in capitals, or before a currency sign is left alone. A point that ends a sentence
too stays as its full stop.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
import re2

from ..issue import Edit
from ..text.blocks import BlockKind
from ..text.regex import regex
from ..text.story import Story
from .shared.base import Context, Finding, KindOptions, Lists, OptionError
from .shared.matching import compile_pattern, overlaps_any

REACH = "story"


class Options(KindOptions, frozen=True):
    values: dict[str, dict[str, str]]
    except_: tuple[str, ...] = ()


class Table(msgspec.Struct, frozen=True):
    right: Mapping[str, str]
    pattern: Any
    signs: tuple[str, ...]  # without one of which the pattern finds nothing: cheaper than to ask it


class State(msgspec.Struct, frozen=True):
    tables: Mapping[str, Table]
    sources: tuple[str, ...]
    exceptions: tuple[Any, ...]


def prepare(options: Options, lists: Lists) -> State:
    if not options.values:
        raise OptionError("needs `values`", "values")
    forms = {value: _pattern(words) for value, words in options.values.items() if words}
    return State(
        tables={
            value: Table(
                options.values[value], compile_pattern(pattern, "values", value), _signs(options.values[value])
            )
            for value, pattern in forms.items()
        },
        sources=tuple(dict.fromkeys(forms.values())),
        exceptions=tuple(compile_pattern(p, "except", i) for i, p in enumerate(options.except_)),
    )


def _pattern(words: Mapping[str, str]) -> str:
    """Return one alternation of the forms, the longest first, at the start of a word and at the end of one."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return r"\b(?:" + "|".join(re2.escape(word) + ("" if word.endswith(".") else r"\b") for word in ordered) + ")"


def _signs(words: Mapping[str, str]) -> tuple[str, ...]:
    """Return the beginnings of the forms, none of which holds another."""
    return tuple(word for word in words if not any(other != word and other in word for other in words))


def needles(state: State) -> tuple[str, ...]:
    return state.sources


def check(state: State, context: Context) -> Iterator[Finding]:
    table = state.tables.get(context.fact.value) if context.fact is not None else None
    if table is None:
        return
    story = context.story
    if not any(sign in story.text for sign in table.signs):
        return
    found: dict[tuple[str, bool], list[Edit]] = {}
    for match in table.pattern.finditer(story.text):
        start, end = match.span()
        if not _is_apart(story.text, start, end) or overlaps_any(state.exceptions, context, start, end):
            continue
        form = match.group()
        block = story.block_at(start)
        headline = block is not None and block.kind is BlockKind.HEADLINE
        found.setdefault((form, headline), []).append(_edit(story, start, end, table.right[form]))
    for (form, _), edits in found.items():
        first = edits[0]
        yield Finding(
            first.start, first.end, suggestions=(first.new,), edits=tuple(edits), values={"fix": table.right[form]}
        )


_SHOUT = regex(r"[A-Z]{2,}[,:]? [A-Z.]*[A-Z][,:]? [A-Z]{2,}")
_AROUND = 16


def _is_apart(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if before in tuple("@#/_.&$") or after in tuple("@_$&£€"):
        return False
    if after and after in "./" and text[end + 1 : end + 2].isalnum() and not text[start:end].endswith("."):
        return False
    if text[start:end].endswith(".") and after.isalnum():  # U.S.S.R.
        return False
    return _SHOUT.search(text, max(0, start - _AROUND), end + _AROUND) is None


def _edit(story: Story, start: int, end: int, right: str) -> Edit:
    """Return the change; the point of a form that ends a sentence is its full stop as well."""
    text = story.text
    sentence = story.sentence_at(start)
    ends = sentence is not None and text[end : sentence.end].strip("\"”’')") == ""
    if text[end - 1] == "." and not right.endswith(".") and ends:
        return Edit(start, end, right + ".")
    if right.endswith(".") and text[end : end + 1] == ".":
        return Edit(start, end, right[:-1])
    return Edit(start, end, right)
