"""The shipped book, loaded once from its YAML."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from newslint.rulebook.check import Check
from newslint.rulebook.loader import load_book


@pytest.fixture(scope="session")
def shipped() -> Sequence[Check]:
    checks, errors = load_book()
    assert errors == []
    return checks
