"""SARIF 2.1.0, the OASIS format that code scanning takes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from ...engine.placed import Place, PlacedIssue
from ...engine.run import Result
from ...issue import SEVERITIES, NotRun, Severity
from ...version import VERSION
from ..fingerprint import fingerprints
from ..jsontext import to_pretty_json
from ..paths import folder_uri, repository_path, uri
from ..view import Rule, View

LINES = False
TEXTS = False

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
MOST = 25_000
"""Results in one run; GitHub refuses a file with more."""
SHOWN = 5_000
"""Results that GitHub keeps of a run, the gravest first."""

_BASE = "%SRCROOT%"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "advice": "note"}
_PROBLEMS: dict[Severity, str] = {"error": "error", "warning": "warning", "advice": "recommendation"}
_NOT_RUN = {"failed": "error", "unavailable": "warning", "off": "note"}
_NOTICES = {
    "not-run": (
        "Something did not run.",
        "A check, grammar or a whole file was left out, or failed.",
        "The message says what mends it.",
    ),
    "issue-limit": (
        "There are more issues than are shown.",
        "There are more issues than a code-scanning service takes or shows.",
        "Mend the gravest first, or check fewer files in one run.",
    ),
}
"""Short description, full description and help of what the run says of itself."""


def render(result: Result, view: View) -> bytes:
    """Return the log as UTF-8 JSON with a final line end."""
    return to_pretty_json(report(result, view))


def report(result: Result, view: View) -> dict[str, Any]:
    """Return the log as plain data: one run. Of more than `MOST` issues it holds the gravest."""
    marks = fingerprints(result.issues)
    wanted = set(_kept(result.issues))
    kept = {index: issue for index, issue in enumerate(result.issues) if index in wanted}
    rules = {rule: number for number, rule in enumerate(sorted({issue.rule for issue in kept.values()}))}
    severities = _severities(result.issues)
    run = {
        "tool": {
            "driver": {
                "name": "newslint",
                "version": VERSION,
                "semanticVersion": _semantic(VERSION),
                "rules": [_rule(rule, view.rule(rule), severities[rule]) for rule in rules],
                "notifications": [_notice(id_, *texts) for id_, texts in _NOTICES.items()],
            }
        },
        "invocations": [
            {
                "executionSuccessful": all(entry.why != "failed" for entry in result.not_run),
                "workingDirectory": {"uri": folder_uri(view.here)},
                "toolExecutionNotifications": [
                    *(_notification(entry, view) for entry in result.not_run),
                    *_limits(len(result.issues)),
                ],
            }
        ],
        "originalUriBaseIds": {_BASE: {"uri": folder_uri(view.root)}},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "language": "en",
        "results": [_result(issue, marks[index], rules[issue.rule], view) for index, issue in kept.items()],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _kept(issues: Iterable[PlacedIssue]) -> list[int]:
    """Return the indexes of the issues to report, in order."""
    ranks = [SEVERITIES.index(issue.severity) for issue in issues]
    order = sorted(range(len(ranks)), key=ranks.__getitem__)
    return sorted(order[:MOST])


def _severities(issues: Iterable[PlacedIssue]) -> dict[str, Severity]:
    """Return the gravest severity of each rule's issues: settings may differ from the check's own."""
    found: dict[str, Severity] = {}
    for issue in issues:
        found[issue.rule] = min(found.get(issue.rule, issue.severity), issue.severity, key=SEVERITIES.index)
    return found


def _limits(number: int) -> list[dict[str, Any]]:
    if number > MOST:
        text = f"{number:,} issues were found; this file holds the {MOST:,} gravest, of which GitHub shows {SHOWN:,}."
    elif number > SHOWN:
        text = f"{number:,} issues were found, of which GitHub shows the {SHOWN:,} gravest."
    else:
        return []
    return [{"descriptor": {"id": "issue-limit", "index": 1}, "level": "warning", "message": {"text": text}}]


def _semantic(version: str) -> str:
    """Return a version as semver writes it: of "1.2.0.dev3" the part that both have in common."""
    found = re.match(r"\d+\.\d+\.\d+", version)
    return found.group() if found else "0.0.0"


def _rule(id_: str, known: Rule | None, severity: Severity) -> dict[str, Any]:
    why = known.why if known else ""
    url = known.url if known else ""
    text = why or (f"A rule of LanguageTool's, {id_.rpartition('/')[2].upper().replace('-', '_')}." if url else id_)
    help_ = f"{text}\n\nMore, with examples: newslint rules explain {id_}\nLeave it out with: --ignore {id_}"
    more = f"More, with examples: `newslint rules explain {id_}`"
    markdown = f"{_escaped(text)}\n\n{more}\n\nLeave it out with `--ignore {id_}`."
    if known and known.sources:
        help_ += f"\nSource: {'; '.join(known.sources)}"
        markdown += f"\n\nSource: {_escaped('; '.join(known.sources))}"
    if url:
        help_ += f"\nWhat it looks for: {url}"
        markdown += f"\n\n[What it looks for]({url})"
    row: dict[str, Any] = {
        "id": id_,
        "name": "".join(part.capitalize() for part in re.split(r"[^a-zA-Z0-9]+", id_)),
        "shortDescription": {"text": _first_sentence(text)},
        "fullDescription": {"text": text},
        "help": {"text": help_, "markdown": markdown},
        "defaultConfiguration": {"level": _LEVELS[known.severity if known and known.why else severity]},
        "properties": {"tags": [id_.partition("/")[0]], "problem.severity": _PROBLEMS[severity]},
    }
    if url:
        row["helpUri"] = url
    return row


def _first_sentence(text: str) -> str:
    found = re.match(r".+?[.!?](?=\s|$)", text)
    return found.group() if found else text


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>])", r"\\\1", text)


def _result(issue: PlacedIssue, fingerprint: str, index: int, view: View) -> dict[str, Any]:
    place = Place(issue.line, issue.column, issue.end_line, issue.end_column)
    physical: dict[str, Any] = {
        "artifactLocation": _artifact(issue.path, view),
        "region": {**_region(place), "snippet": {"text": issue.text}},
    }
    if issue.end_line == issue.line and issue.excerpt != issue.text:
        end = issue.excerpt_column + len(issue.excerpt)
        around = _region(Place(issue.line, issue.excerpt_column, issue.line, end))
        physical["contextRegion"] = {**around, "snippet": {"text": issue.excerpt}}
    row: dict[str, Any] = {
        "ruleId": issue.rule,
        "ruleIndex": index,
        "level": _LEVELS[issue.severity],
        "message": {"text": issue.message},
        "locations": [{"physicalLocation": physical}],
        "partialFingerprints": {"newslintContext/v1": fingerprint},
        "properties": {"fixable": issue.fixable, "suggestions": list(issue.suggestions)},
    }
    if issue.related:
        row["relatedLocations"] = [
            {
                "id": number,
                "physicalLocation": {"artifactLocation": _artifact(issue.path, view), "region": _region(there)},
                "message": {"text": other.message},
            }
            for number, (other, there) in enumerate(zip(issue.related, issue.related_places, strict=True))
        ]
    if issue.edits:
        row["fixes"] = [_fix(issue, lambda path: _artifact(path, view))]
    return row


def _fix(issue: PlacedIssue, artifact: Callable[[str], dict[str, Any]]) -> dict[str, Any]:
    first = issue.suggestions[0] if issue.suggestions else None
    said = f'Write "{first}" here.' if first else "Leave this out." if first == "" else "Make this edit."
    return {
        "description": {"text": said},
        "artifactChanges": [
            {
                "artifactLocation": artifact(issue.path),
                "replacements": [
                    {"deletedRegion": _region(place), "insertedContent": {"text": edit.new}}
                    for edit, place in zip(issue.edits, issue.edit_places, strict=True)
                ],
            }
        ],
    }


def _artifact(path: str, view: View) -> dict[str, Any]:
    inner = repository_path(path, view)
    reference = uri(inner)
    return {"uri": reference} if reference.startswith("file:") else {"uri": reference, "uriBaseId": _BASE}


def _region(place: Place) -> dict[str, int]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _notice(id_: str, short: str, full: str, help_: str) -> dict[str, Any]:
    return {
        "id": id_,
        "name": "".join(part.capitalize() for part in id_.split("-")),
        "shortDescription": {"text": short},
        "fullDescription": {"text": full},
        "help": {"text": help_, "markdown": help_},
    }


def _notification(entry: NotRun, view: View) -> dict[str, Any]:
    row: dict[str, Any] = {
        "descriptor": {"id": "not-run", "index": 0},
        "level": _NOT_RUN[entry.why],
        "message": {"text": f"{entry.what}: {entry.mend}"},
        "properties": {"what": entry.what, "why": entry.why},
    }
    if entry.path is not None:
        row["locations"] = [{"physicalLocation": {"artifactLocation": _artifact(entry.path, view)}}]
    return row
