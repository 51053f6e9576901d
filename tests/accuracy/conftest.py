"""What tests of accuracy share: one run over all labelled stories, with grammar."""

from __future__ import annotations

import pytest
from labelled_stories import Found, LabelledStory, check, load_stories


@pytest.fixture(scope="session")
def stories() -> list[LabelledStory]:
    return load_stories()


@pytest.fixture(scope="session")
def found(stories: list[LabelledStory], languagetool: object) -> dict[str, list[Found]]:
    """The errors and warnings by the story's file name."""
    return check(stories)
