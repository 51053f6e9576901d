"""Comments that turn checks off where the format hides them, and what is said of those that do nothing."""

from __future__ import annotations

import sys

import pytest

from newslint.engine.comments import apply_comments, hides_comments, read_comments
from newslint.issue import Issue

KNOWN = ("names/a", "names/b", "quotes/a", "grammar/en-a")


def left(text, *found, ran=lambda id_: True):
    """Return the issues that stay, given as (rule, word), and the complaints as (rule, marked words)."""
    issues = []
    for rule, word in found:
        at = text.index(word)
        issues.append(Issue("s.md", rule, "error", at, at + len(word), word, "no"))
    comments = read_comments("s.md", text, KNOWN)
    staying, complaints = apply_comments(comments, "s.md", text, tuple(issues), ran)
    return [(issues[index].rule, issues[index].text) for index in staying], [(c.rule, c.text) for c in complaints]


A, B = ("names/a", "Ott"), ("quotes/a", "pool")


@pytest.mark.parametrize(
    ("text", "staying"),
    [
        ("<!-- newslint: off -->\n\nOtt's pool.\n", []),
        ("<!-- newslint: off names/a -->\n\nOtt's pool.\n", [B]),
        ("<!-- newslint: off names/ -->\n\nOtt's pool.\n", [B]),
        ("<!-- newslint: off names/, quotes/a -->\n\nOtt's pool.\n", []),
        ("<!--newslint:off names/ quotes/-->\nOtt's pool.\n", []),
        ("<!-- newslint: off\n  names/a\n  quotes/a\n-->\nOtt's pool.\n", []),
        ("Ott <!-- newslint: off -->'s pool.\n", [A]),
        ("<!-- newslint: off -->\n\nOtt\n\n<!-- newslint: on -->\n\npool\n", [B]),
        ("<!-- newslint: off names/a quotes/a -->\nOtt\n<!-- newslint: on names/ -->\npool\n", []),
        ("<!-- newslint: off-next-line -->\nOtt\npool\n", [B]),
        ("<!-- newslint: off-next-line -->\r\n\r\n<!-- a note -->\r\nOtt\r\npool\r\n", [B]),
        ("<!-- newslint: off-next-line names/a -->\nOtt's pool\n", [B]),
    ],
)
def test_what_is_off_is_not_reported(text, staying):
    assert left(text, A, B) == (staying, [])


@pytest.mark.parametrize(
    "text",
    [
        "<!-- newslint is off -->\nOtt's pool.\n",
        "<! newslint: off -->\nOtt's pool.\n",
        "newslint: off\nOtt's pool.\n",
        "Ott's pool.\n<!-- a comment that never ends",
    ],
)
def test_other_comments_turn_nothing_off(text):
    assert left(text, A, B) == ([A, B], [])


def test_what_stands_in_a_comment_is_no_copy():
    assert left("<!-- Ott: TK -->\nThe pool.\n", A, B) == ([B], [])
    assert left("The pool. <!-- Ott", A, B) == ([B], [])


@pytest.mark.parametrize(
    ("text", "complaints"),
    [
        ("<!-- newslint: off names/a -->\nThe pool.\n", [("suppression/unused", "names/a")]),
        ("<!-- newslint: off names/a quotes/a -->\nThe pool.\n", [("suppression/unused", "names/a")]),
        (
            "<!-- newslint: off-next-line -->\nHere.\nThe pool.\n",
            [("suppression/unused", "<!-- newslint: off-next-line -->")],
        ),
        ("The pool. <!-- newslint: on -->\n", [("suppression/unused", "<!-- newslint: on -->")]),
        ("<!-- newslint: of names/a -->\nThe pool.\n", [("suppression/unknown", "of")]),
        ("<!-- newslint: off nams/a -->\nThe pool.\n", [("suppression/unknown", "nams/a")]),
        ("<!-- newslint: off quotes/ nope -->\nThe pool.\n", [("suppression/unknown", "nope")]),
    ],
)
def test_comments_that_do_nothing_or_name_what_is_not_are_reported(text, complaints):
    assert left(text, B)[1] == complaints


def test_of_a_check_that_did_not_run_nothing_is_said():
    text = "<!-- newslint: off grammar/en-a -->\nThe pool.\n"
    assert left(text, B)[1] == [("suppression/unused", "grammar/en-a")]
    assert left(text, B, ran=lambda id_: not id_.startswith("grammar/"))[1] == []


def test_only_formats_that_hide_comments_have_them():
    assert hides_comments("a/story.MD")
    assert hides_comments("story.markdown")
    assert not hides_comments("story.txt")
    assert not hides_comments("-")


def test_many_comments_and_issues_are_read_in_linear_time():
    """Counted: one comment after the other, each before a line of its own, and ids that there are not."""

    def calls(number: int) -> int:
        unit = "<!-- newslint: off names/ -->\nx\n<!-- newslint: on quotes/ -->\n<!-- newslint: off-next-line -->\n"
        text = unit * number + "<!-- newslint: off zzz -->\n" * number
        issues = tuple(Issue("a.md", "names/x", "error", at, at + 1, "", "m") for at in range(0, len(text), 30))
        counted = 0

        def profile(_frame: object, event: str, _argument: object) -> None:
            nonlocal counted
            counted += event in ("call", "c_call")

        sys.setprofile(profile)
        try:
            apply_comments(read_comments("a.md", text, ("names/x", "quotes/y")), "a.md", text, issues, lambda _: True)
        finally:
            sys.setprofile(None)
        return counted

    calls(1)
    assert calls(400) < 2.3 * calls(200)
