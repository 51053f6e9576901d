"""Kind `house-quotes`: quotation marks that are not the house's, double or single, curly or straight.

    report: outer       # quotations in the text that stand in the other marks; those inside them change with them;
                        # by `double-speech` speech alone, not what is only called so: the 'green' label
          | headline    # the same in a headline
          | glyphs      # marks and apostrophes of the other shape: one report a story, at the first, which mends all

Marks are the paper's, not the speaker's. What is no certain mark (feet and inches, a mark without a partner) is left
alone; a story that sets all its speech in the other marks is reported once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from ..issue import Edit
from ..text.blocks import BlockKind
from ..text.quotes import Quotation, QuoteState
from ..text.regex import regex
from ..text.story import Story
from .shared.base import Context, Finding, KindOptions, Lists

FIELDS = ("marks",)
QUOTES = "anywhere"

_GLYPHS = {(True, True): "“”", (True, False): '""', (False, True): "‘’", (False, False): "''"}
"""The opening and the closing glyph, by whether they are double and whether they are curly."""
_CURLY = frozenset("“”‘’")
_STRAIGHT = frozenset("\"'")
_TEXT = frozenset((BlockKind.BODY, BlockKind.LIST))
_MOST_APART = 2
"""More quotations in the other marks than this are how the story sets them: one report."""
_LABEL_WORDS = 4
_CALLED = regex(r"\b(?:called|titled|entitled|named|dubbed|labelled|termed|known as|headed) $")
_ENDS_SPEECH = regex(r",? (?:he|she|they|it|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}) (?:said|says|told|added|asked)\b")

# An apostrophe between letters, before a decade or an elided word, after the s of a plural. Not the okina of Hawai'i.
_STRAIGHT_APOSTROPHE = regex(
    r"(?<=[^\W_])(?<!wai)'(?=[^\W\d_])|(?<![^\W_])'(?=\d0s\b|(?:tis|twas|em)\b)|(?<=[a-z]s)'(?=[\s.,;:!?)]|$)"
)
_CURLY_APOSTROPHE = regex(
    r"(?<=[^\W_])’(?=[^\W\d_])|(?<![^\W_])’(?=\d0s\b|(?:tis|twas|em)\b)|(?<=[a-z]s)’(?=[\s.,;:!?)]|$)"
)


class Options(KindOptions, frozen=True):
    report: Literal["outer", "headline", "glyphs"]


class State(msgspec.Struct, frozen=True):
    report: str


def prepare(options: Options, lists: Lists) -> State:
    return State(options.report)


def needles(state: State) -> tuple[str, ...]:
    return ("[\"'“”‘’]",)


def check(state: State, context: Context) -> Iterator[Finding]:
    if context.fact is None:
        return
    value = context.fact.value
    if value not in ("double", "double-speech", "single", "curly", "straight"):
        return
    if state.report == "glyphs":
        yield from _glyphs(context.story, curly=value == "curly")
    elif state.report == "headline":
        yield from _headline(context.story, double=value == "double")
    else:
        yield from _outer(context.story, double=value != "single", speech=value == "double-speech")


def _outer(story: Story, *, double: bool, speech: bool) -> Iterator[Finding]:
    wrong = [
        quotation
        for quotation in story.quotes.outer
        if quotation.double is not double
        and _is_whole(quotation)
        and _kind(story, quotation.start) in _TEXT
        and not (speech and _is_label(story, quotation))
    ]
    if len(wrong) > _MOST_APART and (story.quotes.single_house or not double):
        yield _turned(story, wrong, double=double)
    else:
        for quotation in wrong:
            yield _turned(story, (quotation,), double=double)


def _headline(story: Story, *, double: bool) -> Iterator[Finding]:
    for quotation in story.quotes.outer:
        kind = _kind(story, quotation.start)
        if kind is BlockKind.BODY:
            return
        if kind is BlockKind.HEADLINE and quotation.double is not double and _is_whole(quotation):
            yield _turned(story, (quotation,), double=double)


def _kind(story: Story, offset: int) -> BlockKind | None:
    block = story.block_at(offset)
    return block.kind if block is not None else None


def _is_whole(quotation: Quotation) -> bool:
    """Say whether both marks are there, with more than a letter between them."""
    opening, closing = quotation.opening, quotation.closing
    return (
        quotation.state is QuoteState.CLOSED
        and opening is not None
        and closing is not None
        and closing.start - opening.end > 1
    )


def _is_label(story: Story, quotation: Quotation) -> bool:
    """Say whether a few words in marks are no speech but what something is called: no stop, no verb of saying."""
    if _CALLED.search(story.text, max(0, quotation.start - 12), quotation.start):
        return True
    inside = story.text[quotation.start + 1 : quotation.end - 1]
    return (
        len(inside.split()) <= _LABEL_WORDS
        and inside[-1] not in ",.?!…"
        and not _ENDS_SPEECH.match(story.text, quotation.end)
    )


def _turned(story: Story, wrong: Iterable[Quotation], *, double: bool) -> Finding:
    """Report the first of the quotations; the marks of all, and of what is quoted in them, turn over."""
    wrong = tuple(wrong)
    spans = [(quotation.start, quotation.end) for quotation in wrong]
    edits: dict[int, Edit] = {}
    for quotation in story.quotes.quotations:
        if any(start <= quotation.start and quotation.end <= end for start, end in spans):
            for edit in _marks(story.text, quotation, double=not quotation.double, curly=quotation.curly):
                edits[edit.start] = edit
    return _finding(story.text, wrong[0], sorted(edits.values(), key=lambda edit: edit.start), _name(double=double))


def _glyphs(story: Story, *, curly: bool) -> Iterator[Finding]:
    text = story.text
    strangers = _STRAIGHT if curly else _CURLY
    if not any(glyph in text for glyph in strangers):
        return
    edits: dict[int, Edit] = {}
    for quotation in story.quotes.quotations:
        for edit in _marks(text, quotation, double=quotation.double, curly=curly):
            if text[edit.start] in strangers:
                edits[edit.start] = edit
    glyph, pattern, right = ("'", _STRAIGHT_APOSTROPHE, "’") if curly else ("’", _CURLY_APOSTROPHE, "'")
    at = text.find(glyph)
    while at >= 0:  # to try the pattern at every letter of a story takes ten times as long
        if at not in edits and pattern.match(text, at):
            edits[at] = Edit(at, at + 1, right)
        at = text.find(glyph, at + 1)
    if not edits:
        return
    first = min(edits)
    around = story.quotes.outer_at(first)
    place = around if around is not None and around.start == first else None
    ordered = sorted(edits.values(), key=lambda edit: edit.start)
    yield _finding(text, place, ordered, "curly" if curly else "straight")


def _marks(text: str, quotation: Quotation, *, double: bool, curly: bool) -> Iterator[Edit]:
    glyphs = _GLYPHS[double, curly]
    for mark, glyph in zip((quotation.opening, quotation.closing), glyphs, strict=True):
        if mark is not None and text[mark.start] in "\"'“”‘’`":
            yield Edit(mark.start, mark.end, glyph)


def _finding(text: str, place: Quotation | None, edits: list[Edit], marks: str) -> Finding:
    """Report a whole quotation where its two marks change, else the first mark that does."""
    start, end = edits[0].start, edits[0].end
    if place is not None and place.closing is not None and any(e.start == place.closing.start for e in edits):
        start, end = place.start, place.end
    parts: list[str] = []
    done = start
    for edit in edits:
        if start <= edit.start and edit.end <= end:
            parts += [text[done : edit.start], edit.new]
            done = edit.end
    return Finding(
        start, end, suggestions=("".join((*parts, text[done:end])),), edits=tuple(edits), values={"marks": marks}
    )


def _name(*, double: bool) -> str:
    return "double" if double else "single"
