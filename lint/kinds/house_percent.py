"""Kind `house-percent`: the sign or the words after a percentage, and figures before it.

The value of the option is what the house writes: `sign` (5%), `percent` (5 percent), `per-cent` (5 per cent).

    spelled: figures     # a percentage in words ("five per cent") takes figures too, but at the beginning of a sentence

A house whose option `percent-figures` is `number-rule` writes small ones in words: "five percent", but 12 percent.

A range is one finding: "5 to 6 per cent" is "5% to 6%", "5%-6%" is "5-6 per cent". A percentage in words that begins a
sentence keeps its words, and takes the house's spelling of them: "Five per cent" stands in a house of the sign as well.
Figures that begin one are advised to take words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

import msgspec

from .shared.base import Context, Finding, KindOptions, Lists
from .shared.groups import text_of
from .shared.matching import compile_pattern
from .shared.number_words import begins_sentence, in_words, number_values, word_before
from .shared.quantities import FIGURE, WORD

REACH = "block"

_SPACE = r"[ \x{a0}\x{202f}]"
_WORD_MARK = rf"(?:{_SPACE}|-)?(?:per(?:{_SPACE}|-)?cent|pct|pc)\b"
_MARK = rf"{_SPACE}?%|{_WORD_MARK}"
_FIGURES = (
    rf"(?:(?P<lead>\b(?:between|from){_SPACE})?(?P<low>{FIGURE})(?P<lowmark>{_MARK})?"
    rf"(?P<join>{_SPACE}?[-–—]{_SPACE}?|{_SPACE}(?:to|or|and){_SPACE}))?(?P<n>{FIGURE})(?P<mark>{_MARK})"
)
_WORDS = rf"(?:^|[\s(“\"‘'–—])(?P<n>{WORD}|[A-Z][a-z]+(?:-[a-z]+)?)(?P<mark>[ \x{{a0}}-]per{_SPACE}?cent\b)"
_NEEDLE = r"[0-9](?:[ \x{a0}\x{202f}]?%|[ \x{a0}\x{202f}-]?(?:per|pct\b|pc\b))|[a-zA-Z][ \x{a0}-]per[ \x{a0}]?cent\b"

_LEAD, _LOW, _LOWMARK, _JOIN, _N, _MARKED = 1, 2, 3, 4, 5, 6
"""The groups of `_FIGURES`."""
_STOPS = ("", ".", "!", "?", "\n", "”", '"')
"""What a sentence may come after, a space between."""
_FORMS = {"sign": "%", "percent": " percent", "per-cent": " per cent"}
# Before these a figure runs on, or is no figure: "£5%", "F1.5%".
_JOINS = "0123456789.,:/$£€"


class Options(KindOptions, frozen=True):
    spelled: Literal["figures", "any"] = "any"


class State(msgspec.Struct, frozen=True):
    figures: Any
    words: Any
    takes_figures: bool


def prepare(options: Options, lists: Lists) -> State:
    return State(compile_pattern(_FIGURES), compile_pattern(_WORDS), options.spelled == "figures")


def needles(state: State) -> tuple[str, ...]:
    return (_NEEDLE,)


def check(state: State, context: Context) -> Iterator[Finding]:
    if context.fact is None:
        return
    value = context.fact.value
    text = context.story.text
    usual = _FORMS[value]
    for match in state.figures.finditer(text):
        start, end = match.span()
        if state.takes_figures and text[max(0, start - 2) : start][:1] in _STOPS:
            opening = tuple(_sentence_start(context, match, value))
            yield from opening
            if opening:
                continue
        if (
            text.startswith(usual, end - len(usual))
            and text[end - len(usual) - 1].isdigit()
            and match.span(_LOW)[0] < 0
        ):
            continue  # the house's own form, and by far the commonest
        if start and (text[start - 1].isalnum() or text[start - 1] in _JOINS):
            continue
        if text.startswith((" percent", " per cent"), end):
            continue  # "70% percent": what is there twice is another check's
        yield from _figures(text, match, start, end, value)
    for match in state.words.finditer(text):
        yield from _words(state, context, match, value)


def _sentence_start(context: Context, match: Any, value: str) -> Iterator[Finding]:
    """Advise words for a whole percentage that begins a sentence of the text: "Five per cent of them left"."""
    text = context.story.text
    start, end = match.span()
    number = text_of(match, _N, text)
    block = context.story.block_at(start)
    if match.span(_LOW)[0] >= 0 or not number.isdecimal() or not 0 < int(number) < 100 or not text.startswith(" ", end):
        return
    if block is not None and block.kind == "body" and begins_sentence(context.story, start):
        word = "percent" if value == "percent" or (value == "sign" and context.variant == "en-US") else "per cent"
        right = f"{in_words(int(number)).capitalize()} {word}"
        yield Finding(start, end, suggestions=(right,), severity="advice", fix="unsafe")


def _figures(text: str, match: Any, start: int, end: int, value: str) -> Iterator[Finding]:
    number, mark = text_of(match, _N, text), text_of(match, _MARKED, text)
    low, low_mark, join = (text_of(match, group, text) for group in (_LOW, _LOWMARK, _JOIN))
    form = _form(value, mark)
    right = number + form
    if not low:
        start = match.span(_N)[0]
    elif _belongs(text_of(match, _LEAD, text), low, low_mark, join):
        # Both of a range take the sign, the last one alone a word.
        start = match.span(_LOW)[0]
        closed = not join.strip(" \xa0\u202f").isalpha()
        has_mark = value == "sign" or (low_mark and not closed)
        right = low + (form if has_mark else "") + join + right
        if not low_mark and _plain(mark) == form:
            return  # "5 to 6%": the house's own mark, and nobody is misled
    else:
        start = match.span(_N)[0]
    if _plain(right) != _plain(text[start:end]):
        yield Finding(start, end, suggestions=(right,))


def _belongs(lead: str, low: str, low_mark: str, join: str) -> bool:
    """Say whether the first figure of "2016 to 5%" is a percentage too."""
    if low_mark:
        return True
    if join.strip() == "and":
        return lead.startswith("between")
    return len(low.partition(".")[0]) <= 2


def _form(value: str, mark: str) -> str:
    """Return what the house writes after the figure: the mark that is there, if but a hyphen sets it apart."""
    form = _FORMS[value]
    return mark if value != "sign" and mark.strip("- \xa0\u202f") == form.strip() else form


def _plain(text: str) -> str:
    return text.replace("\xa0", " ").replace("\u202f", " ")


def _words(state: State, context: Context, match: Any, value: str) -> Iterator[Finding]:
    text = context.story.text
    start, end = match.span(1)[0], match.span(2)[1]
    found, mark = text_of(match, 1, text), text_of(match, 2, text)
    number = number_values().get(found)
    before = word_before(text, start)[0].lower()
    begins = begins_sentence(context.story, start)
    if number is None and found.lower() in number_values() and begins:
        number = number_values()[found.lower()]
    elif number is None or begins or before in ("hundred", "thousand", "point", "and", "or", "to", "between"):
        return
    style = context.style
    by_rule = style is not None and style.value("percent-figures") == "number-rule"
    keeps = by_rule and style is not None and number < int(style.value("words-below") or 10)
    if state.takes_figures and not begins and not keeps:
        yield Finding(start, end, suggestions=(str(number) + _FORMS[value],))
    elif value != "sign" and mark.strip("- \xa0").replace("\xa0", " ") != _FORMS[value].strip():
        yield Finding(start, end, suggestions=(found + mark[0] + _FORMS[value].strip(),))
