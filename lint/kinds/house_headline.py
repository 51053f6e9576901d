"""Kind `house-headline`: headlines in another form than the house's.

    report: case        # all main words with capitals, or the first word and names alone
          | question    # a question mark, where the house avoids them

That a headline is set in capitals throughout its words is told by words that the story has in small letters; one set
in sentence case, by main words in small letters. Words that are quoted, and headlines in capital letters, are left
alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from ..issue import Edit
from ..text.blocks import Block, BlockKind
from ..text.regex import regex
from ..text.story import Story
from .shared.base import Context, Finding, KindOptions, Lists

_WORD = regex(r"[^\W\d_][\w’'-]*")
_SMALL = frozenset((
    "a", "an", "and", "as", "at", "but", "by", "en", "for", "from", "if", "in", "into", "near", "nor", "of", "off",
    "on", "onto", "or", "out", "over", "per", "so", "than", "that", "the", "then", "to", "up", "upon", "v", "via",
    "vs", "when", "with", "within", "without", "yet", "after", "amid", "among", "before", "below", "beside",
    "between", "down", "during", "like", "once", "past", "since", "till", "under", "until", "about", "above",
    "across", "against", "along", "around", "behind", "beyond", "despite", "inside", "outside", "through", "toward",
    "towards", "not",
))  # fmt: skip
_TITLE_SMALL = frozenset(
    (
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "en",
        "for",
        "if",
        "in",
        "nor",
        "of",
        "on",
        "or",
        "per",
        "the",
        "to",
        "v",
        "via",
        "vs",
    )
)
"""Words without a capital in title case: prepositions of four letters and more have one."""
_PART = regex(r"[^\W\d_]+")
_LEAST_WORDS = 4
_LEAST_PROOF = 2
_MAIN = 4
"""Letters of a word that a headline in title case gives a capital, whatever it is, unless it is a preposition."""
_QUESTION = regex(r"\?[\"”’')]*$")


class Options(KindOptions, frozen=True):
    report: Literal["case", "question"]


class State(msgspec.Struct, frozen=True):
    report: str


def prepare(options: Options, lists: Lists) -> State:
    return State(options.report)


def needles(state: State) -> tuple[str, ...] | None:
    return (r"\?",) if state.report == "question" else None


def check(state: State, context: Context) -> Iterator[Finding]:
    if context.fact is None:
        return
    story, value = context.story, context.fact.value
    for block in story.blocks:
        if block.kind is BlockKind.BODY:
            return
        if block.kind is not BlockKind.HEADLINE:
            continue
        if state.report == "question":
            if value == "avoid":
                yield from _question(story, block)
        else:
            yield from _lowered(story, block) if value == "sentence" else _raised(story, block)


def _question(story: Story, block: Block) -> Iterator[Finding]:
    match = _QUESTION.search(story.text, block.start, block.end)
    if match is not None and not story.in_speech(match.start(), match.start() + 1):
        yield Finding(match.start(), match.start() + 1)


def _words(story: Story, block: Block) -> list[tuple[int, str]]:
    return [
        (match.start(), match.group())
        for match in _WORD.finditer(story.text, block.start, block.end)
        if not story.in_speech(*match.span())
    ]


def _lowered(story: Story, block: Block) -> Iterator[Finding]:
    """Report a headline whose main words all have capitals, though the story has some of them in small letters."""
    words = _words(story, block)
    main = [(start, word) for start, word in words[1:] if word.lower() not in _SMALL]
    if len(words) < _LEAST_WORDS or len(main) < _LEAST_WORDS - 1 or not all(word[0].isupper() for _, word in main):
        return
    capital = {start: word for start, word in words[1:] if word[0].isupper() and not word[1:].isupper()}
    seen = {start: _seen(story, word, block) for start, word in capital.items()}
    proved = [start for start, letters in seen.items() if letters == "small"]
    if len(proved) < _LEAST_PROOF:
        return
    # After a colon a sentence begins again.
    inner = [start for start in seen if story.text[start - 2 : start] not in (": ", "? ", "! ", ". ")]
    edits = [Edit(start, start + 1, capital[start][0].lower()) for start in inner if seen[start] == "small"]
    if edits and any(seen[start] == "nowhere" for start in inner):
        yield Finding(block.start, block.end, message=_SENTENCE_CASE)
    elif edits:
        yield _finding(story, block, edits)


_SENTENCE_CASE = "The house sets headlines in sentence case: capitals for the first word and for names alone."


def _seen(story: Story, word: str, block: Block) -> Literal["small", "capital", "nowhere"]:
    """Return how the story writes a word below the headline; "small" where it has a capital at most to begin."""
    low = word.lower().replace("’", "'")
    found: Literal["small", "capital", "nowhere"] = "nowhere"
    for form in dict.fromkeys((low, low.removesuffix("'s"), low.removesuffix("'"))):
        for index in story.word_positions.get(form, ()):
            start, text = story.token_starts[index], story.token_texts[index]
            if start < block.end:
                continue
            if text[0].islower():
                found = "small"
                continue
            sentence = story.sentence_at(start)
            if sentence is not None and sentence.start != start:
                return "capital"
    return found


def _raised(story: Story, block: Block) -> Iterator[Finding]:
    """Report a headline of which two main words or more have no capital."""
    words = _words(story, block)
    main = [(start, word) for start, word in words if word.lower() not in _SMALL and len(word) >= _MAIN]
    low = [(start, word) for start, word in main if word[0].islower()]
    if len(words) < _LEAST_WORDS or len(low) < _LEAST_PROOF or len(low) * 2 < len(main) - 1:
        return
    edits = [edit for start, word in words for edit in _capitals(start, word, first=start == block.start)]
    yield _finding(story, block, edits)


def _capitals(start: int, word: str, *, first: bool) -> Iterator[Edit]:
    """Yield the capitals that a word takes, with those of its parts after hyphens ("Oil-for-Food")."""
    if any(char.isupper() for char in word[1:]):
        return
    for part in _PART.finditer(word):
        apostrophe = part.start() > 0 and word[part.start() - 1] in "'’"
        if (
            part.group()[0].islower()
            and not apostrophe
            and (part.group() not in _TITLE_SMALL or (first and not part.start()))
        ):
            at = start + part.start()
            yield Edit(at, at + 1, part.group()[0].upper())


def _finding(story: Story, block: Block, edits: list[Edit]) -> Finding:
    text = story.text
    parts: list[str] = []
    done = block.start
    for edit in sorted(edits, key=lambda edit: edit.start):
        parts += [text[done : edit.start], edit.new]
        done = edit.end
    return Finding(block.start, block.end, suggestions=("".join((*parts, text[done : block.end])),), edits=tuple(edits))
