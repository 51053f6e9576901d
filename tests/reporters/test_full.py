"""`full`: the passage with the place marked, the reason and the suggestion, piped and on a terminal."""

from __future__ import annotations

import re

from msgspec.structs import replace
from sample_results import RIVER, VIEW, everything, issue, result

from newslint.reporters.formats import full
from newslint.reporters.view import Terminal


def test_on_a_terminal_it_says_the_same_in_colour():
    made = everything()
    shown = full.render(made, replace(VIEW, terminal=Terminal(100, colour=True)))
    assert "\x1b[1;31m" in shown
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert [row.rstrip() for row in plain.splitlines()] == full.render(made, VIEW).splitlines()


def test_the_reason_is_wrapped():
    long = " ".join(["reason"] * 60)
    rule = VIEW.rule("names/given")
    view = replace(VIEW, rule=lambda id_: replace(rule, why=long))
    made = result([issue(RIVER, "Mr Huw", "names/given", "error", "m", path="a.txt")], {"a.txt": RIVER})
    rows = full.render(made, view).splitlines()
    assert max(map(len, rows)) <= 100
    assert " ".join(" ".join(rows).split()).count("reason") == 60


def test_statistics_come_before_the_summary():
    rows = full.render(everything(), replace(VIEW, statistics=True)).splitlines()
    place = next(
        number for number, row in enumerate(rows) if row.startswith("4 errors, 3 warnings, 1 advice in 3 files")
    )
    assert "errors and warnings per 1,000 words" in rows[place - 1]
