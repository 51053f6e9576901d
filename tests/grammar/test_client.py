"""From stories to LanguageTool and back: what is sent, and whether every offset is right."""

from __future__ import annotations

import http.server
import json
import threading
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.grammar import api, client
from newslint.grammar.client import prose_parts
from newslint.grammar.errors import GrammarFailed
from newslint.text.story import Story

RULES = frozenset({"EN_A_VS_AN", "ENGLISH_WORD_REPEAT_RULE", "DT_DT"})


def found(languagetool, text: str, variant: str = "en-GB", layout: str = "body") -> list[tuple[str, str]]:
    matches = api.check_stories(languagetool, [Story(text, layout=layout)], [variant], RULES)[0]
    return [(m.rule_id, text[m.start : m.end]) for m in matches]


@pytest.mark.parametrize(
    "text",
    [
        "It was an hard choice.",
        "😀 It was an hard choice.",
        "😀😀😀 It was 🇦🇺 an hard choice 😀.",
        "𝐁𝐨𝐥𝐝 words: it was an hard choice.",
        "It was wet.\r\n\r\nIt was an hard choice.\r\n",
        "It was\r\nan hard\r\nchoice.",
        "It was wet.\r\rIt was an hard choice.",
        "   It was wet.   \n\n\n\tIt was an hard choice.",
        "\ufeffIt was an hard choice.",
        "Cafe\u0301 society made an hard choice.",
        "Zoë’s naïve café made an hard choice.",
    ],
)
def test_the_offset_is_right(languagetool, text):
    assert found(languagetool, text) == [("EN_A_VS_AN", "an")]


def test_a_match_over_a_line_break_covers_it(languagetool):
    text = (
        "The committee said on Monday that the whole of the\r\n"
        "the report would be printed before the end of the\r\n"
        "year, and that the members who had left the room\r\n"
        "would be asked to come back and to read it aloud\r\n"
        "to the others.\r\n"
    )
    assert found(languagetool, text) == [("DT_DT", "the\r\nthe")]


def test_nothing_reaches_over_a_paragraph(languagetool):
    assert found(languagetool, "He spoke of the\n\nthe doors.") == []


def test_only_prose_is_sent(languagetool):
    text = "Council made an hard choice\n\nBy Jo Moss\n\nThe council made an hard choice on Monday night, it said.\n"
    matches = api.check_stories(languagetool, [Story(text)], ["en-GB"], RULES)[0]
    assert [m.start for m in matches] == [text.rindex("an hard")]


def test_many_stories_and_variants_keep_their_order(languagetool):
    stories = [
        Story(f"{'x ' * n}It was an hard choice." if n % 3 else "All is well.", layout="body") for n in range(12)
    ]
    variants = [("en-GB", "en-US", "en-AU")[n % 3] for n in range(12)]
    answers = api.check_stories(languagetool, stories, variants, RULES)
    assert len(answers) == 12
    for story, matches in zip(stories, answers, strict=True):
        assert [story.text[m.start : m.end] for m in matches] == (["an"] if "hard" in story.text else [])


def test_the_variant_counts(languagetool):
    ask = api.match_source(languagetool)
    text = "The colour was nice."
    assert any(m.rule_id == "MORFOLOGIK_RULE_EN_US" for m in ask(text, "en-US"))
    assert ask(text, "en-AU") == ()


def test_a_long_story_is_cut_at_paragraphs(languagetool, monkeypatch):
    monkeypatch.setattr(client, "_CHUNK", 200)
    text = "\n\n".join(f"Paragraph {n} 😀 made an hard choice and then went on for a while." for n in range(20))
    assert len(prose_parts(Story(text, layout="body"))) > 4
    assert found(languagetool, text) == [("EN_A_VS_AN", "an")] * 20


def test_without_prose_nothing_is_asked():
    class Nobody:
        @property
        def url(self) -> str:
            raise AssertionError("asked")

        def stop(self) -> None: ...

    assert api.check_stories(Nobody(), [Story(""), Story("  \n")], ["en-GB", "en-GB"]) == ((), ())


def test_a_proxy_does_not_see_the_copy(languagetool, monkeypatch):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    assert found(languagetool, "It was an hard choice.") == [("EN_A_VS_AN", "an")]


class Stand:
    """A server on the loopback interface that answers as it is told."""

    def __init__(self, answer) -> None:
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.reply(200, [{"code": "en", "longCode": "en-GB"}])

            def do_POST(self):
                self.rfile.read(int(self.headers["content-length"]))
                answer(self)

            def reply(self, code, data):
                body = data if isinstance(data, bytes) else json.dumps(data).encode()
                self.send_response(code)
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_args):
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.stopped = threading.Event()
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/"

    def stop(self) -> None:
        if not self.stopped.is_set():
            self.stopped.set()
            self._server.shutdown()
            self._server.server_close()


@pytest.mark.parametrize(
    "answer",
    [
        lambda h: h.reply(500, b"Error: Internal Error"),
        lambda h: h.reply(200, b"<html>"),
        lambda h: h.reply(200, {"nothing": []}),
        lambda h: h.reply(200, {"matches": [{"odd": 1}]}),
        lambda h: h.close_connection,
    ],
)
def test_a_bad_answer_is_a_clear_failure(answer):
    stand = Stand(answer)
    with pytest.raises(GrammarFailed) as caught:
        api.check_stories(stand, [Story("All is well.", layout="body")], ["en-GB"])
    assert caught.value.mend
    assert stand.stopped.is_set()


def test_a_server_that_does_not_answer_is_stopped():
    release = threading.Event()

    def hang(handler):
        release.wait(20)
        handler.reply(200, {"matches": []})

    stand = Stand(hang)
    original = stand.stop

    def stop() -> None:
        release.set()
        original()

    stand.stop = stop  # type: ignore[method-assign]
    started = time.monotonic()
    with pytest.raises(GrammarFailed, match="in time"):
        api.check_stories(stand, [Story("All is well.", layout="body")], ["en-GB"], patience_s=0.2)
    assert time.monotonic() - started < 10


PIECES = st.sampled_from(["word", "😀", "\r\n", "\n", "\r", " ", "\n\n", "\r\n\r\n", "é", "𝐀", "a.", '"', "\t"])


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join), st.data())
def test_every_span_comes_back_to_the_same_words(text, data):
    story = Story(text, layout="body")
    for part in prose_parts(story):
        assert "\r" not in part.text
        assert all(ord(char) < 0x10000 for char in part.text)
        for index, char in enumerate(part.text):
            span = part.story_span(index, index + 1)
            if char == "\n":
                assert span is None
            elif char == "\u25a1":
                assert ord(text[span[0]]) > 0xFFFF
            elif char != " ":
                assert text[span[0] : span[1]] == char
        if part.text:
            start = data.draw(st.integers(0, len(part.text) - 1))
            end = data.draw(st.integers(start + 1, len(part.text)))
            span = part.story_span(start, end)
            if span is not None:
                assert 0 <= span[0] < span[1] <= len(text)
            assert (span is None) == ("\n" in part.text[start:end])
