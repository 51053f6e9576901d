"""Kind `house-spelling`: words that the house spells in another way.

    list: spelling-varieties            # british/american pairs, by family ...
    values:                             # ... and for each value of the option the side that a family takes
      en-AU: {british: [our, re], american: [programme]}
    evidence: sure                      # sure: only forms that the other side does not use at all; any: every form
    pairs: co-operate/cooperate         # or pairs of the check's own,
    halves: [hyphen, solid]             # with the value whose form comes first, and the value whose form comes second
    except: ['\\bco-op\\b']               # a finding that one of these overlaps is dropped

Each word is reported once, and the fix mends all its places. Names keep their spelling: a word with a capital counts
at the start of a sentence alone, before a word in small letters. Speech is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

import msgspec

from ..issue import Edit
from ..text.story import Story
from .shared.base import Context, Finding, KindOptions, Lists, OptionError
from .shared.matching import compile_pattern, overlaps_any, recase
from .shared.spelling import low_words, read_varieties

Sides = dict[Literal["british", "american"], tuple[str, ...]]


class Options(KindOptions, frozen=True):
    list_: str | None = msgspec.field(default=None, name="list")
    values: dict[str, Sides] = {}
    evidence: Literal["sure", "any"] = "sure"
    pairs: str = ""
    halves: tuple[str, ...] | None = None
    except_: tuple[str, ...] = ()


class Table(msgspec.Struct, frozen=True):
    """The right form of each wrong one; the wrong ones as `Story.word_positions` has them."""

    right: Mapping[str, str]
    lows: frozenset[str]


class State(msgspec.Struct, frozen=True):
    tables: Mapping[str, Table]
    exceptions: tuple[Any, ...]


def prepare(options: Options, lists: Lists) -> State:
    if (options.list_ is None) == (not options.pairs):
        raise OptionError("needs `list` and `values`, or `pairs` and `halves`")
    right = _from_list(options, lists) if options.list_ is not None else _from_pairs(options)
    return State(
        tables={value: Table(words, low_words(frozenset(words))) for value, words in right.items()},
        exceptions=tuple(compile_pattern(p, "except", i) for i, p in enumerate(options.except_)),
    )


def _from_list(options: Options, lists: Lists) -> dict[str, dict[str, str]]:
    if not options.values:
        raise OptionError("needs `values`", "values")
    spellings = read_varieties(lists.get(str(options.list_)))
    known = {spelling.family for spelling in spellings.values()}
    tables: dict[str, dict[str, str]] = {}
    for value, sides in options.values.items():
        wanted: dict[str, str] = {}
        for side, families in sides.items():
            for index, family in enumerate(families):
                if family not in known:
                    message = f"no family `{family}` in the list `{options.list_}`"
                    raise OptionError(message, "values", value, side, index)
                wanted[family] = side
        tables[value] = {
            word: spelling.other
            for word, spelling in spellings.items()
            if wanted.get(spelling.family, spelling.side) != spelling.side
            and (spelling.shows or options.evidence == "any")
        }
    return tables


def _from_pairs(options: Options) -> dict[str, dict[str, str]]:
    if options.halves is None or len(options.halves) != 2:
        raise OptionError("needs `halves`: two values", "halves")
    left, right = options.halves
    tables: dict[str, dict[str, str]] = {left: {}, right: {}}
    for pair in options.pairs.split():
        first, slash, second = pair.partition("/")
        if not slash or not first or not second:
            raise OptionError(f"`{pair}` is not a pair of spellings", "pairs")
        tables[left][second] = first
        tables[right][first] = second
    return tables


def check(state: State, context: Context) -> Iterator[Finding]:
    table = state.tables.get(context.fact.value) if context.fact is not None else None
    if table is None:
        return
    story = context.story
    positions = story.word_positions
    few = len(table.lows) < len(positions)
    listed = filter(positions.__contains__, table.lows) if few else table.lows.intersection(positions)
    for low in sorted(listed):
        found = [place for index in positions[low] if (place := _place(state, table, context, index)) is not None]
        if found:
            first = found[0]
            yield Finding(
                first.start, first.end, suggestions=(first.new,), edits=tuple(found), values={"count": str(len(found))}
            )


def _place(state: State, table: Table, context: Context, index: int) -> Edit | None:
    """Return how a token is mended, None where it is a name, speech, the newsroom's own word or excused."""
    story = context.story
    start, text = story.token_starts[index], story.token_texts[index]
    end = start + len(text)
    low = text.replace("’", "'")
    if low not in table.right:
        low = low[:1].lower() + low[1:]
        if low not in table.right or not _opens_sentence(story, index, start):
            return None
    if low.casefold() in context.words or story.in_speech(start, end) or _in_address(story.text, start, end):
        return None
    if overlaps_any(state.exceptions, context, start, end):
        return None
    return Edit(start, end, recase(text, table.right[low]))


def _opens_sentence(story: Story, index: int, start: int) -> bool:
    sentence = story.sentence_at(start)
    if sentence is None or sentence.start != start or index + 1 >= len(story.token_texts):
        return False
    return story.token_texts[index + 1][:1].islower()


def _in_address(text: str, start: int, end: int) -> bool:
    """Say whether a word is part of an address on the web, a hashtag or an account's name."""
    if text[start - 1 : start] in ("@", "#", "/", ".", "_") and start:
        return True
    return text[end : end + 1] in ("@", "/", "_", ".") and text[end + 1 : end + 2].isalnum()
