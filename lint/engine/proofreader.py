"""Grammar in a run: which server is asked, what is sent to it, and what is said where it cannot run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import TYPE_CHECKING

import msgspec

from ..issue import NotRun
from ..text.story import Story

if TYPE_CHECKING:
    from ..grammar.check import Checker, Pending, Proof
    from ..grammar.results import Results
    from ..grammar.server import Server
    from ..grammar.setup import Setup

GRAMMAR_LIMIT = 5_000_000
"""Code points: longer copy is not sent to LanguageTool."""


class Task(msgspec.Struct, frozen=True):
    """A story to be proofread, which may be a part of a file; ``length`` is the whole file's, in code points."""

    path: str
    length: int
    story: Story
    variant: str


class Proofreader:
    """Asks LanguageTool about stories. After a failure it asks no more, and ``not_run`` says why.

    ``open_server`` is given the variant of the first story. ``known_as``: see `Checker`. ``lacks_own_rules`` says why
    the server cannot have rules of our own, "" where it has them.
    """

    def __init__(
        self,
        open_server: Callable[[str], AbstractContextManager[Server]],
        *,
        known_as: str,
        results: Results | None,
        timeout_s: float,
        lacks_own_rules: str = "",
    ) -> None:
        self._open_server = open_server
        self._known_as = known_as
        self._results = results
        self._timeout_s = timeout_s
        self._stack = ExitStack()
        self._checker: Checker | None = None
        self._too_long: set[str] = set()
        self.lacks_own_rules = lacks_own_rules
        self.not_run: list[NotRun] = []
        self.ended: NotRun | None = None

    @property
    def version(self) -> str | None:
        """The version of LanguageTool that ran, None where none did."""
        return self._checker.version if self._checker is not None and self.ended is None else None

    def begin(self, tasks: Sequence[Task], rules: frozenset[str]) -> list[Callable[[], Proof]]:
        """Begin to ask about stories, for these rules, the same in every call of a run.

        What comes back waits for the story's answer when it is called, and is empty where there is none. Nothing is
        raised.
        """
        from ..grammar.check import Proof
        from ..grammar.errors import GrammarError

        short = [task for task in tasks if task.length <= GRAMMAR_LIMIT]
        for path in dict.fromkeys(task.path for task in tasks if task.length > GRAMMAR_LIMIT):
            if path not in self._too_long:
                self._too_long.add(path)
                reason = f"longer than {GRAMMAR_LIMIT:,} characters: split the file"
                self.not_run.append(NotRun("grammar", path, "unavailable", reason))
        waiting: Iterator[Callable[[], Proof]] = iter(())
        if self.ended is None and short:
            try:
                checker = self._checker or self._open(short[0].variant, rules)
                pending = checker.begin([task.story for task in short], [task.variant for task in short])
                waiting = map(self._waiting, pending)
            except GrammarError as error:
                self._end(error)
        return [next(waiting, Proof) if task.length <= GRAMMAR_LIMIT else Proof for task in tasks]

    def close(self) -> None:
        self._stack.close()

    def _open(self, variant: str, rules: frozenset[str]) -> Checker:
        from ..grammar.check import Checker

        server = self._stack.enter_context(self._open_server(variant))
        self._checker = Checker(
            server, rules, results=self._results, known_as=self._known_as, timeout_s=self._timeout_s
        )
        self._stack.callback(self._checker.close)
        return self._checker

    def _waiting(self, pending: Pending) -> Callable[[], Proof]:
        def wait() -> Proof:
            from ..grammar.check import Proof
            from ..grammar.errors import GrammarError

            try:
                return pending.result()
            except GrammarError as error:
                self._end(error)
                return Proof()

        return wait

    def _end(self, error: Exception) -> None:
        from ..grammar.errors import GrammarUnavailable

        if self.ended is None:
            unavailable = isinstance(error, GrammarUnavailable)
            self.ended = NotRun("grammar", None, "unavailable" if unavailable else "failed", str(error))
            self.not_run.append(self.ended)


@contextmanager
def proofreader(
    own_rules: str,
    *,
    find_setup: Callable[[], Setup] | None = None,
    url: str | None = None,
    private: bool = True,
    cached: bool = True,
    timeout_s: float | None = None,
) -> Iterator[Proofreader]:
    """Offer grammar for a run; no server is looked for or started before a story has to be sent.

    ``own_rules`` is the XML of the checks' own rules, ``find_setup`` may install what is missing first. ``url`` is a
    team's server. Otherwise a ``private`` one ends with the block, whatever ends it, and a shared one is left running.
    ``cached``: read and fill the user's result cache. ``timeout_s`` is for one request. Where grammar cannot run, the
    proofreader's ``not_run`` says why and what mends it: nothing is raised, but ValueError for a ``url`` that is none.
    """
    from ..grammar.check import TIMEOUT_S

    timeout_s = timeout_s or TIMEOUT_S
    with ExitStack() as stack:
        results = None
        if cached:
            from ..grammar.results import open_results

            results = open_results()
            stack.callback(results.close)
        if url is not None:
            reader = _remote(url, results, timeout_s)
        else:
            reader = _local(own_rules, find_setup, results, timeout_s, private=private)
        stack.callback(reader.close)
        yield reader


def _remote(url: str, results: Results | None, timeout_s: float) -> Proofreader:
    from contextlib import nullcontext

    from ..grammar.remote import RemoteServer

    server = RemoteServer(url, results, timeout_s)
    return Proofreader(
        lambda _variant: nullcontext(server),
        known_as=str(server.address),
        results=results,
        timeout_s=timeout_s,
        lacks_own_rules=f"{server.name} has no rules of newslint's own; a run without --grammar-url has them",
    )


def _local(
    own_rules: str, find_setup: Callable[[], Setup] | None, results: Results | None, timeout_s: float, *, private: bool
) -> Proofreader:
    from ..grammar.custom import custom_key

    def setup() -> Setup:
        if find_setup is not None:
            return find_setup()
        from ..grammar.setup import find_setup as find

        return find(own_rules)

    def open_server(variant: str) -> AbstractContextManager[Server]:
        if private:
            from ..grammar.server import private_server

            return private_server(setup)
        from ..grammar.shared import shared_server

        return shared_server(setup, variant)

    return Proofreader(open_server, known_as=custom_key(own_rules), results=results, timeout_s=timeout_s)
