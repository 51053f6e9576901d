"""One check, ready to run or to be made ready when it first has something to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import msgspec

from ..issue import Edit, Issue, Severity
from ..kinds.shared.base import Context, Finding, KindModule, KindOptions
from ..kinds.shared.signs import SignTable
from ..text.regex import regex
from .schema import Head, QuoteScope

if TYPE_CHECKING:
    from .house import House

_FIELD = regex(r"\{([a-z_]+)\}")
_BRACES = regex(r"\{([^{}]*)\}")
# Directly after the words, or at the end of their sentence.
# Bounded, as it is asked at each finding: a line of ten thousand findings and no stop took a second.
_SIC = regex(r"""(?:["'’”.,!?]{0,9}|[^.!?\r\n]{0,1000}[.!?]["'’”]{0,9})\s?[\[(]sic[\])]""")


class Prepared(NamedTuple):
    """A kind, what returns the check's own options for it, and the state that the kind prepared from them."""

    module: KindModule
    read_options: Callable[[], KindOptions]
    state: Any

    @property
    def options(self) -> KindOptions:
        return self.read_options()


class Tables(Protocol):
    """The compiled book that checks come from, as far as they share what it holds."""

    def section(self, name: str) -> bytes:
        """Return a part of the book by name. Raises ValueError where it has none or it is damaged, or OSError."""

    @property
    def signs(self) -> SignTable | None:
        """The signs by which the checks are told from a text, by their numbers; None where the book has lost them."""

    def house(self, key: str) -> House | None:
        """Return a pack's house style as the settings call it, None where the book has none of that name."""


class Check(msgspec.Struct, frozen=True, dict=True):
    """A check: its common keys, the file it came from, what is known of where it can find something, and its kind.

    ``prepare`` imports the kind and makes its state; it runs when ``module`` or ``state`` is first asked for.
    ``needles_of`` returns patterns one of which is in every text in which the check finds something; None: any text.
    ``languagetool_rules`` are those that the check speaks for; ``own_rule`` returns the rule of its own that
    LanguageTool is to run, None where it has none. ``book`` is the compiled book that the check is from, and ``number``
    its number there; the head of such a check lacks its tests.
    """

    head: Head
    file: str
    needles_of: Callable[[], tuple[str, ...] | None]
    blocks: frozenset[str] | None  # None: any block
    quotes: QuoteScope
    prepare: Callable[[], Prepared]
    languagetool_rules: frozenset[str] = frozenset()
    own_rule: Callable[[], str] | None = None
    book: Tables | None = None
    number: int = -1

    @property
    def id(self) -> str:
        return self.head.id

    @property
    def needles(self) -> tuple[str, ...] | None:
        return self.needles_of()

    @cached_property
    def languagetool_xml(self) -> str:
        """The rule of the check's own in LanguageTool's XML, "" where it has none; ``own_rule`` says that cheaply."""
        return self.own_rule() if self.own_rule is not None else ""

    @cached_property
    def prepared(self) -> Prepared:
        return self.prepare()

    @property
    def module(self) -> KindModule:
        return self.prepared.module

    @property
    def state(self) -> Any:
        return self.prepared.state

    def issues(self, context: Context, path: str) -> Iterator[Issue]:
        """Run the check on one story; issues come in the order in which the kind found them."""
        if self.head.languages and context.variant not in self.head.languages:
            return
        if self.own_rule is not None and not any(match.rule_id in self.languagetool_rules for match in context.matches):
            return  # nothing to look at: the kind need not even be imported
        if self.head.style is not None:
            fact = context.style.fact(self.head.style) if context.style is not None else None
            if fact is None:
                return  # the house leaves it open
            context = msgspec.structs.replace(context, fact=fact)
        elif self.head.unless_style and context.style is not None:
            from .deference import is_silent  # a run without a house style has no use for it

            if is_silent(self.head.unless_style, context.style):
                return  # the house has decided otherwise
        prepared = self.prepared
        for finding in prepared.module.check(prepared.state, context):
            if self._in_scope(finding, context) and not self._gives_way(finding, context):
                yield self._issue(finding, context, path)

    def _gives_way(self, finding: Finding, context: Context) -> bool:
        if context.style is None or self.head.style is not None:
            return False
        from .deference import gives_way

        text = context.story.text[finding.start : finding.end]
        return gives_way(self.head.unless_style, context.style, finding, text)

    def _in_scope(self, finding: Finding, context: Context) -> bool:
        block = context.story.block_at(finding.start)
        if self.blocks is not None and (block is None or block.kind not in self.blocks or finding.start < block.start):
            return False
        if _SIC.match(context.story.text, finding.end):  # the desk has seen it, and says so
            return False
        if self.quotes == "anywhere":
            return True
        if context.story.in_speech(finding.start, finding.end):
            return self.quotes == "inside"
        # What begins within speech and runs out of it is the speaker's too.
        around = context.story.quotes.outer_at(finding.start)
        return self.quotes == "outside" and (around is None or around.start == finding.start)

    def _severity(self, context: Context) -> Severity:
        """Return the check's own severity; what a house is not surely known to say is advice at most."""
        if context.fact is not None and context.fact.severity == "advice":
            return "advice"
        return self.head.severity

    def _issue(self, finding: Finding, context: Context, path: str) -> Issue:
        text = context.story.text[finding.start : finding.end]
        edits = finding.edits
        if not edits and finding.suggestions:
            edits = (Edit(finding.start, finding.end, finding.suggestions[0]),)
        fixable = (finding.fix or self.head.fix) if edits else "no"
        values = {"match": text, "fix": finding.suggestions[0] if finding.suggestions else "", **finding.values}
        return Issue(
            path=path,
            rule=finding.rule or self.head.id,
            severity=finding.severity or self._severity(context),
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
    """Return what stands in braces in a message, be it the name of a field or not."""
    return tuple(_BRACES.findall(message))
