"""JUnit through a library that build servers' helpers use, Checkstyle as its readers see it."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped
from sample_results import NOT_RUN, ODD_PATH, RIVER, VIEW, everything, result, river

from newslint.reporters.formats import checkstyle, junit


@pytest.fixture(scope="module")
def suites():
    return {suite.name: suite for suite in JUnitXml.fromstring(junit.render(everything(), VIEW))}


def test_junit_has_a_suite_a_file_and_a_failure_an_issue(suites):
    assert list(suites) == [
        "clean.txt",
        "code.txt",
        "desk two/caf\\xe9.txt",
        ODD_PATH,
        "gone.txt",
        "newslint",
    ]
    cases = list(suites[ODD_PATH])
    assert [case.name for case in cases][:2] == ["names/given at 3:33", "repetition/doubled at 3:43"]
    (failure,) = cases[0].result
    assert isinstance(failure, Failure)
    assert (failure.type, failure.message) == ("error", 'Write "Mr Pryce" for "Mr Huw".')
    assert failure.text.splitlines() == [
        f'{ODD_PATH}:3:33: error names/given Write "Mr Pryce" for "Mr Huw".',
        "Suggestion: Mr Pryce",
        "1:1: introduced here: 50%, or so",
    ]
    assert len({(case.name, case.classname) for suite in suites.values() for case in suite}) == 15


def test_junit_counts_are_those_of_the_cases(suites):
    for suite in suites.values():
        said = (suite.tests, suite.failures, suite.errors, suite.skipped)
        suite.update_statistics()
        assert said == (suite.tests, suite.failures, suite.errors, suite.skipped)
    whole = JUnitXml.fromstring(junit.render(everything(), VIEW))
    assert (whole.tests, whole.failures, whole.errors) == (15, 8, 3)


def test_a_clean_file_is_a_test_that_passed(suites):
    (case,) = suites["clean.txt"]
    assert case.is_passed


def test_what_failed_is_an_error_and_what_was_left_out_is_skipped(suites):
    kinds = {suite.name: [type(case.result[0]) for case in suite if case.result] for suite in suites.values()}
    assert kinds["gone.txt"] == [Error]
    assert kinds["code.txt"] == [Skipped]
    assert kinds["newslint"] == [Error, Skipped]
    assert kinds[ODD_PATH] == [Failure] * 6 + [Error]


def test_checkstyle_has_every_file_and_every_issue_in_it():
    root = ElementTree.fromstring(checkstyle.render(everything(), VIEW))
    assert root.tag == "checkstyle"
    files = {file.attrib["name"]: list(file) for file in root}
    assert files["clean.txt"] == []
    first, *_, failed = files[ODD_PATH]
    assert first.attrib == {
        "line": "3",
        "column": "33",
        "severity": "error",
        "message": 'Write "Mr Pryce" for "Mr Huw".',
        "source": "names/given",
    }
    assert failed.attrib["source"] == "newslint/not-run"
    assert len(files["."]) == 2
    severities = [error.attrib["severity"] for error in files[ODD_PATH]]
    assert severities == ["error", "error", "info", "warning", "warning", "warning", "error"]


@pytest.mark.parametrize("render", [junit.render, checkstyle.render])
def test_what_xml_forbids_is_shown_as_its_code(render):
    copy, path = RIVER, "a\x01\udcff.txt"
    text = render(result(river(path), {path: copy}, NOT_RUN), VIEW).decode("utf-8")
    root = ElementTree.fromstring(text)
    said = " ".join(value for each in root.iter() for value in each.attrib.values())
    assert "a\\x01\\xff.txt" in said
    assert "such, \\x07\nor ]]> even." in said
