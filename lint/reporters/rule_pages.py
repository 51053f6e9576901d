"""The reference of the checks: an index by topic, and a page for each topic."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

import msgspec

from ..engine.book import languagetool_ids
from ..rulebook.check import Check
from ..rulebook.schema import TestCase
from ..text.regex import regex
from .markdown import code, escaped, page, table
from .words import count

INDEX = "README.md"
MARK = "<!-- Made by `newslint rules docs`: edit the checks, not this page. -->"
"""The first line of every page: pages without it are somebody else's."""

_FLAGGED = 3
_PASSED = 2
"""Examples of a check that are shown."""
_FIXES = {"safe": "safe", "unsafe": "unsafe", "no": ""}
_QUOTES = {"inside": "only inside quotations", "outside": "outside quotations", "anywhere": "also in quotations"}


def rule_pages(checks: Iterable[Check]) -> dict[str, str]:
    """Return the pages by file name; ``checks`` hold their tests."""
    ordered = sorted(checks, key=lambda check: check.id)
    topics = {topic: list(group) for topic, group in groupby(ordered, key=lambda check: check.id.rpartition("/")[0])}
    pages = {INDEX: _index(topics)}
    for topic, members in topics.items():
        pages[_file(topic)] = _topic(topic, members)
    return pages


def _file(topic: str) -> str:
    return f"{topic.replace('/', '-').replace(':', '-')}.md"


def _anchor(check: Check) -> str:
    """Return the anchor that the services which show Markdown give the check's heading."""
    return check.id.replace("/", "").replace(":", "")


def _index(topics: dict[str, list[Check]]) -> str:
    number = sum(map(len, topics.values()))
    blocks: list[Sequence[str] | str] = [
        MARK,
        "# Checks",
        f"The {count(number, 'check')} of the book, by topic. *Severity*: `error` is wrong whoever publishes it, "
        "`warning` very probably wrong, `advice` taste or weak evidence, shown with `--show advice`. *Fix*: `safe` is "
        "made with `--fix`, `unsafe` with `--unsafe-fixes`. `newslint rules explain ID` says the same on a terminal.",
        ", ".join(f"[{topic}](#{topic.replace('/', '')})" for topic in topics),
    ]
    for topic, members in topics.items():
        rows = [
            (
                f"[{check.id}]({_file(topic)}#{_anchor(check)})",
                check.head.severity,
                _FIXES[check.head.fix],
                escaped(check.head.why),
            )
            for check in members
        ]
        blocks += [f"## {topic}", table(("check", "severity", "fix", "why"), rows)]
    return page(*blocks)


def _topic(topic: str, checks: list[Check]) -> str:
    blocks: list[Sequence[str] | str] = [MARK, f"# {topic}", f"{count(len(checks), 'check')}; [all topics]({INDEX})"]
    for check in checks:
        blocks += _entry(check)
    return page(*blocks)


def _entry(check: Check) -> list[Sequence[str] | str]:
    head = check.head
    where = "every part of a story" if check.blocks is None else ", ".join(sorted(check.blocks))
    facts = [
        ("severity", head.severity),
        ("fix", head.fix),
        ("looks at", f"{where}; {_QUOTES[check.quotes]}"),
        ("languages", ", ".join(head.languages) or "any English"),
        ("kind", f"{code(head.kind)}{'; needs LanguageTool' if check.languagetool_rules else ''}"),
    ]
    options = _options(check)
    if options:
        facts.append(("options", options))
    if head.sources:
        facts.append(("source", escaped("; ".join(head.sources))))
    blocks: list[Sequence[str] | str] = [
        f"## {head.id}",
        f"> {escaped(head.message)}",
        escaped(head.why),
        [f"- {name}: {value}" for name, value in facts],
    ]
    spoken = languagetool_ids(check)
    if len(spoken) > 1:
        blocks.append(f"It speaks for {count(len(spoken), 'rule')} of LanguageTool's, each with an id of its own.")
    flagged = [test for test in head.tests if test.flag is not None]
    passed = [test for test in head.tests if test.pass_ is not None]
    blocks += ["Reported:", [_flag(test) for test in _shortest(flagged, _FLAGGED)]] if flagged else []
    blocks += ["Left alone:", [f"- {_copy(test.pass_ or '')}" for test in _shortest(passed, _PASSED)]] if passed else []
    return blocks


def _shortest(tests: list[TestCase], number: int) -> list[TestCase]:
    """Return so many tests, short ones, in their own order: with a fix before those without."""
    best = sorted(tests, key=lambda test: (test.fix is None, len(test.flag or test.pass_ or "")))[:number]
    return [test for test in tests if any(test is each for each in best)]


def _flag(test: TestCase) -> str:
    wrong = _copy(test.flag or "")
    return f"- {wrong}" if test.fix is None else f"- {wrong} → {_copy(test.fix)}"


def _copy(text: str) -> str:
    """Return a test's text, its mark in bold and its paragraphs parted by a sign."""
    parts, bold = [], False
    line = text.strip().replace("\n\n", " ¶ ").replace("\n", " / ")
    for piece in _BRACKETS.split(line):
        shown = escaped(piece)
        edges = (" " if piece[:1] == " " else "", " " if piece[-1:] == " " and piece.strip() else "")
        parts.append((shown, bold, edges))
        bold = not bold
    out = ""
    for shown, marked, (before, after) in parts:
        out += f"{before}**{shown}**{after}" if marked and shown else f"{before}{shown}{after}"
    return out.strip()


_BRACKETS = regex(r"\[\[|\]\]")


def _options(check: Check) -> str:
    """Return the keys of its kind that the check sets, with the values that are short: settings may change them."""
    options: Any = check.prepared.options
    shown = []
    for name, key in zip(options.__struct_fields__, options.__struct_encode_fields__, strict=True):
        value = getattr(options, name)
        if value == _default(options, name):
            continue
        short = isinstance(value, str | int | float) and len(str(value)) <= 24
        shown.append(code(f"{key}: {str(value).lower() if isinstance(value, bool) else value}") if short else code(key))
    return ", ".join(shown)


def _default(options: Any, name: str) -> Any:
    field = next(each for each in msgspec.structs.fields(type(options)) if each.name == name)
    return field.default_factory() if field.default_factory is not msgspec.NODEFAULT else field.default
