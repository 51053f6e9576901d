"""The baseline: what an entry accepts, what an edit leaves accepted, and that it only shrinks."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from newslint.engine.baseline import (
    Baseline,
    BaselineError,
    Entry,
    difference,
    encode_baseline,
    entry_of,
    match,
    moved,
    pruned,
    read_baseline,
)
from newslint.engine.placed import placed
from newslint.issue import Issue
from newslint.text.lines import index_lines


def entries(text, *marks, rule="a/b", revision=1):
    """Return an entry for each place in a text that reads so."""
    lines = index_lines(text)
    rows = []
    for mark in marks:
        at = -1
        while (at := text.find(mark, at + 1)) >= 0:
            issue = Issue("s.txt", rule, "error", at, at + len(mark), mark, "no")
            rows.append(entry_of(placed(issue, text, lines), lambda _rule: revision))
    return rows


STORY = (
    "The mayor opened the pool on Monday.\nThe pool cost an million dollars, she told the council on Monday night.\n"
)


def accepted(old, new, mark="an million"):
    """Return how many issues of a new state an old state's entries accept."""
    found, _ = match(entries(old, mark), entries(new, mark))
    return len(found)


@pytest.mark.parametrize(
    "new",
    [
        STORY,
        "A new first paragraph, on three\n\nlines.\n" + STORY,
        STORY.replace("The mayor opened the pool", "Nobody came"),
        STORY.replace("\n", "\r\n"),
        STORY.replace("she told the council", "the clerk told a meeting"),  # what follows has changed
        STORY.replace("The pool cost", "The wharf had cost"),  # what goes before has
        STORY.replace("cost  an", "cost\tan"),
        STORY.replace("Monday night.\n", "Monday night"),
    ],
)
def test_an_edit_elsewhere_leaves_an_issue_accepted(new):
    assert accepted(STORY, new) == 1


@pytest.mark.parametrize(
    "new",
    [
        STORY.replace("The pool cost", "A wharf cost").replace("dollars", "euros"),  # both sides
        STORY.replace("an million", "an billion"),
    ],
)
def test_another_issue_is_not_accepted(new):
    mark = "an billion" if "billion" in new else "an million"
    found, _ = match(entries(STORY, "an million"), entries(new, mark))
    assert not found


def test_an_entry_speaks_for_one_issue():
    twice = STORY + STORY
    assert accepted(STORY, twice) == 1
    assert accepted(twice, twice) == 2
    assert accepted(twice, STORY) == 1


def test_a_full_fit_goes_before_half_a_fit():
    new = "The pool cost an million euros more.\nThe pool cost an million dollars, she told the council.\n"
    found, _ = match(entries(STORY, "an million"), entries(new, "an million"))
    assert found == {1}


def test_another_rule_another_revision_or_another_text_of_the_same_length_is_not_accepted():
    (one,) = entries(STORY, "an million")
    for other in (
        *entries(STORY, "an million", rule="a/c"),
        *entries(STORY, "an million", revision=2),
        msgspec.structs.replace(one, text="a million"),
    ):
        assert match([one], [other]) == (set(), set())


def test_of_a_long_text_the_beginning_is_kept_and_a_fingerprint_of_all():
    paragraph = "The pool " + "was warm and " * 20
    (one,) = entries(f"{paragraph}deep.\n", f"{paragraph}deep.")
    (other,) = entries(f"{paragraph}cold.\n", f"{paragraph}cold.")
    assert len(one.text) < 80
    assert one.text[:50] == other.text[:50]
    assert one != other


# The file


def baseline(tmp_path, **files):
    return Baseline(tmp_path / "b.json", {f"{name}.txt": tuple(rows) for name, rows in files.items()})


def test_the_file_is_json_with_an_entry_a_line_and_reads_back(tmp_path):
    rows = entries(STORY, "an million", "Monday")
    book = baseline(tmp_path, a=rows, z=[Entry("r", 'a "quoted"\ttext')], empty=[])
    data = encode_baseline(book)
    book.path.write_bytes(data)
    assert sum(1 for line in data.decode().splitlines() if '"rule"' in line) == 4
    assert set(json.loads(data)["files"]) == {"a.txt", "z.txt"}
    again = read_baseline(book.path)
    assert encode_baseline(again) == data
    assert sorted(map(str, again.files["a.txt"])) == sorted(map(str, rows))
    assert encode_baseline(baseline(tmp_path)) == b'{\n "version": 1,\n "files": {\n }\n}\n'


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"{", "1:2: not a baseline: Input data was truncated"),
        (b'{\n "version": 1,\n <<', "3:2: not a baseline: JSON is malformed: .*write --force` begins anew"),
        (
            b'{\n "version": 1,\n "files": {\n<<<<<<< ours\n "a": []\n=======\n "b": []\n>>>>>>> theirs\n }\n}\n',
            "4:1: a merge that was not finished: keep the lines of one side; `newslint baseline write --force` begins",
        ),
        (b'{"version\xff": 1}', "not a baseline: .*invalid start byte"),
        (b'{"version": 2, "files": {}}', "written by a later newslint"),
        (b'{"version": 1, "files": {"a": [{"rule": 3}]}}', r"not a baseline: .* at `\$\.files\[\.\.\.\]\[0\]\.rule`"),
        (b'{"version": 1, "files": {"a": [{"rule": "a", "text": "b", "line": 3}]}}', "unknown field `line`"),
        (None, "no such file: `newslint baseline write` makes it"),
    ],
)
def test_a_file_that_is_no_baseline_is_an_error(tmp_path, data, complaint):
    path = tmp_path / "b.json"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(BaselineError, match=rf"b\.json:.*{complaint}"):
        read_baseline(path)


def test_paths_are_relative_to_the_file(tmp_path, monkeypatch):
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    book = Baseline(Path("..", "b.json"), {})
    assert book.key("story.txt") == "desk/story.txt"
    assert book.key(str(tmp_path / "other.txt")) == "other.txt"


def test_it_only_shrinks(tmp_path):
    one, two, three = entries(STORY, "an million", "Monday")
    book = baseline(tmp_path, a=[one, two, three], gone=[one], elsewhere=[two], muted=[one])
    (tmp_path / "elsewhere.txt").write_text("")
    found = {"a.txt": [one, *entries(STORY, "council")], "muted.txt": [], "new.txt": [two]}
    less = pruned(book, found, lambda path, rule: path != "muted.txt")
    assert less.files == {"a.txt": (one,), "elsewhere.txt": (two,), "muted.txt": (one,)}
    assert sorted(difference(book, less), key=str) == sorted(
        [("a.txt", two), ("a.txt", three), ("gone.txt", one)], key=str
    )
    assert pruned(less, found, lambda path, rule: path != "muted.txt") == less


def test_a_file_that_was_renamed_keeps_what_was_accepted(tmp_path):
    rows = entries(STORY, "an million", "Monday")
    book = baseline(tmp_path, old=rows, kept=rows)
    (tmp_path / "kept.txt").write_text(STORY)
    assert moved(book, "new.txt", rows) == tuple(rows)
    assert moved(book, "kept.txt", rows) == ()
    assert moved(book, "new.txt", rows[:1]) == ()
    (tmp_path / "old.txt").write_text(STORY)
    assert moved(book, "new.txt", rows) == ()
