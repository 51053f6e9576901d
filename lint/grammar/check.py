"""Stories to matches: what the result cache knows is taken from it, the rest is asked, several requests at a time.

Each piece of a story (see `pieces`) has a result of its own, whatever it was sent together with. A request that fails
is asked again piece by piece, so that only a piece that fails alone is lost. What can go wrong is bounded: after
TIMEOUTS requests that ran into the time limit, or LOST pieces lost one after another, or a server that no longer
answers, grammar has ended for this run.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from ..text.story import Story
from .errors import GrammarError, GrammarFailed, GrammarUnavailable
from .match import Match
from .pieces import Piece, split_pieces
from .remote import RemoteServer

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from .client import Answer, Client, Trouble
    from .results import Results
    from .server import Server

TIMEOUT_S = 30.0
"""Seconds for one request, unless the settings say otherwise."""
TIMEOUTS = 4
LOST = 4

_FORMAT = 1
"""Counts what the cache holds: of another number, nothing is read."""
_LEAST = 800
_MOST = 10_000
"""Code points in a request. Measured on news copy, processor time of the server for 1,000 characters: paragraph by
paragraph 127 ms, 800 and more together 110, 2,400 and more 87, 10,000 and more 85. So a story is rather asked in as
many requests as may be in flight than in one, and more than 10,000 together gain nothing."""
_GAP = "\n\n"
_BUSY_TRIES = 3
_PAUSE_S = 0.25
_LONGEST_PAUSE_S = 10.0
_IN_FLIGHT = 8

_MEND = "Run it again; if it fails again, run with --grammar off and report it."
_MEND_SLOW = "Run it again, or set grammar-timeout to more seconds."


class Lost(msgspec.Struct, frozen=True):
    """A piece that LanguageTool did not check: where it begins in the story, why, and what to do."""

    start: int
    reason: str
    mend: str


class Proof(msgspec.Struct, frozen=True):
    """What LanguageTool said of a story: matches in order of place, and the pieces of which it said nothing."""

    matches: tuple[Match, ...] = ()
    lost: tuple[Lost, ...] = ()

    def whole(self) -> tuple[Match, ...]:
        """Return the matches. Raises GrammarFailed where a piece was lost."""
        for lost in self.lost:
            raise GrammarFailed(lost.reason, lost.mend)
        return self.matches


class _Loss(msgspec.Struct, frozen=True):
    reason: str
    mend: str


_Found: TypeAlias = tuple[Match, ...]
_Outcomes: TypeAlias = "dict[bytes, _Found | _Loss]"
_FOUND = msgspec.msgpack.Decoder(tuple[Match, ...])


class Pending:
    """A story that is being checked."""

    def __init__(
        self,
        pieces: Sequence[tuple[Piece, bytes]],
        known: Mapping[bytes, _Found],
        jobs: Mapping[bytes, Future[_Outcomes]],
    ) -> None:
        self._pieces = pieces
        self._known = known
        self._jobs = jobs

    def result(self) -> Proof:
        """Wait for what is missing. Raises GrammarUnavailable or GrammarFailed where grammar has ended for this run."""
        matches: list[Match] = []
        lost: list[Lost] = []
        for piece, key in self._pieces:
            outcome: _Found | _Loss | None = self._known.get(key)
            if outcome is None:
                outcome = self._jobs[key].result()[key]
            if isinstance(outcome, _Loss):
                lost.append(Lost(piece.start, outcome.reason, outcome.mend))
            else:
                matches += _in_story(outcome, piece)
        return Proof(tuple(sorted(matches, key=lambda m: (m.start, m.end, m.rule_id))), tuple(lost))


class Checker:
    """Checks stories on one server.

    ``rules`` are the LanguageTool rules to ask for, None: those on by default. ``known_as`` says, with LanguageTool's
    version, whose answers they are: the rules of our own that the server has (`custom_key`), or its address.
    ``results`` is the cache, None: nothing is kept. ``timeout_s`` limits each request. `close` it.
    """

    def __init__(
        self,
        server: Server,
        rules: Iterable[str] | None,
        *,
        results: Results | None = None,
        known_as: str = "",
        timeout_s: float = TIMEOUT_S,
        in_flight: int | None = None,
    ) -> None:
        self._server = server
        self._remote = server if isinstance(server, RemoteServer) else None
        self._name = self._remote.name if self._remote else "LanguageTool"
        self._rules = None if rules is None else frozenset(rules)
        self._results = results
        self._known_as = known_as
        self._timeout_s = timeout_s
        self._in_flight = in_flight or min(os.cpu_count() or 1, _IN_FLIGHT)
        self._pool: ThreadPoolExecutor | None = None
        self._stopped = threading.Event()
        self._lock = threading.Lock()
        self._client: Client | None = None
        self._url = ""
        self._ended: GrammarError | None = None
        self._timeouts = self._lost = 0
        self._version = ""

    def begin(self, stories: Sequence[Story], variants: Sequence[str]) -> list[Pending]:
        """Begin to check stories, each in its variant ("en-AU"); they come back in the same order.

        Raises GrammarUnavailable where a team's server has to be asked for its version and does not answer.
        """
        if not self._wanted():
            return [Pending((), {}, {}) for _ in stories]
        self._version = version = self._server.version
        bases = {variant: self._base(variant, version) for variant in set(variants)}
        keyed = [
            [(piece, _key(bases[variant], piece.text)) for piece in split_pieces(story)]
            for story, variant in zip(stories, variants, strict=True)
        ]
        known = self._look_up({key: piece.text for own in keyed for piece, key in own})
        missing: list[dict[bytes, str]] = []
        seen = set(known)
        for own in keyed:
            missing.append({key: piece.text for piece, key in own if key not in seen})
            seen.update(missing[-1])
        jobs = self._submit(missing, variants)
        return [Pending(own, known, {key: jobs[key] for _, key in own if key in jobs}) for own in keyed]

    @property
    def version(self) -> str | None:
        """LanguageTool's version, None before a story was begun."""
        return self._version or None

    def close(self) -> None:
        """Ask no more; requests under way break off."""
        self._stopped.set()
        if self._pool is None:
            return
        self._pool.shutdown(wait=False, cancel_futures=True)
        if self._remote:
            self._remote.stop()
        client = self._client
        if client is not None:
            client.close()

    def _wanted(self) -> bool:
        return self._rules is None or bool(self._rules)

    # The cache

    def _base(self, variant: str, version: str) -> bytes:
        """Return what all keys of a variant have in common, as a digest, so that no text can pass for a part of it."""
        rules = None if self._rules is None else sorted(self._rules)
        facts = (_FORMAT, version, self._known_as, variant, rules)
        return blake2b(msgspec.msgpack.encode(facts), digest_size=32).digest()

    def _look_up(self, texts: dict[bytes, str]) -> dict[bytes, _Found]:
        if self._results is None:
            return {}
        known = {}
        for key, value in self._results.get(list(texts)).items():
            try:
                found = _FOUND.decode(value)
            except msgspec.MsgspecError:
                continue
            if all(0 <= match.start <= match.end <= len(texts[key]) for match in found):
                known[key] = found
        return known

    def _keep(self, texts: dict[bytes, str], outcomes: _Outcomes, variant: str, version: str) -> None:
        rows = {k: msgspec.msgpack.encode(o) for k, o in outcomes.items() if not isinstance(o, _Loss)}
        if version != self._version:  # a team's server that was renewed since its version was noted
            base = self._base(variant, version)
            rows = {_key(base, texts[key]): value for key, value in rows.items()}
        if self._results is not None:
            self._results.put(rows)

    # Asking, in the pool's threads

    def _submit(self, missing: Sequence[dict[bytes, str]], variants: Sequence[str]) -> dict[bytes, Future[_Outcomes]]:
        jobs: dict[bytes, Future[_Outcomes]] = {}
        total = sum(len(text) for texts in missing for text in texts.values())
        if not total:
            return jobs
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor  # 10 ms: not where everything is known

            self._pool = ThreadPoolExecutor(self._in_flight, thread_name_prefix="newslint-grammar")
        size = min(_MOST, max(_LEAST, -(-total // self._in_flight)))
        for texts, variant in zip(missing, variants, strict=True):
            for chunk in _chunks(texts, size):
                job = self._pool.submit(self._work, chunk, variant)
                jobs.update(dict.fromkeys(chunk, job))
        return jobs

    def _work(self, texts: dict[bytes, str], variant: str) -> _Outcomes:
        from .client import Trouble

        try:
            answer = self._ask(list(texts.values()), variant)
        except Trouble as trouble:
            if len(texts) == 1:
                return dict.fromkeys(texts, self._lose(trouble))
            outcomes: _Outcomes = {}
            for key, text in texts.items():
                outcomes |= self._work({key: text}, variant)
            return outcomes
        found = _by_piece(answer.matches, list(texts.values()))
        outcomes = dict(zip(texts, found, strict=True))
        self._keep(texts, outcomes, variant, answer.version)
        return outcomes

    def _ask(self, texts: Sequence[str], variant: str) -> Answer:
        """Return the answer to these texts together.

        Raises a Trouble that is these texts' own: they may fare better apart. Raises GrammarError where grammar has
        ended.
        """
        from .client import Broken, Busy, Refused, TooSlow, Unreachable

        text = _GAP.join(texts)
        busy = broken = 0
        while True:
            client = self._connected()
            try:
                answer = client.check(text, variant, self._rules)
            except (Unreachable, Broken) as trouble:
                self._go_on()
                broken += isinstance(trouble, Broken)
                if broken > 1:  # what the server dies of, it dies of again
                    raise
                if not self._server.renew():
                    raise self._end(trouble) from None
            except Busy as trouble:
                busy += 1
                pause = _PAUSE_S * 4 ** (busy - 1) if trouble.wait_s is None else trouble.wait_s
                if busy == _BUSY_TRIES or pause > _LONGEST_PAUSE_S:
                    raise self._end(trouble) from None
                self._stopped.wait(pause)
            except Refused as trouble:
                raise self._end(trouble) from None
            except TooSlow as trouble:
                self._too_slow(client, trouble)
                raise
            else:
                self._lost = 0
                if self._remote:
                    self._remote.heard(answer.version)
                return answer

    def _connected(self) -> Client:
        """Return a client of the server, which is started where need be."""
        from .address import parse_address
        from .client import Client

        self._go_on()
        try:
            url = self._server.url
        except GrammarError as error:
            with self._lock:
                self._ended = self._ended or error
            raise self._ended from None
        with self._lock:
            if self._client is None or self._url != url:
                if self._client is not None:
                    self._client.close()
                self._client, self._url = Client(parse_address(url), self._timeout_s), url
            return self._client

    def _go_on(self) -> None:
        """Raise what has ended grammar, if something has."""
        if self._ended is not None:
            raise self._ended
        if self._stopped.is_set():
            raise GrammarFailed("LanguageTool is asked no more", _MEND)

    def _too_slow(self, client: Client, trouble: Trouble) -> None:
        with self._lock:
            self._timeouts += 1
            often = self._timeouts >= TIMEOUTS
        if often or not client.healthy():
            raise self._end(trouble, _MEND_SLOW) from None

    def _lose(self, trouble: Trouble) -> _Loss:
        from .client import TooSlow

        mend = _MEND_SLOW if isinstance(trouble, TooSlow) else _MEND
        with self._lock:
            self._lost += 1
            often = self._lost >= LOST
        if often:
            raise self._end(trouble, mend)
        return _Loss(f"{self._name} {trouble}", mend)

    def _end(self, trouble: Trouble, mend: str = _MEND) -> GrammarError:
        """End grammar for this run; the first reason stands."""
        with self._lock:
            if self._ended is None:
                what = f"{self._name} {trouble}"
                self._ended = GrammarUnavailable(what, self._remote.mend) if self._remote else GrammarFailed(what, mend)
            return self._ended


def check_stories(
    server: Server,
    stories: Sequence[Story],
    variants: Sequence[str],
    rules: Iterable[str] | None = None,
    timeout_s: float = TIMEOUT_S,
) -> tuple[tuple[Match, ...], ...]:
    """Return the matches of each story, sorted by place, in code points of the story's text; nothing is kept.

    ``variants`` holds each story's ("en-AU"). ``rules`` are the LanguageTool rules to ask for, None: those on by
    default. Raises GrammarUnavailable and GrammarFailed, the latter also where LanguageTool failed on a paragraph.
    """
    checker = Checker(server, rules, timeout_s=timeout_s)
    try:
        proofs = [pending.result() for pending in checker.begin(stories, variants)]
    finally:
        checker.close()
    return tuple(proof.whole() for proof in proofs)


def _key(base: bytes, text: str) -> bytes:
    return blake2b(base + text.encode(), digest_size=16).digest()


def _chunks(texts: dict[bytes, str], size: int) -> Iterator[dict[bytes, str]]:
    """Cut a story's pieces into runs of about the same length, none much longer than ``size``."""
    total = sum(map(len, texts.values()))
    runs = max(1, -(-total // size))
    chunk: dict[bytes, str] = {}
    done = number = 0
    for key, text in texts.items():
        # A piece goes where its middle lies.
        place = min(runs - 1, (done + len(text) // 2) * runs // total)
        if chunk and place != number:
            yield chunk
            chunk = {}
        number = place
        chunk[key] = text
        done += len(text)
    if chunk:
        yield chunk


def _by_piece(matches: Iterable[Match], texts: Sequence[str]) -> list[_Found]:
    """Deal out the matches of a request to its pieces, each in its piece's offsets; none reaches over a piece's end."""
    found: list[list[Match]] = [[] for _ in texts]
    start = number = 0
    for match in sorted(matches, key=lambda m: (m.start, m.end)):
        while number < len(texts) - 1 and match.start >= start + len(texts[number]) + len(_GAP):
            start += len(texts[number]) + len(_GAP)
            number += 1
        if match.start < match.end <= start + len(texts[number]):
            found[number].append(msgspec.structs.replace(match, start=match.start - start, end=match.end - start))
    return [tuple(each) for each in found]


def _in_story(matches: Iterable[Match], piece: Piece) -> Iterator[Match]:
    for match in matches:
        span = piece.story_span(match.start, match.end)
        if span is not None:
            yield msgspec.structs.replace(match, start=span[0], end=span[1])
