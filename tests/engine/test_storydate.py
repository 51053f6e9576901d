"""The day that a story is of."""

from __future__ import annotations

import datetime as dt

import pytest

from newslint.engine.storydate import story_date


@pytest.mark.parametrize(
    ("text", "path", "day"),
    [
        ("---\ntitle: Otters\ndate: 2019-08-14\n---\nThe otters.\n", "x.md", "2019-08-14"),
        ("---\ndate: '2019-08-14T10:00:00Z'\n---\nThe otters.\n", "2001-01-01.md", "2019-08-14"),
        ("---\npubDate: 2019-08-14\r\n---\r\nThe otters.\n", "x.md", "2019-08-14"),
        ("The otters.\n", "archive/2019/08/14/otters.txt", "2019-08-14"),
        ("The otters.\n", "otters-20190814.txt", "2019-08-14"),
        ("The otters.\n", "1999-01-01/otters_2019.08.14.txt", "2019-08-14"),
        ("LIMA, Nov 9, 2016 (Reuters) - The otters came.\n", "x.txt", "2016-11-09"),
        ("Otters return\n\nLIMA, 9 November 2016 - The otters came.\n", "x.txt", "2016-11-09"),
        ("The otters came in 2016.\n", "x.txt", None),
        ("The otters.\n", "C50_44733.txt", None),
        ("The otters.\n", "story-123456789012.txt", None),
        ("The otters.\n", "2019-02-30.txt", None),
        ("The otters.\n" * 100 + "On 9 November 2016 the otters came.\n", "x.txt", None),
    ],
)
def test_story_date(text: str, path: str, day: str | None) -> None:
    assert story_date(text, path) == (dt.date.fromisoformat(day) if day else None)


def test_a_pattern_of_the_project() -> None:
    pattern = r"y(?P<year>\d{4})m(?P<month>\d+)d(?P<day>\d+)"
    assert story_date("Otters.", "y2016m11d9.txt", in_path=pattern) == dt.date(2016, 11, 9)
