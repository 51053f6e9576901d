"""The lists of common names are as they are looked up."""

from __future__ import annotations

import pytest

from newslint.kinds.shared.common_names import COMMON_GIVEN, COMMON_SURNAMES
from newslint.kinds.shared.ledger import folded


@pytest.mark.parametrize("names", [COMMON_GIVEN, COMMON_SURNAMES])
def test_names_are_folded(names):
    assert {folded(name) for name in names} == names
