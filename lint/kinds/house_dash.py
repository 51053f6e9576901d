"""Kind `house-dash`: dashes between parts of a sentence in another form than the house's.

No options. One report for each form that is not the house's, at its first place; the fix mends all of them. Ranges,
scores, compounds, rows of names ("Monday - Friday"), datelines and what opens a line are no dashes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from ..issue import Edit, Related
from ..text.blocks import BlockKind
from ..text.regex import regex
from ..text.story import Story
from .shared.base import Context, Finding, KindOptions, Lists
from .shared.places import matches_at

FIELDS = ("form", "count")
QUOTES = "anywhere"

_FORMS = {"en-spaced": " – ", "em-spaced": " — ", "em-closed": "—", "hyphen-spaced": " - ", "double-hyphen": " -- "}
_NAMES = {
    "en-spaced": "a spaced en dash",
    "em-spaced": "a spaced em dash",
    "em-closed": "an em dash without spaces",
    "hyphen-spaced": "a spaced hyphen",
    "double-hyphen": "two hyphens with spaces",
}
_PROSE = frozenset((BlockKind.BODY, BlockKind.STANDFIRST, BlockKind.CAPTION, BlockKind.LIST))
_SIDE = r"[\w”’\"'),;:.!?%…]"
_PATTERNS = {
    " - ": regex(rf"(?<={_SIDE}) - (?=\S)"),
    " -- ": regex(rf"(?<={_SIDE}) -- (?=\S)"),
    "--": regex(r"(?<=[a-z”’\"'),])--(?=[A-Za-z“‘\"'(])"),
    " – ": regex(rf"(?<={_SIDE}) – (?=\S)"),
    "—": regex(rf"(?<={_SIDE}) ?— ?(?=[\w“‘\"'($£€])"),
}
_ROW = regex(r"(?:[^\s–—]*-)?(?P<word>[^\s–—“”‘’\"'(),;:.!?]+)[”’\"')]*$")
_WORD = regex(r"[“‘\"'($£€]*(?P<word>[^\s–—“”‘’\"'(),;:.!?]+)")
_LONGEST_WORD = 40
_SHOWN = 3
_DATELINE = 80
"""How far into its block a dash after a bracket may belong to a dateline, in code points."""


class Options(KindOptions, frozen=True):
    pass


class State(msgspec.Struct, frozen=True):
    pass


def prepare(options: Options, lists: Lists) -> State:
    return State()


def needles(state: State) -> tuple[str, ...]:
    return (" - ", "--", " – ", "—")


def check(state: State, context: Context) -> Iterator[Finding]:
    if context.fact is None or context.fact.value not in _FORMS:
        return
    text, value = context.story.text, context.fact.value
    right = _FORMS[value]
    for mark, pattern in _PATTERNS.items():
        if mark not in text or mark == right == " -- ":
            continue
        found = [
            match
            for match in matches_at(pattern, mark.strip(), text)
            if match.group() != right and _is_dash(context.story, match)
        ]
        if found:
            yield _finding(found, right, _NAMES[value])


def _is_dash(story: Story, match: re.Match[str]) -> bool:
    text = story.text
    start, end = match.span()
    block = story.block_at(start)
    if block is None or block.kind not in _PROSE or start <= block.start:
        return False
    before, after = text[start - 1], text[end]
    if before == ")" and start - block.start < _DATELINE:
        return False
    left = _ROW.search(text, max(block.start, start - _LONGEST_WORD), start)
    right = _WORD.match(text, end, end + _LONGEST_WORD)
    if left is None or right is None:
        return not (before.isdigit() and after.isdigit())
    first, second = left["word"], right["word"]
    # Ranges and scores, the ends of a journey, a row of names; what follows "I" or a closing mark is a clause.
    if first[0].isdigit() and second[0].isdigit():
        return False
    return not (_is_name(first) and _is_name(second) and before.isalnum() and after.isalnum())


def _is_name(word: str) -> bool:
    return (word[0].isupper() and word != "I") or word[0].isdigit()


def _finding(found: list[re.Match[str]], right: str, form: str) -> Finding:
    first = found[0]
    dash = first.group().strip()
    start = first.start() + first.group().index(dash)
    return Finding(
        start,
        start + len(dash),
        suggestions=(right.strip(),),
        edits=tuple(_edit(match, right) for match in found),
        related=tuple(Related(m.start(), m.end(), "here too") for m in found[1 : 1 + _SHOWN]),
        values={"form": form, "count": str(len(found))},
    )


def _edit(match: re.Match[str], right: str) -> Edit:
    """Replace the dash alone where its spaces stay: another fix may touch them."""
    old = match.group()
    if old[0] == old[-1] == " " == right[0]:
        return Edit(match.start() + 1, match.end() - 1, right.strip())
    return Edit(match.start(), match.end(), right)
