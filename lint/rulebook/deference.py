"""What a check of the default book leaves alone where the story's house style has decided otherwise.

    unless-style:
      job-titles: [always]                        # silent where the style has one of these values
      percent: {sign: '%$', per-cent: 'per cent'}   # or what each value looks like: what the house writes is right,
                                                  # and a correction to what it does not write is wrong

Forms that a style's terms write are right to every check, and nothing is corrected to those that they replace.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..kinds.shared.base import Finding
from ..kinds.shared.matching import late_pattern
from ..kinds.shared.style import Style

Unless = Mapping[str, tuple[str, ...] | dict[str, str]]


def is_silent(unless: Unless, style: Style) -> bool:
    """Say whether a check has nothing to say under a style."""
    return any(not isinstance(values, dict) and style.value(option) in values for option, values in unless.items())


def gives_way(unless: Unless, style: Style, finding: Finding, text: str) -> bool:
    """Say whether the style has ``text`` as it is, or does not have the first of what would be put in its place."""
    right = finding.suggestions[0] if finding.suggestions else None
    for term in style.terms:
        if text == term.use or (right is not None and right in term.for_):
            return True
    for option, forms in unless.items():
        value = style.value(option)
        if not isinstance(forms, dict) or value not in forms:
            continue
        own = late_pattern(forms[value])
        if own.search(text):
            return True
        others = (form for other, form in forms.items() if other != value)
        if right is not None and not own.search(right) and any(late_pattern(form).search(right) for form in others):
            return True
    return False
