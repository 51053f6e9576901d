"""Kind `house-terms`: the forms that a house writes in place of others, from the `terms` of its style.

No options. Capital letters count as the style gives them, but a form in small letters may open a sentence. A form that
stands in a longer name ("Bombay High Court") or in one of the term's own exceptions is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from ..text.story import Story
from .shared.base import Context, Finding, KindOptions, Lists
from .shared.matching import bounded, recase
from .shared.style import Term

FIELDS = ("use",)
REACH = "block"

_REACH = 60
"""Code points on either side in which an exception is looked for."""


class Options(KindOptions, frozen=True):
    pass


class State(msgspec.Struct, frozen=True):
    pass


def prepare(options: Options, lists: Lists) -> State:
    return State()


def check(state: State, context: Context) -> Iterator[Finding]:
    if context.style is None:
        return
    story = context.story
    table = _by_first_word(context.style.terms)
    for word in table.keys() & story.word_pairs.keys():
        for indexes in story.word_pairs[word].values():
            for index in indexes:
                for form, term in table[word]:
                    found = _found(story, index, form)
                    if found is not None and not _excused(story, *found, term):
                        start, end = found
                        right = recase(story.text[start:end], term.use)
                        yield Finding(
                            start, end, suggestions=(right,), values={"use": right}, severity=term.fact.severity
                        )
                        break


@lru_cache(maxsize=32)
def _by_first_word(terms: tuple[Term, ...]) -> dict[str, list[tuple[str, Term]]]:
    """Return the forms by their first token in lower case, the longest first."""
    table: dict[str, list[tuple[str, Term]]] = {}
    for term in terms:
        for form in term.for_:
            first = Story(form).spellings[0]
            table.setdefault(first, []).append((form, term))
    return {word: sorted(rows, key=lambda row: -len(row[0])) for word, rows in table.items()}


def _found(story: Story, index: int, form: str) -> tuple[int, int] | None:
    text, start = story.text, story.tokens[index].start
    end = start + len(form)
    here = text[start:end]
    if here != form and " ".join(here.split()).replace("’", "'") != form:
        opens = form[:1].islower() and here[:1].isupper() and here[1:] == form[1:]
        if not opens:
            return None
    if not bounded(text, start, end) or _in_longer_name(text, start, end):
        return None
    return start, end


def _in_longer_name(text: str, start: int, end: int) -> bool:
    """Say whether a form with a capital stands directly beside another word with one, or is part of an address."""
    if text[end : end + 1] in ("@", ".") and text[end + 1 : end + 2].isalnum():
        return True
    if text[start - 1 : start] in ("@", "#", "/", ".") and start:
        return True
    if not text[start].isupper() or (start >= 2 and text[start - 2] in '.!?:”"') or not text[start:end].istitle():
        return False
    after = text[end : end + 2]
    before = text[max(0, start - 40) : start].split(" ")
    last = before[-2] if len(before) > 1 and not before[-1] else ""
    return (after[:1] == " " and after[1:].isupper()) or (last[:1].isupper() and last[-1:].isalpha())


def _excused(story: Story, start: int, end: int, term: Term) -> bool:
    if not term.except_:
        return False
    base = max(0, start - _REACH)
    around = story.text[base : end + _REACH].lower()
    for phrase in term.except_:
        at = around.find(phrase.lower())
        while at >= 0:
            if base + at < end and base + at + len(phrase) > start:
                return True
            at = around.find(phrase.lower(), at + 1)
    return False
