"""What the page says of a run as a whole: files, folders and checks in figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import takewhile

import msgspec

from ...engine.parts import count_words
from ...engine.placed import PlacedIssue
from ...engine.run import Result
from ...issue import SEVERITIES, Severity
from ..words import count
from .plots import Chart, Row, bar_chart

_BARS = 20
"""Rows of a chart, at most; what has fewer issues is told in a line."""

_FEW_WORDS = 200
"""Words that a rate needs: below, one issue makes a rate that no folder has."""


class FileFigures(msgspec.Struct, frozen=True, dict=True):
    """A file with its issues in order of place; ``words`` is None where its copy is not at hand."""

    path: str
    language: str
    issues: tuple[PlacedIssue, ...]
    words: int | None

    @cached_property
    def severities(self) -> Counter[Severity]:
        return Counter(issue.severity for issue in self.issues)

    @property
    def rate(self) -> float | None:
        """Errors and warnings per 1,000 words."""
        grave = len(self.issues) - self.severities["advice"]
        return 1000 * grave / self.words if self.words else None


class RuleFigures(msgspec.Struct, frozen=True):
    """How often a rule spoke, and at which severities."""

    rule: str
    number: int
    severities: Mapping[Severity, int]


def file_figures(result: Result) -> list[FileFigures]:
    """Return every file that was checked or that an issue names, in order of path."""
    issues: dict[str, list[PlacedIssue]] = {path: [] for path in result.files}
    for issue in result.issues:
        issues.setdefault(issue.path, []).append(issue)
    return [
        FileFigures(
            path,
            result.languages.get(path, ""),
            tuple(sorted(own, key=lambda issue: (issue.start, issue.end, issue.rule))),
            count_words(result.texts[path]) if path in result.texts else None,
        )
        for path, own in sorted(issues.items())
    ]


def rule_figures(issues: Iterable[PlacedIssue]) -> list[RuleFigures]:
    """Return the rules that spoke, the most frequent first."""
    rules: dict[str, Counter[Severity]] = {}
    for issue in issues:
        rules.setdefault(issue.rule, Counter())[issue.severity] += 1
    rows = [RuleFigures(rule, found.total(), found) for rule, found in rules.items()]
    return sorted(rows, key=lambda row: (-row.number, row.rule))


def charts(files: Sequence[FileFigures], rules: Sequence[RuleFigures]) -> list[Chart]:
    """Return the plots: issues by check, by folder (of one folder: by file), and per 1,000 words of each of these."""
    if not rules:
        return []
    made = [
        bar_chart(
            "Issues by check",
            "Check",
            "issues",
            [Row(row.rule, row.severities, rule=row.rule) for row in rules[:_BARS]],
            note=_rest(len(rules), "check", sum(row.number for row in rules[_BARS:])),
        )
    ]
    names, of = _desks([file.path for file in files])
    label = _labels(names)
    found: dict[str, Counter[Severity]] = {}
    words: Counter[str] = Counter()
    unknown: set[str] = set()
    for file, name in zip(files, names, strict=True):
        found.setdefault(name, Counter()).update(file.severities)
        words[name] += file.words or 0
        if file.words is None:
            unknown.add(name)
    by_number = sorted(found, key=lambda name: (-found[name].total(), name))
    shown = [name for name in by_number if found[name].total() or of == "Folder"]
    rest = sum(found[name].total() for name in shown[_BARS:])
    made.append(
        bar_chart(
            f"Issues by {of.lower()}",
            of,
            "issues",
            [Row(label(name), found[name], path=name) for name in shown[:_BARS]],
            note=_rest(len(shown), of.lower(), rest),
        )
    )
    rates = {
        name: {severity: 1000 * found[name][severity] / words[name] for severity in SEVERITIES if found[name][severity]}
        for name in shown
        if words[name] >= _FEW_WORDS and name not in unknown
    }
    if rates:
        by_rate = sorted(rates, key=lambda name: (-sum(rates[name].values()), name))
        left = len(shown) - len(rates)
        few = f"Left out: {count(left, of.lower())} of fewer than {_FEW_WORDS} words." if left else ""
        made.append(
            bar_chart(
                f"Issues per 1,000 words by {of.lower()}",
                of,
                "issues per 1,000 words",
                [Row(label(name), rates[name], path=name) for name in by_rate[:_BARS]],
                note=" ".join(filter(None, [_rest(len(by_rate), of.lower(), 0), few])),
                decimals=2,
            )
        )
    return made


def _rest(number: int, noun: str, issues: int) -> str:
    more = number - _BARS
    if more <= 0:
        return ""
    within = f", with {count(issues, 'issue')} in all" if issues else ""
    return f"{count(more, noun)} more{within}, not shown."


def _desks(paths: Sequence[str]) -> tuple[list[str], str]:
    """Return the desk of each file and what a desk is: its folder, or the file itself where all are in one folder."""
    folders = [path.replace("\\", "/").rpartition("/")[0] for path in paths]
    if len(set(folders)) < 2:
        return list(paths), "File"
    return [f"{folder}/" if folder else "" for folder in folders], "Folder"


def _labels(names: Iterable[str]) -> Callable[[str], str]:
    """Return what leaves out the folders that all names have in common."""
    parts = [name.split("/")[:-1] for name in set(names)]
    same = takewhile(lambda level: len(set(level)) == 1, zip(*parts, strict=False))
    shared = len(list(same))
    return lambda name: "/".join(name.split("/")[shared:]) or "./"
