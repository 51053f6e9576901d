"""Grammar in a run: what is asked and when, and what is said where it does not come."""

from __future__ import annotations

import threading
from contextlib import ExitStack, nullcontext
from types import SimpleNamespace

import pytest
from bad_network import MATCH, reply, stand

from newslint.engine import checking, parts, proofreader, run
from newslint.engine.book import Book
from newslint.engine.options import Options
from newslint.engine.selection import Selection
from newslint.issue import NotRun
from newslint.kinds.shared.base import Finding
from newslint.rulebook.check import Check, Prepared
from newslint.rulebook.schema import Head

PARAGRAPHS = [
    f"The keeper counted {n} herons by the old stone bridge, and wrote it down in his book." for n in range(6)
]


def check(id_: str, find, *, rules=(), xml: str = "", severity: str = "error") -> Check:
    return Check(
        head=Head(id=id_, kind="made", message="m", why="w", severity=severity, tests=()),
        file="made.yml",
        needles_of=lambda: None,
        blocks=None,
        quotes="anywhere",
        prepare=lambda: Prepared(SimpleNamespace(check=lambda state, context: find(context)), None, None),
        languagetool_rules=frozenset(rules),
        own_rule=(lambda: xml) if xml else None,
    )


def matched(rule: str):
    return lambda context: [Finding(m.start, m.end, message=m.message) for m in context.matches if m.rule_id == rule]


GRAMMAR = check("a/grammar", matched("A_RULE"), rules={"A_RULE"})
OWN = check("b/own", matched("OWN"), rules={"OWN"}, xml="<rule id='OWN'/>")
FIRST = {**MATCH, "length": 3}


def all_of(word: str, text: str, rule: str = "A_RULE") -> list[dict]:
    found, at = [], text.find(word)
    while at >= 0:
        found.append({**MATCH, "offset": at, "length": len(word), "rule": {"id": rule}})
        at = text.find(word, at + 1)
    return found


def keepers(ask) -> None:
    ask.say(200, reply(*all_of("keeper", ask.text)))


@pytest.fixture
def read(tmp_path):
    """Check copy with a server that answers so; ``texts`` are files by name."""
    with ExitStack() as stack:

        def call(answer, texts, *checks, options=None, **how):
            for name, text in texts.items():
                (tmp_path / name).write_text(text, encoding="utf-8", newline="")
            server = stack.enter_context(stand(answer, **how))
            reader = proofreader.Proofreader(
                lambda variant: nullcontext(server), known_as="", results=None, timeout_s=0.4
            )
            stack.callback(reader.close)
            book = Book(checks or (GRAMMAR,))
            result = run.check_paths([str(tmp_path)], book, options or Options(), proofreader=reader)
            return result, server

        yield call


def story(paragraphs=PARAGRAPHS) -> str:
    return "Herons are counted\n\n" + "\n\n".join(paragraphs) + "\n"


def test_the_matches_come_to_the_checks_that_want_them(read):
    result, server = read(keepers, {"a.txt": story(), "b.txt": story()})
    assert [(i.path[-5:], i.rule, i.line, i.column, i.text) for i in result.issues] == [
        (name, "a/grammar", line, 5, "keeper") for name in ("a.txt", "b.txt") for line in range(3, 15, 2)
    ]
    assert result.languagetool == "6.8"
    assert result.not_run == ()
    assert "Herons are counted" not in "".join(server.asked)


def test_the_other_checks_run_while_the_answer_is_awaited(read):
    checked, asked = threading.Event(), threading.Event()

    def answer(ask):
        asked.set()
        assert checked.wait(10)
        keepers(ask)

    def plain(context):
        assert asked.wait(10)
        checked.set()
        return [Finding(0, 6)]

    result, _ = read(answer, {"a.txt": story()}, check("c/plain", plain), GRAMMAR)
    assert len(result.issues) == 7
    assert result.not_run == ()


def test_the_next_stories_are_asked_about_while_one_is_checked(read):
    later = threading.Event()

    def answer(ask):
        if "story 12" in ask.text:
            later.set()
        keepers(ask)

    def plain(context):
        assert later.wait(10)
        return []

    texts = {f"{n:02}.txt": story([f"{PARAGRAPHS[0]} It was story {n}."]) for n in range(14)}
    result, _ = read(answer, texts, check("c/plain", plain), GRAMMAR)
    assert [issue.path[-6:] for issue in result.issues] == sorted(texts)
    assert result.not_run == ()


def test_of_a_batch_only_a_few_stories_are_in_memory(read):
    live = [0, 0]

    class Counting(checking.Checking):
        def __init__(self, *args):
            super().__init__(*args)
            live[0] += 1
            live[1] = max(live)

        def result(self):
            live[0] -= 1
            return super().result()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(run, "Checking", Counting)
        result, _ = read(keepers, {f"{n:02}.txt": story(PARAGRAPHS[:1]) for n in range(60)})
    assert len(result.issues) == 60
    assert live[1] <= 17


def bad_third(ask) -> None:
    if " 3 herons" in ask.text:
        ask.say(500, b"Error: it is too hard")
    else:
        keepers(ask)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_paragraph_that_fails_is_lost_alone_and_named(read, line_end):
    result, _ = read(bad_third, {"a.txt": story().replace("\n", line_end), "b.txt": story(PARAGRAPHS[:2])})
    assert [i.line for i in result.issues if i.path.endswith("a.txt")] == [3, 5, 7, 11, 13]
    assert [i.line for i in result.issues if i.path.endswith("b.txt")] == [3, 5]
    (entry,) = result.not_run
    assert (entry.what, entry.path[-5:], entry.why) == ("grammar", "a.txt", "failed")
    assert entry.mend.startswith("line 9: LanguageTool answered with an error (HTTP 500: Error: it is too hard). ")
    assert result.languagetool == "6.8"


def test_a_paragraph_that_hangs_is_lost_alone_and_named(read):
    result, _ = read(lambda ask: ask.hang() if " 3 herons" in ask.text else keepers(ask), {"a.txt": story()})
    assert [i.line for i in result.issues] == [3, 5, 7, 11, 13]
    (entry,) = result.not_run
    assert entry.mend == (
        "line 9: LanguageTool did not answer within 0.4 seconds. Run it again, or set grammar-timeout to more seconds."
    )


def test_a_server_that_fails_on_everything_ends_grammar_once_and_the_rest_runs(read):
    result, server = read(
        lambda ask: ask.say(200, b"<html>"),
        {f"{n}.txt": story() for n in range(9)},
        GRAMMAR,
        OWN,
        check("c/plain", lambda context: [Finding(0, 6)]),
    )
    assert len(result.issues) == 9
    failed = [entry for entry in result.not_run if entry.why == "failed"]
    assert [entry.path for entry in failed if entry.path is None] == [None]
    assert "an answer that is not LanguageTool's" in failed[-1].mend
    assert [(e.what, e.path, e.mend) for e in result.not_run if e.why == "unavailable"] == [
        ("b/own", None, failed[-1].mend)
    ]
    assert result.languagetool is None
    assert len(server.asked) < 30


def test_a_server_that_hangs_for_good_ends_grammar_soon(read):
    result, server = read(lambda ask: ask.hang(), {f"{n}.txt": story() for n in range(9)}, sick=True)
    assert [(e.what, e.path, e.why) for e in result.not_run] == [("grammar", None, "failed")]
    assert len(server.asked) <= 8


def test_off_names_what_does_not_run_for_it(read):
    result, server = read(keepers, {"a.txt": story()}, GRAMMAR, OWN, options=Options(grammar="off"))
    mend = "--grammar auto runs it"
    assert result.not_run == (NotRun("grammar", None, "off", mend), NotRun("b/own", None, "off", mend))
    assert server.asked == []
    ignored = Options(grammar="off", selection=Selection(ignore=("b/",)))
    assert [e.what for e in read(keepers, {}, GRAMMAR, OWN, options=ignored)[0].not_run] == ["grammar"]


def test_long_copy_is_sent_in_parts_and_each_place_comes_back_once(read, monkeypatch):
    monkeypatch.setattr(checking, "PART", 2_000)
    monkeypatch.setattr(parts, "PART", 2_000)
    text = story([f"{PARAGRAPHS[n % 6]} It was day {n}." for n in range(100)])
    result, _server = read(keepers, {"a.txt": text})
    assert [i.line for i in result.issues] == list(range(3, 203, 2))
    assert {i.text for i in result.issues} == {"keeper"}
    assert result.not_run == ()


def test_copy_without_end_is_not_sent_and_says_so(read, monkeypatch):
    monkeypatch.setattr(proofreader, "GRAMMAR_LIMIT", 1_000)
    monkeypatch.setattr(checking, "PART", 800)
    monkeypatch.setattr(parts, "PART", 800)
    result, _server = read(keepers, {"a.txt": story(PARAGRAPHS * 5), "b.txt": story()})
    assert {issue.path[-5:] for issue in result.issues} == {"b.txt"}
    (entry,) = result.not_run
    assert (entry.what, entry.path[-5:], entry.why) == ("grammar", "a.txt", "unavailable")
    assert entry.mend == "longer than 1,000 characters: split the file"


def test_without_a_check_that_wants_it_nobody_is_asked(read):
    result, server = read(keepers, {"a.txt": story()}, check("c/plain", lambda context: [Finding(0, 6)]))
    assert len(result.issues) == 1
    assert server.asked == []
    assert result.languagetool is None
