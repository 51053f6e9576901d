"""LanguageTool's replies: whatever bytes a server sends are an answer to the text or a named trouble, never more."""

from __future__ import annotations

import json
import socket
import threading
from functools import cache

from fuzz_book import shipped_book, verify_issues
from fuzzinput import Chooser

from newslint.engine.checking import Checked, context_of, issues_of
from newslint.engine.checking import Copy as CheckedCopy
from newslint.engine.options import Options
from newslint.engine.overlap import without_doubles
from newslint.engine.placed import placed
from newslint.grammar import connection
from newslint.grammar.address import Address, parse_address
from newslint.grammar.check import check_stories
from newslint.grammar.client import Answer, Client, Failed, Trouble, read_answer
from newslint.grammar.errors import GrammarError
from newslint.grammar.match import Match
from newslint.issue import NotRun
from newslint.rulebook.check import Check
from newslint.text.story import Story

INSTRUMENT = ("newslint.grammar", "newslint.kinds.grammar", "newslint.kinds.tokens", "http.client")
TOKENS = (
    *("HTTP/1.1 200 OK\r\n", "Content-Length: ", "Transfer-Encoding: chunked\r\n", "Retry-After: ", "Location: "),
    *('"offset": ', '"length": ', '"rule": {"id": "', '"replacements": [{"value": "', '"matches": [', "\r\n\r\n"),
    *('"software": {"version": "6.8"}', '"incompleteResults": true', "1e999", "-1", "\\ud800", "503", "302"),
)

COPY = (
    "Harbour reopens\n\nIt was an hard choice for 🦦 the pilot, “two of the crew was ill,” she said.\n\n"
    "The mayor, who had opposed the plan, were not in the room."
)


def seeds() -> list[bytes]:
    reply = {
        "software": {"name": "LanguageTool", "version": "6.8"},
        "warnings": {"incompleteResults": False},
        "matches": [_match(*rule) for rule in zip((24, 7, 100), (2, 4, 3), _rule_ids()[:3], strict=True)],
    }
    body = json.dumps(reply).encode()
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body)
    chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)
    answers = [head + body, chunked, b"HTTP/1.1 503 Busy\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n"]
    answers += [
        b"HTTP/1.1 302 Found\r\nLocation: http://elsewhere.example/\r\n\r\n",
        b"HTTP/1.0 500 No\r\n\r\nJava died",
    ]
    return [b"\0" + body, *(b"\1" + answer for answer in answers), b"\2" + bytes(range(200)), b"\2" + body[:100]]


def _match(offset: int, length: int, rule: str) -> dict[str, object]:
    return {
        "offset": offset,
        "length": length,
        "message": "Use <suggestion>a</suggestion>.",
        "rule": {"id": rule, "subId": "1", "category": {"id": "GRAMMAR"}},
        "replacements": [{"value": "a"}],
    }


@cache
def grammar_checks() -> tuple[Check, ...]:
    return tuple(check for check in shipped_book().checks if check.languagetool_rules)


@cache
def _rule_ids() -> tuple[str, ...]:
    return tuple(sorted({rule for check in grammar_checks() for rule in check.languagetool_rules}))


def one_input(data: bytes) -> None:
    """First byte 0: the body of a good answer; 1: all that the server sends, to the end; else matches of all shapes."""
    kind, rest = data[:1], data[1:]
    if kind == b"\0":
        check_body(rest)
    elif kind == b"\1":
        check_response(rest)
    else:
        check_matches(rest)


def check_body(body: bytes) -> None:
    length = len(COPY)
    try:
        answer = read_answer(body, length)
    except Failed as trouble:
        verify_reason(trouble)
        return
    verify_answer(answer, length)


def verify_reason(trouble: Exception) -> None:
    assert str(trouble)
    assert len(str(trouble)) < 500, "a server's answer floods the report"
    assert "\n" not in str(trouble)


def verify_answer(answer: Answer, length: int) -> None:
    for match in answer.matches:
        assert 0 <= match.start <= match.end <= length
        assert isinstance(match.rule_id, str)


class _Server:
    """A server whose every answer is the same bytes, after which it hangs up."""

    version = "6.8"

    def __init__(self, answer: bytes) -> None:
        self.url = "http://127.0.0.1:1/"
        self._answer = answer

    def renew(self) -> bool:
        return False

    def connect(self, _address: Address, _limit_s: float) -> socket.socket:
        ours, theirs = socket.socketpair()
        ours.settimeout(5)
        threading.Thread(target=self._speak, args=(theirs,), daemon=True).start()
        return ours

    def _speak(self, theirs: socket.socket) -> None:
        with theirs:
            theirs.settimeout(5)
            try:
                theirs.sendall(self._answer)
                theirs.shutdown(socket.SHUT_WR)
                while theirs.recv(65536):  # what is asked has to go somewhere
                    pass
            except OSError:
                pass


def check_response(answer: bytes) -> None:
    server = _Server(answer)
    real, connection._connected = connection._connected, server.connect
    try:
        client = Client(parse_address(server.url), 5.0)
        for ask in (
            lambda: client.check(COPY, "en-GB", frozenset({"EN_A_VS_AN"})),
            lambda: client.check(COPY, "en-GB"),
        ):
            try:
                verify_answer(ask(), len(COPY))
            except Trouble as trouble:
                verify_reason(trouble)
        client.close()
        try:
            (found,) = check_stories(server, [Story(COPY)], ["en-GB"], timeout_s=5.0)  # type: ignore[arg-type]
        except GrammarError as error:
            verify_reason(error)
        else:
            assert all(0 <= match.start <= match.end <= len(COPY) for match in found)
    finally:
        connection._connected = real


def check_matches(data: bytes) -> None:
    """Checks that read matches take any whose spans lie in the text, of whatever rule and with whatever words."""
    choose = Chooser(data)
    length = len(COPY)
    matches = []
    for _ in range(choose.number(0, 12)):
        start = choose.number(0, length)
        end = start + choose.number(0, min(40, length - start))
        words = tuple(choose.part().decode("utf-8", "replace") for _ in range(choose.number(0, 3)))
        rule = choose.one_of((*_rule_ids(), "NO_SUCH_RULE"))
        message = choose.part().decode("utf-8", "replace")
        matches.append(
            Match(start, end, rule, choose.one_of(("GRAMMAR", "", "TYPOS")), message, words, str(choose.byte()))
        )
    story, options = Story(COPY), Options(grammar="auto", advice=True)
    context = context_of(story, COPY, "a.txt", "en-GB", options)
    context = context.__class__(
        **{f: getattr(context, f) for f in context.__struct_fields__ if f != "matches"}, matches=tuple(matches)
    )
    issues = []
    for check in grammar_checks():
        found = issues_of(check, context, "a.txt", options)
        assert not isinstance(found, NotRun), found
        issues += found
    shown = tuple(placed(issue, COPY, story.lines) for issue in without_doubles(issues, COPY))
    verify_issues(Checked(CheckedCopy("a.txt", story, "en-GB"), shown, ()), COPY)
