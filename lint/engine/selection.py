"""Choosing checks by id or by the beginning of one: `names/`, `names/honorific`, `names/honorific-given-name`."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from ..rulebook.errors import did_you_mean


class UnknownRuleError(ValueError):
    """A selector fits no check; ``selector`` is what was asked for, the text says what was perhaps meant."""

    def __init__(self, selector: str, known: Iterable[str]) -> None:
        ids = sorted(known)
        topics = {id_.rsplit("/", 1)[0] for id_ in ids}
        super().__init__(
            f"no rule is called `{selector}` or begins so{did_you_mean(selector, [*ids, *sorted(topics)])}"
        )
        self.selector = selector


class Selection(msgspec.Struct, frozen=True):
    """What to run. The longest selector that fits an id decides; with nothing selected, all is but what is ignored."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def takes(self, *ids: str) -> bool:
        """Say whether what goes by these ids is to run: a check's own id, and that of the issue it reports."""
        wanted = max((_fit(s, i) for s in self.select for i in ids), default=-1) if self.select else 0
        unwanted = max((_fit(s, i) for s in self.ignore for i in ids), default=-1)
        return wanted > unwanted if self.ignore and unwanted >= 0 else wanted >= 0

    def may_take_below(self, prefix: str) -> bool:
        """Say whether some id that begins with ``prefix`` may be wanted."""
        return not self.select or any(s.startswith(prefix) or prefix.startswith(s) for s in self.select)

    def verify(self, known: Iterable[str]) -> None:
        """Raise UnknownRuleError for a selector that fits none of the known ids."""
        ids = tuple(known)
        for selector in (*self.select, *self.ignore):
            if not any(_fit(selector, id_) >= 0 for id_ in ids):
                raise UnknownRuleError(selector, ids)


def _fit(selector: str, id_: str) -> int:
    return len(selector) if id_.startswith(selector) else -1
