"""Kind `variety`: words that British and American English spell in two ways.

    report: mix                 # mix: the story uses both sides
                                # wrong: it uses the side that its variety does not
                                # stray: the same, in a story whose other signs all speak for its variety
                                # foreign: a form that shows no side, but is not the variety's, which shows twice
    families: [our, re]         # which families of the list are reported
    list: spelling-varieties
    evidence: sure              # sure: only forms that show a side count ("colour"; not "organize", which is both)
                                # any: every form of the families counts; word: only the other form of the same word
    unless: ['\\bsoftware\\b']     # a word whose sentence one of these matches does not count

`mix` reports the side that the story uses less, once, at its first place outside quotations; where both stand equally
often, the side that is not the variety's. Capitalised words are names: they are never reported, and count only for the
variety's own side ("the Department of Defence"). `wrong` and `stray` report each word once, and only in a story that
does not mix; no word is reported by both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Literal

import msgspec

from ..issue import Edit, Related
from ..text.blocks import BlockKind
from ..text.story import Story
from ..text.variety import story_variant
from .shared.base import Context, Finding, KindOptions, Lists, OptionError
from .shared.matching import compile_pattern
from .shared.spelling import Side, Spelling, low_words, read_varieties

FIELDS = ("other",)

_STRAYS = 2
_SIGNS = 2
_SHOWN = 2
_SHORTEST = 4
_PROSE = frozenset({BlockKind.BODY, BlockKind.STANDFIRST, BlockKind.CAPTION})


class Options(KindOptions, frozen=True):
    report: Literal["mix", "wrong", "stray", "foreign"]
    families: tuple[str, ...]
    list_: str = msgspec.field(default="spelling-varieties", name="list")
    evidence: Literal["sure", "any", "word"] = "sure"
    unless: tuple[str, ...] = ()


class State(msgspec.Struct, frozen=True):
    table: Mapping[str, Spelling]
    families: frozenset[str]
    report: str
    evidence: str
    unless: tuple[Any, ...]
    lows: frozenset[str]  # the table's words as `Story.spellings` has them
    key: tuple[str, ...]  # tells tables apart: the list, and the families that were taken from it, none where all were


class Place(msgspec.Struct, frozen=True):
    """One word of the table in the story, in lower case, outside quotations."""

    start: int
    end: int
    spelling: Spelling


def prepare(options: Options, lists: Lists) -> State:
    table = read_varieties(lists.get(options.list_))
    known = {spelling.family for spelling in table.values()}
    for index, family in enumerate(options.families):
        if family not in known:
            raise OptionError(f"no family `{family}` in the list `{options.list_}`", "families", index)
    families = frozenset(options.families)
    if options.evidence != "sure":
        table = {word: spelling for word, spelling in table.items() if spelling.family in families}
    return State(
        table=table,
        families=families,
        report=options.report,
        evidence=options.evidence,
        unless=tuple(compile_pattern(p, "unless", i) for i, p in enumerate(options.unless)),
        lows=low_words(frozenset(table)),
        key=(options.list_, *(sorted(families) if options.evidence != "sure" else ())),
    )


def check(state: State, context: Context) -> Iterator[Finding]:
    if not _listed_words(state, context.story):
        return
    places, counts, by_word = _collect(state, context)
    if not places:
        return
    own: Side = "american" if context.variant == "en-US" else "british"
    if state.evidence == "word":
        yield from _word_mixes(state.table, places, by_word, own)
        return
    other: Side = "british" if own == "american" else "american"
    minority = own if counts[own] < counts[other] else other
    if state.report in ("wrong", "stray"):
        if not counts[own] and (state.report == "stray") == _is_stray(context, places, other):
            yield from _wrong(places, other)
        return
    if state.report == "foreign":
        if counts[own] >= _SHOWN and counts[other] < counts[own]:
            first = next((p for p in places if p.spelling.side == other and not p.spelling.shows), None)
            if first is not None:
                rest = [p for p in places if p.spelling.word == first.spelling.word]
                yield _finding(first, rest, ())
        return
    if counts[own] and counts[other]:
        first = next((p for p in places if p.spelling.side == minority and _counts(state, p.spelling)), None)
        if first is not None:
            rest = [p for p in places if p.spelling.side == minority and p.spelling.word == first.spelling.word]
            against = next((p for p in places if p.spelling.side != minority and _counts(state, p.spelling)), None)
            yield _mixed(first, rest, against, "")


def _counts(state: State, spelling: Spelling) -> bool:
    return spelling.shows if state.evidence == "sure" else True


def _collect(state: State, context: Context) -> tuple[list[Place], Counter[str], Counter[str]]:
    """Return the places that may be reported, how often each side shows, and how often each word stands."""
    story = context.story
    own = "american" if context.variant == "en-US" else "british"
    places: list[Place] = []
    counts: Counter[str] = Counter()
    by_word: Counter[str] = Counter()
    positions = story.word_positions
    listed = [index for word in _listed_words(state, story) for index in positions[word]]
    for index in sorted(listed):
        start, text = story.token_starts[index], story.token_texts[index]
        end = start + len(text)
        spelling = state.table.get(text)
        if spelling is None:
            named = state.table.get(text.lower()) if text[0].isupper() else None
            if named is not None:
                if named.side == own and named.shows:
                    counts[own] += 1
                if _opens_sentence(context, start):
                    by_word[named.word] += 1
            continue
        if spelling.word.casefold() in context.words or not _in_prose(context, start):
            continue
        if story.in_speech(start, end):
            # The spelling of a quotation is the newsroom's own as a rule, a document's now and then.
            if spelling.side == own:
                counts[own] += _counts(state, spelling)
                by_word[spelling.word] += state.evidence == "word"
            continue
        if state.unless and _excused(state, context, start):
            continue
        if _counts(state, spelling):
            counts[spelling.side] += 1
        by_word[spelling.word] += 1
        if spelling.family in state.families:
            places.append(Place(start, end, spelling))
    return places, counts, by_word


def _listed_words(state: State, story: Story) -> frozenset[str]:
    """Return the words of the table that the story has; checks of one table share the answer, as they do the table."""
    known: dict[tuple[str, ...], frozenset[str]] = story.memo.setdefault(__name__, {})
    if state.key not in known:
        positions = story.word_positions
        small = len(state.lows) < len(positions)
        known[state.key] = (
            frozenset(filter(positions.__contains__, state.lows)) if small else state.lows.intersection(positions)
        )
    return known[state.key]


def _opens_sentence(context: Context, start: int) -> bool:
    sentence = context.story.sentence_at(start)
    return sentence is not None and sentence.start == start and not context.story.in_speech(start, start + 1)


def _in_prose(context: Context, start: int) -> bool:
    block = context.story.block_at(start)
    return block is not None and block.kind in _PROSE


def _excused(state: State, context: Context, start: int) -> bool:
    sentence = context.story.sentence_at(start)
    if sentence is None:
        return False
    text = context.story.text[sentence.start : sentence.end]
    return any(pattern.search(text) for pattern in state.unless)


def _word_mixes(
    table: Mapping[str, Spelling], places: list[Place], by_word: Counter[str], own: Side
) -> Iterator[Finding]:
    """Report each word that stands in both its forms; of equals the form that came first prevails, or the variety's.

    A form that only opens sentences counts, but is not reported: it has a capital.
    """
    forms: dict[str, Counter[str]] = {}  # how often each spelling of a word stands, its inflections together
    order: dict[str, int] = {}
    for index, (form, count) in enumerate(by_word.items()):
        spelling = table.get(form)
        if spelling is not None:
            stem, other = _stems(spelling)
            forms.setdefault(min(stem, other), Counter())[stem] += count
            order.setdefault(stem, index)
    for place in places:
        stem, other = _stems(place.spelling)
        counts = forms.get(min(stem, other))
        if counts is None or not counts[other]:
            continue
        del forms[min(stem, other)]
        first_at = {_stems(p.spelling)[0]: p for p in reversed(places)}
        if counts[stem] == counts[other]:
            keep = min(stem, other, key=order.__getitem__)
            if place.spelling.shows or (other in first_at and first_at[other].spelling.shows):
                keep = stem if place.spelling.side == own else other
        else:
            keep = stem if counts[stem] > counts[other] else other
        lose = other if keep == stem else stem
        if lose in first_at:
            rest = [p for p in places if _stems(p.spelling)[0] == lose]
            yield _mixed(first_at[lose], rest, first_at.get(keep), first_at[lose].spelling.other)


def _stems(spelling: Spelling) -> tuple[str, str]:
    """Return a form's stem and the other form's; the forms themselves where the stem is one ("toward", "towards")."""
    stems = _uninflected(spelling.word), _uninflected(spelling.other)
    return stems if stems[0] != stems[1] else (spelling.word, spelling.other)


def _uninflected(word: str) -> str:
    """Take off what one word's forms differ in: "advisers" and "advisor", "focussed" and "focusing" are compared."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > _SHORTEST:
            return word[: -len(ending)]
    return word


def _is_stray(context: Context, places: list[Place], other: Side) -> bool:
    """Say whether one word or two of the other side stand in a story that all else gives to its own variety."""
    words = {p.spelling.word for p in places if p.spelling.side == other and p.spelling.shows}
    if not 1 <= len(words) <= _STRAYS:
        return False
    guess = story_variant(context.story)
    return len(guess.evidence) >= _SIGNS and (guess.variant == "en-US") == (context.variant == "en-US")


def _wrong(places: list[Place], other: Side) -> Iterator[Finding]:
    done: set[str] = set()
    for place in places:
        spelling = place.spelling
        if spelling.side == other and spelling.shows and spelling.word not in done:
            done.add(spelling.word)
            rest = [p for p in places if p.spelling.word == spelling.word]
            yield _finding(place, rest, ())


def _mixed(first: Place, rest: list[Place], against: Place | None, keep: str) -> Finding:
    related: tuple[Related, ...] = ()
    values = {"other": keep or first.spelling.other}
    if against is not None:
        values["other"] = against.spelling.word
        related = (Related(against.start, against.end, "the other spelling"),)
    return _finding(first, rest, related, values)


def _finding(
    place: Place, rest: list[Place], related: tuple[Related, ...], values: Mapping[str, str] | None = None
) -> Finding:
    new = place.spelling.other
    return Finding(
        place.start,
        place.end,
        suggestions=(new,),
        edits=tuple(Edit(p.start, p.end, p.spelling.other) for p in rest),
        related=related,
        values=values or {"other": new},
    )
