"""The same copy gives the same result, byte for byte, whatever the number of workers and the order of the files."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from fuzz_book import all_options, shipped_book
from fuzzinput import ROOT

from newslint.engine.files import Found, find_files
from newslint.engine.run import Result, check_files
from newslint.reporters.discovery import format_names, load_format
from newslint.reporters.view import View

SAMPLES = [*sorted((ROOT / "seeds").glob("*.txt")), *sorted((ROOT / "tests/accuracy/stories").glob("*.txt"))[::6]]


def checked(paths: list[str], jobs: int) -> Result:
    """Check files in the order in which they are given."""
    options = all_options()[1]
    return check_files(
        Found(tuple(paths), ()), shipped_book(), lambda _path: options, jobs=jobs, keep_texts=True, across=True
    )


def reports(result: Result) -> dict[str, str | bytes]:
    return {name: load_format(name).render(result, View(statistics=True)) for name in format_names()}


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The samples, and copy that cannot be read or is none."""
    folder = tmp_path_factory.mktemp("copy")
    (folder / "bytes.txt").write_bytes(b"\xff\x00" * 40)
    (folder / "table.txt").write_text("1 2 3 4 5 6 7 8\n" * 40)
    (folder / "empty.txt").write_text("")
    return [*map(str, SAMPLES), *(str(folder / name) for name in ("bytes.txt", "empty.txt", "table.txt"))]


@pytest.fixture(scope="module")
def expected(paths: list[str]) -> Result:
    result = checked(paths, 1)
    assert len(result.issues) > 30
    assert len(result.not_run) >= 2
    return result


@pytest.mark.parametrize(("jobs", "seed"), [(1, 1), (2, None), (2, 2), (3, 3)])
def test_workers_and_order_change_nothing(paths: list[str], expected: Result, jobs: int, seed: int | None) -> None:
    order = paths if seed is None else random.Random(seed).sample(paths, len(paths))
    found = checked(order, jobs)
    assert found.issues == expected.issues
    assert found.files == expected.files
    assert sorted(map(str, found.not_run)) == sorted(map(str, expected.not_run))
    if order is paths:
        assert reports(found) == reports(expected)


def test_files_are_found_in_one_order(tmp_path: Path) -> None:
    names = [f"{letter}{number}.txt" for letter in "bca" for number in (10, 9, 1)]
    for name in names:
        (tmp_path / name).write_text("Well.\n")
    named = [str(tmp_path / name) for name in names]
    assert find_files(named) == find_files(named[::-1]) == find_files([str(tmp_path)])


def test_processes_whose_sets_have_other_orders_print_the_same(paths: list[str]) -> None:
    """Python seeds the hashes of strings anew for every process."""

    def printed(seed: int, jobs: int) -> bytes:
        command = [sys.executable, "-m", "newslint", "check", "--isolated", "--grammar", "off", "--show", "advice"]
        command += ["--format", "json", "--jobs", str(jobs), "--style", "bbc", *paths[:25], *paths[-3:]]
        environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
        done = subprocess.run(command, capture_output=True, check=False, env=environment)
        assert done.returncode == 2, done.stderr
        return done.stdout

    first = printed(1, 1)
    assert first.count(b'"rule"') > 20
    assert printed(2, 2) == first
