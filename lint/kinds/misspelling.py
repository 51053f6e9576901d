"""Kind `misspelling`: words that no variety of English spells so, from a list.

    from: misspellings      # rules/lists/misspellings.yml: parts `words` and `names`, each of wrong=right
    endings: always-ise     # ... or words that always end in -ise, or in -ize: the others of the two are wrong

A word in capitals or with a capital in mid-sentence is a name and never looked up in `words`; `names` are those that
need one. The newsroom's own words are never wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ..text.tokens import TokenKind
from .shared.base import Context, Finding, KindOptions, Lists, OptionError
from .shared.matching import recase
from .shared.signs import haystack
from .shared.spelling import wrong_endings


class Options(KindOptions, frozen=True):
    from_: str = "misspellings"
    endings: str = ""


class State(msgspec.Struct, frozen=True):
    words: dict[str, str]
    names: dict[str, str]


def prepare(options: Options, lists: Lists) -> State:
    if options.endings:
        return State(wrong_endings(lists.get(options.endings)), {})
    data = lists.get(options.from_)
    parts: dict[str, dict[str, str]] = {"words": {}, "names": {}}
    for name, pairs in parts.items():
        text = data.get(name, "") if isinstance(data, dict) else None
        if not isinstance(text, str) or any(pair.count("=") != 1 for pair in text.split()):
            raise OptionError(f"the list `{options.from_}` needs wrong=right pairs in `{name}`", "from")
        pairs.update((wrong, right.replace("_", " ")) for wrong, right in (pair.split("=") for pair in text.split()))
    return State(_with_plurals(parts["words"]), _with_plurals(parts["names"]))


def _with_plurals(pairs: dict[str, str]) -> dict[str, str]:
    plurals = {}
    for wrong, right in pairs.items():
        if not right.endswith("s") and wrong + "s" not in pairs:
            plurals[wrong + "s"] = (
                right[:-1] + "ies" if right[-2:-1] not in "aeiou" and right[-1] == "y" else right + "s"
            )
    return {**pairs, **plurals}


def check(state: State, context: Context) -> Iterator[Finding]:
    # The story's words are looked up in the lists, not the lists in it: nearly every story has no misspelling at all.
    present = {word.decode() for word in haystack(context.story).words}
    if state.words.keys().isdisjoint(present) and state.names.keys().isdisjoint(present):
        return
    for token in context.story.tokens:
        text = _bare(token.text)
        if token.kind is TokenKind.WORD and not context.knows(text):
            right = _right(state, text, context, token.start)
            if right is not None:
                yield Finding(token.start, token.start + len(text), suggestions=(right,))


def _bare(text: str) -> str:
    return text[:-2] if text[-2:] in ("'s", "’s") else text


def _right(state: State, text: str, context: Context, start: int) -> str | None:
    if text.islower():
        return state.words.get(text)
    if not text[1:].islower():
        return None
    low = text.lower()
    if low in state.names or low not in state.words:
        return state.names.get(low)
    sentence = context.story.sentence_at(start)
    opening = context.story.text[sentence.start : start] if sentence else ""
    return None if opening.strip("\"“‘'([") else recase(text, state.words[low])
