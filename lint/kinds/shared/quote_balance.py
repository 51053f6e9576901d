"""Faults of quotations that lie in the pairing of their marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...issue import Edit, Related
from ...text.attribution import AFTER
from ...text.blocks import BlockKind
from ...text.quotes import Quotation, QuoteState
from ...text.regex import regex
from ...text.story import Story
from .base import Context, Finding

_LEADS_IN = regex(r"\b(?:said|says|added|asked|replied|told [\w’'-]+)[:,]\s$")
_SAID_BEFORE = regex(r"[,?!][\"”’'] (?:[\w’'-]+,? ){0,8}(?:said|says|added|asked|told)(?: [\w’'-]+,?){0,8}\.\s$")
_CLOSING = {"“": "”", "‘": "’", "„": "“", "«": "»", "``": "''", "`": "'"}
# Paragraphs that were merged are longer than this (code points): 50 words or so.
_LONG_BLOCK = 300


def unclosed(context: Context) -> Iterator[Finding]:
    """The lone opening mark of each quotation that nothing closes."""
    story = context.story
    for quotation in (*_of_state(story, QuoteState.UNCLOSED), *_lost_before_next(story)):
        assert quotation.opening is not None
        yield Finding(*quotation.opening, edits=_closing_edit(story.text, quotation))


def unopened(context: Context) -> Iterator[Finding]:
    """The lone closing mark of each quotation that nothing opens."""
    for quotation in _of_state(context.story, QuoteState.UNOPENED):
        assert quotation.closing is not None
        yield Finding(*quotation.closing)


def continued(context: Context) -> Iterator[Finding]:
    """The first word of each paragraph that goes on with open speech and has no opening mark: one report a run."""
    story = context.story
    if QuoteState.CONTINUED not in _by_state(story):
        return
    last_block = -2
    mark = '"'
    for quotation in story.quotes.outer:
        if quotation.opening is not None:
            mark = story.text[slice(*quotation.opening)]
        if quotation.state is not QuoteState.CONTINUED:
            continue
        block = story.block_index(quotation.start)
        if block != last_block + 1:
            end = _word_end(story.text, quotation.start, quotation.end)
            word = story.text[quotation.start : end]
            edits = (Edit(quotation.start, quotation.start, mark),)
            yield Finding(quotation.start, end, suggestions=(mark + word,), edits=edits)
        last_block = block


def nested_same(context: Context) -> Iterator[Finding]:
    """Each inner quotation set in the same marks as the one it lies in."""
    text = context.story.text
    around: list[Quotation] = []
    for quotation in context.story.quotes.quotations:
        del around[quotation.depth - 1 :]
        if around and quotation.state is QuoteState.CLOSED and around[-1].state is not QuoteState.UNCLOSED:
            outer = around[-1]
            same = outer.double == quotation.double and quotation.opening and quotation.closing
            if same and quotation.start > (outer.opening.end if outer.opening else outer.start):
                assert quotation.opening is not None
                assert quotation.closing is not None
                new = _other_family(quotation)
                yield Finding(
                    quotation.start,
                    quotation.end,
                    suggestions=(new[0] + text[quotation.opening.end : quotation.closing.start] + new[1],),
                    edits=(Edit(*quotation.opening, new[0]), Edit(*quotation.closing, new[1])),
                )
        around.append(quotation)


def outer_mix(context: Context) -> Iterator[Finding]:
    """The first speech set in single marks in a story whose speech stands in double ones, or the other way round."""
    story = context.story
    outer = story.quotes.outer
    if all(q.double for q in outer) or not any(q.double for q in outer):
        return
    speech = [q for q in story.quotes.outer if q.state is QuoteState.CLOSED and _is_speech(story, q)]
    single = [q for q in speech if not q.double]
    double = [q for q in speech if q.double]
    few, many = sorted((single, double), key=len)
    if few and len(many) > len(few):
        first = many[0]
        yield Finding(few[0].start, few[0].end, related=(Related(first.start, first.end, "the marks used elsewhere"),))


def repeated(context: Context) -> Iterator[Finding]:
    """Each quotation of eight words or more that stands in the body a second time."""
    story = context.story
    seen: dict[tuple[str, ...], Quotation] = {}
    for quotation in story.quotes.outer:
        block = story.block_at(quotation.start)
        if block is None or block.kind is not BlockKind.BODY:
            continue
        words = tuple(story.text[quotation.start : quotation.end].lower().strip("\"“”‘’'.,!? ").split())
        if len(words) < 8:
            continue
        first = seen.setdefault(words, quotation)
        if first is not quotation:
            yield Finding(
                quotation.start, quotation.end, related=(Related(first.start, first.end, "quoted first here"),)
            )


# “ ” ‘ ’ in UTF-8 that was read as Windows-1252, as Latin-1, or with its last byte lost: the partner of a lone mark.
_GARBLED = regex(
    r"â(?:€[œ˜™\x9d\x9c\x98\x99\ufffd]|\x80[\x98\x99\x9c\x9d]|€(?=[\s.,;:]|$))"
    r"|&(?:[lr]d?|bd)quo;|&quot;|&#(?:34|39|822[01]|821[67]);"
)


def _of_state(story: Story, state: QuoteState) -> list[Quotation]:
    """Return the quotations of a state, without those whose other mark stands there garbled or as an entity."""
    return [quotation for quotation in _by_state(story).get(state, ()) if not _is_garbled(story, quotation)]


def _by_state(story: Story) -> Mapping[QuoteState, list[Quotation]]:
    """Return the quotations by their state, but for those in order; sorted once a story, for three checks."""
    known: dict[QuoteState, list[Quotation]] | None = story.memo.get(__name__)
    if known is None:
        known = story.memo[__name__] = {}
        for quotation in story.quotes.quotations:
            if quotation.state is not QuoteState.CLOSED:
                known.setdefault(quotation.state, []).append(quotation)
    return known


def _is_garbled(story: Story, quotation: Quotation) -> bool:
    block = story.block_at(quotation.start)
    if block is None:
        return False
    # Once a block: one of ten thousand marks took a minute.
    known: dict[int, bool] = story.memo.setdefault(f"{__name__}.garbled", {})
    found = known.get(block.start)
    if found is None:
        found = known[block.start] = _GARBLED.search(story.text, block.start, block.end) is not None
    return found


def _lost_before_next(story: Story) -> list[Quotation]:
    """Return a quotation that another follows in its own paragraph with no closing mark between.

    Copy whose paragraphs were merged is full of these, each right in its day: they count only where there is one, and
    its paragraph is of a length that paragraphs have.
    """
    inline = []
    for quotation in _of_state(story, QuoteState.RUNNING):
        block = story.block_at(quotation.start)
        if block is not None and block.kind is BlockKind.BODY and quotation.end < block.end:
            inline.append((quotation, block.end - block.start))
    if len(inline) != 1 or inline[0][1] > _LONG_BLOCK:
        return []
    lengths = sorted(b.end - b.start for b in story.blocks if b.kind is BlockKind.BODY)
    return [inline[0][0]] if lengths[len(lengths) // 2] <= _LONG_BLOCK else []


def _closing_edit(text: str, quotation: Quotation) -> tuple[Edit, ...]:
    """Close the speech after its comma or "?", where an attribution follows; elsewhere only the writer knows where."""
    assert quotation.opening is not None
    end = quotation.end
    if text[end - 1 : end] not in (",", "?", "!") or not AFTER.match(text, _after_space(text, end)):
        return ()
    mark = text[quotation.opening.start : quotation.opening.end]
    return (Edit(end, end, _CLOSING.get(mark, mark)),)


def _after_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _word_end(text: str, start: int, limit: int) -> int:
    end = start
    while end < limit and not text[end].isspace():
        end += 1
    return end


def _other_family(quotation: Quotation) -> tuple[str, str]:
    if quotation.double:
        return ("‘", "’") if quotation.curly else ("'", "'")
    return ("“", "”") if quotation.curly else ('"', '"')


def _is_speech(story: Story, quotation: Quotation) -> bool:
    """Say whether a quotation is speech with its attribution, not a title, a scare quote or words in a headline."""
    block = story.block_at(quotation.start)
    if block is None or block.kind is not BlockKind.BODY or quotation.closing is None:
        return False
    text = story.text
    last = text[quotation.closing.start - 1]
    if last in ",?!" and AFTER.match(text, _after_space(text, quotation.end), block.end):
        return True
    if last not in ".?!":
        return False
    if _LEADS_IN.search(text, max(block.start, quotation.start - 24), quotation.start):
        return True
    # A sentence of speech that follows the attribution of the one before it.
    inner = text[quotation.start + 1 : quotation.closing.start]
    return (
        inner[:1].isupper()
        and " " in inner
        and _SAID_BEFORE.search(text, max(block.start, quotation.start - 120), quotation.start) is not None
    )
