"""States as pickles: they come back the same, shared parts once, and nothing but data comes back at all."""

from __future__ import annotations

import os
import pickle
import re
import threading
from functools import lru_cache

import msgspec
import pytest

from newslint.kinds import existence
from newslint.kinds.shared.base import Finding
from newslint.kinds.shared.matching import compile_pattern
from newslint.rulebook.compiled import load_compiled
from newslint.rulebook.loader import load_book
from newslint.rulebook.states import StateReader
from newslint.rulebook.statewriter import StateWriter
from newslint.text.regex import LatePattern, regex

WORDS = frozenset(f"word{number}" for number in range(100))


def back(*states):
    """Write states and read them with a reader of their own; return them, the writer and the reader."""
    writer = StateWriter()
    numbers = [writer.add(state) for state in states]
    reader = StateReader(writer.pieces.__getitem__)
    return [reader.state(number) for number in numbers], writer, reader


def test_what_several_states_hold_is_kept_once():
    rows = tuple((word, 1) for word in sorted(WORDS))
    again = tuple((word, 1) for word in sorted(WORDS))
    table = {word: len(word) for word in WORDS}
    long = "x" * 5000
    (one, two), writer, _ = back([WORDS, rows, table, long], [frozenset(set(WORDS)), again, table, "x" * 5000])
    assert one == two == [WORDS, rows, table, long]
    assert all(a is b for a, b in zip(one, two, strict=True))
    assert len(writer.pieces) == 6


def test_only_what_is_met_twice_is_a_piece_of_its_own():
    once = frozenset(f"once{number}" for number in range(100))
    states = [[WORDS, once], [WORDS, "x"]]
    first = StateWriter()
    for state in states:
        first.add(state)
    assert first.shared() == {id(WORDS)}
    writer = StateWriter(first.shared())
    numbers = [writer.add(state) for state in states]
    assert len(writer.pieces) == 3
    reader = StateReader(writer.pieces.__getitem__)
    assert [reader.state(number) for number in numbers] == states


def test_tables_that_somebody_may_change_are_shared_only_where_they_were():
    (one, two), _, _ = back([dict.fromkeys(WORDS, 1)], [dict.fromkeys(WORDS, 1)])
    assert one == two
    assert one[0] is not two[0]


def test_one_and_true_are_not_mixed_up():
    """They are equal to Python, and so are tuples of them."""
    (one, two, three), _, _ = back([(1,) * 20], [(True,) * 20], [(1.0,) * 20])
    assert [type(each[0][0]) for each in (one, two, three)] == [int, bool, float]


def test_a_part_is_read_once():
    _, writer, _ = back([WORDS], [1, WORDS])
    asked = []
    reader = StateReader(lambda number: asked.append(number) or writer.pieces[number])
    for number in (1, 2, 1):
        reader.state(number)
    assert asked.count(0) == 1


def test_patterns_come_back_uncompiled():
    state = [re.compile("a(?P<b>.)", re.IGNORECASE), regex("c", re.ASCII), compile_pattern(r"\bd\b")]
    (read,), writer, _ = back(state)
    assert writer.patterns == {("a(?P<b>.)", re.IGNORECASE), ("c", re.ASCII)}
    assert not any("search" in each.__dict__ or "fullmatch" in each.__dict__ for each in read)
    assert isinstance(read[0], LatePattern)
    assert (read[0].search("xAY")["b"], read[0].flags) == ("Y", state[0].flags)
    assert read[1].fullmatch("c")
    assert read[2].search("a d").span() == (2, 3)


@lru_cache
def cached() -> int:
    return 1


class Foreign(msgspec.Struct):
    """Of no kind's module."""


@pytest.mark.parametrize("state", [[lambda: 1], [threading.Lock()], [Foreign()], [os.system], [eval], [cached], [os]])
def test_what_is_no_data_is_refused_when_it_is_written(state):
    writer = StateWriter()
    good = writer.add([WORDS, 1])
    before = list(writer.pieces)
    other = frozenset(f"other{number}" for number in range(100))
    assert writer.add([other, *state]) is None
    assert writer.pieces == before
    number = writer.add([other, WORDS])
    reader = StateReader(writer.pieces.__getitem__)
    assert (reader.state(good), reader.state(number)) == ([WORDS, 1], [other, WORDS])


class _Calls:
    def __init__(self, function, *arguments):
        self.reduced = function, arguments

    def __reduce__(self):
        return self.reduced


@pytest.mark.parametrize(
    "value",
    [
        _Calls(os.system, "touch MADE"),
        _Calls(eval, "open('MADE', 'w')"),
        _Calls(exec, "open('MADE', 'w')"),
        _Calls(getattr, existence, "re"),
        _Calls(open, "MADE", "w"),
        _Calls(__import__, "os"),
        _Calls(load_compiled),
        _Calls(load_book),
    ],
    ids=lambda value: value.reduced[0].__name__,
)
def test_a_pickle_that_calls_is_refused(value, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    try:
        pickled = pickle.dumps(value)
    except TypeError:  # a module among the arguments: as text
        pickled = b"cbuiltins\ngetattr\n(cnewslint.kinds\nexistence\nVre\ntR."
    with pytest.raises(ValueError, match="is not allowed"):
        StateReader(lambda _: pickled).state(0)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "pickled",
    [
        b"",
        b"\x80\x05",
        b"no pickle",
        b"cnewslint.kinds.existence\nre2\n.",
        b"cnewslint.kinds.existence\nPath.home\n.",
        b"cnewslint.kinds.nowhere\nx\n.",
        b"\x80\x04\x8c\x19newslint.kinds.shared.base\x8c\x0eKindOptions.x\x93.",
        b"\x80\x05Vx\nQ.",
        b"\x80\x05]Q.",
        b"\x80\x05K\x07Q.",
    ],
)
def test_a_pickle_that_is_wrong_is_one_error(pickled):
    pieces = {0: pickled}
    with pytest.raises(ValueError, match="no state"):
        StateReader(pieces.__getitem__).state(0)


def test_classes_of_kinds_are_allowed():
    (read,), _, _ = back([Finding(1, 2), existence.prepare])
    assert read == [Finding(1, 2), existence.prepare]


def test_every_shipped_state_is_kept(shipped):
    """Otherwise it is prepared anew on every start."""
    writer = StateWriter()
    assert [check.id for check in shipped if writer.add(check.state) is None] == []
