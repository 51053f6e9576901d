"""JUnit XML: a test suite a file, a failed test an issue; a clean file is one test that passed."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from xml.etree.ElementTree import Element

from ...engine.placed import PlacedIssue
from ...engine.run import Result
from ..lines import issue_line, suggestions_line
from ..view import View
from ..words import NotRunLine, not_run_rows
from ..xmltext import element, to_xml

LINES = False
TEXTS = False

_RUN = "newslint"


def render(result: Result, view: View) -> bytes:
    """Return the document. What failed to run is an error, what else did not run a skipped test."""
    issues = {path: list(group) for path, group in groupby(result.issues, key=lambda issue: issue.path)}
    not_run: dict[str, list[NotRunLine]] = {}
    for row in not_run_rows(result):
        for path in dict.fromkeys(row.paths):
            not_run.setdefault(_RUN if path is None else path, []).append(row)
    paths = [*sorted({*result.files, *issues, *not_run} - {_RUN}), *([_RUN] if _RUN in not_run else [])]
    suites = [_suite(path, issues.get(path, []), not_run.get(path, [])) for path in paths]
    totals = {
        key: str(sum(int(suite.attrib[key]) for suite in suites)) for key in ("tests", "failures", "errors", "skipped")
    }
    totals.pop("skipped")  # which the suites say each; the common schema does not know it here
    return to_xml(element("testsuites", {"name": "newslint", **totals}, *suites))


def _suite(path: str, issues: list[PlacedIssue], not_run: list[NotRunLine]) -> Element:
    cases = [*map(_issue, issues), *(_not_run(path, row) for row in not_run)]
    if not cases:
        cases = [element("testcase", {"name": "no issues", "classname": path, "time": "0"})]
    counts = {
        "tests": len(cases),
        "failures": len(issues),
        "errors": _number(cases, "error"),
        "skipped": _number(cases, "skipped"),
    }
    return element(
        "testsuite", {"name": path, **{key: str(number) for key, number in counts.items()}, "time": "0"}, *cases
    )


def _number(cases: Iterable[Element], tag: str) -> int:
    return sum(case.find(tag) is not None for case in cases)


def _issue(issue: PlacedIssue) -> Element:
    told = [issue_line(issue)]
    if issue.suggestions:
        told.append(suggestions_line(issue))
    told += [
        f"{place.line}:{place.column}: {other.message}"
        for other, place in zip(issue.related, issue.related_places, strict=True)
    ]
    failure = element("failure", {"type": issue.severity, "message": issue.message}, text="\n".join(told))
    name = f"{issue.rule} at {issue.line}:{issue.column}"
    return element("testcase", {"name": name, "classname": issue.path, "time": "0"}, failure)


def _not_run(path: str, row: NotRunLine) -> Element:
    if row.why == "failed":
        outcome = element("error", {"type": row.why, "message": row.text}, text=row.text)
    else:
        outcome = element("skipped", {"type": row.why, "message": row.text})
    return element("testcase", {"name": row.text, "classname": path, "time": "0"}, outcome)
