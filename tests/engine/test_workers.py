"""Several processes: the same result as one, in order, whatever happens to a worker."""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Callable
from functools import partial
from multiprocessing import active_children
from pathlib import Path

import pytest

from newslint.engine.book import load
from newslint.engine.files import find_files
from newslint.engine.options import Options
from newslint.engine.run import check_files, check_paths
from newslint.engine.workers import Lost, NoWorkersError, answers, processors

SLIP = "The mayor said the bridge would be closed closed on Monday.\n"
PLAIN = "The mayor said the bridge would be open on Monday.\n"


def doubler(base: int) -> Callable[[int], int]:
    return partial(_doubled, base)


def _doubled(base: int, task: int) -> int:
    if task == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    return base + 2 * task


def ender() -> Callable[[int], int]:
    os._exit(3)


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_answers_come_in_the_order_of_the_tasks(method: str) -> None:
    tasks = [number for number in range(100) if number != 13]
    assert list(answers(tasks, partial(doubler, 5), 3, method=method)) == [5 + 2 * task for task in tasks]


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_few_tasks(count: int) -> None:
    assert list(answers(range(count), partial(doubler, 0), 4)) == [2 * task for task in range(count)]


def test_a_worker_that_is_killed_loses_the_task_that_killed_it_alone() -> None:
    found = list(answers(range(200), partial(doubler, 0), 2))
    assert found[13] == Lost("its process was ended by SIGKILL")
    assert [each for number, each in enumerate(found) if number != 13] == [2 * n for n in range(200) if n != 13]


def test_workers_that_all_die_are_not_replaced_for_ever() -> None:
    found = list(answers(range(100), ender, 2))
    assert len(found) == 100
    assert {type(each) for each in found} == {Lost}


def test_what_cannot_be_carried_over_is_said_before_the_work() -> None:
    with pytest.raises(NoWorkersError):
        next(answers(range(10), lambda: lambda task: task, 2, method="spawn"))


def test_no_worker_is_left_when_nobody_waits_for_the_answers() -> None:
    before = set(active_children())
    stream = answers(range(1000), partial(doubler, 0), 2)
    next(stream)
    stream.close()  # type: ignore[attr-defined]
    assert set(active_children()) == before


def test_processors() -> None:
    assert processors() >= 1


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(40):
        (tmp_path / f"{number:02}.txt").write_text(SLIP if number % 3 else PLAIN)
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\x02\xff" * 20)
    return tmp_path


def test_one_process_and_three_give_the_same_result(folder: Path) -> None:
    book, options = load(), Options(grammar="off", advice=True)
    one = check_paths([str(folder)], book, options)
    found = check_files(find_files([str(folder)]), book, lambda _path: options, jobs=3)
    assert found == one
    assert len(found.issues) == 26
    assert [entry.path for entry in found.not_run if entry.why == "failed"] == [str(folder / "bad.txt")]


def test_the_book_is_carried_to_a_fresh_interpreter_as_the_order_to_load_it() -> None:
    book = load()
    carried = pickle.dumps(book)
    assert len(carried) < 200
    assert [check.id for check in pickle.loads(carried).checks] == [check.id for check in book.checks]
