"""Arithmetic kinds: what rounding explains is silent, what it cannot explain is not."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.kinds import conversions, counts, percentages
from newslint.kinds.shared.base import Context, OptionError
from newslint.rulebook.lists import ListFolder
from newslint.rulebook.packs import shipped_pack
from newslint.text.story import Story

LISTS = ListFolder(shipped_pack().folder / "lists")


def run(kind, text, **options):
    state = kind.prepare(kind.Options(**options), LISTS)
    story = Story(text, layout="body")
    return [text[f.start : f.end] for f in kind.check(state, Context(story))]


@given(st.integers(20, 100_000), st.integers(20, 100_000))
def test_a_right_percentage_is_never_reported(old, new):
    change = abs(new / old - 1) * 100
    verb = "up" if new > old else "down"
    assert run(percentages, f"It went from {old} to {new}, {verb} {change:.0f} per cent.", fault="change") == []


@given(st.integers(100, 999), st.integers(100, 999), st.integers(25, 60))
def test_a_wrong_percentage_is_reported(old, new, off):
    stated = abs(new / old - 1) * 100 * 1.1 + off
    verb = "up" if new > old else "down"
    text = f"It went from {old} to {new}, {verb} {stated:.0f} per cent."
    assert run(percentages, text, fault="change") == [f"{stated:.0f} per cent"]


@given(
    st.integers(1, 5000), st.sampled_from([("km", "miles", 0.6214), ("hectares", "acres", 2.471), ("kg", "lb", 2.2046)])
)
def test_a_right_conversion_is_never_reported(value, units):
    one, other, ratio = units
    assert run(conversions, f"It is {value} {one} ({value * ratio:.0f} {other}).", fault="unit", units="units") == []


def test_units_that_nobody_compares():
    assert run(conversions, "It is 10km (16kg) and 10km (16km).", fault="unit", units="units") == []
    with pytest.raises(OptionError):
        conversions.prepare(conversions.Options(fault="unit"), LISTS)


@given(st.lists(st.integers(2, 40), min_size=2, max_size=4), st.integers(-1, 1))
def test_parts_add_up(parts, off):
    nouns = ["men", "women", "boys", "girls"]
    pieces = [f"{part} {noun}" for part, noun in zip(parts, nouns, strict=False)]
    text = f"It hurt {sum(parts) + off} people, {', '.join(pieces[:-1])} and {pieces[-1]}."
    assert len(run(counts, text, fault="parts")) == (1 if off else 0)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It hit three towns: Ayr, Kelso, Moor and Vale.", ["three towns: Ayr, Kelso, Moor and Vale"]),
        ("It hit four towns: Ayr, Kelso, Moor and Vale.", []),
        ("It hit four towns: Ayr, Kelso and Moor; a fifth was spared.", ["four towns: Ayr, Kelso and Moor"]),
        ("It hit two towns: Troy, Ohio and Rome.", []),
        ("It hit two towns: Ayr, Moor, and Vale.", []),
        ("They are three recruits: Lal and senior Tom Day.", ["three recruits: Lal and senior Tom Day"]),
        ("They are three recruits: Lal and two others.", []),
        ("They are three recruits: Lal and in Troy Tom Day.", []),
        ("Two florists, Rosa Lal, Tom Day and Ned Obi, won.", ["Two florists, Rosa Lal, Tom Day and Ned Obi"]),
        ("Two florists, Lal, Day and Obi, won.", []),
        ("Two banners, Rosa Lal, Tom Day and Ned Obi, hung.", []),
        ("Four of them – Obi and Lal, Day and May – won.", []),
        ("Four boys – Obi and Lal, Day and May – won.", []),
    ],
)
def test_closed_lists_of_names(text, found):
    assert run(counts, text, fault="list") == found


@pytest.mark.parametrize("total", ["two", "three", "four", "five"])
def test_a_list_against_its_count(total):
    words = {"two": 2, "three": 3, "four": 4, "five": 5}
    text = f"They met in {total} countries: Chad, Mali and Togo."
    assert len(run(counts, text, fault="list")) == (0 if words[total] == 3 else 1)


class _Counting:
    def __init__(self):
        self.asked = 0

    def finditer(self, text):
        self.asked += 1
        return iter(())


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Sales rose 20 per cent, from 40 to 50.", True),
        ("Sales rose 20\u00a0percent on the \u00a340m of 2010.", True),
        ("Sales rose by a third, from 40 to 50.", True),
        ("Sales doubled from 40 to 50.", True),
        ("Sales rose from 40 to 50.", False),
        ("Sales rose 20 per cent in the year.", False),
    ],
)
def test_changes_are_looked_for_where_the_story_has_what_they_need(text, asked):
    state = percentages.prepare(percentages.Options(fault="change"), None)
    pattern = _Counting()
    state = msgspec.structs.replace(state, patterns=(pattern,), marks=(None,), worded=(pattern,))
    list(percentages.check(state, Context(Story(text))))
    assert bool(pattern.asked) is asked


def test_lists_are_looked_for_where_the_story_has_their_marks_and_words():
    state = counts.prepare(counts.Options(fault="list"), LISTS)
    plain = Story("Two men, Al and Bo, left.")
    assert list(counts._worth_trying(state.others, counts._OTHER_NEED, plain)) == [state.others[at] for at in (1, 4, 5)]
    assert list(counts._worth_trying(state.common, counts._THING_NEED, plain)) == [state.common[3]]
    full = Story("Two options (or kinds): this -- or that.")
    assert list(counts._worth_trying(state.others, counts._OTHER_NEED, full)) == list(state.others)
    assert list(counts._worth_trying(state.common, counts._THING_NEED, full)) == list(state.common)


@pytest.mark.parametrize(
    "text",
    [
        "It sold 150 last year, up from 100, a rise of about 50 per cent.",
        "Profit was 150, up more than 50% from 100.",
        "It sold 150 cars last year, down nearly fifty per cent on the 300 of 2004.",
        "A profit of $150m was made, rose 2.5\xa0percent from $100m.",
    ],
)
def test_a_text_in_which_an_order_that_begins_with_a_figure_holds_has_its_mark(text):
    state = percentages.prepare(percentages.Options(fault="change"), None)
    rows = zip(state.patterns, state.marks, strict=True)
    held = [mark is not None and mark.search(text) is not None for pattern, mark in rows if pattern.search(text)]
    assert held == [True]
