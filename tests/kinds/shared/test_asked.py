"""Kinds that ask one of several things: a part runs where the house speaks of its option, on texts with its sign."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.kinds import house_names, house_titles
from newslint.kinds.shared.asked import Part, needles_of, run
from newslint.kinds.shared.base import Context, Finding
from newslint.kinds.shared.style import Fact
from newslint.text.story import Story


def _words(state: str, context: Context, value: str) -> Iterator[Finding]:
    yield Finding(0, 1, values={"said": f"{state} {value}"})


def test_a_part_runs_where_the_house_speaks_of_its_option() -> None:
    part, silent = Part(_words, "x"), Context(Story("Rain."))
    assert list(run(part, "state", silent)) == []
    (found,) = run(part, "state", Context(Story("Rain."), fact=Fact("bare", "sure")))
    assert found.values == {"said": "state bare"}
    assert needles_of(part) == ("x",)
    assert needles_of(Part(_words)) is None


def test_every_question_of_a_kind_has_its_part() -> None:
    for kind in (house_names, house_titles):
        assert set(kind.Asked.__args__) == set(kind._PARTS)
