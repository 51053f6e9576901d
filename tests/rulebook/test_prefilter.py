"""The prefilter may skip a check only where it cannot have a finding."""

from __future__ import annotations

from newslint.kinds.shared.base import Context
from newslint.rulebook.index import Index
from newslint.rulebook.lists import ListFolder
from newslint.rulebook.loader import parse_check
from newslint.rulebook.selftest import prefilter_agrees, unmark
from newslint.text.story import Story

CHECK = """id: words/{name}
kind: existence
message: m
why: w
severity: error
words: [{word}]
tests: [{{flag: '[[{word}]]'}}, {{pass: x}}]
"""


def checks(tmp_path, *words):
    return [
        parse_check(CHECK.format(name=f"w{n}", word=word), "x.yml", f"words/w{n}", ListFolder(tmp_path))
        for n, word in enumerate(words)
    ]


def test_only_checks_whose_needles_are_in_the_text_run(tmp_path):
    index = Index(checks(tmp_path, "otter", "heron", "newt"), worth_it=0)
    assert [check.id for check in index.candidates("A heron and an OTTER, a Newt.")] == ["words/w1", "words/w2"]
    assert index.candidates("Nobody.") == ()
    assert index.candidates("") == ()


def test_nothing_is_skipped_before_the_set_pays(tmp_path):
    index = Index(checks(tmp_path, "otter", "heron"), worth_it=2)
    assert [len(index.candidates("heron")) for _ in range(4)] == [2, 2, 1, 1]


def test_a_check_without_needles_always_runs(tmp_path):
    from msgspec.structs import replace

    one, two = checks(tmp_path, "otter", "heron")
    index = Index([replace(one, needles=None), two], worth_it=0)
    assert index.candidates("Nobody.") == (replace(one, needles=None),)


def test_a_needle_that_cannot_be_compiled_lets_every_check_run(tmp_path):
    from msgspec.structs import replace

    one, two = checks(tmp_path, "otter", "heron")
    broken = replace(one, needles=("(?=x)",))
    assert Index([broken, two], worth_it=0).candidates("Nobody.") == (broken, two)


def test_many_checks_are_told_apart(tmp_path):
    index = Index(checks(tmp_path, *(f"otter{n}" for n in range(120))), worth_it=0)
    assert [check.id for check in index.candidates("An otter7, an otter99.")] == ["words/w7", "words/w9", "words/w99"]


def test_a_set_that_memory_cannot_hold_is_not_asked(tmp_path, monkeypatch):
    monkeypatch.setattr("newslint.rulebook.index._SET_MEMORY", 2_000)
    index = Index(checks(tmp_path, *(f"otter{n}" for n in range(200))), worth_it=0)
    assert len(index.candidates("Nobody.")) == 200
    assert len(index.candidates("Nobody.")) == 200


def test_needles_are_in_every_text_that_the_shipped_checks_flag(shipped):
    left_out = []
    for check in shipped:
        for case in check.head.tests:
            marked = case.flag or case.known_false_alarm
            if marked:
                text, _ = unmark(marked)
                context = Context(Story(text, layout=case.as_), variant=case.language)
                if list(check.issues(context, "test")) and not prefilter_agrees(check, text):
                    left_out.append((check.id, text))
    assert left_out == []
