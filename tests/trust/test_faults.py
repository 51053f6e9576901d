"""Each fault once: see faults.py."""

from __future__ import annotations

from pathlib import Path

import pytest
from faults import Fault, all_faults
from machine import NotHereError


@pytest.mark.parametrize("fault", all_faults(), ids=lambda fault: fault.__name__)
def test_fault(fault: Fault, tmp_path: Path) -> None:
    try:
        seen = fault(tmp_path)
    except NotHereError as error:
        pytest.skip(f"not tried here: {error}")
    assert seen
