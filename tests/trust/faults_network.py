"""Faults of LanguageTool and of a team's server: slow, hung, wrong, redirecting, somebody else's, out of memory."""

from __future__ import annotations

import http.server
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
from bad_network import MATCH, Ask, reply, stand
from machine import STORY, books_into, run

LIMIT_S = 1
COPY = STORY + "\n" + "\n\n".join(f"The keeper of pen {n} said that all was well there." for n in range(8)) + "\n"
SEND = "The LanguageTool server at http://127.0.0.1:"
MEND = "See that it runs and can be reached, or leave --grammar-url out to use one on this machine."


@contextmanager
def _bounded(seconds: float) -> Iterator[None]:
    began = time.monotonic()
    yield
    assert time.monotonic() - began < seconds


def _desk(room: Path) -> Path:
    (room / "a.txt").write_text(COPY)
    (room / "newslint.yml").write_text(f"grammar-timeout: {LIMIT_S}\n")
    books_into(room / "cache")
    return room / "cache"


def _refused(room: Path, url: str, *said: str, modes: tuple[str, ...] = ("required",)) -> None:
    """Check with a server that is no good: the rest of the checks run, and what is wrong is said."""
    cache = _desk(room)
    for mode in modes:
        with _bounded(60):
            done = run("check", "--grammar-url", url, "--grammar", mode, "a.txt", where=room, cache=cache)
        assert done.returncode == (2 if mode == "required" else 1), done.said
        assert "repetition/doubled-word" in done.said, done.said
        assert "did not run: " in done.said, done.said
        for text in (SEND, *said):
            assert text in done.said, (text, done.said)


def _then_works(room: Path) -> None:
    with stand(lambda ask: ask.say(200, reply(MATCH))) as server:
        words = ("check", "--grammar-url", server.url, "--grammar", "required", "a.txt")
        done = run(*words, where=room, cache=room / "cache")
        assert done.returncode == 1, done.said
        assert "grammar" not in done.stderr, done.said


def hangs(room: Path) -> str:
    """A team server that takes the question and never answers"""
    with stand(lambda ask: ask.hang(), sick=True) as server:
        _refused(room, server.url, f"did not answer within {LIMIT_S} seconds", MEND, modes=("auto", "required"))
        assert len(server.asked) < 12
    _then_works(room)
    return "said within the time limit, the other checks ran; exit 1, 2 where grammar is required"


def redirects(room: Path) -> str:
    """A team server that redirects to another host"""
    with stand(lambda ask: ask.say(200, reply(MATCH))) as elsewhere:
        for status in (302, 307, 308):
            with stand(lambda ask, s=status: ask.say(s, b"", Location=elsewhere.url)) as server:
                if status == 307:
                    _refused(room, server.url, "redirects to http://127.0.0.1, and redirects are not followed", MEND)
                else:
                    cache = _desk(room)
                    words = ("check", "--grammar-url", server.url, "--grammar", "required", "a.txt")
                    done = run(*words, where=room, cache=cache)
                    assert done.returncode == 2, done.said
                    assert "redirects are not followed" in done.said, done.said
        assert elsewhere.connections == 0
        assert elsewhere.asked == []
    _then_works(room)
    return "not followed: the other host saw no connection"


def somebody_elses(room: Path) -> str:
    """A team server that is some other program's: a server of files, of web pages, of mail"""
    quiet = type("Quiet", (http.server.SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    files = http.server.ThreadingHTTPServer(("127.0.0.1", 0), quiet)
    threading.Thread(target=files.serve_forever, args=(0.05,), daemon=True).start()
    try:
        _refused(room, f"http://127.0.0.1:{files.server_port}/", "HTTP 501", MEND)
    finally:
        files.shutdown()
        files.server_close()
    with stand(lambda ask: ask.say(200, b"<!doctype html><title>Welcome</title>")) as server:
        _refused(room, server.url, "gave an answer that is not LanguageTool's", MEND)
    with _mail() as url:
        _refused(room, url, "answered with something that is not HTTP", MEND)
    _then_works(room)
    return "said what it answered; the other checks ran; exit 2 where grammar is required"


@contextmanager
def _mail() -> Iterator[str]:
    """Speak first, as servers of mail do."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer() -> None:
            while True:
                try:
                    taken, _ = listening.accept()
                except OSError:
                    return
                with taken:
                    taken.sendall(b"220 mail.example ESMTP\r\n500 unrecognised command\r\n")
                    taken.settimeout(5)
                    try:
                        while taken.recv(65536):
                            pass
                    except OSError:
                        pass

        threading.Thread(target=answer, daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
        listening.shutdown(socket.SHUT_RDWR)


def errors_and_garbage(room: Path) -> str:
    """LanguageTool answering 500, for want of memory too, and garbage"""
    heap = b"java.lang.OutOfMemoryError: Java heap space"
    for answer, said in (
        (lambda ask: ask.say(500, heap), "HTTP 500: java.lang.OutOfMemoryError: Java heap space"),
        (lambda ask: ask.say(200, b"\xff\xfe\x00garbage"), "not LanguageTool's"),
        (lambda ask: ask.say(200, reply({**MATCH, "offset": 10**9})), "found something at 1000000000+3"),
    ):
        with stand(answer) as server:
            _refused(room, server.url, said)
            assert len(server.asked) < 30
    _then_works(room)
    return "said what it answered; asked a bounded number of times; exit 2 where grammar is required"


def dies_in_mid_story(room: Path) -> str:
    """LanguageTool dying in the middle of an answer, and of a story"""

    def half(ask: Ask) -> None:
        if ask.text == "Yes.":  # which asks for the version
            ask.say(200, reply(MATCH))
            return
        ask.send_response(200)
        ask.send_header("Content-Length", "1000")
        ask.end_headers()
        ask.wfile.write(b'{"software": {"ver')
        ask.close_connection = True

    with stand(half) as server:
        _refused(room, server.url, "broke off in the middle of its answer")
    _then_works(room)
    return "said; the other checks ran; exit 2 where grammar is required"


def slow(room: Path) -> str:
    """LanguageTool that takes most of the time limit for each answer"""
    late = threading.Event()

    def answer(ask: Ask) -> None:
        late.wait(0.6 * LIMIT_S)
        ask.say(200, reply(MATCH))

    cache = _desk(room)
    with stand(answer) as server:
        words = ("check", "--grammar-url", server.url, "--grammar", "required", "a.txt")
        done = run(*words, where=room, cache=cache)
        assert done.returncode == 1, done.said
        asked = len(server.asked)
        assert run(*words, where=room, cache=cache).said == done.said
        assert len(server.asked) == asked
    return "waited for; the next run asks nothing"


def out_of_memory(room: Path) -> str:
    """LanguageTool itself with too little memory"""
    (room / "a.txt").write_text(COPY)
    seen = []
    for heap in ("-Xmx8m", "-Xmx24m", "-Xmx64m"):
        environment = {"_JAVA_OPTIONS": heap, "NEWSLINT_RUNTIME": str(room / "runtime"), "CI": ""}
        words = ("check", "--no-cache", "--no-daemon", "--isolated", "--grammar", "required", "a.txt")
        done = run(*words, where=room, environment=environment)
        assert done.returncode in (1, 2), done.said
        assert (done.returncode == 2) == ("failed: " in done.said), done.said
        assert "repetition/doubled-word" in done.said, done.said
        seen.append(f"{heap[4:]} exit {done.returncode}")
        assert "Run it again" in done.said or done.returncode == 1, done.said
        java = [p for p in psutil.process_iter(["cmdline", "environ"]) if heap in str(p.info["environ"])]
        assert java == [], java
    done = run("check", "--no-daemon", "--isolated", "--grammar", "required", "a.txt", where=room)
    assert done.returncode == 1, done.said
    return f"heaps of {', '.join(seen)}; the other checks ran, no Java was left, and the next run works"


FAULTS: tuple[Callable[[Path], str], ...] = (
    hangs,
    redirects,
    somebody_elses,
    errors_and_garbage,
    dies_in_mid_story,
    slow,
)
LONG: tuple[Callable[[Path], str], ...] = (out_of_memory,)
