"""Which English a story is in, and whether it is English prose at all."""

from __future__ import annotations

from typing import Literal, cast, get_args

from ..rulebook.schema import Variant

Language = Variant | Literal["auto"]

VARIANTS: tuple[Variant, ...] = get_args(Variant)


def variant_of(text: str, language: Language) -> Variant:
    """Return the variant to check a text in: the one asked for, or the one that its spelling and places speak for."""
    if language != "auto":
        return language
    from ..text.variety import guess_variant

    return cast(Variant, guess_variant(text).variant)


def why_not_checked(text: str) -> str | None:
    """Say in a few words why a text is not English prose ("a table"), or None where it is."""
    from ..text.prose import not_prose

    return not_prose(text)
