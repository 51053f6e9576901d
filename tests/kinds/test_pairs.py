"""The kinds `pairs` (brackets) and `dashes`."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.kinds import pairs
from newslint.kinds.pairs import lone_brackets
from newslint.kinds.shared.base import Context
from newslint.kinds.shared.matching import compile_pattern
from newslint.rulebook.errors import RuleError
from newslint.rulebook.lists import ListFolder
from newslint.rulebook.loader import parse_check
from newslint.rulebook.packs import shipped_pack
from newslint.text.story import Story

LISTS = ListFolder(shipped_pack().folder / "lists")
CHECK = """
id: x/y
kind: %s
message: 'Check.'
why: A test.
severity: warning
%s
tests:
  - flag: "[[a]]"
  - pass: "b"
"""


def run(kind, options, text):
    check = parse_check(CHECK % (kind, options), "x.yml", "x/y", LISTS)
    return [(i.start, i.text) for i in check.issues(Context(Story(text, layout="body")), "story")]


@pytest.mark.parametrize(
    ("text", "lone"),
    [
        ("a (b) [c] {d} (e [f] g)", []),
        ("a (b", [2]),
        ("an ox) c", [5]),
        ("a (b (c) d", [2]),
        ("a (b [c) d", [5]),
        ("(a ] b)", [3]),
        ("(((", [0, 1, 2]),
        (")", [0]),
        ("a) first, b) second, iv) third, 12) fourth", []),
        ("Rule 4(b)(ii) and f(x)", []),
        ("sad :( glad :-) odd ;)", []),
        ("ratio (4:3) stands", []),
        ("(ox\n\now\n\nelk)", []),
        ("(ox\n\na) elk", [0]),
        ("(ox" + "\n\now" * 8 + ")", [0, 3 + 4 * 8]),
        ("(ox\n\now)\n\nelk)", [13]),
    ],
)
def test_lone_brackets(text, lone):
    assert lone_brackets(Story(text, layout="body")) == lone


def test_only_the_brackets_asked_for_are_reported():
    text = "a (b [c {d"
    assert run("pairs", "brackets: [square]", text) == [(5, "[")]
    assert run("pairs", "", text) == [(2, "("), (5, "["), (8, "{")]


def test_empty_brackets_and_calls():
    text = "The board () met, f() ran, [] and [ ] too."
    assert run("pairs", "fault: empty", text) == [(10, "()"), (27, "[]"), (34, "[ ]")]


def test_no_brackets_at_all_is_refused():
    with pytest.raises(RuleError, match="needs at least one"):
        run("pairs", "brackets: []", "a")


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="()[]{} a:;-\n", max_size=60))
def test_what_is_left_without_the_lone_brackets_is_balanced(text):
    lone = lone_brackets(Story(text, layout="body"))
    assert lone == sorted(set(lone))
    assert all(text[offset] in "()[]{}" for offset in lone)


def _bracketed(parts):
    pair = st.sampled_from(["()", "[]", "{}"])
    return st.tuples(parts, pair, parts).map(lambda p: f"ox {p[0]} {p[1][0]}elk {p[2]} owl{p[1][1]} hen")


@settings(max_examples=300, deadline=None)
@given(st.recursive(st.just("word"), _bracketed, max_leaves=12))
def test_balanced_brackets_are_never_reported(text):
    assert lone_brackets(Story(text, layout="body")) == []


@pytest.mark.parametrize("unit", ["(", ")", "(]", "[(", "(a) ", "(a\n\n", "a) "])
def test_work_grows_with_the_text_and_no_faster(unit):
    def seconds(times):
        story = Story(unit * times, layout="body")
        _ = story.blocks
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            lone_brackets(story)
            best = min(best, time.process_time() - start)
        return best

    small, large = seconds(2_000), seconds(16_000)
    assert large < 30 * small + 0.05


@pytest.mark.parametrize(
    ("fault", "text", "found"),
    [
        ("closed", "The Norse--Danish talks and the ice-free bay.", [(4, "Norse--Danish")]),
        ("closed", "The ice--all of it--went, the nets--wet ones--stay.", []),
        ("closed", "See https://ice.example/a--b or run it --fast.", []),
        ("closed", "Ice ---- nets, a---b.", []),
        ("spaced", "The ice – all – went. The nets -- wet – stay.", [(31, "--")]),
        ("spaced", "The ice -- all of it -- went.", []),
        ("spaced", "The ice -- all of it -- went — at noon.", []),
        ("mix", "The ice – all – went. The nets — wet.", [(31, "—")]),
        ("mix", "The ice – all – went, in 1990–95 and 3 - 2.", []),
    ],
)
def test_dashes(fault, text, found):
    assert run("dashes", f"fault: {fault}", text) == found


@given(st.text(alphabet="()[]{} \xa0\x1c\x85\u3000a1.\n", max_size=30))
def test_an_empty_pair_is_seen_by_the_needles_too(text):
    state = pairs.prepare(pairs.Options(fault="empty"), LISTS)
    found = [finding.start for finding in pairs.check(state, Context(Story(text)))]
    assert found == [match.start() for match in state.empty.finditer(text)]
    assert not found or any(compile_pattern(needle).search(text) for needle in pairs.needles(state))


def test_brackets_are_looked_for_once_a_story():
    story = Story("A (small) boat [sic] sank {here.")
    assert [story.text[at] for at in pairs.brackets(story)] == list("()[]{")
    assert pairs.brackets(story) is pairs.brackets(story)
    assert lone_brackets(story) == [26]
