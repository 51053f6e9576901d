"""What every match of a pattern holds."""

from __future__ import annotations

import pytest

from newslint.kinds.shared.required import required_text, required_word


@pytest.mark.parametrize(
    ("pattern", "text", "word"),
    [
        (r"\bIslamic State\b", "Islamic State", "Islamic"),
        (r"\byear ([0-9]{1,2}[A-Z]?)\b", "year ", "year"),
        (r"\bU\.S\.", "U.S.", "U"),
        (r"(\d+)[\s-]percent\b", "percent", ""),  # it may stand within a word: "5-percent" is one token
        (r"(\d+)\s?%", "%", ""),
        (r"\bG20\b", "G20", "G20"),
        (r"(?i)\bnato\b", "", ""),  # any case
        (r"nato|opec", "", ""),
        (r"\p{Lu}nato", "", ""),  # RE2's own
        (r"(", "", ""),
    ],
)
def test_the_longest_row_and_word(pattern: str, text: str, word: str) -> None:
    assert (required_text(pattern), required_word(pattern)) == (text, word)
