"""Every fuzz target on its seeds, on what crashed once, and on made-up inputs: few here, `NEWSLINT_FUZZ=5000` many.

The same invariants guide `run.py`, which searches by coverage.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from fuzzinput import PIECES, Chooser, plain_text_of, text_of
from fuzztargets import HERE, crashes, load_target, target_names
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

EXAMPLES = int(os.environ.get("NEWSLINT_FUZZ", "0"))
FEW = {"decoder": 40, "quotes": 80, "people": 30, "settings": 60, "yaml": 120, "replies": 60, "reports": 40}
"""Examples in the suite; 12 of a target that runs the whole book."""
SEEDS = 6
"""Seeds of a target that the suite runs, others on other days of no account: always the same."""


def inputs(name: str) -> st.SearchStrategy[bytes]:
    """Return any bytes, texts made of pieces, and seeds cut down and changed at some places."""
    target = load_target(name)
    seeds = st.sampled_from(target.seeds())
    tokens = st.sampled_from([token.encode("utf-8", "surrogatepass") for token in target.TOKENS])
    changes = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 8), tokens | st.binary(max_size=4)), max_size=6)

    def changed(seed: bytes, start: int, length: int, edits: list[tuple[int, int, bytes]]) -> bytes:
        data = seed[:1] + seed[1 + start : 1 + start + length]
        for at, removed, put in edits:
            data = data[:at] + put + data[at + removed :]
        return data

    cut = st.builds(changed, seeds, st.integers(0, 3_000) | st.just(0), st.integers(0, 700), changes)
    pieces = st.binary(max_size=60).map(lambda data: b"\x80" + data)
    return cut | pieces | st.binary(max_size=120)


@pytest.mark.parametrize("name", target_names())
def test_no_input_breaks_an_invariant(name: str) -> None:
    target = load_target(name)

    @settings(
        max_examples=EXAMPLES or FEW.get(name, 12),
        deadline=None,
        derandomize=not EXAMPLES,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(inputs(name))
    def holds(data: bytes) -> None:
        target.one_input(data)

    holds()


@pytest.mark.parametrize("name", target_names())
def test_seeds_hold(name: str) -> None:
    target = load_target(name)
    seeds = target.seeds()
    assert len(seeds) >= SEEDS
    for seed in seeds if EXAMPLES else random.Random(name).sample(seeds, SEEDS):
        target.one_input(seed)


@pytest.mark.parametrize(
    "path", [path for name in target_names() for path in crashes(name)], ids=lambda path: path.name
)
def test_what_crashed_once_does_not_again(path: Path) -> None:
    load_target(path.parent.name).one_input(path.read_bytes())


def test_a_broken_invariant_is_seen() -> None:
    """Each target must fail where what it looks at is wrong: here an offset too many in the text itself."""
    decoder = load_target("decoder")
    real = decoder.decode  # type: ignore[attr-defined]
    decoder.decode = lambda data: real(data + b"x")  # type: ignore[attr-defined]
    try:
        with pytest.raises(AssertionError, match="written back"):
            decoder.one_input(b"\1The pool will close.")
    finally:
        decoder.decode = real  # type: ignore[attr-defined]


def test_inputs_stand_for_texts() -> None:
    assert text_of(b"") == ""
    assert text_of(b"\0caf\xc3\xa9 \xff") == "café \udcff"
    assert plain_text_of(b"\0caf\xc3\xa9 \xff") == "café ?"
    assert text_of(bytes([200, 3, 4])) == PIECES[3] + PIECES[4]
    choose = Chooser(b"\x05\x01ab\x02xyz")
    assert choose.number(0, 3) == 1
    assert choose.part() == b"a"
    assert choose.one_of("pqr") == "pqr"[ord("b") % 3]
    assert choose.flag() is False
    assert choose.rest() == b"xyz"
    assert choose.number(7, 9) == 7


def test_the_command_names_its_targets_and_what_it_needs(tmp_path: Path) -> None:
    command = [sys.executable, str(HERE / "run.py")]
    wrong = subprocess.run([*command, "nothing"], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert wrong.returncode == 2
    assert f"there is no target nothing: {', '.join(target_names())}" in wrong.stderr
    try:
        import atheris  # noqa: F401
    except ImportError:
        bare = subprocess.run(
            [*command, "--inside", "quotes"], capture_output=True, text=True, check=False, cwd=tmp_path
        )
        assert bare.returncode == 1
        assert bare.stderr == "atheris is not installed: pip install 'newslint[fuzz]'\n"
