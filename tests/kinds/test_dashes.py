"""Dashes are looked for where they stand, and found as a search of the whole text would find them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.kinds import dashes
from newslint.kinds.shared.places import matches_at
from newslint.text.story import Story


@given(st.sampled_from(list(dashes._STYLES)), st.text(alphabet="ab –—-\n”1", max_size=40))
def test_every_dash_is_found(style, text):
    pattern = dashes._STYLES[style]
    found = [match.span() for match in matches_at(pattern, style, text)]
    assert found == [match.span() for match in pattern.finditer(text)]


def test_a_story_without_other_dashes_is_not_searched(monkeypatch):
    monkeypatch.setattr(dashes, "_dashes", None)
    assert list(dashes._spaced(Story("He left -- late -- for town."))) == []
    with pytest.raises(TypeError):
        list(dashes._spaced(Story("He left -- late – for town.")))
