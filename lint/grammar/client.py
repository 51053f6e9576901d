"""Asking a LanguageTool server about stories, through language-tool-python.

Three facts about that client (3.4) shape this module. It counts a match's length in UTF-16 units, so that it goes wrong
after an emoji: every character above U+FFFF is replaced by one below before the text is sent, and the units are the
same again. It keeps the positions of such characters in a cache that all threads share: with none in the text the cache
is always right. Its time limit is fixed at 300 seconds and applied twice: the limit here stops the server, and then
every request breaks off.
"""

from __future__ import annotations

import re
import time
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from typing import TYPE_CHECKING, Any

import msgspec

from ..text.blocks import BlockKind
from ..text.story import Story
from .errors import GrammarFailed
from .match import Match
from .server import Server

if TYPE_CHECKING:
    from language_tool_python import LanguageTool

# Two requests in flight are best on two cores; more only wait for one another.
_IN_FLIGHT = 2
# A request holds at most this much: memory in the server grows with it, and a limit in time can be kept.
_CHUNK = 20_000
PATIENCE_S = 120.0
_MEND = "Run it again; if it fails again, run with --grammar off and report it."

_BREAK = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t]*")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
# A mark that no rule takes for a letter, a figure or punctuation.
_STAND_IN = "\u25a1"
_PARAGRAPH = "\n\n"


class Part(msgspec.Struct, frozen=True):
    """A text to send, and the way back. Piece ``i`` of ``text`` starts at ``sent[i]`` and stood at ``origin[i]`` in the
    story.
    """

    text: str
    sent: tuple[int, ...]
    origin: tuple[int, ...]

    def story_span(self, start: int, end: int) -> tuple[int, int] | None:
        """Return a span of ``text`` as one of the story; None where it is empty or reaches over a paragraph's end."""
        if not 0 <= start < end <= len(self.text):
            return None
        if "\n" in self.text[start:end]:  # between paragraphs, and nowhere else
            return None
        return self._origin(start), self._origin(end - 1) + 1

    def _origin(self, offset: int) -> int:
        piece = bisect_right(self.sent, offset) - 1
        return self.origin[piece] + offset - self.sent[piece]


def prose_parts(story: Story, kinds: frozenset[BlockKind] = frozenset({BlockKind.BODY})) -> tuple[Part, ...]:
    """Cut a story's blocks of these kinds into texts to send: paragraphs apart, line breaks inside one made spaces."""
    parts: list[Part] = []
    builder = _Builder()
    for block in story.blocks:
        if block.kind not in kinds:
            continue
        for start, end in _pieces(story.text, block.start, block.end):
            if builder.length and builder.length + (end - start) > _CHUNK:
                parts.append(builder.part())
                builder = _Builder()
            builder.add_paragraph(story.text, start, end)
    if builder.length:
        parts.append(builder.part())
    return tuple(parts)


def _pieces(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """Cut a paragraph that is too long for one request, at a space where there is one in its last tenth."""
    while end - start > _CHUNK:
        cut = text.rfind(" ", start + _CHUNK * 9 // 10, start + _CHUNK)
        cut = cut if cut > start else start + _CHUNK
        yield start, cut
        start = cut
    if start < end:
        yield start, end


class _Builder:
    def __init__(self) -> None:
        self.length = 0
        self._texts: list[str] = []
        self._sent: list[int] = []
        self._origin: list[int] = []

    def add_paragraph(self, text: str, start: int, end: int) -> None:
        if self.length:
            self._append(_PARAGRAPH, start)
        at = start
        for line_break in _BREAK.finditer(text, start, end):
            self._append(text[at : line_break.start()], at)
            self._append(" ", line_break.start())
            at = line_break.end()
        self._append(text[at:end], at)

    def _append(self, text: str, origin: int) -> None:
        if text:
            self._texts.append(_ASTRAL.sub(_STAND_IN, text))
            self._sent.append(self.length)
            self._origin.append(origin)
            self.length += len(text)

    def part(self) -> Part:
        return Part("".join(self._texts), tuple(self._sent), tuple(self._origin))


def check_stories(
    server: Server,
    stories: Sequence[Story],
    variants: Sequence[str],
    rules: Iterable[str] | None = None,
    patience_s: float = PATIENCE_S,
) -> tuple[tuple[Match, ...], ...]:
    """Return the matches of each story, sorted by place, in code points of the story's text.

    ``variants`` holds each story's ("en-AU"). ``rules`` are the LanguageTool rules to ask for, None: those on by
    default. ``patience_s`` limits the wait for each story's answers, on average: all stories together have that much
    for each 20,000 characters, and twice that to begin with. Where it is over the server is stopped. Raises
    GrammarFailed.
    """
    work = [(index, part) for index, story in enumerate(stories) for part in prose_parts(story)]
    if not work:
        return tuple(() for _ in stories)
    tools = _tools(server.url, sorted(set(variants)), None if rules is None else frozenset(rules))
    found: list[list[Match]] = [[] for _ in stories]
    deadline = time.monotonic() + patience_s * (2 + len(work))
    pool = ThreadPoolExecutor(_IN_FLIGHT, thread_name_prefix="newslint-grammar")
    try:
        jobs = [pool.submit(_ask, tools[variants[index]], part) for index, part in work]
        done, waiting = wait(jobs, timeout=max(0.0, deadline - time.monotonic()), return_when=FIRST_EXCEPTION)
        if waiting and not any(job.exception() for job in done):
            server.stop()
            raise GrammarFailed("LanguageTool did not answer in time", _MEND)
        for job in done:
            job.result()
        for (index, _), job in zip(work, jobs, strict=True):
            found[index] += job.result()
    except BaseException:
        # The threads wait for answers: without a server there will be none, and the pool can end.
        server.stop()
        raise
    finally:
        pool.shutdown(cancel_futures=True)
    return tuple(tuple(sorted(matches, key=lambda m: (m.start, m.end, m.rule_id))) for matches in found)


def _tools(url: str, variants: Sequence[str], rules: frozenset[str] | None) -> dict[str, LanguageTool]:
    from language_tool_python import LanguageTool
    from language_tool_python.exceptions import LanguageToolError

    tools = {}
    for variant in variants:
        try:
            # What the environment says of proxies is not for the loopback interface: text must not leave the machine.
            tool = LanguageTool(variant, remote_server=url, proxies={"no_proxy": "127.0.0.1,localhost"})
        except (LanguageToolError, ValueError, OSError) as error:
            raise GrammarFailed(f"LanguageTool does not answer for {variant}: {_short(error)}", _MEND) from error
        if rules is not None:
            tool.enabled_rules = set(rules)
            tool.enabled_rules_only = True
        tools[variant] = tool
    return tools


def _ask(tool: LanguageTool, part: Part) -> list[Match]:
    from language_tool_python.exceptions import LanguageToolError

    try:
        answers = tool.check(part.text)
    except (LanguageToolError, KeyError, TypeError, ValueError, OSError) as error:
        raise GrammarFailed(f"LanguageTool could not check a text: {_short(error)}", _MEND) from error
    found = []
    for answer in answers:
        span = part.story_span(answer.offset, answer.offset + answer.error_length)
        if span is not None:
            found.append(_match(span, answer))
    return found


def _match(span: tuple[int, int], answer: Any) -> Match:
    return Match(
        start=span[0],
        end=span[1],
        rule_id=answer.rule_id,
        category=answer.category,
        message=answer.message,
        replacements=tuple(answer.replacements),
    )


def _short(error: Exception) -> str:
    text = " ".join(str(error).split())
    return text[:300] or type(error).__name__
