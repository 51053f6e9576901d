"""Where a finding counts: blocks, quotations, and never where the desk has written [sic]."""

from __future__ import annotations

import pytest

from newslint.kinds.shared.base import Context, OptionError
from newslint.rulebook.loader import parse_check
from newslint.text.story import Story

CHECK = """
id: words/fee
kind: existence
message: Say charge.
why: The zoo charges entry.
severity: warning
words: [gate fee]
tests:
  - flag: "The [[gate fee]] rose."
  - pass: "The charge rose."
"""


class NoLists:
    def get(self, name: str) -> None:
        raise OptionError(f"no list {name}")


def found(text: str, more: str = "", layout: str = "body") -> int:
    check = parse_check(CHECK + more, "fee.yml", "words/fee", NoLists())
    return len(list(check.issues(Context(Story(text, layout)), "story")))


@pytest.mark.parametrize(
    ("quotes", "outside", "inside"), [("", 1, 0), ("quotes: inside", 0, 1), ("quotes: anywhere", 1, 1)]
)
def test_quotations(quotes: str, outside: int, inside: int) -> None:
    assert found("The gate fee rose.", quotes) == outside
    assert found('He said: "The gate fee rose."', quotes) == inside


def test_blocks() -> None:
    story = "Gate fee doubles at zoo\n\nBy Ann Obi\n\nThe zoo shut its doors on Monday after a long, wet summer.\n"
    assert found(story.replace("Gate", "The gate"), layout="story") == 0
    assert found(story.replace("Gate", "The gate"), "blocks: [headline]", layout="story") == 1
    assert found(story.replace("Gate", "The gate"), "blocks: [any]", layout="story") == 1


@pytest.mark.parametrize("mark", ["[sic]", "(sic)"])
def test_sic(mark: str) -> None:
    assert found(f"The gate fee {mark} rose.") == 0
    assert found(f"The gate fee rose {mark}.") == 1
    assert found(f"The gate fee rose. {mark} The zoo shut.") == 0
    assert found(f"The gate fee rose. The zoo shut. {mark}") == 1
