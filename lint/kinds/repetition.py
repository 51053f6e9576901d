"""Kind `repetition`: a word or a phrase typed twice in a row.

    words: 1                 # length of what is repeated: 1 (default), or 2, which stands for two to four words
    allow: [had, that]       # words that may rightly stand twice
    only: function           # any (default) | function: only prepositions, articles, auxiliaries and the like

Never across a mark or a paragraph's end. Names are immune ("Duran Duran"), and so are short words that no list of
English words holds ("gado gado"). Two words in a row may be on two lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Literal

import msgspec

from ..text.regex import regex
from ..text.story import Story
from ..text.tokens import Token, TokenKind, make_tokens
from .shared.base import Context, Finding, KindOptions, Lists, OptionError
from .shared.lexicon import Lexicon, load_lexicon

_LINE_END = regex(r"\r\n|\n|\r")
_LONGEST = 4
_SHORT = 6  # reduplicated words of other languages are short: "tuk tuk", "lomi lomi"


class Options(KindOptions, frozen=True):
    words: Literal[1, 2] = 1
    allow: tuple[str, ...] = ()
    only: Literal["any", "function"] = "any"


class State(msgspec.Struct, frozen=True):
    phrase: bool
    allow: frozenset[str]
    only_function: bool
    lexicon: Lexicon


def prepare(options: Options, lists: Lists) -> State:
    if any(word != word.lower() for word in options.allow):
        raise OptionError("words are given in lower case", "allow")
    return State(options.words > 1, frozenset(options.allow), options.only == "function", load_lexicon(lists))


def check(state: State, context: Context) -> Iterator[Finding]:
    near = _near_themselves(context.story)
    if not near:
        return
    lows = context.story.lows
    for length in range(2, _LONGEST + 1) if state.phrase else (1,):
        for begin, end in _repeats(lows, near, length):
            words = make_tokens(context.story.token_starts[begin:end], context.story.token_texts[begin:end])
            if _is_slip(state, context, lows, words, begin, length):
                start = words[0].start
                keep = context.story.text[start : words[length - 1].end]
                yield Finding(start, words[-1].end, suggestions=(keep,), values={"word": keep})


def _near_themselves(story: Story) -> list[int]:
    """Return the indexes of the words that stand again among the next few, in order; worked out once a story."""
    near: list[int] | None = story.memo.get(__name__)
    if near is None:
        again = [at for at in story.word_positions.values() if len(at) > 1]
        near = sorted([this for at in again for this, following in pairwise(at) if following - this <= _LONGEST])
        story.memo[__name__] = near
    return near


def _repeats(lows: tuple[str, ...], near: list[int], length: int) -> Iterator[tuple[int, int]]:
    """Yield the range of tokens in which ``length`` words stand twice or more in a row."""
    last = len(lows) - length
    same = [index for index in near if index < last and lows[index] == lows[index + length]]
    if len(same) < length:
        return
    for _, group in groupby(enumerate(same), key=lambda pair: pair[1] - pair[0]):
        run = [index for _, index in group]
        if len(run) >= length:
            yield run[0], run[0] + (len(run) // length + 1) * length


FIELDS = ("word",)


def _is_slip(
    state: State, context: Context, lows: tuple[str, ...], words: tuple[Token, ...], begin: int, length: int
) -> bool:
    story = context.story
    if any(word.kind is not TokenKind.WORD for word in words):
        return False
    gaps = [story.text[a.end : b.start] for a, b in pairwise(words)]
    if any(not gap.isspace() or len(_LINE_END.findall(gap)) > 1 for gap in gaps):
        return False
    if length == 1:
        return _is_doubled_word(state, words[1].text, words[0].text)
    return _is_doubled_phrase(state, words, lows, begin, begin + len(words), length)


def _is_doubled_word(state: State, second: str, first: str) -> bool:
    low = second.lower()
    if second != low and second != "I":
        return False  # a name, or capitals
    if low in state.allow or (len(low) == 1 and second not in ("a", "I")):
        return False
    if first != first.lower() and not state.lexicon.is_function(low):
        return False
    known = state.lexicon.is_function(low) or second == "I"
    if state.only_function:
        return known
    return known or len(low) > _SHORT or state.lexicon.is_known(low)


def _is_name(state: State, words: tuple[Token, ...]) -> bool:
    """Say whether capitals run through the words, small ones apart ("Art and Art and")."""
    content = [word.text for word in words if not state.lexicon.is_function(word.text.lower())]
    return bool(content) and all(text[:1].isupper() for text in content)


def _is_doubled_phrase(
    state: State, words: tuple[Token, ...], lows: tuple[str, ...], begin: int, end: int, length: int
) -> bool:
    phrase = lows[begin : begin + length]
    if len(set(phrase)) == 1 or _is_name(state, words):
        return False  # a doubled word's own business; a name
    if end < len(lows) and lows[end] == phrase[0]:
        return False  # "day after day after day"
    if begin and lows[begin - 1] == phrase[-1]:
        return False
    if any(word in state.allow for word in phrase):
        return False
    return any(state.lexicon.is_function(word) for word in phrase)
