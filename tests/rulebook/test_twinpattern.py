"""Twins of RE2 patterns: they match what RE2 matches, and only patterns have one that are sure to be quick."""

from __future__ import annotations

import random
import re
import time

import pytest
import re2

from newslint.engine.book import load
from newslint.kinds.shared.patternlist import Patterns
from newslint.rulebook.twinpattern import twin_of
from newslint.text.regex import LatePattern

STEP = 20
"""One in so many of the shipped patterns is tried."""

SAMPLES = (
    r"\bcolou?rs?\b",
    r"(?i)\bask(?:s|ed|ing)? (he|she|kiss)\b",
    r"(?i:task)s|[k-m]\d{2,3}",
    r"(?m)^[ \t]*(?P<mark>note:?)[ \t]*$",
    r"^note|note$",
    r"[\pL\d)]{2}(?P<mark>,([;:]))(?:\s|$|[”\"])",
    r"\pL{2}x|[^\W\d_]q",
    r"(?P<a>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?P<b> ?%| per cent)?",
    r"\b(?:eight|eighty|eighteen)(?:-(?:one|two))? (?:[a-z’'-]+ ){0,3}?(?P<noun>[a-z]+s)\b",
    r"(?P<name>[A-Z][\w’'-]+(?: (?:(?:de|van) )?[A-Z][\w’'-]+){0,2}), (?:aged )?\d\d",
    r"a(?i)b|c(?-i)d",
    r"[(\[](?i:eds?|subs?)\b[^()\n]{0,20}?[)\]]",
    r"(?s)x.y|z.a",
    r"\x{2019}s\b|[\x{a0} ]{2}",
)
PIECES = (
    *"aAbBcdkKsSxyz0179,.;:%()[]-_’'\"”\n\r\t \u00a0\u212a\u017f\u00e9\u0130",
    "color", "Colours", "asked she", "ASKING KISS", "tas", "note", "Note:", "1,000", "per cent", "eighty", "eight-two",
    " old otters ", "Ann van Lee", ", aged 40", "eds", "subs: x", "É", "½",
)  # fmt: skip


def found(pattern, text):
    return [(match.span(), match.groups(), dict(match.groupdict())) for match in pattern.finditer(text)]


def texts(number):
    luck = random.Random(number)
    return ["".join(luck.choices(PIECES, k=luck.randint(0, 40))) for _ in range(150)]


@pytest.mark.parametrize("source", SAMPLES)
def test_a_twin_matches_what_re2_matches(source):
    twin = twin_of(source)
    assert twin.whole is not None
    ours, theirs = re.compile(twin.whole, re.ASCII), re2.compile(source)
    sign = None if twin.sign is None else re.compile(twin.sign, re.ASCII)
    assert dict(ours.groupindex) == theirs.groupindex
    for text in texts(len(source)):
        expected = found(theirs, text)
        assert found(ours, text) == expected
        assert sign is None or sign.search(text) or not expected
        assert (ours.match(text) is None) == (theirs.match(text) is None)
        assert (ours.fullmatch(text) is None) == (theirs.fullmatch(text) is None)
        for start in (1, len(text) // 2):
            later = [match.span() for match in theirs.finditer(text, start)]
            assert [match.span() for match in ours.finditer(text, start)] == later


def test_classes_hold_what_they_hold_in_re2():
    everything = "".join(map(chr, (*range(0x3100), *range(0x1D400, 0x1D500))))
    for source in (r"\pL", r"[^\pL\s]", r"(?i)[j-t]", r"\S", r"\W", r"[[\]a-]", r"[^-x]"):
        ours = re.compile(twin_of(f"(?:{source})x?").whole.removesuffix("x?") + "+", re.ASCII)
        theirs = re2.compile(f"(?:{source})+")
        assert [m.span() for m in ours.finditer(everything)] == [m.span() for m in theirs.finditer(everything)], source


@pytest.mark.parametrize(
    "source",
    [r"a\B", r"[[:alpha:]]x", r"(?U)a+", r"\Qa\E", r"\C", r"(?i)é", r"a*", r"(?:a|b)?", r"(a|b)+c", r"a**", r"(?i)\pL"],
)
def test_what_the_two_may_understand_differently_has_no_twin(source):
    assert twin_of(source).whole is None


@pytest.mark.parametrize(
    "source", [r"x(?:a+)+b", r"x(?:a|aa)+b", r"x(?:[a-z]+ ?)*b", r"x[^\n]*b", r"(?:a?){3,30}b", r"x(?:\w+[a-z]+){5}b"]
)
def test_what_may_be_slow_has_no_twin(source):
    assert twin_of(source).whole is None


@pytest.mark.parametrize(
    ("source", "text", "is_there"),
    [
        (r"\btwo [a-z]+: [^\n]*x", "two hats: and no more", True),
        (r"\btwo [a-z]+: [^\n]*x", "two hats, and x", False),
        (r"(?m)^(?:print|x(?: a|a| a b)+)$", "print", True),
        (r"(?m)^(?:print|x(?: a|a| a b)+)$", "printed", False),
    ],
)
def test_the_sign_of_what_may_be_slow_is_how_it_begins(source, text, is_there):
    sign = twin_of(source).sign
    assert (re.search(sign, text, re.ASCII) is not None) == is_there


def test_a_sign_looks_for_the_rarest_character_first():
    assert twin_of(r"\b[\pL]{2}; [a-z]").sign.startswith(";(?<=")
    assert twin_of(r"Obi (?:said|says)").sign is None  # the standard library looks for "Obi" by itself


def test_twins_of_shipped_patterns_are_quick_and_right_on_hostile_texts():
    sources = sorted({source for check in load().checks for source in _sources(check.state)})
    assert len(sources) > 400
    hostile = ["two a " * 900, "1,000 " * 900, "Aa " * 1800, "(a, " * 1300, "from 1 to 2, " * 400, "share x " * 600]
    for source in sources[STEP // 2 :: STEP]:
        twin = twin_of(source)
        for text in hostile if twin.whole or twin.sign else ():
            start = time.process_time()
            there = twin.sign is None or re.search(twin.sign, text, re.ASCII) is not None
            spans = [m.span() for m in re.finditer(twin.whole, text, re.ASCII)] if twin.whole and there else None
            assert time.process_time() - start < 1, source
            theirs = [m.span() for m in re2.finditer(source, text)]
            assert (spans if spans is not None else theirs) == theirs, source
            assert there or not theirs, source


def _sources(state):
    parts = [getattr(state, name, None) for name in getattr(state, "__struct_fields__", ())]
    for part in [one for several in parts for one in (several if isinstance(several, tuple) else (several,))]:
        if isinstance(part, Patterns):
            yield from part.sources
        elif isinstance(getattr(part, "pattern", None), str) and not isinstance(part, re.Pattern | LatePattern):
            yield part.pattern
