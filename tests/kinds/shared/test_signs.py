"""Where the table of signs says no, RE2 finds nothing; and what is looked at does not grow with the table."""

from __future__ import annotations

from functools import lru_cache

import pytest
import re2
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.kinds.shared.signs import Haystack, all_ways, sign_table
from newslint.rulebook.loader import load_book


def says(pattern, text):
    table = sign_table([all_ways([pattern])])
    return 0 in table.always or 0 in table.owners(Haystack(text))


@lru_cache(maxsize=1000)  # of the book, a thousand patterns are searched for again and again
def compiled(pattern):
    options = re2.Options()
    options.log_errors = False
    try:
        return re2.compile(pattern, options)
    except re2.error:
        return None


def searched(pattern, text):
    found = compiled(pattern)
    return None if found is None else found.search(text) is not None


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
        (r"[\x{400}-\x{45f}]", "An otter.", False),
        (r"[\x{400}-\x{45f}]", "A Жotter.", True),
        (r"(?i)[à-öø-ÿ]{2}", "ÀÉ", True),
        (r"[\x{00}-\x{08}\x{0b}\x{0c}\x{0e}-\x{1f}]+", "An otter.\r\n\t", False),
        (r"[\x{00}-\x{08}\x{0b}\x{0c}\x{0e}-\x{1f}]+", "An\x0cotter.", True),
        (r"[\x{00}-\x{08}\x{0b}\x{0c}\x{0e}-\x{1f}]+", "An\x00otter.", True),
        ("[“”«»]", '"Otter"', False),
        ("[“”«»]", "»Otter«", True),
        (r"(?m)^[ \t\x{a0}]*otter\b", "A seaotter.", False),
        (r"(?m)^[ \t\x{a0}]*otter\b", "A heron.\n\xa0otter", True),
        (r"(?m)otter$", "Otters.", False),
        ("[0-9]+otter", "12 otters", False),
        ("[0-9]+otter", "12otters", True),
        (r"\(otter desk", "(An otter’s desk.)", False),
        (r"\(otter desk", "(otter  desk)", True),
    ],
)
def test_by_hand(pattern, text, passes):
    assert says(pattern, text) is passes


# A pattern together with a text that it should match: patterns and texts made apart hardly ever meet.
ATOMS = st.sampled_from(
    [
        *((text, text) for text in ("otter", "Skiff", "’", "ß", "7", "_", "-", "É", "the", "k", "s", " ", "\n")),
        ("\xa0", "\xa0"), ("  ", "  "), (r"\s", "\t"), (r"\s+", " \n "), (r"\s*", ""), (r"\s*", "\r\n"), (" ?", ""),
        (" *", "  "), (r"\b", ""), ("^", ""), ("$", ""), (r"\A", ""), (r"\z", ""), ("(?i)", ""), ("(?m)", ""),
        ("(?s)", ""), (".", "é"), (r"\d", "4"), (r"\x{6b}", "k"), (r"\x41", "A"), (r"\101", "A"), (r"\[", "["),
        (r"\.", "."), ("[Kk]en", "Ken"), ("[^a]", "z"), ("[a-c]", "b"), ("[]x]", "]"), ("[^]x]", "["), ("[:a]", ":"),
        (r"[\pLé]", "ü"), (r"\pL", "Ж"), (r"\p{Lu}", "Q"), ("[[:alpha:]]", "w"), ("[[:^digit:]a]", "-"),
        ("(?i:kiss)", "\u212aIſS"), ("(?i)skiff", "ſ\u212aIFF"), ("(?i:straße)", "STRAẞE"), ("(?i:diş)", "DİŞ"),
        (r"(?i)\bm\b", "İm"), (r"\Qa.b\E", "a.b"), (r"\bnewt\b", "newt"), ("heron(?:s|ry)?", "heronry"),
        ("a{,2}", "a{,2}"), ("toad|frog", "frog"), ("[à-ÿ]+", "Éé"), ("[“-”]", "”"), (r"[\x{00}-\x{08}\x{0c}]", "\x0c"),
        ("[0-9]+", "17"), ("[ \\t\\x{a0}]*", "\xa0"), ("[(\\[-]*", "(["), ("[-–]*", ""), ("(?:newt|eft)+", "eftnewt"),
    ]
)  # fmt: skip
Pair = tuple[str, str]


def _joined(pairs: list[Pair]) -> Pair:
    return "".join(pattern for pattern, _ in pairs), "".join(text for _, text in pairs)


def _either(pairs: list[Pair]) -> Pair:
    return f"(?:{'|'.join(pattern for pattern, _ in pairs)})", pairs[-1][1]


def _repeated(pair: Pair, repeat: tuple[str, int]) -> Pair:
    return f"(?:{pair[0]}){repeat[0]}", pair[1] * repeat[1]


REPEATS = st.sampled_from(
    [
        *(("?", 0), ("?", 1), ("*", 0), ("*", 2), ("+", 1), ("+", 3), ("{2}", 2), ("{0,2}", 0), ("{1,3}", 3)),
        *(("??", 1), ("+?", 2), ("?+", 2), ("{2}+", 4), ("{3,}", 4)),
    ]
)
WRAPS = st.sampled_from(["(%s)", "(?P<mark>%s)", "(?i:%s)", "(?-i:%s)", "(?s:%s)"])
PAIRS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=5).map(_joined),
        st.lists(inner, min_size=2, max_size=4).map(_either),
        st.builds(_repeated, inner, REPEATS),
        st.tuples(WRAPS, inner).map(lambda parts: (parts[0] % parts[1][0], parts[1][1])),
    ),
    max_leaves=14,
)
AROUND = st.sampled_from(["", "", " ", "\n", "x", "Ж", "İ", "\u212a", "-", "’", "The ", " "])
CASES = st.sampled_from([str, str, str.upper, str.lower, str.title, str.swapcase])


@settings(max_examples=1000, deadline=None)
@given(PAIRS, AROUND, AROUND, CASES)
def test_no_match_is_lost(pair, before, after, case):
    pattern, text = pair[0], case(before + pair[1] + after)
    if searched(pattern, text):
        assert says(pattern, text)


@pytest.fixture(scope="module")
def shipped():
    checks, errors = load_book()
    assert errors == []
    return [check for check in checks if check.needles]


@pytest.fixture(scope="module")
def table(shipped):
    return sign_table(all_ways(check.needles) for check in shipped)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_the_books_table_loses_no_match(shipped, table, data):
    """A text cut from the flagged samples of other checks, joined: what RE2 finds in it, the table lets through."""
    samples = [case.flag for check in shipped for case in check.head.tests if case.flag]
    text = " ".join(data.draw(st.lists(st.sampled_from(samples), min_size=1, max_size=3)))
    if data.draw(st.booleans()):
        text = text.upper() if data.draw(st.booleans()) else text.replace(" ", "\n")
    let_through = table.owners(Haystack(text)).union(table.always)
    for number, check in enumerate(shipped):
        if number not in let_through:
            assert not any(searched(needle, text) for needle in check.needles), check.id
