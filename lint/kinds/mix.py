"""Kind `mix`: one thing written in two ways in the same story.

    forms: {closed: '\\b\\d+km\\b', spaced: '\\b\\d+ km\\b'}   # a name for the message, and an RE2 pattern
    except: ['September 11']                                # what one of these overlaps does not count
    at-least: 2                                             # how often the form that prevails must stand
    speech: true                                            # cases in speech count too (default: false)

The report is the first case of the rarest form (the later one, where they tie); one report a story. What a pattern's
group `mark` matched is reported, where it has one. Speech and other blocks than the check's own do not count.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from ..issue import Related
from .shared.base import Context, Finding, KindOptions, Lists, OptionError
from .shared.groups import span_of
from .shared.matching import compile_pattern, overlaps_any

FIELDS = ("form", "others")


class Options(KindOptions, frozen=True):
    forms: dict[str, str]
    except_: tuple[str, ...] = ()
    at_least: int = 1
    speech: bool = False


class State(msgspec.Struct, frozen=True):
    forms: tuple[tuple[str, Any], ...]
    sources: tuple[str, ...]
    exceptions: tuple[Any, ...]
    at_least: int
    speech: bool


def prepare(options: Options, lists: Lists) -> State:
    if len(options.forms) < 2:
        raise OptionError("needs two forms or more", "forms")
    return State(
        forms=tuple((name, compile_pattern(pattern, "forms", name)) for name, pattern in options.forms.items()),
        sources=tuple(options.forms.values()),
        exceptions=tuple(compile_pattern(p, "except", i) for i, p in enumerate(options.except_)),
        at_least=options.at_least,
        speech=options.speech,
    )


def needles(state: State) -> tuple[str, ...]:
    return state.sources


def check(state: State, context: Context) -> Iterator[Finding]:
    story = context.story
    found = []
    for name, pattern in state.forms:
        spans = [
            _mark(match)
            for match in pattern.finditer(story.text)
            if _counts(context, *match.span(), speech=state.speech)
            and not overlaps_any(state.exceptions, context, *match.span())
        ]
        if spans:
            found.append((len(spans), -spans[0][0], name, spans[0]))
        elif len(state.forms) == 2:
            return
    if len(found) < 2:
        return
    found.sort()
    if found[-1][0] < state.at_least:
        return
    _, _, form, (start, end) = found[0]
    others = found[1:]
    yield Finding(
        start,
        end,
        values={"form": form, "others": " and ".join(f'"{story.text[s:e]}"' for _, _, _, (s, e) in others)},
        related=tuple(Related(s, e, f"written {name} here") for _, _, name, (s, e) in others),
    )


def _mark(match: Any) -> tuple[int, int]:
    if "mark" in match.re.groupindex and match["mark"] is not None:
        return span_of(match, "mark")
    return match.start(), match.end()


def _counts(context: Context, start: int, end: int, *, speech: bool) -> bool:
    block = context.story.block_at(start)
    return block is not None and block.kind == "body" and (speech or not context.story.in_speech(start, end))
