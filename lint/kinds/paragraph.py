"""Kind `paragraph`: faults of a story's paragraphs and of its structure.

    fault: split             # which fault, see `Fault`
    words: 8                 # where the fault has to do with length: how many words at least
    adjacent: true           # for repeated-paragraph: only neighbours, word for word (true), or only others (false)

Faults of paragraph ends are told apart by one reading of the whole story (`shared/endings.py`): a paragraph that goes
on in the next one is not also one without its stop.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Literal, get_args

import msgspec

from ..issue import Edit, Related
from ..text.agencies import AGENCIES
from ..text.block import Block, BlockKind
from ..text.regex import regex
from ..text.story import Story
from ..text.tokens import TokenKind
from .shared.base import Context, Finding, KindOptions, Lists, OptionError
from .shared.dateline_faults import bracket_alone, mark_missing, town_in_small_letters
from .shared.endings import BodyParagraph, Ending, body_paragraphs, last_word
from .shared.lexicon import Lexicon, load_lexicon
from .shared.repeats import repeated_paragraphs, repeated_sentences
from .shared.small_starts import small_start

BLOCKS = ("any",)
QUOTES = "anywhere"

Fault = Literal[
    "no-stop",  # a body paragraph without its stop
    "comma-end",  # a body paragraph that ends in a comma
    "split",  # cut in two mid-sentence; the next paragraph starts small
    "split-capital",  # ends on a word that no sentence ends on; the next paragraph starts with a capital
    "cut-off",  # the sentence breaks off and goes on nowhere
    "small-paragraph",  # a paragraph that starts with a small letter
    "small-sentence",  # a sentence inside a paragraph that does
    "repeated-paragraph",
    "repeated-sentence",
    "headline-repeated",  # the headline again, as a paragraph
    "summary-repeated",  # the standfirst again, as the first sentence
    "dateline-town",
    "dateline-bracket",
    "dateline-mark",
    "credit-in-body",  # an agency's name after the last sentence
    "two-credits",  # the dateline credits one agency, the foot of the story another
    "fixed-width",  # line breaks of fixed-width copy inside some paragraphs
    "broken-word",  # a word still divided as at the end of an old line ("mili- tary")
    "long-sentence",
    "long-paragraph",
]


class Options(KindOptions, frozen=True):
    fault: Fault
    words: int | None = None
    adjacent: bool | None = None


_WITH_WORDS = ("repeated-paragraph", "repeated-sentence", "long-sentence", "long-paragraph")
_DEFAULT_WORDS = {"repeated-paragraph": 8, "repeated-sentence": 8, "long-sentence": 45, "long-paragraph": 90}


class State(msgspec.Struct, frozen=True):
    fault: Fault
    words: int
    adjacent: bool | None
    lexicon: Lexicon | None


def prepare(options: Options, lists: Lists) -> State:
    if options.words is not None and options.fault not in _WITH_WORDS:
        raise OptionError(f"the fault `{options.fault}` takes no number of words", "words")
    if options.words is not None and options.words < 2:
        raise OptionError("must be at least 2", "words")
    if options.adjacent is not None and options.fault != "repeated-paragraph":
        raise OptionError(f"the fault `{options.fault}` is not about neighbours", "adjacent")
    return State(
        fault=options.fault,
        words=options.words or _DEFAULT_WORDS.get(options.fault, 0),
        adjacent=options.adjacent,
        lexicon=load_lexicon(lists) if options.fault == "broken-word" else None,
    )


def needles(state: State) -> tuple[str, ...] | None:
    return (r"[a-z]-\s+[a-z]",) if state.fault == "broken-word" else None


def check(state: State, context: Context) -> Iterator[Finding]:
    yield from _FAULTS[state.fault](state, context)


# How paragraphs end


def _ending(kind: Ending) -> Callable[[State, Context], Iterator[Finding]]:
    report = {
        Ending.MISSING: _no_stop,
        Ending.COMMA: _comma_end,
        Ending.SPLIT: _goes_on,
        Ending.SPLIT_CAPITAL: _goes_on,
        Ending.CUT: _cut_off,
    }[kind]

    def find(state: State, context: Context) -> Iterator[Finding]:
        for paragraph in body_paragraphs(context.story):
            if paragraph.ending is kind:
                yield report(context, paragraph)

    return find


def _no_stop(context: Context, paragraph: BodyParagraph) -> Finding:
    start, end = last_word(context.story.text, paragraph.block)
    word = context.story.text[start:end]
    bare = word.rstrip("\"'”’")
    marks = word[len(bare) :]
    inside = marks and (context.variant in ("en-US", "en-CA") or _whole_speech(context.story, end))
    return Finding(start, end, suggestions=(f"{bare}.{marks}" if inside else f"{word}.",))


def _whole_speech(story: Story, end: int) -> bool:
    """Say whether the quotation that closes at ``end`` is a sentence of its own, so that its stop stands inside."""
    for quotation in reversed(story.quotes.quotations):
        if quotation.end == end and quotation.opening is not None:
            before = story.text[max(0, quotation.start - 2) : quotation.start].strip()
            return story.text[quotation.opening.end].isupper() and (not before or before[-1] in ",:.!?")
        if quotation.end < end:
            break
    return False


def _comma_end(context: Context, paragraph: BodyParagraph) -> Finding:
    at = context.story.text.rindex(",", paragraph.block.start, paragraph.block.end)
    return Finding(at, at + 1)


def _goes_on(context: Context, paragraph: BodyParagraph) -> Finding:
    story = context.story
    start, end = last_word(story.text, paragraph.block)
    if paragraph.goes_on is None or paragraph.goes_on != paragraph.index + 1:
        return Finding(start, end)
    following = story.blocks[paragraph.goes_on]
    hyphen = story.text[end - 1] == "-" and story.text[end - 2 : end - 1].isalpha()
    related = (Related(following.start, _word_end(story.text, following), "the sentence goes on here"),)
    return Finding(
        start,
        end,
        edits=(Edit(end, following.start, "" if hyphen or story.text[following.start] in ",;" else " "),),
        related=related,
    )


def _word_end(text: str, block: Block) -> int:
    end = block.start
    while end < block.end and not text[end].isspace():
        end += 1
    return end


def _cut_off(context: Context, paragraph: BodyParagraph) -> Finding:
    return Finding(*last_word(context.story.text, paragraph.block))


# How they begin


def _small_paragraph(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    paragraphs = body_paragraphs(story)
    continued = {p.goes_on for p in paragraphs if p.ending in (Ending.SPLIT, Ending.SPLIT_CAPITAL)}
    before: BodyParagraph | None = None
    for paragraph in paragraphs:
        block, previous, before = paragraph.block, before, paragraph
        if not story.text[block.start].islower() or paragraph.index in continued:
            continue
        if previous is not None and previous.index == paragraph.index - 1 and not _is_closed(story.text, previous):
            continue
        span = small_start(story.text, block.start, block.end)
        if span is not None:
            yield _capitalised(story.text, span)


def _is_closed(text: str, paragraph: BodyParagraph) -> bool:
    """Say whether a new sentence must begin after the paragraph: it is complete, and not by dots or an interruption."""
    tail = text[max(paragraph.block.start, paragraph.block.end - 6) : paragraph.block.end].rstrip("\"'”’)]")
    return paragraph.ending is Ending.COMPLETE and not tail.endswith(("…", "..", "—", "–", "-"))


def _small_sentence(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    for block, sentences in zip(story.blocks, story.block_sentences, strict=True):
        if block.kind is not BlockKind.BODY:
            continue
        for sentence in sentences[1:]:
            if story.text[sentence.start].islower():
                span = small_start(story.text, sentence.start, sentence.end)
                if span is not None:
                    yield _capitalised(story.text, span)


def _capitalised(text: str, span: tuple[int, int]) -> Finding:
    word = text[span[0] : span[1]]
    return Finding(*span, suggestions=(word[0].upper() + word[1:],))


# What is there twice


_MANY = 4


def _repeated_paragraph(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    repeats = repeated_paragraphs(story, state.words)
    if len(repeats) > _MANY:
        # The copy was doubled as a whole, or it is a live page that tells everything twice: said once.
        if not state.adjacent:
            first = repeats[0]
            yield Finding(*first.again, related=(Related(*first.first, "the same here"),))
        return
    for repeat in repeats:
        neighbours = repeat.exact and repeat.adjacent
        if state.adjacent is not None and state.adjacent != neighbours:
            continue
        # The break before the paragraph goes with it; what follows stays as it is.
        block = story.blocks[story.block_index(repeat.again.start)]
        before = story.blocks[story.block_index(block.extent_start - 1)]
        yield Finding(
            *repeat.again,
            edits=(Edit(before.end, block.end, ""),),
            related=(Related(*repeat.first, "the same here"),),
        )


def _repeated_sentence(state: State, context: Context) -> Iterator[Finding]:
    for repeat in repeated_sentences(context.story, state.words):
        yield Finding(*repeat.again, related=(Related(*repeat.first, "the same here"),))


def _headline_repeated(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    blocks = story.blocks
    if not blocks or blocks[0].kind is not BlockKind.HEADLINE:
        return
    headline = _words(story, blocks[0])
    if len(headline) < 3:
        return
    for block in blocks[1:5]:
        if block.kind is BlockKind.BYLINE or not _opens_with(story.text, block, headline[0]):
            continue
        if _words(story, block) == headline:
            yield Finding(block.start, block.end, related=(Related(blocks[0].start, blocks[0].end, "the headline"),))


def _opens_with(text: str, block: Block, word: str) -> bool:
    first = _WORD.search(text, block.start, block.end)
    return first is not None and first[0].lower() == word


def _summary_repeated(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    first = next((i for i, block in enumerate(story.blocks) if block.kind is BlockKind.BODY), None)
    if first is None:
        return
    standfirsts = [block for block in story.blocks[:first] if block.kind is BlockKind.STANDFIRST]
    if not standfirsts:
        return
    sentence = story.block_sentences[first][0]
    said = (_words(story, story.blocks[first]), tuple(_WORD.findall(story.text[sentence.start : sentence.end].lower())))
    for block in standfirsts:
        if len(_words(story, block)) >= 5 and _words(story, block) in said:
            yield Finding(block.start, block.end, related=(Related(*sentence, "the same here"),))


_WORD = regex(r"\w+")


def _words(story: Story, block: Block) -> tuple[str, ...]:
    return tuple(_WORD.findall(story.text[block.start : min(block.end, block.start + 2000)].lower()))


# Datelines and credits


def _dateline(faults: Callable[[str, Block], Iterator[Finding]]) -> Callable[[State, Context], Iterator[Finding]]:
    def find(state: State, context: Context) -> Iterator[Finding]:
        for block in context.story.blocks:
            if block.kind is BlockKind.DATELINE:
                yield from faults(context.story.text, block)
                return

    return find


def _dateline_mark(state: State, context: Context) -> Iterator[Finding]:
    blocks = context.story.blocks
    for block, body in pairwise(blocks):
        if block.kind is BlockKind.DATELINE:
            yield from mark_missing(context.story.text, block, body)
            return


_AGENCY = "|".join(re.escape(name) for name in sorted(AGENCIES, key=len, reverse=True) if name.lower() != name)
_SIGNATURE = regex(rf"[.!?][\"'”’)]*\s+(?P<mark>[-–—(]*\s*(?:{_AGENCY})(?:(?:[/,]| and)\s*(?:{_AGENCY}))*\s*\)?)\.?$")
_NAMED = regex(rf"\b(?:{_AGENCY})\b")


def _credit_in_body(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    last = next((block for block in reversed(story.blocks) if block.kind is BlockKind.BODY), None)
    if last is not None:
        found = _SIGNATURE.search(story.text, max(last.start, last.end - 60), last.end)
        if found:
            yield Finding(found.start("mark"), found.end("mark"))


def _two_credits(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    dateline = next((block for block in story.blocks if block.kind is BlockKind.DATELINE), None)
    last = story.blocks[-1] if story.blocks else None
    if dateline is None or last is None or last.kind is not BlockKind.CREDIT or last.end - last.start > 60:
        return
    top = set(_NAMED.findall(story.text, dateline.start, dateline.end))
    foot = list(_NAMED.finditer(story.text, last.start, last.end))
    if len(top) == 1 and len(foot) == 1 and foot[0].group() not in top:
        yield Finding(*foot[0].span(), related=(Related(dateline.start, dateline.end, "another agency here"),))


# Width and length


def _fixed_width(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    bodies = [block for block in story.blocks if block.kind is BlockKind.BODY]
    text = story.text
    broken = [block for block in bodies if text.find("\n", block.start, block.end) >= 0]
    if "\r" in text:
        broken = [block for block in bodies if _line_break(text, block) >= 0]
    if not broken or not any(block.end - block.start > 160 and block not in broken for block in bodies):
        return
    edits = tuple(
        Edit(match.start(), match.end(), " ")
        for block in broken
        for match in re.compile(r"[ \t]*(?:\r\n|\n|\r)[ \t]*").finditer(story.text, block.start, block.end)
    )
    start = broken[0].start
    yield Finding(start, _line_break(story.text, broken[0]), edits=edits)


def _line_break(text: str, block: Block) -> int:
    found = [at for at in (text.find("\n", block.start, block.end), text.find("\r", block.start, block.end)) if at >= 0]
    return min(found, default=-1)


_DIVIDED = regex(r"(?<![\w-])([a-zà-ž]{2,})-\s+(?!(?:and|or|to|but|nor|by|versus|plus)\b)([a-zà-ž]{2,})(?![\w-])")


def _broken_word(state: State, context: Context) -> Iterator[Finding]:
    """Yield a divided word where the whole is a word and one of its halves is none: "two- and" never is."""
    lexicon = state.lexicon
    if not _has_hyphen_before_space(context.story.text):
        return
    for match in _DIVIDED.finditer(context.story.text):
        first, second = match.groups()
        if lexicon is None or not lexicon.is_known(first + second):
            continue
        if not (lexicon.is_known(first) and lexicon.is_known(second)):
            yield Finding(*match.span(), suggestions=(first + second,))


def _has_hyphen_before_space(text: str) -> bool:
    at = text.find("-")
    while at >= 0:
        if text[at + 1 : at + 2].isspace() and text[at - 1 : at].islower():
            return True
        at = text.find("-", at + 1)
    return False


def _long_sentence(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    for block, sentences in zip(story.blocks, story.block_sentences, strict=True):
        if block.kind is BlockKind.BODY:
            for sentence in sentences:
                if _count(story, *sentence) > state.words and not story.in_speech(sentence.start, sentence.start + 1):
                    yield Finding(*sentence)


def _long_paragraph(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    for block in story.blocks:
        if block.kind is BlockKind.BODY and _count(story, block.start, block.end) > state.words:
            yield Finding(block.start, block.end)


def _count(story: Story, start: int, end: int) -> int:
    if end - start < 100:
        return 0
    first, last = story.token_index(start), story.token_index(end - 1)
    return sum(token.kind is not TokenKind.PUNCT for token in story.tokens[first : last + 1])


_FAULTS: dict[str, Callable[[State, Context], Iterator[Finding]]] = {
    "no-stop": _ending(Ending.MISSING),
    "comma-end": _ending(Ending.COMMA),
    "split": _ending(Ending.SPLIT),
    "split-capital": _ending(Ending.SPLIT_CAPITAL),
    "cut-off": _ending(Ending.CUT),
    "small-paragraph": _small_paragraph,
    "small-sentence": _small_sentence,
    "repeated-paragraph": _repeated_paragraph,
    "repeated-sentence": _repeated_sentence,
    "headline-repeated": _headline_repeated,
    "summary-repeated": _summary_repeated,
    "dateline-town": _dateline(town_in_small_letters),
    "dateline-bracket": _dateline(bracket_alone),
    "dateline-mark": _dateline_mark,
    "credit-in-body": _credit_in_body,
    "two-credits": _two_credits,
    "fixed-width": _fixed_width,
    "broken-word": _broken_word,
    "long-sentence": _long_sentence,
    "long-paragraph": _long_paragraph,
}
assert set(_FAULTS) == set(get_args(Fault))  # a fault without its function is a mistake of this module
