"""Dates in text: what is read, where it lies, and what is left open."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.kinds.shared import datetext
from newslint.kinds.shared.datetext import MONTHS, WEEKDAYS, days_in, find_dates, story_date
from newslint.text.story import Story


@pytest.mark.parametrize(
    ("text", "shown", "day", "month", "year", "weekday"),
    [
        ("on Friday, 12 March 2021 in Leeds", "Friday, 12 March 2021", 12, 3, 2021, 4),
        ("on Friday, March 12, 2021, in Leeds", "Friday, March 12, 2021", 12, 3, 2021, 4),
        ("on Fri. Sept. 3, 2021", "Fri. Sept. 3, 2021", 3, 9, 2021, 4),
        ("on the 3rd of May", "3rd of May", 3, 5, None, None),
        ("on 3 May 2021, a Monday.", "3 May 2021, a Monday", 3, 5, 2021, 0),
        ("on 3 May 2021 (Monday)", "3 May 2021 (Monday)", 3, 5, 2021, 0),
        ("on Monday\n3 May", "Monday\n3 May", 3, 5, None, 0),
    ],
)
def test_one_date_is_read(text, shown, day, month, year, weekday):
    (date,) = find_dates(text)
    assert text[date.start : date.end] == shown
    assert (date.day, date.month, date.year, date.weekday) == (day, month, year, weekday)
    assert not date.open


@pytest.mark.parametrize(
    "text",
    [
        "In June 31,000 people came",
        "May 3.5 per cent",
        "Monday\n\n3 pigs",
        "the 1.5 Mayors",
        "Sunday Marches 12",
        "May 3pm",
    ],
)
def test_what_is_no_date(text):
    assert [d for d in find_dates(text) if d.weekday is not None or d.order == "month-first"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Saturday and Sunday, September 10 and 11, 2016",
        "from Monday to Friday, 5-9 September 2016",
        "Friday, September 5-9, 2016",
        "Friday, 5 or 6 September 2016",
        "Friday, September 5 to 9, 2016",
    ],
)
def test_a_series_is_open_or_carries_no_weekday(text):
    assert all(date.open or date.weekday is None for date in find_dates(text))


@given(st.dates(datetime.date(1800, 1, 1), datetime.date(2999, 12, 31)), st.booleans(), st.booleans())
def test_every_date_reads_back(day, month_first, with_weekday):
    month = MONTHS[day.month - 1]
    written = f"{month} {day.day}, {day.year}" if month_first else f"{day.day} {month} {day.year}"
    if with_weekday:
        written = f"{WEEKDAYS[day.weekday()]}, {written}"
    (found,) = find_dates(f"It began on {written} in Leeds.")
    assert datetime.date(found.year, found.month, found.day) == day
    assert found.weekday == (day.weekday() if with_weekday else None)


@given(st.text(alphabet="MayJune 0123456789,.\n-–thMon", max_size=60))
def test_spans_lie_in_the_text_and_do_not_overlap(text):
    end = 0
    for date in find_dates(text):
        assert 0 <= date.start <= date.core_start < date.core_end <= date.end <= len(text)
        assert date.core_start >= end
        end = date.core_end


def test_the_days_of_february():
    assert (days_in(2, 2100), days_in(2, 2000), days_in(2, None), days_in(6, None)) == (28, 29, 29, 30)


def test_the_story_date_stands_in_a_line_that_is_not_prose():
    byline = "Ferry inquiry opens\n\nAnn Teague, The Courier, 9:00AM March 10, 2021\n\nThe inquiry opens.\n"
    prose = "Ferry inquiry opens\n\nThe inquiry opens on March 10, 2021.\n"
    late = "Ferry inquiry opens\n\n" + "The inquiry opens today.\n\n" * 6 + "Ann Teague, March 10, 2021\n"
    found = story_date(Story(byline))
    assert found is not None
    assert (found.year, found.month, found.day) == (2021, 3, 10)
    assert story_date(Story(prose)) is None
    assert story_date(Story(late)) is None


_PARTS = st.sampled_from(
    [
        *(
            "Monday",
            "Wed.",
            "5",
            "31",
            "1st",
            "12",
            "May",
            "June",
            "Sept.",
            "September",
            " ",
            "   ",
            ", ",
            "\n",
            "\xa0",
        ),
        *(
            "\xa0",
            " of ",
            "the ",
            "a ",
            "which is ",
            "2016",
            " (",
            ")",
            ".",
            "-",
            " and ",
            "x",
            "\u00e9",
            "\n\n",
            "Mark",
            "%",
        ),
    ]
)


@given(st.lists(_PARTS, max_size=24))
def test_windows_hide_no_date(parts):
    text = "".join(parts)
    assert datetext.find_dates(text) == datetext._find_dates(text, [(0, len(text))])


def test_the_dates_of_a_story_are_read_once_and_only_near_its_months(monkeypatch):
    story = Story("It rained. " * 40 + "\n\nOn Friday, 12 March 2021, it snowed.\n\n" + "It rained in June. " * 40)
    windows = datetext._windows(story.text)
    assert len(windows) == 1
    assert windows[0][1] - windows[0][0] < 200
    dates = datetext.story_dates(story)
    assert [story.text[date.start : date.end] for date in dates] == ["Friday, 12 March 2021"]
    monkeypatch.setattr(datetext, "_windows", None)
    assert datetext.story_dates(story) is dates
    assert datetext.story_date(story) is None
    assert datetext.may_have_dates(story)


def test_a_story_without_dates_is_left_to_itself(monkeypatch):
    story = Story("In May it rained on 12 of 31 days.")
    assert not datetext.may_have_dates(story)
    monkeypatch.setattr(datetext, "_matches", None)
    assert datetext.story_dates(story) == ()
