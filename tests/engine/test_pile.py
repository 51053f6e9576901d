"""Issues on a pile: in order however they came, more than once, and kept where the disk is full."""

from __future__ import annotations

import random
import tempfile

import msgspec
import pytest

from newslint.engine import run
from newslint.engine.book import load
from newslint.engine.options import Options
from newslint.engine.pile import Pile
from newslint.engine.placed import PlacedIssue, order

SLIP = "The mayor said the bridge would be closed closed on Monday.\n"


def issue(path: str, start: int) -> PlacedIssue:
    return PlacedIssue(
        path=path,
        rule="a/b",
        severity="error",
        start=start,
        end=start + 1,
        text="\udcff",
        message="m",
        line=1,
        column=start + 1,
        end_line=1,
        end_column=start + 2,
    )


@pytest.fixture
def issues() -> list[PlacedIssue]:
    return [issue(f"{number // 7:04}\udce9.txt", number % 7) for number in range(4000)]


@pytest.mark.parametrize("shuffled", [False, True])
def test_a_pile_is_in_order(issues: list[PlacedIssue], shuffled: bool) -> None:
    given = list(issues)
    if shuffled:
        random.Random(3).shuffle(given)
    pile = Pile()
    for begin in range(0, len(given), 900):
        pile.add(given[begin : begin + 900])
    assert len(pile) == 4000
    assert list(pile) == issues
    assert list(zip(pile, pile, strict=True)) == list(zip(issues, issues, strict=True))  # two readers at a time
    assert [pile[0], pile[-1], *pile[5:8]] == [issues[0], issues[-1], *issues[5:8]]
    with pytest.raises(IndexError):
        pile[4000]


def test_what_the_disk_does_not_take_stays_in_memory(
    issues: list[PlacedIssue], monkeypatch: pytest.MonkeyPatch
) -> None:
    pile = Pile()
    pile.add(issues[:1000])

    def full(*args: object, **options: object) -> None:
        raise OSError(28, "No space left on device")

    class Full:
        def __getattr__(self, name: str) -> object:
            return full if name == "write" else getattr(real, name)

    real = pile._file
    pile._file = Full()
    pile.add(issues[1000:])
    assert list(pile) == issues
    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    other = Pile()
    other.add(issues)
    assert list(other) == issues


def test_a_run_on_a_pile_is_the_same(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(40):
        (tmp_path / f"{number:02}.txt").write_text(SLIP)
    book, options = load(), Options(grammar="off")
    plain = run.check_paths([str(tmp_path)], book, options)
    monkeypatch.setattr(run, "_IN_MEMORY", 5)
    piled = run.check_paths([str(tmp_path)], book, options)
    assert isinstance(piled.issues, Pile)
    assert len(piled.issues) == 40
    assert msgspec.structs.replace(piled, issues=tuple(piled.issues)) == plain
    assert list(piled.issues) == sorted(piled.issues, key=order)
