"""The kinds that hold a story to its house's numbers, ages, percentages, thousands, times, dates, units and dollars."""

from __future__ import annotations

import pickle
from types import ModuleType

import pytest

from newslint.kinds import (
    house_ages,
    house_dates,
    house_dollar,
    house_numerals,
    house_percent,
    house_thousands,
    house_times,
    house_units,
)
from newslint.kinds.shared.base import Context, OptionError
from newslint.kinds.shared.style import Fact, Style
from newslint.rulebook.lists import ListFolder
from newslint.rulebook.packs import shipped_pack
from newslint.text.story import Story

LISTS = ListFolder(shipped_pack().folder / "lists")
OPTIONS: dict[ModuleType, dict[str, str]] = {
    house_ages: {},
    house_dates: {"part": "order"},
    house_dollar: {},
    house_numerals: {},
    house_percent: {"spelled": "figures"},
    house_thousands: {},
    house_times: {},
    house_units: {"symbols": "unit-symbols"},
}


def found(
    kind: ModuleType, value: str, text: str, variant: str = "en-GB", options: dict[str, str] | None = None, **more: str
) -> list[tuple[str, str]]:
    """Return what a kind reports in a text for a house with this value, and the forms that it proposes."""
    state = pickle.loads(pickle.dumps(kind.prepare(kind.Options(**(options or OPTIONS[kind])), LISTS)))
    fact = Fact(value, "sure")
    facts = {name.replace("_", "-"): Fact(said, "sure") for name, said in more.items()}
    context = Context(Story(text, layout="body"), variant=variant, style=Style("test", facts), fact=fact)
    return [(text[f.start : f.end], f.suggestions[0]) for f in kind.check(state, context)]


@pytest.mark.parametrize("kind", OPTIONS, ids=lambda kind: kind.__name__.rpartition(".")[2])
def test_nothing_is_found_where_the_house_leaves_the_option_open(kind: ModuleType) -> None:
    state = kind.prepare(kind.Options(**OPTIONS[kind]), LISTS)
    text = "The 5 men, aged nine, paid US$1500 for 5 per cent at 9:30 p.m. on 6 September, 10km off."
    assert list(kind.check(state, Context(Story(text, layout="body")))) == []


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        ("2", [("three", "3"), ("ten", "10"), ("eleven", "11")]),
        ("10", [("ten", "10"), ("eleven", "11"), ("9", "nine")]),
        ("11", [("eleven", "11"), ("9", "nine"), ("10", "ten")]),
    ],
)
def test_the_value_is_the_first_number_in_figures(limit: str, expected: list[tuple[str, str]]) -> None:
    text = "They saw three boats, then ten cats and eleven dogs. They lost 9 hens, then 10 geese."
    assert sorted(found(house_numerals, limit, text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "It is in phase 3 trials.",
        "The Year 9 pupils sang.",
        "The Boeing 7 parts came.",
        "Between 8 and 12 men came.",
        "It was 5 to 6 days late.",
        "It took 5 hours 40 minutes.",
        "They won by 4 wickets and 3 goals.",
        "It is 5 more miles off.",
        "It is 6 degrees colder, 5 million dollars dearer.",
        "One in 5 is left; 7 of them.",
        "The No. 5 seeds met on Sept. 5 flights.",
        "Six hundred and sixty thousand prawns died.",
    ],
)
def test_a_figure_that_is_a_label_a_measure_or_one_of_a_series_stays(text: str) -> None:
    assert found(house_numerals, "10", text) == []


def test_a_number_that_begins_a_sentence_takes_a_capital() -> None:
    assert found(house_numerals, "10", "It rained. 5 men left.") == [("5", "Five")]


def test_ages_follow_the_limit_of_the_house() -> None:
    text = "A 9-year-old, a ten-year-old and a boy aged eleven met Ana Obi, nine, and left."
    assert found(house_ages, "number-rule", text, words_below="11") == [("9", "nine"), ("eleven", "11")]
    assert found(house_ages, "number-rule", text, words_below="10") == [("9", "nine"), ("ten", "10"), ("eleven", "11")]
    assert found(house_ages, "figures", text) == [("ten", "10"), ("eleven", "11"), ("nine", "9")]
    assert ("nine", "9") in found(house_ages, "figures-after-names", text, words_below="10")


def test_ages_of_things_are_not_sure_to_take_figures() -> None:
    assert found(house_ages, "figures", "The five-year-old deal and the six-year-old inquiry ended.") == []
    assert found(house_ages, "figures", "The five-year-old was on the six-year-old bay mare.") == [
        ("five", "5"),
        ("six", "6"),
    ]


@pytest.mark.parametrize(
    ("value", "text", "expected"),
    [
        ("sign", "It rose 5 to 6.5 per cent.", [("5 to 6.5 per cent", "5% to 6.5%")]),
        ("sign", "It rose 5-6 per cent.", [("5-6 per cent", "5%-6%")]),
        ("sign", "It rose between 5 and 6 percent.", [("5 and 6 percent", "5% and 6%")]),
        ("sign", "In 2015 and 6 percent left.", [("6 percent", "6%")]),
        ("per-cent", "It rose 5%-6%.", [("5%-6%", "5-6 per cent")]),
        ("per-cent", "It rose 5\u00a0%.", [("5\u00a0%", "5 per cent")]),
        ("per-cent", "It rose 5\u00a0per cent.", []),
        ("percent", "A 5-percent rise of five per cent.", [("five per cent", "5 percent")]),
        ("percent", "Five per cent left.", [("Five per cent", "Five percent")]),
        ("sign", "Five per cent left, 5 percentage points.", []),
        ("sign", "It rose one hundred and five per cent.", []),
    ],
)
def test_percentages(value: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(house_percent, value, text) == expected


def test_a_house_may_keep_small_percentages_in_words() -> None:
    text = "It rose five percent, then twelve percent."
    assert found(house_percent, "percent", text, percent_figures="number-rule") == [("twelve percent", "12 percent")]


def test_in_headlines_the_words_before_the_mark_are_left_alone() -> None:
    assert found(house_percent, "sign", "Rents up five per cent or 5 per cent", options={"spelled": "any"}) == [
        ("5 per cent", "5%")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "In 2012 people left.",
        "The 1990 elections.",
        "Run the 1500m.",
        "Call 0131 1234 5678.",
        "The ISO 9001 standards.",
    ],
)
def test_years_distances_and_names_take_no_comma(text: str) -> None:
    assert found(house_thousands, "comma-4", text) == []


def test_thousands() -> None:
    text = (
        "It has 3400 beds, more than 2000 people, 12000 trees and $1500. "
        "It sold 8,000 to 12,000 hats. It has 1,500 cars, and makes 2,500,000 pins."
    )
    assert found(house_thousands, "comma-4", text) == [
        ("3400", "3,400"),
        ("2000", "2,000"),
        ("12000", "12,000"),
        ("1500", "1,500"),
    ]
    assert found(house_thousands, "comma-5", text) == [("12000", "12,000"), ("1,500", "1500")]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("9.30pm", "9.30pm"),
        ("9:30pm", "9:30pm"),
        ("9:30 p.m.", "9:30 p.m."),
        ("9:30 pm", "9:30 pm"),
        ("21:30", "21:30"),
    ],
)
def test_every_form_of_a_time_becomes_the_houses(value: str, expected: str) -> None:
    for form in ("9.30pm", "9:30pm", "9:30 p.m.", "9:30 pm", "9.30 PM", "21:30"):
        wanted = [] if form == expected else [(form, expected)]
        assert found(house_times, value, f"It began at {form} in Oxford.") == wanted, form


def test_the_stop_of_a_sentence_outlives_that_of_a_time() -> None:
    assert found(house_times, "9.30pm", "It began at 9 p.m. He left.") == [("9 p.m.", "9pm.")]
    assert found(house_times, "9.30pm", "It began at 9 p.m. ET on Monday.") == [("9 p.m.", "9pm")]
    assert found(house_times, "9:30 p.m.", "It began at 9pm.") == [("9pm.", "9 p.m.")]


@pytest.mark.parametrize(
    "text",
    [
        "She ran it in 13:45.",
        "It rose from 13.45 to 14.50.",
        "It closed at 12pm.",
        "Open from 9 to 10pm.",
        "Read John 13:45.",
    ],
)
def test_what_is_no_time_or_has_no_sure_form_stays(text: str) -> None:
    assert found(house_times, "21:30", text) == []


@pytest.mark.parametrize(
    ("value", "expected"),
    [("dmy", "6 September 2016"), ("mdy-comma", "September 6, 2016"), ("mdy-ordinal", "September 6th 2016")],
)
def test_every_form_of_a_date_becomes_the_houses(value: str, expected: str) -> None:
    for form in ("6 September 2016", "6th September, 2016", "September 6, 2016", "September 6th, 2016"):
        wanted = [] if form == expected else [(form, expected)]
        assert found(house_dates, value, f"It shut on {form} in Oxford.", months="full") == wanted, form


@pytest.mark.parametrize(
    "text",
    [
        "The September 11 attacks.",
        "In May 12 people left.",
        "From May 6-9.",
        "On the 22nd and the 23rd of April.",
        "The April 6 movement.",
        "July 17 (UPI) -- It shut.",
    ],
)
def test_names_series_and_chance_are_no_dates(text: str) -> None:
    assert found(house_dates, "dmy", text) == []


def test_months_with_a_day() -> None:
    options = {"part": "month"}
    text = "It shut on September 6, on Mar. 7, on Sep. 8, in September 2016 and on May 9."
    assert found(house_dates, "abbreviated", text, options=options, dates="mdy-comma") == [
        ("September", "Sept."),
        ("Mar.", "March"),
        ("Sep.", "Sept."),
    ]
    assert found(house_dates, "full", "It shut on 6 Sept.", options=options, dates="dmy") == [("Sept", "September")]
    assert found(house_dates, "abbreviated", "It shut on 6 September.", options=options, dates="mdy-comma") == []


def test_units() -> None:
    text = "It is 10 km off, 5ft up, a 20km run, 60 mph, £10m and a 9 mm pistol; 6ft 2in."
    assert found(house_units, "closed", text) == [("10 km", "10km"), ("60 mph", "60mph"), ("9 mm", "9mm")]
    assert found(house_units, "spaced", text) == [("5ft", "5 ft"), ("20km", "20 km")]
    american = found(house_units, "spelled", text, variant="en-US")
    assert american == [("10 km", "10 kilometers"), ("5ft", "5 feet"), ("20km", "20-kilometer")]
    assert found(house_units, "spelled", text)[0] == ("10 km", "10 kilometres")


def test_a_list_that_is_no_table_of_units_is_refused() -> None:
    with pytest.raises(OptionError, match="not a table of units"):
        house_units.prepare(house_units.Options(symbols="household-names"), LISTS)


def test_the_mark_of_the_own_dollar_keeps_dollars_apart_where_there_are_others() -> None:
    assert found(house_dollar, "us", "It cost US$10. It paid 5 million dollars.") == [
        ("US$10", "$10"),
        ("5 million dollars", "$5 million"),
    ]
    assert found(house_dollar, "us", "It cost US$10, or A$15.") == []
    assert found(house_dollar, "au", "It cost $A10.") == [("$A10", "$10")]
