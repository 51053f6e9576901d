"""The book of a run: the checks of all packs, those that options ask for, and the ids that can be selected."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import msgspec

from ..rulebook.check import Check
from ..rulebook.compiled import load_compiled
from ..rulebook.errors import RuleError
from ..rulebook.index import Index
from .options import Options
from .overlap import GRAMMAR

if TYPE_CHECKING:
    from pathlib import Path

    from ..rulebook.house import House
    from .proofreader import Proofreader


LEDGER_KIND = "ledger"
"""The kind whose checks look people up in the newsroom's ledger, and have nothing to do where there is none."""


class Book(msgspec.Struct, frozen=True, dict=True):
    """The checks of all packs, and the errors of those that could not be loaded.

    ``cached`` is how `load` was asked for it, so that another process can ask the same; None: it was made otherwise.
    """

    checks: tuple[Check, ...]
    errors: tuple[RuleError, ...] = ()
    cached: bool | None = None

    def __reduce__(self) -> Any:
        if self.cached is not None:
            return load, (self.cached,)
        return Book, (self.checks, self.errors)

    @cached_property
    def languagetool_rules(self) -> str:
        """Return the rules that our checks bring along for LanguageTool, as the XML that a server is started with.

        They are those of all checks, whatever a run selects: projects with the same book share a server.
        """
        from ..grammar.custom import rules_xml

        return rules_xml(check.languagetool_xml for check in self.checks)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """What can be selected: the id of every check, of every LanguageTool rule that one speaks for, and the ids of
        what is said about comments in the copy.
        """
        from .comments import IDS

        return (*(id_ for check in self.checks for id_ in (check.id, *languagetool_ids(check))), *IDS)

    @cached_property
    def _revisions(self) -> dict[str, int]:
        return {id_: check.head.revision for check in self.checks for id_ in reported_ids(check)}

    def revision(self, rule: str) -> int:
        """Return the revision of the check that reports under an id, 1 for an id that is none."""
        return self._revisions.get(rule, 1)

    def house(self, key: str, own: Path | None = None) -> House:
        """Return a house style: a shipped one by its name, or that of a newsroom's ``own`` file.

        Raises RuleError; its line is 0 where there is no style of that name.
        """
        compiled = self.checks[0].book if self.checks and own is None else None
        house = compiled.house(key) if compiled is not None else None
        if house is not None:
            return house
        from ..rulebook.houses import find_house

        return find_house(key, own)

    def index(self, options: Options) -> Index:
        """Return the checks that these options ask for, with their prefilter."""
        tuned = {check.id: check for check in options.tuned}
        checks = (tuned.get(check.id, check) for check in self.checks)
        return Index([check for check in checks if _wanted(check, options)])


def load(cached: bool = True) -> Book:
    """Load the checks of every pack, without their tests. Not ``cached``: neither read nor write the compiled book."""
    checks, errors = load_compiled(cached)
    return Book(tuple(checks), tuple(errors), cached)


def needs_grammar(check: Check) -> bool:
    """Say whether a check can find something only where LanguageTool runs."""
    return bool(check.languagetool_rules)


def languagetool_ids(check: Check) -> tuple[str, ...]:
    """Return the ids of the issues that a check reports for LanguageTool ("grammar/en-a-vs-an"), sorted.

    None where it reports under its own id, be it with LanguageTool's help.
    """
    if check.own_rule:
        return ()
    return tuple(sorted(f"{GRAMMAR}{rule.lower().replace('_', '-')}" for rule in check.languagetool_rules))


def reported_ids(check: Check) -> tuple[str, ...]:
    """Return the ids under which a check reports."""
    return languagetool_ids(check) or (check.id,)


def languagetool_rules(index: Index, proofreader: Proofreader | None) -> frozenset[str]:
    """Return the rules to ask LanguageTool for."""
    if proofreader is None:
        return frozenset()
    checks = [check for check in index.checks if not (check.own_rule and proofreader.lacks_own_rules)]
    return frozenset(rule for check in checks for rule in check.languagetool_rules)


def _wanted(check: Check, options: Options) -> bool:
    if check.head.style is not None and options.house is None:
        return False
    if check.head.kind == LEDGER_KIND and options.ledger is None:
        return False
    if needs_grammar(check) and options.grammar == "off":
        return False
    if check.languagetool_rules and not check.own_rule:  # it speaks for many rules, each with its own severity
        return options.selection.takes(check.id) or options.selection.may_take_below(GRAMMAR)
    if options.severity(check.head.severity, check.id) == "advice" and not options.advice:
        return False
    return options.selection.takes(check.id)
