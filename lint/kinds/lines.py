"""Kind `lines`: a whole line that is no part of the story.

    patterns: ['-30-', '(?i)more to come\\.*']    # RE2, held against the whole line, white space around it aside
    except: ['^ENDS$']                            # RE2, searched in the line
    place: any                                    # any | not-last: an end mark | not-first: a headline

The fix takes the line out, and one blank line with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

import msgspec

from ..issue import Edit
from .shared.base import Context, Finding, KindOptions, Lists, OptionError
from .shared.groups import span_of
from .shared.matching import compile_pattern

BLOCKS = ("any",)
QUOTES = "anywhere"


class Options(KindOptions, frozen=True):
    patterns: tuple[str, ...]
    except_: tuple[str, ...] = ()
    place: Literal["any", "not-last", "not-first"] = "any"


class State(msgspec.Struct, frozen=True):
    source: str
    pattern: Any
    exceptions: tuple[Any, ...]
    place: Literal["any", "not-last", "not-first"]


def prepare(options: Options, lists: Lists) -> State:
    if not options.patterns:
        raise OptionError("needs `patterns`", "patterns")
    for i, pattern in enumerate(options.patterns):
        compile_pattern(pattern, "patterns", i)
    either = "|".join(f"(?:{pattern})" for pattern in options.patterns)
    # A line ends at \r, \n or both; in RE2, (?m) knows \n only.
    source = rf"(?m)(?:^|\r)[ \t\x{{a0}}]*(?P<line>{either})[ \t\x{{a0}}]*(?:$|\r)"
    return State(
        source=source,
        pattern=compile_pattern(source, "patterns"),
        exceptions=tuple(compile_pattern(p, "except", i) for i, p in enumerate(options.except_)),
        place=options.place,
    )


def needles(state: State) -> tuple[str, ...]:
    return (state.source,)


def check(state: State, context: Context) -> Iterator[Finding]:
    text = context.story.text
    last = len(text.rstrip())
    first = len(text) - len(text.lstrip())
    for match in state.pattern.finditer(text):
        start, end = span_of(match, "line")
        if start == end or (state.place == "not-last" and end >= last):
            continue
        if state.place == "not-first" and start <= first:
            continue
        if any(pattern.search(text[start:end]) for pattern in state.exceptions):
            continue
        yield Finding(start, end, edits=(Edit(*_extent(context, start, end), ""),))


def _extent(context: Context, start: int, end: int) -> tuple[int, int]:
    """Return the span to take out: the line with its terminator, and one blank line beside it."""
    lines = context.story.lines
    row = lines.position(start)[0]
    first = lines.starts[row - 1]
    if row < len(lines):
        after = lines.starts[row]
        if row + 1 < len(lines) and not context.story.text[after : lines.ends[row]].strip():
            after = lines.starts[row + 1]
        return first, after
    # The last line: take the line break before it, and a blank line before that.
    before = row - 1
    while (
        before > 0
        and before > row - 3
        and not context.story.text[lines.starts[before - 1] : lines.ends[before - 1]].strip()
    ):
        before -= 1
    return (lines.ends[before - 1] if before > 0 else 0), lines.ends[row - 1]
