"""Kind `misspelling`: words that no variety of English spells so, from a list.

    from: misspellings      # rules/lists/misspellings.yml: parts `words` and `names`, each of wrong=right

A word in capitals or with a capital in mid-sentence is a name and never looked up in `words`; `names` are those that
need one. The newsroom's own words are never wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..text.tokens import TokenKind
from .shared.base import Context, Finding, KindOptions, Lists, OptionError
from .shared.matching import recase


class Options(KindOptions):
    from_: str = "misspellings"


@dataclass(frozen=True, slots=True)
class State:
    words: dict[str, str]
    names: dict[str, str]


def prepare(options: Options, lists: Lists) -> State:
    data = lists.get(options.from_)
    parts: dict[str, dict[str, str]] = {"words": {}, "names": {}}
    for name, pairs in parts.items():
        text = data.get(name, "") if isinstance(data, dict) else None
        if not isinstance(text, str) or any(pair.count("=") != 1 for pair in text.split()):
            raise OptionError(f"the list `{options.from_}` needs wrong=right pairs in `{name}`", "from")
        pairs.update((wrong, right.replace("_", " ")) for wrong, right in (pair.split("=") for pair in text.split()))
    return State(parts["words"], parts["names"])


def check(state: State, context: Context) -> Iterator[Finding]:
    for token in context.story.tokens:
        if token.kind is not TokenKind.WORD or token.text in context.words:
            continue
        text = token.text.partition("'")[0].partition("’")[0] if token.text[-2:] in ("'s", "’s") else token.text
        right = _right(state, text, context, token.start)
        if right is not None:
            yield Finding(token.start, token.start + len(text), suggestions=(right,))


def _right(state: State, text: str, context: Context, start: int) -> str | None:
    if text.islower():
        return _look_up(state.words, text)
    if not text[1:].islower():
        return None
    low = text.lower()
    name = _look_up(state.names, low)
    if name is not None:
        return name
    right = _look_up(state.words, low)
    if right is None:
        return None
    sentence = context.story.sentence_at(start)
    opening = context.story.text[sentence.start : start] if sentence else ""
    return recase(text, right) if not opening.strip("\"“‘'([") else None


def _look_up(pairs: dict[str, str], word: str) -> str | None:
    right = pairs.get(word)
    if right is None and word.endswith("s") and not pairs.get(word[:-1], "s").endswith("s"):
        right = pairs[word[:-1]] + "s" if not pairs[word[:-1]].endswith("y") else pairs[word[:-1]][:-1] + "ies"
    return right
