"""Grammar in a run: one server for all stories, and what is said where it cannot run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Protocol

from ..grammar.match import Match
from ..issue import NotRun
from ..text.story import Story
from .parts import PART

if TYPE_CHECKING:
    from ..grammar.api import Server, Setup

GRAMMAR_LIMIT = PART
"""Code points: longer copy is checked in parts and not sent to LanguageTool."""


class _Copy(Protocol):
    @property
    def path(self) -> str: ...
    @property
    def story(self) -> Story: ...
    @property
    def variant(self) -> str: ...


class Proofreader:
    """Asks LanguageTool about stories. After a failure it asks no more, and ``not_run`` says why."""

    def __init__(self, server: Server | None, version: str | None, not_run: Sequence[NotRun] = ()) -> None:
        self._server = server
        self.version = version
        self.not_run = list(not_run)

    def read(self, copies: Sequence[_Copy], rules: frozenset[str]) -> list[tuple[Match, ...]]:
        """Return the matches of each copy, in the same order, for these rules; none for what could not be sent."""
        matches: list[tuple[Match, ...]] = [()] * len(copies)
        if self._server is None:
            return matches
        wanted = []
        for number, copy in enumerate(copies):
            if len(copy.story.text) > GRAMMAR_LIMIT:
                reason = f"longer than {GRAMMAR_LIMIT:,} characters: split the file"
                self.not_run.append(NotRun("grammar", copy.path, "unavailable", reason))
            else:
                wanted.append(number)
        if not wanted:
            return matches
        from ..grammar.api import GrammarFailed, check_stories

        try:
            answers = check_stories(
                self._server,
                [copies[number].story for number in wanted],
                [copies[number].variant for number in wanted],
                rules,
            )
        except GrammarFailed as error:
            self._server = None
            self.version = None
            self.not_run.append(NotRun("grammar", None, "failed", str(error)))
            return matches
        for number, found in zip(wanted, answers, strict=True):
            matches[number] = found
        return matches


@contextmanager
def proofreader(find_setup: Callable[[], Setup] | None = None) -> Iterator[Proofreader]:
    """Start a private server for a run and end it with the block, whatever ends the block.

    ``find_setup`` may install what is missing first. Where grammar cannot run, the proofreader has no server and its
    ``not_run`` says why and what mends it: nothing is raised.
    """
    from ..grammar import api

    with ExitStack() as stack:
        try:
            setup = (find_setup or api.find_setup)()
            reader = Proofreader(stack.enter_context(api.private_server(setup)), api.jar_list().version)
        except api.GrammarUnavailable as error:
            reader = Proofreader(None, None, [NotRun("grammar", None, "unavailable", str(error))])
        except api.GrammarFailed as error:
            reader = Proofreader(None, None, [NotRun("grammar", None, "failed", str(error))])
        yield reader
