"""Kind `across`: what one story alone cannot show: `newslint check FOLDER --across` runs it over all stories together.

    fault: name-two-spellings      # one person under two spellings, told by posts and by who stands beside them
         | body-two-names          # one body under two names, in stories of one day with the same people
         | near-duplicate-paragraph # a paragraph that an earlier story has too
         | refiled-story           # a story that is a version of an earlier one
         | correction-not-carried  # a figure or name that one version has corrected and the other still has
    bodies:                        # with body-two-names: heads of names that are mistaken for one another, in sets
      - [Board, Commission, Council]
    heads: [Hospital]              # more heads, mistaken for no other
    statuses: [borough, town]      # what may differ before a head: "Otterbrook Borough Council", "... Town Council"

A text that holds several stories, each under a line `==> name <==` as `head` and `tail` write it, is compared with
itself: so a check of this kind carries its tests. Any other text by itself shows nothing. A day in a name
("==> 2026-05-03-pool.txt <==") is the story's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from ..text.regex import regex
from ..text.story import Story
from .shared.across.bodies import Sets
from .shared.across.clash import Clash, Fault
from .shared.across.extract import Extract, Heads
from .shared.base import Context, Finding, KindOptions, Lists, OptionError
from .shared.bodies import head_spellings

FIELDS = ("other", "place", "how", "share", "version")

_BETWEEN = regex(r"^==> (?P<name>[^\n]+?) <==[ \t]*\n", 8)  # re.MULTILINE
_DAY = regex(r"\d{4}-\d\d-\d\d")


class Options(KindOptions, frozen=True):
    fault: Fault
    bodies: tuple[tuple[str, ...], ...] = ()
    heads: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()


class State(msgspec.Struct, frozen=True):
    fault: Fault
    heads: Heads
    sets: Sets


def prepare(options: Options, lists: Lists) -> State:
    if options.fault == "body-two-names" and not options.bodies:
        raise OptionError("needs `bodies`")
    words = [*(word for group in options.bodies for word in group), *options.heads]
    plain = {word: _singular(word) for word in words}
    of = {_singular(word): number for number, group in enumerate(options.bodies) for word in group}
    return State(
        options.fault,
        Heads(plain, head_spellings(words)),
        Sets(of, frozenset(word.lower() for word in options.statuses)),
    )


def _singular(head: str) -> str:
    head = head.replace("isation", "ization")
    return head[:-1] if head.endswith("s") and not head.endswith("ss") else head


def needles(state: State) -> tuple[str, ...]:
    return ("(?m)^==> .+ <==",)


def check(state: State, context: Context) -> Iterator[Finding]:
    clashes = context.story.memo.get(__name__)
    if clashes is None:
        clashes = _of_one_text(state, context.story)
    for clash in clashes:
        if clash.fault == state.fault:
            yield Finding(
                clash.start,
                clash.end,
                suggestions=clash.suggestions,
                values=clash.values,
                severity=clash.severity,
            )


def give(story: Story, clashes: tuple[Clash, ...]) -> None:
    """Let the checks of this kind report these of a story."""
    story.memo[__name__] = clashes


def _of_one_text(state: State, story: Story) -> Iterator[Clash]:
    """Compare the stories that one text holds; what is found has its places in the whole text."""
    marks = list(_BETWEEN.finditer(story.text))
    if len(marks) < 2:
        return
    from .shared.across.compare import compare
    from .shared.across.extract import extract

    parts: Mapping[str, tuple[int, Story]] = {
        mark["name"]: (mark.end(), Story(story.text[mark.end() : end].rstrip(), layout="body"))
        for mark, end in zip(marks, [*(mark.start() for mark in marks[1:]), len(story.text)], strict=True)
    }

    def read(each: Extract) -> Story:
        return parts[each.path][1]

    extracts = [
        msgspec.msgpack.encode(extract(part, name, day[0] if (day := _DAY.search(name)) else "", state.heads))
        for name, (_, part) in parts.items()
    ]
    for clash in compare(extracts, frozenset({state.fault}), state.sets, read).clashes:
        begin = parts[clash.path][0]
        yield msgspec.structs.replace(clash, start=clash.start + begin, end=clash.end + begin)
