"""What a kind of rule is, and what it may look at.

A kind is a module (in the folder above, or named by an installed distribution's ``newslint.kinds`` entry point).
It holds:

``Options``
    a frozen ``msgspec.Struct`` (subclass `KindOptions`): the keys of a check of this kind, besides the common ones.
``prepare(options, lists) -> state``
    done once: compile patterns, read lists. Raises OptionError where an option is wrong. The compiled book keeps a
    state that pickles and holds nothing but plain data, newslint's own classes and patterns; of any other kind the
    state is prepared in every process.
``check(state, context) -> Iterator[Finding]``
    done for each story: a pure function. Findings outside the check's blocks and quotes are dropped afterwards.
``needles(state) -> tuple[str, ...] | None`` (optional)
    RE2 patterns; a story in which none matches cannot have a finding, and the check is skipped. None: always run.
``languagetool_rules(state) -> frozenset[str]`` (optional)
    ids of the LanguageTool rules whose matches the check wants to see: such a check needs grammar to run, and runs on
    a story in which one of them matched.
``languagetool_xml(state) -> str`` (optional)
    a rule or rule group of the check's own, in LanguageTool's XML, which the server then runs. Its id is among those
    of ``languagetool_rules``; the same options give the same XML.
``describe(options) -> tuple[str, ...]`` (optional)
    what the check looks for, in lines for people: `newslint rules explain` shows them.
``FIELDS`` (optional)
    names, besides ``match`` and ``fix``, that the message may hold in braces; a Finding gives them in ``values``.
``REACH`` (optional)
    "block" where what the kind finds in a block depends on that block alone: its text, what it is and the quotations in
    it, with the variant and the newsroom's words. While a text is edited, such checks look at changed blocks only.
    "story", the default: on anything else.
``joint(states) -> Joint`` (optional)
    made once for all checks of the kind: says in one search of a story which of them can have a finding there.
``BLOCKS``, ``QUOTES`` (optional)
    the kind's own defaults for the common keys ``blocks`` and ``quotes``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Protocol

import msgspec

from ...grammar.match import Match
from ...issue import Edit, Fixable, Related, Severity
from ...text.story import Story
from .style import Fact, Style

if TYPE_CHECKING:
    from .ledger import Day, Ledger


class KindOptions(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """Base of every kind's options: frozen, closed, keys with hyphens in YAML."""


class OptionError(ValueError):
    """An option is wrong; ``where`` is the path of keys to it inside the check, as in ("swap", "intense talk")."""

    def __init__(self, message: str, *where: str | int) -> None:
        super().__init__(message)
        self.message = message
        self.where = where


class Lists(Protocol):
    """The data in ``rules/lists``: closed lists and tables that checks share."""

    def get(self, name: str) -> Any:
        """Return the parsed content of ``lists/<name>.yml``. Raises OptionError where there is none."""


class Context(msgspec.Struct, frozen=True):
    """All that a check may look at: the story, its ``variant`` ("en-AU"), the newsroom's own ``words``, never wrong.

    ``style`` is the house style on the story's day, None where none is chosen; ``fact`` is what it says of the option
    that the check serves (its key ``style``): a check of an option that the house leaves open does not run.

    ``ledger`` is who the newsroom has listed, None where it keeps no list; then ``day`` is the story's, or today.
    ``dated`` says it wherever it is asked for.
    """

    story: Story
    variant: str = "en-GB"
    words: frozenset[str] = frozenset()
    matches: tuple[Match, ...] = ()
    style: Style | None = None
    fact: Fact | None = None
    ledger: Ledger | None = None
    day: Day | None = None
    dated: Callable[[], Day] | None = None

    def knows(self, word: str) -> bool:
        """Say whether a word, as it is written, is never misspelt: one of the newsroom's, or of a listed name."""
        return word in self.words or (self.ledger is not None and word in self.ledger.words)


class Finding(msgspec.Struct, frozen=True):
    """One hit of a check: a half-open span of code points, the smallest that shows the fault.

    Where ``edits`` is empty and there are suggestions, the fix puts the first suggestion in place of the span.
    ``rule``, ``severity``, ``message`` and ``fix`` override the check's own (a grammar check speaks for many rules).
    """

    start: int
    end: int
    suggestions: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    related: tuple[Related, ...] = ()
    values: Mapping[str, str] = msgspec.field(default_factory=dict)
    rule: str | None = None
    severity: Severity | None = None
    message: str | None = None
    fix: Fixable | None = None


class Joint(Protocol):
    """What searches a story for several checks of a kind at once."""

    def search(self, story: Story) -> Collection[int]:
        """Return the places, among the states it was made of, of those whose checks can have a finding in a story."""


class KindModule(Protocol):
    """The shape of a kind module, for the type checker."""

    Options: type[KindOptions]
    prepare: Callable[[Any, Lists], Any]
    check: Callable[[Any, Context], Iterator[Finding]]
