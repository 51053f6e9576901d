"""When a server is slow, busy, down or wrong: what is tried again, for how long, and what is said; a team's server."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import contextmanager

import pytest
from bad_network import MATCH, reply, stand

from newslint.grammar import check as check_module
from newslint.grammar import remote
from newslint.grammar.check import Checker
from newslint.grammar.errors import GrammarError, GrammarFailed, GrammarUnavailable
from newslint.grammar.remote import RemoteServer
from newslint.grammar.results import Results
from newslint.text.story import Story

TEXT = "\n\n".join(f"The pilot of ferry {n} has said that all is well, and that the river is calm." for n in range(8))


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(check_module, "_PAUSE_S", 0.01)


@pytest.fixture
def results(tmp_path):
    store = Results(tmp_path / "results.sqlite3")
    yield store
    store.close()


@contextmanager
def checking(server, results=None, timeout_s: float = 5.0, **options):
    checker = Checker(server, {"A_RULE"}, results=results, timeout_s=timeout_s, **options)
    yield lambda text=TEXT: checker.begin([Story(text, "body")], ["en-GB"])[0].result()
    checker.close()


def fine(ask) -> None:
    ask.say(200, reply(MATCH))


def failure(server, **options) -> GrammarError:
    with checking(server, **options) as read, pytest.raises(GrammarError) as caught:
        read()
    return caught.value


def after(times: int, bad, good=fine):
    """Answer badly so many times, then well."""
    count = iter(range(10_000))
    lock = threading.Lock()

    def answer(ask) -> None:
        with lock:
            number = next(count)
        (bad if number < times else good)(ask)

    return answer


def drop(ask) -> None:
    ask.close_connection = True


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_a_busy_server_is_asked_again(status):
    with stand(after(2, lambda ask: ask.say(status, b""))) as server, checking(server, in_flight=1) as read:
        assert len(read().matches) == 1
        assert len(server.asked) == 3


def test_a_server_that_stays_busy_is_left_alone():
    with stand(lambda ask: ask.say(503, b"")) as server:
        assert "too busy (HTTP 503)" in failure(server, in_flight=1).what
        assert len(server.asked) == 3


def test_a_wait_that_the_server_asks_for_is_kept_where_it_is_short():
    begin = time.monotonic()
    with stand(after(1, lambda ask: ask.say(429, b"", Retry_After="1"))) as server, checking(server) as read:
        read()
    assert 1 <= time.monotonic() - begin < 5
    with stand(lambda ask: ask.say(429, b"", Retry_After="3600")) as server:
        failure(server, in_flight=1)
        assert len(server.asked) == 1


def test_a_connection_that_breaks_is_made_anew_where_the_server_can_be():
    with stand(after(1, drop), renewals=1) as server, checking(server, in_flight=1) as read:
        assert len(read().matches) == 1
        assert server.renewed == 1
    with stand(drop) as server:
        assert isinstance(failure(server, in_flight=1), GrammarFailed)
        assert server.renewed == 1


def test_what_kills_the_server_is_lost_alone():
    def answer(ask):
        drop(ask) if "ferry 5" in ask.text else fine(ask)

    with stand(answer, renewals=99) as server, checking(server, in_flight=1) as read:
        proof = read()
    assert [lost.start for lost in proof.lost] == [TEXT.index("The pilot of ferry 5")]
    assert len(proof.matches) == 7


def test_where_nobody_answers_any_more_it_ends():
    with socket.socket() as unheard:
        unheard.bind(("127.0.0.1", 0))
        port = unheard.getsockname()[1]
    with stand(fine) as server:
        type(server).url, kept = f"http://127.0.0.1:{port}/", type(server).url
        try:
            error = failure(server)
        finally:
            type(server).url = kept
    assert isinstance(error, GrammarFailed)
    assert error.what == "LanguageTool cannot be reached (Connection refused)"


def test_a_server_that_hangs_costs_a_bounded_wait():
    begin = time.monotonic()
    with stand(lambda ask: ask.hang()) as server:
        error = failure(server, timeout_s=0.2)
        assert len(server.asked) <= 2 * check_module.TIMEOUTS + 4
    assert time.monotonic() - begin < 4
    assert "did not answer within 0.2 seconds" in error.what
    assert "grammar-timeout" in error.mend
    with stand(lambda ask: ask.hang(), sick=True) as server:
        failure(server, timeout_s=0.2, in_flight=1)
        assert len(server.asked) == 2  # the question and whether it is well


def test_a_server_that_fails_on_everything_ends_it_soon():
    long = "\n\n".join(f"{TEXT} {n}" for n in range(20))
    with stand(lambda ask: ask.say(500, b"no")) as server, checking(server, in_flight=1) as read:
        with pytest.raises(GrammarFailed, match="HTTP 500: no"):
            read(long)
        assert len(server.asked) <= 8
        with pytest.raises(GrammarFailed, match="HTTP 500: no"):
            read("The next story.")
        assert len(server.asked) <= 8


def test_what_is_lost_is_not_remembered(results):
    with stand(after(2, lambda ask: ask.say(500, b""))) as server:
        with checking(server, results, in_flight=1) as read:
            assert len(read("All is well.\n\nIt is.").lost) == 1
        with checking(server, results, in_flight=1) as read:
            assert read("All is well.\n\nIt is.").lost == ()
        assert server.asked == ["All is well.\n\nIt is.", "All is well.", "It is.", "All is well."]


def test_closing_ends_what_is_under_way():
    with stand(lambda ask: ask.hang()) as server:
        checker = Checker(server, {"A_RULE"}, timeout_s=20)
        pending = checker.begin([Story(TEXT, "body")], ["en-GB"])
        while not server.asked:
            time.sleep(0.01)
        begin = time.monotonic()
        checker.close()
        with pytest.raises(GrammarError):
            pending[0].result()
        assert time.monotonic() - begin < 5


# A team's server


def team(server, results=None) -> RemoteServer:
    return RemoteServer(server.url, results, 1.0, pause_s=0.01)


def test_a_second_run_of_the_same_copy_sends_nothing(results):
    with stand(fine) as server:
        for _ in range(2):
            with checking(team(server, results), results, known_as=server.url) as read:
                assert len(read().matches) > 0
            server.asked, first = [], server.asked
        assert first == []
        with checking(team(server, results), results, known_as=server.url) as read:
            read(f"{TEXT}\n\nOne more.")
        assert server.asked == ["One more."]


def test_the_version_is_asked_for_where_it_is_not_known_and_again_after_a_day(results, monkeypatch):
    with stand(fine) as server:
        assert team(server, results).version == "6.8"
        assert len(server.asked) == 1
        assert team(server, results).version == "6.8"
        assert len(server.asked) == 1
        late = time.time() + remote.FRESH_S
        monkeypatch.setattr("newslint.grammar.remote.time.time", lambda: late)
        assert team(server, results).version == "6.8"
        assert len(server.asked) == 2
        assert team(server).version == "6.8"  # without a cache


def test_answers_of_a_renewed_server_are_the_new_versions(results):
    version = "6.8"

    def answer(ask):
        ask.say(200, reply(MATCH, version=version))

    with stand(answer) as server:
        assert team(server, results).version == "6.8"
        version = "6.9"
        for expected in (1, 0):
            server.asked.clear()
            with checking(team(server, results), results, known_as=server.url) as read:
                read("All is well.")
            assert len(server.asked) == expected
        assert team(server, results).version == "6.9"


def test_two_servers_do_not_share_answers(results):
    with stand(fine) as one, stand(fine) as other:
        for server in (one, other):
            with checking(team(server, results), results, known_as=server.url) as read:
                read("All is well.")
        assert "All is well." in one.asked
        assert "All is well." in other.asked


def test_a_team_server_that_is_down_is_unavailable_with_its_address():
    with socket.socket() as unheard:
        unheard.bind(("127.0.0.1", 0))
        url = f"http://desk:secret@127.0.0.1:{unheard.getsockname()[1]}"
        server = RemoteServer(url, None, 1.0, pause_s=0.01)
        error = failure(server)
    assert isinstance(error, GrammarUnavailable)
    assert (
        error.what
        == f"The LanguageTool server at {url.replace('desk:secret@', '')}/ cannot be reached (Connection refused)"
    )
    assert "secret" not in str(error)
    assert error.mend


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        (lambda ask: ask.say(200, b"<html>"), "not LanguageTool's"),
        (lambda ask: ask.say(404, b""), "HTTP 404"),
        (
            lambda ask: ask.say(301, b"", Location="https://elsewhere.example/"),
            "redirects to https://elsewhere.example",
        ),
        (lambda ask: ask.say(503, b""), "too busy"),
        (drop, "closed the connection"),
    ],
)
def test_a_team_server_that_is_none_is_unavailable(bad, words):
    with stand(bad) as server:
        error = failure(team(server))
    assert isinstance(error, GrammarUnavailable)
    assert words in error.what


def test_a_team_server_that_goes_down_in_mid_run_is_unavailable(monkeypatch):
    with stand(after(1, drop, fine)) as server, checking(team(server), in_flight=1) as read:
        assert len(read().matches) == 1
    with stand(after(1, fine, drop)) as server:
        error = failure(team(server), in_flight=1)
    assert isinstance(error, GrammarUnavailable)
