"""The contract of a check's own tests: one issue on the marked span, a fix that holds, silence elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec
import re2

from ..grammar.match import Match
from ..issue import Issue
from ..kinds.shared.base import Context
from ..kinds.shared.ledger import Day, Row, aliases_of, build, people_of, row_of
from ..kinds.shared.style import Fact, Style, Term
from ..text.edits import apply_edits
from ..text.regex import regex
from ..text.story import Story
from .check import Check
from .schema import TestCase

_MARK = regex(r"\[\[(.*?)\]\](?!\])", re.DOTALL)  # what is marked may end in a bracket of its own

MatchSource = Callable[[str, str], tuple[Match, ...]]
"""Gives LanguageTool's matches for a text and a variant."""


class Failure(msgspec.Struct, frozen=True):
    """One test of a check that does not hold: ``index`` counts its tests from 0, -1 means the check as a whole."""

    check: str
    index: int
    reason: str


def run_tests(
    check: Check, grammar: MatchSource | None = None, readings: Callable[[str, str], str] | None = None
) -> list[Failure]:
    """Hold a check to its own tests. Without ``grammar``, a check that needs LanguageTool sees no matches.

    ``readings`` says how LanguageTool reads a text, for a test that should flag something and does not.
    """
    failures = []
    for index, case in enumerate(check.head.tests):
        try:
            reasons = _run_case(check, case, grammar, readings)
        except Exception as error:  # a fault in the kind: the other tests, and checks, still say what they have to say
            reasons = [f"breaks down: {type(error).__name__}: {error}"]
        failures += [Failure(check.id, index, reason) for reason in reasons]
    if check.head.fix != "no" and not any(case.flag and case.fix is not None for case in check.head.tests):
        failures.append(Failure(check.id, -1, "`fix` is not `no`, so a `flag` test must say the fixed text in `fix:`"))
    return failures


def _run_case(
    check: Check, case: TestCase, grammar: MatchSource | None, readings: Callable[[str, str], str] | None
) -> list[str]:
    marked = case.flag or case.known_false_alarm
    if marked is None:
        text = case.pass_ or ""
        return [f"flags {_shown(issue)}, but should pass" for issue in _issues(check, case, text, grammar)]
    text, spans = unmark(marked)
    if len(spans) != 1:
        return ["a `flag` text marks exactly one span with [[ ]]"]
    issues = _issues(check, case, text, grammar)
    if case.known_false_alarm is not None:
        return [] if issues else ["is no longer a false alarm: make it a `pass` test"]
    if not issues:
        read = f"; LanguageTool reads {readings(text, case.language)}" if readings else ""
        return [f"does not flag [[{text[spans[0][0] : spans[0][1]]}]]{read}"]
    if len(issues) > 1:
        return [f"flags {len(issues)} spans, not one: {', '.join(_shown(i) for i in issues)}"]
    if not prefilter_agrees(check, text):
        return ["flags this, but none of its needles is in the text: the prefilter would skip it"]
    issue = issues[0]
    if (issue.start, issue.end) != spans[0]:
        return [f"flags {_shown(issue)} instead of [[{text[spans[0][0] : spans[0][1]]}]]"]
    return _check_fix(check, case, text, issue, grammar)


def prefilter_agrees(check: Check, text: str) -> bool:
    """Say whether the prefilter would let the check run on a text."""
    return not check.needles or any(re2.search(needle, text) for needle in check.needles)


def _check_fix(check: Check, case: TestCase, text: str, issue: Issue, grammar: MatchSource | None) -> list[str]:
    if case.fix is None:
        return []
    if not issue.edits:
        return ["states a fix, but the issue has none"]
    fixed = apply_edits(text, issue.edits)
    if fixed != case.fix:
        return [f"the fix gives {fixed!r}, not {case.fix!r}"]
    left = _issues(check, case, fixed, grammar)
    if left:
        return [f"the fixed text still has {_shown(left[0])}"]
    return []


def _issues(check: Check, case: TestCase, text: str, grammar: MatchSource | None) -> list[Issue]:
    matches = grammar(text, case.language) if grammar else ()
    facts = {option: Fact(value, "sure") for option, value in case.style.items()}
    terms = tuple(
        Term(use, (others,) if isinstance(others, str) else others, Fact(use, "sure"))
        for use, others in case.terms.items()
    )
    style = Style("test", facts, terms, case.section) if facts or terms else None
    ledger = build(people_of(map(_ledger_row, case.people))) if case.people else None
    day = Day(case.day or "2026-01-01", case.day is not None)
    context = Context(
        Story(text, layout=case.as_),
        variant=case.language,
        matches=matches,
        style=style,
        ledger=ledger,
        day=day if ledger is not None else None,
        dated=lambda: day,
    )
    return list(check.issues(context, "test"))


def _ledger_row(cells: dict[str, str]) -> tuple[str, tuple[str, ...], Row]:
    row = row_of(cells)
    if row is None:
        raise ValueError(f"`people`: no day is {cells.get('from') or cells.get('to')}")
    return cells["name"], aliases_of(cells.get("aliases", "")), row


def unmark(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Take the [[ ]] marks out of a test's text; return the text and the marked spans in code points."""
    spans: list[tuple[int, int]] = []
    parts: list[str] = []
    at = done = 0
    for mark in _MARK.finditer(text):
        parts += [text[done : mark.start()], mark[1]]
        at += mark.start() - done
        spans.append((at, at + len(mark[1])))
        at += len(mark[1])
        done = mark.end()
    parts.append(text[done:])
    return "".join(parts), spans


def _shown(issue: Issue) -> str:
    return f"[[{issue.text}]] at {issue.start}"
