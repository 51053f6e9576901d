"""One check, ready to run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from ..issue import Edit, Issue
from ..kinds.shared.base import Context, Finding, KindModule
from ..text.regex import regex
from .schema import Head, QuoteScope

_FIELD = regex(r"\{([a-z_]+)\}")


class Check(msgspec.Struct, frozen=True):
    """A loaded check: its common keys, its kind, the kind's prepared state, and the file it came from."""

    head: Head
    module: KindModule
    state: Any
    file: str
    needles: tuple[str, ...] | None
    blocks: frozenset[str] | None  # None: any block
    quotes: QuoteScope

    @property
    def id(self) -> str:
        return self.head.id

    def issues(self, context: Context, path: str) -> Iterator[Issue]:
        """Run the check on one story; issues come in the order in which the kind found them."""
        if self.head.languages and context.variant not in self.head.languages:
            return
        for finding in self.module.check(self.state, context):
            if self._in_scope(finding, context):
                yield self._issue(finding, context, path)

    def _in_scope(self, finding: Finding, context: Context) -> bool:
        block = context.story.block_at(finding.start)
        if self.blocks is not None and (block is None or block.kind not in self.blocks or finding.start < block.start):
            return False
        if self.quotes == "anywhere":
            return True
        return context.story.in_speech(finding.start, finding.end) == (self.quotes == "inside")

    def _issue(self, finding: Finding, context: Context, path: str) -> Issue:
        text = context.story.text[finding.start : finding.end]
        edits = finding.edits
        if not edits and finding.suggestions:
            edits = (Edit(finding.start, finding.end, finding.suggestions[0]),)
        fixable = self.head.fix if edits else "no"
        values = {"match": text, "fix": finding.suggestions[0] if finding.suggestions else "", **finding.values}
        return Issue(
            path=path,
            rule=finding.rule or self.head.id,
            severity=finding.severity or self.head.severity,
            start=finding.start,
            end=finding.end,
            text=text,
            message=finding.message or _FIELD.sub(lambda name: values.get(name[1], name[0]), self.head.message),
            suggestions=finding.suggestions,
            fixable=fixable,
            edits=edits if fixable != "no" else (),
            related=finding.related,
        )


def message_fields(message: str) -> tuple[str, ...]:
    """Return the names in braces of a message."""
    return tuple(_FIELD.findall(message))
