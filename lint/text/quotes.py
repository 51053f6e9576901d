"""Quotations: which marks open, which close, what lies in speech, and what is wrong with a mark.

Each block is read for itself, each mark by its surroundings first and by what is open second, so that one lost mark
cannot turn the rest of the story inside out. Only one thing runs over blocks: whether the one before ended in speech.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from enum import StrEnum
from functools import cached_property
from heapq import heapify, heappop, heappush
from typing import NamedTuple

import msgspec

from .attribution import (
    CERTAIN_AFTER,
    SHORT_AFTER,
    attribution_after_comma,
    attribution_after_stop,
    speaker_after_speech,
)
from .blocks import Block, BlockKind
from .quote_marks import Mark, scan_marks
from .regex import regex
from .span import Span


class QuoteState(StrEnum):
    CLOSED = "closed"
    RUNNING = "running"  # goes on in the next paragraph, which opens with its own mark
    UNCLOSED = "unclosed"  # opened, never closed, not running
    UNOPENED = "unopened"  # closed, never opened
    CONTINUED = "continued"  # a paragraph of running speech that lacks its opening mark
    BROKEN = "broken"  # the rest of a quotation whose sentence a paragraph break has cut in two


class Quotation(msgspec.Struct, frozen=True):
    """One quotation within one block: ``start:end`` covers its marks (where it has them) and its words.

    ``opening`` and ``closing`` are the spans of the marks, None where the mark is missing. ``depth`` is 1 for an outer
    quotation, 2 for one inside it. For UNCLOSED, ``end`` is where the speech is judged to end (at the latest the end of
    the block); for UNOPENED and CONTINUED, ``start`` is where it is judged to begin. RUNNING also stands for a
    paragraph that was merged with the next: another opening mark follows in the same block. ``curly`` is the opening
    mark's, where there is one. ``reversed_marks`` are marks whose glyph faces the wrong way (”Yes,“).
    """

    start: int
    end: int
    opening: Span | None
    closing: Span | None
    double: bool
    curly: bool
    depth: int
    state: QuoteState
    reversed_marks: tuple[Span, ...] = ()


class Quotes(msgspec.Struct, frozen=True, dict=True):
    """The quotations of a story in order of their start; none overlaps another without lying inside it.

    ``single_house`` says that the story's outer marks are single ones.
    """

    quotations: tuple[Quotation, ...]
    single_house: bool = False

    @cached_property
    def outer(self) -> tuple[Quotation, ...]:
        """The quotations of depth 1, in order."""
        return tuple(q for q in self.quotations if q.depth == 1)

    @cached_property
    def _outer_starts(self) -> tuple[int, ...]:
        return tuple(q.start for q in self.outer)

    def outer_at(self, offset: int) -> Quotation | None:
        """Return the outer quotation that holds the offset, its marks included. O(log n)."""
        index = bisect_right(self._outer_starts, offset) - 1
        if index < 0 or offset >= self.outer[index].end:
            return None
        return self.outer[index]

    def covers(self, start: int, end: int) -> bool:
        """Say whether the span lies in a quotation of any depth (its marks included). O(log n)."""
        index = bisect_right(self._outer_starts, start) - 1
        return index >= 0 and end <= self.outer[index].end


def find_quotes(text: str, blocks: tuple[Block, ...]) -> Quotes:
    """Read the quotation marks of a story, block by block, with the state that runs over paragraphs. Linear."""
    readings = [_read_block(text, block) for block in blocks]
    single_house = _is_single_house(text, [reading for reading in readings if reading.pairs or reading.faults()])
    if single_house:
        for reading in readings:
            reading.promote_singles(text)
    found = _join_blocks(text, blocks, readings)
    return Quotes(_with_depths(text, found), single_house)


# --- one block -------------------------------------------------------------------------------------------------------


class _Pair(NamedTuple):
    opening: Mark
    closing: Mark
    reversed_marks: tuple[Span, ...] = ()


class _Reading(msgspec.Struct):
    """How the marks of one block pair up; ``loose_*`` are single marks that count only in a single-mark house.

    ``claimed`` are unopened marks that close what began in an earlier block.
    """

    pairs: list[_Pair]
    unclosed: list[Mark]
    unopened: list[Mark]
    loose_open: list[Mark]
    loose_close: list[Mark]
    claimed: list[Mark] = []

    def faults(self) -> int:
        return len(self.unclosed) + len(self.unopened)

    def claim(self, mark: Mark) -> None:
        """Let an unopened mark close what began in an earlier block."""
        self.unopened.remove(mark)
        self.claimed.append(mark)

    def promote_singles(self, text: str) -> None:
        """Take the loose single marks for quotation marks, where they can hardly be apostrophes."""
        for pair in self.pairs:
            if not pair.opening.double and pair.closing.doubtful and _ends_in_plural(text, pair):
                self.loose_open.append(pair.opening)
                self.pairs.remove(pair)
                break
        self.unclosed += [m for m in self.loose_open if not m.doubtful and _may_open_speech(text, m)]
        self.unopened += [m for m in self.loose_close if not m.doubtful and text[m.start - 1] in ".,?!…"]
        self.unclosed.sort(key=lambda m: m.start)
        self.unopened.sort(key=lambda m: m.start)


def _read_block(text: str, block: Block) -> _Reading:
    doubles, singles = scan_marks(text, block.start, block.end)
    if not doubles and not singles:
        return _Reading([], [], [], [], [])
    reading = _pair_doubles(text, block, doubles, singles) if doubles else _Reading([], [], [], [], [])
    return _add_singles(text, reading, singles)


def _pair_doubles(text: str, block: Block, marks: list[Mark], singles: list[Mark]) -> _Reading:
    reading = _pair(marks)
    if not reading.faults():
        return reading
    # Something is left over. Other readings of doubtful marks are tried in turn; what leaves fewer over stays.
    for repair in (_without_primes, _with_moved_spaces, _with_mixed_pairs):
        changed = repair(text, block, marks, singles, reading)
        if changed is not None:
            other = _pair(changed)
            if other.faults() < reading.faults():
                marks, reading = changed, other
                if not reading.faults():
                    break
    return reading


def _pair(marks: list[Mark]) -> _Reading:
    pairs: list[_Pair] = []
    stack: list[tuple[Mark, bool]] = []
    unopened: list[Mark] = []
    for mark in marks:
        side = mark.side
        opens = side == "open" if stack else side != "close"
        if opens:
            stack.append((mark, side == "close?"))
        elif stack:
            opening, wrong = stack.pop()
            spans: tuple[Span, ...] = (Span(opening.start, opening.end),) if wrong and opening.glyph == "”" else ()
            if side == "open?" and mark.glyph == "“" and opening.glyph in "“”":
                spans += (Span(mark.start, mark.end),)
            pairs.append(_Pair(opening, mark, spans))
        elif not mark.doubtful:
            unopened.append(mark)
    return _Reading(pairs, [mark for mark, _ in stack], unopened, [], [])


def _without_primes(
    text: str, block: Block, marks: list[Mark], singles: list[Mark], reading: _Reading
) -> list[Mark] | None:
    """Leave out the marks after a number: 12" records inside a quotation."""
    kept = [mark for mark in marks if not mark.doubtful]
    return kept if len(kept) < len(marks) else None


_SPEECH_END = regex(r"[,?!—–-]\s$")


def _with_moved_spaces(
    text: str, block: Block, marks: list[Mark], singles: list[Mark], reading: _Reading
) -> list[Mark] | None:
    """Turn marks whose space is on the wrong side: "We go, "he said. and He said" We go."."""
    changed = list(marks)
    turned = False
    for index, mark in enumerate(marks):
        before = changed[index - 1] if index else None
        if mark.side == "open" and before is not None and before.side in ("open", "either"):
            if _SPEECH_END.search(text, max(block.start, mark.start - 2), mark.start) and _attributes(
                text, mark.end, block.end
            ):
                changed[index] = mark._replace(side="close")
                turned = True
        elif mark.side == "close" and (before is None or before.side == "close"):
            following = marks[index + 1] if index + 1 < len(marks) else None
            if following is not None and following.side == "close" and text[mark.end : mark.end + 1].isspace():
                changed[index] = mark._replace(side="open")
                turned = True
    return changed if turned else None


def _attributes(text: str, start: int, end: int) -> bool:
    return SHORT_AFTER.match(text, start, end) is not None


def _with_mixed_pairs(
    text: str, block: Block, marks: list[Mark], singles: list[Mark], reading: _Reading
) -> list[Mark] | None:
    """Leave out an inner double mark that a single one closes ("We said "no' to them."), as converted copy has it."""
    closers = [mark.start for mark in singles if mark.side == "close"]
    if not closers:
        return None
    kept: list[Mark] = []
    for index, mark in enumerate(marks):
        before = marks[index - 1] if index else None
        if mark.side == "open" and before is not None and before.side == "open":
            limit = marks[index + 1].start if index + 1 < len(marks) else block.end
            at = bisect_right(closers, mark.start)
            if at < len(closers) and closers[at] <= limit:
                continue
        kept.append(mark)
    return kept if len(kept) < len(marks) else None


def _add_singles(text: str, reading: _Reading, singles: list[Mark]) -> _Reading:
    """Pair single marks, each within its own quotation: none pairs with a mark on the other side of a double one."""
    if not singles:
        return reading
    edges = sorted([(p.opening.start, True) for p in reading.pairs] + [(p.closing.start, False) for p in reading.pairs])
    regions: list[list[Mark]] = [[]]
    done: list[list[Mark]] = []
    at = 0
    for mark in singles:
        while at < len(edges) and edges[at][0] < mark.start:
            if edges[at][1]:
                regions.append([])
            else:
                done.append(regions.pop())
            at += 1
        regions[-1].append(mark)
    for index, region in enumerate(done + regions):
        _pair_singles(text, region, reading, outer=index == len(done))
    reading.pairs.sort(key=lambda p: p.opening.start)
    return reading


def _pair_singles(text: str, marks: list[Mark], reading: _Reading, outer: bool) -> None:
    index = 0
    while index < len(marks):
        mark = marks[index]
        index += 1
        if mark.side != "open":
            if outer:
                reading.loose_close.append(mark)
            elif not mark.doubtful and _LOST_INNER.search(text, max(0, mark.start - 160), mark.end + 1):
                reading.unopened.append(mark)
            continue
        stop = index
        while stop < len(marks) and marks[stop].side != "open":
            stop += 1
        closing = _closing_single(text, mark, marks[index:stop])
        if closing is not None:
            reading.pairs.append(_Pair(mark, marks[index + closing]))
            index += closing + 1
        elif outer:
            reading.loose_open.append(mark)
        elif not mark.doubtful and _opens_inner(text, mark):
            reading.unclosed.append(mark)


# "He said, Ask the goat,’”": the inner speech has its attribution and its closing mark, and no other.
_LOST_INNER = regex(
    r"\b(?:said|says|asked|replied|told (?:me|us|him|her|them))[,:] [A-Z][^\"“”'‘’]{1,120}"
    r"(?:['’](?=\w)[^\"“”'‘’]{1,80}){0,3}[.,?!]['’][\"”]$"
)
_LONGEST_DOUBTFUL = 160


def _closing_single(text: str, opening: Mark, closers: list[Mark]) -> int | None:
    """Return the index of the mark that closes: the first that can hardly be an apostrophe, else the first at all."""
    for index, mark in enumerate(closers):
        if not mark.doubtful:
            return index if not opening.doubtful or mark.start - opening.start < _LONGEST_DOUBTFUL // 2 else None
    if closers and not opening.doubtful and closers[0].start - opening.start < _LONGEST_DOUBTFUL:
        return 0
    return None


def _opens_inner(text: str, mark: Mark) -> bool:
    """Say whether a single mark inside a quotation opens for certain: no elision of a short word ('im, 'appen)."""
    word = _WORD.match(text, mark.end)
    if word is not None and word.group() in ("I", "A"):
        # "'I" may be "hi" clipped: only after the comma or the colon of an attribution does a sentence begin.
        return text[mark.end + 1 : mark.end + 2] in " ’'" and text[max(0, mark.start - 2) : mark.start] in (", ", ": ")
    if word is None:
        return False
    long = word.group()[0].isupper() or len(word.group()) > 6
    return (long and len(word.group()) > 1) or word.group() in _NEVER_ELIDED


# Small words that no clipped word looks like ("'ere" is here, "'is" is his, "'a" is have).
_NEVER_ELIDED = frozenset(
    """
    the we they not no this that very too more my what who whose if to for like just never always their you your nobody
    nothing one
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_ARTICLE_AND_WORD = regex(r"an? [a-z]{3,}")


def _may_open_speech(text: str, mark: Mark) -> bool:
    word = _WORD.match(text, mark.end)
    if word is None:
        return False
    if word.group()[0].isupper() or word.group() in _NEVER_ELIDED:
        return True
    if word.group() in ("and", "but", "because", "so") and text[mark.start - 2 : mark.start] == ", ":
        return True  # "..., she said, 'and went": speech resumed
    return (mark.curly and len(word.group()) > 6) or _ARTICLE_AND_WORD.match(text, mark.end) is not None


_WORD = regex(r"[^\W\d_]+")
_PLURAL_AND_NOUN = regex(r" [a-z]+s['’] [a-z]{3,}")
_LINE_END = regex(r"[\n\r]|$")


_PRONOUN_AFTER = regex(r"\s+(?:he|she|they) (?:said|says|added|told (?:\w+ ){1,3}\w+)(?: later| yesterday| today)?\.?$")


def _ends_in_plural(text: str, pair: _Pair) -> bool:
    """Say whether what closes a pair is a plural's apostrophe ("dogs’ kennel"): an attribution follows, and no mark."""
    space = text.rfind(" ", pair.opening.start, pair.closing.start)
    if space < 0 or not text[pair.opening.end].isupper() or not _PLURAL_AND_NOUN.match(text, space):
        return False
    found = _LINE_END.search(text, pair.closing.end)
    end = found.start() if found else len(text)
    comma = attribution_after_comma(text, pair.closing.end, end)
    if comma is None or not (CERTAIN_AFTER.match(text, comma, end) or _PRONOUN_AFTER.match(text, comma, end)):
        return False
    return not any(mark in text[pair.closing.end : comma] for mark in '"“”‘')


def _is_single_house(text: str, readings: list[_Reading]) -> bool:
    """Say whether the story's speech stands in single marks: more of it ends as speech than there are double marks."""
    double = sum(p.opening.double for r in readings for p in r.pairs) + sum(r.faults() for r in readings)
    single = sum(not p.opening.double and text[p.closing.start - 1] in ".,?!" for r in readings for p in r.pairs)
    return single > double and single >= (1 if double == 0 else 3)


# --- the whole story -------------------------------------------------------------------------------------------------

_SENTENCE_BREAK = regex(r"[.!?…]['’\")\]]*\s*$")
_SENTENCE_END = regex(r"[.!?](?=\s+[\"“‘'(]?[^\W\d_a-z])")
_SENTENCE_START = regex(r"[.!?…][\"”’')]*\s+(?=[^\W\d_a-z])")
_OPENS_PARAGRAPH = {
    True: regex(r"[\[(]?(?:\.\.\.|…)?\s?[\"“„«”]|``|''"),
    False: regex(r"[\[(]?(?:\.\.\.|…)?\s?['‘`]"),
}
# An attribution that ends its paragraph: ", Lal said." or ", said Rose Obi."
_LAST_WORDS = regex(
    r"\s+(?:[\w’'.-]+\s+){1,5}?(?:said|says|added|told \w+)[.]?$|\s+(?:said|says|added)(?:\s+[\w’'.-]+){1,4}$"
)
_MOST_CONTINUED = 3


def _join_blocks(text: str, blocks: tuple[Block, ...], readings: list[_Reading]) -> list[Quotation]:
    found: list[Quotation] = []
    for index, (block, reading) in enumerate(zip(blocks, readings, strict=True)):
        found += [_closed(pair) for pair in reading.pairs]
        if not reading.faults():
            continue
        reading.pairs.sort(key=lambda pair: pair.opening.start)
        for mark, limit in _limits_after(reading, block):
            first, *more = _unclosed(text, mark, limit, index, blocks, readings)
            found += [_with_whole_pairs(first, limit, reading.pairs), *more]
        # Read after the loop above: an earlier paragraph may have claimed the mark as the end of its running speech.
        for mark, limit in _limits_before(reading, block):
            start = _last_sentence(text, limit, mark.start, reading.pairs)
            found.append(_lone(start, mark.end, None, mark, QuoteState.UNOPENED))
    return found


def _closed(pair: _Pair) -> Quotation:
    opening, closing = pair.opening, pair.closing
    return Quotation(
        opening.start,
        closing.end,
        Span(opening.start, opening.end),
        Span(closing.start, closing.end),
        opening.double,
        opening.curly,
        1,
        QuoteState.CLOSED,
        pair.reversed_marks,
    )


def _lone(start: int, end: int, opening: Mark | None, closing: Mark | None, state: QuoteState) -> Quotation:
    mark = opening or closing
    return Quotation(
        start,
        end,
        Span(opening.start, opening.end) if opening else None,
        Span(closing.start, closing.end) if closing else None,
        mark.double if mark else True,
        mark.curly if mark else False,
        1,
        state,
    )


def _edges(reading: _Reading) -> list[tuple[int, int, bool, str]]:
    """Every mark of a block in order: start, end, whether double, and its role: ``( )`` paired, ``< >`` left over,
    ``!`` claimed by an earlier block.
    """
    edges = [(m.start, m.end, m.double, "<") for m in reading.unclosed]
    edges += [(m.start, m.end, m.double, ">") for m in reading.unopened]
    edges += [(m.start, m.end, m.double, "!") for m in reading.claimed]
    for pair in reading.pairs:
        edges.append((pair.opening.start, pair.opening.end, pair.opening.double, "("))
        edges.append((pair.closing.start, pair.closing.end, pair.closing.double, ")"))
    return sorted(edges)


def _limits_after(reading: _Reading, block: Block) -> list[tuple[Mark, int]]:
    """Give each unclosed mark the offset its quotation cannot pass: the next mark like it, the end of what it is in."""
    marks = {mark.start: mark for mark in reading.unclosed}
    nearest = {True: block.end, False: block.end}
    around = [(block.end, nearest)]
    limits: list[tuple[Mark, int]] = []
    for start, _, double, role in reversed(_edges(reading)):
        if role == "<":
            limits.append((marks[start], min(nearest[double], around[-1][0])))
        if role == ")":
            around.append((start, nearest.copy()))
        elif role == "(":
            # What stands inside a pair bounds nothing outside it: “I said, ‘Say “sorry”.’ So he did.
            _, nearest = around.pop()
        elif role == "!":
            nearest[not double] = start
        nearest[double] = start
    return limits[::-1]


def _limits_before(reading: _Reading, block: Block) -> list[tuple[Mark, int]]:
    """Give each unopened mark the offset that its quotation cannot begin before."""
    marks = {mark.start: mark for mark in reading.unopened}
    nearest = {True: block.start, False: block.start}
    around = [(block.start, nearest)]
    limits: list[tuple[Mark, int]] = []
    for start, end, double, role in _edges(reading):
        if role == ">":
            limits.append((marks[start], max(nearest[double], around[-1][0])))
        if role == "(":
            around.append((end, nearest.copy()))
        elif role == ")":
            _, nearest = around.pop()
        elif role == "!":
            nearest[not double] = end
        nearest[double] = end
    return limits


def _unclosed(
    text: str, mark: Mark, limit: int, index: int, blocks: tuple[Block, ...], readings: list[_Reading]
) -> list[Quotation]:
    """Judge a mark that nothing in its block closes."""
    block = blocks[index]
    end = _strip(text, mark.end, limit)
    rest = _broken(text, mark, limit, index, blocks, readings)
    if rest is not None:
        return [_lone(mark.start, end, mark, None, QuoteState.RUNNING), rest]
    comma = attribution_after_comma(text, mark.end, limit)
    full = _begins_sentence(text, mark.end)
    stop_at = attribution_after_stop(text, mark.end, limit) if full else None
    if stop_at is not None and (comma is None or stop_at < comma):
        return [_lone(mark.start, stop_at, mark, None, QuoteState.UNCLOSED)]
    if limit == block.end and not (not full and _is_fragment(text, mark, block.start, end)):
        ended = comma is not None and (
            CERTAIN_AFTER.match(text, comma, limit) is not None
            or _LAST_WORDS.match(text, comma, _strip(text, mark.end, limit, ".!?")) is not None
        )
        if not ended and _next_opens(text, mark, index, blocks):
            return [_lone(mark.start, end, mark, None, QuoteState.RUNNING)]
        if comma is None and full:
            continued = _continued(text, mark, index, blocks, readings)
            if continued:
                return [_lone(mark.start, end, mark, None, QuoteState.RUNNING), *continued]
    elif (
        comma is None
        and full
        and _SENTENCE_BREAK.search(text, max(mark.end, limit - 4), limit)
        and _opens_at(readings[index], limit)
    ):
        return [_lone(mark.start, end, mark, None, QuoteState.RUNNING)]
    if comma is not None:
        end = comma
    elif not full:
        stop = _SENTENCE_END.search(text, mark.end, limit)
        end = stop.end() if stop else end
    return [_lone(mark.start, end, mark, None, QuoteState.UNCLOSED)]


def _with_whole_pairs(quotation: Quotation, limit: int, pairs: list[_Pair]) -> Quotation:
    """Return what nothing closes so that it ends within none of the pairs, in order, that it holds: “So ‘yes, he said’.

    ``limit`` is what it cannot pass.
    """
    end = quotation.end
    for number in range(_first_after(pairs, quotation.start), len(pairs)):
        pair = pairs[number]
        if pair.opening.start >= end:
            break
        if pair.closing.end <= limit:
            end = max(end, pair.closing.end)
    return quotation if end == quotation.end else msgspec.structs.replace(quotation, end=end)


def _first_after(pairs: list[_Pair], offset: int) -> int:
    return bisect_left(pairs, offset, key=lambda pair: pair.opening.start)


def _broken(
    text: str, mark: Mark, limit: int, index: int, blocks: tuple[Block, ...], readings: list[_Reading]
) -> Quotation | None:
    """Return the rest of a quotation that a paragraph break within a sentence cut in two, None where there is none.

    The next block begins small, and its first mark closes. The mark is taken out of its block's reading.
    """
    if limit != blocks[index].end or index + 1 >= len(blocks) or blocks[index + 1].kind is not BlockKind.BODY:
        return None
    block, reading = blocks[index + 1], readings[index + 1]
    if not text[block.start].islower() or _SENTENCE_BREAK.search(text, max(mark.end, limit - 4), limit):
        return None
    closing = next((m for m in reading.unopened if m.double == mark.double), None)
    if closing is None or any(e[0] < closing.start and e[2] == mark.double for e in _edges(reading)):
        return None
    if _in_pair(reading, closing):
        return None
    reading.claim(closing)
    return _lone(block.start, closing.end, None, closing, QuoteState.BROKEN)


def _in_pair(reading: _Reading, mark: Mark) -> bool:
    """Say whether a mark lies within a pair, which what began in an earlier block cannot end in."""
    return any(pair.opening.start < mark.start < pair.closing.start for pair in reading.pairs)


def _is_fragment(text: str, mark: Mark, floor: int, end: int) -> bool:
    """Say whether a lower-case quotation is a few words that end the sentence around them, not speech that runs on."""
    before = text[max(floor, mark.start - 2) : mark.start].rstrip()
    return before[-1:].isalnum() and _SENTENCE_END.search(text, mark.end, end) is None


def _opens_at(reading: _Reading, offset: int) -> bool:
    # Both are in order: a block may hold ten thousand marks, each of which asks this.
    in_pairs = _first_after(reading.pairs, offset)
    alone = bisect_left(reading.unclosed, offset, key=lambda mark: mark.start)
    return any(pair.opening.start == offset for pair in reading.pairs[in_pairs : in_pairs + 1]) or any(
        mark.start == offset for mark in reading.unclosed[alone : alone + 1]
    )


def _begins_sentence(text: str, start: int) -> bool:
    word = _WORD.search(text, start, start + 12)
    return word is not None and word.group()[0].isupper()


def _next_opens(text: str, mark: Mark, index: int, blocks: tuple[Block, ...]) -> bool:
    """Say whether the next paragraph begins with an opening mark, and not with the words of somebody else.

    A crosshead or a caption between does not count.
    """
    pattern = _OPENS_PARAGRAPH[mark.double]
    for block in blocks[index + 1 : index + 4]:
        if pattern.match(text, block.start, block.end):
            speaker = speaker_after_speech(text, blocks[index].start, mark.start)
            other = speaker_after_speech(text, block.start, block.end) if speaker else None
            return other is None or other == speaker
        if block.kind is BlockKind.BODY:
            return False
    return False


def _continued(
    text: str, mark: Mark, index: int, blocks: tuple[Block, ...], readings: list[_Reading]
) -> list[Quotation]:
    """Return the paragraphs after ``index`` that go on with its open speech and close it, none with a mark to open it.

    The closing mark found is taken out of its block's reading.
    """
    between: list[Quotation] = []
    for ahead in range(index + 1, min(index + 2 + _MOST_CONTINUED, len(blocks))):
        block, reading = blocks[ahead], readings[ahead]
        if block.kind is not BlockKind.BODY:
            continue
        closing = next((m for m in reading.unopened if m.double == mark.double), None)
        edges = _edges(reading)
        if closing is not None:
            if any(edge[0] < closing.start and edge[2] == mark.double for edge in edges) or _in_pair(reading, closing):
                return []
            reading.claim(closing)
            return [*between, _lone(block.start, closing.end, None, closing, QuoteState.CONTINUED)]
        if any(edge[2] == mark.double for edge in edges):
            return []
        between.append(Quotation(block.start, block.end, None, None, mark.double, mark.curly, 1, QuoteState.CONTINUED))
    return []


def _strip(text: str, start: int, end: int, more: str = "") -> int:
    """Return ``end`` moved back over white space and the marks in ``more``, not before ``start``."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in more):
        end -= 1
    return end


def _last_sentence(text: str, start: int, end: int, pairs: list[_Pair]) -> int:
    """Return where the last sentence of ``text[start:end]`` begins that does not begin within one of the pairs there.

    The pairs are in order of their opening marks.
    """
    while start < end and text[start].isspace():
        start += 1
    number = _first_after(pairs, start)
    closed = start
    for found in _SENTENCE_START.finditer(text, start, end):
        while number < len(pairs) and pairs[number].opening.start < found.end():
            if pairs[number].closing.end <= end:
                closed = max(closed, pairs[number].closing.end)
            number += 1
        if found.end() >= closed:
            start = found.end()
    return start


def _with_depths(text: str, found: list[Quotation]) -> tuple[Quotation, ...]:
    """Sort quotations and say how deep each lies. Where two cross, the edge that no mark sets gives way."""
    waiting = [(quotation.start, -quotation.end, number, quotation) for number, quotation in enumerate(found)]
    heapify(waiting)
    around: list[int] = []  # places in the result of those that lie around what comes next
    result: list[Quotation] = []
    while waiting:
        *_, number, quotation = heappop(waiting)
        while around and result[around[-1]].end <= quotation.start:
            around.pop()
        while around and (outer := result[around[-1]]).end < quotation.end:
            if outer.closing is None:
                least = outer.opening.end if outer.opening else outer.start
                result[around.pop()] = msgspec.structs.replace(outer, end=_strip(text, least, quotation.start))
            elif quotation.opening is None:
                later = msgspec.structs.replace(quotation, start=outer.end)
                heappush(waiting, (later.start, -later.end, number, later))
                break
            else:
                end = _strip(text, quotation.opening.end, outer.closing.start)
                quotation = msgspec.structs.replace(quotation, end=end)
        else:
            depth = len(around) + 1
            result.append(quotation if depth == 1 else msgspec.structs.replace(quotation, depth=depth))
            around.append(len(result) - 1)
    return tuple(result)
