"""Kind `house-quote-stops`: what stands beside quotation marks, where houses differ.

    report: end             # the stop or comma at the end of quoted words: inside the mark, or outside by their sense
          | introduction    # the comma or colon between a verb of speech and a quoted sentence
          | interpolations  # square or round brackets around the reporter's words in speech

By their sense: outside where a few words, begun in small letters within the paper's own sentence, are quoted. A whole
sentence, or the second half of one ("“We go,” he said, “at noon.”"), keeps its stop inside in every house, and so does
the comma before "he said", whatever stands before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from ..issue import Edit
from ..text.attribution import AFTER
from ..text.quotes import Quotation, QuoteState
from ..text.regex import regex
from ..text.story import Story
from .shared import quote_attribution as attribution
from .shared.base import Context, Finding, KindOptions, Lists

QUOTES = "anywhere"


class Options(KindOptions, frozen=True):
    report: Literal["end", "introduction", "interpolations"]


class State(msgspec.Struct, frozen=True):
    report: str
    verbs: attribution.Verbs | None


def prepare(options: Options, lists: Lists) -> State:
    verbs = attribution.read_verbs(lists.get("speech-verbs")) if options.report == "introduction" else None
    return State(options.report, verbs)


def needles(state: State) -> tuple[str, ...]:
    if state.report == "end":
        return ("[.,][\"”’']", "[\"”’'][.,]")
    if state.report == "introduction":
        return ("[,:] [\"“'‘]",)
    return (r"[\[(]",)


def check(state: State, context: Context) -> Iterator[Finding]:
    if context.fact is None:
        return
    value, story = context.fact.value, context.story
    if state.report == "end":
        yield from _stops_outside(story) if value == "inside" else _stops_inside(story)
    elif value == "either":
        return
    elif state.report == "interpolations":
        yield from _square(story) if value == "round" else _round(story)
    elif state.verbs is not None:
        yield from _introductions(state.verbs, story, right="," if value == "comma" else ":")


# Stops at the end

_ABBREVIATION = regex(
    r"(?:\b[A-Za-z]|\.[A-Za-z]|\b(?:Inc|Co|Corp|Ltd|Jr|Sr|etc|Mr|Mrs|Ms|Dr|St|No|vs|Bros|Jan|Feb|Aug|Sept|Oct|Nov|Dec))$"
)
_SENTENCE_BREAK = regex(r"[.!?…][\"”’')\]]*\s")
_LEAST_LETTERS = 3


def _stops_outside(story: Story) -> Iterator[Finding]:
    text = story.text
    for quotation in story.quotes.quotations:
        opening, closing = quotation.opening, quotation.closing
        if opening is None or closing is None or closing.start - opening.end < _LEAST_LETTERS:
            continue
        after = text[closing.end : closing.end + 1]
        # Before ".com", and before the second mark of an ellipsis, the stop is no stop.
        if after and after in ".," and text[closing.start - 1].isalnum() and _is_over(text, closing.end + 1):
            fixed = after + text[closing.start : closing.end]
            yield Finding(closing.start, closing.end + 1, suggestions=(fixed,))


def _is_over(text: str, at: int) -> bool:
    return at >= len(text) or text[at].isspace() or text[at] in "\"”’'"


def _stops_inside(story: Story) -> Iterator[Finding]:
    text = story.text
    for quotation in story.quotes.outer:
        opening, closing = quotation.opening, quotation.closing
        if quotation.state is not QuoteState.CLOSED or opening is None or closing is None:
            continue
        if (
            text[closing.start - 1] not in ".,"
            or not text[closing.start - 2].isalnum()
            or not _is_over(text, closing.end)
        ):
            continue
        if not _is_fragment(story, quotation) or _ABBREVIATION.search(text, opening.end, closing.start - 1):
            continue
        if text[closing.start - 1] == "," and _ATTRIBUTION.match(text, closing.end):
            continue
        fixed = text[closing.start : closing.end] + text[closing.start - 1]
        yield Finding(closing.start - 1, closing.end, suggestions=(fixed,))


_SAID = "(?:said|says|wrote|writes|adds|added|explains|explained|quoted)"
_ATTRIBUTION = regex(rf"\s+(?:{AFTER.pattern}|(?:[\w’'-]+ ){{0,8}}{_SAID}\b|according to\b)")


def _is_fragment(story: Story, quotation: Quotation) -> bool:
    """Say whether quoted words belong to the paper's sentence: begun small, after a word, with no stop among them."""
    text, opening, closing = story.text, quotation.opening, quotation.closing
    if opening is None or closing is None or opening.start < 2:
        return False
    if not text[opening.end].islower() or text[opening.start - 1] != " " or not text[opening.start - 2].isalnum():
        return False
    if _SENTENCE_BREAK.search(text, opening.end, closing.start):
        return False
    sentence = story.sentence_at(opening.start)
    floor = sentence.start if sentence is not None else max(0, opening.start - 200)
    # Words quoted earlier in the sentence with their comma may be the first half of one quoted sentence.
    return not _QUOTED_COMMA.search(text, floor, opening.start)


_QUOTED_COMMA = regex(r"[,.?!—–-][\"”’']\s")

# The mark before speech

_LEAST_WORDS = 3
_INTRODUCTION = 90
"""How far before the speech its verb may begin, in code points."""
_READS = regex(r"(?:reads?|reading|wrote|writes|writing|began|continued|continues|state[sd]|posted|tweete?[ds])\b")
_MARK_BEFORE = regex(r"[\"”’'] ")
_WORD_AND_MARK = regex(r"[\w’'-]+[,:]$")
_CLOSES_WELL = frozenset(".?!…,")
_ANOTHER = regex(r"[.!?][\"”’']*\s+[\"“‘']?[A-Z]")


def _introductions(verbs: attribution.Verbs, story: Story, *, right: str) -> Iterator[Finding]:
    text = story.text
    wrong = ":" if right == "," else ","
    for quotation in story.quotes.outer:
        opening = quotation.opening
        if opening is None or opening.start < 4 or text[opening.start - 2 : opening.start] != wrong + " ":
            continue
        if not quotation.double and not story.quotes.single_house:
            continue
        if not _is_sentence(text, quotation) or (right == "," and not _is_single(text, quotation)):
            continue
        sentence = story.sentence_at(opening.start - 3)
        floor = max(sentence.start if sentence is not None else 0, opening.start - _INTRODUCTION)
        before = text[floor : opening.start - 2] + " "
        if _MARK_BEFORE.search(before):  # speech resumed, or a second quotation of the sentence
            continue
        found = verbs.before.search(before) or verbs.far_before.search(before)
        if found is None or _READS.match(found["verb"]) or (right == ":" and before.count(",") > 2):
            continue
        word = _WORD_AND_MARK.search(text, floor, opening.start - 1)
        start = word.start() if word is not None else opening.start - 2
        yield Finding(
            start,
            opening.start - 1,
            suggestions=(text[start : opening.start - 2] + right,),
            edits=(Edit(opening.start - 2, opening.start - 1, right),),
        )


def _is_sentence(text: str, quotation: Quotation) -> bool:
    opening, closing = quotation.opening, quotation.closing
    assert opening is not None
    inner = text[opening.end : closing.start if closing is not None else quotation.end][:400]
    if not inner[:1].isupper() or len(inner.split()) < _LEAST_WORDS:
        return False
    return closing is None or text[closing.start - 1] in _CLOSES_WELL


def _is_single(text: str, quotation: Quotation) -> bool:
    """Say whether a closed quotation holds one sentence: more take a colon anywhere."""
    if quotation.state is not QuoteState.CLOSED:
        return False
    return _ANOTHER.search(text, quotation.start + 1, quotation.end - 1) is None


# Brackets in speech

_SQUARE = regex(r"\[(?!sic\b|\.|…)([^\[\]\n]{1,60})\]")
# A pronoun, then whom it stands for: nobody says brackets.
_ROUND = regex(r" (?P<mark>\((?P<inner>(?:[A-Z][a-z][\w’'-]*|the [A-Za-z][\w’'-]*)(?: [\w’'-]+){0,3})\))(?=[ ,.])")
_PRONOUN = regex(r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Hh]im|[Tt]hem|[Ii]t)$")
_LONGEST_PRONOUN = 5


def _square(story: Story) -> Iterator[Finding]:
    if "[" not in story.text:
        return
    for match in _SQUARE.finditer(story.text):
        if _in_one_quotation(story, *match.span()):
            yield Finding(match.start(), match.end(), suggestions=(f"({match[1]})",))


def _round(story: Story) -> Iterator[Finding]:
    text = story.text
    at = text.find(" (")
    while at >= 0:
        match = _ROUND.match(text, at)
        if match is not None and _PRONOUN.search(text, max(0, at - _LONGEST_PRONOUN), at):
            start, end = match.span("mark")
            if _in_one_quotation(story, start, end):
                yield Finding(start, end, suggestions=(f"[{match['inner']}]",))
        at = text.find(" (", at + 1)


def _in_one_quotation(story: Story, start: int, end: int) -> bool:
    """Say whether brackets stand between the marks of one quotation that is closed or goes on."""
    around = story.quotes.outer_at(start)
    return around is not None and around.start < start and end < around.end and around.state is not QuoteState.UNCLOSED
