"""Our client of LanguageTool's HTTP API on a bad network: what it says, how soon, and where the copy goes."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
import time
from contextlib import contextmanager

import pytest
from bad_network import MATCH, reply, stand
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.grammar import client as module
from newslint.grammar.address import parse_address
from newslint.grammar.client import Broken, Busy, Client, Failed, Refused, TooSlow, Trouble, Unreachable, read_answer
from newslint.grammar.match import Match

TEXT = "All is well."


@contextmanager
def asking(url: str, timeout_s: float = 5.0):
    client = Client(parse_address(url), timeout_s)
    yield client
    client.close()


def trouble(answer, timeout_s: float = 5.0) -> Trouble:
    with stand(answer) as server:
        return trouble_at(server.url, timeout_s)


def trouble_at(url: str, timeout_s: float = 5.0) -> Trouble:
    with asking(url, timeout_s) as client, pytest.raises(Trouble) as caught:
        client.check(TEXT, "en-GB")
    return caught.value


def test_an_answer():
    said = reply(MATCH, language={"code": "en-GB"})
    with stand(lambda ask: ask.say(200, said)) as server, asking(server.url) as client:
        answer = client.check(TEXT, "en-GB", frozenset({"B", "A"}))
    assert answer.version == "6.8"
    assert answer.matches == (Match(0, 3, "A_RULE", "TYPOS", "A word too many.", ("x",), "2"),)


def test_what_is_asked():
    asked = []

    def answer(ask):
        asked.append(ask.fields)
        ask.say(200, reply())

    with stand(answer) as server, asking(server.url) as client:
        client.check("Zoë & Co = 100%\n\nOK", "en-AU", frozenset({"B", "A"}))
        client.check(TEXT, "en-US")
    assert asked[0] == {
        "language": "en-AU",
        "level": "picky",
        "enabledRules": "A,B",
        "enabledOnly": "true",
        "inputLogging": "no",
        "text": "Zoë & Co = 100%\n\nOK",
    }
    assert asked[1] == {"language": "en-US", "inputLogging": "no", "text": TEXT}


def test_the_connection_is_kept_and_made_anew_where_the_server_has_closed_it():
    def answer(ask):
        ask.say(200, reply())
        if len(ask.server.asked) == 3:
            ask.close_connection = True

    with stand(answer) as server, asking(server.url) as client:
        for _ in range(6):
            client.check(TEXT, "en-GB")
            time.sleep(0.01)
        assert len(server.asked) == 6
        assert server.connections == 2


@pytest.mark.parametrize(
    ("answer", "kind", "words"),
    [
        (lambda ask: ask.say(200, b"<html>hello</html>"), Failed, "an answer that is not LanguageTool's"),
        (lambda ask: ask.say(200, b""), Failed, "not LanguageTool's"),
        (lambda ask: ask.say(200, b"\xff\xfe"), Failed, "not LanguageTool's"),
        (lambda ask: ask.say(200, []), Failed, "not LanguageTool's"),
        (lambda ask: ask.say(200, {"matches": []}), Failed, "software"),
        (lambda ask: ask.say(200, {"software": {"version": "6.8"}}), Failed, "matches"),
        (lambda ask: ask.say(200, reply({"odd": 1})), Failed, "offset"),
        (lambda ask: ask.say(200, reply({**MATCH, "offset": "0"})), Failed, "int"),
        (lambda ask: ask.say(200, reply({**MATCH, "offset": -1})), Failed, r"found something at -1\+3"),
        (lambda ask: ask.say(200, reply({**MATCH, "offset": 10})), Failed, "of a text of 12 characters"),
        (lambda ask: ask.say(200, reply({**MATCH, "length": 10**30})), Failed, ""),
        (lambda ask: ask.say(200, reply(warnings={"incompleteResults": True})), Failed, "only a part"),
        (lambda ask: ask.say(500, b"Error:\nInternal   Error"), Failed, r"HTTP 500: Error: Internal Error\)"),
        (lambda ask: ask.say(413, b"too much"), Failed, "HTTP 413"),
        (lambda ask: ask.say(401, b""), Refused, "HTTP 401"),
        (lambda ask: ask.say(404, b""), Refused, "wrong address"),
        (
            lambda ask: ask.say(302, b"", Location="http://elsewhere.example/x?y"),
            Refused,
            "to http://elsewhere.example,",
        ),
        (lambda ask: ask.say(307, b"", Location="/v3"), Refused, "another path"),
        (lambda ask: ask.say(429, b"", Retry_After="7"), Busy, "429"),
        (lambda ask: ask.say(503, b"", Retry_After="Fri, 31 Dec 1999 23:59:59 GMT"), Busy, "503"),
        (lambda ask: ask.wfile.write(b"SSH-2.0-OpenSSH_9.9\r\n"), Failed, "not HTTP"),
        (lambda ask: ask.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"), Broken, "in the middle"),
        (lambda ask: ask.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"), Broken, ""),
        (lambda ask: ask.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n{}"), Failed, "not LanguageTool's"),
        (lambda ask: ask.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200), Failed, "not HTTP"),
        (lambda ask: None, Broken, "closed the connection"),
        (lambda ask: ask.connection.shutdown(socket.SHUT_RDWR), Broken, "closed the connection"),
    ],
)
def test_what_is_no_answer_is_named(answer, kind, words):
    def once(ask):
        ask.close_connection = True
        answer(ask)

    found = trouble(once)
    assert type(found) is kind, repr(found)
    import re

    assert re.search(words, str(found)), str(found)
    assert "\n" not in str(found)


def test_a_wait_that_is_asked_for_is_known():
    assert trouble(lambda ask: ask.say(429, b"", Retry_After="7")).wait_s == 7
    assert trouble(lambda ask: ask.say(429, b"", Retry_After="soon")).wait_s is None
    assert trouble(lambda ask: ask.say(429, b"")).wait_s is None


def test_a_redirect_is_not_followed():
    with stand(lambda ask: ask.say(200, reply())) as other:
        found = trouble(lambda ask: ask.say(307, b"", Location=f"{other.url}v2/check"))
        assert other.asked == []
    assert isinstance(found, Refused)


def test_an_answer_without_end_is_not_read(monkeypatch):
    monkeypatch.setattr("newslint.grammar.connection.LARGEST", 100_000)

    def pour(ask):
        ask.close_connection = True
        ask.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while not ask.server.over.is_set():
            ask.wfile.write(b" " * 10_000)

    assert "more bytes than can be read" in str(trouble(pour))
    huge = trouble(lambda ask: ask.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n"))
    assert "more bytes than can be read" in str(huge)


def trickle(ask) -> None:
    ask.close_connection = True
    ask.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while not ask.server.over.wait(0.05):
        ask.wfile.write(b"X")


def trickle_body(ask) -> None:
    ask.close_connection = True
    ask.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n")
    while not ask.server.over.wait(0.05):
        ask.wfile.write(b" ")


@pytest.mark.parametrize("answer", [lambda ask: ask.hang(), trickle, trickle_body], ids=["hung", "head", "body"])
def test_the_limit_holds_however_slowly_the_answer_comes(answer):
    begin = time.monotonic()
    found = trouble(answer, timeout_s=0.3)
    assert time.monotonic() - begin < 2
    assert type(found) is TooSlow
    assert "within 0.3 seconds" in str(found)


def test_a_server_that_does_not_read_does_not_hold_us():
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen()
        with asking(f"http://127.0.0.1:{deaf.getsockname()[1]}", 0.3) as client, pytest.raises(TooSlow):
            client.check("x" * 10_000_000, "en-GB")


def test_nobody_there():
    with socket.socket() as unheard:
        unheard.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{unheard.getsockname()[1]}"
        with asking(url) as client, pytest.raises(Unreachable, match="refused"):
            client.check(TEXT, "en-GB")
    with asking("http://nowhere.invalid") as client, pytest.raises(Unreachable):
        client.check(TEXT, "en-GB")


def test_a_name_that_is_no_name_is_unreachable():
    with asking(f"http://{'a' * 70}.example") as client, pytest.raises(Unreachable):
        client.check(TEXT, "en-GB")


def test_plain_http_where_https_was_promised_is_unreachable():
    with stand(lambda ask: ask.say(200, reply())) as server:
        assert type(trouble_at(server.url.replace("http:", "https:"))) is Unreachable


@pytest.mark.skipif(shutil.which("openssl") is None, reason="no openssl to make a certificate with")
def test_encrypted_where_the_certificate_is_trusted_and_not_at_all_where_it_is_not(tmp_path, monkeypatch):
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = (
        "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost"
    )
    done = subprocess.run(
        [*command.split(), "-keyout", str(key), "-out", str(certificate)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    hosts = []

    def answer(ask):
        hosts.append(ask.headers["Host"])
        ask.say(200, reply(MATCH))

    with stand(answer) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        url = f"https://localhost:{server.server_port}"
        assert "certificate verify failed" in str(trouble_at(url))
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        with asking(url) as client:
            assert [len(client.check(TEXT, "en-GB").matches) for _ in range(2)] == [1, 1]
            assert len(server.asked) == 2
    assert hosts == [f"localhost:{server.server_port}"] * 2


def test_closing_ends_a_request_under_way():
    ended = []
    with stand(lambda ask: ask.hang()) as server, asking(server.url, 20) as client:

        def ask() -> None:
            try:
                client.check(TEXT, "en-GB")
            except Trouble as error:
                ended.append(error)

        thread = threading.Thread(target=ask)
        thread.start()
        while not server.asked:
            time.sleep(0.01)
        client.close()
        thread.join(5)
        assert [type(error) for error in ended] == [Broken]
        with pytest.raises(Broken):
            client.check(TEXT, "en-GB")


def test_health():
    with stand(lambda ask: ask.hang()) as server, asking(server.url) as client:
        assert client.healthy()
    with stand(lambda ask: ask.hang(), sick=True) as server, asking(server.url, 0.2) as client:
        assert not client.healthy()
    with asking(server.url) as client:
        assert not client.healthy()


def test_a_password_is_sent_and_never_shown():
    seen = []

    def answer(ask):
        seen.append((ask.path, ask.headers["Authorization"]))
        ask.say(500, b"no")

    with stand(answer) as server:
        found = trouble_at(f"http://desk:s%20cret@127.0.0.1:{server.server_port}/lt/v2/check")
    assert seen == [("/lt/v2/check", "Basic ZGVzazpzIGNyZXQ=")]
    assert "cret" not in str(found)


def test_proxies_do_not_see_the_copy(monkeypatch):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    with stand(lambda ask: ask.say(200, reply())) as server, asking(server.url) as client:
        assert client.check(TEXT, "en-GB").matches == ()


@settings(max_examples=200, deadline=None)
@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=10), st.binary())
def test_nothing_but_an_answer_passes(data, raw):
    import json

    for body in (json.dumps(data).encode(), raw, json.dumps(reply(data)).encode()):  # type: ignore[arg-type]
        with pytest.raises(Failed):
            read_answer(body, 10)


@pytest.mark.parametrize(
    ("url", "shown", "path"),
    [
        ("http://lt.example", "http://lt.example/", ""),
        ("http://lt.example:8010/", "http://lt.example:8010/", ""),
        (" https://LT.example:443/v2 ", "https://lt.example/", ""),
        ("http://lt.example/desk/v2/check/", "http://lt.example/desk/", "/desk"),
        ("http://[::1]:8081", "http://[::1]:8081/", ""),
        ("http://me:secret@lt.example", "http://lt.example/", ""),
    ],
)
def test_addresses(url, shown, path):
    address = parse_address(url)
    assert str(address) == shown
    assert address.path == path
    assert "secret" not in str(address)


@pytest.mark.parametrize(
    "url",
    ["", "lt.example", "ftp://lt.example", "http://", "http://x:port", "http://x:99999", "http://x?key=secret", "file:///x",
     "http://[::1", "http://x/\u00e9", "http://x/a b", "http://x/\r\nHost: y", "http://me:secret@", "//x"],
)  # fmt: skip
def test_what_is_no_address_is_refused_without_showing_it(url):
    with pytest.raises(ValueError, match=r"\w") as caught:
        parse_address(url)
    assert "secret" not in str(caught.value)


def test_the_same_words_of_a_request_are_made_once():
    module._form.cache_clear()
    rules = frozenset({"A", "B"})
    assert module._form("en-GB", rules) is module._form("en-GB", rules)
