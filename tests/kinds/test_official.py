"""Kind `official`: what its list must hold, and how names are read."""

from __future__ import annotations

import pytest

from newslint.kinds import official
from newslint.kinds.shared.base import OptionError


class OneList:
    def get(self, name: str) -> object:
        return {"names": ["Lime Trust"], "others": ""}


def test_a_list_without_rows_of_names_is_refused() -> None:
    with pytest.raises(OptionError, match="names"):
        official.prepare(official.Options(offices=("Trust",)), OneList())


@pytest.mark.parametrize(
    ("name", "head", "words", "link"),
    [
        ("National Weather Service", "service", ("national", "weather"), ""),
        ("Office for National Statistics", "office", ("national", "statistics"), "for"),
        ("World Health Organisation", "organization", ("world", "health"), ""),
        ("Department of Veterans' Affairs", "department", ("veterans", "affairs"), "of"),
    ],
)
def test_names_are_read_with_head_words_and_link(name: str, head: str, words: tuple[str, ...], link: str) -> None:
    heads = {word: word for word in ("Service", "Office", "Organisation", "Department")}
    form = official._read(name, heads)
    assert form == official.Form(head, words, link)
