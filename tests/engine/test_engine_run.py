"""The run, in process, with checks made for the test."""

from __future__ import annotations

import pytest

from newslint.engine import book as books
from newslint.engine import run
from newslint.engine.book import _wanted
from newslint.engine.selection import Selection
from newslint.issue import NotRun
from newslint.rulebook.lists import ListFolder
from newslint.rulebook.loader import parse_check

CHECK = """id: {id}
kind: existence
message: m
why: w
severity: {severity}
words: [{word}]
tests: [{{flag: '[[{word}]]'}}, {{pass: x}}]
"""


def book(tmp_path, *rows):
    lists = ListFolder(tmp_path)
    return books.Book(
        tuple(
            parse_check(CHECK.format(id=id_, severity=severity, word=word), f"{id_}.yml", id_, lists)
            for id_, severity, word in rows
        )
    )


@pytest.fixture
def copy(tmp_path):
    path = tmp_path / "copy.txt"
    path.write_text("Headline here\n\nThe otter and the heron met the newt near the old stone bridge.\n")
    return str(path)


ROWS = (("a/otter", "error", "otter"), ("b/heron", "warning", "heron"), ("c/newt", "advice", "newt"))


def test_what_is_found_and_where(tmp_path, copy):
    result = run.check_paths([copy], book(tmp_path, *ROWS), run.Options(language="en-AU", grammar="off"))
    assert [(i.rule, i.line, i.column, i.end_column) for i in result.issues] == [
        ("a/otter", 3, 5, 10),
        ("b/heron", 3, 19, 24),
    ]
    assert result.files == (copy,)
    assert result.languages == {copy: "en-AU"}
    assert result.words == 15
    assert result.not_run == (NotRun("grammar", None, "off", "--grammar auto runs it"),)
    with_advice = run.check_paths([copy], book(tmp_path, *ROWS), run.Options(grammar="off", advice=True))
    assert [i.rule for i in with_advice.issues] == ["a/otter", "b/heron", "c/newt"]


def test_the_prefilter_changes_no_answer(tmp_path, copy, monkeypatch):
    options = run.Options(grammar="off", advice=True)
    checks = book(tmp_path, *ROWS)
    plain = run.check_paths([copy], checks, options)
    from newslint.rulebook.index import Index

    monkeypatch.setattr(books.Book, "index", lambda self, options: Index(self.checks, worth_it=0))
    assert run.check_paths([copy], checks, options) == plain


def test_a_rule_that_could_not_be_loaded_is_in_the_result(tmp_path, copy):
    from newslint.rulebook.errors import RuleError

    broken = books.Book(book(tmp_path, *ROWS).checks, (RuleError("x.yml", 3, 4, "bad"),))
    result = run.check_paths([copy], broken, run.Options(grammar="off"))
    assert NotRun("rules", None, "failed", "x.yml:3:4: bad") in result.not_run
    assert len(result.issues) == 2


def test_copy_that_is_not_english_prose_gets_one_line(tmp_path):
    path = tmp_path / "data.txt"
    path.write_text("".join(f"otter,{n},heron,{n * 7}\n" for n in range(40)))
    result = run.check_paths([str(path)], book(tmp_path, *ROWS), run.Options(grammar="off"))
    assert result.issues == ()
    (entry,) = [entry for entry in result.not_run if entry.what == "checks"]
    assert (entry.path, entry.why) == (str(path), "off")
    assert entry.mend.startswith("not checked: ")


def test_python_calls_find_the_same_and_raise_what_failed(copy, tmp_path, monkeypatch):
    import newslint
    from newslint.engine import api

    monkeypatch.setattr(api, "_book", lambda: book(tmp_path, *ROWS))
    monkeypatch.setattr(api, "_index", lambda options: book(tmp_path, *ROWS).index(options))
    issues = newslint.check_path(copy)
    assert [(i.path, i.rule, i.line, i.column) for i in issues] == [(copy, "a/otter", 3, 5), (copy, "b/heron", 3, 19)]
    with open(copy) as file:  # noqa: PTH123
        text = file.read()
    assert [i.rule for i in newslint.check_text(text, advice=True)] == ["a/otter", "b/heron", "c/newt"]
    assert [i.rule for i in newslint.check_text(text, ignore=["a/"])] == ["b/heron"]
    with pytest.raises(ValueError, match="unknown language"):
        newslint.check_text(text, language="en")
    with pytest.raises(newslint.UnreadableError, match="no such file"):
        newslint.check_path(tmp_path / "gone.txt")

    def broken(state, context):
        raise RuntimeError("fell over")
        yield

    monkeypatch.setattr("newslint.kinds.existence.check", broken)
    with pytest.raises(newslint.CheckFailedError, match="a/otter: RuntimeError: fell over"):
        newslint.check_text(text)


def test_a_selection_of_grammar_rules_keeps_the_grammar_check(tmp_path):
    from types import SimpleNamespace

    grammar = SimpleNamespace(
        id="grammar/languagetool",
        head=SimpleNamespace(severity="warning", style=None, kind="grammar"),
        languagetool_rules={"EN_A_VS_AN"},
        own_rule=None,
    )
    for selectors, wanted in (((), True), (("grammar/en-a-vs-an",), True), (("grammar/",), True), (("names/",), False)):
        options = run.Options(selection=Selection(selectors))
        assert _wanted(grammar, options) is wanted
    assert not _wanted(grammar, run.Options(grammar="off"))
