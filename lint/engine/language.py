"""Which English a story is in, and whether it is English prose at all."""

from __future__ import annotations

from typing import Literal, cast, get_args

from ..rulebook.schema import Variant
from ..text.story import Story

Language = Variant | Literal["auto"]

VARIANTS: tuple[Variant, ...] = get_args(Variant)


def variant_of(text: str, language: Language) -> Variant:
    """Return the variant to check a text in: the one asked for, or the one that its spelling and places speak for."""
    return language if language != "auto" else variant_of_story(Story(text), language)


def variant_of_story(story: Story, language: Language) -> Variant:
    """Return `variant_of` of a story's text; the words that the story knows already are not looked for again."""
    if language != "auto":
        return language
    from ..text.variety import story_variant

    return cast(Variant, story_variant(story).variant)


def why_not_checked(text: str) -> str | None:
    """Say in a few words why a text is not English prose ("a table"), or None where it is."""
    from ..text.prose import not_prose

    return not_prose(text)
