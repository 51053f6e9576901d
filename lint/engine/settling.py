"""Fixing one text: what can be mended is, and the text checked again, until nothing more changes."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from ..issue import Issue, NotRun
from .checking import Checked, Recheck
from .fixes import apply_choice, choose, fixable

ROUNDS = 40
"""Rounds after which a text counts as one that never settles; a chain of fixes that overlap takes one round each."""

_GROWTH = 10_000
"""Code points by which fixes may lengthen a text beyond twice its length."""


class Settled(msgspec.Struct, frozen=True):
    """A text that fixes have nothing more to do for; ``fixed`` is how many issues they mended on the way."""

    checked: Checked
    fixed: int


def settle(checked: Checked, recheck: Recheck, *, unsafe: bool = False) -> Settled:
    """Make the fixes, the safe ones or all, round by round until none is left to make.

    Where fixes undo each other or never end, those of the rules concerned are not made in this text at all, and
    ``not_run`` of what comes back names them. No fix is made twice over: what comes back would not be changed again.
    """
    left_out: set[str] = set()
    notes: list[NotRun] = []
    while True:
        settled, restless = _settle(checked, recheck, unsafe, left_out)
        if not restless:
            return msgspec.structs.replace(
                settled,
                checked=msgspec.structs.replace(settled.checked, not_run=(*settled.checked.not_run, *notes)),
            )
        left_out |= restless
        notes.append(NotRun("fixes", checked.copy.path, "unavailable", _reason(sorted(restless))))


def unsafe_left(checked: Checked) -> int:
    """Count the issues that only unsafe fixes would mend."""
    text = checked.copy.story.text
    return sum(issue.fixable == "unsafe" and fixable(issue, text, unsafe=True) for issue in checked.issues)


def _settle(
    checked: Checked, recheck: Recheck, unsafe: bool, left_out: Iterable[str]
) -> tuple[Settled, frozenset[str]]:
    """Return the settled text, or the rules whose fixes keep it from settling."""
    text = checked.copy.story.text
    limit = 2 * len(text) + _GROWTH
    seen = {text: 0}
    rules: list[frozenset[str]] = []
    fixed = 0
    while True:
        choice = choose((issue for issue in checked.issues if issue.rule not in left_out), text, unsafe=unsafe)
        if not choice.issues:
            return Settled(checked, fixed), frozenset()
        text = apply_choice(text, choice.edits)
        rules.append(frozenset(issue.rule for issue in choice.issues))
        fixed += len(choice.issues)
        if text in seen:
            return Settled(checked, fixed), frozenset().union(*rules[seen[text] :])
        if len(text) > limit:
            return Settled(checked, fixed), frozenset({max(choice.issues, key=_growth).rule})
        if len(rules) >= ROUNDS:
            return Settled(checked, fixed), rules[-1] | rules[-2]
        seen[text] = len(rules)
        checked = recheck(text)


def _growth(issue: Issue) -> int:
    return sum(len(edit.new) - (edit.end - edit.start) for edit in issue.edits)


def _reason(rules: list[str]) -> str:
    if len(rules) == 1:
        return f"the fixes of {rules[0]} never come to an end here: none was made; mend the place by hand"
    names = f"{', '.join(rules[:-1])} and {rules[-1]}"
    return f"the fixes of {names} undo each other here: none was made; mend the places by hand, or turn one check off"
