"""Servers on the loopback interface that answer as they are told: what a network does to a client."""

from __future__ import annotations

import http.server
import json
import threading
import urllib.parse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

MATCH = {
    "message": "A word too many.",
    "offset": 0,
    "length": 3,
    "replacements": [{"value": "x"}],
    "rule": {"id": "A_RULE", "subId": "2", "category": {"id": "TYPOS"}},
}


def reply(*matches: dict[str, Any], version: str = "6.8", **more: Any) -> dict[str, Any]:
    return {"software": {"version": version}, "matches": list(matches), **more}


class Ask(http.server.BaseHTTPRequestHandler):
    """One request; ``text`` is what it asks about, "" for a question after the server's health."""

    protocol_version = "HTTP/1.1"
    server: Stand

    def do_GET(self) -> None:
        self.text, self.fields = "", {}
        self.server.asked.append(self.path)
        self.server.answer(self) if self.server.sick else self.say(200, b"OK")

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.fields = dict(urllib.parse.parse_qsl(body.decode(), keep_blank_values=True))
        self.text = self.fields["text"]
        self.server.asked.append(self.text)
        self.server.answer(self)

    def say(self, code: int, data: Any, **headers: str) -> None:
        body = data if isinstance(data, bytes) else json.dumps(data).encode()
        self.send_response(code)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def hang(self) -> None:
        """Say nothing until the test is over."""
        self.server.over.wait(30)
        self.close_connection = True

    def log_message(self, *_args: object) -> None:
        pass


class Stand(http.server.ThreadingHTTPServer):
    """It offers what a LanguageTool server offers (`newslint.grammar.server.Server`)."""

    daemon_threads = True
    allow_reuse_address = True
    version = "6.8"

    def __init__(self, answer: Callable[[Ask], None], *, sick: bool = False, renewals: int = 0, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), Ask)
        self.answer = answer
        self.sick = sick
        self.renewals = renewals
        self.renewed = 0
        self.asked: list[str] = []
        self.connections = 0
        self.over = threading.Event()

    def get_request(self) -> Any:
        self.connections += 1
        return super().get_request()

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass  # the client has hung up, as it should

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"

    def renew(self) -> bool:
        self.renewed += 1
        return self.renewed <= self.renewals

    def stop(self) -> None: ...


@contextmanager
def stand(answer: Callable[[Ask], None], **options: Any) -> Iterator[Stand]:
    server = Stand(answer, **options)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
