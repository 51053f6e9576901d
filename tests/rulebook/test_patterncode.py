"""The code of patterns: the same patterns as `re` compiles, and none from what is no code."""

from __future__ import annotations

import re

import msgspec
import pytest

from newslint.rulebook.patterncode import _Code, packed_pattern, pattern_from, patterns_of_modules
from newslint.text.regex import LatePattern

SAMPLES = [
    ("", 0),
    ("a", 0),
    (r"(?P<day>\d+) (?P<month>June|July)(?:, (\d{4}))?", 0),
    (r"(?i)colou?r", 0),
    (r"^[A-ZÀ-Ý][\w’'-]*(?<![.,])$", re.MULTILINE | re.UNICODE),
    (r"(\w)\1(?=x)|[^\W\d_]{2,5}+", re.IGNORECASE),
    ("|".join(f"word{number}" for number in range(300)), re.IGNORECASE),
    (r" a  b # comment", re.VERBOSE | re.DOTALL | re.ASCII),
]
TEXTS = ["", "a", "7 June, 1999", "COLOR colour", "Ærø’s\nÀ-b", "aax Bbx", "a word299 WORD17 b", "ab"]


@pytest.mark.parametrize(("source", "flags"), SAMPLES)
def test_the_pattern_is_the_one_that_re_compiles(source, flags):
    packed = packed_pattern(source, int(flags))
    made, usual = pattern_from(packed, source, int(flags)), re.compile(source, flags)
    assert made == usual
    assert (made.pattern, made.flags, made.groups) == (usual.pattern, usual.flags, usual.groups)
    assert dict(made.groupindex) == dict(usual.groupindex)
    for text in TEXTS:
        ours = [(match.span(), match.groups(), match.groupdict(), match.lastgroup) for match in made.finditer(text)]
        theirs = [(match.span(), match.groups(), match.groupdict(), match.lastgroup) for match in usual.finditer(text)]
        assert ours == theirs


@pytest.mark.parametrize("source", ["(", "[", "a{2,1}", "(?P<x>a)(?P<x>b)"])
def test_a_bad_pattern_has_no_code(source):
    assert packed_pattern(source, 0) is None


def test_the_code_of_another_pattern_is_not_taken():
    packed = packed_pattern("a", 0)
    assert pattern_from(packed, "b", 0) is None
    assert pattern_from(packed, "a", int(re.IGNORECASE)) is None


def test_what_is_no_code_makes_no_pattern():
    """`_sre` looks code through: what it takes is a program, if another one, and it breaks nothing."""
    packed = packed_pattern(r"(?P<a>x+)[a-z]{2,4}", 0)
    row = msgspec.msgpack.decode(packed, type=_Code)
    for code in (b"", b"\xff" * 8, row.code[:-4], row.code[:-1], row.code[: len(row.code) // 8 * 4]):
        bad = msgspec.msgpack.encode(msgspec.structs.replace(row, code=code))
        assert pattern_from(bad, row.source, 0) is None
    for groups, names, places in ((0, row.names, row.places), (9, {}, ()), (-1, {}, (None,))):
        bad = msgspec.msgpack.encode(msgspec.structs.replace(row, groups=groups, names=names, places=places))
        made = pattern_from(bad, row.source, 0)
        assert made is None or made.search("xxab") is not None
    for at in range(len(packed)):
        pattern_from(packed[:at] + bytes((packed[at] ^ 0x15,)) + packed[at + 1 :], row.source, 0)
        pattern_from(packed[:at], row.source, 0)


def test_patterns_of_modules_are_found_in_names_and_tables():
    import newslint.kinds.shared.datetext
    import newslint.rulebook.check
    import newslint.text.sentences

    patterns = list(patterns_of_modules("newslint"))
    found = {pattern.given() for pattern in patterns if isinstance(pattern, LatePattern)}
    assert newslint.kinds.shared.datetext._CORE in patterns  # one of RE2's
    assert newslint.rulebook.check._FIELD.given() in found
    assert len(found) > 50
    assert list(patterns_of_modules("newslint.nowhere")) == []
