"""Where a gate says no, RE2 finds nothing."""

from __future__ import annotations

import pytest
import re2
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.rulebook.literals import Haystack, admits, gate_of
from newslint.rulebook.loader import load_book


def says(pattern, text):
    return admits(gate_of([pattern]), Haystack(text))


def searched(pattern, text):
    options = re2.Options()
    options.log_errors = False
    try:
        return re2.compile(pattern, options).search(text) is not None
    except re2.error:
        return None


@pytest.mark.parametrize(
    ("pattern", "text", "passes"),
    [
        ("otter", "A heron.", False),
        ("otter", "An OTTER.", True),
        ("OTTER", "An otter.", False),
        ("(?i)OTTER", "An otter.", True),
        ("otters? swim", "An otter  swims.", True),
        (r"otter\s+swims", "An otter\n\nswims.", True),
        (r"otter\s+swims", "An otter dives; it swims.", False),
        (r"\botter\b", "Ottershaw", False),
        (r"\botter\b", "“Otter’s”", True),
        ("otter|heron", "A newt.", False),
        ("otter|heron", "A heron.", True),
        ("(?:otter|heron)[0-9]+ of Kent", "The otter7 of Kent.", True),
        ("(?:otter|heron)[0-9]+ of Kent", "The otter7 of Sussex.", False),
        ("(?:otters)?", "Nothing.", True),
        ("[[:upper:]]tter", "Otter", True),
        (r"\x{6f}tter", "A heron.", False),
        ("otter.*heron", "A heron and a newt.", False),
        ("(?i)bas", "baſ", True),
        ("(?i)kin", "\u212ain", True),
        ("“Otter", "Otter", False),
    ],
)
def test_gates_by_hand(pattern, text, passes):
    assert says(pattern, text) is passes


LITERALS = (
    *["a", "b", "k", "S", "ot", "the", "ſ", "é", "É", "’", "ß", "İ", "7", "_", "-", "[:a]"],
    " ",
    "  ",
    "\n",
    "\t",
    "\xa0",
    r"\.",
    r"\[",
    r"\101",
    r"\x41",
)
SETS = tuple(
    [
        r"[ab]",
        r"[Kk]",
        r"[^a]",
        r"[a-c]",
        r"[]x]",
        r"[^]x]",
        r"[\pLa]",
        r"[[:alpha:]]",
        r"[[:^digit:]a]",
        r".",
        r"\d",
        r"\s",
        r"\pL",
        r"\p{Lu}",
        r"\P{Ll}",
        r"\x{6b}",
    ]
)
PLACES = tuple([r"\b", r"\B", r"^", r"$", r"\A", r"\z", r"\s+", r"\s*", r"\Qa.b\E", r"(?i)", r"(?m)", r"(?s)"])
REPEATS = tuple(["?", "*", "+", "{2}", "{0,2}", "{1,3}", "{,2}", "??", "+?", "?+", "{2}+"])
ATOMS = st.sampled_from((*LITERALS, *SETS, *PLACES))
PATTERNS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.lists(inner, min_size=2, max_size=3).map("|".join),
        st.tuples(inner, st.sampled_from(REPEATS)).map(lambda parts: f"(?:{parts[0]}){parts[1]}"),
        inner.map(lambda part: f"({part})"),
        inner.map(lambda part: f"(?P<mark>{part})"),
        inner.map(lambda part: f"(?i:{part})"),
        inner.map(lambda part: f"(?-i:{part})"),
        inner.map(lambda part: f"{part}?"),
    ),
    max_leaves=12,
)
PIECES = [
    "a",
    "A",
    "b",
    "B",
    "c",
    "k",
    "K",
    "K",
    "s",
    "S",
    "ſ",
    "ot",
    "Ot",
    "the",
    "The",
    "é",
    "É",
    "’",
    "ß",
    "ẞ",
    "İ",
    "ı",
    "7",
    ".",
    "x",
    "]",
    "[",
    "-",
    "_",
    "b\\E",
    ":",
    "{,2}",
    "i̇",
    "ς",
    "Σ",
]
TEXTS = st.lists(st.sampled_from((*PIECES, " ", " ", "\n", "\t", "\xa0", "\x0b", "\u2003")), max_size=14).map("".join)


@settings(max_examples=3000, deadline=None)
@given(PATTERNS, TEXTS)
def test_a_gate_never_shuts_out_a_match(pattern, text):
    if searched(pattern, text):
        assert says(pattern, text)


BOOK, _ = load_book()


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_no_gate_of_the_book_shuts_out_its_own_literals(data):
    """A text cut from the flagged samples of other checks, joined: what RE2 finds in it, the gates let through."""
    samples = [case.flag for check in BOOK for case in check.head.tests if case.flag]
    text = " ".join(data.draw(st.lists(st.sampled_from(samples), min_size=1, max_size=3)))
    if data.draw(st.booleans()):
        text = text.upper() if data.draw(st.booleans()) else text.replace(" ", "\n")
    hay = Haystack(text)
    for check in BOOK:
        if check.needles and not admits(GATES[check.id], hay):
            assert not any(searched(needle, text) for needle in check.needles), check.id


GATES = {check.id: gate_of(check.needles) if check.needles else None for check in BOOK}
